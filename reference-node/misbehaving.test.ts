// Misbehaviour is on purpose: it comes in every kind within forty messages, is bounded, and a node that was not told to misbehaves in nothing.
import { describe, expect, it } from 'vitest';
import { UsageError, misbehaviours, readOptions } from './arguments.ts';
import { bursting, corruptionOf, corruptions, suffers } from './misbehaving.ts';

const single = ['duplicate', 'reorder', 'lose', 'delay', 'corrupt', 'wrong-key'] as const;
const numbers = Array.from({ length: 1000 }, (_, at) => at + 1);
const [all, none] = [new Set(misbehaviours), new Set<(typeof misbehaviours)[number]>()];

describe('misbehaviour', () => {
  it('comes in every kind within forty messages', () => {
    const first = numbers.slice(0, 40);
    for (const what of single) expect(first.some((number) => suffers(all, what, number))).toBe(true);
    for (const what of ['flood', 'silent'] as const) expect(first.some((number) => bursting(all, what, number))).toBe(true);
    expect(new Set(first.map((number) => corruptionOf(all, number)))).toEqual(new Set([null, ...corruptions]));
  });

  it('is bounded: no message suffers two things, half suffer none, bursts end', () => {
    const suffering = numbers.map((number) => single.filter((what) => suffers(all, what, number)).length);
    expect(Math.max(...suffering)).toBe(1);
    expect(suffering.filter((count) => count > 0).length).toBeLessThanOrEqual(500);
    for (const what of ['flood', 'silent'] as const)
      expect(numbers.filter((number) => bursting(all, what, number)).length).toBeLessThanOrEqual(3);
  });

  it('is none where none was asked for', () => {
    for (const number of numbers) expect(single.some((what) => suffers(none, what, number)) || bursting(none, 'flood', number)).toBe(false);
  });
});

describe('the command line', () => {
  it.each([
    ['all', [...misbehaviours]],
    ['lose,flood', ['lose', 'flood']],
  ])('takes --misbehave %s', (text, expected) => {
    expect([...readOptions(['--state', 'WB', '--misbehave', text], {}).misbehave]).toEqual(expected);
  });

  it.each([
    [['--state', 'Bengal']],
    [[]],
    [['--state', 'WB', '--rate', 'fast']],
    [['--state', 'WB', '--misbehave', 'nicely']],
    [['--status', 'WB']],
  ])('refuses %j', (args) => expect(() => readOptions(args, {})).toThrow(UsageError));
});
