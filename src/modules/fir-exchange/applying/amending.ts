// What the police's system tells of children that are here: written where its own words stand, told as a difference where an officer's do. Never over an officer's words.
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { alertTogether } from '../../alerts/index.ts';
import {
  type ChildRecord,
  type Description,
  auditWrites,
  changeDescriptions,
  peekRecords,
  readDescriptions,
} from '../../children/index.ts';
import { type DiaryEntry, writeDiaries } from '../../diary/index.ts';
import {
  type LastSeen,
  type Opening,
  type OpeningChild,
  type Told,
  chargeAsTold,
  openReports,
  recordsOfComplaints,
  retellComplaint,
  retellReports,
  suspectAsTold,
} from '../../missing-reports/index.ts';
import { shownAmong } from '../../notices/index.ts';
import type { MissingChild } from '../messages/index.ts';
import { differencesBetween, publicDifferences, sameChildren } from './child-told.ts';
import { childTold, isOfList, lastSeenTold, sectionsTold, tellingOf } from './fir-told.ts';
import {
  type PaperChild,
  childrenOfPapers,
  keepChildren,
  noteWritten,
  readPapers,
  writeDifferences,
  writtenVersions,
} from './paper-store.ts';
import { addPictureTold } from './picture-told.ts';
import { type StepOf, alertsNobody, toldBy } from './step.ts';

export type ChildToTell = {
  paperKey: string;
  childNumber: number;
  record: ChildRecord;
  /** Of the description as the police's system last wrote it. */
  writtenVersion: number | null;
  stands: Description | undefined;
  told: OpeningChild;
  picture: MissingChild['photograph'];
  /** Null: it stays as it is. */
  lastSeen: LastSeen | null;
  by: Told;
};

const same = (one: Description, other: Description): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (description: Description): [string, unknown][] =>
  Object.entries(description).toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Children told anew: whole, as they stand with the police. In as many statements for one as for many. */
export async function tellChildren(context: Context, children: readonly ChildToTell[]): Promise<void> {
  const shown = await shownAmong(context, children.map(({ record }) => record.id)); // prettier-ignore
  // What a public notice shows an officer let out, word for word: the police's system proposes what to change in it.
  const polices = children.filter(
    ({ record, writtenVersion }) => writtenVersion === record.version && record.closedAt === null && !shown.has(record.id),
  );
  await auditWrites(context, polices.map(({ record }) => record.id)); // prettier-ignore
  const changed = polices.filter(({ stands, told }) => stands !== undefined && !same(stands, told.description));
  const versions = await changeDescriptions(
    context,
    changed.map(({ record, told }) => ({ recordId: record.id, version: record.version, description: told.description })),
  );
  if (versions.size < changed.length) throw new Error('a description changed meanwhile'); // tried again
  await noteWritten(context, versions);
  await writeDiaries(
    context,
    changed.map(({ record, by }): DiaryEntry => ({
      recordId: record.id,
      entry: { happening: 'record.described', facts: { version: versions.get(record.id)! }, happenedAt: by.enteredAt, ...by },
    })),
  );
  await retellReports(context, polices.map(({ record, told, lastSeen }) => ({ record, circumstance: told.circumstance, details: told.details, lastSeen }))); // prettier-ignore
  const differing = children
    .filter((child) => !polices.includes(child))
    .flatMap(({ paperKey, childNumber, record, told: { description: told }, stands }) =>
      stands
        ? [...differencesBetween(told, stands), ...(shown.has(record.id) ? publicDifferences(told, stands) : [])].map((one) => ({
            paperKey,
            childNumber,
            ...one,
          }))
        : [],
    );
  await writeDifferences(context, children, differing);
  for (const { record, picture } of children) if (record.closedAt === null) await addPictureTold(context, record.id, picture);
}

type Amended = StepOf<'FIR.registered'> & { complaintId: string };

