// Catching up: records that share a transaction meet once, and one that faults takes no other with it.
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Nation, startNation, worker } from '../../../tests/database/tools.ts';
import type { Context } from '../../platform/context.ts';
import type { ChildRecord } from '../children/index.ts';
import { readDiary } from '../diary/index.ts';
import { registerFoundChild } from '../found-children/actions.ts';
import { foundChildSchema } from '../found-children/form.ts';
import { complaintSchema } from '../missing-reports/form.ts';
import { registerComplaint } from '../missing-reports/index.ts';
import { catchUp } from './jobs.ts';

let nation: Nation;
let missing: ChildRecord;
let faults: Error[];
const child = { ageFrom: '8', ageTo: '8', sex: 'female' };
const paper = { source: 'walk-in', paper: 'fir', paperNumber: '1', paperOn: '2026-11-10', paperAt: '16:40' };
const lost = { receivedOn: '2026-11-10', receivedAt: '16:05', lastSeenOn: '2026-11-10', lastSeenAt: '10:00', lastSeenDistrict: '220' };
const found = {
  foundOn: '2026-11-18',
  foundAt: '09:00',
  districtCode: '560',
  foundPlace: 'Kozhikode station',
  broughtBy: 'railway-police',
};

const here = <T>(work: (context: Context) => Promise<T>) => nation.ask(worker, work);
const catchUpAll = () => catchUp(here, (error) => faults.push(error), 100);
const register = () =>
  nation.ask('investigating-officer Kozhikode', (context) =>
    registerFoundChild(context, foundChildSchema.parse({ ...found, ...child, childName: 'Puja', fatherName: 'Ramesar' }), []),
  ) as Promise<ChildRecord>;

async function pairedWithMissing(): Promise<string[]> {
  const { rows } = await sql<{
    foundId: string;
  }>`select found_id from match_candidate where missing_id = ${missing.id} order by found_id`.execute(nation.admin);
  return rows.map(({ foundId }) => foundId);
}

async function uncompared(): Promise<number> {
  return (await sql`select 1 from record where matched_version is distinct from version`.execute(nation.admin)).rows.length;
}

beforeEach(async () => {
  faults = [];
  nation = await startNation();
  const children = [{ ...child, childName: 'पूजा', fatherName: 'रामेश्वर' }];
  const draft = complaintSchema.parse({ ...paper, ...lost, children });
  await nation.ask('investigating-officer Saran', (context) => registerComplaint(context, draft, []));
  const { rows } = await sql<ChildRecord>`select id from record`.execute(nation.admin);
  missing = rows[0]!;
});
afterEach(() => nation.stop());

test('two that are compared in one transaction are proposed to each other once', async () => {
  const other = await register();
  expect(await catchUpAll()).toBe(2);
  expect(await pairedWithMissing()).toEqual([other.id]);
  for (const record of [missing, other]) {
    const diary = await here((context) => readDiary(context, record.id));
    expect(diary.filter(({ happening }) => happening === 'match.proposed')).toHaveLength(1);
  }
});

test('of many, the ones that fault are told and passed over; every other is compared and kept', async () => {
  const others: ChildRecord[] = [];
  for (let n = 0; n < 8; n++) others.push(await register());
  const [bad, ...good] = others;
  await sql`create function refuse_pair() returns trigger language plpgsql as $$ begin raise exception 'a pair nobody can store'; end $$`.execute(
    nation.admin,
  );
  await sql`create trigger refuse_pair before insert on match_candidate for each row when (new.found_id = '${sql.raw(bad!.id)}') execute function refuse_pair()`.execute(
    nation.admin,
  );
  await catchUpAll();
  expect(faults.map(({ message }) => message)).toEqual(['a pair nobody can store', 'a pair nobody can store']); // from either side
  expect(await pairedWithMissing()).toEqual(good.map(({ id }) => id).toSorted());
  expect(await uncompared()).toBe(0);
  expect(await catchUpAll()).toBe(0);
});

test('a fault of the database is nobody’s record’s: all wait and are compared later', async () => {
  await register();
  const cut = <T>(work: (context: Context) => Promise<T>): Promise<T> =>
    here(async (context) => {
      await work(context);
      throw Object.assign(new Error('connection lost'), { code: '08006' });
    });
  await expect(catchUp(cut, (error) => faults.push(error))).rejects.toThrow('connection lost');
  expect([faults.length, await uncompared()]).toEqual([0, 2]);
  expect(await catchUpAll()).toBe(2);
});
