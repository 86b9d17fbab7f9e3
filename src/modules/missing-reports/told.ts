// What the police's own system tells of reports kept already: sections charged, when and where last seen. It takes no bar away and changes no status.
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, moveRecord, writeHappenedAt } from '../children/index.ts';
import { type DiaryEntry, type NewEntry, effectiveEntries, has, readDiaries, writeDiaries } from '../diary/index.ts';
import { withdrawLiveNotice } from '../notices/index.ts';
import { suggestsTrafficking } from './complaint-rules.ts';
import type { Circumstance, Complaint, MissingReport } from './missing-report.ts';
import type { Told } from './opening.ts';
import { barsPublication } from './publication.ts';
import { recordsOfComplaint, rewriteComplaint, writeCircumstances, writeComplaintBar, writeLastSeen } from './store.ts';

/** A section that forbids publication counts whoever typed what. */
export async function chargeAsTold(context: Context, complaintId: string, sections: readonly string[]): Promise<void> {
  if (!sections.some(barsPublication)) return;
  await writeComplaintBar(context, complaintId);
  for (const recordId of await recordsOfComplaint(context, complaintId)) await withdrawLiveNotice(context, recordId, 'offence-link');
}

export type ComplaintTold = Omit<Complaint, 'id' | 'paperYear' | 'stationId' | 'paper' | 'paperNumber'>;

/** Only of a complaint nobody here typed: told anew, and what the diary began with is corrected where it differs. */
export async function retellComplaint(
  context: Context,
  complaintId: string,
  complaint: ComplaintTold,
  children: ReadonlyMap<RecordId, Circumstance | null>,
  told: Told,
): Promise<void> {
  await rewriteComplaint(context, complaintId, complaint);
  const diaries = await readDiaries(context, [...children.keys()]);
  const entries = [...children].flatMap(([recordId, circumstance]) => {
    const diary = effectiveEntries(diaries.get(recordId) ?? []);
    return corrections(diary, complaint, circumstance).map((entry): DiaryEntry => ({ recordId, entry: { ...entry, ...told } }));
  });
  await writeDiaries(context, entries);
}

function corrections(
  diary: readonly DiaryFact[],
  { source, receivedAt, paperAt, sections }: ComplaintTold,
  circumstance: Circumstance | null,
): NewEntry[] {
  const reported = diary.find((entry) => entry.happening === 'missing.reported');
  const registered = diary.find((entry) => entry.happening === 'missing.firRegistered');
  const trafficking = suggestsTrafficking(circumstance, sections);
  const entries: NewEntry[] = [];
  if (reported && (reported.happenedAt !== receivedAt || reported.facts.source !== source))
    entries.push({ happening: 'missing.reported', facts: { source }, happenedAt: receivedAt, corrects: reported.entryId });
  if (registered && paperAt && (registered.happenedAt !== paperAt || registered.facts.trafficking !== trafficking)) {
    const facts = { paper: registered.facts.paper, trafficking };
    entries.push({ happening: 'missing.firRegistered', facts, happenedAt: paperAt, corrects: registered.entryId });
  }
  return entries;
}

/** Trafficking is suspected once, by the first circumstance or section that says so. */
export async function suspectAsTold(
  context: Context,
  children: readonly {
    recordId: RecordId;
    circumstance: Circumstance | null;
    sections: readonly string[];
    happenedAt: Instant;
    told: Told;
  }[],
): Promise<void> {
  const suspected = children.filter(({ circumstance, sections }) => suggestsTrafficking(circumstance, sections));
  if (suspected.length === 0) return;
  const diaries = await readDiaries(context, suspected.map(({ recordId }) => recordId)); // prettier-ignore
  const anew = suspected.filter(({ recordId }) => !has(effectiveEntries(diaries.get(recordId) ?? []), 'missing.traffickingSuspected'));
  await writeDiaries(
    context,
    anew.map(({ recordId, happenedAt, told }) => ({
      recordId,
      entry: { happening: 'missing.traffickingSuspected', facts: {}, happenedAt, ...told },
    })),
  );
}

export type LastSeen = Pick<MissingReport, 'lastSeenPlace' | 'lastSeenWith' | 'lastSeenKnown' | 'lastSeenTimeKnown'> & {
  lastSeenAt: Instant;
  place: { districtCode: string; stateCode: string };
};

export type Retold = Pick<MissingReport, 'circumstance' | 'details'> & { record: ChildRecord; lastSeen: LastSeen | null };

/** Only of reports nobody here typed. The caller audits the write. */
export async function retellReports(context: Context, retold: readonly Retold[]): Promise<void> {
  await writeCircumstances(context, retold.map(({ record, ...told }) => ({ recordId: record.id, ...told }))); // prettier-ignore
  for (const { record, lastSeen } of retold) {
    if (!lastSeen) continue;
    await writeLastSeen(context, record.id, lastSeen);
    await writeHappenedAt(context, record.id, lastSeen.lastSeenAt);
    if (lastSeen.place.districtCode !== record.districtCode)
      await moveRecord(context, record.id, { officeId: record.officeId, ...lastSeen.place });
  }
}
