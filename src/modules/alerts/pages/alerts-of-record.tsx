// Who was told of one record and why, how far each alert has come and who acknowledged it, and every try to reach them.
import type { View } from '../../../web/view.ts';
import { Chain, type Intimated } from '../../intimations/index.ts';
import type { Alert } from '../store.ts';
import { alertState, whyTold } from '../words.ts';

type Props = { view: View; alerts: readonly Alert[]; chains: readonly Intimated[] };

export function AlertsOfRecord({ view, alerts, chains }: Props) {
  const byOffice = new Map(chains.map((chain) => [chain.officeId as string, chain]));
  return (
    <section>
      <h2>{view.t('alerts.ofRecord')}</h2>
      <ul>
        {alerts.map((alert) => {
          const chain = byOffice.get(alert.officeId);
          return (
            <li key={alert.id}>
              {alert.officeName}: {alertState(view, alert)}
              <span class="lag">{whyTold(view, alert)}</span>
              {chain ? <Chain view={view} intimated={chain} /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
