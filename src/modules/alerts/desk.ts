// Alerts at the desk: what an office was told of, and saying that it was seen.
import { z } from 'zod';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Route, form, page, redirect, show } from '../../web/route.ts';
import { acknowledgeAlert } from './actions.ts';
import { alertsOfOffice, markDelivered } from './store.ts';
import { AlertsPage } from './pages/alerts-page.tsx';

const MOST = 100;

const listRoute = page({
  path: '/alerts',
  permission: 'alert.read',
  audit: 'alert.list',
  purpose: 'coordination',
  async answer(context) {
    const officeId = context.actor.kind === 'officer' ? context.actor.officeId : '';
    await markDelivered(context, officeId);
    const alerts = await alertsOfOffice(context, officeId, MOST);
    const mayAcknowledge = context.tools.may(context.actor, 'alert.acknowledge');
    return show(
      context.view.t('alerts.list.title'),
      AlertsPage({ view: context.view, alerts, mayAcknowledge, more: alerts.length === MOST }),
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
