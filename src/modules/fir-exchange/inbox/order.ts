// What becomes of each message of one paper: a pure fold over all of them. A message is judged by what it is, not when it came, so the end is the same in every order.
import { type Instant, addMinutes } from '../../../kernel/time.ts';

/** As far as its place depends on it. `row` tells it here; it decides nothing. */
export type Arrived = {
  row: number;
  node: string;
  messageId: string;
  sequence: number;
  type: string;
  sentAt: Instant;
  eventAt: Instant;
  receivedAt: Instant;
  digest: string;
  /** Sent in again from the desk, by an officer who saw what came before it. */
  fromDesk: boolean;
  /** It was tried and could not take effect: it keeps its place, so that it delays none behind it. */
  failed: boolean;
  /** The key it was signed with was revoked since: it puts nothing right any more. */
  keyRevoked?: boolean;
  /** It took effect before. Asked of lists alone. */
  done?: boolean;
  /** From a file of a police system's past, brought by whoever runs the portal. */
  fromFile?: boolean;
};

/** `stands`: of its sequence, with its turn come. */
export type Verdict =
  | { place: 'stands' }
  | { place: 'ignored'; reason: 'older' | 'sent-anew' }
  | { place: 'parked'; reason: 'gap' | 'replay-wanted' | 'no-fir' }
  | { place: 'quarantined'; reason: 'message-id-reused' | 'conflict' | 'future' };

/** What came on a list has no place among the messages of the police's system: it stands before them all. */
export const OF_A_LIST = 0;
/** How long a missing message is waited for before it is asked for. */
export const GAP_MINUTES = 15;
/** How far a node's clock may be ahead. */
const AHEAD_MINUTES = 5; // as the diary takes it
/** What a paper begins with: a case without it is told of nobody the portal knows. */
const openers: readonly string[] = ['FIR.registered', 'UnidentifiedChild.found'];

export const opensPaper = (type: string): boolean => openers.includes(type);

/** What an officer sent in again stands before what nodes sent, the last such first; among nodes the earlier sent, and by content where both were sent at once. */
export function precedes(one: Arrived, other: Arrived): boolean {
  if (one.fromDesk !== other.fromDesk) return one.fromDesk;
  if (one.sentAt !== other.sentAt) return one.fromDesk ? one.sentAt > other.sentAt : one.sentAt < other.sentAt;
  if (one.digest !== other.digest) return one.digest < other.digest;
  return one.messageId < other.messageId;
}

function first(rivals: readonly Arrived[]): Arrived {
  return rivals.reduce((best, one) => (precedes(one, best) ? one : best));
}

function last(rivals: readonly Arrived[]): Arrived {
  return rivals.reduce((best, one) => (precedes(one, best) ? best : one));
}

/** Of messages with one id those of another content than the first's: an id names one message for ever. */
export function reusedAmong(sameId: readonly Arrived[]): Set<number> {
  const reused = new Set<number>();
  for (const rivals of Map.groupBy(sameId, ({ node, messageId }) => `${node} ${messageId}`).values()) {
    const { digest } = first(rivals);
    for (const one of rivals) if (one.digest !== digest) reused.add(one.row);
  }
  return reused;
}

/** Whether what it tells of lies ahead of when it was sent, or it says that it was sent after it came. */
function isFuture({ eventAt, sentAt, receivedAt }: Arrived): boolean {
  return eventAt > addMinutes(sentAt, AHEAD_MINUTES) || sentAt > addMinutes(receivedAt, AHEAD_MINUTES);
}

/** Of several lists that hold one paper the first; none where the police's own system told it, or the portal has it. What took effect stays. */
function listThatStands(ofLists: readonly Arrived[], isTold: boolean): Arrived | undefined {
  const done = ofLists.find((one) => one.done);
  if (done || isTold || ofLists.length === 0) return done;
  return ofLists.reduce((best, one) => (one.row < best.row ? one : best));
}

/** `isKnown`: the portal has this paper already, from its station or from a list. */
export type About = { reused: ReadonlySet<number>; isKnown: boolean; now: Instant };

/**
 * By row, for every message of one paper that came and was not set aside for good. What could not take effect gives way to whatever else is said at its place: so the police put it right.
 */
export function judge(messages: readonly Arrived[], { reused, isKnown, now }: About): Map<number, Verdict> {
  const verdicts = new Map<number, Verdict>();
  const inPlay = messages.filter((one) => {
    const reason = reused.has(one.row) ? 'message-id-reused' : isFuture(one) ? 'future' : null;
    if (reason) verdicts.set(one.row, { place: 'quarantined', reason });
    return reason === null;
  });
  const standing = new Map<number, Arrived>();
  const ofLists = inPlay.filter(({ sequence }) => sequence === OF_A_LIST);
  const taken = listThatStands(ofLists, isKnown || inPlay.some(({ sequence, type }) => sequence !== OF_A_LIST && opensPaper(type)));
  for (const one of ofLists) if (one !== taken) verdicts.set(one.row, { place: 'ignored', reason: 'older' });
  if (taken) standing.set(OF_A_LIST, taken);
  const ofNodes = inPlay.filter(({ sequence }) => sequence !== OF_A_LIST);
  for (const [sequence, rivals] of Map.groupBy(ofNodes, (one) => one.sequence)) {
    const failed = rivals.filter((one) => one.failed);
    const isTried = ({ digest }: Arrived) => failed.some((one) => one.digest === digest);
    const able = rivals.filter((one) => !isTried(one));
    const best = able.length > 0 ? first(able) : last(failed);
    standing.set(sequence, best);
    for (const one of rivals) {
      if (one === best) continue;
      if (one.failed) {
        verdicts.set(one.row, best.keyRevoked ? { place: 'stands' } : { place: 'ignored', reason: 'sent-anew' }); // it waits as it is
        continue;
      }
      const same = one.digest === best.digest || isTried(one);
      verdicts.set(one.row, same ? { place: 'ignored', reason: 'older' } : { place: 'quarantined', reason: 'conflict' });
    }
  }
  let reached = 0;
  while (standing.has(reached + 1)) reached += 1;
  const opened = isKnown || [...standing.values()].some(({ sequence, type, failed }) => sequence <= reached && opensPaper(type) && !failed);
  for (const [sequence, one] of standing) {
    if (one.failed) verdicts.set(one.row, { place: 'stands' });
    else if (sequence > reached) {
      const waited = addMinutes(one.receivedAt, GAP_MINUTES) <= now;
      verdicts.set(one.row, { place: 'parked', reason: waited ? 'replay-wanted' : 'gap' });
    } else verdicts.set(one.row, opened ? { place: 'stands' } : { place: 'parked', reason: 'no-fir' });
  }
  return verdicts;
}

/** The standing messages of a paper in the order in which they take effect: what opens it first, however oddly it was numbered. */
export function inTurn<M extends Pick<Arrived, 'sequence' | 'type'>>(standing: readonly M[]): M[] {
  const bySequence = standing.toSorted((one, other) => one.sequence - other.sequence);
  const opener = bySequence.find(({ type }) => opensPaper(type));
  return opener ? [opener, ...bySequence.filter((one) => one !== opener)] : bySequence;
}

/** What is odd in the order of a paper: applied all the same, as the police reported it. */
export function oddities(one: Pick<Arrived, 'type' | 'eventAt'>, openedAt: Instant | null): 'before-fir'[] {
  return openedAt !== null && !opensPaper(one.type) && one.eventAt < openedAt ? ['before-fir'] : [];
}
