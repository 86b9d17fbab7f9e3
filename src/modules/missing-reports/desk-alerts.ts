// Alerts at the desk: what an office was told of, and saying that it was seen.
import { z } from 'zod';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Route, form, page, redirect, show } from '../../web/route.ts';
import { acknowledgeAlert } from './alerts.ts';
import { alertsOfOffice, markDelivered } from './alert-store.ts';
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
    return show(context.view.t('missing-reports.alerts.title'), AlertsPage({ view: context.view, alerts, mayAcknowledge }));
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
    return isRefusal(record) ? record : redirect('/alerts', 'missing-reports.done.acknowledged');
  },
});

export const alertRoutes: Route[] = [listRoute, acknowledgeRoute];
