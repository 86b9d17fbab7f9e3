// How long a node waits: as long as something moves, and no longer.
import { expect, it } from 'vitest';
import { patient } from './pace.ts';

it('waits however long it takes while less and less is left, and gives up when nothing moves', () => {
  let clock = 0;
  const isOver = patient(30_000, () => clock);
  const asked = [90, 60, 20, 20, 25, 20].map((left) => ((clock += 29_000), isOver(left)));
  expect(asked).toEqual([false, false, false, false, true, true]);
  expect(isOver(19)).toBe(false);
});
