// Alerts of a missing report: every nodal officer concerned and the Committee, as the portal tells them (M08).
import type { DiaryFact } from '../../src/kernel/happenings.ts';
import { type Instant, addMinutes } from '../../src/kernel/time.ts';
import type { Office } from '../../src/modules/officers/office.ts';
import type { OfficeKind } from '../../src/modules/officers/office-kind.ts';
import { destinationsAlong, neighboursOf } from '../../src/modules/places/rail.ts';
import type { Why } from '../../src/modules/alerts/whom.ts';
import { officesIn, offices } from '../offices.ts';
import { districts, railStops } from '../places/places.ts';
import { seededId } from './ids.ts';
import type { Telling } from './writing.ts';
import type { World } from './world.ts';

const national = offices.filter((office) => office.kind === 'national-nodal').map((office) => office.code);
const ofState = new Map(offices.filter((office) => office.kind === 'state-nodal').map((office) => [office.stateCode, office.code]));

const byLine = Map.groupBy(railStops, ({ line }) => line);
const lines = [...byLine].map(([line, stops]) => ({ line, districts: stops.map(({ districtCode }) => districtCode) }));

export type Told = { office: Office; why: Why; line: string | null };
type Concerned = { districtCodes: readonly string[]; stationDistrict: string; placeDistrict: string; hasFir: boolean };

/** As the portal chooses them (`modules/alerts/whom.ts`), but for vacant posts and the station a citizen reported to. */
export function officesToTell(world: World, { districtCodes, stationDistrict, placeDistrict, hasFir }: Concerned): Told[] {
  const told = new Map<string, Omit<Told, 'office'>>();
  const tell = (code: string | undefined, why: Why, line: string | null = null): void => {
    if (code && !told.has(code)) told.set(code, { why, line });
  };
  const tellKind = (kind: OfficeKind, districtCode: string, why: Why, line: string | null = null): void => {
    for (const office of officesIn(districtCode, kind)) tell(office.code, why, line);
  };
  national.forEach((code) => tell(code, 'nodal'));
  for (const districtCode of districtCodes) {
    tellKind('district-nodal', districtCode, 'nodal');
    tell(ofState.get(districtCode.slice(0, 2)), 'nodal');
  }
  tellKind('juvenile-police-unit', stationDistrict, 'police');
  tellKind('anti-trafficking-unit', stationDistrict, 'police');
  for (const districtCode of districtCodes) tellKind('cwc', districtCode, 'committee');
  if (hasFir) tellKind('legal-services', stationDistrict, 'legal-services');
  const along = destinationsAlong(lines, placeDistrict);
  for (const { districtCode, why, line } of along.length > 0 ? along : neighboursOf(districts, placeDistrict))
    if (!districtCodes.includes(districtCode)) tellKind('district-nodal', districtCode, why, line);
  return [...told].map(([code, { why, line }]) => ({ office: world.office(code), why, line }));
}

type Acknowledged = { at: Instant; office: string };

/** One row for each office told. Answers the diary, in which the number of offices is now the true one. */
export function writeAlerts(telling: Telling, recordId: string, told: readonly Told[], diary: readonly DiaryFact[]): DiaryFact[] {
  const sent = diary.find((entry) => entry.happening === 'missing.nodalOfficersAlerted');
  if (!sent) return [...diary];
  const entry = diary.find((one) => one.happening === 'missing.alertAcknowledged');
  const acknowledged: Acknowledged | null = entry?.byOffice ? { at: entry.recordedAt, office: entry.byOffice } : null;
  for (const one of told) writeAlert(telling, recordId, one, sent.recordedAt, acknowledged);
  return diary.map((one) => (one === sent ? { ...sent, facts: { offices: told.length } } : one));
}

function writeAlert(
  { batch, random, world }: Telling,
  recordId: string,
  { office, why, line }: Told,
  sentAt: Instant,
  acknowledged: Acknowledged | null,
): void {
  const at = acknowledged?.office === office.id ? acknowledged.at : null;
  batch.add('alert', {
    id: seededId(random, sentAt),
    record_id: recordId,
    office_id: office.id,
    sent_at: sentAt,
    delivered_at: at && addMinutes(sentAt, 1),
    read_at: at,
    acknowledged_at: at,
    acknowledged_by: at && world.signer(office.id),
    why,
    line,
  });
}
