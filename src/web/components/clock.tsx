// How long is left, or how late it is. The one place where colour means something: red late, amber soon, grey otherwise; always with words.
import { type Instant, addHours } from '../../kernel/time.ts';
import { formatDeadline, formatMoment } from '../../platform/i18n/index.ts';
import type { View } from '../view.ts';
import { Icon } from './icon.tsx';

export type Urgency = 'late' | 'soon' | 'later';

/** Within half a day a duty is soon: it has to be done in this shift or the next. */
const soonHours = 12;

export function urgencyOf(due: Instant, now: Instant): Urgency {
  if (due < now) return 'late';
  return due <= addHours(now, soonHours) ? 'soon' : 'later';
}

export function Clock({ view, due }: { view: View; due: Instant }) {
  const urgency = urgencyOf(due, view.now);
  return (
    <span class={`clock ${urgency}`}>
      <Icon name={urgency === 'late' ? 'late' : 'clock'} />
      <time dateTime={due} title={formatMoment(view, due)}>
        {formatDeadline(view, due, view.now)}
      </time>
    </span>
  );
}
