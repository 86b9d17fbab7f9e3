// Looks for pairs with several threads and a journal, so that an interrupted run goes on where it was; tells how far it is.
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Finder, type Outcome, type Step, finderOf, together } from '../../src/linking/finding.ts';
import { type Found, type Started, planOf } from '../../src/linking/linking.ts';
import { type ScoredPairs, mergedPairs } from '../../src/linking/pair-set.ts';
import type { Records } from '../../src/linking/records.ts';
import type { Order } from './finding-thread.ts';
import type { Journal } from './journal.ts';
import { say } from './say.ts';

/** Fewer possible pairs are found before a second thread has read the files. */
const worthThreads = 100_000_000;
/** Each holds the texts of the files once more. */
const mostThreads = 4;

/** Threads beside this one, as many as were asked for or as are worth it; they get ready while this one learns the weights. */
export function startThreads(records: Records, asked: number | null): Worker[] {
  const { left, right } = records;
  const possible = right === 0 ? (left * left) / 2 : left * right;
  const count = asked ?? (possible < worthThreads ? 1 : Math.min(mostThreads, availableParallelism()));
  const bare: Records = { ...records, ids: [], truth: null };
  return Array.from({ length: count - 1 }, (_, at) => {
    const share = { number: at + 1, of: count };
    return new Worker(new URL('./finding-thread.ts', import.meta.url), { workerData: { records: bare, share } });
  });
}

type Crew = { step(step: Step): Promise<Outcome>; pairs(): Promise<ScoredPairs> };

function crewOf(started: Started, threads: readonly Worker[], known: ScoredPairs | null, last: Outcome | undefined): Crew {
  const { prepared, model, scorer } = started;
  const mine: Finder = finderOf(prepared, model, scorer, { number: 0, of: threads.length + 1 });
  if (known) mine.take(known, last?.compared ?? 0, last?.likely ?? 0);
  const order = (what: Order): void => threads.forEach((thread) => thread.postMessage(what));
  const answers = async <T>(): Promise<T[]> =>
    (await Promise.all(threads.map((thread) => once(thread, 'message')))).map(([answer]) => answer as T);
  order({ kind: 'weights', model, known });
  return {
    async step(step) {
      const others = answers<Outcome>();
      order(step);
      return together([mine.step(step), ...(await others)]);
    },
    async pairs() {
      const others = answers<ScoredPairs>();
      order({ kind: 'pairs' });
      return mergedPairs([mine.pairs(), ...(await others)]);
    },
  };
}

const inWords = (seconds: number): string => (seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`);

/** What was told of the work, with the time that is left at most at the speed so far. */
function teller(): (progress: string, left: number, all: number) => void {
  const began = performance.now();
  let first: number | null = null;
  return (progress, left, all) => {
    first ??= left;
    const seconds = (performance.now() - began) / 1000;
    const rest = first > left ? `; at most ${inWords((left * seconds) / (first - left))} more` : '';
    say(`${Math.floor((100 * (all - left)) / all)} % ${progress}${rest}`);
  };
}

/** `saveEvery`: seconds between two states of the journal. */
export async function findTogether(started: Started, threads: readonly Worker[], journal: Journal, saveEvery: number): Promise<Found> {
  const outcomes: Outcome[] = [...journal.kept.outcomes];
  if (outcomes.length > 0) say(`going on where an earlier run was interrupted: ${journal.kept.pairs!.one.length} pairs are known already`);
  const crew = crewOf(started, threads, journal.kept.pairs, outcomes.at(-1));
  const tell = teller();
  let replaying = outcomes.length > 0;
  const steps = planOf(started, (progress, left, all) => (replaying ? undefined : tell(progress, left, all)));
  let next = steps.next();
  for (const outcome of outcomes) next = steps.next(outcome);
  // Blocks live in memory only: a run that stopped between the two parts of a family opens it again.
  const reopened = outcomes.length > 0 && !next.done && next.value.kind === 'score' ? openedLast(started, outcomes) : null;
  if (reopened) await crew.step(reopened);
  replaying = false;
  let saved = performance.now();
  while (!next.done) {
    const outcome = await crew.step(next.value);
    outcomes.push(outcome);
    next = steps.next(outcome);
    if (performance.now() - saved < 1000 * saveEvery) continue;
    journal.save(outcomes, await crew.pairs());
    saved = performance.now();
  }
  say('100 % all compared that will be');
  const pairs = await crew.pairs();
  await Promise.all(threads.map((thread) => thread.terminate()));
  return { pairs, compared: outcomes.at(-1)?.compared ?? 0, purged: next.value };
}

function openedLast(started: Started, outcomes: readonly Outcome[]): Step | null {
  const steps = planOf(started, () => undefined);
  let next = steps.next();
  let opened: Step | null = null;
  for (const outcome of outcomes) {
    if (!next.done && next.value.kind === 'open') opened = next.value;
    next = steps.next(outcome);
  }
  return opened;
}
