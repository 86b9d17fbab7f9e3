// A report was made: if somebody made it whom a child is kept from, the Committee of that child is woken.
import type { Context } from '../../platform/context.ts';
import type { HappeningNews, Listener } from '../diary/index.ts';
import { askersOfReport } from '../missing-reports/index.ts';
import { alarmIfBarred } from './actions.ts';

async function hearReport(context: Context, { recordId }: Pick<HappeningNews, 'recordId'>): Promise<void> {
  await alarmIfBarred(context, await askersOfReport(context, recordId), { kind: 'report', id: recordId, at: context.now });
}

export const listeners: Listener[] = [
  { name: 'contact-bars.report', happenings: ['missing.reported', 'record.corrected'], hear: hearReport },
];
