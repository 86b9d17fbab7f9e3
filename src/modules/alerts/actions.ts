// Alerts: every nodal officer concerned and the Committee are told of a missing child in the transaction that takes the report (Guria, Supreme Court, 14-10-2025; M08).
import { type OfficeId, type RecordId, isUuid } from '../../kernel/ids.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, auditWrite, endAccesses, readDescriptions, readRecord, shareRecord, shareRecords } from '../children/index.ts';
import { type DiaryEntry, writeDiaries, writeDiary } from '../diary/index.ts';
import { type NewIntimation, acknowledgeIntimation, intimate, intimateAll, noteSeen } from '../intimations/index.ts';
import { type Office, type OfficeKind, noteSignOfLife, readOffice, readOffices, vacantAmong } from '../officers/index.ts';
import { alertsOfRecord, destinationsTold, findAlert, insertAlerts, markAcknowledged, markDelivered, markOpened } from './store.ts';
import { type Concerned, officesToTell, readDirectory } from './whom.ts';

/** The matter an intimation of an alert is about: its id is the record's. */
export const ABOUT = 'alert';
/** They have a part in the case, and none that cannot wait for the morning: nobody there is woken. */
const wakesNobody: ReadonlySet<OfficeKind> = new Set(['cwc', 'legal-services']);

/** What the case is when it is told: with or without its FIR; `isLookedFor` while nobody knows where the child is. */
export type Telling = { stationDistrict: string; hasFir: boolean; isLookedFor: boolean };

/**
 * Tells whoever is concerned (`whom.ts`): one alert each, access to the record, and a message that names nobody. Told again once the FIR is registered,
 * it reaches who was not told before, and stands for what a citizen alone had said. Answers how many offices were told; the diary says so only if any was.
 */
export async function alertNodalOfficers(context: Context, record: ChildRecord, telling: Telling): Promise<number> {
  const [alerted] = await tellAll(context, [{ record, telling }]);
  await writeDiaries(context, entriesOf([alerted!]));
  return alerted!.told;
}

type Alerted = { record: ChildRecord; told: number; nodal: boolean };

/** The same for many reports, in as many statements; the entries of their diaries are the caller's to write, together with what else is to be written there. */
export async function alertTogether(context: Context, all: readonly { record: ChildRecord; telling: Telling }[]): Promise<DiaryEntry[]> {
  return entriesOf(await tellAll(context, all));
}

/** Each such entry starts the district's duty to answer anew: not because the legal services authority now has the FIR. */
function entriesOf(all: readonly Alerted[]): DiaryEntry[] {
  return all
    .filter(({ nodal }) => nodal)
    .map(({ record, told }) => ({ recordId: record.id, entry: { happening: 'missing.nodalOfficersAlerted', facts: { offices: told } } }));
}

async function tellAll(context: Context, all: readonly { record: ChildRecord; telling: Telling }[]): Promise<Alerted[]> {
  const { actor } = context;
  const descriptions = await readDescriptions(context, all.map(({ record }) => record.id)); // prettier-ignore
  const stations = await readOffices(context, [...new Set(all.map(({ record }) => record.officeId))]);
  const concerned = all.map(({ record, telling: { stationDistrict, hasFir, isLookedFor } }): Concerned => {
    const home = descriptions.get(record.id)?.homeDistrict;
    const tookIt = actor.kind === 'officer' && actor.officeId === record.officeId;
    return {
      districtCodes: [...new Set([record.districtCode, stationDistrict, ...(home ? [home] : [])])],
      stationDistrict,
      placeDistrict: record.districtCode,
      hasFir,
      station: tookIt ? null : (stations.get(record.officeId) ?? null),
      isLookedFor,
    };
  });
  const directory = await readDirectory(context, concerned);
  const tellings = all.flatMap(({ record }, at) => officesToTell(directory, concerned[at]!).map((one) => ({ record, ...one })));
  const told = await insertAlerts(
    context,
    tellings.map(({ record, office, insteadOf, why, line }) => ({ recordId: record.id, officeId: office.id, insteadOf, why, line })),
  );
  const shared = tellings.filter(({ record, office }) => office.id !== record.officeId);
  await shareRecords(context, shared.map(({ record, office }) => ({ recordId: record.id, officeId: office.id })), 'alert'); // prettier-ignore
  const words = tellings.filter(({ isVacant }) => !isVacant);
  await intimateAll(context, words.map(({ record, office }) => wordOf(context, record, stations.get(record.officeId)?.name ?? '', office))); // prettier-ignore
  return all.map(({ record }) => {
    const offices = told.get(record.id) ?? new Set();
    const nodal = tellings.some((one) => one.record === record && one.why === 'nodal' && offices.has(one.office.id));
    return { record, told: offices.size, nodal };
  });
}

