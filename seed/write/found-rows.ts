// A found child and a sighting as rows, with what the Committee did about the found child.
import type { DiaryFact } from '../../src/kernel/happenings.ts';
import { dayOf } from '../../src/kernel/time.ts';
import type { Office } from '../../src/modules/officers/office.ts';
import type { FoundSide, SightingSide } from '../children.ts';
import { writeCareRows } from './care-rows.ts';
import { writePhotograph } from './description-rows.ts';
import { seededId } from './ids.ts';
import { entryOf } from './entries.ts';
import { writeSponsorship } from './family-care-rows.ts';
import { type Paper, type WrittenRecord, letIn, withIds, writeRecord } from './record-rows.ts';
import { writeResidence } from './residence-rows.ts';
import type { Telling } from './writing.ts';

export type FoundRecord = WrittenRecord & { office: Office; committee: Office; diary: readonly DiaryFact[] };

/** `missingId`: the report the Committee confirmed the child to be, if it did. `linkPapers` of the pair's own entries. */
export function writeFound(
  telling: Telling,
  side: FoundSide,
  about: { id: string; diary: readonly DiaryFact[]; missingId: string | null; linkPapers: ReadonlyMap<string, Paper> },
): FoundRecord {
  const { world } = telling;
  const { id, diary } = about;
  const took = world.office(side.officeCode);
  const resident = entryOf(diary, 'care.admitted') !== undefined;
  const office = resident ? world.office(side.homeCode) : took; // the record goes with the child
  const committee = world.office(side.committeeCode);
  const papers = new Map(about.linkPapers);
  writeProduction(telling, side, id, diary, papers);
  writeRestoration(telling, side, about, papers);
  writeResidence(telling, side, about, papers);
  writeCareRows(telling, side, about, papers);
  writeSponsorship(telling, side, about, papers);
  const photographed = entryOf(diary, 'found.photographAdded');
  const addedBy = world.signer(took.id);
  const shown = { recordId: id, photograph: side.photograph, addedBy, suppliedBy: 'officer' };
  if (photographed) writePhotograph(telling, { ...shown, addedAt: photographed.recordedAt });
  telling.batch.add('found_child', {
    record_id: id,
    found_place: side.foundPlace,
    found_with: side.foundWith,
    circumstances: side.circumstances,
    condition: side.condition,
    brought_by: side.broughtBy,
    police_informed: diary.some((entry) => entry.happening === 'found.informationGiven' && entry.facts.to === 'police') || null,
  });
  const record = writeRecord(telling, {
    id,
    kind: 'found',
    office,
    districtCode: side.foundDistrict,
    happenedAt: side.foundAt,
    description: side.description,
    diary,
    papers,
  });
  if (resident) letIn(telling, id, office, took, 'transfer', entryOf(diary, 'care.admitted')!.recordedAt);
  return { ...record, office, committee, diary };
}

function writeProduction(
  telling: Telling,
  side: FoundSide,
  recordId: string,
  diary: readonly DiaryFact[],
  papers: Map<string, Paper>,
): void {
  const produced = entryOf(diary, 'found.produced');
  if (!produced) return;
  const placed = entryOf(diary, 'found.placed');
  const id = seededId(telling.random, produced.recordedAt);
  papers.set(produced.entryId, { kind: 'production', id });
  if (placed) papers.set(placed.entryId, { kind: 'production', id });
  telling.batch.add('production', {
    id,
    record_id: recordId,
    cwc_id: telling.world.office(side.committeeCode).id,
    sitting: produced.facts.sitting,
    produced_at: produced.happenedAt,
    journey_minutes: entryOf(diary, 'found.journeyRecorded')?.facts.minutes ?? 0,
    placed_with: placed?.facts.with ?? null,
    placed_office_id: placed?.facts.with === 'children-home' ? telling.world.office(side.homeCode).id : null,
    recorded_by: telling.world.signer(side.committeeCode),
    recorded_at: produced.recordedAt,
  });
}

function writeRestoration(
  telling: Telling,
  side: FoundSide,
  about: { id: string; diary: readonly DiaryFact[]; missingId: string | null },
  papers: Map<string, Paper>,
): void {
  const restored = entryOf(about.diary, 'found.restored');
  if (!restored) return;
  const id = seededId(telling.random, restored.recordedAt);
  papers.set(restored.entryId, { kind: 'restoration', id });
  telling.batch.add('restoration', {
    id,
    record_id: about.id,
    missing_id: about.missingId,
    cwc_id: telling.world.office(side.committeeCode).id,
    order_number: `R/${telling.random.integer(1, 900)}/${dayOf(restored.happenedAt).slice(0, 4)}`,
    ordered_on: dayOf(restored.happenedAt),
    to_relation: restored.facts.to,
    restored_at: restored.happenedAt,
    recorded_by: telling.world.signer(side.committeeCode),
    recorded_at: restored.recordedAt,
  });
}

export function writeSighting(telling: Telling, side: SightingSide): WrittenRecord {
  const diary = withIds(telling, side.diary, null);
  const id = seededId(telling.random, diary[0]!.recordedAt);
  const answered = entryOf(diary, 'sighting.answered');
  telling.batch.add('sighting', {
    record_id: id,
    place: side.place,
    seen_with: side.seenWith,
    doing: side.doing,
    reporter_name: side.reporterName,
    answer: answered?.facts.outcome ?? null,
    answered_by: answered ? telling.world.signer(side.officeCode) : null,
  });
  return writeRecord(telling, {
    id,
    kind: 'sighting',
    office: telling.world.office(side.officeCode),
    districtCode: side.districtCode,
    happenedAt: side.seenAt,
    description: side.description,
    diary,
    papers: new Map(),
  });
}
