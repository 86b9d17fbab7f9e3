// Alerts of a missing report: every nodal officer concerned and the Committee, as the portal tells them (M08).
import type { DiaryFact } from '../../src/kernel/happenings.ts';
import { type Instant, addMinutes } from '../../src/kernel/time.ts';
import type { Office } from '../../src/modules/officers/office.ts';
import { officesIn, offices } from '../offices.ts';
import { seededId } from './ids.ts';
import type { Telling } from './writing.ts';
import type { World } from './world.ts';

const national = offices.filter((office) => office.kind === 'national-nodal').map((office) => office.code);
const ofState = new Map(offices.filter((office) => office.kind === 'state-nodal').map((office) => [office.stateCode, office.code]));

/** As the portal chooses them: the nation's, and those of every district concerned with its State. */
export function officesToTell(world: World, districtCodes: readonly string[]): Office[] {
  const codes = new Set(national);
  for (const districtCode of districtCodes) {
    for (const office of officesIn(districtCode, 'district-nodal')) codes.add(office.code);
    codes.add(ofState.get(districtCode.slice(0, 2))!);
    for (const office of officesIn(districtCode, 'cwc')) codes.add(office.code);
  }
  return [...codes].map((code) => world.office(code));
}

type Acknowledged = { at: Instant; office: string };

/** One row for each office told. Answers the diary, in which the number of offices is now the true one. */
export function writeAlerts(telling: Telling, recordId: string, told: readonly Office[], diary: readonly DiaryFact[]): DiaryFact[] {
  const sent = diary.find((entry) => entry.happening === 'missing.nodalOfficersAlerted');
  if (!sent) return [...diary];
  const entry = diary.find((one) => one.happening === 'missing.alertAcknowledged');
  const acknowledged: Acknowledged | null = entry?.byOffice ? { at: entry.recordedAt, office: entry.byOffice } : null;
  for (const office of told) writeAlert(telling, recordId, office, sent.recordedAt, acknowledged);
  return diary.map((one) => (one === sent ? { ...sent, facts: { offices: told.length } } : one));
}

function writeAlert(
  { batch, random, world }: Telling,
  recordId: string,
  office: Office,
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
  });
}
