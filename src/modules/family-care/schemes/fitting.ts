// Which schemes fit a child: over what the file says, for each scheme whether it fits, does not, or cannot be told, with every reason and what is missing. Pure.
import { type Age, ageOn } from '../../../kernel/age.ts';
import type { Paise } from '../../../kernel/money.ts';
import type { Day } from '../../../kernel/time.ts';
import {
  type Area,
  type Hardship,
  type Living,
  type Scheme,
  type SchemeId,
  type SchemePaper,
  schemeIds,
  schemeOn,
} from '../../../law/index.ts';

/** Null: the file does not say. Unknown is neither yes nor no. */
export type ChildFile = {
  age: Age | null;
  livesWith: Living | null;
  income: Paise | null;
  area: Area | null;
  hardships: readonly Hardship[] | null;
  legallyFree: boolean | null;
  papers: ReadonlySet<SchemePaper>;
};

export type Reason = {
  code: 'too-young' | 'too-old' | 'age-unknown' | 'age-unsure' | 'living' | 'living-unknown' | 'income' | 'income-unknown' | 'hardship' | 'hardship-unknown'
    | 'not-free' | 'free' | 'free-unknown'; // prettier-ignore
  verdict: 'not' | 'unknown';
  facts: { years?: number; most?: number };
};
export type Fitting = { id: SchemeId; scheme: Scheme; verdict: 'fits' | 'not' | 'unknown'; reasons: Reason[]; missing: SchemePaper[] };

const not = (code: Reason['code'], facts: Reason['facts'] = {}): Reason => ({ code, verdict: 'not', facts });
const unknown = (code: Reason['code'], facts: Reason['facts'] = {}): Reason => ({ code, verdict: 'unknown', facts });

function ageReason({ fromAge, beforeAge, beforeAgeInNeed }: Scheme, age: Age | null, today: Day): Reason | null {
  if (age === null) return unknown('age-unknown');
  const { lowMonths, highMonths } = ageOn(age, today);
  const end = (beforeAgeInNeed ?? beforeAge) * 12;
  if (highMonths < fromAge * 12) return not('too-young', { years: fromAge });
  if (lowMonths >= end) return not('too-old', { years: end / 12 });
  return lowMonths < fromAge * 12 || highMonths >= end
    ? unknown('age-unsure', { years: lowMonths < fromAge * 12 ? fromAge : end / 12 })
    : null;
}

/** Below the lowest ceiling it fits wherever the family lives, above the highest nowhere; between, the area decides. */
function incomeReason({ incomeCeiling }: Scheme, { income, area }: ChildFile): Reason | null {
  if (incomeCeiling === null) return null;
  if (income === null) return unknown('income-unknown');
  if (area !== null) return income > incomeCeiling[area] ? not('income', { most: incomeCeiling[area] }) : null;
  const ceilings = Object.values(incomeCeiling);
  if (income > Math.max(...ceilings)) return not('income', { most: Math.max(...ceilings) });
  return income > Math.min(...ceilings) ? unknown('income-unknown') : null;
}

function hardshipReason({ hardships }: Scheme, own: ChildFile['hardships']): Reason | null {
  if (hardships === null) return null;
  if (own === null) return unknown('hardship-unknown');
  return own.some((one) => hardships.includes(one)) ? null : not('hardship');
}

function freeReason({ legallyFree }: Scheme, free: boolean | null): Reason | null {
  if (legallyFree === null) return null;
  if (free === null) return unknown('free-unknown');
  if (legallyFree === 'needed') return free ? null : not('not-free');
  return free ? not('free') : null;
}

function livingReason({ livings }: Scheme, livesWith: Living | null): Reason | null {
  if (livesWith === null) return livings.length < 5 ? unknown('living-unknown') : null;
  return livings.includes(livesWith) ? null : not('living');
}

export function fittingOf(scheme: Scheme, file: ChildFile, today: Day): Fitting {
  const reasons = [
    ageReason(scheme, file.age, today),
    livingReason(scheme, file.livesWith),
    incomeReason(scheme, file),
    hardshipReason(scheme, file.hardships),
    freeReason(scheme, file.legallyFree),
  ].filter((reason) => reason !== null);
  const verdict = reasons.find((reason) => reason.verdict === 'not')?.verdict ?? reasons[0]?.verdict ?? 'fits';
  const missing = verdict === 'not' ? [] : scheme.papers.filter((paper) => !file.papers.has(paper));
  return { id: scheme.id, scheme, verdict, reasons, missing };
}

/** Of every scheme in force on the day: what fits first, then what cannot be told, then what does not. */
export function fittings(file: ChildFile, today: Day): Fitting[] {
  const order = { fits: 0, unknown: 1, not: 2 };
  return schemeIds
    .flatMap((id) => schemeOn(id, today) ?? [])
    .map((scheme) => fittingOf(scheme, file, today))
    .toSorted((one, other) => order[one.verdict] - order[other.verdict]);
}
