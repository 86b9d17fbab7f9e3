// What the police's system tells of children that are here: written where its own words stand, told as a difference where an officer's do. Never over an officer's words.
import type { RecordId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Context } from '../../../platform/context.ts';
import { alertTogether } from '../../alerts/index.ts';
import { type ChildRecord, type Description, auditWrite, changeDescription, peekRecords, readDescriptions } from '../../children/index.ts';
import { writeDiary } from '../../diary/index.ts';
import {
  type LastSeen,
  type Opening,
  type OpeningChild,
  type Told,
  chargeAsTold,
  openReports,
  recordsOfComplaints,
  retellComplaint,
  retellReport,
  suspectAsTold,
} from '../../missing-reports/index.ts';
import type { MissingChild } from '../messages/index.ts';
import { differencesBetween, sameChildren } from './child-told.ts';
import { childTold, lastSeenTold, sectionsTold, tellingOf } from './fir-told.ts';
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
import { type StepOf, toldBy } from './step.ts';

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

/** One child told anew: whole, as it stands with the police. */
export async function tellChild(context: Context, child: ChildToTell): Promise<void> {
  const { record, told, stands, by, paperKey, childNumber } = child;
  const isPolices = child.writtenVersion === record.version && record.closedAt === null;
  if (isPolices && stands && !same(stands, told.description)) {
    const version = await changeDescription(context, record.id, record.version, told.description);
    if (isRefusal(version)) throw new Error('a description held changed meanwhile'); // tried again
    await auditWrite(context, record.id);
    await noteWritten(context, record.id, version);
    await writeDiary(context, record.id, { happening: 'record.described', facts: { version }, happenedAt: by.enteredAt, ...by });
  }
  if (isPolices) await retellReport(context, record, { circumstance: told.circumstance, details: told.details, lastSeen: child.lastSeen });
  const differences = isPolices || !stands ? [] : differencesBetween(told.description, stands);
  await writeDifferences(context, [{ paperKey, childNumber }], differences.map((one) => ({ paperKey, childNumber, ...one }))); // prettier-ignore
  if (record.closedAt === null) await addPictureTold(context, record.id, child.picture);
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
  for (const { childNumber, recordId, writtenVersion } of here)
    await tellChild(context, {
      paperKey,
      childNumber,
      record: records.get(recordId)!,
      writtenVersion,
      stands: descriptions.get(recordId),
      told: told.get(childNumber)!,
      picture: body.children.find((child) => child.childNumber === childNumber)!.photograph,
      lastSeen,
      by,
    });
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
    (all) =>
    alertTogether(context, all[0]!.records.map((record) => ({ record, telling: tellingOf(step, record) }))), // prettier-ignore
  );
  await keepChildren(
    context,
    further.map(({ childNumber }, at) => ({
      paperKey,
      childNumber,
      recordId: opened!.records[at]!.id,
      writtenVersion: opened!.records[at]!.version,
    })),
  );
}
