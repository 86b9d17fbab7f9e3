// The intake form: what it refuses at which field, and what it makes of a complaint with gaps.
import { expect, test } from 'vitest';
import { complaintSchema, sectionsOf } from './form.ts';

const least = {
  source: 'walk-in',
  receivedOn: '2026-11-24',
  receivedAt: '11:05',
  paper: 'to-be-registered',
  lastSeenOn: '2026-11-24',
  lastSeenDistrict: '220',
  children: [{}],
};

const wrongFields = (change: Record<string, unknown>): string[] =>
  complaintSchema.safeParse({ ...least, ...change }).error?.issues.map((issue) => issue.path.join('.')) ?? [];

test.each([
  ['a child of whom nothing is known', {}, []],
  ['no child', { children: [] }, ['children']],
  ['seven children', { children: Array.from({ length: 7 }, () => ({})) }, ['children']],
  ['the second is an adult', { children: [{ ageFrom: '17' }, { ageFrom: '18' }] }, ['children.1.ageFrom']],
  ['born 18 years ago', { children: [{ birthDate: '2008-11-24' }] }, ['children.0.birthDate']],
  ['born after last seen', { children: [{ birthDate: '2026-11-25' }] }, ['children.0.birthDate']],
  ['an FIR without particulars', { paper: 'fir' }, ['paperNumber', 'paperOn', 'paperAt']],
  ['day of last seeing left out', { lastSeenOn: undefined }, ['lastSeenOn']],
  ['day of last seeing not known', { lastSeenOn: undefined, lastSeenOnUnknown: 'yes' }, []],
  ['a field nobody asked for', { caste: 'x' }, ['']],
])('%s', (_name, change, fields) => {
  expect(wrongFields(change)).toEqual(fields);
});

test('where nobody knows when, the day of the report stands in, and says so', () => {
  const draft = complaintSchema.parse({ ...least, lastSeenOn: undefined, lastSeenOnUnknown: 'yes' });
  expect([draft.lastSeenOn, draft.lastSeenOnUnknown]).toEqual(['2026-11-24', true]);
});

test('sections are split where people separate them', () => {
  expect(sectionsOf('BNS 137(2), POCSO 8;\nJJ 84')).toEqual(['BNS 137(2)', 'POCSO 8', 'JJ 84']);
  expect(sectionsOf(undefined)).toEqual([]);
});
