// From levels to bits: each field's worth, how common the value is, and repeats of one fact (a postcode and its city) counted for what they add.
import { type Field, areaFields, householdFields, onlyAgainst } from './aspects.ts';
import type { FieldComparer, PairComparer } from './comparing.ts';
import { type Frequency, frequencyBits } from './frequency.ts';
import { agrees } from './starting-weights.ts';
import { type Model, bitsOf } from './weights.ts';

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
  const area = comparers.map(({ field }) => areaFields.includes(field));
  const against = comparers.map(({ field }) => onlyAgainst.includes(field));
  const household = comparers.map(({ field }) => householdFields.includes(field));
  let shared = 0;
  const levels = new Uint8Array(comparers.length);
  return {
    fields: comparers.map(({ field }) => field),
    levels,
    shared: () => shared,
    score(one, other, into) {
      compare(one, other, levels);
      let strongest = 0; // of the fields of one area that speak for the pair: it counts in full, the others by the model's damping
      for (let at = 0; at < levels.length; at++) {
        const level = levels[at]!;
        let bits = 0;
        if (level > 0) {
          const { numbers } = comparers[at]!;
          bits = tables[at]![level]! + frequencyBits(frequencies[at]!, level, numbers[one]!, numbers[other]!, strangers[at]![level]!);
        }
        if (against[at] && bits > 0) bits = 0;
        // A name all too common, or levels learned from few pairs, may be worth nothing; the same telephone never tells two people apart.
        if (bits < 0 && agrees(comparers[at]!.field, level)) bits = 0;
        into[at] = bits;
        if (area[at] && bits > strongest) strongest = bits;
      }
      let sum = 0;
      shared = 0;
      for (let at = 0; at < levels.length; at++) {
        if (area[at] && into[at]! > 0) {
          if (into[at]! === strongest) strongest = Infinity;
          else into[at] = into[at]! * model.damping;
        }
        sum += into[at]!;
        if (household[at]) shared += into[at]!;
      }
      return sum;
    },
  };
}
