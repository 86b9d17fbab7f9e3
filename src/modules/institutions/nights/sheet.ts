// The attendance sheet of a month: for each child of a home and each night, here or away and why. Pure: it follows from stays and absences.
import type { RecordId } from '../../../kernel/ids.ts';
import { type Day, type Instant, addDays, addMonths, instantAt } from '../../../kernel/time.ts';
import type { AbsenceKind } from '../residents/residence.ts';

/** `''`: the child did not live here that night, or the night is not over. */
export type Mark = 'present' | AbsenceKind | '';
export type Span = { recordId: RecordId; admissionNumber: string; admittedAt: Instant; leftAt: Instant | null };
export type AwaySpan = { recordId: RecordId; kind: AbsenceKind; fromAt: Instant; backAt: Instant | null };
export type SheetRow = { recordId: RecordId; admissionNumber: string; marks: readonly Mark[]; nights: number };
export type Sheet = { days: readonly Day[]; rows: readonly SheetRow[]; totals: readonly number[] };

/** The hour at which a night counts: who is here then slept here. */
const NIGHT = '21:00';

export function daysOfMonth(month: string): Day[] {
  const first = `${month}-01` as Day;
  const days: Day[] = [];
  for (let on = first; on < addMonths(first, 1); on = addDays(on, 1)) days.push(on);
  return days;
}

function markAt(at: Instant, span: Span, away: readonly AwaySpan[]): Mark {
  if (at < span.admittedAt || (span.leftAt !== null && at >= span.leftAt)) return '';
  return away.find(({ fromAt, backAt }) => fromAt <= at && (backAt === null || backAt > at))?.kind ?? 'present';
}

export function sheetOf(month: string, spans: readonly Span[], away: readonly AwaySpan[], now: Instant): Sheet {
  const days = daysOfMonth(month);
  const nights = days.map((day) => instantAt(day, NIGHT));
  const ofChild = Map.groupBy(away, ({ recordId }) => recordId);
  const rows = spans.map((span) => {
    const absences = ofChild.get(span.recordId) ?? [];
    const marks = nights.map((at): Mark => (at > now ? '' : markAt(at, span, absences)));
    return {
      recordId: span.recordId,
      admissionNumber: span.admissionNumber,
      marks,
      nights: marks.filter((mark) => mark === 'present').length,
    };
  });
  const totals = days.map((_, at) => rows.filter(({ marks }) => marks[at] === 'present').length);
  return { days, rows, totals };
}
