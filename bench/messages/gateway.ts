// A gateway of SMS as a process of its own: takes each key once, counts how often it was asked for each, and tells its starter.
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What is told when asked `report`: for each key when it was first asked for (Unix milliseconds), and how often in all. */
export type Report = { first: Record<string, number>; asked: Record<string, number> };

const latency = Number(process.argv[2] ?? 100); // milliseconds a telecom provider takes to answer
const rate = Number(process.argv[3] ?? 0); // most it takes in a second, 0 without a limit
const first = new Map<string, number>();
const asked = new Map<string, number>();

async function drained(request: IncomingMessage): Promise<void> {
  for await (const _ of request);
}

let second = 0;
let taken = 0;
function isTooMany(): boolean {
  if (rate === 0) return false;
  const now = Math.floor(Date.now() / 1000);
  taken = now === second ? taken + 1 : 1;
  second = now;
  return taken > rate;
}

const server = createServer((request, response) => {
  if (isTooMany()) return void drained(request).then(() => response.writeHead(429).end());
  const key = String(request.headers['idempotency-key']);
  if (!first.has(key)) first.set(key, Date.now());
  asked.set(key, (asked.get(key) ?? 0) + 1);
  void drained(request)
    .then(() => pause(latency))
    .then(() => response.writeHead(202).end());
});
server.on('clientError', (_error, socket) => socket.destroy()); // a worker that was killed
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }));
process.on('message', (question) => {
  process.send!(question === 'report' ? { first: Object.fromEntries(first), asked: Object.fromEntries(asked) } : { taken: first.size });
});
process.on('disconnect', () => process.exit(0));
