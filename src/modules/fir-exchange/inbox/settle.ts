// Settling what came: the papers that have something due are judged whole, and what stands takes effect in its turn. Several workers may settle, one paper by one of them.
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { applySteps } from '../applying/apply.ts';
import { takeUp } from '../applying/from-past.ts';
import { type PaperRow, childrenOfPapers, notePapers, officesByCode, readPapers } from '../applying/paper-store.ts';
import type { Saying } from '../applying/report-store.ts';
import { retract } from '../applying/reported.ts';
import { strayOf } from '../applying/stray.ts';
import type { Step } from '../applying/step.ts';
import { holdDiaries } from '../../diary/index.ts';
import type { Office } from '../../officers/index.ts';
import type { PaperMessage } from '../messages/index.ts';
import { opensPaper, reusedAmong } from './order.ts';
import { type TurnOf, isLate, outdone, placed, planOf, putOff, settledBy } from './plan.ts';
import {
  type Settled,
  type Stored,
  contentsOf,
  noteSaidAnew,
  markSettled,
  messagesOfPapers,
  outlinesOf,
  rivalsOf,
} from './settle-store.ts';
import { holdFloods } from './flood.ts';
import { setForgedApart } from './forged.ts';
import { type Share, takeOthers, takePapers } from './taking-store.ts';
import { fewEnough, inParts, lastSaid } from './turns.ts';

const MOST_MESSAGES = 200;
/** As they are stored. The rest waits for the next transaction. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Of one paper in one transaction: one of thousands of messages holds up no other paper. */
const MOST_TURNS = 50;
/** One message of each paper takes effect; papers whose message did not are left for the next round, where what follows is judged anew. */
async function wave(
  context: Context,
  turns: readonly TurnOf[],
  onFault: (fault: unknown) => void,
): Promise<{ settled: Settled[]; stopped: Map<string, Instant | null> }> {
  const papers = await readPapers(context, turns.map(({ paperKey }) => paperKey)); // prettier-ignore
  const contents = await contentsOf(context, turns.map(({ stored }) => stored.row)); // prettier-ignore
  const stations = await officesByCode(context, [...new Set([...contents.values()].map(({ paper }) => paper.station))]);
  const turnOf = new Map(turns.map((turn) => [turn.stored.row, turn]));
  const settled: Settled[] = [];
  const stopped = new Map<string, Instant | null>();
  const steps: Step[] = [];
  for (const turn of turns) {
    const message = contents.get(turn.stored.row)!;
    const station = stations.get(message.paper.station);
    const paper = papers.get(turn.paperKey);
    const astray = strayOf(message.paper, station, paper?.isOpened ?? false);
    if (astray) settled.push({ row: turn.stored.row, state: 'quarantined', ...astray, attempts: turn.stored.attempts, nextAt: null });
    else steps.push(stepOf(turn, message, station!, paper));
  }
  for (const done of await applySteps(context, steps)) {
    if ('fault' in done) onFault(done.fault);
    const turn = turnOf.get(done.step.row)!;
    settled.push(settledBy(done, turn, papers.get(turn.paperKey)?.firstEventAt ?? null, context.now));
  }
  for (const { row, state, nextAt } of settled) {
    const turn = turnOf.get(row)!;
    if (state === 'received' || (state === 'quarantined' && opensPaper(turn.stored.type))) stopped.set(turn.paperKey, nextAt);
  }
  return { settled, stopped };
}

function stepOf(
  { stored, insteadOf, again, past, paperKey }: TurnOf,
  message: PaperMessage,
  station: Office,
  paper: PaperRow | undefined,
): Step {
  return { row: stored.row, message, receivedAt: stored.receivedAt, paperKey, paper, station, insteadOf, again, past } as Step;
}

export type Settling = Partial<Share> & { onFault?: (fault: unknown) => void };

/** Settles what is due of some papers, in the caller's transaction. Answers how many messages it settled: none, if nothing is due or another worker holds it. */
export async function settleNext(
  context: Context,
  { most = MOST_MESSAGES, mostBytes = MOST_BYTES, onFault = () => {} }: Settling = {},
): Promise<number> {
  const due = await takePapers(context, { most, mostBytes });
  if (due.length === 0) return 0;
  const mine = await messagesOfPapers(context, due);
  const rivals = await rivalsOf(context, mine);
  const forged = await setForgedApart(context, [...mine, ...rivals]);
  if (forged > 0) return forged;
  const others = [...new Set(rivals.map(({ paperKey }) => paperKey))].filter((key) => !due.includes(key));
  const held = await takeOthers(context, others);
  const all = [...mine, ...(await messagesOfPapers(context, held))];
  const reused = reusedAmong([...new Map([...all, ...rivals].map((one) => [one.row, one])).values()]);
  const waiting = new Set(others.filter((key) => !held.includes(key)).flatMap((key) => entangled(key, mine, rivals)));
  const byPaper = new Map([...Map.groupBy(all, ({ paperKey }) => paperKey)].filter(([key]) => !waiting.has(key)));
  return settlePapers(context, { byPaper, reused, mostBytes, onFault });
}