/** In the transaction that takes the report; the worker finds who is on duty. What a citizen reports rests on the telephone they proved. */
function wordOf({ actor, tools }: Context, record: ChildRecord, station: string, office: Office): NewIntimation {
  const facts = { reference: record.reference as string, office: station, link: `${tools.deskOrigin}/alerts` };
  return {
    officeId: office.id,
    template: 'nodalAlert',
    facts,
    alarm: !wakesNobody.has(office.kind),
    about: { kind: ABOUT, id: record.id as string, recordId: record.id },
    wordOf: actor.kind === 'citizen' ? { reporterKey: actor.reporterKey ?? '' } : null,
  };
}

/** Shown on the office's own list: that is delivery, whatever became of the message. */
export async function markShown(context: Context, alerts: readonly { id: string; recordId: RecordId }[]): Promise<void> {
  await markDelivered(context, alerts.map(({ id }) => id)); // prettier-ignore
  await noteSeen(context, ABOUT, alerts.map(({ recordId }) => recordId), false); // prettier-ignore
}

/** The record was opened by the alerted office. */
export async function markRead(context: Context, recordId: RecordId, officeId: string): Promise<void> {
  await markOpened(context, recordId, officeId);
  await noteSeen(context, ABOUT, [recordId], true);
}

/** The child is traced: whoever looked out down the line has nothing to look for, and the record closes to them. */
export async function endLookOut(context: Context, recordId: RecordId): Promise<void> {
  await endAccesses(context, (await destinationsTold(context, recordId)).map((officeId) => ({ recordId, officeId })), 'alert'); // prettier-ignore
}

/**
 * The child is looked for again: the record opens to whoever looked out down the line as when they were told first, and every office alerted is told once
 * more, by the entry that says so. Once and no further: their alerts may have been acknowledged long ago. The worker alone.
 */
export async function lookOutAgain(context: Context, record: ChildRecord, entryId: string): Promise<void> {
  const others = (await alertsOfRecord(context, record.id)).filter(({ officeId }) => officeId !== record.officeId);
  const lookOuts = new Set<string>(await destinationsTold(context, record.id));
  const vacant = await vacantAmong(context, others.map(({ officeId }) => officeId)); // prettier-ignore
  const facts = {
    reference: record.reference as string,
    office: (await readOffice(context, record.officeId))?.name ?? '',
    link: `${context.tools.deskOrigin}/alerts`,
  };
  for (const { officeId: id, officeKind } of others) {
    const officeId = id as OfficeId;
    if (lookOuts.has(officeId)) await shareRecord(context, record.id, officeId, 'alert');
    if (vacant.has(officeId)) continue; // who was told in its place has an alert too
    const about = { kind: 'reopened', id: entryId, recordId: record.id };
    await intimate(context, { officeId, template: 'nodalAlert', facts, alarm: !wakesNobody.has(officeKind as OfficeKind), about }); // prettier-ignore
  }
}

/** Acknowledges an alert of the officer's own office. */
export async function acknowledgeAlert(context: Context, alertId: string): Promise<ChildRecord | Refusal> {
  const { actor } = context;
  if (actor.kind !== 'officer' || !isUuid(alertId)) return refuse('web.error.notFound');
  const alert = await findAlert(context, alertId);
  if (!alert || alert.officeId !== actor.officeId) return refuse('web.error.notFound');
  const record = await readRecord(context, { id: alert.recordId }, 'missing');
  if (isRefusal(record)) return record;
  await auditWrite(context, record.id);
  if (!(await markAcknowledged(context, alertId, actor.officerId))) return refuse('alerts.error.alreadyAcknowledged');
  await noteSignOfLife(context, actor.postingId, 'alert');
  await writeDiary(context, record.id, {
    happening: 'missing.alertAcknowledged',
    facts: { officeKind: actor.officeKind },
    paper: { kind: 'alert', id: alertId },
  });
  await acknowledgeIntimation(context, { kind: ABOUT, id: record.id }); // only after the diary says so
  return record;
}
