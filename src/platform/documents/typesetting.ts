// Hands documents to the thread that sets them, one after another. It starts with the first and waits, costing nothing, for the next.
import { Worker } from 'node:worker_threads';

export type ToSet = { id: number; document: string; createdAt: number };
export type Set = { id: number; pdf: Uint8Array } | { id: number; fault: string };

type Waiting = { resolve: (pdf: Uint8Array) => void; reject: (fault: Error) => void };

const waiting = new Map<number, Waiting>();
let thread: Worker | undefined;
let last = 0;

function settle(answer: Set): void {
  const asked = waiting.get(answer.id);
  waiting.delete(answer.id);
  if (waiting.size === 0) thread?.unref(); // a process with nothing else to do may end
  if ('pdf' in answer) asked?.resolve(answer.pdf);
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

export async function typeset(document: string, createdAt: number): Promise<Uint8Array> {
  thread ??= start();
  thread.ref();
  const id = ++last;
  const set = new Promise<Uint8Array>((resolve, reject) => waiting.set(id, { resolve, reject }));
  thread.postMessage({ id, document, createdAt } satisfies ToSet);
  return set;
}
