// Carries recalls to partners that can be called, signed as every call of the portal, until they answer; and raises the alarm where nobody does.
import { newId } from '../../../kernel/ids.ts';
import { type Instant, addMinutes } from '../../../kernel/time.ts';
import { type Context, type Tools, inContext } from '../../../platform/context.ts';
import { callAddress } from '../../../platform/messages/index.ts';
import { intimate, settleIntimations } from '../../intimations/index.ts';
import { officesOfKind } from '../../officers/index.ts';
import { type DueRecall, answeredSinceAlarm, dueRecalls, noteAcknowledged, noteAlarmed, noteTried, unanswered } from './recall-store.ts';
import { RECALL_HOURS } from './partner.ts';

/** The portal's outgoing calls: signed, bounded, to public addresses alone (threat A15). */
export type Caller = { call(url: URL, body: Buffer, now: Instant): Promise<{ status: number; raw: Buffer } | { failed: string }> };

const asking = { actor: { kind: 'system', name: 'notices' }, ground: { name: 'notice.recall', purpose: 'duty' } } as const;
const run = <T>(tools: Tools, work: (context: Context) => Promise<T>): Promise<T> =>
  inContext(tools, { ...asking, requestId: newId() }, work);

/** 1, 2, 4 … minutes, at most a quarter of an hour: a child's picture is still on show meanwhile. */
const waitMinutes = (attempts: number): number => Math.min(15, 2 ** attempts);

function acknowledges(raw: Buffer, id: string): boolean {
  try {
    return (JSON.parse(raw.toString('utf8')) as { acknowledged?: unknown } | null)?.acknowledged === id;
  } catch {
    return false; // a page that says "OK" takes nothing down
  }
}

async function callOne(tools: Tools, caller: Caller, due: DueRecall): Promise<void> {
  const url = callAddress(due.callUrl, { loopback: tools.demo });
  const body = JSON.stringify({ type: 'notice.recall', recall: due.id, notice: due.publicId, recalledAt: due.recalledAt });
  const came = url ? await caller.call(url, Buffer.from(body), tools.clock()) : { failed: 'call-address' };
  await run(tools, (context) => {
    if (!('failed' in came) && came.status === 200 && acknowledges(came.raw, due.id)) return noteAcknowledged(context, due.id);
    const failure = 'failed' in came ? came.failed : came.status === 200 ? 'not-acknowledged' : String(came.status);
    return noteTried(context, due.id, failure, addMinutes(context.now, waitMinutes(due.attempts)));
  });
}

/** Answers how many were called. A partner that hangs holds up the others of its round for as long as one call lasts. */
export async function sendRecalls(tools: Tools, caller: Caller): Promise<number> {
  const due = await run(tools, dueRecalls);
  await Promise.all(due.map((one) => callOne(tools, caller, one)));
  return due.length;
}

/** Tells the State's nodal officer, once for each recall, what nobody confirmed in an hour. Answers how many. */
export async function alarmUnanswered(context: Context): Promise<number> {
  for (const id of await answeredSinceAlarm(context)) await settleIntimations(context, { kind: 'notice-recall', id });
  const late = await unanswered(context, addMinutes(context.now, -60 * RECALL_HOURS));
  const offices = await officesOfKind(context, 'state-nodal');
  for (const { id, name, stateCode } of late) {
    const office = offices.find((one) => one.stateCode === stateCode) ?? (await officesOfKind(context, 'national-nodal'))[0];
    await noteAlarmed(context, id);
    if (!office) continue;
    const facts = { reference: name, link: `${context.tools.deskOrigin}/notice-partners` };
    await intimate(context, {
      officeId: office.id,
      template: 'recallUnanswered',
      facts,
      alarm: true,
      about: { kind: 'notice-recall', id, recordId: null },
    });
  }
  return late.length;
}
