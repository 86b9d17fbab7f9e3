// What follows the other Committee's answer: an accepted child's record becomes its own, a refused one is closed to it again. Done by the worker: neither
// Committee may hand over what is the home's or the station's.
import type { Context } from '../../../platform/context.ts';
import { endAccess, moveRecord, peekRecord, shareRecord } from '../../children/index.ts';
import { type HappeningNews, holdDiaries } from '../../diary/index.ts';
import { readOffice } from '../../officers/index.ts';
import { transfersOf } from './transfer-store.ts';

export async function carryOutTransfer(context: Context, { recordId }: HappeningNews): Promise<void> {
  await holdDiaries(context, [recordId]);
  const [transfer] = (await transfersOf(context, recordId)).filter(({ answer }) => answer !== null);
  const record = await peekRecord(context, { id: recordId });
  const to = transfer && (await readOffice(context, transfer.toCwc));
  if (!transfer || !record || !to?.districtCode || !to.stateCode) return;
  if (transfer.answer === 'refused') return endAccess(context, recordId, to.id, 'transfer');
  if (record.officeId === to.id) return; // heard twice
  // Where the child still is, and whoever sent it, read on until the child has arrived.
  await shareRecord(context, recordId, record.officeId, 'transfer');
  await shareRecord(context, recordId, transfer.fromCwc, 'transfer');
  await moveRecord(context, recordId, { officeId: to.id, districtCode: to.districtCode, stateCode: to.stateCode });
  await context.tools.project(context, [recordId]);
}