/** An FIR of a file that took effect just now. */
function opensFromPast({ type, fromFile }: Stored, now: Settled | undefined): boolean {
  return type === 'FIR.registered' && fromFile === true && now?.state === 'applied';
}

/** Papers that share an id with one another worker holds: judged when that one is free. */
function entangled(heldElsewhere: string, mine: readonly Stored[], rivals: readonly Stored[]): string[] {
  const ids = new Set(rivals.filter(({ paperKey }) => paperKey === heldElsewhere).map(({ node, messageId }) => `${node} ${messageId}`));
  return mine.filter(({ node, messageId }) => ids.has(`${node} ${messageId}`)).map(({ paperKey }) => paperKey);
}

type InHand = { byPaper: ReadonlyMap<string, Stored[]>; reused: ReadonlySet<number>; mostBytes: number; onFault: (fault: unknown) => void };

async function settlePapers(context: Context, { byPaper, reused, mostBytes, onFault }: InHand): Promise<number> {
  const papers = await readPapers(context, [...byPaper.keys()]);
  const settled = new Map<number, Settled>();
  const note = (one: Settled): unknown => settled.set(one.row, one);
  const queues = new Map<string, TurnOf[]>();
  const withdrawn: Saying[] = [];
  const held = await holdFloods(context, byPaper, (key) => papers.get(key)?.isOpened ?? false);
  for (const one of [...held.values()].flat()) note(one);
  for (const [paperKey, messages] of byPaper) {
    if (held.has(paperKey)) continue;
    const late = messages.filter((one) => isLate(one, messages));
    for (const { row, attempts } of late) note({ row, state: 'quarantined', reason: 'too-late', facts: null, attempts, nextAt: null });
    const inTime = messages.filter((one) => !late.includes(one));
    const { verdicts, turns, lost, waiting, until } = planOf(inTime, {
      reused,
      isKnown: papers.get(paperKey)?.isOpened ?? false,
      now: context.now,
    });
    for (const one of inTime) {
      const elsewhere = placed(one, verdicts.get(one.row)!, context.now);
      if (elsewhere) note(elsewhere);
    }
    for (const one of waiting) note(putOff(one, until!));
    const queue = fewEnough(turns, MOST_TURNS);
    queues.set(paperKey, queue.map((turn) => ({ ...turn, paperKey }))); // prettier-ignore
    const replaced = new Set(queue.flatMap(({ insteadOf }) => insteadOf));
    withdrawn.push(...lost.filter(({ messageId }) => !replaced.has(messageId)).map(({ messageId }) => ({ paperKey, messageId })));
  }
  const outlines = await outlinesOf(context, [...queues.values()].flat().flatMap(({ again, stored }) => (again ? [stored.row] : []))); // prettier-ignore
  for (const [paperKey, queue] of queues) queues.set(paperKey, lastSaid(queue, outlines));
  // Before anything is written, and all at once: an officer who writes holds a child's diary first too.
  await holdDiaries(
    context,
    (await childrenOfPapers(context, [...byPaper.keys()])).map(({ recordId }) => recordId),
  );
  await retract(context, withdrawn);
  for (let turn = 0; [...queues.values()].some((queue) => queue.length > turn); turn++) {
    const next = [...queues.values()].flatMap((queue) => queue.slice(turn, turn + 1));
    // What is due brings with it what waited for it, which may be large: read at once, of two hundred papers, it would end the worker.
    for (const part of inParts(next, mostBytes)) {
      const { settled: now, stopped } = await wave(context, part, onFault);
      for (const one of now) note(one);
      for (const one of outdone(now, { byPaper, settled, now: context.now })) note(one);
      for (const [key, until] of stopped) {
        for (const { stored } of queues.get(key)!.slice(turn + 1)) if (until && stored.state !== 'applied') note(putOff(stored, until));
        queues.delete(key);
      }
    }
  }
  const broughtHere = [...byPaper].flatMap(([key, messages]) =>
    messages.some((one) => opensFromPast(one, settled.get(one.row))) ? [key] : [],
  );
  await takeUp(context, broughtHere);
  await markSettled(context, [...settled.values()]);
  await noteSaidAnew(context, [...settled.values()].flatMap(({ row, state }) => (state === 'applied' ? [row] : []))); // prettier-ignore
  await notePapers(context, [...byPaper.keys()]);
  return settled.size;
}
