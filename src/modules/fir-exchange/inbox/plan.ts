// What becomes of the messages of one paper: pure. Which take effect, in which turn, which wait, and what each came to.
import { type Instant, addHours, addMinutes } from '../../../kernel/time.ts';
import type { Done } from '../applying/apply.ts';
import type { Past } from '../applying/step.ts';
import { pastOf } from '../history/past.ts';
import { GAP_MINUTES, type Verdict, inTurn, judge, oddities } from './order.ts';
import type { Settled, Stored } from './settle-store.ts';

/** How often a fault is tried, and after how many minutes each time. */
const RETRY_MINUTES = [1, 5];
/** Parked messages are judged whenever another of their paper comes; else so often, should anything have been missed. */
const PARKED_HOURS = 6;
/** Said whole: said once more where what came before it changed. */
const whole: ReadonlySet<string> = new Set(['FIR.registered', 'MissingPerson.updated', 'UnidentifiedChild.found']);

export type Turn = { stored: Stored; insteadOf: string[]; again: boolean; past: Past };
type Plan = { verdicts: Map<number, Verdict>; turns: Turn[]; lost: Stored[]; waiting: Stored[]; until: Instant | null };

/** What is to be done with one paper: pure. */
export function planOf(messages: readonly Stored[], about: { reused: ReadonlySet<number>; isKnown: boolean; now: Instant }): Plan {
  const verdicts = judge(messages, about);
  const lost = messages.filter((one) => one.state === 'applied' && verdicts.get(one.row)!.place !== 'stands');
  const standing = inTurn(messages.filter((one) => verdicts.get(one.row)!.place === 'stands' && !(one.failed && one.nextAt === null)));
  // One that is tried again later holds up those of its paper behind it, and no other paper.
  const retried = standing.findIndex(
    ({ state, attempts, nextAt }) => state === 'received' && attempts > 0 && nextAt !== null && nextAt > about.now,
  );
  const ready = retried < 0 ? standing : standing.slice(0, retried);
  const turns: Turn[] = [];
  const ofPaper = pastOf(messages, about.now);
  const pastOfOne = ({ fromFile }: Stored): Past => (fromFile ? ofPaper : null); // what a node tells of an old case is of today
  let changed = false;
  for (const stored of ready) {
    const isNew = stored.state !== 'applied';
    const replaced = lost.filter(({ sequence }) => sequence === stored.sequence).map(({ messageId }) => messageId);
    if (isNew) turns.push({ stored, insteadOf: replaced, again: false, past: pastOfOne(stored) });
    else if (changed && whole.has(stored.type) && !stored.erased)
      turns.push({ stored, insteadOf: [], again: true, past: pastOfOne(stored) });
    changed ||= isNew;
  }
  const waiting = retried < 0 ? [] : standing.slice(retried + 1).filter(({ state }) => state !== 'applied');
  return { verdicts, turns, lost, waiting, until: standing[retried]?.nextAt ?? null };
}

/** New, and before what is said no longer: what it would change nobody could say once more behind it. */
export function isLate(one: Stored, messages: readonly Stored[]): boolean {
  const isNew = one.state === 'received' || one.state === 'parked';
  return isNew && (one.erased || messages.some(({ erased, state, sequence }) => erased && state === 'applied' && sequence >= one.sequence));
}

export function putOff(one: Stored, until: Instant): Settled {
  return { row: one.row, state: 'received', reason: null, facts: null, attempts: one.attempts, nextAt: until };
}

export function placed(one: Stored, verdict: Verdict, now: Instant): Settled | null {
  if (verdict.place === 'stands') return null;
  const { reason } = verdict;
  const nextAt =
    verdict.place !== 'parked' ? null : reason === 'gap' ? addMinutes(one.receivedAt, GAP_MINUTES) : addHours(now, PARKED_HOURS);
  const isSame = one.state === verdict.place && one.reason === reason;
  if (isSame && (nextAt === null || (one.nextAt !== null && one.nextAt > now))) return null;
  return { row: one.row, state: verdict.place, reason, facts: null, attempts: one.attempts, nextAt };
}

export type TurnOf = Turn & { paperKey: string };

export function settledBy(done: Done, turn: Turn, openedAt: Instant | null, now: Instant): Settled {
  const { row, attempts } = turn.stored;
  if ('fault' in done) {
    const tries = attempts + 1;
    const after = RETRY_MINUTES[attempts];
    const retried = after !== undefined && !turn.again;
    return retried
      ? { row, state: 'received', reason: null, facts: null, attempts: tries, nextAt: addMinutes(now, after) }
      : { row, state: 'quarantined', reason: 'fault', facts: null, attempts: tries, nextAt: null };
  }
  const { outcome } = done;
  if (outcome.state === 'quarantined') {
    const facts = { path: outcome.path, ...outcome.facts };
    return { row, state: 'quarantined', reason: outcome.reason, facts, attempts, nextAt: null };
  }
  const odd = [...outcome.odd, ...oddities(turn.stored, openedAt)];
  return { row, state: 'applied', reason: null, facts: odd.length > 0 ? { odd } : null, attempts, nextAt: null };
}

type Round = { byPaper: ReadonlyMap<string, Stored[]>; settled: ReadonlyMap<number, Settled>; now: Instant };

/** Those that gave way to what now could not take effect: judged once more, in the next transaction. */
export function outdone(turned: readonly Settled[], { byPaper, settled, now }: Round): Settled[] {
  const failed = new Set(turned.flatMap(({ row, state }) => (state === 'quarantined' ? [row] : [])));
  if (failed.size === 0) return [];
  return [...byPaper.values()].flatMap((messages) => {
    const places = new Set(messages.filter(({ row }) => failed.has(row)).map(({ sequence }) => sequence));
    const waits = messages.filter(({ row, sequence, state, reason }) => places.has(sequence) && !failed.has(row) && (settled.get(row)?.reason ?? (state === 'quarantined' ? reason : null)) === 'conflict'); // prettier-ignore
    return waits.map(({ row, attempts }): Settled => ({ row, state: 'received', reason: null, facts: null, attempts, nextAt: now })); // prettier-ignore
  });
}
