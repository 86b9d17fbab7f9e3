// The return of a quarter as it was signed: its figures as they were, and the digest that proves them.
import { createHash } from 'node:crypto';
import type { OfficeId } from '../../kernel/ids.ts';
import { type Day, type Instant, addMonths, dayOf } from '../../kernel/time.ts';
import { type JournalEntry, periodOf, spanOf } from '../journals/index.ts';
import { type Figures, canonicalText } from './figures.ts';

/** The two returns of a quarter that one signature makes (JJ Act s.36(4) and s.40(4)). */
export const signedWhats = ['inquiries-disposed-and-pending', 'restored-dead-and-runaway'] as const;

export type QuarterlyReturn = {
  id: string;
  officeId: OfficeId;
  period: string;
  remarks: string | null;
  nilCode: string | null;
  digest: string;
  signedAt: Instant;
  officerName: string;
  figures: Figures;
};

/** Of what was signed: a figure or a word changed gives another. */
export function digestOf(signed: Pick<QuarterlyReturn, 'officeId' | 'period' | 'nilCode' | 'remarks' | 'figures'>): string {
  return createHash('sha256').update(canonicalText(signed, signed.figures)).digest('hex');
}

const QUARTERS_BACK = 8;

/** The quarters offered, the last that is over first, the running one before it. */
export function quartersOffered(now: Instant): string[] {
  const today = dayOf(now);
  return Array.from({ length: QUARTERS_BACK + 1 }, (_, back) =>
    periodOf('quarter', addMonths(today.slice(0, 8).concat('01') as Day, -3 * back)),
  );
}

/** The last quarter that is over in India. */
export function lastQuarter(now: Instant): string {
  return quartersOffered(now)[1]!;
}

export type Quarter = { period: string; from: Day; to: Day; over: boolean };

/** Of what was asked: a quarter that has begun; else null. Without a question, the last that is over. */
export function readQuarter(text: string | undefined, now: Instant): Quarter | null {
  const period = text || lastQuarter(now);
  const span = /^20\d\d-Q[1-4]$/.test(period) ? spanOf(period) : null;
  if (!span || span.from > dayOf(now)) return null;
  return { period, ...span, over: span.to < dayOf(now) };
}

/** Where a journal says that the return of a quarter was received. */
export function receiptIn(journal: readonly JournalEntry[], period: string): JournalEntry | undefined {
  return journal.find((entry) => entry.happening === 'office.returnReceived' && entry.facts.period === period);
}
