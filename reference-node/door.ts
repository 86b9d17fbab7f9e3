// The exchange door as a node sees it: signed requests, and answers that count only if the portal's signature on them holds.
import type { KeyObject } from 'node:crypto';
import { type Headers, type Key, type Request, doubtOf, signed } from './signing.ts';

/** `doubt`: why the answer does not prove itself; null if it does. */
export type Answer = { status: number; body: unknown; retryAfterSeconds: number | null; doubt: string | null };
/** What goes wrong on the way, on purpose: another key, other bytes than were signed. */
export type Tampering = { key?: Key; bytesSent?: Buffer };
export type Door = {
  post(path: string, bytes: Buffer, type: string, by?: Tampering): Promise<Answer>;
  /** `query` without the question mark. */
  get(path: string, query: string): Promise<Answer>;
  useKey(key: Key): void;
};

/** The door could not be reached. */
class Unreachable extends Error {}

/** An answer, or null if the door could not be reached: the next try may. */
export function ifReached(answer: Promise<Answer>): Promise<Answer | null> {
  return answer.catch((error: unknown) => {
    if (error instanceof Unreachable) return null;
    throw error;
  });
}

const ANSWER_SECONDS = 30;

export function openDoor(url: string, own: Key, portalKeys: ReadonlyMap<string, KeyObject>, now: () => number): Door {
  let key = own;
  async function call(request: Request, by: Tampering = {}): Promise<Answer> {
    const { method, path, query, body } = request;
    const bytes = by.bytesSent ?? body?.bytes;
    const answer = await fetch(url + path + (query ? `?${query}` : ''), {
      method,
      headers: signed(by.key ?? key, request, Math.floor(now() / 1000)),
      body: bytes ? new Uint8Array(bytes) : null,
      signal: AbortSignal.timeout(ANSWER_SECONDS * 1000),
    }).catch((error: Error) => {
      throw new Unreachable(error.message);
    });
    const told = Buffer.from(await answer.arrayBuffer());
    const headers = Object.fromEntries(answer.headers) as Headers;
    const seconds = Number(headers['retry-after']);
    return {
      status: answer.status,
      body: read(told),
      retryAfterSeconds: seconds > 0 ? seconds : null,
      doubt: doubtOf({ status: answer.status, headers, body: told }, request, portalKeys),
    };
  }
  return {
    post: (path, bytes, type, by) => call({ method: 'POST', path, query: '', body: { bytes, type } }, by),
    get: (path, query) => call({ method: 'GET', path, query, body: null }),
    useKey: (other) => void (key = other),
  };
}

function read(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