/** The told children that are here, by their numbers; those nobody has told before are found among the complaint's. */
async function childrenHere(
  context: Context,
  { paperKey, complaintId, message }: Amended,
  told: ReadonlyMap<number, Description>,
): Promise<PaperChild[]> {
  const before = await childrenOfPapers(context, [paperKey]);
  const linked = new Set(before.map(({ recordId }) => recordId));
  const numbers = new Set(before.map(({ childNumber }) => childNumber));
  const others = ((await recordsOfComplaints(context, [complaintId])).get(complaintId) ?? []).filter((id) => !linked.has(id));
  const open = new Map([...told].filter(([childNumber]) => !numbers.has(childNumber)));
  const found = sameChildren<RecordId>(open, await readDescriptions(context, others));
  const versions = await writtenVersions(context, [...found.values()]);
  const fresh = [...found].map(([childNumber, recordId]) => ({
    paperKey,
    childNumber,
    recordId,
    writtenVersion: versions.get(recordId) ?? null,
  }));
  await keepChildren(context, fresh);
  const numbered = new Set(message.body.children.map(({ childNumber }) => childNumber));
  return [...before, ...fresh].filter(({ childNumber }) => numbered.has(childNumber));
}

/** An FIR that is here already, told once more or for the first time by the police's system. `anew`: as a new one would be opened. */
export async function amend(context: Context, step: Amended, anew: Opening): Promise<void> {
  const { message, paperKey, complaintId } = step;
  const { body } = message;
  const paper = (await readPapers(context, [paperKey])).get(paperKey)!;
  const sections = sectionsTold(body);
  const by = toldBy(step);
  await chargeAsTold(context, complaintId, sections);
  const lastSeen = { ...lastSeenTold(body.lastSeen, body.informationReceivedAt), place: anew.place };
  const told = new Map(body.children.map((child) => [child.childNumber, childTold(child, lastSeen.lastSeenAt)]));
  const here = await childrenHere(context, step, new Map([...told].map(([number, { description }]) => [number, description])));
  const records = new Map((await peekRecords(context, here.map(({ recordId }) => recordId))).map((record) => [record.id, record])); // prettier-ignore
  const descriptions = await readDescriptions(context, [...records.keys()]);
  if (paper.openedByFeed && paper.transferredFrom === null)
    await retellComplaint(context, complaintId, anew.complaint, new Map(here.map(({ recordId, childNumber }) => [recordId, told.get(childNumber)!.circumstance])), by); // prettier-ignore
  await tellChildren(
    context,
    here.map(({ childNumber, recordId, writtenVersion }) => ({
      paperKey,
      childNumber,
      record: records.get(recordId)!,
      writtenVersion,
      stands: descriptions.get(recordId),
      told: told.get(childNumber)!,
      picture: body.children.find((child) => child.childNumber === childNumber)!.photograph,
      lastSeen,
      by,
    })),
  );
  await suspectAsTold(
    context,
    here
      .filter(({ recordId }) => records.get(recordId)!.closedAt === null)
      .map(({ recordId, childNumber }) => ({
        recordId,
        circumstance: told.get(childNumber)!.circumstance,
        sections,
        happenedAt: body.registeredAt,
        told: by,
      })),
  );
  const numbers = new Set(here.map(({ childNumber }) => childNumber));
  const further = body.children.filter(({ childNumber }) => !numbers.has(childNumber));
  if (further.length === 0) return;
  const opening = { ...anew, complaintId, children: further.map(({ childNumber }) => told.get(childNumber)!) };
  const [opened] = await openReports(
    context,
    [opening],
    async (all) =>
    alertsNobody(step.past) ? [] : alertTogether(context, all[0]!.records.map((record) => ({ record, telling: tellingOf(step, record) }))), // prettier-ignore
  );
  await keepChildren(
    context,
    further.map(({ childNumber }, at) => ({
      paperKey,
      childNumber,
      recordId: opened!.records[at]!.id,
      writtenVersion: isOfList(message) ? null : opened!.records[at]!.version,
    })),
  );
}
