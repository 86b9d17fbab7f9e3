// The names the first pass reached, to be asked for by number: a small table that stays in the processor's first cache.
import type { Reached } from './first-pass.ts';

/** Open addressing: `names[place]` is a name plus one, 0 where free. `beyond`: no name that is not here shares more mass than that. */
export type ReachedNames = { names: Uint32Array; shares: Float64Array; beyond: number };

function placeOf({ names }: ReachedNames, name: number): number {
  const last = names.length - 1;
  let place = (Math.imul(name, 0x9e3779b1) >>> 8) & last;
  while (names[place] !== 0 && names[place] !== name + 1) place = (place + 1) & last;
  return place;
}

/** Of a name reached in several ways the best share counts. */
export function reachedNames(all: readonly Reached[]): ReachedNames {
  const count = all.reduce((sum, { names }) => sum + names.length, 0);
  const size = 1 << (34 - Math.clz32(count | 63));
  const beyond = Math.max(...all.map(({ least }) => least));
  const reached = { names: new Uint32Array(size), shares: new Float64Array(size), beyond };
  for (const { names, shares } of all)
    for (let at = 0; at < names.length; at++) {
      const place = placeOf(reached, names[at]!);
      reached.names[place] = names[at]! + 1;
      reached.shares[place] = Math.max(reached.shares[place]!, shares[at]!);
    }
  return reached;
}

/** -1 for a name that was not reached. */
export function shareOf(reached: ReachedNames, name: number): number {
  const place = placeOf(reached, name);
  return reached.names[place] === 0 ? -1 : reached.shares[place]!;
}
