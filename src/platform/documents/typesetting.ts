// Hands documents to the thread that sets them, one after another. It starts with the first and waits, costing nothing, for the next.
import { Worker } from 'node:worker_threads';
import type { PosterWanted } from './typesetter.ts';

export type ToSet = { id: number; document: string; createdAt: number; poster: PosterWanted | undefined };
export type Set = { id: number; drawn: Uint8Array } | { id: number; fault: string };

type Waiting = { resolve: (drawn: Uint8Array) => void; reject: (fault: Error) => void };

const waiting = new Map<number, Waiting>();
let thread: Worker | undefined;
let last = 0;

function settle(answer: Set): void {
  const asked = waiting.get(answer.id);
  waiting.delete(answer.id);
  if (waiting.size === 0) thread?.unref(); // a process with nothing else to do may end
  if ('drawn' in answer) asked?.resolve(answer.drawn);
  else asked?.reject(new Error(answer.fault));
}

/** The thread died: whoever waits is told, and the next document starts another. */
function giveUp(fault: Error): void {
  thread = undefined;
  const left = [...waiting.values()];
  waiting.clear();
  for (const { reject } of left) reject(fault);
}

function start(): Worker {
  const started = new Worker(new URL('typesetting-thread.ts', import.meta.url), { execArgv: [] });
  started.on('message', settle);
  started.on('error', giveUp);
  return started;
}

export async function typeset(document: string, createdAt: number, poster?: PosterWanted): Promise<Uint8Array> {
  thread ??= start();
  thread.ref();
  const id = ++last;
  const set = new Promise<Uint8Array>((resolve, reject) => waiting.set(id, { resolve, reject }));
  thread.postMessage({ id, document, createdAt, poster } satisfies ToSet);
  return set;
}
