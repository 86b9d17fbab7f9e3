// Alerts: every nodal officer concerned and the Committee are told of a missing child in the transaction that takes the report (Guria, Supreme Court, 14-10-2025; M08).
import { isUuid } from '../../kernel/ids.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { queueMessage } from '../../platform/messages/store.ts';
import { type ChildRecord, auditWrite, readDescription, readRecord, shareRecord } from '../children/index.ts';
import { writeDiary } from '../diary/index.ts';
import { type Office, officeForPlace, officesOfKind, readOffice } from '../officers/index.ts';
import { findAlert, insertAlerts, markAcknowledged } from './store.ts';

/** Offices to tell: the nation's, and those of every district concerned with its State. */
async function officesToTell(context: Context, districtCodes: readonly string[]): Promise<Office[]> {
  const found: (Office | undefined)[] = await officesOfKind(context, 'national-nodal');
  for (const districtCode of districtCodes) {
    found.push(...(await officesOfKind(context, 'district-nodal', districtCode)));
    found.push(await officeForPlace(context, 'state-nodal', districtCode));
    found.push(...(await officesOfKind(context, 'cwc', districtCode)));
  }
  return [...new Map(found.filter((office) => office !== undefined).map((office) => [office.id, office])).values()];
}

/**
 * Tells those of the place where the child was last seen, of the station's district and of the child's home, which may be in another State: one
 * alert each, access to the record, and a message that names nobody. Answers how many offices were told. The diary says so only if any was.
 */
export async function alertNodalOfficers(context: Context, record: ChildRecord, stationDistrict: string): Promise<number> {
  const home = (await readDescription(context, record.id))?.homeDistrict;
  const offices = await officesToTell(context, [...new Set([record.districtCode, stationDistrict, ...(home ? [home] : [])])]);
  const told = await insertAlerts(
    context,
    record.id,
    offices.map((office) => office.id),
  );
  const station = (await readOffice(context, record.officeId))?.name ?? '';
  for (const office of offices.filter(({ id }) => id !== record.officeId)) {
    await shareRecord(context, record.id, office.id, 'alert');
    await sendWord(context, record, station, office);
  }
  if (told > 0) await writeDiary(context, record.id, { happening: 'missing.nodalOfficersAlerted', facts: { offices: told } });
  return told;
}

/** By SMS, which has a carrier; e-mail has none yet, and an office without a telephone finds the alert on its list. */
async function sendWord(context: Context, record: ChildRecord, station: string, office: Office): Promise<void> {
  const facts = { reference: record.reference as string, office: station, link: `${context.tools.deskOrigin}/alerts` };
  if (office.telephone) await queueMessage(context, { channel: 'sms', to: office.telephone, template: 'nodalAlert', facts, locale: 'en' });
  else if (office.email) await queueMessage(context, { channel: 'email', to: office.email, template: 'nodalAlert', facts, locale: 'en' });
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
  await writeDiary(context, record.id, {
    happening: 'missing.alertAcknowledged',
    facts: { officeKind: actor.officeKind },
    paper: { kind: 'alert', id: alertId },
  });
  return record;
}
