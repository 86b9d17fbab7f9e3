// The best of many by score: who is strictly better is never left out for who came first.

/** The score of the one at place `most`, from the best. */
function scoreOf(scores: readonly number[], most: number): number {
  return Float64Array.from(scores).sort()[scores.length - most]!;
}

/** The `most` best by score, in no order; of those alike at the border, who came first. */
export function best(records: readonly number[], scores: readonly number[], most: number): number[] {
  if (records.length <= most) return [...records];
  const limit = scoreOf(scores, most);
  const above = records.filter((_, at) => scores[at]! > limit);
  for (let at = 0; at < records.length && above.length < most; at++) if (scores[at] === limit) above.push(records[at]!);
  return above;
}
