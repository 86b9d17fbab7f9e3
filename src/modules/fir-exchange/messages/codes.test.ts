// The frozen lists of the version against the portal's own: a code the portal could not keep would lose what the police said.
import { expect, test } from 'vitest';
import { states } from '../../../../seed/places/places.ts';
import { ageBases } from '../../../kernel/age.ts';
import { offeredLanguages } from '../../children/description-form.ts';
import * as child from '../../children/description.ts';
import { broughtByKinds } from '../../found-children/found-child.ts';
import * as report from '../../missing-reports/missing-report.ts';
import { acts, inForce } from './acts.ts';
import * as codes from './codes.ts';

const own: [string, { codes: Record<string, string> }, readonly string[]][] = [
  ['states', codes.stateCodes, states.map(({ code }) => code)],
  ['papers', codes.paperKinds, report.papers],
  ['sources', codes.sources, report.sources],
  ['circumstances', codes.circumstances, report.circumstances],
  ['sexes', codes.sexes, [...child.sexes, 'unknown']],
  ['ages', codes.ageBases, ageBases],
  ['builds', codes.builds, child.builds],
  ['complexions', codes.complexions, child.complexions],
  ['kinds of marks', codes.markKinds, child.markKinds],
  ['places of marks', codes.markSites, child.markSites],
  ['languages', codes.languages, offeredLanguages],
  ['who brought a child', codes.broughtBy, broughtByKinds],
];

test.each(own)('%s are those of the portal', (_, list, portal) => {
  expect(Object.keys(list.codes).toSorted()).toEqual([...portal].toSorted());
});

const day = (text: string) => text as Parameters<typeof inForce>[1]['registered'];
const days = (first: string | null, last: string | null, registered: string) =>
  ({ offence: { first: first && day(first), last: last && day(last) }, registered: day(registered) }) as Parameters<typeof inForce>[1];

test.each([
  ['IPC', days('2024-06-30', '2024-06-30', '2024-07-02'), true],
  ['IPC', days('2024-07-01', null, '2024-07-02'), false],
  ['IPC', days('2024-06-29', '2024-07-05', '2024-07-06'), true],
  ['IPC', days(null, null, '2026-01-01'), true],
  ['BNS', days('2024-06-30', '2024-06-30', '2024-07-02'), false],
  ['BNS', days('2024-06-30', '2024-07-01', '2024-07-02'), true],
  ['BNS', days('2024-06-30', null, '2024-07-02'), true],
  ['BNS', days(null, null, '2024-06-30'), false],
  ['CRPC', days('2024-06-01', '2024-06-01', '2024-06-30'), true],
  ['CRPC', days('2024-06-01', '2024-06-01', '2024-07-01'), false],
  ['BNSS', days('2024-06-01', '2024-06-01', '2024-07-01'), true],
  ['BNSS', days('2024-06-01', '2024-06-01', '2024-06-30'), false],
  ['POCSO', days('2012-11-13', '2012-11-13', '2013-01-01'), false],
  ['ITPA', days('1999-01-01', '1999-01-01', '1999-01-02'), true],
] as const)('%s, offence and registration %j: %s', (act, on, is) => expect(inForce(act, on)).toBe(is));

test('every Act has its days the right way round', () => {
  const wrong = Object.values(acts).filter(({ from, until }) => from !== null && until !== null && until < from);
  expect(wrong).toEqual([]);
});
