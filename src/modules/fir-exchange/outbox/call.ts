// One call of a node: what is sent is signed, what comes back is bounded in size and time, and nobody is followed elsewhere.
import { type IncomingMessage, type RequestOptions, request as requestPlain } from 'node:http';
import { Agent, request as requestTls } from 'node:https';
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import { publicLookup } from '../../../platform/messages/index.ts';
import { contentDigest, sha256 } from '../trust/digest.ts';
import { repeatsHeader } from '../trust/sender.ts';
import { type Components, type Signer, profiles, signed } from '../trust/signature.ts';

const MOST_BYTES = 16 * 1024;
/** The whole call, however slowly something comes. */
const WAIT_MILLISECONDS = 10_000;
const TYPE = 'application/json';

/** `components`: what a receipt is signed over. */
export type Answer = { status: number; raw: Buffer; components: Components; input: string | undefined; signature: string | undefined };
export type Called = Answer | { failed: string };
export type Caller = { call(url: URL, body: Buffer, now: Instant): Promise<Called>; close(): void };

export function openCaller(signer: Signer, waitMilliseconds: number = WAIT_MILLISECONDS): Caller {
  const agent = new Agent({ keepAlive: true, lookup: publicLookup(), maxSockets: 16 });
  return {
    close: () => agent.destroy(),
    async call(url, body, now) {
      const asked = { '"@method"': 'POST', '"@path"': url.pathname, '"content-digest"': contentDigest(sha256(body)), '"content-type"': TYPE };
      const fields = signed(profiles.send, signer, asked, Math.floor(milliseconds(now) / 1000));
      const headers = { 'content-type': TYPE, 'content-length': body.length, 'content-digest': asked['"content-digest"'], accept: TYPE, ...fields };
      const options = { method: 'POST', headers, ...(url.protocol === 'https:' ? { agent } : {}) };
      const came = await post(url, options, body, waitMilliseconds);
      if ('failed' in came) return came;
      const { response, raw } = came;
      if (repeatsHeader(response)) return { failed: 'header-repeated' };
      const said = response.headers;
      const components: Components = {
        '"@status"': String(response.statusCode),
        '"content-digest"': said['content-digest']?.toString().trim(),
        '"content-type"': said['content-type']?.trim(),
        '"@path";req': asked['"@path"'],
        '"content-digest";req': asked['"content-digest"'],
      };
      return { status: response.statusCode ?? 0, raw, components, input: said['signature-input']?.toString(), signature: said['signature']?.toString() };
    },
  };
} // prettier-ignore

type Came = { response: IncomingMessage; raw: Buffer } | { failed: string };

/** Redirects are not followed: node's client follows none. */
function post(url: URL, options: RequestOptions, body: Buffer, waitMilliseconds: number): Promise<Came> {
  return new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? requestTls : requestPlain)(url, options, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MOST_BYTES) stop('answer-too-large');
        else chunks.push(chunk);
      });
      response.on('end', () => done({ response, raw: Buffer.concat(chunks) }));
      response.on('error', (error: NodeJS.ErrnoException) => done({ failed: error.code ?? 'broken-off' }));
    });
    const done = (came: Came): void => {
      clearTimeout(timer);
      resolve(came);
    };
    const stop = (failed: string): void => {
      done({ failed });
      request.destroy();
    };
    const timer = setTimeout(() => stop('no-answer'), waitMilliseconds);
    request.on('error', (error: NodeJS.ErrnoException) => done({ failed: error.code ?? error.name }));
    request.end(body);
  });
}
