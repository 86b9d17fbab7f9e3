// Which office a duty falls on.
import { expect, test } from 'vitest';
import type { OfficeId } from '../../kernel/ids.ts';
import { type Actor as LawActor, actors } from '../../law/index.ts';
import type { OfficeKind } from './office-kind.ts';
import { type Office, seatOf } from './office.ts';

const office = (kind: OfficeKind, id = kind as string): Office => ({
  id: id as OfficeId,
  kind,
  code: id,
  name: id,
  districtCode: 'WB-HWH',
  stateCode: 'WB',
  telephone: null,
  email: null,
});

const near = (
  [
    'police-station',
    'railway-post',
    'juvenile-police-unit',
    'anti-trafficking-unit',
    'cwc',
    'dcpu',
    'children-home',
    'legal-services',
    'district-nodal',
    'state-nodal',
    'national-nodal',
  ] as const
).map((kind) => office(kind));

test.each<[LawActor, OfficeKind, string]>([
  ['station-in-charge', 'police-station', 'own'],
  ['investigating-officer', 'anti-trafficking-unit', 'own'],
  ['station-in-charge', 'children-home', 'police-station'],
  ['children-home', 'children-home', 'own'],
  ['finder', 'railway-post', 'own'],
  ['cwc', 'police-station', 'cwc'],
  ['childline', 'police-station', 'dcpu'],
  ['superintendent-of-police', 'police-station', 'juvenile-police-unit'],
  ['district-magistrate', 'cwc', 'district-nodal'],
  ['director-general-of-police', 'police-station', 'state-nodal'],
  ['portal', 'police-station', 'national-nodal'],
  ['legal-services-authority', 'police-station', 'legal-services'],
])('%s, for a record held by a %s: %s', (actor, ownKind, seat) => {
  expect(seatOf(actor, office(ownKind, 'own'), near).id).toBe(seat);
});

test('a vacancy never leaves a duty without a bearer', () => {
  const own = office('police-station', 'own');
  for (const actor of actors) expect(seatOf(actor, own, []).id).toBe('own');
});

test('the State answers where the district has no nodal officer', () => {
  expect(seatOf('district-nodal-officer', office('police-station'), [office('state-nodal')]).id).toBe('state-nodal');
});
