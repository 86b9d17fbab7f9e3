// Taking a report: the complaint at a station, from a citizen, and the FIR registered afterwards. One transaction each, with its diary and its alerts.
import type { OfficeId, OfficerId, RecordId } from '../../kernel/ids.ts';
import type { Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Day } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { UploadedFile } from '../../web/route.ts';
import { type ChildRecord, auditWrite, checkHomeDistrict, mayChange, peekRecord, readToChange, toDescription } from '../children/index.ts';
import { writeDiary } from '../diary/index.ts';
import { alertNodalOfficers } from '../alerts/index.ts';
import { withdrawLiveNotice } from '../notices/index.ts';
import { readOffice } from '../officers/index.ts';
import { districtOf } from '../places/index.ts';
import { addPictures } from './description-actions.ts';
import { checkComplaint, checkPaperTimes, lastSeenAt, paperAt, receivedAt, suggestsTrafficking } from './complaint-rules.ts';
import { type ChildDraft, type ComplaintDraft, type PaperDraft, sectionsOf } from './form.ts';
import { type Paper, isStillMissing } from './missing-report.ts';
import { barsPublication } from './publication.ts';
import { type Opening, openReports } from './opening.ts';
import { isPaperUsed, readComplaint, readMissingReport, recordsOfComplaint, writeComplaintBar, writePaper } from './store.ts';

/** Where a report is kept and by whom: the station of the officer, or the one responsible for the place. */
export type Station = { id: OfficeId; districtCode: string; officerId: OfficerId | null; reporterKey: string | null };

/** Registers a complaint at the officer's own station: one missing report for each child named. */
export async function registerComplaint(
  context: Context,
  draft: ComplaintDraft,
  files: UploadedFile[],
): Promise<ChildRecord[] | Refusal[]> {
  const { actor } = context;
  if (actor.kind !== 'officer') return [refuse('web.error.notFound')];
  const office = await readOffice(context, actor.officeId);
  if (!office?.districtCode) return [refuse('missing-reports.error.notAStation')];
  const station = { id: office.id, districtCode: office.districtCode, officerId: actor.officerId, reporterKey: null };
  return openComplaint(context, station, draft, files);
}

/** What a station or a citizen fills in: checked, opened by the core of every way in, and whom it concerns is told. Refusals leave nothing if the caller rolls back. */
export async function openComplaint(
  context: Context,
  station: Station,
  draft: ComplaintDraft,
  files: UploadedFile[],
): Promise<ChildRecord[] | Refusal[]> {
  const wrong = [...checkComplaint(draft, context.now), ...(await paperInUse(context, station.id, draft))];
  const district = await districtOf(context, draft.lastSeenDistrict);
  if (!district) wrong.push(refuse('missing-reports.error.district', {}, 'lastSeenDistrict'));
  for (const [index, child] of draft.children.entries()) wrong.push(...(await homeUnknown(context, child, index)));
  if (wrong.length > 0 || !district) return wrong;
  const [opened] = await openReports(context, [openingOf(station, draft, { districtCode: district.code, stateCode: district.stateCode })]);
  const { records } = opened!;
  for (const [index, child] of draft.children.entries()) {
    const pictures = files.filter((file) => file.field.startsWith(`children.${index}.`));
    const refusal = await addPictures(context, records[index]!, pictures, {
      takenOn: child.photographTakenOn ?? null,
      suppliedBy: draft.informantRelation ?? 'informant',
    });
    if (refusal) return [refusal];
  }
  for (const record of records)
    await alertNodalOfficers(context, record, { stationDistrict: station.districtCode, hasFir: isFir(draft.paper), isLookedFor: true });
  return records;
}

async function homeUnknown(context: Context, child: ChildDraft, index: number): Promise<Refusal[]> {
  const refusal = await checkHomeDistrict(context, child, `children.${index}.`);
  return refusal ? [refusal] : [];
}

type PaperFields = { paper: string; paperNumber?: string; paperOn?: Day; paperAt?: string; sections?: string; delayReason?: string };

