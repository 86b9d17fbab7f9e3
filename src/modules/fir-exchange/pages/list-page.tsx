// A list row by row before the yes, and what became of it after; taking it back.
import type { ComponentChildren } from 'preact';
import { formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Table } from '../../../web/components/table.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type TakenPaper, undoUntil } from '../lists/bring.ts';
import type { List } from '../lists/list-store.ts';
import type { Plan, PlannedRow } from '../lists/plan.ts';
import { wrongInWords } from '../lists/template.ts';
import { paperOfStation } from './paper-words.ts';
import { reasonText } from './words.ts';
import { ListState } from './lists-page.tsx';

type Props = { view: View; list: List; plan: Plan; form: FormState };

export function ListPage({ view, list, plan, form }: Props) {
  const { t } = view;
  const count = (outcome: PlannedRow['outcome']): number => plan.rows.filter((row) => row.outcome === outcome).length;
  const counts = { fresh: count('new'), typed: count('typed'), here: count('here'), refused: count('refused') };
  return (
    <Under view={view} title={t('fir-lists.preview')}>
      <ErrorSummary view={view} form={form} />
      <p>
        {t('fir-lists.counts', counts)} <strong>{t('fir-lists.nothingYet')}</strong>
      </p>
      <Take view={view} list={list} firs={plan.firs.length} />
      <Refused view={view} list={list} refused={counts.refused} />
      <Rows view={view} rows={plan.rows} />
      {plan.rows.length > 20 ? <Take view={view} list={list} firs={plan.firs.length} /> : null}
    </Under>
  );
}

function Under({ view, title, children }: { view: View; title: string; children: ComponentChildren }) {
  return (
    <>
      <p class="back">
        <a href="/exchange/lists">{view.t('fir-lists.title')}</a> ›
      </p>
      <h1>{title}</h1>
      {children}
    </>
  );
}

function Take({ view, list, firs }: { view: View; list: List; firs: number }) {
  const { t } = view;
  if (firs === 0) return <p>{t('fir-lists.nothingToTake')}</p>;
  return (
    <Form view={view} action={`/exchange/lists/${list.id}`}>
      <Button>{t('fir-lists.yes', { count: firs })}</Button>
    </Form>
  );
}

function Refused({ view, list, refused }: { view: View; list: List; refused: number }) {
  const { t } = view;
  if (refused === 0) return null;
  return (
    <p>
      {t('fir-lists.refusedAbout')}{' '}
      <a href={`/exchange/lists/${list.id}/refused.csv`} download="refused.csv">
        {t('fir-lists.refusedFile', { count: refused })}
      </a>
    </p>
  );
}

function Rows({ view, rows }: { view: View; rows: readonly PlannedRow[] }) {
  const { t } = view;
  return (
    <Table
      caption={t('fir-lists.rows')}
      columns={(['line', 'fir', 'child', 'what'] as const).map((column) => ({ label: t(`fir-lists.row.${column}`) }))}
      rows={rows.map((planned) => ({
        id: String(planned.row.line),
        cells: [
          t('fir-lists.line', { line: planned.row.line }),
          <bdi>{[planned.row.station, planned.row.number, planned.row.registeredOn].filter((text) => text !== '').join(' · ')}</bdi>,
          <bdi>{[planned.row.childName, planned.row.age || planned.row.birthDate].filter((text) => text !== '').join(', ')}</bdi>,
          <What view={view} planned={planned} />,
        ],
      }))}
    />
  );
}

function What({ view, planned }: { view: View; planned: PlannedRow }) {
  const { t } = view;
  const { outcome, here } = planned;
  if (outcome === 'here') return <span class="quiet-text">{t(`fir-lists.here.${here === 'police' ? 'police' : 'list'}`)}</span>;
  if (outcome === 'typed') return <WordStatus kind="doing">{t('fir-lists.here.typed')}</WordStatus>;
  if (outcome === 'new') return <WordStatus kind="done">{t('fir-lists.good')}</WordStatus>;
  return (
    <WordStatus kind="late">
      {wrongInWords(view, planned).map((words, at) => (
        <span key={at}>
          {at > 0 ? <br /> : null}
          {words}
        </span>
      ))}
    </WordStatus>
  );
}

export function TakenPage({ view, list, plan, papers, form }: Props & { papers: readonly TakenPaper[] }) {
  const { t } = view;
  const until = undoUntil(list);
  const mayUndo = list.undoAskedAt === null && until !== null && view.now <= until;
  const refused = plan.rows.filter(({ outcome }) => outcome === 'refused').length;
  const stays = papers.filter(({ ended }) => ended === 'stays').length;
  return (
    <Under view={view} title={t('fir-lists.taken')}>
      <ErrorSummary view={view} form={form} />
      <p>
        {t('fir-lists.takenBy', { officer: list.officer, when: formatMoment(view, list.takenAt!) })} <ListState view={view} list={list} />
      </p>
      {list.undoneAt ? <p>{t('fir-lists.undone', { when: formatMoment(view, list.undoneAt), stays })}</p> : <p>{t('fir-lists.unconfirmed')}</p>}
      <Refused view={view} list={list} refused={refused} />
      <Table
        caption={t('fir-lists.became')}
        columns={(['paper', 'state', 'records'] as const).map((column) => ({ label: t(`fir-lists.became.${column}`) }))}
        rows={papers.map((paper) => ({
          id: paper.paperKey,
          cells: [
            <bdi>{paperOfStation(view, paper.paperKey, paper.stationName)}</bdi>,
            <Became view={view} paper={paper} />,
            paper.references.map((reference, at) => (
              <span key={reference}>
                {at > 0 ? ', ' : ''}
                <a href={`/missing/${reference}`}>{reference}</a>
              </span>
            )),
          ],
        }))}
      />
      {mayUndo ? (
        <section>
          <h2>{t('fir-lists.undo.title')}</h2>
          <p>{t('fir-lists.undo.about', { until: formatMoment(view, until) })}</p>
          <Form view={view} action={`/exchange/lists/${list.id}/undo`}>
            <Button kind="secondary">{t('fir-lists.undo.yes')}</Button>
          </Form>
        </section>
      ) : null}
    </Under>
  ); // prettier-ignore
}

function Became({ view, paper }: { view: View; paper: TakenPaper }) {
  const { t } = view;
  if (paper.ended) return <WordStatus kind={paper.ended === 'stays' ? 'doing' : 'done'}>{t(`fir-lists.ended.${paper.ended}`)}</WordStatus>;
  if (paper.state === 'applied') return <WordStatus kind="done">{t('fir-lists.became.applied')}</WordStatus>;
  if (paper.state === 'ignored') return <span class="quiet-text">{t(paper.reason === 'undone' ? 'fir-lists.ended.closed' : 'fir-lists.became.ignored')}</span>; // prettier-ignore
  if (paper.state === 'quarantined')
    return <WordStatus kind="late">{t('fir-lists.became.quarantined', { reason: reasonText(view, paper.reason ?? 'fault') })}</WordStatus>;
  return <WordStatus kind="waiting">{t('fir-lists.became.waiting')}</WordStatus>;
}
