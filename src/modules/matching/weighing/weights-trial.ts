// A change of weights tried before it serves: which pairs of the register it would move between the bands officers see.
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { type Band, bandOf } from '../band.ts';
import { scoreContext } from '../jobs.ts';
import { preparedRecords } from '../register/prepared-records.ts';
import { currentRegister, findCandidates } from '../register/register.ts';
import { openMissing } from '../register/register-store.ts';
import { comparePair } from '../score.ts';
import { allWaiting } from '../store.ts';
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

const AT_ONCE = 500;

/** How many pairs wait for an officer's answer, and how many of them the proposed weights would withdraw unanswered: all are looked at. */
export type Withdrawals = { waiting: number; withdrawn: number };

export async function withdrawalsBy(context: Context, proposed: Weights): Promise<Withdrawals> {
  const score = { ...(await scoreContext(context)), weights: proposed };
  const result: Withdrawals = { waiting: 0, withdrawn: 0 };
  let last: string | null = null;
  for (;;) {
    const pairs = await allWaiting(context, last, AT_ONCE);
    if (pairs.length === 0) return result;
    last = pairs.at(-1)!.id;
    const ready = await preparedRecords(context, [...new Set(pairs.flatMap(({ missingId, foundId }) => [missingId, foundId]))]);
    for (const { missingId, foundId } of pairs) {
      result.waiting++;
      const [missing, found] = [ready.get(missingId), ready.get(foundId)];
      if (missing && found && bandOf(comparePair(missing.prepared, found.prepared, score)) === 'weak') result.withdrawn++;
    }
  }
}
