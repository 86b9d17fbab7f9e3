// Any station must take the report of a missing child; it then goes to the station of the place (Zero FIR: BNSS s.173(1); Karnataka HC, Sept 2025).
import type { OfficeId } from '../../kernel/ids.ts';
import type { Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/live.ts';
import { type ChildRecord, moveRecord, openForChange, shareRecord } from '../children/index.ts';
import { writeDiary } from '../diary/index.ts';
import { readOffice } from '../officers/index.ts';
import type { MoveDraft } from './follow-up-form.ts';
import type { Told } from './opening.ts';
import { insertNote, writeInvestigator } from './store.ts';

/** The report, and with it every duty of the station, is the receiving station's from now on; the office that took it keeps reading. */
export async function moveToStation(context: Context, reference: Reference, draft: MoveDraft): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  if (!context.tools.may(context.actor, 'missingReport.transfer'))
    return refuse('web.error.mayNot', { who: context.tools.whoMay('missingReport.transfer').join(',') });
  const station = await readOffice(context, draft.stationId);
  if (station?.kind !== 'police-station' || station.districtCode !== record.districtCode)
    return refuse('missing-reports.error.station', {}, 'stationId');
  if (station.id === record.officeId) return refuse('missing-reports.error.alreadyThere', {}, 'stationId');
  const paper = await insertNote(context, record.id, draft.reason);
  return handToStation(context, record, station.id, { paper });
}

/** The core of every move; `entry`: the paper behind it, and whose word it is where another system told it. */
export async function handToStation(
  context: Context,
  record: ChildRecord,
  stationId: OfficeId,
  entry: { paper: Told['paper']; happenedAt?: Instant } & Partial<Told>,
): Promise<ChildRecord> {
  await writeInvestigator(context, record.id, null); // the receiving station names its own
  await shareRecord(context, record.id, record.officeId, 'transfer'); // before the record leaves, or it could not be handed over
  await moveRecord(context, record.id, { officeId: stationId, districtCode: record.districtCode, stateCode: record.stateCode });
  // The diary last: duties are given to whoever holds the record when it is written.
  await writeDiary(context, record.id, { happening: 'missing.movedToStation', facts: { toOffice: stationId }, ...entry });
  await announce(context, { kind: 'duty', offices: [stationId], count: 1 });
  return { ...record, officeId: stationId };
}
