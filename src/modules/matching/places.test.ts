// No one hand crowds the true pair out of the places beside a record; and nobody loses a place that no other wants.
import { expect, test } from 'vitest';
import { type Day, instantAt } from '../../kernel/time.ts';
import { type Source, placed } from './places.ts';

const now = instantAt('2026-11-24' as Day, '12:00');
const longAgo = instantAt('2026-01-24' as Day, '12:00');
type Named = { name: string; source: Source };
let serial = 0;
const report = (name: string, source: Partial<Source> = {}): Named => ({
  name,
  source: { kind: 'missing', reporter: `telephone ${++serial}`, officeId: `office ${serial}`, openedAt: now, ...source },
});
const many = (count: number, make: (nth: number) => Named) => Array.from({ length: count }, (_, nth) => make(nth));
const names = (ranked: readonly Named[]) => placed(ranked, ({ source }) => source, now).map(({ name }) => name);
const truth = report('true');

test.each<[string, Named[]]>([
  ['one telephone', many(30, (nth) => report(`planted ${nth}`, { reporter: 'one' }))],
  ['one office this week', many(30, (nth) => report(`planted ${nth}`, { officeId: 'one' }))],
  ['sightings without a name', many(30, (nth) => report(`planted ${nth}`, { kind: 'sighting', reporter: null }))],
  ['sightings of many telephones', many(30, (nth) => report(`planted ${nth}`, { kind: 'sighting' }))],
  ['two telephones', many(30, (nth) => report(`planted ${nth}`, { reporter: String(nth % 2) }))],
])('thirty likelier look-alikes from %s leave the true pair its place', (_, planted) => {
  expect(names([...planted, truth])).toContain('true');
});

test('the ten likeliest alone would have lost it, and still do where ten strangers fit better', () => {
  const strangers = many(10, (nth) => report(`stranger ${nth}`));
  expect(names([...strangers, truth])).not.toContain('true');
  const planted = many(30, (nth) => report(`planted ${nth}`, { reporter: 'one' }));
  expect([...planted, truth].slice(0, 10)).not.toContain(truth); // the rule before
});

test('a sighting fills no report’s place, a report no sighting’s', () => {
  const sighting = report('seen', { kind: 'sighting' });
  expect(names([...many(12, (nth) => report(`report ${nth}`)), sighting])).toHaveLength(11);
  expect(names([...many(12, (nth) => report(`report ${nth}`)), sighting])).toContain('seen');
});

test('places nobody else wants go to the next likeliest, whoever it is from', () => {
  const home = many(12, (nth) => report(`child ${nth}`, { officeId: 'home', reporter: null, kind: 'found' }));
  expect(names(home)).toEqual(many(10, (nth) => home[nth]!).map(({ name }) => name));
});

test('an office’s older records are not counted together', () => {
  const older = many(9, (nth) => report(`older ${nth}`, { officeId: 'one', openedAt: longAgo }));
  expect(names([...older, ...many(3, (nth) => report(`new ${nth}`))])).toEqual([...older.map(({ name }) => name), 'new 0']);
});
