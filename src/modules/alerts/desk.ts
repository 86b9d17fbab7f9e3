// Alerts at the desk: what an office was told of, and saying that it was seen.
import { z } from 'zod';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { pageAsked } from '../../platform/paging.ts';
import { type Route, form, page, redirect, show } from '../../web/route.ts';
import { intimationsOfOffice } from '../intimations/index.ts';
import { ABOUT, acknowledgeAlert, markShown } from './actions.ts';
import { photographsOf, readDescriptions } from '../children/index.ts';
import { districtOf } from '../places/index.ts';
import { type AlertListItem, alertsOfOffice, countAlerts, countHeld } from './store.ts';
import { type AlertShown, AlertsPage } from './pages/alerts-page.tsx';

/** Each with a face and its tries: more on a page are not looked at, and on a telephone not reached. */
const PAGE = 20;
const MOST_COUNTED = 10_000;

/** Each alert with the child it is about, so that an officer knows whom to look for without opening a record. */
async function withChildren(context: Context, alerts: readonly AlertListItem[]): Promise<AlertShown[]> {
  const ids = alerts.map(({ recordId }) => recordId);
  const descriptions = await readDescriptions(context, ids);
  const photographs = await photographsOf(context, ids);
  const districts = new Map<string, string>();
  for (const code of new Set(alerts.map(({ districtCode }) => districtCode))) {
    districts.set(code, (await districtOf(context, code))?.name ?? '');
  }
  return alerts.map((alert) => ({
    ...alert,
    description: descriptions.get(alert.recordId),
    photographName: photographs.get(alert.recordId)?.[0]?.name,
    districtName: districts.get(alert.districtCode) ?? '',
  }));
}

const listRoute = page({
  path: '/alerts',
  permission: 'alert.read',
  audit: 'alert.list',
  purpose: 'coordination',
  async answer(context, { looked, query }) {
    const officeId = context.actor.kind === 'officer' ? context.actor.officeId : '';
    const held = query['held'] === 'yes';
    const pages = Math.max(1, Math.ceil((await countAlerts(context, officeId, MOST_COUNTED, held)) / PAGE));
    const at = pageAsked(query['page'], pages);
    const alerts = await alertsOfOffice(context, officeId, { atMost: PAGE, from: (at - 1) * PAGE, held });
    const chains = await intimationsOfOffice(context, ABOUT, officeId, alerts.map(({ recordId }) => recordId)); // prettier-ignore
    if (looked) await markShown(context, alerts.filter(({ deliveredAt }) => deliveredAt === null)); // prettier-ignore
    const mayAcknowledge = context.tools.may(context.actor, 'alert.acknowledge');
    return show(
      context.view.t('alerts.list.title'),
      AlertsPage({
        view: context.view,
        alerts: (await withChildren(context, alerts)).map((alert) => ({ ...alert, chain: chains.get(alert.recordId) })),
        mayAcknowledge,
        page: at,
        pages,
        held: held ? null : await countHeld(context, officeId, MOST_COUNTED),
      }),
    );
  },
});

const acknowledgeRoute = form({
  path: '/alerts/:id/acknowledge',
  permission: 'alert.acknowledge',
  audit: 'alert.acknowledge',
  purpose: 'coordination',
  schema: z.strictObject({}),
  async save(context, { params }) {
    const record = await acknowledgeAlert(context, params['id']!);
    return isRefusal(record) ? record : redirect('/alerts', 'alerts.done.acknowledged');
  },
});

export function deskRoutes(): Route[] {
  return [listRoute, acknowledgeRoute];
}
