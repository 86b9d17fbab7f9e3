// Alerts of an office: those nobody acknowledged first, each with the station to ring.
import { formatWhen } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import type { View } from '../../../web/view.ts';
import type { AlertListItem } from '../store.ts';

type AlertsProps = { view: View; alerts: readonly AlertListItem[]; mayAcknowledge: boolean };

function AlertRow({ view, alert, mayAcknowledge }: { view: View; alert: AlertListItem; mayAcknowledge: boolean }) {
  const { t } = view;
  return (
    <tr>
      <td>
        <a href={`/missing/${alert.reference}`}>{alert.reference}</a>
      </td>
      <td>{t(`children.status.${alert.status}`)}</td>
      <td>
        {alert.stationName}{' '}
        {alert.stationTelephone ? <a href={`tel:${alert.stationTelephone.replace(/[^\d+]/g, '')}`}>{alert.stationTelephone}</a> : null}
      </td>
      <td>
        <time dateTime={alert.sentAt}>{formatWhen(view, alert.sentAt, view.now)}</time>
      </td>
      <td>{acknowledgement(view, alert, mayAcknowledge)}</td>
    </tr>
  );
}

function acknowledgement(view: View, alert: AlertListItem, mayAcknowledge: boolean) {
  if (alert.acknowledgedAt) return view.t('alerts.list.acknowledged', { when: formatWhen(view, alert.acknowledgedAt, view.now) });
  if (!mayAcknowledge) return view.t('alerts.list.waiting');
  const own = { ...view, idempotencyKey: `${view.idempotencyKey}-${alert.id}` };
  return (
    <Form view={own} action={`/alerts/${alert.id}/acknowledge`} inline>
      <Button kind="secondary">{view.t('alerts.list.acknowledge')}</Button>
    </Form>
  );
}

export function AlertsPage({ view, alerts, mayAcknowledge }: AlertsProps) {
  const { t } = view;
  const columns = ['reference', 'status', 'station', 'sent', 'acknowledgement'] as const;
  return (
    <>
      <h1>{t('alerts.list.title')}</h1>
      {alerts.length === 0 ? <p>{t('alerts.list.none')}</p> : null}
      {alerts.length > 0 ? (
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`alerts.list.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {alerts.map((alert) => (
              <AlertRow key={alert.id} view={view} alert={alert} mayAcknowledge={mayAcknowledge} />
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}
