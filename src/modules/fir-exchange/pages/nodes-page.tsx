// Every node that may speak, when it was last heard, and how its keys stand.
import { formatAgo, formatMoment } from '../../../platform/i18n/index.ts';
import { LinkButton } from '../../../web/components/link-button.tsx';
import { Table } from '../../../web/components/table.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import { ExchangeTabs } from './exchange-tabs.tsx';
import { type Instant, minutesBetween } from '../../../kernel/time.ts';
import type { KeptKey, KeptNode } from '../trust/keys-store.ts';
import { standingOf } from '../trust/node.ts';

/** The rest is behind a fold: a nation has some forty. */
const MOST_SHOWN = 10;

type NodesProps = {
  view: View;
  nodes: readonly KeptNode[];
  keys: ReadonlyMap<string, readonly KeptKey[]>;
  opens: boolean;
};

export function NodesPage({ view, nodes, keys, opens }: NodesProps) {
  const { t } = view;
  const needs = (node: KeptNode) => isTroubled(node, keys.get(node.code) ?? [], view.now);
  const troubled = nodes.filter(needs);
  const ordered = [...troubled, ...nodes.filter((node) => !needs(node))];
  const first = nodes.length <= MOST_SHOWN ? nodes.length : troubled.length === 0 ? MOST_SHOWN : Math.min(troubled.length, MOST_SHOWN);
  const [shown, rest] = [ordered.slice(0, first), ordered.slice(first)];
  return (
    <>
      <ExchangeTabs view={view} here="/exchange/nodes" />
      <h1>{t('exchange-nodes.title')}</h1>
      <p>{t('exchange-nodes.about')}</p>
      {opens ? (
        <p class="button-row">
          <LinkButton href="/exchange/nodes/new">{t('exchange-nodes.open.title')}</LinkButton>
        </p>
      ) : null}
      <Nodes view={view} nodes={shown} keys={keys} />
      {rest.length > 0 ? (
        <details>
          <summary>{t(troubled.length > MOST_SHOWN ? 'exchange-nodes.more' : 'exchange-nodes.others', { count: rest.length })}</summary>
          <Nodes view={view} nodes={rest} keys={keys} />
        </details>
      ) : null}
    </>
  );
}

/** Whose node somebody has to look at: it is silent, no key opens the door, one waits to be confirmed, or it was refused. */
function isTroubled(node: KeptNode, keys: readonly KeptKey[], now: Instant): boolean {
  const standings = keys.map((key) => standingOf(key, now));
  return (
    isSilent(node, now) ||
    !standings.includes('in-force') ||
    standings.includes('unconfirmed') ||
    node.trippedAt !== null ||
    node.refused > 0
  );
}

function Nodes({ view, nodes, keys }: Pick<NodesProps, 'view' | 'nodes' | 'keys'>) {
  const { t } = view;
  return (
    <Table
      narrow="running"
      caption={t('exchange-nodes.title')}
      captionUnseen
      columns={(['node', 'heard', 'keys', 'trouble'] as const).map((column) => ({ label: t(`exchange-nodes.column.${column}`) }))}
      rows={nodes.map((node) => ({
        id: node.code,
        cells: [
          <a href={`/exchange/nodes/${node.code}`}>
            <bdi>{node.name}</bdi>
          </a>,
          <Heard view={view} node={node} />,
          <KeysInWords view={view} keys={keys.get(node.code) ?? []} />,
          <Trouble view={view} node={node} />,
        ],
      }))}
      empty={<p>{t('exchange-nodes.none')}</p>}
    />
  );
}

export function stateOf(view: View, { stateCode }: KeptNode, states: ReadonlyMap<string, string>): string {
  return stateCode === null ? view.t('exchange-nodes.everyState') : (states.get(stateCode) ?? stateCode);
}

/** Silence is counted from when the node was opened, if it never spoke. */
const isSilent = ({ lastHeardAt, openedAt, silentAfterMinutes }: KeptNode, now: Instant): boolean =>
  minutesBetween(lastHeardAt ?? openedAt, now) > silentAfterMinutes;

export function Heard({ view, node }: { view: View; node: KeptNode }) {
  const { t, now } = view;
  const { lastHeardAt } = node;
  const words = lastHeardAt === null ? t('exchange-nodes.neverHeard') : formatAgo(view, lastHeardAt, now);
  return isSilent(node, now) ? <WordStatus kind="late">{words}</WordStatus> : <>{words}</>;
}

function KeysInWords({ view, keys }: { view: View; keys: readonly KeptKey[] }) {
  const { t, now } = view;
  const standings = keys.map((key) => standingOf(key, now));
  const count = (standing: string) => standings.filter((one) => one === standing).length;
  const inForce = count('in-force');
  const waiting = count('unconfirmed');
  return (
    <>
      {inForce === 0 ? (
        <WordStatus kind="late">{t('exchange-nodes.noKey')}</WordStatus>
      ) : (
        t('exchange-nodes.keysInForce', { count: inForce })
      )}
      {waiting > 0 ? (
        <>
          {' '}
          <WordStatus kind="waiting">{t('exchange-nodes.keysWaiting', { count: waiting })}</WordStatus>
        </>
      ) : null}
    </>
  );
}

export function Trouble({ view, node }: { view: View; node: KeptNode }) {
  const { t } = view;
  const parts = [
    ...(node.trippedAt ? [t('exchange-nodes.tripped', { when: formatMoment(view, node.trippedAt) })] : []),
    ...(node.refused > 0 ? [t('exchange-nodes.refused', { count: node.refused })] : []),
  ];
  return <>{parts.length > 0 ? parts.join(' ') : <span class="quiet-text">{t('exchange-nodes.noTrouble')}</span>}</>;
}
