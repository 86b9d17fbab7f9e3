// Routes of alerts on a device: turned on from the browser, turned off from the list, tried out.
import { refuse } from '../../kernel/refusal.ts';
import { spend } from '../../platform/http/budget.ts';
import { queueMessage } from '../../platform/messages/store.ts';
import { type Route, form, redirect } from '../../web/route.ts';
import { devicesOf, keepDevice, removeDevice } from './device-store.ts';
import { deviceSchema, ownDeviceSchema } from './form.ts';
import { deviceCookie } from './session.ts';

const MOST_DEVICES = 10;
const TESTS_AN_HOUR = 10;

const add = form({
  path: '/account/device/add',
  permission: 'signed-in',
  audit: 'account.deviceAdded',
  purpose: 'account',
  schema: deviceSchema,
  async save(context, { draft: { browser = '', ...device } }) {
    if (context.actor.kind !== 'officer') return redirect('/sign-in');
    const { officerId } = context.actor;
    const id = await keepDevice(context, officerId, { device, browser, locale: context.view.locale });
    // Counted after it is kept: one that is turned on again is no further one. A refusal undoes it.
    if ((await devicesOf(context, officerId)).length > MOST_DEVICES) return refuse('officers.error.tooManyDevices', { most: MOST_DEVICES });
    return redirect('/account', 'officers.done.deviceAdded', [deviceCookie(id)]);
  },
});

const remove = form({
  path: '/account/device/remove',
  permission: 'signed-in',
  audit: 'account.deviceRemoved',
  purpose: 'account',
  schema: ownDeviceSchema,
  async save(context, { draft }) {
    if (context.actor.kind !== 'officer') return redirect('/sign-in');
    await removeDevice(context, context.actor.officerId, draft.device);
    return redirect('/account', 'officers.done.deviceRemoved');
  },
});

const test = form({
  path: '/account/device/test',
  permission: 'signed-in',
  audit: 'account.deviceTested',
  purpose: 'account',
  schema: ownDeviceSchema,
  async save(context, { draft }) {
    if (context.actor.kind !== 'officer') return redirect('/sign-in');
    const { officerId } = context.actor;
    const own = (await devicesOf(context, officerId)).find(({ id }) => id === draft.device);
    if (!own) return refuse('web.error.notFound');
    if (!(await spend(context, `deviceTest:${officerId}`, TESTS_AN_HOUR, 60))) return refuse('web.error.tooMany');
    await queueMessage(context, { channel: 'push', to: own.id, template: 'deviceTest', facts: {}, locale: own.locale });
    return redirect('/account', 'officers.done.deviceTested');
  },
});

export const deviceRoutes: Route[] = [add, remove, test];
