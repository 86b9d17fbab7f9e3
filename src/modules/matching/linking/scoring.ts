// From levels to bits: each field's worth, how common the value is, and repeats of one fact (a postcode and its city) counted once and a half.
import type { Field } from './aspects.ts';
import type { FieldComparer, PairComparer } from './comparing.ts';
import { type Frequency, frequencyBits } from './frequency.ts';
import { type Model, bitsOf } from './weights.ts';

/** Fields that say much the same: of those that speak for a pair the strongest counts in full, the others by `damping`. Against a pair each counts in full. */
const groups: readonly { readonly fields: readonly Field[]; readonly damping: number }[] = [
  { fields: ['place', 'city', 'state', 'postcode'], damping: 0.5 },
];

/** What brothers and sisters, couples and flatmates share. The rest is a person's own. */
const householdFields: readonly Field[] = [
  'surname',
  'father',
  'mother',
  'address',
  'streetNumber',
  'place',
  'city',
  'state',
  'postcode',
  'telephone',
];

export type Scorer = {
  readonly fields: readonly Field[];
  /** Bits for a pair, without the prior. `into` receives the bits of each field as counted, in the order of `fields`. */
  score(one: number, other: number, into: Float64Array): number;
  /** Of the pair last scored, the bits that any two people of one household would have too. */
  shared(): number;
  /** Levels of the pair last scored. */
  readonly levels: Uint8Array;
};

export function scorerOf(
  comparers: readonly FieldComparer[],
  frequencies: readonly Frequency[],
  compare: PairComparer,
  model: Model,
): Scorer {
  const tables = comparers.map(({ field }) => Float64Array.from(bitsOf(model.fields[field]!)));
  const strangers = comparers.map(({ field }) => model.fields[field]!.u);
  const groupOf = comparers.map(({ field }) => groups.findIndex((group) => group.fields.includes(field)));
  const household = comparers.map(({ field }) => householdFields.includes(field));
  let shared = 0;
  const strongest = new Float64Array(groups.length);
  const levels = new Uint8Array(comparers.length);
  return {
    fields: comparers.map(({ field }) => field),
    levels,
    shared: () => shared,
    score(one, other, into) {
      compare(one, other, levels);
      strongest.fill(0);
      for (let at = 0; at < levels.length; at++) {
        const level = levels[at]!;
        let bits = 0;
        if (level > 0) {
          const { numbers } = comparers[at]!;
          bits = tables[at]![level]! + frequencyBits(frequencies[at]!, level, numbers[one]!, numbers[other]!, strangers[at]![level]!);
        }
        into[at] = bits;
        const group = groupOf[at]!;
        if (group >= 0 && bits > strongest[group]!) strongest[group] = bits;
      }
      let sum = 0;
      shared = 0;
      for (let at = 0; at < levels.length; at++) {
        const group = groupOf[at]!;
        if (group >= 0 && into[at]! > 0) {
          if (into[at]! === strongest[group]!) strongest[group] = Infinity; // the first of equals counts in full, the next do not
          else into[at] = into[at]! * groups[group]!.damping;
        }
        sum += into[at]!;
        if (household[at]) shared += into[at]!;
      }
      return sum;
    },
  };
}
