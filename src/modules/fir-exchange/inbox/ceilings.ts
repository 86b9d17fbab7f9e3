// How much of one paper, and how many new papers of one station, take effect in a day. What is over waits and is never dropped: with a stolen key nobody is flooded before somebody was told. Pure.
import { type Instant, addHours } from '../../../kernel/time.ts';
import { opensPaper } from './order.ts';

/** Messages of one paper in a day. A long case has some dozens in its whole life. */
export const MOST_OF_PAPER = 200;
/** New papers of a station in a day, whatever its past: the busiest register fewer of missing children in a month. */
export const FEW_PAPERS = 100;
const TIMES_ITS_BUSIEST = 10;
const DAY_HOURS = 24;

/** `recent`: opened in the last day; `busiest`: on the busiest day of those before it. */
export type StationPast = { recent: number; busiest: number };

/** How many more new papers a station may open now. A State that catches up goes through in a few days, each time ten times as many. */
export function papersLeft({ recent, busiest }: StationPast): number {
  return Math.max(0, Math.max(FEW_PAPERS, TIMES_ITS_BUSIEST * busiest) - recent);
}

/** As far as a ceiling depends on it. */
export type Counted = { type: string; sequence: number; state: string; settledAt: Instant | null; fromDesk: boolean; fromFile?: boolean };

/** What is due of a paper, if a node sent all of it: what an officer or an operator brings has its own checks, and takes its paper along. */
export function newOfNode<M extends Counted>(messages: readonly M[]): M[] {
  const fresh = messages.filter(({ state }) => state === 'received' || state === 'parked');
  return fresh.every(({ fromDesk, fromFile, sequence }) => !fromDesk && !fromFile && sequence > 0) ? fresh : [];
}

export const opens = (messages: readonly Counted[]): boolean => messages.some(({ type }) => opensPaper(type));

/** Whether so much of a paper took effect in the last day that the rest waits. */
export function isFull(messages: readonly Counted[], now: Instant): boolean {
  const since = addHours(now, -DAY_HOURS);
  return messages.filter(({ state, settledAt }) => state === 'applied' && settledAt !== null && settledAt > since).length >= MOST_OF_PAPER;
}
