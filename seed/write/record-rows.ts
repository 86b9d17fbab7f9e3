// The rows every record has, whatever its kind: itself, its description, its diary, and the duties that follow from it.
import type { DiaryFact } from '../../src/kernel/happenings.ts';
import type { RecordKind, Reference } from '../../src/kernel/reference.ts';
import type { Instant } from '../../src/kernel/time.ts';
import type { Description, RecordStatus } from '../../src/modules/children/index.ts';
import { effectiveEntries } from '../../src/modules/diary/diary.ts';
import { foundStatus } from '../../src/modules/found-children/found-child.ts';
import { missingStatus } from '../../src/modules/missing-reports/missing-report.ts';
import type { Office } from '../../src/modules/officers/office.ts';
import { mattersOf } from '../../src/modules/returns/matter.ts';
import { sightingStatus } from '../../src/modules/sightings/sighting.ts';
import type { SeedDiary } from '../children.ts';
import { writeDescription } from './description-rows.ts';
import { writeObligations } from './duty-rows.ts';
import { enteredElsewhere } from './told-by-node.ts';
import { seededId } from './ids.ts';
import type { Telling } from './writing.ts';

/** The row that stands behind an entry. */
export type Paper = { kind: string; id: string };
/** `office`: who holds the record now. */
export type NewRecord = {
  id: string;
  kind: RecordKind;
  office: Office;
  districtCode: string;
  happenedAt: Instant;
  description: Description;
  diary: readonly DiaryFact[];
  papers: ReadonlyMap<string, Paper>;
  reporterKey?: string;
};
export type WrittenRecord = { id: string; reference: Reference; status: RecordStatus; closedAt: Instant | null; openedAt: Instant };

const statusOf: Readonly<Record<RecordKind, (diary: readonly DiaryFact[]) => { status: RecordStatus; closedAt: Instant | null }>> = {
  missing: missingStatus,
  found: foundStatus,
  sighting: sightingStatus,
};

/** The story's diary with ids in place of its own names: entries, offices, and the pair (if it has one). */
export function withIds(telling: Telling, diary: SeedDiary, candidateId: string | null): DiaryFact[] {
  const ids = new Map(diary.map((entry) => [entry.entryId, seededId(telling.random, entry.recordedAt)]));
  return diary.map((entry) => ({
    ...entry,
    entryId: ids.get(entry.entryId)!,
    facts: {
      ...entry.facts,
      ...('candidate' in entry.facts ? { candidate: candidateId! } : {}),
      ...('home' in entry.facts ? { home: telling.world.office(entry.facts.home).id } : {}),
      ...('toOffice' in entry.facts ? { toOffice: telling.world.office(entry.facts.toOffice).id } : {}),
    },
    byOffice: entry.byOffice && telling.world.office(entry.byOffice).id,
    corrects: entry.corrects && ids.get(entry.corrects)!,
  })) as DiaryFact[];
}

export function writeRecord(telling: Telling, record: NewRecord): WrittenRecord {
  const { batch, references } = telling;
  const { id, kind, office, districtCode, diary } = record;
  const stateCode = districtCode.slice(0, 2);
  const openedAt = diary[0]!.recordedAt;
  const { status, closedAt } = statusOf[kind](effectiveEntries(diary));
  const reference = references.next(kind, stateCode, openedAt);
  batch.add('record', {
    id,
    kind,
    reference,
    status,
    office_id: office.id,
    district_code: districtCode,
    state_code: stateCode,
    happened_at: record.happenedAt,
    opened_at: openedAt,
    closed_at: closedAt,
    // Open records are compared by the worker once the portal runs.
    matched_at: closedAt,
    matched_version: closedAt && 1,
    reporter_key: record.reporterKey ?? null,
  });
  writeDescription(telling, id, kind, record.description);
  writeDiary(telling, record);
  writeObligations(telling, { ...record, stateCode });
  if (kind === 'found') writeMatters(telling, record);
  return { id, reference, status, closedAt, openedAt };
}

function writeDiary({ batch, world }: Telling, { id, diary, papers, office: { stateCode } }: NewRecord): void {
  for (const entry of diary) {
    const paper = papers.get(entry.entryId);
    const enteredAt = enteredElsewhere(entry, stateCode);
    batch.add('diary_entry', {
      id: entry.entryId,
      record_id: id,
      happening: entry.happening,
      facts: JSON.stringify(entry.facts),
      happened_at: entry.happenedAt,
      entered_at: enteredAt,
      recorded_at: entry.recordedAt,
      by_officer: enteredAt ? null : entry.byOffice && world.signer(entry.byOffice),
      by_office: entry.byOffice,
      door: 'seed',
      paper_kind: paper?.kind ?? null,
      paper_id: paper?.id ?? null,
      corrects: entry.corrects,
    });
  }
}

function writeMatters({ batch }: Telling, { id, diary }: NewRecord): void {
  for (const [at, one] of mattersOf(effectiveEntries(diary)).entries()) {
    batch.add('matter', {
      record_id: id,
      number: at + 1,
      office_id: one.officeId,
      started_on: one.startedOn,
      ended_on: one.endedOn,
      ended_how: one.endedHow,
      without_parents: one.withoutParents,
      free_over_on: one.freeOverOn,
      declared_on: one.declaredOn,
      restored_on: one.restoredOn,
      died_on: one.diedOn,
    });
  }
}

/** Lets an office that does not hold the record open it. */
export function letIn(
  { batch }: Telling,
  recordId: string,
  own: Office,
  office: Office,
  ground: 'match' | 'alert' | 'production' | 'transfer',
  since: Instant,
): void {
  if (office.id !== own.id) batch.add('record_access', { record_id: recordId, office_id: office.id, ground, since });
}
