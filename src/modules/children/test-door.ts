// A door served in process for database tests: who asks is said by a cookie, `role district`; without one it is a stranger.
import type { FastifyInstance } from 'fastify';
import { createServer } from '../../platform/http/server.ts';
import { openLog } from '../../platform/log.ts';
import type { Route } from '../../web/route.ts';
import { mount } from '../../web/serve.ts';
import type { Role } from '../officers/index.ts';
import type { District, Nation } from './test-nation-store.ts';

export type Answered = { status: number; body: string; location: string; headers: Record<string, unknown>; bytes: Buffer };
export type TestDoor = {
  get(url: string, who?: string, language?: string): Promise<Answered>;
  /** With `file`, sent as a form with a photograph. */
  post(url: string, fields: Record<string, string>, who?: string, file?: { name: string; bytes: Buffer }): Promise<Answered>;
  close(): Promise<void>;
};

const BOUNDARY = 'a-line-no-photograph-holds';

function multipart(fields: Record<string, string>, file: { name: string; bytes: Buffer }): Buffer {
  const part = (head: string, body: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ]);
  const typed = Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value));
  const picture = part(`name="photograph"; filename="${file.name}"\r\ncontent-type: image/jpeg`, file.bytes);
  return Buffer.concat([...typed, picture, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

function answered(response: Awaited<ReturnType<FastifyInstance['inject']>>): Answered {
  const { statusCode: status, body, headers, rawPayload: bytes } = response;
  return { status, body, headers, bytes, location: String(headers.location ?? '') };
}

export async function openDoor(nation: Nation, door: 'desk' | 'citizen', routes: Route[]): Promise<TestDoor> {
  const log = openLog('silent');
  const tools = nation.tools(door);
  const { app } = await createServer(tools, log);
  const officer = (who: string) => nation.officer(who.split(' ')[0] as Role, who.split(' ')[1] as District);
  const identify = async (cookies: Record<string, string>) => (cookies.who ? officer(cookies.who) : null);
  mount(app, { tools, assets: { styles: '', islands: '' }, log, identify, signInPath: '/sign-in' }, routes);
  let keys = 0;
  return {
    get: async (url, who = '', language = 'en') =>
      answered(await app.inject({ method: 'GET', url, cookies: { who }, headers: { 'accept-language': language } })),
    post: async (url, fields, who = '', file) => {
      const sent = { ...fields, _key: `key-of-test-${++keys}` };
      const type = file ? `multipart/form-data; boundary=${BOUNDARY}` : 'application/x-www-form-urlencoded';
      const payload = file ? multipart(sent, file) : new URLSearchParams(sent).toString();
      return answered(await app.inject({ method: 'POST', url, payload, cookies: { who }, headers: { 'content-type': type } }));
    },
    close: () => app.close(),
  };
}
