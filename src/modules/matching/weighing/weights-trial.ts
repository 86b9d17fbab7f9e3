// A change of weights tried before it serves: which pairs of the register it would move between the bands officers see.
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { type Band, bandOf } from '../band.ts';
import { scoreContext } from '../jobs.ts';
import { preparedRecords } from '../register/prepared-records.ts';
import { currentRegister, findCandidates } from '../register/register.ts';
import { openMissing } from '../register/register-store.ts';
import { comparePair } from '../score.ts';
import type { Weights } from './weights.ts';

export type Move = { missingId: RecordId; foundId: RecordId; from: Band; to: Band; before: number; after: number };
/** `serving`: the version that serves. `moves` are those between bands, the largest first. */
export type Trial = { serving: string; records: number; pairs: number; moves: Move[] };

/** Compares the newest open missing reports, so many, with all whom each may be: by the weights that serve, and by the proposed ones. Stores nothing. */
export async function tryWeights(context: Context, proposed: Weights, atMost: number): Promise<Trial> {
  const score = await scoreContext(context);
  const register = await currentRegister(context, score, () => {});
  const trial: Trial = { serving: score.weights.version, records: 0, pairs: 0, moves: [] };
  for (const id of await openMissing(context, atMost)) {
    const mine = (await preparedRecords(context, [id])).get(id);
    if (!mine) continue;
    trial.records++;
    const whom = (await findCandidates(context, register, [mine], score)).get(id)!;
    for (const theirs of (await preparedRecords(context, whom)).values()) {
      const before = comparePair(mine.prepared, theirs.prepared, score);
      const after = comparePair(mine.prepared, theirs.prepared, { ...score, weights: proposed });
      const [from, to] = [bandOf(before), bandOf(after)];
      trial.pairs++;
      if (from !== to)
        trial.moves.push({ missingId: id, foundId: theirs.id, from, to, before: before.probability, after: after.probability });
    }
  }
  trial.moves.sort((one, other) => Math.abs(other.after - other.before) - Math.abs(one.after - one.before));
  return trial;
}
