// Bad input on every form and address of both doors: never a fault, a refusal at its place, what was typed back on the page, nothing half stored.
import { readdirSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { routesOf as citizenRoutesOf } from '../../src/apps/citizen.ts';
import { routesOf as deskRoutesOf } from '../../src/apps/desk.ts';
import { may, roles } from '../../src/modules/officers/index.ts';
import { type FormRoute, type Route, form, redirect, show } from '../../src/web/route.ts';
import { type Answered, type Asker, type Fields, type TestDoor, openDoor } from '../database/door.ts';
import { type Nation, startNation } from '../database/tools.ts';
import { fieldsOf, validDraft } from './drafts.ts';
import { canGet, realPath } from './paths.ts';
import { reporterCookies } from './reporter.ts';
import { type Story, tellStory } from './story.ts';

type Served = { name: string; door: TestDoor; routes: Route[]; who(route: Route): Asker };
// Every route in turn: longer with each route that is added.
vi.setConfig({ testTimeout: 240_000 });

let nation: Nation;
let story: Story;
let doors: Served[];

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
  await sql`insert into record_access select r.id, o.id, 'production', ${nation.clock.now} from record r cross join office o
    where o.district_code = '220'`.execute(nation.admin);
  const reporter = await reporterCookies(nation, story);
  const [deskRoutes, citizenRoutes] = [deskRoutesOf(nation.config), citizenRoutesOf(nation.config)];
  const roleFor = (route: Route) => roles.find((role) => may(nation.officer(`${role} Saran`), route.permission));
  doors = [
    {
      name: 'desk',
      door: await openDoor(nation, 'desk', deskRoutes),
      routes: deskRoutes,
      who: (route) => (route.permission === 'anyone' ? '' : `${roleFor(route) ?? 'station-in-charge'} Saran`),
    },
    { name: 'citizen', door: await openDoor(nation, 'citizen', citizenRoutes), routes: citizenRoutes, who: () => reporter },
  ];
});
afterAll(async () => {
  for (const { door } of doors ?? []) await door.close();
  await nation?.stop();
});

const formsIn = ({ routes }: Served) => routes.filter((route): route is FormRoute => route.kind === 'form');

/** What of the children is stored, in one line. Drafts, budgets and kept answers are not of children. */
async function stored(): Promise<string> {
  const { rows } = await sql<{
    state: string;
  }>`select concat_ws(' ', (select count(*) from record), (select count(*) from complaint), (select count(*) from diary_entry),
    (select sum(version) from record), (select count(*) from photograph), (select count(*) from given_name), (select count(*) from mark), (select count(*) from notice),
    (select count(*) from production), (select count(*) from restoration), (select count(*) from match_judgement), (select count(*) from missing_note)) as state`.execute(
    nation.admin,
  );
  return rows[0]!.state;
}

/** Files of photographs without a row. */
async function orphans(): Promise<string[]> {
  const files = readdirSync(nation.tools('desk').photographDirectory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const { rows } = await sql<{ name: string }>`select name from photograph`.execute(nation.admin);
  return files.map(({ name }) => name).filter((file) => !rows.some(({ name }) => file.startsWith(name)));
}

type Typed = { name: string; value: string };
type Attack = { fields: Fields; typed?: Typed | undefined; headers?: Record<string, string> };

/** What is wrong with the answer to an attack, if anything. */
async function attack(served: Served, route: FormRoute, label: string, { fields, typed, headers }: Attack): Promise<string | null> {
  const before = await stored();
  const { status, body } = await served.door.post(realPath(route, story), fields, served.who(route), undefined, headers);
  const told = `${served.name} ${route.path}, ${label}: ${status}`;
  if (status >= 500) return told;
  if (status < 400) return null;
  if ((await stored()) !== before) return `${told}, yet something is stored`;
  if (status !== 422 || !route.show) return body.includes('<h1') ? null : `${told} without a word`;
  if (!/class="[^"]*error/.test(body)) return `${told}, no error on the page`;
  return typed && body.includes(`name="${typed.name}"`) && !body.includes(typed.value)
    ? `${told}, what was typed in ${typed.name} is gone`
    : null;
}

