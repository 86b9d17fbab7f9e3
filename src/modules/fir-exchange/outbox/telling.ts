// What happened to a missing child, written for the police nodes that own its papers: one message for each entry and node, in the diary's order, in the transaction that hears of it.
import { newId } from '../../../kernel/ids.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import { milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { peekRecord } from '../../children/index.ts';
import { type Listener, readDiary } from '../../diary/index.ts';
import type { OutgoingMessage } from '../messages/index.ts';
import type { Addressee } from './addressees.ts';
import { addresseesOf } from './addressees.ts';
import { besideOf, reportsConcerned } from './beside.ts';
import { type Told, happeningsTold, heard } from './happened.ts';
import { type NewOutgoing, addOutgoing, holdOutbox, papersOfChild, writtenOf } from './outgoing-store.ts';

type About = { messageId: string; to: Addressee; reference: string; corrects: string | undefined };

/** Every field is named here and nothing is copied whole: what is not named cannot leave. */
function messageOf(context: Context, { entry, what }: Told, { messageId, to, reference, corrects }: About): OutgoingMessage {
  const { kind, state, district, station, year, number } = to.paper;
  return {
    messageId,
    type: 'Portal.happened',
    version: 1,
    node: to.nodeCode,
    sentAt: context.now,
    paper: { kind, state, district, station, year, number },
    ...(corrects ? { corrects } : {}),
    body: {
      what,
      happenedAt: entry.happenedAt,
      recordedAt: entry.recordedAt,
      ...(to.childNumber === null ? {} : { childNumber: to.childNumber }),
      reference,
    },
  };
}

/**
 * Writes whatever of this child, or of the children this record may concern, its nodes were not told yet, so that what was heard late, twice or in another order comes to the same.
 * A node that comes in later, as that of a Zero FIR's other State, is told from the beginning.
 */
export async function tellNodes(context: Context, heardOf: RecordId): Promise<void> {
  const record = await peekRecord(context, { id: heardOf });
  for (const id of record ? await reportsConcerned(context, record) : []) await tellNodesOf(context, id);
}

async function tellNodesOf(context: Context, recordId: RecordId): Promise<void> {
  const record = await peekRecord(context, { id: recordId });
  if (record?.kind !== 'missing') return;
  await holdOutbox(context, recordId);
  const addressees = addresseesOf(await papersOfChild(context, recordId));
  if (addressees.length === 0) return;
  const diary = await readDiary(context, recordId);
  const told = happeningsTold(diary, await besideOf(context, recordId, diary));
  const written = await writtenOf(context, recordId);
  const rows: NewOutgoing[] = [];
  for (const to of addressees) {
    const ids = new Map(written.filter(({ nodeCode }) => nodeCode === to.nodeCode).map(({ entryId, messageId }) => [entryId, messageId]));
    for (const one of told) {
      const { entryId, corrects } = one.entry;
      if (ids.has(entryId)) continue;
      const messageId = newId<'outgoing'>(milliseconds(context.now));
      const about = { messageId, to, reference: record.reference, corrects: corrects === null ? undefined : ids.get(corrects) };
      ids.set(entryId, messageId);
      rows.push({
        messageId, entryId, recordId, nodeCode: to.nodeCode, paperKey: to.paperKey, content: JSON.stringify(messageOf(context, one, about)),
      }); // prettier-ignore
    }
  }
  await addOutgoing(context, rows);
}

export const listeners: Listener[] = [
  { name: 'exchange.tell', happenings: heard, ofRecord: true, hear: (context, news) => tellNodes(context, news.recordId) },
];
