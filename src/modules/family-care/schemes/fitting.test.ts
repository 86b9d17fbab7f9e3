// Which schemes fit a child: unknown is neither yes nor no, each reason is said, and a scheme is read as it stood on the day.
import { expect, test } from 'vitest';
import { ageFromBirth } from '../../../kernel/age.ts';
import { paiseOf } from '../../../kernel/money.ts';
import type { Day } from '../../../kernel/time.ts';
import { type SchemeId, type SchemePaper, schemeOn } from '../../../law/index.ts';
import { type ChildFile, fittingOf, fittings } from './fitting.ts';

const today = '2026-11-24' as Day;
const born = (on: string) => ageFromBirth(on as Day, today);
const file: ChildFile = {
  age: born('2017-05-01'), livesWith: 'parents', income: paiseOf(60_000), area: 'rural', hardships: ['mother-alone'], legallyFree: false,
  papers: new Set<SchemePaper>(['income', 'account']),
}; // prettier-ignore
const of = (id: SchemeId, change: Partial<ChildFile> = {}, on = today) => {
  const { verdict, reasons, missing } = fittingOf(schemeOn(id, on)!, { ...file, ...change }, on);
  return [verdict, reasons.map(({ code }) => code), missing];
};

test.each<[string, SchemeId, Partial<ChildFile>, unknown[]]>([
  ['a child at school with a widowed mother', 'sponsorship', {}, ['fits', [], []]],
  ['no proof of income in the file', 'sponsorship', { papers: new Set() }, ['fits', [], ['income', 'account']]],
  ['one rupee above the ceiling', 'sponsorship', { income: paiseOf(72_001) }, ['not', ['income'], []]],
  ['the same income in a town', 'sponsorship', { income: paiseOf(72_001), area: 'other' }, ['fits', [], []]],
  ['between the ceilings, and nobody knows where', 'sponsorship', { income: paiseOf(80_000), area: null }, ['unknown', ['income-unknown'], []]],
  ['below every ceiling, and nobody knows where', 'sponsorship', { area: null }, ['fits', [], []]],
  ['above every ceiling, and nobody knows where', 'sponsorship', { income: paiseOf(96_001), area: null }, ['not', ['income'], []]],
  ['nothing said of income', 'sponsorship', { income: null }, ['unknown', ['income-unknown'], []]],
  ['in a home', 'sponsorship', { livesWith: 'institution' }, ['not', ['living'], []]],
  ['eighteen today', 'sponsorship', { age: born('2008-11-24') }, ['not', ['too-old'], []]],
  ['eighteen tomorrow', 'sponsorship', { age: born('2008-11-25') }, ['fits', [], []]],
  ['seventeen or eighteen by looks', 'sponsorship', { age: { lowMonths: 200, highMonths: 227, on: today, basis: 'apparent' } }, ['unknown', ['age-unsure'], []]],
  ['age not known', 'sponsorship', { age: null }, ['unknown', ['age-unknown'], []]],
  ['nineteen, out of a home', 'aftercare', { age: born('2007-01-01'), livesWith: 'institution' }, ['fits', [], ['care-plan']]],
  ['nine', 'aftercare', { livesWith: 'institution' }, ['not', ['too-young'], []]],
  ['legally free', 'adoption', { livesWith: 'institution', legallyFree: true }, ['fits', [], ['certificate', 'child-study']]],
  ['not legally free', 'adoption', { livesWith: 'institution' }, ['not', ['not-free'], []]],
  ['legally free: adoption comes before kin', 'kinship', { livesWith: 'institution', legallyFree: true }, ['not', ['free'], []]],
  ['no hardship named', 'pm-cares', { hardships: null }, ['unknown', ['hardship-unknown'], []]],
  ['another hardship', 'pm-cares', {}, ['not', ['hardship'], []]],
])('%s: %s', (_, id, change, expected) => expect(of(id, change)).toEqual(expected)); // prettier-ignore

test('a grant of 2020 is read by the scheme of its day: other money, other ceilings', () => {
  const then = '2020-03-01' as Day;
  expect([schemeOn('sponsorship', then)?.monthly, schemeOn('sponsorship', today)?.monthly]).toEqual([200_000, 400_000]);
  expect(of('sponsorship', { age: ageFromBirth('2012-01-01' as Day, then) }, then)).toEqual(['not', ['income'], []]);
  expect(schemeOn('aftercare', then)).toBeUndefined();
});

test('what fits stands first, what does not last', () => {
  const verdicts = fittings({ ...file, hardships: null }, today).map(({ verdict }) => verdict);
  const order = ['fits', 'unknown', 'not'];
  expect(verdicts).toEqual(verdicts.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)));
});
