// A record's diary on screen: what happened, when it happened, when it was recorded and by whom. The lag between the two is the story.
import { type DiaryFact, happenings } from '../../../kernel/happenings.ts';
import { type Instant, minutesBetween } from '../../../kernel/time.ts';
import { type Values, formatDuration, formatMoment } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import type { TimelineEntry } from '../store.ts';

const LATE_MINUTES = 24 * 60; // recorded more than a day after it happened: marked, with a word
const SAME_MINUTES = 1;

/** One entry's fact as its sentence needs it: codes become words, spans of minutes become spans in words. Candidates stay unnamed. */
function wordsOf(view: View, name: string, value: string | number | boolean): string | number {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (name === 'minutes') return formatDuration(view, Number(value));
  if (name === 'officeKind') return view.t(`officers.office.${value}`);
  if (typeof value === 'number' || name === 'candidate' || name === 'field' || name === 'rule') return value;
  return view.t(`diary.fact.${name}.${value}`);
}

/** The sentence of one happening, in the reader's language. */
export function happeningSentence(view: View, entry: Pick<DiaryFact, 'happening' | 'facts'>): string {
  if (!(happenings as readonly string[]).includes(entry.happening)) return entry.happening; // written by a newer version
  const facts = Object.entries(entry.facts as Record<string, string | number | boolean>);
  const values: Values = Object.fromEntries(facts.map(([name, value]) => [name, wordsOf(view, name, value)]));
  return view.t(`diary.${entry.happening}`, values);
}

function byWhom(view: View, entry: TimelineEntry): string {
  if (entry.byOfficerName) return [entry.byOfficerName, entry.byOfficeName].filter(Boolean).join(', ');
  return entry.byOfficeName ?? view.t(`diary.door.${entry.door}`);
}

function Recorded({ view, entry }: { view: View; entry: TimelineEntry }) {
  const lag = minutesBetween(entry.happenedAt, entry.recordedAt);
  if (lag <= SAME_MINUTES) return <>{view.t('diary.recordedAtOnce')}</>;
  const duration = formatDuration(view, lag);
  return (
    <>
      <time dateTime={entry.recordedAt}>{formatMoment(view, entry.recordedAt)}</time>{' '}
      <span class={lag > LATE_MINUTES ? 'lag late' : 'lag'}>{view.t(lag > LATE_MINUTES ? 'diary.lagLate' : 'diary.lag', { duration })}</span>
    </>
  );
}

type RowProps = { view: View; entry: TimelineEntry; corrected: TimelineEntry | undefined; struck: boolean };

function Row({ view, entry, corrected, struck }: RowProps) {
  const sentence = happeningSentence(view, entry);
  const said = corrected ? view.t('diary.correction', { when: formatMoment(view, corrected.recordedAt), sentence }) : sentence;
  return (
    <tr>
      <td data-label={view.t('diary.column.happened')}>
        <time dateTime={entry.happenedAt}>{formatMoment(view, entry.happenedAt)}</time>
      </td>
      <td data-label={view.t('diary.column.recorded')}>
        <Recorded view={view} entry={entry} />
      </td>
      <td data-label={view.t('diary.column.what')}>
        {struck ? <s>{said}</s> : said}
        {struck ? <span class="hint"> {view.t('diary.corrected')}</span> : null}
      </td>
      <td data-label={view.t('diary.column.by')}>{byWhom(view, entry)}</td>
    </tr>
  );
}

/** `entries` in the order they were recorded (`readTimeline`). A corrected entry stays, struck through, beside its correction. */
export function DiaryTimeline({ view, entries, since }: { view: View; entries: readonly TimelineEntry[]; since?: Instant }) {
  const byId = new Map(entries.map((entry) => [entry.entryId, entry]));
  const struck = new Set(entries.map((entry) => entry.corrects));
  const shown = since ? entries.filter((entry) => entry.recordedAt >= since) : entries;
  const { t } = view;
  return (
    <section class="diary" aria-labelledby="diary-title">
      <h2 id="diary-title">{t('diary.title')}</h2>
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{t('diary.column.happened')}</th>
            <th scope="col">{t('diary.column.recorded')}</th>
            <th scope="col">{t('diary.column.what')}</th>
            <th scope="col">{t('diary.column.by')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((entry) => (
            <Row key={entry.entryId} view={view} entry={entry} corrected={byId.get(entry.corrects ?? '')} struck={struck.has(entry.entryId)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