/** For one field, the others as they should be. */
const oneField: Record<string, string | string[]> = {
  'too long': 'a'.repeat(20_000), 'NUL': 'a\u0000b', 'turned letters': 'abc\u202egpj.exe', 'several for one': ['one', 'two'], 'another kind': 'zzz-17-zzz',
}; // prettier-ignore
const wholeForm: Record<string, Pick<Attack, 'fields' | 'headers'>> = {
  'an unknown field': { fields: { admin: 'true' } },
  'prototype keys': { fields: { ['__proto__']: 'x', '__proto__.admin': 'x', 'constructor': 'x', 'constructor.prototype.admin': 'x', 'toString': 'x', 'hasOwnProperty': ['x', 'y'] } },
  'a name under a name': { fields: { 'children': 'x', 'children.0.childName': 'y', 'marks.0': 'x', 'marks.0.kind': 'y', 'version.x': '3', 'reason.x': 'y' } },
  'a thousand names deep': { fields: { [Array(5_000).fill('a').join('.')]: 'x' } },
  'no key': { fields: { _key: '' } },
  'a key of another shape': { fields: { _key: ['a', 'b'] } },
  'an origin that is none': { fields: {}, headers: { origin: 'not an origin' } },
}; // prettier-ignore

async function attackForms(served: Served, routes: FormRoute[]): Promise<string[]> {
  const wrong: (string | null)[] = [];
  const odd = Object.entries(oneField);
  for (const [offset, route] of routes.entries()) {
    const fields = fieldsOf(route);
    const valid = validDraft(fields);
    wrong.push(await attack(served, route, 'nothing', { fields: {} }));
    for (const [label, bad] of Object.entries(wholeForm))
      wrong.push(await attack(served, route, label, { ...bad, fields: { ...valid, ...bad.fields } }));
    for (const [index, { name, isText }] of fields.entries()) {
      // `seen` is carried by the page, not typed: an answer that shows another form carries that form's own.
      const other = fields.find(
        (field) => field.isText && field.name !== name && !/password|code|next|step|answer|^seen$/i.test(field.name),
      );
      const typed = other && { name: other.name, value: `Typed ${name}` };
      const kinds = isText ? odd.slice(0, 4) : odd;
      const [label, value] = kinds[(index + offset) % kinds.length]!; // each field one way, each way on many fields
      const draft = { ...valid, ...(typed ? { [typed.name]: typed.value } : {}), [name]: value };
      wrong.push(await attack(served, route, `${name} ${label}`, { fields: draft, typed }));
    }
  }
  return wrong.filter((told) => told !== null);
}

