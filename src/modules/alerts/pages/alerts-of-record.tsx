// Who was told of one record, and how far each alert has come.
import type { View } from '../../../web/view.ts';
import type { Alert } from '../store.ts';
import { alertState } from '../words.ts';

export function AlertsOfRecord({ view, alerts }: { view: View; alerts: readonly Alert[] }) {
  return (
    <section>
      <h2>{view.t('alerts.ofRecord')}</h2>
      <ul>
        {alerts.map((alert) => (
          <li key={alert.id}>
            {alert.officeName}: {alertState(view, alert)}
          </li>
        ))}
      </ul>
    </section>
  );
}
