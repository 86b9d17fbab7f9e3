// Finding: no single missing or wrong field hides a pair; a record without a name is found; odd registers do no harm.
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../children/index.ts';
import { found, missing, world } from '../../../../tests/matching/pair.ts';
import { addToFinder, closeInFinder, findAmong, settleFinder, startFinder } from './finder.ts';

const burn: Mark = { kind: 'burn', site: 'forearm', side: 'left', text: null };
const lost = {
  child: ['पूजा कुमारी'],
  father: ['रामेश्वर पासवान'],
  mother: ['सुनीता देवी'],
  sibling: ['Sonu'],
  sex: 'female' as const,
  years: [8, 8] as [number, number],
  marks: [burn],
  homeWords: ['Sonepur'],
  district: 'BR-SON',
};
const seen = {
  child: ['Pooja'],
  father: ['Rameshwar'],
  mother: ['Sunita'],
  sibling: ['Sonu'],
  sex: 'female' as const,
  years: [8, 9] as [number, number],
  marks: [burn],
  homeWords: ['सोनपुर'],
  on: '2025-03-20',
  district: 'BR-PAT',
};

const strangers = ['Karthik', 'Manpreet', 'Debashish', 'Gulshan', 'Thomas', 'Venkatesh', 'Abdul', 'Rajni'];
const few = { names: 3, keys: 3 };

/** A register of a thousand strangers about the one. */
function register(one: Parameters<typeof missing>[0]) {
  const finder = startFinder();
  const add = (told: Parameters<typeof missing>[0]): number => addToFinder(finder, missing(told), world);
  for (let at = 0; at < 500; at++)
    add({
      child: [strangers[at % 8]!],
      father: [strangers[(at * 5) % 8]!],
      sex: at % 3 ? 'female' : 'male',
      years: [at % 17, at % 17],
      district: 'KL-KOZ',
    });
  settleFinder(finder);
  const number = add(one); // after settling: a record that came later is found at once
  for (let at = 0; at < 500; at++) add({ child: [strangers[(at * 3) % 8]!], sex: 'female', years: [at % 17, at % 17], district: 'KL-KOZ' });
  return { finder, number };
}

describe('a girl among a thousand', () => {
  const { finder, number } = register(lost);
  const finds = (told: Parameters<typeof found>[0]): boolean => findAmong(finder, found(told), world, few).includes(number);

  test.each([
    ['nothing', {}],
    ['her name', { child: [] }],
    ['her father', { father: [] }],
    ['all names', { child: [], father: [], mother: [], sibling: [] }],
    ['all but her mother', { child: [], father: [], sibling: [], marks: [], homeWords: [] }],
    ['all but her brother', { child: [], father: [], mother: [], marks: [], homeWords: [] }],
    ['all but a scar', { child: [], father: [], mother: [], sibling: [], homeWords: [] }],
    ['all but home', { child: [], father: [], mother: [], sibling: [], marks: [] }],
    ['age and sex', { years: undefined, sex: null }],
  ])('is found with %s left out', (_, left) => expect(finds({ ...seen, ...left })).toBe(true));

  test.each([
    ['another name', { child: ['Karthika'] }],
    ['another father', { father: ['Thomas'] }],
    ['a boy', { sex: 'male' as const }],
    ['years wrong', { years: [15, 16] as [number, number] }],
    ['another scar', { marks: [{ ...burn, kind: 'mole' as const }] }],
    ['another home', { homeWords: ['Madurai'] }],
    ['found before she was lost', { on: '2025-01-01' }],
  ])('is found with %s told', (_, wrong) => expect(finds({ ...seen, ...wrong })).toBe(true));

  test('with everything else told she is not, or the test above would prove nothing', () => {
    expect(finds({ child: ['Thomas'], father: ['Gulshan'], sex: 'male', years: [3, 3], on: '2025-03-20', district: 'KL-KOZ' })).toBe(false);
  });

  test('closed, she is found no more', () => {
    const own = register(lost);
    closeInFinder(own.finder, own.number);
    expect(findAmong(own.finder, found(seen), world)).not.toContain(own.number);
  });
});

describe('odd registers', () => {
  test('twenty thousand of one name and nothing else: the answer stays short', () => {
    const finder = startFinder();
    for (let at = 0; at < 20_000; at++) addToFinder(finder, missing({ child: ['Baby'] }), world);
    settleFinder(finder);
    expect(findAmong(finder, found({ child: ['Baby'] }), world).length).toBeLessThanOrEqual(400);
  });

  test('twenty thousand of one place and no name: the answer stays short', () => {
    const finder = startFinder();
    for (let at = 0; at < 20_000; at++) addToFinder(finder, missing({ district: 'BR-PAT' }), world);
    expect(findAmong(finder, found({ district: 'BR-PAT' }), world)).toHaveLength(150);
  });

  test.each([0, 200, 400])('of four hundred alike, the one who shares the amputation is found, added after %i of them', (before) => {
    const finder = startFinder();
    const nameless = { sex: 'female' as const, years: [8, 8] as [number, number], district: 'BR-PAT' };
    const hand: Mark = { kind: 'amputation', site: 'hand', side: 'left', text: null };
    const add = (times: number): void => {
      for (let at = 0; at < times; at++) addToFinder(finder, missing(nameless), world);
    };
    add(before);
    const number = addToFinder(finder, missing({ ...nameless, marks: [hand] }), world);
    add(400 - before);
    expect(findAmong(finder, found({ ...nameless, on: '2025-03-20', marks: [hand] }), world)).toContain(number);
  });

  test.each([
    ['nothing at all', {}],
    ['ten thousand letters', { child: ['क'.repeat(10_000)] }],
    ['pictures and hidden signs', { child: ['👧🏽\u202E\u200B'] }],
    ['ages 0 and 40', { years: [0, 40] as [number, number] }],
  ])('a child of whom is told %s', (_, told) => {
    const { finder } = register(lost);
    const number = addToFinder(finder, missing(told), world);
    expect(number).toBe(1001);
    expect(Array.isArray(findAmong(finder, found(told), world))).toBe(true);
  });

  test('of twins both are found', () => {
    const { finder, number } = register(lost);
    const twin = addToFinder(finder, missing({ ...lost, child: ['Guddi'] }), world);
    expect(findAmong(finder, found(seen), world, few)).toEqual(expect.arrayContaining([number, twin]));
  });
});