describe('forms', () => {
  test.each([0, 1])('no odd value faults, is lost or is half stored (door %i)', async (index) => {
    const served = doors[index]!;
    expect(formsIn(served).length).toBeGreaterThan(10);
    expect(await attackForms(served, formsIn(served))).toEqual([]);
    expect(await orphans()).toEqual([]);
  });

  test('control: a form that faults, one that forgets and one that stores before it refuses are noticed', async () => {
    const ground = { permission: 'anyone', audit: 'broken', purpose: 'test' } as const;
    const schema = z.strictObject({ first: z.string().max(100), second: z.string().max(100) });
    const page = async (words: string) => show('Broken', words);
    const routes = [
      form({ ...ground, path: '/faults', schema, show: () => page('<h1'), save: async () => { throw new Error('fault'); } }),
      form({ ...ground, path: '/forgets', schema, show: async (_, { errors }) => show('Forgets', { type: 'p', props: { class: 'error', children: Object.values(errors) }, key: null } as never), save: async () => redirect('/') }),
      form({ ...ground, path: '/stores', schema: z.unknown(), save: async () => {
        await sql`update record set version = version + 1`.execute(nation.admin);
        return { refused: true, code: 'web.error.conflict', facts: {} } as never;
      } }),
    ]; // prettier-ignore
    const door = await openDoor(nation, 'citizen', routes);
    const wrong = await attackForms({ name: 'broken', door, routes, who: () => '' }, routes as FormRoute[]);
    for (const path of ['/faults', '/stores']) expect(wrong.some((told) => told.includes(path))).toBe(true);
    await door.close();
  });

  test('bodies that are no form are refused, never a fault', async () => {
    const bodies: [string, string | Buffer][] = [
      ['application/json', '{"a":{"b":["c",{}]},"list":[1,null,{"toString":1}],"_key":"key-of-attack"}'],
      ['application/json', '{"__proto__":{"admin":true},"_key":"key-of-attack"}'],
      ['application/json', 'null'],
      ['application/json', '[1,2]'],
      ['application/json', '{"a":'],
      ['application/x-www-form-urlencoded', '%E0%A4%A&=&==&&_key=key-of-attack'],
      ['application/x-www-form-urlencoded', `details=${'a'.repeat(10 * 1024 * 1024)}`],
      ['multipart/form-data', 'no boundary'],
      ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="a'],
      ['multipart/form-data; boundary=x', `${'--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(500)}--x--`],
      ['text/plain', 'words'],
      ['image/svg+xml', '<svg/>'],
    ];
    for (const { door, routes, who } of doors) {
      for (const path of ['/sign-in', '/missing/new', '/found/new', '/seen', '/missing/report/you', '/my']) {
        const route = routes.find((each) => each.path === path);
        if (!route) continue;
        const asker = who(route);
        for (const [type, payload] of bodies) {
          const { statusCode } = await door.app.inject({
            method: 'POST',
            url: path,
            payload,
            headers: { 'content-type': type },
            cookies: typeof asker === 'string' ? { who: asker } : asker,
          });
          expect([path, type, String(payload).slice(0, 30), statusCode >= 400 && statusCode < 500]).toEqual([
            path,
            type,
            String(payload).slice(0, 30),
            true,
          ]);
        }
      }
    }
  });
});

describe('addresses', () => {
  const asked = [
    'q',
    'name',
    'district',
    'state',
    'before',
    'role',
    'next',
    'done',
    'lang',
    'purpose',
    'kind',
    'open',
    'show',
    'reference',
    'notice',
    'wrong',
    'left',
    'again',
    'children',
    'step',
    'page',
    'request',
  ];
  const odd = [
    '%00',
    '%E2%80%AE',
    'x'.repeat(4_000),
    '__proto__',
    'constructor',
    '2026-99-99T99:99:99Z',
    '9999999999999999999',
    '-1',
    "'%20or%201=1--",
    'web.done.nothing',
    '%E0%A4%95%E0%A5%8D%E2%80%8D',
    '<script>',
  ];

  test('no question in an address faults, and none comes back as markup', async () => {
    const faults: string[] = [];
    for (const { name, door, routes, who } of doors) {
      for (const route of routes.filter(canGet)) {
        for (const value of odd) {
          if (route.path.includes(':') && value !== '%00' && value !== '__proto__') continue; // a record's page asks no questions
          const query = asked.map((key) => `${key}=${value}`).join('&');
          const { status, body } = await door.get(`${realPath(route, story)}?${query}&q=two&q=three`, who(route));
          if (status >= 500 || body.includes('<script>')) faults.push(`${name} ${route.path}?${value.slice(0, 30)}: ${status}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  test('no address faults, whatever stands where an id should', async () => {
    const ids = [
      '%00',
      '..%2f..%2f..%2fetc%2fpasswd',
      '%E0%A4%A',
      'x'.repeat(3_000),
      '__proto__',
      story.sighting.reference,
      '01930000-0000-7000-8000-00000000000g',
    ];
    const faults: string[] = [];
    for (const { name, door, routes, who } of doors) {
      for (const route of routes.filter(({ path }) => path.includes(':'))) {
        for (const id of ids) {
          const url = route.path.replace(/:\w+/, encodeURI(id).replaceAll('%25', '%'));
          const answers: Answered[] = [
            ...(canGet(route) ? [await door.get(url, who(route))] : []),
            ...(route.kind === 'form' && (id === '%00' || (id.length < 40 && id.endsWith('g')))
              ? [await door.post(url, validDraft(fieldsOf(route)), who(route))]
              : []),
          ];
          for (const { status, body } of answers)
            if (status >= 500 || body.includes('root:')) faults.push(`${name} ${route.path} with ${id.slice(0, 30)}: ${status}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });
});
