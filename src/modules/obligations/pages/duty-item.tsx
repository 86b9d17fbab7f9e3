// One duty as a line: how long is left, what and for whom, under which section, what follows if it is missed, and the one press that does it.
import { Clock } from '../../../web/components/clock.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import { linePath } from '../duty-about.ts';
import type { DutyRow } from '../duty-row.ts';
import { AcknowledgeForm, ActForms, type Opened } from './act-forms.tsx';

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
  /** Where an act on it leads back to: a part of the list, or the record's page. Without it nothing is offered but doing it. */
  back?: string;
  /** Its forms, where the reader opened them. */
  opened?: Opened | undefined;
};

export function DutyItem({ view, row, doable, named = true, owner = false, primary = false, back, opened }: DutyItemProps) {
  return (
    <li class="duty" data-row id={back ? `duty-${row.param}` : undefined}>
      <div class="duty-clock">
        <DutyState view={view} row={row} />
      </div>
      <div class="duty-what">
        <p class="duty-title">{named ? <NamedDuty view={view} row={row} /> : row.duty}</p>
        {owner ? <p class="quiet-text">{row.officeName}</p> : null}
        {row.recordedBy ? <p class="quiet-text">{view.t(`duties.recordedBy.${row.recordedBy}`)}</p> : null}
        {row.escalated ? <p class="quiet-text">{row.escalated}</p> : null}
        {named ? <p class="quiet-text">{view.t('duties.ifMissed', { consequence: row.ifMissed })}</p> : null}
        <Story view={view} row={row} worded={opened !== undefined || !named} open={opened !== undefined} />
        <Authority view={view} row={row} named={named} />
      </div>
      <div class="duty-buttons">
        {doable ? (
          <a
            class={`button ${primary ? 'primary' : 'secondary'}`}
            href={row.doPath}
            aria-label={view.t('duties.doThis', { duty: row.duty, reference: row.reference })}
          >
            {view.t('web.duty.do')}
          </a>
        ) : null}
        {back ? <Offers view={view} row={row} back={back} opened={opened !== undefined} /> : null}
      </div>
      {opened ? <ActForms view={view} opened={opened} /> : null}
    </li>
  );
}

function Offers({ view, row, back, opened }: { view: View; row: DutyRow; back: string; opened: boolean }) {
  if (!row.actable) return null;
  const more = `${linePath(row.actPath, row.param, back)}#duty-${row.param}`;
  return (
    <>
      {row.acknowledgeable ? <AcknowledgeForm view={view} row={row} back={back} /> : null}
      {opened ? null : (
        <a class="duty-more" href={more} aria-label={view.t('duties.moreOf', { duty: row.duty, reference: row.reference })}>
          {view.t('duties.more')}
        </a>
      )}
    </>
  );
}

/**
 * The latest thing done in sight, what came before it folded away; so is word of it, of which a list says only how often it went until its line is
 * opened: with all their words some thirty lines are too much for a slow connection.
 */
function Story({ view, row: { acts, words }, worded, open }: { view: View; row: DutyRow; worded: boolean; open: boolean }) {
  const [latest, ...earlier] = acts;
  const folded = worded ? [...earlier, ...words] : earlier;
  const how = earlier.length + words.length > 0 ? view.t('duties.story', { acts: earlier.length, words: words.length }) : null;
  return (
    <>
      {latest ? <p class="duty-act">{latest}</p> : null}
      {how && folded.length === 0 ? <p class="quiet-text">{how}</p> : null}
      {how && folded.length > 0 ? (
        <details open={open}>
          <summary class="quiet-text">{how}</summary>
          <ul class="duty-story">
            {folded.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
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

function Authority({ view, row, named }: { view: View; row: DutyRow; named: boolean }) {
  return (
    <details>
      <summary class="quiet-text">
        {row.kind} · {shortCitation(row.citation)}
      </summary>
      <p>{row.why}</p>
      <p class="quiet-text">
        {row.citation}. {view.t('duties.source', { words: row.confidence.words })}
      </p>
      {named ? null : <p class="quiet-text">{view.t('duties.ifMissed', { consequence: row.ifMissed })}</p>}
    </details>
  );
}

const SHORT = 48;

/** The first source of the citation, cut at a word. */
function shortCitation(citation: string): string {
  const first = citation.split(/[:;[]/)[0]!.trim();
  return first.length <= SHORT ? first : `${first.slice(0, SHORT).replace(/\s+\S*$/, '')}…`;
}
