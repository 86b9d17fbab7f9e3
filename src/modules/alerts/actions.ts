// Alerts: every nodal officer concerned and the Committee are told of a missing child in the transaction that takes the report (Guria, Supreme Court, 14-10-2025; M08).
import { type OfficeId, type RecordId, isUuid } from '../../kernel/ids.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, auditWrite, readDescription, readRecord, shareRecord } from '../children/index.ts';
import { writeDiary } from '../diary/index.ts';
import { acknowledgeIntimation, intimate, noteSeen } from '../intimations/index.ts';
import { type Office, type OfficeKind, noteSignOfLife, officeForPlace, officesOfKind, readOffice, vacantAmong } from '../officers/index.ts';
import { findAlert, insertAlerts, markAcknowledged, markDelivered, markOpened } from './store.ts';

/** The matter an intimation of an alert is about: its id is the record's. */
const ABOUT = 'alert';
/** They have a part in the case, and none that cannot wait for the morning: nobody there is woken. */
const wakesNobody: ReadonlySet<OfficeKind> = new Set(['cwc', 'legal-services']);

/** `insteadOf`: the vacant post whose alert this office now has as its own. */
type Told = { office: Office; isVacant: boolean; insteadOf: OfficeId | null };

/** Offices to tell: the nation's, and those of every district concerned with its State. */
async function officesToTell(context: Context, districtCodes: readonly string[]): Promise<Told[]> {
  const national = await officesOfKind(context, 'national-nodal');
  const chains: (Office | undefined)[][] = [];
  const committees: Office[] = [];
  for (const districtCode of districtCodes) {
    const above = [await officeForPlace(context, 'state-nodal', districtCode), national[0]];
    const own = await officesOfKind(context, 'district-nodal', districtCode);
    chains.push(above, ...own.map((office) => [office, ...above]));
    committees.push(...(await officesOfKind(context, 'cwc', districtCode)));
  }
  const steps = chains.map((chain) => chain.filter((office) => office !== undefined));
  const all = new Map([...national, ...steps.flat(), ...committees].map((office) => [office.id, office]));
  const nodal = [...all.keys()].filter((id) => all.get(id)!.kind !== 'cwc');
  return passedOn([...all.values()], steps, await vacantAmong(context, nodal));
}

/**
 * A vacant post keeps its alert for whoever comes next, and the first filled post above it is told at once that the alert is now its own as well.
 * Nobody is above the nation's.
 */
function passedOn(offices: readonly Office[], chains: readonly Office[][], vacant: ReadonlySet<OfficeId>): Told[] {
  const insteadOf = new Map<OfficeId, OfficeId>();
  for (const [first, ...above] of chains) {
    const heir = first && vacant.has(first.id) ? above.find(({ id }) => !vacant.has(id)) : undefined;
    if (heir && !insteadOf.has(heir.id)) insteadOf.set(heir.id, first!.id);
  }
  return offices.map((office) => ({ office, isVacant: vacant.has(office.id), insteadOf: insteadOf.get(office.id) ?? null }));
}

/**
 * Tells those of the place where the child was last seen, of the station's district and of the child's home, which may be in another State: one
 * alert each, access to the record, and a message that names nobody. Answers how many offices were told. The diary says so only if any was.
 */
export async function alertNodalOfficers(context: Context, record: ChildRecord, stationDistrict: string): Promise<number> {
  const home = (await readDescription(context, record.id))?.homeDistrict;
  const all = await officesToTell(context, [...new Set([record.districtCode, stationDistrict, ...(home ? [home] : [])])]);
  const told = await insertAlerts(
    context,
    record.id,
    all.map(({ office, insteadOf }) => ({ officeId: office.id, insteadOf })),
  );
  const station = (await readOffice(context, record.officeId))?.name ?? '';
  for (const { office, isVacant } of all.filter(({ office: { id } }) => id !== record.officeId)) {
    await shareRecord(context, record.id, office.id, 'alert');
    if (!isVacant) await sendWord(context, record, station, office);
  }
  if (told > 0) await writeDiary(context, record.id, { happening: 'missing.nodalOfficersAlerted', facts: { offices: told } });
  return told;
}

/** In the transaction that takes the report; the worker finds who is on duty. What a citizen reports rests on the telephone they proved. */
async function sendWord(context: Context, record: ChildRecord, station: string, office: Office): Promise<void> {
  const { actor, tools } = context;
  const wordOf = actor.kind === 'citizen' ? { reporterKey: actor.reporterKey ?? '' } : null;
  const facts = { reference: record.reference as string, office: station, link: `${tools.deskOrigin}/alerts` };
  const about = { kind: ABOUT, id: record.id as string, recordId: record.id };
  await intimate(context, { officeId: office.id, template: 'nodalAlert', facts, alarm: !wakesNobody.has(office.kind), about, wordOf });
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
  await acknowledgeIntimation(context, { kind: ABOUT, id: record.id });
  await noteSignOfLife(context, actor.postingId, 'alert');
  await writeDiary(context, record.id, {
    happening: 'missing.alertAcknowledged',
    facts: { officeKind: actor.officeKind },
    paper: { kind: 'alert', id: alertId },
  });
  return record;
}
