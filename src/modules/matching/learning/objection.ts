// Why learned weights should not be kept: too little taught them, others are met worse, or it is one office that carries the gain.
import type { ScoreContext } from '../context.ts';
import { type HeldOut, heldOut } from './held-out.ts';
import type { TeachingPair } from './verdicts.ts';

/** Fewer verdicts of either kind than this say nothing of whether others are met better. */
export const fewest = 30;

/** `asked`: the other offices' verdicts, all teaching. `alone`: the same, taught by these alone. Null if too few are left to tell anything. */
export type Others = { readonly asked: HeldOut; readonly alone: HeldOut } | null;

const isFew = (verdicts: readonly TeachingPair[]): boolean => {
  const same = verdicts.filter((one) => one.same).length;
  return Math.min(same, verdicts.length - same) < fewest;
};

/** The office that gave most verdicts; the first of several. */
function largestOffice(verdicts: readonly TeachingPair[]): string | undefined {
  const offices = [...Map.groupBy(verdicts, ({ office }) => office)];
  return offices.toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0];
}

/** What is met without the office that gave most. */
export function othersOf(verdicts: readonly TeachingPair[], context: ScoreContext): Others {
  const largest = largestOffice(verdicts);
  const isOther = ({ office }: TeachingPair): boolean => office !== largest;
  const rest = verdicts.filter(isOther);
  if (isFew(rest)) return null;
  return { asked: heldOut(verdicts, context, isOther), alone: heldOut(rest, context) };
}

/** Bits a verdict. Negative: met worse than before. */
const gainOf = ({ before, after }: HeldOut): number => before.logLoss - after.logLoss;
/** Of the gain of all verdicts, the part that the other offices' must show too. A guess. */
const leastShared = 0.25;

/** In words; null if they may be kept. A gain that one office's verdicts carry is its own way of judging rather than how children are alike. */
export function objection(verdicts: readonly TeachingPair[], held: HeldOut, others: Others): string | null {
  if (isFew(verdicts)) return `fewer than ${fewest} verdicts of one kind`;
  const gain = gainOf(held);
  if (gain < 0) return 'verdicts they were not taught by are met worse than before';
  if (!others) return 'nearly all verdicts are one office’s, and nobody can tell whether the gain is more than its own way of judging';
  const shared = Math.min(gainOf(others.asked), gainOf(others.alone));
  return shared < leastShared * gain
    ? 'one office’s verdicts carry the gain: the others’ are met hardly better, or worse, than before'
    : null;
}
