// The police's own system on a record's page: its paper, what it says became of the child and who still has to answer, and what it tells differently.
import { formatMoment } from '../../../platform/i18n/index.ts';
import { ButtonRow, LinkButton } from '../../../web/components/link-button.tsx';
import { Table } from '../../../web/components/table.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import { type ChildRecord, recordPath } from '../../children/index.ts';
import { reasonText } from './words.ts';
import { isNoEnd } from '../answering/open-question.ts';
import type { Answered, Differs, HeldMessage, ToldPaper, ToldReport } from '../answering/answer-store.ts';

/** `unconfirmed`: told by the police's system, and no officer has touched it; `typed`: by hand, and the police's system has not told it; `list`: nor what came on a list. */
export type Standing = 'unconfirmed' | 'told' | 'verified' | 'typed' | 'list';
type Report = ToldReport & { waits: { station: boolean; committee: boolean } };

type Props = {
  view: View;
  record: ChildRecord;
  papers: readonly ToldPaper[];
  reports: readonly Report[];
  standing: Standing;
  held: readonly HeldMessage[];
  answers: readonly Answered[];
  differences: readonly Differs[];
  acts: { station: boolean; committee: boolean };
};

export function PolicePanel(props: Props) {
  const { view, papers, reports, standing, differences, answers } = props;
  const { t } = view;
  return (
    <section class="panel" aria-labelledby="police-system">
      <h2 id="police-system">{t('police-system.title')}</h2>
      <p>
        <WordStatus kind={standing === 'told' || standing === 'verified' ? 'done' : 'waiting'}>
          {t(`police-system.standing.${standing}`)}
        </WordStatus>
      </p>
      {papers.map((paper) => (
        <p key={`${paper.kind}${paper.number}${paper.year}`}>{paperText(view, paper)}</p>
      ))}
      {reports.map((report) => (
        <Said key={`${report.what}${report.since}`} {...props} report={report} />
      ))}
      {props.held.length > 0 ? <HeldMessages view={view} held={props.held} /> : null}
      {answers.length > 0 ? (
        <ul>
          {answers.map((answer) => (
            <li key={answer.at}>
              {t(`police-system.answered.${answer.answer}`, {
                what: t(`police-system.what.${answer.what}`),
                office: answer.officeName,
                when: formatMoment(view, answer.at),
              })}
              <blockquote dir="auto">{answer.words}</blockquote>
            </li>
          ))}
        </ul>
      ) : null}
      {differences.length > 0 ? <Differences view={view} differences={differences} /> : null}
    </section>
  );
}

function paperText(view: View, { kind, number, year, stationName, nodeName, rawNumber, firstReceivedAt }: ToldPaper): string {
  // Nobody but a list told it: the panel's first line says so.
  if (nodeName === null) return [`${view.t(`diary.fact.paper.${kind}`)} ${number}/${year}`, stationName].filter(Boolean).join(', ');
  return view.t('police-system.paper', {
    paper: view.t(`diary.fact.paper.${kind}`),
    number: `${number}/${year}`,
    station: stationName ?? '–',
    node: nodeName,
    raw: rawNumber ?? '–',
    when: firstReceivedAt ? formatMoment(view, firstReceivedAt) : '–',
  });
}

/** Where the same is said here, by its own form; or that it is not so. */
const ownForm = { traced: 'traced', closed: 'close', transferred: 'transfer' } as const;

function Said({ view, record, report, acts }: Props & { report: Report }) {
  const { t } = view;
  const { what, happenedAt, place, outcome, condition, waits } = report;
  const path = recordPath(record);
  const goesOn = isNoEnd(report); // its form to close has nothing to choose
  return (
    <>
      <p>
        <strong>{t(`police-system.says.${what}`, { when: formatMoment(view, happenedAt) })}</strong>{' '}
        {place ? <bdi>{t('police-system.place', { place })}</bdi> : null} {outcome ? t(`police-system.outcome.${outcome}`) : null}{' '}
        {condition === 'deceased' ? t('police-system.deceased') : null}
      </p>
      <p class="hint">
        {t(
          waits.station
            ? goesOn
              ? 'police-system.waitsForGoesOn'
              : 'police-system.waitsForStation'
            : waits.committee
              ? 'police-system.waitsForCommittee'
              : 'police-system.waitsForNobody',
        )}
      </p>
      {acts.station && waits.station ? (
        <ButtonRow>
          {goesOn ? null : <LinkButton href={`${path}/${ownForm[what]}`}>{t(`police-system.do.${what}`)}</LinkButton>}
          <LinkButton href={`${path}/police-system/station?what=${what}`}>
            {t(goesOn ? 'police-system.do.goesOn' : 'police-system.do.deny')}
          </LinkButton>
        </ButtonRow>
      ) : null}
      {acts.committee && waits.committee ? (
        <ButtonRow>
          <LinkButton href={`${path}/police-system/committee`}>{t('police-system.do.committee')}</LinkButton>
        </ButtonRow>
      ) : null}
    </>
  );
}

/** Told, and nothing here has changed by it: why, since when, and for whoever may settle it the way there. */
function HeldMessages({ view, held }: { view: View; held: readonly HeldMessage[] }) {
  const { t } = view;
  return (
    <>
      <p>{t('police-system.held', { count: held.length })}</p>
      <ul>
        {held.map(({ row, type, state, reason, receivedAt, mine }) => (
          <li key={row}>
            {t(type === null ? 'quarantine.type.unknown' : `quarantine.type.${type}`)},{' '}
            {t('police-system.heldSince', { when: formatMoment(view, receivedAt) })}:{' '}
            {state === 'parked' ? (
              t(reason === 'no-fir' ? 'police-system.parked.noFir' : 'police-system.parked.gap')
            ) : mine && view.may('quarantine.settle') ? (
              <a href={`/exchange/quarantine/${row}`}>{reasonText(view, reason)}</a>
            ) : (
              <>
                {reasonText(view, reason)}. {t('police-system.heldBy')}
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Differences({ view, differences }: { view: View; differences: readonly Differs[] }) {
  const { t } = view;
  const value = (field: string, text: string): string => (field === 'sex' ? t(`children.sex.${text}`) : text);
  return (
    <Table
      caption={t('police-system.differences')}
      columns={[
        { label: t('police-system.column.field') },
        { label: t('police-system.column.police') },
        { label: t('police-system.column.portal') },
      ]}
      rows={differences.map(({ field, policeValue, portalValue }) => ({
        id: field,
        cells: [t(`police-system.field.${field}`), <bdi>{value(field, policeValue)}</bdi>, <bdi>{value(field, portalValue)}</bdi>],
      }))}
    />
  );
}
