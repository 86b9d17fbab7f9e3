// A matter of a Committee: from a child's production to the end of the inquiry (JJ Act s.36), and beside it the inquiry into a child without parents
// (s.38). Follows from the child's diary as corrected; days are Indian.
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { OfficeId } from '../../kernel/ids.ts';
import { type Day, dayOf } from '../../kernel/time.ts';

export type Ending = 'final-order' | 'in-care' | 'restored' | 'transferred' | 'not-a-child' | 'died';
export type Matter = {
  officeId: OfficeId;
  startedOn: Day;
  endedOn: Day | null;
  endedHow: Ending | null;
  withoutParents: 'two-or-under' | 'over-two' | null;
  /** The inquiry of s.38 is over: declared legally free, or there is nothing to declare any more. */
  freeOverOn: Day | null;
  declaredOn: Day | null;
  restoredOn: Day | null;
  diedOn: Day | null;
  ranAwayOn: Day[];
};

/** `diary` as corrected (`effectiveEntries`), in whatever order. A child not yet before a Committee is no matter of any. */
export function mattersOf(diary: readonly DiaryFact[]): Matter[] {
  const matters: Matter[] = [];
  for (const fact of diary.toSorted(byHappened)) {
    const last = matters.at(-1);
    const on = dayOf(fact.happenedAt);
    if (fact.happening === 'found.produced') {
      const officeId = (fact.byOffice ?? last?.officeId) as OfficeId | undefined;
      if (officeId && (!last || last.endedOn !== null)) matters.push(begun(officeId, on));
      else if (officeId && last) last.officeId = officeId;
    } else if (last) tell(last, fact, on);
  }
  return matters;
}

function begun(officeId: OfficeId, startedOn: Day): Matter {
  const never = { endedOn: null, endedHow: null, freeOverOn: null, declaredOn: null, restoredOn: null, diedOn: null };
  return { officeId, startedOn, withoutParents: null, ranAwayOn: [], ...never };
}

/** How an inquiry ends, if it ends by this. */
function endingBy(fact: DiaryFact): Ending | null {
  if (fact.happening === 'found.restored') return 'restored';
  if (fact.happening === 'inquiry.finalOrderMade') return 'final-order';
  if (fact.happening === 'inquiry.transferOrdered') return 'transferred';
  if (fact.happening === 'care.died') return 'died';
  return fact.happening === 'found.closed' ? fact.facts.outcome : null;
}

function tell(matter: Matter, fact: DiaryFact, on: Day): void {
  const ending = endingBy(fact);
  if (ending && matter.endedOn === null) [matter.endedOn, matter.endedHow] = [on, ending];
  if (fact.happening === 'inquiry.transferRefused' && matter.endedHow === 'transferred')
    [matter.endedOn, matter.endedHow, matter.freeOverOn] = [null, null, null];
  if (ending === 'restored') matter.restoredOn ??= on;
  if (ending === 'died') matter.diedOn ??= on;
  // A final order, or that the child stays in care, ends the inquiry of s.36 and not that of s.38.
  if (ending && ending !== 'final-order' && ending !== 'in-care') matter.freeOverOn ??= on;
  if (fact.happening === 'inquiry.takenAsWithoutParents') [matter.withoutParents, matter.freeOverOn] = [fact.facts.age, null];
  if (fact.happening === 'inquiry.familyCameForward') matter.freeOverOn ??= on;
  if (fact.happening === 'inquiry.declaredLegallyFree')
    [matter.declaredOn, matter.freeOverOn] = [matter.declaredOn ?? on, matter.freeOverOn ?? on];
  if (fact.happening === 'care.missingFromHome') matter.ranAwayOn.push(on);
}

function byHappened(one: DiaryFact, other: DiaryFact): number {
  const [here, there] = [one, other].map(({ happenedAt, recordedAt, entryId }) => `${happenedAt} ${recordedAt} ${entryId}`) as [
    string,
    string,
  ];
  return here < there ? -1 : here > there ? 1 : 0;
}
