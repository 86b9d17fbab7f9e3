// The invented nation as records ready to be compared, with the truth: what the matcher is taught on, and, of another seed, measured on.
import { type Day, dayOf } from '../../src/kernel/time.ts';
import { soundKeys } from '../../src/kernel/names/index.ts';
import { type Prepared, prepare } from '../../src/modules/matching/prepare.ts';
import { type NationOptions, generateChildren } from '../../seed/children.ts';
import { districts } from '../../seed/places/places.ts';
import { type Finder, addToFinder, settleFinder, startFinder } from '../../src/modules/matching/finding/finder.ts';
import type { ScoreContext } from '../../src/modules/matching/context.ts';
import type { Weights } from '../../src/modules/matching/weighing/weights.ts';

/** `trueMissing[f]`: the number of the missing report that is found child f's, or -1. */
export type Nation = { missing: Prepared[]; found: Prepared[]; trueMissing: number[]; frequencies: Map<string, number> };

export const today = '2026-11-24' as Day;

function countNames(counts: Map<string, number>, { description }: Prepared): void {
  const keys = new Set(
    description.names.filter(({ bearer }) => ['child', 'father', 'mother'].includes(bearer)).flatMap(({ text }) => soundKeys(text)),
  );
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** All records of so many children, open and closed alike. */
export function nation(options: Omit<NationOptions, 'today'>): Nation {
  const result: Nation = { missing: [], found: [], trueMissing: [], frequencies: new Map() };
  for (const { missing, found } of generateChildren({ ...options, today })) {
    if (missing) {
      const place = { kind: 'missing', happenedOn: dayOf(missing.lastSeenAt), districtCode: missing.lastSeenDistrict } as const;
      result.missing.push(prepare(missing.description, place));
      countNames(result.frequencies, result.missing.at(-1)!);
    }
    if (found) {
      const place = { kind: 'found', happenedOn: dayOf(found.foundAt), districtCode: found.foundDistrict } as const;
      result.found.push(prepare(found.description, place));
      result.trueMissing.push(missing ? result.missing.length - 1 : -1);
      countNames(result.frequencies, result.found.at(-1)!);
    }
  }
  const records = result.missing.length + result.found.length;
  for (const [key, held] of result.frequencies) {
    if (held > 1) result.frequencies.set(key, held / records);
    else result.frequencies.delete(key); // as the portal's: what only one record has is estimated by its length
  }
  return result;
}

const points = new Map(districts.map((district) => [district.code, district]));

export function contextOf({ frequencies, missing }: Nation, weights: Weights): ScoreContext {
  return { weights, frequencies, districts: points, population: missing.length };
}

/** The missing reports, ready to be searched. */
export function finderOf({ missing }: Nation, context: ScoreContext): Finder {
  const finder = startFinder();
  for (const record of missing) addToFinder(finder, record, context);
  settleFinder(finder);
  return finder;
}
