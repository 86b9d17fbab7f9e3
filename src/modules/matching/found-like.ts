// Which found children a description may be, of a child nobody has a record of: asked by the worker alone, stored by whoever asks. Nothing is kept here.
import type { RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import type { Circumstances, Description } from '../children/index.ts';
import { bandOf } from './band.ts';
import { scoreContext } from './jobs.ts';
import { prepare } from './prepare.ts';
import { forgetPrepared, preparedRecords } from './register/prepared-records.ts';
import { currentRegister, findLike } from './register/register.ts';
import { type Comparison, comparePair } from './score.ts';

export type FoundLike = { recordId: RecordId; comparison: Comparison };

/** Most officers can look at before the caller is rung. */
const MOST = 10;

/** Found children not weakly like the one described, likeliest first. `registerHeld` before the transaction is opened. */
export async function foundLike(
  context: Context,
  description: Description,
  circumstances: Omit<Circumstances, 'kind'>,
): Promise<FoundLike[]> {
  const score = await scoreContext(context);
  const register = await currentRegister(context, score, (id) => forgetPrepared(context.tools, id));
  const sought = prepare(description, { ...circumstances, kind: 'missing' });
  const others = await preparedRecords(context, findLike(register, sought, score));
  return [...others.values()]
    .filter(({ kind }) => kind === 'found')
    .map(({ id, prepared }) => ({ recordId: id, comparison: comparePair(sought, prepared, score) }))
    .filter(({ comparison }) => bandOf(comparison) !== 'weak')
    .toSorted((a, b) => b.comparison.totalBits - a.comparison.totalBits)
    .slice(0, MOST);
}
