// Back-dating made visible: entries said long after what they tell, or after the month was certified or the return signed that they belong to. It changes no
// clock: an entry counts from the day it happened. What another system told was said when it was written down there; what it found frozen, it found here.
import type { DiaryFact } from '../../kernel/happenings.ts';
import { type Day, type Instant, addMonths, dayOf, daysBetween } from '../../kernel/time.ts';
import { enteredWhen } from '../diary/index.ts';
import { periodOf } from '../journals/index.ts';

/** Administrative, this portal's own: later than so many days is marked. */
export const MARKED_DAYS = 7;

/** What was frozen, and when: a certified month (`2026-11`) or a signed quarter (`2026-Q4`) of that office. */
export type Seal = { officeId: string; period: string; sealedAt: Instant };

export type BackDated<Entry> = { entry: Entry; days: number; seals: Seal[] };

/** The last said first. A correction has only the day it was said. */
export function backDatedAmong<Entry extends DiaryFact>(entries: readonly Entry[], seals: readonly Seal[]): BackDated<Entry>[] {
  const byOffice = Map.groupBy(seals, ({ officeId }) => officeId);
  return entries
    .flatMap((entry) => {
      const on = dayOf(entry.happenedAt);
      const days = daysBetween(on, dayOf(enteredWhen(entry)));
      const periods = [periodOf('month', on), periodOf('quarter', on)];
      const broken = (byOffice.get(entry.byOffice ?? '') ?? []).filter(
        ({ period, sealedAt }) => periods.includes(period) && entry.recordedAt > sealedAt,
      );
      return entry.corrects === null && (days > MARKED_DAYS || broken.length > 0) ? [{ entry, days, seals: broken }] : [];
    })
    .toSorted((one, other) => (one.entry.recordedAt > other.entry.recordedAt ? -1 : 1));
}

const MONTHS_SHOWN = 12;

export function firstDayShown(now: Instant): Day {
  return addMonths(dayOf(now), -MONTHS_SHOWN);
}
