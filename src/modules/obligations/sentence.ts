// Why an obligation stands as it does, in one sentence: what, by when, since what, how long, and what was not counted.
import { addDays, dayOf, endOfDay, timeOfDay, type Instant } from '../../kernel/time.ts';
import { type Due, periodOf, type Rule, titleCode } from '../../law/index.ts';
import { formatDay, formatDuration, formatMoment, type Words } from '../../platform/i18n/index.ts';
import type { Obligation, Place } from './obligation.ts';

/** A key of the catalogue and the values its message takes. */
export type Sentence = { readonly code: string; readonly facts: Record<string, string> };

/** "Produce the child before the CWC by 16:20 today: child found 13 Nov 2026, 14:20; 24 hours; journey of 2 h not counted" */
export function sentenceOf(words: Words, obligation: Obligation, rule: Rule, place: Place, now: Instant): Sentence {
  const due = periodOf(rule, place.stateCode, dayOf(obligation.startedAt), obligation.variant);
  const reason = [
    `${words.t(`law.happening.${obligation.trigger}`)} ${formatMoment(words, obligation.startedAt)}`,
    periodInWords(words, due),
    ...(obligation.journeyMinutes > 0
      ? [words.t('obligations.why.journey', { journey: formatDuration(words, obligation.journeyMinutes) })]
      : []),
    ...(obligation.extendedMonths > 0 ? [words.t('obligations.why.extended', { count: obligation.extendedMonths })] : []),
    ...(obligation.extendedTo ? [words.t('obligations.why.extendedTo', { day: formatDay(words, obligation.extendedTo) })] : []),
    ...(obligation.suspendedMinutes > 0
      ? [words.t('obligations.why.heldUp', { time: formatDuration(words, obligation.suspendedMinutes) })]
      : []),
  ].join('; ');
  return {
    code: `obligations.why.${obligation.state}`,
    facts: {
      duty: words.t(titleCode(rule.id)),
      due: 'atOnce' in due ? words.t('obligations.due.atOnce') : dueInWords(words, obligation.dueAt, now),
      ended: obligation.endedAt ? formatMoment(words, obligation.endedAt) : '',
      since: obligation.suspendedAt ? formatMoment(words, obligation.suspendedAt) : '',
      reason,
    },
  };
}

/** "24 hours", "4 months", "at once", and where the portal set the period, that it did. */
export function periodInWords(words: Words, due: Due): string {
  if ('atOnce' in due) return words.t('obligations.period.atOnce');
  const exact =
    'hours' in due
      ? words.t('obligations.period.hours', { count: due.hours })
      : 'days' in due
        ? words.t('obligations.period.days', { count: due.days })
        : 'months' in due
          ? monthsInWords(words, due)
          : 'daysBefore' in due
            ? words.t('obligations.period.daysBefore', { count: due.daysBefore })
            : words.t('obligations.period.workingDays', { count: due.workingDays });
  const period = due.about ? words.t('obligations.period.about', { period: exact }) : exact;
  return due.basis === 'portal' ? words.t('obligations.period.setByPortal', { period }) : period;
}

/** "2 months", "2 months and 3 days". */
function monthsInWords(words: Words, { months, andDays }: { months: number; andDays?: number }): string {
  const period = words.t('obligations.period.months', { count: months });
  return andDays ? words.t('obligations.period.andDays', { period, days: words.t('obligations.period.days', { count: andDays }) }) : period;
}

/** "by 14:20 today", "by the end of 13 Mar 2027". */
function dueInWords(words: Words, dueAt: Instant, now: Instant): string {
  const on = dayOf(dueAt);
  const hasTime = dueAt !== endOfDay(on);
  const today = dayOf(now);
  const day =
    on === today ? words.t('obligations.day.today') : on === addDays(today, 1) ? words.t('obligations.day.tomorrow') : formatDay(words, on);
  return hasTime ? words.t('obligations.due.time', { time: timeOfDay(dueAt), day }) : words.t('obligations.due.day', { day });
}
