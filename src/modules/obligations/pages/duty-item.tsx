// One duty as a line: how long is left, what and for whom, to whom it climbed, and folded away the law, the sentence and what happens if it is missed.
import { Clock } from '../../../web/components/clock.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import type { DutyRow } from '../duty-row.ts';

export type DutyItemProps = {
  view: View;
  row: DutyRow;
  /** The link to where it is done: only for the office that owes it. */
  doable: boolean;
  /** Off on the child's own page, where the name stands above. */
  named?: boolean;
  owner?: boolean;
  /** The page's one primary button. */
  primary?: boolean;
};

export function DutyItem({ view, row, doable, named = true, owner = false, primary = false }: DutyItemProps) {
  return (
    <li class="duty" data-row>
      <div class="duty-clock">
        <DutyState view={view} row={row} />
      </div>
      <div class="duty-what">
        <p class="duty-title">{named ? <NamedDuty view={view} row={row} /> : row.duty}</p>
        {owner ? <p class="quiet-text">{row.officeName}</p> : null}
        {row.recordedBy ? <p class="quiet-text">{view.t(`duties.recordedBy.${row.recordedBy}`)}</p> : null}
        {row.escalated ? <p class="quiet-text">{row.escalated}</p> : null}
        <Authority view={view} row={row} />
      </div>
      {doable ? (
        <a
          class={`button ${primary ? 'primary' : 'secondary'}`}
          href={row.doPath}
          aria-label={view.t('duties.doThis', { duty: row.duty, reference: row.reference })}
        >
          {view.t('web.duty.do')}
        </a>
      ) : null}
    </li>
  );
}

/** "Add a recent photograph: Asha · MC-WB-2026-004211-K" */
function NamedDuty({ view, row }: { view: View; row: DutyRow }) {
  return (
    <>
      {row.duty}:{' '}
      <a href={row.recordPath}>
        <bdi>{row.child ?? view.t('web.person.noName')}</bdi> · <span class="reference">{row.reference}</span>
      </a>
    </>
  );
}

function DutyState({ view, row }: { view: View; row: DutyRow }) {
  const { state } = row;
  if (state === 'running' || state === 'nearly-late' || state === 'late') return <Clock view={view} due={row.lateAfter} />;
  return (
    <WordStatus kind={state === 'met' ? 'done' : state === 'met-late' ? 'late' : 'waiting'}>
      {view.t(`obligations.state.${state}`)}
    </WordStatus>
  );
}

function Authority({ view, row }: { view: View; row: DutyRow }) {
  return (
    <details>
      <summary class="quiet-text">
        {row.kind} ·{' '}
        <abbr title={`${row.citation}. ${view.t('duties.source', { words: row.confidence.words })}`}>{shortCitation(row.citation)}</abbr>
      </summary>
      <p>{row.why}</p>
      <p class="quiet-text">
        {row.citation}. {view.t('duties.source', { words: row.confidence.words })}
      </p>
      <p class="quiet-text">{view.t('duties.ifMissed', { consequence: row.ifMissed })}</p>
    </details>
  );
}

const SHORT = 48;

/** The first source of the citation, cut at a word. */
function shortCitation(citation: string): string {
  const first = citation.split(/[:;[]/)[0]!.trim();
  return first.length <= SHORT ? first : `${first.slice(0, SHORT).replace(/\s+\S*$/, '')}…`;
}
