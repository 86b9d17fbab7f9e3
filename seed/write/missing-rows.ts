// A missing report as rows: the complaint, who was alerted, the risk, the notice, and the record itself.
import type { DiaryFact } from '../../src/kernel/happenings.ts';
import type { Band } from '../../src/modules/matching/index.ts';
import type { Office } from '../../src/modules/officers/office.ts';
import type { MissingSide, SeedComplaint } from '../children.ts';
import { seededRandom } from '../random.ts';
import { officesToTell, writeAlerts } from './alert-rows.ts';
import { writePhotograph } from './description-rows.ts';
import { seededId } from './ids.ts';
import { entryOf } from './entries.ts';
import { writeNotice } from './notice-rows.ts';
import { withBand } from './pair-rows.ts';
import { type Paper, type WrittenRecord, letIn, withIds, writeRecord } from './record-rows.ts';
import type { Telling } from './writing.ts';

export type MissingRecord = WrittenRecord & { office: Office; station: Office; diary: readonly DiaryFact[] };

/** The same for both twins of one FIR. */
function complaintId(seed: string, complaint: SeedComplaint): string {
  return seededId(seededRandom(`${seed} complaint`, Number(complaint.key.slice(1))), complaint.receivedAt);
}

function writeComplaint(telling: Telling, id: string, complaint: SeedComplaint, reporterKey: string | null): void {
  telling.batch.add('complaint', {
    id,
    station_id: telling.world.office(complaint.stationCode).id,
    source: complaint.source,
    received_at: complaint.receivedAt,
    informant_name: complaint.informantName,
    informant_relation: complaint.informantRelation,
    informant_telephone_sealed: telling.seal(complaint.informantTelephone),
    telephone_key: telling.keyedHash(`+91${complaint.informantTelephone.slice(1).replace('-', '')}`),
    paper: complaint.paper,
    paper_number: complaint.paperNumber,
    paper_year: complaint.paperYear,
    paper_at: complaint.paperAt,
    sections: complaint.sections,
    reporter_key: reporterKey,
  });
}

function riskSigns(side: MissingSide): string[] {
  const { age, disability } = side.description;
  const signs: [string, boolean][] = [
    ['under-twelve', age !== null && age.lowMonths < 144],
    ['disability-or-illness', disability !== null],
    ['abduction-suspected', side.circumstance === 'abducted'],
    ['trafficking-signs', side.circumstance === 'trafficking-suspected'],
  ];
  return signs.filter(([, holds]) => holds).map(([sign]) => sign);
}

function writeRisk(telling: Telling, recordId: string, side: MissingSide, entry: DiaryFact<'missing.riskAssessed'>): Paper {
  const id = seededId(telling.random, entry.recordedAt);
  telling.batch.add('risk_assessment', {
    id,
    record_id: recordId,
    signs: riskSigns(side),
    level: entry.facts.level,
    lines_of_inquiry: side.lastSeenWith ? `Last seen with ${side.lastSeenWith}; asked first.` : null,
    assessed_by: entry.byOffice && telling.world.signer(entry.byOffice),
    assessed_at: entry.recordedAt,
  });
  return { kind: 'risk-assessment', id };
}

function writeReport(telling: Telling, recordId: string, complaint: string, side: MissingSide, unit: Office | null): void {
  const { stationCode } = side.complaint;
  telling.batch.add('missing_report', {
    record_id: recordId,
    complaint_id: complaint,
    last_seen_place: side.lastSeenPlace,
    last_seen_with: side.lastSeenWith,
    circumstance: side.circumstance,
    details: side.details,
    previous_episodes: side.previousEpisodes,
    officer_id: side.complaint.source === 'citizen-door' ? null : telling.world.signer(stationCode),
    anti_trafficking_office_id: unit?.id ?? null,
    offence_link: side.offenceLink,
  });
}

/** A photograph as the diary has it, handed over by whoever reported. */
/** Nobody knows yet where the child is: the districts down the line look out. */
function isLookedFor(diary: readonly DiaryFact[]): boolean {
  return !(['missing.traced', 'identity.confirmed', 'missing.falseReport', 'missing.closed'] as const).some((ended) =>
    entryOf(diary, ended),
  );
}

function photographOf(telling: Telling, recordId: string, side: MissingSide, station: Office, diary: readonly DiaryFact[]): string | null {
  const entry = entryOf(diary, 'missing.photographAdded');
  if (!entry) return null;
  const addedBy = telling.world.signer(station.id);
  return writePhotograph(telling, { recordId, photograph: side.photograph, addedAt: entry.recordedAt, addedBy, suppliedBy: 'family' });
}

/** `twin`: the complaint was written with the first twin. `link`: the report is one side of a pair. */
export type AboutReport = {
  seed: string;
  twin: boolean;
  candidateId: string | null;
  link: { missingId: string; band: Band; papersOf: (diary: readonly DiaryFact[]) => Map<string, Paper> } | null;
};

export function writeMissing(telling: Telling, side: MissingSide, about: AboutReport): MissingRecord {
  const { world, random } = telling;
  const openedAt = side.diary[0]!.recordedAt;
  const id = about.link?.missingId ?? seededId(random, openedAt);
  const station = world.office(side.complaint.stationCode);
  const complaint = complaintId(about.seed, side.complaint);
  const reporterKey = side.complaint.source === 'citizen-door' ? telling.keyedHash(side.complaint.informantTelephone) : null;
  if (!about.twin) writeComplaint(telling, complaint, side.complaint, reporterKey);
  const transferred = entryOf(side.diary, 'missing.transferredToAntiTrafficking');
  const unit = transferred?.happening === 'missing.transferredToAntiTrafficking' ? world.office(transferred.facts.toOffice) : null;
  const office = unit ?? station;
  const home = side.description.homeDistrict;
  const told = officesToTell(world, {
    districtCodes: [...new Set([side.lastSeenDistrict, station.districtCode!, ...(home ? [home] : [])])],
    stationDistrict: station.districtCode!,
    placeDistrict: side.lastSeenDistrict,
    hasFir: entryOf(side.diary, 'missing.firRegistered') !== undefined,
  });
  const own = withIds(telling, side.diary, about.candidateId);
  const diary = writeAlerts(telling, id, told, about.link ? withBand(own, about.link.band) : own);
  const papers = about.link?.papersOf(diary) ?? new Map<string, Paper>();
  const registered = entryOf(diary, 'missing.firRegistered');
  if (registered) papers.set(registered.entryId, { kind: 'complaint', id: complaint });
  const assessed = entryOf(diary, 'missing.riskAssessed');
  if (assessed) papers.set(assessed.entryId, writeRisk(telling, id, side, assessed));
  const photographId = photographOf(telling, id, side, station, diary);
  const published = entryOf(diary, 'missing.noticePublished');
  if (published) writeNotice(telling, { recordId: id, districtCode: side.lastSeenDistrict, photographId, diary, published, papers });
  const record = writeRecord(telling, {
    id,
    kind: 'missing',
    office,
    districtCode: side.lastSeenDistrict,
    happenedAt: side.lastSeenAt,
    description: side.description,
    diary,
    papers,
    ...(reporterKey ? { reporterKey } : {}),
  });
  writeReport(telling, id, complaint, side, unit);
  const still = told.filter(({ line, why }) => isLookedFor(diary) || (line === null && why !== 'adjoining')); // as `endLookOut` leaves it
  if (record.closedAt === null) for (const { office: alerted } of still) letIn(telling, id, office, alerted, 'alert', record.openedAt);
  if (unit && transferred) letIn(telling, id, office, station, 'transfer', transferred.recordedAt);
  return { ...record, office, station, diary };
}
