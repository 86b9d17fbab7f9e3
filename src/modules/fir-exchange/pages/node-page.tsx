// One node: how it stands, its keys, and everything ever done to them.
import type { ComponentChildren } from 'preact';
import { formatMoment } from '../../../platform/i18n/index.ts';
import { keyPrint } from '../../../platform/credentials/index.ts';
import { LinkButton } from '../../../web/components/link-button.tsx';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import { Table } from '../../../web/components/table.tsx';
import { type StatusKind, WordStatus } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import type { Keeping } from '../trust/keeping.ts';
import type { KeptKey, KeptNode, KeyStep } from '../trust/keys-store.ts';
import { type KeyStanding, standingOf } from '../trust/node.ts';
import { Heard, Trouble, stateOf } from './nodes-page.tsx';
import { StepWords } from './step-words.tsx';

type ShownKey = KeptKey & { confirmable: boolean };
type NodeProps = {
  view: View;
  node: KeptNode;
  keys: readonly ShownKey[];
  steps: readonly KeyStep[];
  keeping: Keeping;
  states: ReadonlyMap<string, string>;
};

export function NodePage(props: NodeProps) {
  const { view, node, keeping, states } = props;
  const { t } = view;
  return (
    <>
      <p class="back">
        <a href="/exchange/nodes">{t('exchange-nodes.title')}</a> ›
      </p>
      <h1>
        <bdi>{node.name}</bdi>
      </h1>
      <SummaryList
        view={view}
        rows={[
          { label: t('exchange-nodes.column.node'), value: <bdi>{node.code}</bdi> },
          { label: t('exchange-nodes.column.state'), value: stateOf(view, node, states) },
          { label: t('exchange-nodes.column.heard'), value: <Heard view={view} node={node} /> },
          { label: t('exchange-nodes.limit'), value: t('exchange-nodes.aMinute', { count: node.messagesAMinute }) },
          {
            label: t('exchange-nodes.silence'),
            value: silentAfter(view, node.silentAfterMinutes),
          },
          {
            label: t('exchange-outgoing.onNode'),
            value: (
              <>
                {node.callUrl === null ? t('exchange-outgoing.onNode.fetches') : <bdi>{node.callUrl}</bdi>}
                {keeping.confirms ? (
                  <>
                    {' '}
                    <a href={`/exchange/nodes/${node.code}/address`}>{t('exchange-outgoing.onNode.change')}</a>
                  </>
                ) : null}
              </>
            ),
          },
          { label: t('exchange-nodes.column.trouble'), value: <Trouble view={view} node={node} /> },
        ]}
      />
      <h2>{t('exchange-nodes.keys')}</h2>
      <p class="hint">{t(node.stateCode === null ? 'exchange-nodes.gridKeys' : 'exchange-nodes.stateKeys')}</p>
      {keeping.enters ? (
        <p class="button-row">
          <LinkButton href={`/exchange/nodes/${node.code}/key`}>{t('exchange-nodes.enter.title')}</LinkButton>
        </p>
      ) : null}
      <Keys {...props} />
      <h2>{t('exchange-nodes.history')}</h2>
      <Steps {...props} />
    </>
  );
}

const signs: Record<KeyStanding, StatusKind> = {
  'in-force': 'done',
  unconfirmed: 'waiting',
  'not-yet': 'soon',
  past: 'waiting',
  revoked: 'waiting',
};

function Keys({ view, node, keys, keeping }: NodeProps) {
  const { t, now } = view;
  const columns = (['key', 'print', 'standing', 'validity', 'do'] as const).map((column) => ({
    label: t(`exchange-nodes.column.${column}`),
  }));
  const href = (verb: string, key: KeptKey) => `/exchange/nodes/${node.code}/${verb}?key=${encodeURIComponent(key.keyId)}`;
  return (
    <Table
      caption={t('exchange-nodes.keys')}
      captionUnseen
      columns={columns}
      rows={keys.map((key) => {
        const standing = standingOf(key, now);
        const verbs: ComponentChildren[] = [
          ...(key.confirmable ? [<a href={href('confirm', key)}>{t('exchange-nodes.confirm.do')}</a>] : []),
          ...(keeping.revokes && key.revokedAt === null ? [<a href={href('revoke', key)}>{t('exchange-nodes.revoke.do')}</a>] : []),
        ];
        return {
          id: key.keyId,
          cells: [
            <code>{key.keyId}</code>,
            <Print raw={key.publicKey} />,
            <WordStatus kind={signs[standing]}>{t(`exchange-nodes.standing.${standing}`)}</WordStatus>,
            validityOf(view, key),
            verbs.length > 0 ? verbs.map((verb, at) => <span key={at}>{at > 0 ? <> {verb}</> : verb}</span>) : '–',
          ],
        };
      })}
      empty={<p>{t('exchange-nodes.noKeys')}</p>}
    />
  );
}

/** In groups of four, as two people read it to each other. */
export function Print({ raw }: { raw: Buffer }) {
  return <code>{keyPrint(raw).match(/.{4}/g)!.join(' ')}</code>;
}

export function validityOf(view: View, { validFrom, validUntil }: Pick<KeptKey, 'validFrom' | 'validUntil'>): string {
  const from = formatMoment(view, validFrom);
  return validUntil === null
    ? view.t('exchange-nodes.from', { from })
    : view.t('exchange-nodes.fromUntil', { from, until: formatMoment(view, validUntil) });
}

const DAY_MINUTES = 24 * 60;
/** Whole days from two on: 8,760 hours say nothing to anybody. */
function silentAfter({ t }: View, minutes: number): string {
  return minutes > DAY_MINUTES && minutes % DAY_MINUTES === 0
    ? t('exchange-nodes.afterDays', { count: minutes / DAY_MINUTES })
    : t('exchange-nodes.afterHours', { count: Math.round(minutes / 60) });
}

function Steps({ view, steps }: NodeProps) {
  const { t } = view;
  return (
    <Table
      caption={t('exchange-nodes.history')}
      captionUnseen
      columns={(['when', 'what', 'key', 'by'] as const).map((column) => ({ label: t(`exchange-nodes.column.${column}`) }))}
      rows={steps.map((step, at) => ({
        id: String(at),
        cells: [
          formatMoment(view, step.at),
          <StepWords what={t(`exchange-nodes.step.${step.step}`)} reason={step.reason} />,
          <code>{step.keyId}</code>,
          step.officer ? (
            <>
              <bdi>{step.officer}</bdi>, <bdi>{step.office}</bdi>
            </>
          ) : (
            t('exchange-nodes.byOperator')
          ),
        ],
      }))}
      empty={<p>{t('exchange-nodes.noHistory')}</p>}
    />
  );
}
