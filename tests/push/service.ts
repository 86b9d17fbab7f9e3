// A push service and a browser of tests: the one takes what a portal posts on loopback, the other opens it by RFC 8291 and 8188, written from the documents alone.
import { createECDH, createDecipheriv, createHmac, createPublicKey, randomBytes, verify } from 'node:crypto';
import { type IncomingHttpHeaders, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { PushDevice } from '../../src/platform/messages/index.ts';

export type Pushed = { path: string; headers: IncomingHttpHeaders; body: Buffer };
export type PushService = { origin: string; pushed: Pushed[]; answer(status: number): void; stop(): void };

/** Answers 201 until told otherwise; 3xx points at itself, so that following would be seen. */
export async function startPushService(): Promise<PushService> {
  const pushed: Pushed[] = [];
  let status = 201;
  const server = createServer(async (request, response) => {
    pushed.push({ path: request.url ?? '', headers: request.headers, body: await buffer(request) });
    response.writeHead(status, status >= 300 && status < 400 ? { location: '/elsewhere' } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pushed,
    answer: (next) => void (status = next),
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type Browser = { device: PushDevice; open(body: Buffer): unknown };

/** A browser whose push service is at `endpoint`. */
export function browserAt(endpoint: string): Browser {
  const own = createECDH('prime256v1');
  own.generateKeys();
  const auth = randomBytes(16);
  const device = { endpoint, p256dh: own.getPublicKey('base64url'), auth: auth.toString('base64url') };
  return { device, open: (body) => JSON.parse(opened(body, own, auth).toString('utf8')) as unknown };
}

const hmac = (key: Buffer, data: Buffer): Buffer => createHmac('sha256', key).update(data).digest();
const info = (text: string): Buffer => Buffer.concat([Buffer.from(`${text}\0`), Buffer.from([1])]);

function opened(body: Buffer, own: ReturnType<typeof createECDH>, auth: Buffer): Buffer {
  const salt = body.subarray(0, 16);
  const keyLength = body[20]!;
  const theirs = body.subarray(21, 21 + keyLength);
  const sealed = body.subarray(21 + keyLength);
  const context = Buffer.concat([Buffer.from('WebPush: info\0'), own.getPublicKey(), theirs, Buffer.from([1])]);
  const secret = hmac(hmac(auth, own.computeSecret(theirs)), context);
  const pseudorandom = hmac(salt, secret);
  const key = hmac(pseudorandom, info('Content-Encoding: aes128gcm')).subarray(0, 16);
  const nonce = hmac(pseudorandom, info('Content-Encoding: nonce')).subarray(0, 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce, { authTagLength: 16 });
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)); // the delimiter of the last record, then padding
}

/** What the portal says of itself (RFC 8292): its claims if the signature is by `publicKey`, else null. */
export function claimsIn(authorization: string, publicKey: string): Record<string, unknown> | null {
  const [head, claims, signature] = /t=([^,]+)/.exec(authorization)![1]!.split('.') as [string, string, string];
  const point = Buffer.from(publicKey, 'base64url');
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const right = verify('sha256', Buffer.from(`${head}.${claims}`), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  return right ? (JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>) : null;
}
