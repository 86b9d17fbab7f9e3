// The node where the portal calls it: nothing is read that the portal did not sign, all is kept as it came before it is read, and each message has a receipt of
// the node's own. On purpose it may also break off, answer late, answer 500, or sign its receipt with a key that is not its own.
import { appendFileSync, mkdirSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KeyObject } from 'node:crypto';
import { dirname } from 'node:path';
import type { CalledBadly } from './arguments.ts';
import type { Outbox } from './outbox.ts';
import { type PaperOf, paperKeyOf } from './message.ts';
import { pause, patient } from './pace.ts';
import { type Headers, type Key, doubtOfCall, receiptFields } from './signing.ts';

/** Of each twenty messages one suffers each of these, the first time it comes. */
const suffered: Readonly<Record<CalledBadly, number>> = { error: 3, slow: 7, 'wrong-receipt': 11, silent: 15 };
const MOST_BYTES = 64 * 1024;
/** Longer than the portal waits. */
const SLOW_SECONDS = 11;
const AWAY_SECONDS = 5;

type Told = { messageId: string; sentAt: string; paper: PaperOf; body: { reference: string } };
export type Called = {
  /** Messages with a receipt that holds, each once. */
  told: number;
  /** Calls about a message that was known. */
  again: number;
  refused: number;
  badly: number;
  /** Messages that were misanswered and did not come again yet. */
  open: number;
  children: number;
  /** Children of whom a message came before an earlier one. */
  outOfOrder: number;
  lastAt: number;
};
/** `isTold`: whether the portal told anything of a paper. */
export type Listening = { url: string; called(): Called; isTold(paperKey: string): boolean; close(): Promise<void> };
export type Listener = {
  /** 0: any that is free. */
  port: number;
  /** One line for each call, with the bytes as they came. */
  archive: string;
  outbox: Pick<Outbox, 'hear'>;
  portalKeys: ReadonlyMap<string, KeyObject>;
  key(): Key;
  strangeKey: Key;
  badly: ReadonlySet<CalledBadly>;
  now(): number;
  slowSeconds?: number;
};

export async function listen(listener: Listener): Promise<Listening> {
  const { archive, outbox, portalKeys, badly, now } = listener;
  const counted = { again: 0, refused: 0, badly: 0, lastAt: now() };
  const [known, receipted, last, late] = [new Set<string>(), new Set<string>(), new Map<string, string>(), new Set<string>()];
  const papers = new Set<string>();
  let awayUntil = 0;

  /** How this message is misanswered, if it is; only the first time it comes. */
  function faultOf(isNew: boolean): CalledBadly | undefined {
    return isNew ? [...badly].find((what) => known.size % 20 === suffered[what]) : undefined;
  }
  function hear(message: Told): boolean {
    if (known.has(message.messageId)) return false;
    known.add(message.messageId);
    outbox.hear(message);
    const { reference } = message.body;
    if ((last.get(reference) ?? '') > message.sentAt) late.add(reference);
    last.set(reference, message.sentAt);
    return true;
  }
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    counted.lastAt = now();
    if (now() < awayUntil) return void request.socket.destroy();
    const raw = await bodyOf(request);
    const path = request.url ?? '';
    const headers = request.headers as Headers;
    const doubt = doubtOfCall({ method: request.method ?? '', path, headers, body: raw }, portalKeys, Math.floor(now() / 1000));
    appendFileSync(archive, `${JSON.stringify({ at: new Date(now()).toISOString(), doubt, headers, raw: raw.toString('base64') })}\n`);
    if (doubt !== null) {
      counted.refused += 1;
      return void response.writeHead(401, { 'content-type': 'text/plain' }).end(doubt);
    }
    const message = messageIn(raw);
    if (!message) return void response.writeHead(400).end();
    const isNew = hear(message);
    if (!isNew) counted.again += 1;
    const fault = faultOf(isNew);
    if (fault) counted.badly += 1;
    if (fault === 'error') return void response.writeHead(500).end();
    if (fault === 'silent') {
      awayUntil = now() + AWAY_SECONDS * 1000;
      return void request.socket.destroy();
    }
    if (fault === 'slow') await pause((listener.slowSeconds ?? SLOW_SECONDS) * 1000);
    const body = Buffer.from(JSON.stringify({ messageId: message.messageId, receivedAt: new Date(now()).toISOString() }));
    const signer = fault === 'wrong-receipt' ? listener.strangeKey : listener.key();
    const fields = receiptFields(signer, { status: 200, body }, { path, body: raw }, Math.floor(now() / 1000));
    response.writeHead(200, fields).end(body);
    if (fault) return;
    receipted.add(message.messageId);
    papers.add(paperKeyOf(message.paper));
  }

  mkdirSync(dirname(archive), { recursive: true });
  const server = createServer((request, response) => void take(request, response).catch(() => request.socket.destroy()));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(listener.port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/from-portal`,
    isTold: (paperKey) => papers.has(paperKey),
    called: () => ({ ...counted, told: receipted.size, open: known.size - receipted.size, children: last.size, outOfOrder: late.size }),
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MOST_BYTES) throw new Error('the call is too large');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function messageIn(raw: Buffer): Told | null {
  try {
    const { messageId, sentAt, paper, body } = JSON.parse(raw.toString('utf8')) as Partial<Told>;
    const isWhole =
      typeof messageId === 'string' &&
      typeof sentAt === 'string' &&
      typeof paper?.number === 'string' &&
      typeof body?.reference === 'string';
    return isWhole ? (JSON.parse(raw.toString('utf8')) as Told) : null;
  } catch {
    return null;
  }
}

/** What is not known to come may come this late. */
const QUIET_SECONDS = 5;
const LOOK_MILLISECONDS = 500;

/** What is still to come: papers of which the portal has to tell something and did not, and whether anything waits at the portal; null: it did not say. */
export type ToCome = { untold(): number; waits(): Promise<boolean | null> };

/**
 * Until nothing more is to come; or patience is over. A portal that is busy tells minutes after it learned, and one that was refused calls again after seconds or
 * hours: that it is quiet does not say that it has said all.
 */
export async function calledOut(
  { called }: Pick<Listening, 'called'>,
  { untold, waits }: ToCome,
  patienceSeconds: number,
  now: () => number,
): Promise<void> {
  const began = now();
  const isOver = patient(patienceSeconds * 1000, now);
  for (;;) {
    const { open, lastAt, told } = called();
    const left = untold() + open;
    const isQuiet = left === 0 && now() - Math.max(began, lastAt) > QUIET_SECONDS * 1000;
    if (isQuiet && (await waits()) === false) return;
    if (isOver(left - told)) return;
    await pause(LOOK_MILLISECONDS);
  }
}
