// The public list at the citizen door: everybody the Court ordered named, in three forms, and nothing of anybody's own telephone or address.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, type Who, startNation } from '../../../tests/database/tools.ts';
import { routesOf } from '../../apps/citizen.ts';
import { publicPosts } from './public-store.ts';

let nation: Nation;
let street: TestDoor;
const saran: Who = 'district-nodal-officer Saran';

beforeAll(async () => {
  nation = await startNation();
  street = await openDoor(nation, 'citizen', routesOf(nation.config));
  const { officerId, officeId } = nation.officer(saran);
  await sql`update officer set name = 'Anil & Sons', rank = '=SUM(1)', telephone = '9830099999', email = 'own@mobile.example' where id = ${officerId}`.execute(
    nation.admin,
  );
  await sql`update office set telephone = '0612-5550100', email = 'office@police.example' where id = ${officeId}`.execute(nation.admin);
  await sql`update posting set to_on = '2026-11-20' where id = ${nation.officer('district-nodal-officer Kannur').postingId}`.execute(
    nation.admin,
  );
});
afterAll(async () => {
  await street?.close();
  await nation?.stop();
});

const forms = ['/nodal-officers?district=220', '/nodal-officers.json', '/nodal-officers.csv'] as const;
const personal = ['9830099999', 'own@mobile.example', 'office@police.example'];

test.each(forms)('%s names the officer and the office’s telephone, and nothing personal', async (path) => {
  const { status, body, headers } = await street.get(path);
  expect(status).toBe(200);
  expect(body).toContain('0612-5550100');
  expect(body).toMatch(/Anil (&|&amp;) Sons/);
  for (const word of personal) expect(body).not.toContain(word);
  expect(body).not.toMatch(/[\w.]+@[\w]+\.example/);
  if (path.endsWith('csv')) expect([headers['content-type'], body.includes(",'=SUM(1),")]).toEqual(['text/csv; charset=utf-8', true]);
});

test('the database itself tells this door nobody’s own telephone or address', async () => {
  const anybody = { kind: 'citizen', reporterKey: null } as const;
  for (const column of ['telephone', 'email'])
    await expect(nation.ask(anybody, ({ db }) => sql`select ${sql.ref(column)} from officer`.execute(db))).rejects.toMatchObject({
      code: '42501',
    });
  for (const table of ['appointment', 'post_call', 'confirmation', 'sign_of_life', 'leave_spell', 'directory_import'])
    await expect(nation.ask(anybody, ({ db }) => sql`select 1 from ${sql.table(table)}`.execute(db))).rejects.toMatchObject({
      code: '42501',
    });
  expect((await nation.ask(anybody, (context) => publicPosts(context))).length).toBe(6); // control: the nation's, two States', three districts'
});

test('a place is found by its first letters; of several one is asked which; a vacant post says so and leads on', async () => {
  const found = await street.get('/nodal-officers?q=kannur');
  expect(found.body).toContain('Nobody has held this post since 21 Nov 2026. Ring the next office.');
  expect(found.body.indexOf('District nodal officer, Kannur')).toBeLessThan(found.body.indexOf('State nodal officer, Kerala'));
  expect(found.body).not.toContain('Saran');
  const several = await street.get('/nodal-officers?q=k');
  for (const code of ['557', '560']) expect(several.body).toContain(`/nodal-officers?district=${code}`);
  expect((await street.get('/nodal-officers?q=Atlantis')).body).toContain('We do not know that district.');
  expect((await street.get('/nodal-officers?q=Kerala')).body).toContain('District nodal officer, Kozhikode');
  expect((await street.get('/nodal-officers', '', 'hi')).body).toContain('राष्ट्रीय नोडल अधिकारी');
});

test('JSON and CSV hold every nodal post of the nation, in the same order', async () => {
  const { officers } = JSON.parse((await street.get('/nodal-officers.json')).body) as {
    officers: { level: string; district: string | null }[];
  };
  expect(officers.map(({ level, district }) => district ?? level)).toEqual(['nation', 'state', 'Saran', 'state', 'Kannur', 'Kozhikode']);
  expect((await street.get('/nodal-officers.csv')).body.trim().split('\r\n')).toHaveLength(7);
});
