// Who was told of one record and why, how far each alert has come and who acknowledged it, and every try to reach them.
import type { View } from '../../../web/view.ts';
import { Chain, type Intimated } from '../../intimations/index.ts';
import type { Alert } from '../store.ts';
import { alertState, whyTold } from '../words.ts';

type Props = { view: View; alerts: readonly Alert[]; chains: readonly Intimated[] };

export function AlertsOfRecord({ view, alerts, chains }: Props) {
  const byOffice = Map.groupBy(chains, ({ officeId }) => officeId as string);
  return (
    <section>
      <h2>{view.t('alerts.ofRecord')}</h2>
      <ul>
        {alerts.map((alert) => (
          <li key={alert.id}>
            {alert.officeName}: {alertState(view, alert)}
            <span class="lag">{whyTold(view, alert)}</span>
            {(byOffice.get(alert.officeId) ?? []).map((chain) => (
              <Chain view={view} intimated={chain} key={chain.id} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
