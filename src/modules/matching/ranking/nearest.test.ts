// The nearest kept while words are offered, and the best scores while they are noted: the same as from all of them at once.
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../seed/random.ts';
import { noteScore, startBest } from './best-scores.ts';
import { offer, startNearest } from './nearest.ts';

describe('nearest', () => {
  it.each([1, 7, 50])(
    'keeps the %i nearest, ties beyond the number left out together, though who is out of reach is never offered',
    (most) => {
      const random = seededRandom('nearest', most);
      const distances = Array.from({ length: 6000 }, () => random.integer(3, 60));
      const nearest = startNearest(most, distances.length);
      distances.forEach((distance, word) => distance <= nearest.reach && offer(nearest, word, distance));
      const upTo = (reach: number) => distances.filter((distance) => distance <= reach).length;
      let reach = 0;
      while (upTo(reach + 1) <= most) reach++;
      expect(nearest.reach).toBe(reach);
      const kept = Array.from(nearest.near.subarray(0, nearest.count)).filter((word) => distances[word]! <= nearest.reach);
      expect(kept).toEqual([...distances.keys()].filter((word) => distances[word]! <= reach));
    },
  );

  it('makes room for more words than ever before', () => {
    const nearest = startNearest(20_000, 20_000);
    for (let word = 0; word < 20_000; word++) offer(nearest, word, 5);
    expect(nearest.count).toBe(20_000);
    expect(nearest.reach).toBeGreaterThan(5); // no more than were asked for
    expect(nearest.near[19_999]).toBe(19_999);
  });
});

describe('best scores', () => {
  it('the limit is never above the score at the last place that counts, and at most a step below', () => {
    const random = seededRandom('scores', 1);
    const best = startBest(40);
    const scores: number[] = [];
    for (let at = 0; at < 2000; at++) {
      scores.push(random.normal() * 8);
      noteScore(best, scores.at(-1)!);
      const last = scores.toSorted((one, other) => other - one)[39] ?? Number.NEGATIVE_INFINITY;
      expect(best.limit).toBeLessThanOrEqual(last);
      if (at >= 40) expect(best.limit).toBeGreaterThan(last - 1 / 16);
    }
  });
});
