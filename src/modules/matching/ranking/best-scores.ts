// How high the best scores are while they are found: who can no more come among them need not be looked at closely.

/** Scores from -lowest on, in steps of a thirty-second. */
const lowest = 32;
const perPoint = 32;
const steps = 2 * lowest * perPoint;

/** `most` of the scores noted are at least `limit`, to a step below; minus infinity until so many were noted. */
export type BestScores = { limit: number; most: number; step: number; above: number; perStep: Uint32Array };

export function startBest(most: number): BestScores {
  return { limit: Number.NEGATIVE_INFINITY, most, step: 0, above: 0, perStep: new Uint32Array(steps) };
}

export function noteScore(best: BestScores, score: number): void {
  const step = Math.max(0, Math.min(steps - 1, Math.floor((score + lowest) * perPoint)));
  if (step < best.step) return;
  best.perStep[step]!++;
  best.above++;
  while (best.above - best.perStep[best.step]! >= best.most) best.above -= best.perStep[best.step++]!;
  if (best.step > 0) best.limit = best.step / perPoint - lowest;
}
