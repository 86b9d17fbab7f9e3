// A door served in process, as production serves it, for database tests. Who asks is said by a cookie `who`, or proved by the cookies the door itself gave.
import type { FastifyInstance } from 'fastify';
import { mountLanguage } from '../../src/apps/site.ts';
import { newId } from '../../src/kernel/ids.ts';
import { createServer } from '../../src/platform/http/server.ts';
import { type Log, openLog } from '../../src/platform/log.ts';
import type { Route } from '../../src/web/route.ts';
import { mount, mountFallbacks } from '../../src/web/serve.ts';
import { identifyCitizen } from '../../src/modules/citizens/index.ts';
import { identify, sessionCookieName } from '../../src/modules/officers/index.ts';
import type { Nation, Who } from './tools.ts';

export type Cookies = Record<string, string>;
export type Answered = {
  status: number;
  body: string;
  location: string;
  headers: Record<string, unknown>;
  bytes: Buffer;
  /** Given with this answer, by name. */
  cookies: Cookies;
  given: readonly { name: string; value: string; [attribute: string]: unknown }[];
};
/** A stranger without one; `''` too. */
export type Asker = Who | '' | Cookies;
export type Picture = { name: string; bytes: Buffer; field?: string };
export type Fields = Record<string, string | string[]>;

export type TestDoor = {
  app: FastifyInstance;
  get(url: string, who?: Asker, language?: string): Promise<Answered>;
  /** With `picture`, sent as a form with a photograph. Without `_key` among the fields each post is a new one. */
  post(url: string, fields: Fields, who?: Asker, picture?: Picture, headers?: Record<string, string>): Promise<Answered>;
  close(): Promise<void>;
};

const BOUNDARY = 'a-line-no-photograph-holds';
const pairs = (fields: Fields): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));

function multipart(fields: Fields, picture: Picture): Buffer {
  const part = (head: string, body: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ]);
  const typed = pairs(fields).map(([name, value]) => part(`name="${name}"`, value));
  const file = part(`name="${picture.field ?? 'photograph'}"; filename="${picture.name}"\r\ncontent-type: image/jpeg`, picture.bytes);
  return Buffer.concat([...typed, file, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

/** The refusal a page shows at a field, in its words. */
export const fieldError = (body: string, name: string): string | undefined =>
  new RegExp(`id="${name}-error">([\\s\\S]*?)</p>`)
    .exec(body)?.[1]
    ?.replaceAll(/<[^>]+>[^<]*<\/span>/g, '')
    .trim();

function answered(response: Awaited<ReturnType<FastifyInstance['inject']>>): Answered {
  const { statusCode: status, body, headers, rawPayload: bytes } = response;
  const given = response.cookies as Answered['given'];
  const cookies = Object.fromEntries(given.map(({ name, value }) => [name, value]));
  return { status, body, headers, bytes, location: String(headers.location ?? ''), cookies, given };
}

const cookiesOf = (who: Asker): Cookies => (typeof who === 'string' ? (who ? { who } : {}) : who);

export async function openDoor(nation: Nation, door: 'desk' | 'citizen', routes: Route[], log: Log = openLog('silent')): Promise<TestDoor> {
  const tools = nation.tools(door);
  const { app } = await createServer(tools, log);
  const proved = door === 'desk' ? identify : identifyCitizen;
  const site = {
    tools,
    assets: { styles: '', islands: '' },
    log,
    identify: async (cookies: Cookies) => (cookies['who'] ? nation.officer(cookies['who'] as Who) : proved(tools, cookies)),
    signInPath: door === 'desk' ? '/sign-in' : '/my',
    ...(door === 'desk' ? { sessionCookie: sessionCookieName } : {}),
  };
  mountLanguage(app);
  mountFallbacks(app, site);
  mount(app, site, routes);
  return {
    app,
    get: async (url, who = '', language = 'en') =>
      answered(await app.inject({ method: 'GET', url, cookies: cookiesOf(who), headers: { 'accept-language': language } })),
    post: async (url, fields, who = '', picture, headers = {}) => {
      const sent = { _key: `key-of-test-${newId()}`, ...fields };
      const type = picture ? `multipart/form-data; boundary=${BOUNDARY}` : 'application/x-www-form-urlencoded';
      const payload = picture ? multipart(sent, picture) : new URLSearchParams(pairs(sent)).toString();
      return answered(
        await app.inject({ method: 'POST', url, payload, cookies: cookiesOf(who), headers: { 'content-type': type, ...headers } }),
      );
    },
    close: () => app.close(),
  };
}
