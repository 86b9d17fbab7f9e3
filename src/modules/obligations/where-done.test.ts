// Every duty of the law leads to a page, and every step of its ladder to an office that is told.
import { expect, test } from 'vitest';
import type { Reference } from '../../kernel/reference.ts';
import { law, runningLaw } from '../../law/index.ts';
import type { RecordKind } from '../../kernel/reference.ts';
import type { Instant } from '../../kernel/time.ts';
import { escalationOf, toldAtOffice } from './escalation.ts';
import { deskRoutes as alertRoutes } from '../alerts/index.ts';
import { deskRoutes as cwcRoutes } from '../cwc/index.ts';
import { deskRoutes as exchangeRoutes } from '../fir-exchange/index.ts';
import { deskRoutes as foundRoutes } from '../found-children/index.ts';
import { deskRoutes as homeRoutes } from '../institutions/index.ts';
import { deskRoutes as matchingRoutes } from '../matching/index.ts';
import { deskRoutes as missingRoutes } from '../missing-reports/index.ts';
import { whereDone } from './where-done.ts';

const reference = 'MC-WB-2026-000001-K' as Reference;

test.each([
  ['P04', 'found', '/cwc'],
  ['M05', 'missing', `/missing/${reference}/risk`],
  ['M12', 'missing', `/missing/${reference}/transfer`],
  ['P01', 'missing', '/alerts'],
  ['P02', 'missing', `/matches#${reference}`],
  ['P09', 'missing', `/missing/${reference}#police-system`],
  ['P12', 'missing', `/missing/${reference}#police-system`],
  ['F03', 'found', `/found/${reference}`],
  ['a rule nobody wrote yet', 'sighting', `/sightings/${reference}`],
] as const)('%s is done at its page', (ruleId, recordKind, path) => {
  expect(whereDone({ ruleId, recordKind, reference })).toBe(path);
});

const paths = [
  ...alertRoutes(),
  ...cwcRoutes(),
  ...exchangeRoutes(),
  ...foundRoutes([]),
  ...homeRoutes(),
  ...matchingRoutes(),
  ...missingRoutes([]),
].map(({ path }) => path);
const isServed = (address: string): boolean => {
  const asked = address.split(/[#?]/)[0]!.replace(reference, ':reference');
  return paths.includes(asked);
};

// An office's own duties lead to its page of returns, or to the exchange's: `aboutOf`; those of a case of the Board stand on the case alone.
test.each(
  runningLaw
    .filter(({ record }) => record !== 'office' && record !== 'conflict')
    .map(({ id, record }) => [id, record as RecordKind] as const),
)('%s leads to a page that exists', (ruleId, recordKind) => {
  expect(isServed(whereDone({ ruleId, recordKind, reference }))).toBe(true);
  expect(isServed(`/cwc/${reference}`)).toBe(false); // what a duty once led to, and nobody served
});

test('every office that the ladders name has a desk that is told', () => {
  const kinds = ['juvenile-police-unit', 'district-nodal', 'state-nodal', 'national-nodal', 'dcpu', 'legal-services', 'cwc', 'jjb'];
  const told = new Set(kinds.flatMap(toldAtOffice));
  const named = new Set(law.flatMap((rule) => rule.escalation.map(({ to }) => to)));
  expect([...named].filter((actor) => !told.has(actor))).toEqual([]);
  expect(toldAtOffice('children-home')).toEqual([]);
  expect(['police-station', 'railway-post', 'anti-trafficking-unit'].filter((kind) => toldAtOffice(kind).length === 0)).toEqual([]);
});

test('the highest step reached is the one told', () => {
  const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z` as Instant;
  const escalatesTo = ['superintendent-of-police', 'director-general-of-police', 'state-nodal-officer'] as const;
  const duty = { endedAt: null, suspendedAt: null, escalatesTo, escalatesAt: [at(1), at(5), at(9)] };
  expect(escalationOf(duty, at(1))).toBeNull();
  expect(escalationOf(duty, at(2))).toEqual({ to: 'superintendent-of-police', at: at(1) });
  expect(escalationOf(duty, at(6))).toEqual({ to: 'director-general-of-police', at: at(5) });
  expect(escalationOf({ ...duty, suspendedAt: at(4) }, at(8))).toEqual({ to: 'superintendent-of-police', at: at(1) });
  expect(escalationOf({ ...duty, endedAt: at(4) }, at(8))).toEqual({ to: 'superintendent-of-police', at: at(1) });
});
