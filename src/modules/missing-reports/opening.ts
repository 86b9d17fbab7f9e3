// The core of every way in: complaints already checked are kept, one missing report opened for each child, and the diary begun. For one complaint of a station as for many the police's system tells.
import type { OfficeId, OfficerId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, type Description, openRecords, writeDescriptions } from '../children/index.ts';
import { type DiaryEntry, type NewEntry, writeDiaries } from '../diary/index.ts';
import { suggestsTrafficking } from './complaint-rules.ts';
import type { Complaint, MissingReport } from './missing-report.ts';
import { barsPublication } from './publication.ts';
import { insertComplaints, insertMissingReports } from './store.ts';

/** One child of a complaint, described as this portal does. */
export type OpeningChild = Pick<MissingReport, 'circumstance' | 'details'> & { description: Description };

/** Another system's word: what the diary points to, when it was written down there, and whose entry it is (of the past nobody's). */
export type Told = { paper: { kind: string; id: string }; enteredAt: Instant; byOffice?: OfficeId };

export type Opening = {
  complaint: Omit<Complaint, 'id' | 'paperYear'>;
  /** Kept already: another child of it. */
  complaintId?: string;
  reporterKey: string | null;
  /** Who investigates, where the station says it. */
  officerId: OfficerId | null;
  place: { districtCode: string; stateCode: string };
  lastSeenAt: Instant;
  report: Pick<MissingReport, 'lastSeenPlace' | 'lastSeenWith' | 'lastSeenKnown' | 'lastSeenTimeKnown' | 'previousEpisodes'>;
  children: readonly OpeningChild[];
  /** Without it the complaint was entered here. */
  told?: Told;
};

export type Opened = { complaintId: string; records: ChildRecord[] };

/**
 * In the order of the complaints and of the children in each. The caller has checked them, and tells whom it concerns: afterwards, or by `more`, which
 * answers what else begins their diaries (so that what follows from these is worked out once).
 */
export async function openReports(
  context: Context,
  openings: readonly Opening[],
  more: (opened: readonly Opened[]) => Promise<DiaryEntry[]> = async () => [],
): Promise<Opened[]> {
  const complaintIds = await keepComplaints(context, openings);
  const each = openings.flatMap((opening, at) => opening.children.map((child) => ({ opening, child, complaintId: complaintIds[at]! })));
  const records = await openRecords(
    context,
    each.map(({ opening }) => ({
      kind: 'missing',
      status: opening.complaint.paper === 'fir' || opening.complaint.paper === 'zero-fir' ? 'fir-registered' : 'reported', // as the diary will say
      officeId: opening.complaint.stationId,
      ...opening.place,
      happenedAt: opening.lastSeenAt,
      reporterKey: opening.reporterKey,
    })),
  );
  const opened = each.map((one, at) => ({ ...one, record: records[at]! }));
  await insertMissingReports(
    context,
    opened.map(({ opening, child, complaintId, record }) => ({
      recordId: record.id,
      complaintId,
      ...opening.report,
      circumstance: child.circumstance,
      details: child.details,
      officerId: opening.officerId,
      offenceLink: opening.complaint.sections.some(barsPublication),
    })),
  );
  await writeDescriptions(context, opened.map(({ record, child }) => ({ recordId: record.id, description: child.description }))); // prettier-ignore
  const recordOf = new Map(opened.map(({ child, record }) => [child, record]));
  const answer = openings.map(({ children }, at) => ({
    complaintId: complaintIds[at]!,
    records: children.map((child) => recordOf.get(child)!),
  }));
  const entries = opened.flatMap(({ record, ...one }) => openingEntries(one).map((entry) => ({ recordId: record.id, entry })));
  await writeDiaries(context, [...entries, ...(await more(answer))]);
  return answer;
}

async function keepComplaints(context: Context, openings: readonly Opening[]): Promise<string[]> {
  const anew = openings.filter(({ complaintId }) => complaintId === undefined);
  const ids = await insertComplaints(
    context,
    anew.map(({ complaint, reporterKey }) => ({ ...complaint, reporterKey })),
  );
  const idOf = new Map(anew.map((opening, at) => [opening, ids[at]!]));
  return openings.map((opening) => opening.complaintId ?? idOf.get(opening)!);
}

/** The report, its paper if there is one, and the suspicion that lets nobody wait four months (G Ganesh 2026). */
function openingEntries({ opening, child, complaintId }: { opening: Opening; child: OpeningChild; complaintId: string }): NewEntry[] {
  const { source, receivedAt, paper, paperAt, sections } = opening.complaint;
  const where = opening.told ?? { paper: { kind: 'complaint', id: complaintId } };
  const entries: NewEntry[] = [{ happening: 'missing.reported', facts: { source }, happenedAt: receivedAt, ...where }];
  const trafficking = suggestsTrafficking(child.circumstance, sections);
  if (paper && paperAt) entries.push({ happening: 'missing.firRegistered', facts: { paper, trafficking }, happenedAt: paperAt, ...where });
  // What was told was suspected when it was told; what only the sections say, when the paper was written.
  const suspectedAt = suggestsTrafficking(child.circumstance, []) || paperAt === null ? receivedAt : paperAt;
  if (trafficking) entries.push({ happening: 'missing.traffickingSuspected', facts: {}, happenedAt: suspectedAt, ...where });
  return entries;
}
