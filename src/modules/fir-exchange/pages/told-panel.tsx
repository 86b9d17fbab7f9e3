// What the police node was told of a child, with three moments: when it happened, when it was recorded here, when the police node had it.
import { formatMoment } from '../../../platform/i18n/index.ts';
import { Table } from '../../../web/components/table.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import type { ToldOfRecord } from '../outbox/desk-store.ts';

type ToldProps = { view: View; told: readonly ToldOfRecord[] };

export function ToldPanel({ view, told }: ToldProps) {
  const { t } = view;
  const nodes = [...Map.groupBy(told, ({ nodeName }) => nodeName)];
  return (
    <section aria-labelledby="told-to-police">
      <h2 id="told-to-police">{t('exchange-outgoing.panel.title')}</h2>
      {nodes.map(([node, ofNode]) => (
        <Table
          key={node}
          narrow="running"
          caption={t('exchange-outgoing.panel.node', { node })}
          columns={(['what', 'happened', 'recorded', 'received'] as const).map((name) => ({
            label: t(`exchange-outgoing.panel.${name}`),
          }))}
          rows={ofNode.map((one, at) => ({
            id: String(at),
            cells: [
              t(`exchange-outgoing.what.${one.what}`),
              formatMoment(view, one.happenedAt),
              formatMoment(view, one.recordedAt),
              <Received view={view} one={one} />,
            ],
          }))}
        />
      ))}
    </section>
  );
}

function Received({ view, one }: { view: View; one: ToldOfRecord }) {
  const { t } = view;
  if (one.deliveredAt) return <>{formatMoment(view, one.deliveredAt)}</>;
  if (one.putAsideAt) return <WordStatus kind="waiting">{t('exchange-outgoing.panel.aside')}</WordStatus>;
  if (one.state === 'dead') return <WordStatus kind="late">{t('exchange-outgoing.panel.dead')}</WordStatus>;
  return <WordStatus kind="waiting">{t('exchange-outgoing.panel.waiting')}</WordStatus>;
}
