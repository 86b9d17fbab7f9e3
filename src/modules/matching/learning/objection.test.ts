// What one office alone teaches is not kept: the gain must be met again in what others judged.
import { describe, expect, test } from 'vitest';
import { found, missing, world } from '../../../../tests/matching/pair.ts';
import { servedWeights } from '../weighing/served-weights.ts';
import { heldOut } from './held-out.ts';
import { objection, othersOf } from './objection.ts';
import type { TeachingPair } from './verdicts.ts';

const context = { ...world, weights: servedWeights };
const known = { child: ['Kamla Devi'], father: ['Ramesh Prasad'], mother: ['Sunita'], years: [8, 8] as [number, number] };

/** Girls whose names agree; `slip`: found as boys. Verdict after verdict of other children and officers. */
function verdicts(count: number, office: string, { same, slip }: { same: boolean; slip: boolean }): TeachingPair[] {
  return Array.from({ length: count }, (_, at) => ({
    missing: missing({ ...known, sex: 'female' }),
    found: found({ ...known, sex: slip ? 'male' : 'female' }),
    missingId: `${office} m${at} ${same} ${slip}`,
    foundId: `${office} f${at} ${same} ${slip}`,
    same,
    officer: `${office} ${at}`,
    office: `${office} ${at % 5}`,
  }));
}
const oneOffice = (those: readonly TeachingPair[]): TeachingPair[] => those.map((one) => ({ ...one, office: 'the large one' }));
const said = (all: readonly TeachingPair[]): string | null => objection(all, heldOut(all, context), othersOf(all, context));

describe('learned weights are', () => {
  /** In truth girls found as boys are the same child as often as not; the code thinks they hardly ever are. */
  const shared = [...verdicts(60, 'a', { same: true, slip: true }), ...verdicts(60, 'b', { same: false, slip: true })];

  test('kept where every office teaches the same', () => {
    expect(said(shared)).toBe(null);
  });

  test('not kept where the largest office judges otherwise than all others', () => {
    const odd = oneOffice([...verdicts(250, 'x', { same: true, slip: true }), ...verdicts(250, 'y', { same: false, slip: false })]);
    const unlike = found({ child: ['Iqbal'], father: ['Thomas'], mother: ['Zeenat'], sex: 'male', years: [16, 16] });
    const others = [
      ...verdicts(60, 'c', { same: true, slip: false }),
      ...verdicts(60, 'd', { same: false, slip: false }).map((one) => ({ ...one, found: unlike })),
    ];
    const held = heldOut([...odd, ...others], context);
    expect(held.after.logLoss).toBeLessThan(held.before.logLoss); // control: together there is a gain
    expect(said([...odd, ...others])).toContain('one office’s verdicts carry the gain');
  });

  test('not kept where nearly everything is of one office', () => {
    expect(
      said([...oneOffice(shared), ...verdicts(29, 'e', { same: true, slip: false }), ...verdicts(80, 'g', { same: false, slip: true })]),
    ).toContain('nearly all verdicts are one office’s');
  });

  test('not kept of a few verdicts', () => {
    expect(said(shared.slice(0, 80))).toContain('fewer than 30 verdicts of one kind');
  });
});
