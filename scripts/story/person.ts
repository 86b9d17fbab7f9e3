// A person at a door without JavaScript: keeps cookies, opens pages, fills the forms they carry, sends them, follows where they lead.
import { setTimeout as pause } from 'node:timers/promises';

export type Page = { url: string; status: number; text: string; milliseconds: number };
type Filled = Record<string, string | string[]>;
export type Picture = { field: string; name: string; bytes: Buffer };

export type Person = {
  name: string;
  door: string;
  open(path: string): Promise<Page>;
  /** Sends the form of the last page whose action is `action` (or its only form), with `filled` over what the form already holds. */
  send(action: string, filled: Filled, pictures?: Picture[]): Promise<Page>;
  /** The page this person is looking at. */
  looksAt(): Page;
  /** The cookies as a header, for asking beside this person's own pages. */
  cookie(): string;
  /** Opens `path` again until `seen` says so, at most `seconds`. Answers the last page. */
  until(path: string, seen: (page: Page) => boolean, seconds: number): Promise<Page>;
};

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const decode = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!);

/** Words a reader sees, without markup. */
export function words(page: Page): string {
  return decode(page.text.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag);
  return match ? decode(match[1] ?? '') : undefined;
}

type FoundForm = { action: string; multipart: boolean; fields: [string, string][] };

/** The forms of a page that change something, with what a browser would send if nobody touched them. */
export function formsOf(html: string): FoundForm[] {
  const sending = [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].filter(([, attributes = '']) => /method="post"/i.test(attributes));
  return sending.map(([, attributes = '', body = '']) => ({
    action: attribute(` ${attributes} `, 'action') ?? '',
    multipart: attributes.includes('multipart/form-data'),
    fields: [...inputsOf(body), ...textareasOf(body), ...selectsOf(body)],
  }));
}

function inputsOf(body: string): [string, string][] {
  return [...body.matchAll(/<input[^>]*>/g)].flatMap(([tag]): [string, string][] => {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type') ?? 'text';
    if (!name || type === 'file' || type === 'submit') return [];
    if ((type === 'radio' || type === 'checkbox') && attribute(tag, 'checked') === undefined) return [];
    return [[name, attribute(tag, 'value') ?? '']];
  });
}

function textareasOf(body: string): [string, string][] {
  return [...body.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g)].map(([, attributes = '', text = '']) => [
    attribute(` ${attributes} `, 'name') ?? '',
    decode(text),
  ]);
}

function selectsOf(body: string): [string, string][] {
  return [...body.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)].map(([, attributes = '', options = '']) => {
    const chosen = /<option[^>]*selected[^>]*>/.exec(options)?.[0] ?? /<option[^>]*>/.exec(options)?.[0] ?? '';
    return [attribute(` ${attributes} `, 'name') ?? '', attribute(chosen, 'value') ?? ''];
  });
}

function bodyOf(form: FoundForm, filled: Filled, pictures: Picture[]): { body: URLSearchParams | FormData } {
  const kept = form.fields.filter(([name]) => !(name in filled));
  const given = Object.entries(filled).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));
  const all = [...kept, ...given];
  if (!form.multipart) return { body: new URLSearchParams(all) };
  const body = new FormData();
  for (const [name, value] of all) body.append(name, value);
  for (const picture of pictures)
    body.append(picture.field, new Blob([new Uint8Array(picture.bytes)], { type: 'image/jpeg' }), picture.name);
  return { body };
}

export function personAt(name: string, door: string, language = 'en'): Person {
  const cookies = new Map<string, string>();
  let last: Page = { url: door, status: 0, text: '', milliseconds: 0 };

  async function request(path: string, init: RequestInit = {}): Promise<Page> {
    const started = performance.now();
    let url = new URL(path, last.url);
    let response = await once(url, init);
    for (let hops = 0; response.status === 303 && hops < 5; hops++) {
      url = new URL(response.headers.get('location')!, url);
      response = await once(url, {});
    }
    last = { url: url.href, status: response.status, text: await response.text(), milliseconds: performance.now() - started };
    return last;
  }

  const cookieHeader = (): string => [...cookies].map(([key, value]) => `${key}=${value}`).join('; ');

  async function once(url: URL, init: RequestInit): Promise<Response> {
    const cookie = cookieHeader();
    const headers = { cookie, 'accept-language': language, origin: url.origin };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [key = '', value = ''] = pair.split('=');
      if (value === '') cookies.delete(key);
      else cookies.set(key, value);
    }
    return response;
  }

  return {
    name,
    door,
    open: (path) => request(path),
    async send(action, filled, pictures = []) {
      const form = formsOf(last.text).find((candidate) => candidate.action === action || candidate.action.split('?')[0] === action);
      if (!form) throw new Error(`${name} finds no form for ${action} at ${last.url} (status ${last.status})`);
      return request(form.action || last.url, { method: 'POST', ...bodyOf(form, filled, pictures) });
    },
    looksAt: () => last,
    cookie: cookieHeader,
    async until(path, seen, seconds) {
      const end = performance.now() + seconds * 1000;
      let page = await request(path);
      while (!seen(page) && performance.now() < end) {
        await pause(50);
        page = await request(path);
      }
      return page;
    },
  };
}
