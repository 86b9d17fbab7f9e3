// A record's diary: when each thing happened beside when it was recorded, and where another system wrote it down first, when it did. The lags are the story.
import type { ComponentChildren } from 'preact';
import { type Instant, minutesBetween } from '../../kernel/time.ts';
import { formatDuration, formatMoment } from '../../platform/i18n/index.ts';
import type { View } from '../view.ts';
import { Icon } from './icon.tsx';

/** `happenedAt` null: a correction, which has only the moment it was recorded. */
export type TimelineEntry = {
  happenedAt: Instant | null;
  /** Another system wrote it down then; null or absent: it was entered here. */
  enteredAt?: Instant | null;
  recordedAt: Instant;
  what: ComponentChildren;
  by: string;
  paper?: { href: string; label: string } | null;
};

/** Recorded a day or more after it happened: shown as late. */
const lateMinutes = 24 * 60;

export function Timeline({ view, entries, caption }: { view: View; entries: readonly TimelineEntry[]; caption: string }) {
  const columns = ['happened', 'recorded', 'what', 'by', 'paper'].map((name) => view.t(`web.timeline.${name}`));
  return (
    <table class="timeline stacked">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, index) => (
          <tr key={index} data-row>
            <td class="moment" data-label={columns[0]}>
              {entry.happenedAt ? <time dateTime={entry.happenedAt}>{formatMoment(view, entry.happenedAt)}</time> : null}
            </td>
            <td class="moment" data-label={columns[1]}>
              <Recorded view={view} entry={entry} />
            </td>
            <td data-label={columns[2]}>{entry.what}</td>
            <td data-label={columns[3]}>{entry.by}</td>
            <td data-label={columns[4]}>{entry.paper ? <a href={entry.paper.href}>{entry.paper.label}</a> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Up to its entry in its own system an office answers; from there to here whoever carried it. Where both are one moment it is said once. */
function Recorded({ view, entry: { happenedAt, enteredAt, recordedAt } }: { view: View; entry: TimelineEntry }) {
  const here = <time dateTime={recordedAt}>{formatMoment(view, recordedAt)}</time>;
  if (!enteredAt || minutesBetween(enteredAt, recordedAt) < 1)
    return (
      <>
        {here} <Lag view={view} from={happenedAt} to={recordedAt} />
      </>
    );
  return (
    <>
      {view.t('web.timeline.there')} <time dateTime={enteredAt}>{formatMoment(view, enteredAt)}</time>{' '}
      <Lag view={view} from={happenedAt} to={enteredAt} /> {view.t('web.timeline.here')} {here}{' '}
      <Lag view={view} from={enteredAt} to={recordedAt} />
    </>
  );
}

function Lag({ view, from, to }: { view: View; from: Instant | null; to: Instant }) {
  if (!from) return null;
  const minutes = minutesBetween(from, to);
  if (minutes < 1) return null;
  const late = minutes >= lateMinutes;
  return (
    <span class={late ? 'lag late' : 'lag'}>
      {late ? <Icon name="late" /> : null}
      {view.t('web.timeline.lag', { duration: formatDuration(view, minutes) })}
    </span>
  );
}
