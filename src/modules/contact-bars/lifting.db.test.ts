// A bar is told to the child's Committee, which alone lifts it, another than who wrote it down; then the person's own reports may be published again.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDoor, fieldError, openDoor } from '../../../tests/database/door.ts';
import { type Nation, type Who, startNation, worker } from '../../../tests/database/tools.ts';
import { routesOf } from '../../apps/desk.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { ChildRecord } from '../children/index.ts';
import { complaintSchema } from '../missing-reports/form.ts';
import { registerComplaint } from '../missing-reports/index.ts';
import { tellBars } from './actions.ts';

let nation: Nation;
let desk: TestDoor;
const station: Who = 'investigating-officer Saran';
const committee: Who = 'cwc-chairperson Saran';
const elsewhere: Who = 'cwc-chairperson Kannur';
const his = '+919830099001';

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

async function report(telephone: string, paperNumber: string): Promise<ChildRecord> {
  const told = {
    source: 'walk-in', receivedOn: '2026-11-24', receivedAt: '11:05', paper: 'fir', paperNumber, paperOn: '2026-11-24', paperAt: '11:30',
    lastSeenOn: '2026-11-23', lastSeenAt: '10:00', lastSeenDistrict: '220', informantTelephone: telephone,
    children: [{ childName: 'Puja', ageFrom: '9', ageTo: '9', sex: 'female' }],
  }; // prettier-ignore
  const opened = await nation.ask(station, (context) => registerComplaint(context, complaintSchema.parse(told), []));
  if (isRefusal(opened)) throw new Error(opened.code);
  return ([opened].flat() as ChildRecord[])[0]!;
}
const barred = async ({ id }: ChildRecord): Promise<boolean> =>
  (await sql<{ barred: boolean }>`select asker_barred as barred from missing_report where record_id = ${id}`.execute(nation.admin)).rows[0]!
    .barred;

test('written down by a station, told to the Committee, lifted by it alone, in SQL too; another bar on the same person still holds', async () => {
  const [child, other, own] = [await report('+919830099003', '1'), await report('+919830099005', '2'), await report(his, '3')];
  const write = ({ reference }: ChildRecord) =>
    desk.post(
      `/missing/${reference}/contact-bar`,
      { ground: 'child-words', who: 'Mohan', because: 'I ran from him', telephone: his },
      station,
    );
  expect((await write(child)).status).toBe(303);
  expect(await barred(own)).toBe(true);
  expect(await nation.ask(worker, tellBars)).toBe(1);
  expect(await nation.ask(worker, tellBars)).toBe(0);
  const { rows: told } = await sql<{
    line: string;
  }>`select o.name || ' ' || i.template as line from intimation i join office o on o.id = i.office_id
    where i.about_kind = 'contact-bar'`.execute(nation.admin);
  expect(told).toEqual([{ line: 'cwc Saran barRecorded' }]);
  expect((await write(other)).status).toBe(303);
  const { rows } = await sql<{ id: string; record: string }>`select id, record_id as record from contact_bar order by recorded_at`.execute(
    nation.admin,
  );
  const pathOf = ({ reference }: ChildRecord) => `/missing/${reference}/contact-bar/lift`;
  const barOf = (of: ChildRecord) => rows.find(({ record }) => record === of.id)!.id;
  for (const language of ['en', 'hi']) expect((await desk.get(pathOf(child), committee, language)).body).toContain(barOf(child));
  expect((await desk.post(pathOf(child), { bar: barOf(child), because: 'x' }, station)).status).toBe(403);
  expect((await desk.post(pathOf(child), { bar: barOf(child), because: 'x' }, elsewhere)).status).toBe(404);
  expect((await desk.post(pathOf(other), { bar: barOf(child), because: 'x' }, committee)).status).toBe(422); // of another child
  const wordless = await desk.post(pathOf(child), {}, committee);
  expect([wordless.status, fieldError(wordless.body, 'because')]).toEqual([422, 'Say why it holds no longer']);
  const byStation = await nation.ask(station, ({ db, now }) =>
    sql`update contact_bar set lifted_at = ${now}, lifted_by = ${nation.officer(station).officerId}, lifted_because_sealed = '\\x00'`.execute(
      db,
    ),
  );
  expect(byStation.numAffectedRows).toBe(0n);
  expect((await desk.post(pathOf(child), { bar: barOf(child), because: 'the wrong telephone' }, committee)).status).toBe(303);
  expect(await barred(own)).toBe(true); // the other still stands
  expect((await desk.post(pathOf(other), { bar: barOf(other), because: 'the wrong telephone' }, committee)).status).toBe(303);
  expect(await barred(own)).toBe(false);
  expect((await desk.get(pathOf(other), committee)).body).toContain('No bar stands');
  expect((await desk.get(`/missing/${child.reference}?purpose=inquiry`, committee)).body).toContain('the wrong telephone');
});
