// However much is told of one paper: few turns at once, and of what is said once more the last alone, unless an earlier one says what the last leaves out.
import { expect, test } from 'vitest';
import { type Outline, fewEnough, inParts, lastSaid } from './turns.ts';

type Told = ['fir' | 'update' | 'placed', number[], 'new' | 'again'];

test.each<[string, Told[], number[]]>([
  ['of one child the last stays', [['fir', [1], 'again'], ['update', [1], 'again'], ['update', [1], 'again']], [0, 2]],
  ['of each child its own', [['update', [1], 'again'], ['update', [2], 'again'], ['update', [1], 'again']], [1, 2]],
  ['where one says the place and the last does not, both stay', [['placed', [1], 'again'], ['placed', [1], 'again'], ['update', [1], 'again']], [1, 2]],
  ['what is new stays, and takes nothing away: it may be refused', [['update', [1], 'again'], ['update', [1], 'new'], ['update', [1], 'new']], [0, 1, 2]],
  ['an FIR is said over by an FIR of the same children', [['fir', [1, 2], 'again'], ['fir', [1], 'again'], ['fir', [1, 2], 'again']], [2]],
  ['of an FIR that names a child the later does not, both stay', [['fir', [1, 2], 'again'], ['fir', [1], 'again']], [0, 1]],
  ['updates do not say an FIR over', [['fir', [1], 'again'], ['placed', [1], 'again']], [0, 1]],
])('%s', (_what, told, stay) => {
  const turns = told.map((one, row) => ({ stored: { row }, again: one[2] === 'again' }));
  const outlines = new Map<number, Outline>(
    told.map(([what, children], row) => [row, { type: what === 'fir' ? 'FIR.registered' : 'MissingPerson.updated', children, place: what === 'placed' }]),
  );
  expect(lastSaid(turns, outlines).map(({ stored }) => stored.row)).toEqual(stay);
}); // prettier-ignore

test('of what is new so many are taken at once, the first; what is said once more all of it', () => {
  const turns = [false, true, false, false, true].map((again, row) => ({ stored: { row }, again }));
  expect(fewEnough(turns, 2).map(({ stored }) => stored.row)).toEqual([0, 1, 2, 4]);
});

test.each<[number[], number[][]]>([
  [[], []],
  [[3, 3, 3, 3], [[3, 3, 3], [3]]],
  [[20, 1, 20, 20], [[20], [1], [20], [20]]],
  [[0, 0, 10], [[0, 0, 10]]],
])('messages of %j bytes are read in parts of at most ten', (bytes, parts) => {
  const turns = bytes.map((one) => ({ stored: { bytes: one } }));
  expect(inParts(turns, 10).map((part) => part.map(({ stored }) => stored.bytes))).toEqual(parts);
}); // prettier-ignore