async function paperInUse(context: Context, stationId: OfficeId, draft: PaperFields): Promise<Refusal[]> {
  const at = paperAt(draft);
  if (draft.paper === 'to-be-registered' || !draft.paperNumber || at === null) return [];
  const used = await isPaperUsed(context, stationId, draft.paper as Paper, draft.paperNumber, at);
  return used ? [refuse('missing-reports.error.paperUsed', { number: draft.paperNumber }, 'paperNumber')] : [];
}

function paperOf(draft: PaperFields) {
  const none = draft.paper === 'to-be-registered';
  return {
    paper: none ? null : (draft.paper as Paper),
    paperNumber: none ? null : (draft.paperNumber ?? null),
    paperAt: none ? null : paperAt(draft),
    sections: sectionsOf(draft.sections),
    delayReason: draft.delayReason ?? null,
  };
}

function openingOf(station: Station, draft: ComplaintDraft, place: Opening['place']): Opening {
  const { officerId, reporterKey } = station;
  const received = receivedAt(draft);
  return {
    complaint: {
      stationId: station.id,
      source: draft.source,
      receivedAt: received,
      informantName: draft.informantName ?? null,
      informantRelation: draft.informantRelation ?? null,
      informantTelephone: draft.informantTelephone ?? null,
      informantAddress: draft.informantAddress ?? null,
      ...paperOf(draft),
    },
    reporterKey,
    officerId,
    place,
    lastSeenAt: lastSeenAt(draft, received),
    report: {
      lastSeenPlace: draft.lastSeenPlace ?? null,
      lastSeenWith: draft.lastSeenWith ?? null,
      lastSeenKnown: !draft.lastSeenOnUnknown,
      lastSeenTimeKnown: !draft.lastSeenOnUnknown && draft.lastSeenAt !== undefined,
      previousEpisodes: draft.previousEpisodes === 'yes' ? true : draft.previousEpisodes === 'no' ? false : null,
    },
    children: draft.children.map((child) => ({
      circumstance: draft.circumstance ?? null,
      details: draft.details ?? null,
      description: toDescription(child, draft.lastSeenOn, 'told'),
    })),
  };
}

/** Registers the FIR of a report taken without one: it stands for every child of the same complaint the officer may see; a sexual offence bars the others too. */
export async function registerFir(context: Context, reference: Reference, draft: PaperDraft): Promise<ChildRecord | Refusal | Refusal[]> {
  const record = await readToChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  const report = (await readMissingReport(context, record.id))!;
  const complaint = await readComplaint(context, report.complaintId);
  if (!complaint) return refuse('web.error.notFound');
  if (complaint.paper === 'fir' || complaint.paper === 'zero-fir') return refuse('missing-reports.error.firThere');
  const wrong = [...checkPaperTimes(draft, complaint.receivedAt, context.now), ...(await paperInUse(context, complaint.stationId, draft))];
  if (wrong.length > 0) return wrong;
  await writePaper(context, complaint.id, paperOf(draft));
  const trafficking = suggestsTrafficking(report.circumstance, sectionsOf(draft.sections));
  const facts = { paper: draft.paper, trafficking };
  const barred = sectionsOf(draft.sections).some(barsPublication);
  if (barred) await writeComplaintBar(context, complaint.id);
  for (const recordId of await recordsOfComplaint(context, complaint.id)) {
    await auditWrite(context, recordId);
    await writeDiary(context, recordId, {
      happening: 'missing.firRegistered',
      facts,
      happenedAt: paperAt(draft)!,
      paper: { kind: 'complaint', id: complaint.id },
    });
    if (barred) await withdrawLiveNotice(context, recordId, 'offence-link');
    await tellWithFir(context, recordId, complaint.stationId, draft.paper);
  }
  return record;
}

const isFir = (paper: string): boolean => paper === 'fir' || paper === 'zero-fir';

/** The FIR goes to who had to wait for it (M09), and stands for what a citizen alone had said. Of a child whose record another office holds by now, that office tells. */
async function tellWithFir(context: Context, recordId: RecordId, stationId: OfficeId, paper: string): Promise<void> {
  const record = await peekRecord(context, { id: recordId });
  const stationDistrict = (await readOffice(context, stationId))?.districtCode;
  if (!record || record.closedAt || !stationDistrict || !isFir(paper) || !mayChange(context.actor, record)) return;
  await alertNodalOfficers(context, record, { stationDistrict, hasFir: true, isLookedFor: isStillMissing(record.status) });
}
