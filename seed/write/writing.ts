// What every part of the writer works with.
import type { Instant } from '../../src/kernel/time.ts';
import type { ScoreContext } from '../../src/modules/matching/index.ts';
import type { Random } from '../random.ts';
import type { PhotographPool } from './photographs.ts';
import type { References } from './references.ts';
import type { RowBatch } from './row-batch.ts';
import type { World } from './world.ts';

export type Writing = {
  /** The nation's present. */
  now: Instant;
  world: World;
  references: References;
  photographs: PhotographPool;
  score: ScoreContext;
  seal: (text: string) => Uint8Array;
  keyedHash: (text: string) => string;
};

/** One story being written: its own stream of ids, so that child 7 has the same ids however many children there are. */
export type Telling = Writing & { batch: RowBatch; random: Random };
