// Directives in words: how far the source is confirmed, when a point is due, which period, how a duty stands.
import type { ComponentChildren } from 'preact';
import type { Day } from '../../../kernel/time.ts';
import { titleCode } from '../../../law/index.ts';
import { formatDay, formatMonth } from '../../../platform/i18n/index.ts';
import { WordStatus, type StatusKind } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import { type Directive, type Point, isSummary } from '../directive.ts';
import { isAsked, keepingOf } from '../law-duty.ts';
import type { DutyState, Repeating, Term } from '../term.ts';

/** "Court order, Supreme Court of India, 22 May 2026, No. 12". */
export function headOf(view: View, { kind, authority, dated, number }: Pick<Directive, 'kind' | 'authority' | 'dated' | 'number'>): string {
  const parts = [view.t(`directives.kind.${kind}`), authority, formatDay(view, dated)];
  return [...parts, ...(number ? [view.t('directives.number', { number })] : [])].join(', ');
}

/** The tag beside every directive: what was not seen in the source says so. */
export function Source({ view, directive: { confidence } }: { view: View; directive: Pick<Directive, 'confidence'> }) {
  return (
    <p class="directive-source">
      <strong>{confidence}</strong> {view.t(`law.confidence.${confidence}`)}
      {isSummary(confidence) ? <>. {view.t('directives.summaryOnly')}</> : null}
    </p>
  );
}

/** As it was given, line by line, in whatever script. */
export function FullText({ text }: { text: string }) {
  return (
    <div class="given-text" dir="auto">
      {text}
    </div>
  );
}

/** By when, counted from what, and whether the source or this portal sets it. */
export function termInWords(view: View, term: Term): string {
  const { t } = view;
  const { dueKind, dueCount, dueFrom, dueOn, dueBasis, repeats } = term;
  const often = repeats === 'once' ? [] : [t(`directives.repeats.${repeats}`)];
  if (dueKind === 'none') return [...often, t('directives.due.none')].join('; ');
  const by =
    dueKind === 'day'
      ? t('directives.due.on', { day: formatDay(view, dueOn!) })
      : t(`directives.due.${dueKind}.${dueFrom!}`, { count: dueCount! });
  return [...often, by, t(`directives.basis.${dueBasis!}`)].join('; ');
}

export function periodInWords(view: View, repeats: Repeating, period: Day): string {
  if (repeats === 'monthly') return formatMonth(view, period);
  if (repeats === 'once') return '';
  const quarter = Math.floor((Number(period.slice(5, 7)) - 1) / 3) + 1;
  return view.t('directives.quarter', { quarter, year: period.slice(0, 4) });
}

/** Whom the point is for, and what becomes of it. */
export function pointFacts(view: View, point: Point): string {
  const { t } = view;
  const whom = point.officeKind ? t(`officers.office.${point.officeKind}`) : t('directives.everyAddressee');
  return [whom, ...(point.setsDuty ? [dutyInWords(view, point.setsDuty)] : []), ...(isAsked(point) ? [termInWords(view, point)] : [])].join(
    ' · ',
  );
}

/** That the point is a row of the law, and how that one is kept. */
export function dutyInWords(view: View, id: string): string {
  const keeping = keepingOf(id);
  return view.t(`directives.duty.${keeping?.by ?? 'asked'}`, { id, name: view.t(titleCode(id)) });
}

const signs: Record<DutyState, StatusKind> = {
  running: 'waiting',
  'nearly-late': 'soon',
  late: 'late',
  met: 'done',
  'met-late': 'done',
  'not-applicable': 'done',
};

export function StateSign({ view, state, children }: { view: View; state: DutyState; children?: ComponentChildren }) {
  const { t } = view;
  return (
    <WordStatus kind={signs[state]}>
      {state === 'not-applicable' ? t('directives.notApplicable') : t(`obligations.state.${state}`)}
      {children}
    </WordStatus>
  );
}
