// What goes out to police nodes: what waits at each, what did not arrive, and what was done about it.
import type { ComponentChildren } from 'preact';
import { formatAgo, formatMoment } from '../../../platform/i18n/index.ts';
import { Table } from '../../../web/components/table.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import { ExchangeTabs } from './exchange-tabs.tsx';
import type { DeadLetter, NodeStanding, OutgoingStep } from '../outbox/desk-store.ts';
import { failureWords } from './outgoing-words.ts';
import { paperOfStation } from './paper-words.ts';
import { StepWords } from './step-words.tsx';

type OutgoingProps = { view: View; standings: readonly NodeStanding[]; letters: readonly DeadLetter[]; steps: readonly OutgoingStep[] };

export function OutgoingPage(props: OutgoingProps) {
  const { t } = props.view;
  const { standings } = props;
  const busy = standings.filter(({ waiting, dead: failed }) => waiting + failed > 0);
  const idle = standings.filter((one) => !busy.includes(one));
  const dead = standings.reduce((sum, one) => sum + one.dead, 0);
  return (
    <>
      <ExchangeTabs view={props.view} here="/exchange/outgoing" />
      <h1>{t('exchange-outgoing.title')}</h1>
      <p>{t('exchange-outgoing.about')}</p>
      <h2>{t('exchange-outgoing.dead', { count: dead })}</h2>
      {dead > props.letters.length ? <p class="hint">{t('exchange-outgoing.oldest', { count: props.letters.length })}</p> : null}
      <AllAgain {...props} standings={busy} />
      <Letters {...props} />
      <h2>{t('exchange-outgoing.nodes')}</h2>
      <Standings {...props} standings={busy} empty={<p>{t('exchange-outgoing.noneWaits')}</p>} />
      {idle.length > 0 ? (
        <details>
          <summary>{t('exchange-outgoing.others', { count: idle.length })}</summary>
          <Standings {...props} standings={idle} />
        </details>
      ) : null}
      {props.steps.length > 0 ? (
        <>
          <h2>{t('exchange-outgoing.steps')}</h2>
          <Steps {...props} />
        </>
      ) : null}
    </>
  );
}

const columnsOf = ({ t }: View, ...names: readonly ('paper' | 'what' | 'why' | 'since' | 'do' | 'node' | 'how' | 'waiting' | 'oldest' | 'dead' | 'when' | 'done' | 'by')[]) =>
  names.map((name) => ({ label: t(`exchange-outgoing.column.${name}`) })); // prettier-ignore

/** A system that was wrong about all it was told: one act, above a long list. */
function AllAgain({ view, standings }: OutgoingProps) {
  return standings
    .filter(({ dead }) => dead > 1)
    .map(({ code, name, dead }) => (
      <p key={code}>
        <a href={`/exchange/outgoing/${code}/again`}>{view.t('exchange-outgoing.again.allOf', { node: name, count: dead })}</a>
      </p>
    ));
}

function Letters({ view, letters }: OutgoingProps) {
  const { t, now } = view;
  return (
    <Table
      caption={t('exchange-outgoing.column.dead')}
      captionUnseen
      columns={columnsOf(view, 'paper', 'what', 'why', 'since', 'do')}
      rows={letters.map((letter) => {
        const href = (verb: string) => `/exchange/outgoing/${letter.nodeCode}/${verb}?message=${letter.sequence}`;
        return {
          id: String(letter.sequence),
          cells: [
            <bdi>{paperOfStation(view, letter.paperKey, letter.stationName)}</bdi>,
            <>
              {t(`exchange-outgoing.what.${letter.what}`)}, <a href={`/missing/${letter.reference}`}>{letter.reference}</a>
            </>,
            <>
              {failureWords(view, letter.reason)} {letter.behind > 0 ? t('exchange-outgoing.behind', { count: letter.behind }) : null}
            </>,
            formatAgo(view, letter.createdAt, now),
            <>
              <a href={href('again')}>{t('exchange-outgoing.again.do')}</a> <a href={href('aside')}>{t('exchange-outgoing.aside.do')}</a>
            </>,
          ],
        };
      })}
      empty={<p>{t('exchange-outgoing.noDead')}</p>}
    />
  );
}

function Standings({ view, standings, empty }: OutgoingProps & { empty?: ComponentChildren }) {
  const { t, now } = view;
  return (
    <Table
      narrow="running"
      caption={t('exchange-outgoing.nodes')}
      captionUnseen
      columns={columnsOf(view, 'node', 'how', 'waiting', 'oldest', 'dead')}
      rows={standings.map(({ code, name, callUrl, waiting, oldestAt, dead }) => ({
        id: code,
        cells: [
          <a href={`/exchange/nodes/${code}`}>
            <bdi>{name}</bdi>
          </a>,
          t(callUrl === null ? 'exchange-outgoing.fetches' : 'exchange-outgoing.called'),
          t('exchange-outgoing.waiting', { count: waiting }),
          oldestAt === null ? <span class="quiet-text">{t('exchange-outgoing.nothing')}</span> : formatAgo(view, oldestAt, now),
          dead > 0 ? (
            <>
              <WordStatus kind="late">{t('exchange-outgoing.deadOfNode', { count: dead })}</WordStatus>{' '}
              <a href={`/exchange/outgoing/${code}/again`}>{t('exchange-outgoing.again.all')}</a>
            </>
          ) : (
            <span class="quiet-text">{t('exchange-outgoing.none')}</span>
          ),
        ],
      }))}
      empty={empty}
    />
  );
}

function Steps({ view, steps }: OutgoingProps) {
  const { t } = view;
  return (
    <Table
      caption={t('exchange-outgoing.steps')}
      captionUnseen
      columns={columnsOf(view, 'when', 'done', 'paper', 'by')}
      rows={steps.map((step, at) => ({
        id: String(at),
        cells: [
          formatMoment(view, step.at),
          <StepWords what={t(`exchange-outgoing.step.${step.step}`)} reason={step.reason} />,
          <bdi>{paperOfStation(view, step.paperKey, step.stationName)}</bdi>,
          <>
            <bdi>{step.officer}</bdi>, <bdi>{step.office}</bdi>
          </>,
        ],
      }))}
    />
  );
}
