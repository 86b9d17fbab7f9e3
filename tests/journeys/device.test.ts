// Alerts on this device: an officer turns them on in a browser, which draws what is pushed to it and opens no other site, sees which device this one is, and turns them off.
import type { CDPSession } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserAt } from '../push/service.ts';
import type { Person } from './person.ts';
import { auditor, officerAt } from './station.ts';

/** No push service answers a browser in a test: what one would give is given in its place. The browser's own worker, permissions and list are real. */
async function givePushService({ page }: Person): Promise<void> {
  const { endpoint, ...keys } = browserAt(`https://fcm.googleapis.com/fcm/send/${process.pid}`).device;
  await page.context().grantPermissions(['notifications']);
  await page.addInitScript(
    (given) => {
      const subscription = { endpoint: given.endpoint, toJSON: () => given } as unknown as PushSubscription;
      const on = (): boolean => localStorage.getItem('on') === 'yes';
      PushManager.prototype.getSubscription = async () => (on() ? subscription : null);
      PushManager.prototype.subscribe = async (options) => {
        if (typeof options?.applicationServerKey !== 'string' || options.applicationServerKey.length !== 87)
          throw new Error('no key of the portal');
        localStorage.setItem('on', 'yes');
        return subscription;
      };
    },
    { endpoint, keys },
  );
}

/** What the browser's worker draws when this is pushed to it. */
async function drawn(page: Person['page'], worker: CDPSession, pushed: object): Promise<{ title: string; body: string; tag: string }[]> {
  const registrations = new Promise<string>((resolve) =>
    worker.once('ServiceWorker.workerRegistrationUpdated', ({ registrations: [one] }) => resolve(one!.registrationId)),
  );
  await worker.send('ServiceWorker.enable');
  const origin = new URL(page.url()).origin;
  await worker.send('ServiceWorker.deliverPushMessage', { origin, registrationId: await registrations, data: JSON.stringify(pushed) });
  await worker.send('ServiceWorker.disable');
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    for (let looks = 0; looks < 200; looks++) {
      const shown = await registration.getNotifications();
      if (shown.length > 0) return shown.map(({ title, body, tag }) => ({ title, body, tag }));
      await new Promise(requestAnimationFrame);
    }
    return [];
  });
}

test('on, tried, drawn, off', async () => {
  const officer = await officerAt(auditor);
  const { button, go, open, page, sees, t } = officer;
  await givePushService(officer);
  await open('/account');
  await sees(t('officers.device.none'));
  await go(button(t('officers.device.turnOn')));
  await sees(t('officers.done.deviceAdded'));
  await sees('Chrome, Linux');
  await page.locator('strong').getByText(t('officers.device.this')).waitFor();
  expect(await button(t('officers.device.turnOn')).isVisible(), 'it is on already').toBe(false);

  await go(button(t('officers.device.test')));
  await sees(t('officers.done.deviceTested'));
  await officer.untilShown('/outbox', page.getByText(t('messages.deviceTest.sms')));

  await open('/account');
  const pushed = { id: 'one', title: 'New report', text: 'MC-BR-2026-000123-K', open: 'https://evil.example/', alarm: true };
  const worker = await page.context().newCDPSession(page);
  expect(await drawn(page, worker, pushed)).toEqual([{ title: 'New report', body: 'MC-BR-2026-000123-K', tag: 'one' }]);
  expect(await drawn(page, worker, pushed), 'a second copy takes the place of the first').toHaveLength(1);

  await go(button(t('officers.device.turnOff')));
  await sees(t('officers.done.deviceRemoved'));
  await sees(t('officers.device.none'));
});

test('a browser that was told no says how to allow it', async () => {
  const officer = await officerAt(auditor, { locale: 'hi' });
  await givePushService(officer);
  await officer.page.context().clearPermissions();
  await officer.page.addInitScript(() => (Notification.requestPermission = async () => 'denied'));
  await officer.open('/account');
  await officer.button(officer.t('officers.device.turnOn')).click();
  await officer.sees(officer.t('officers.device.refused'));
});

test('without JavaScript the page says what is needed, and an empty form is refused', async () => {
  const { button, go, open, page, t } = await officerAt(auditor, { scripts: false });
  await open('/account');
  expect(await page.locator('main').innerText()).toContain(t('officers.device.script'));
  expect(await go(button(t('officers.device.turnOn')))).toBe(422);
});
