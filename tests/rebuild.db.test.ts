// A seeded nation, held against its own diaries: what is stored of each record is what its diary says, and every reference finds its row.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SeedReport, isEmpty, passwordAccount, seedNation } from '../seed/index.ts';
import { openTools } from '../src/apps/tools.ts';
import type { DiaryFact } from '../src/kernel/happenings.ts';
import { type RecordId, newId } from '../src/kernel/ids.ts';
import type { RecordKind } from '../src/kernel/reference.ts';
import type { Day, Instant } from '../src/kernel/time.ts';
import { type ChildRecord, peekRecords, readDescriptions, retrievalKeysOf } from '../src/modules/children/index.ts';
import { effectiveEntries, readDiary } from '../src/modules/diary/index.ts';
import { foundStatus } from '../src/modules/found-children/index.ts';
import { missingStatus } from '../src/modules/missing-reports/index.ts';
import { obligationsOfRecord, ownedObligations, projectNextPage, serveLaw } from '../src/modules/obligations/index.ts';
import { storedMatters } from '../src/modules/returns/matter-store.ts';
import { mattersOf } from '../src/modules/returns/matter.ts';
import { sightingStatus } from '../src/modules/sightings/index.ts';
import { readConfig } from '../src/platform/config.ts';
import { type Context, inContext } from '../src/platform/context.ts';
import { passwordMatches } from '../src/platform/credentials/index.ts';
import { type TestDatabase, createTestDatabase } from './database/test-database.ts';
import { wrongEntryLag } from './oracle/entry-lag.ts';

const children = 1_500;
const secret = 'a secret of this test, long enough to be one';

let database: TestDatabase;
let folder: string;
let door: ReturnType<typeof openTools>;
let admin: pg.Client;
let report: SeedReport;
let records: ChildRecord[];

const within = <T>(work: (context: Context) => Promise<T>): Promise<T> =>
  inContext(door.tools, { actor: { kind: 'system', name: 'test' }, requestId: newId(), ground: { name: 'test', purpose: 'duty' } }, work);

const seedInto = (adminUrl: string): Promise<SeedReport> =>
  seedNation({ adminUrl, children, dataDirectory: folder, secret, today: '2026-11-24' as Day, say: () => {} });

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'vatsalya-seed-'));
  expect(await isEmpty(database.adminUrl)).toBe(true);
  report = await seedInto(database.adminUrl);
  const config = readConfig({ DEMO: 'true', SECRET: secret, DATA_DIRECTORY: folder });
  door = openTools('worker', config, database.urls.worker);
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ id: RecordId }>('select id from record');
  records = await within((context) =>
    peekRecords(
      context,
      rows.map((row) => row.id),
    ),
  );
});

afterAll(async () => {
  await door?.close();
  await admin?.end();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const statusOf: Record<RecordKind, (diary: readonly DiaryFact[]) => { status: string; closedAt: Instant | null }> = {
  missing: missingStatus,
  found: foundStatus,
  sighting: sightingStatus,
};

/** References of records whose stored status or closing is not what their diary says. */
function wrongStatuses(): Promise<string[]> {
  return within(async (context) => {
    const wrong: string[] = [];
    for (const record of await peekRecords(
      context,
      records.map(({ id }) => id),
    )) {
      const derived = statusOf[record.kind](effectiveEntries(await readDiary(context, record.id)));
      if (derived.status !== record.status || derived.closedAt !== record.closedAt) wrong.push(record.reference);
    }
    return wrong;
  });
}

/** References of records whose stored duties are not what diary and law say, and how many duties there are in all. */
function wrongDuties(among: readonly ChildRecord[]): Promise<{ wrong: string[]; duties: number }> {
  const inOrder = (duties: readonly { ruleId: string; triggerEntryId: string }[]) =>
    duties
      .map(({ ...duty }) =>
        JSON.stringify(
          duty,
          Object.keys(duty)
            .filter((key) => key !== 'recordId')
            .toSorted(),
        ),
      )
      .toSorted();
  return within(async (context) => {
    const wrong: string[] = [];
    let duties = 0;
    for (const record of among) {
      const stored = inOrder(await obligationsOfRecord(context, record.id));
      const derived = inOrder(await ownedObligations(context, record));
      duties += stored.length;
      if (JSON.stringify(stored) !== JSON.stringify(derived)) wrong.push(record.reference);
    }
    return { wrong, duties };
  });
}

/** Foreign keys whose rows point at nothing: the seed loads with the server's own checks off. */
async function orphans(): Promise<string[]> {
  const { rows } = await admin.query<{ name: string; query: string }>(`
    select conname as name, format('select 1 from %s c left join %s p on p.%I = c.%I where c.%I is not null and p.%I is null limit 1',
      conrelid::regclass, confrelid::regclass, t.attname, f.attname, f.attname, t.attname) as query
    from pg_constraint join pg_attribute f on f.attrelid = conrelid and f.attnum = conkey[1]
      join pg_attribute t on t.attrelid = confrelid and t.attnum = confkey[1] where contype = 'f' and connamespace = 'public'::regnamespace`);
  const broken: string[] = [];
  for (const { name, query } of rows) if ((await admin.query(query)).rows.length > 0) broken.push(name);
  expect(rows.length).toBeGreaterThan(40);
  return broken;
}

test('status and closing of every record are what its diary says; a changed one is noticed', async () => {
  expect(records.length).toBeGreaterThan(children);
  expect(await wrongStatuses()).toEqual([]);
  const open = records.find((record) => record.kind === 'missing' && record.closedAt === null)!;
  await admin.query(`update record set status = 'restored' where id = $1`, [open.id]);
  expect(await wrongStatuses()).toEqual([open.reference]);
  await admin.query('update record set status = $2 where id = $1', [open.id, open.status]);
});

test('duties of every record are what diary and law say; a changed one is noticed', async () => {
  const { wrong, duties } = await wrongDuties(records);
  expect(duties).toBeGreaterThan(5 * children);
  expect(wrong).toEqual([]);
  const { rows } = await admin.query<{ recordId: RecordId }>(
    `update obligation set late_after = late_after + interval '1 minute' where ctid = (select ctid from obligation limit 1) returning record_id as "recordId"`,
  );
  const changed = records.filter(({ id }) => id === rows[0]!.recordId);
  const among = [...changed, ...records.filter(({ id }) => id !== rows[0]!.recordId).slice(0, 50)];
  expect((await wrongDuties(among)).wrong).toEqual(changed.map(({ reference }) => reference));
});

/** References of found children whose stored matters before a Committee are not what their diary says, and how many matters there are. */
function wrongMatters(): Promise<{ wrong: string[]; matters: number; pending: number }> {
  return within(async (context) => {
    const wrong: string[] = [];
    let [matters, pending] = [0, 0];
    for (const { id, reference } of records.filter(({ kind }) => kind === 'found')) {
      const [stored, derived] = [await storedMatters(context, id), mattersOf(effectiveEntries(await readDiary(context, id)))];
      matters += stored.length;
      pending += stored.filter(({ endedOn }) => endedOn === null).length;
      if (JSON.stringify(stored, Object.keys(stored[0] ?? {})) !== JSON.stringify(derived, Object.keys(stored[0] ?? {})))
        wrong.push(reference);
    }
    return { wrong, matters, pending };
  });
}

test('matters of every Committee are what the diaries of its children say; a changed one is noticed', async () => {
  const { wrong, matters, pending } = await wrongMatters();
  expect(wrong).toEqual([]);
  expect([matters > 100, pending > 10]).toEqual([true, true]);
  await admin.query('update matter set started_on = started_on - 1 where ctid = (select ctid from matter limit 1)');
  expect((await wrongMatters()).wrong).toHaveLength(1);
  await admin.query('update matter set started_on = started_on + 1 where ctid = (select ctid from matter limit 1)');
});

test('a change of law walks every record and leaves what diary and law say; what was changed by hand is set right', async () => {
  await admin.query(`update obligation set due_at = due_at + interval '1 day' where ctid in (select ctid from obligation limit 20)`);
  await within((context) => serveLaw(context));
  let last = { records: 0, finished: false };
  while (!last.finished) last = (await within((context) => projectNextPage(context)))!;
  expect(last.records).toBe(records.length);
  expect((await wrongDuties(records)).wrong).toEqual([]);
});

test('how late each office’s entries came is what the diary says; a changed count is noticed', async () => {
  const { wrong, entries } = await wrongEntryLag(admin);
  expect(entries).toBeGreaterThan(3 * children);
  expect(wrong).toEqual([]);
  await admin.query('begin');
  await admin.query('update entry_lag set entries = entries + 1 where ctid = (select ctid from entry_lag limit 1)');
  expect((await wrongEntryLag(admin)).wrong).toHaveLength(1);
  await admin.query('rollback');
});

test('every reference finds its row; a missing row is noticed', async () => {
  expect(await orphans()).toEqual([]);
  await admin.query(
    `begin; set local session_replication_role = 'replica'; delete from complaint where id = (select complaint_id from missing_report limit 1)`,
  );
  expect(await orphans()).toEqual(['missing_report_complaint']);
  await admin.query('rollback');
});

test('records are found by the keys their descriptions give', async () => {
  const { rows } = await admin.query<{ recordId: RecordId; key: string }>(
    `select record_id as "recordId", family || ' ' || key as key from retrieval_key`,
  );
  const stored = Map.groupBy(rows, (row) => row.recordId);
  const descriptions = await within((context) =>
    readDescriptions(
      context,
      records.map(({ id }) => id),
    ),
  );
  expect(descriptions.size).toBe(records.length);
  for (const [id, description] of descriptions) {
    const keys = retrievalKeysOf(description).map(({ family, key }) => `${family} ${key}`);
    expect((stored.get(id) ?? []).map((row) => row.key).toSorted()).toEqual(keys.toSorted());
  }
});

const movedElsewhere = `select r.reference from record r join lateral (select facts ->> 'toOffice' as office from diary_entry e
  where e.record_id = r.id and e.facts ? 'toOffice' order by e.sequence desc limit 1) moved on true where moved.office::uuid <> r.office_id`;

test('a record that moved is held by the office its diary says it moved to', async () => {
  const moved = await admin.query(`select distinct record_id from diary_entry where facts ? 'toOffice'`);
  expect(moved.rows.length).toBeGreaterThan(3);
  expect((await admin.query(movedElsewhere)).rows).toEqual([]);
  await admin.query('begin');
  await admin.query(`update record set office_id = (select id from office where kind = 'audit' limit 1)
    where id = (select record_id from diary_entry where facts ? 'toOffice' limit 1)`);
  expect((await admin.query(movedElsewhere)).rows).toHaveLength(1);
  await admin.query('rollback');
});

test('the truth beside the database names pairs that are in it, and no table holds one that nobody found out', async () => {
  const pairs = JSON.parse(readFileSync(report.truthFile, 'utf8')) as { missingReference: string; foundReference: string }[];
  const kinds = new Map(records.map((record) => [record.reference as string, record.kind]));
  expect(pairs.length).toBeGreaterThan(children / 10);
  expect(pairs.length).toBe(report.pairs);
  expect(pairs.filter((pair) => kinds.get(pair.missingReference) !== 'missing' || kinds.get(pair.foundReference) !== 'found')).toEqual([]);
  const linked = await admin.query('select 1 from match_candidate');
  expect(linked.rows.length).toBeGreaterThan(50);
  expect(linked.rows.length).toBeLessThan(pairs.length);
});

test('a candidate named in a diary is a row; serials go on after the last; nothing waits to be announced; open records wait to be compared', async () => {
  const count = async (query: string): Promise<number> => Number((await admin.query<{ count: string }>(query)).rows[0]!.count);
  expect(
    await count(`select count(*) from diary_entry where facts ? 'candidate' and not exists
    (select from match_candidate where id = (facts ->> 'candidate')::uuid and record_id in (missing_id, found_id))`),
  ).toBe(0);
  expect(
    await count(`select count(*) from record r join reference_serial s on s.kind = r.kind and s.state_code = r.state_code
    and s.year = split_part(r.reference, '-', 3)::int where split_part(r.reference, '-', 4)::int > s.last`),
  ).toBe(0);
  expect(await count('select count(*) from diary_outbox')).toBe(0);
  expect(await count('select count(*) from record where (matched_version is null) <> (closed_at is null)')).toBe(0);
  expect(await count('select count(*) from public_notice where not gone')).toBeGreaterThan(0);
});

test('every photograph is a file, in both sizes; telephones open with the secret; one officer has a password', async () => {
  const files = new Set(
    readdirSync(join(folder, 'photographs'), { recursive: true, encoding: 'utf8' }).map((path) => path.split('/').at(-1)),
  );
  const { rows: photographs } = await admin.query<{ name: string }>('select name from photograph');
  expect(photographs.length).toBeGreaterThan(children / 2);
  expect(photographs.filter(({ name }) => !files.has(`${name}.jpg`) || !files.has(`${name}-320.jpg`))).toEqual([]);
  const { rows: complaints } = await admin.query<{ sealed: Buffer }>('select informant_telephone_sealed as sealed from complaint limit 5');
  expect(complaints.map(({ sealed }) => door.tools.unseal(sealed))).toEqual(
    complaints.map(() => expect.stringMatching(/^0\d\d-5550\d{4}$/)),
  );
  const { rows: accounts } = await admin.query<{ email: string; hash: string }>(
    'select email, password_hash as hash from officer where password_hash is not null',
  );
  expect(accounts.map(({ email }) => email)).toEqual([passwordAccount.email]);
  expect(await passwordMatches(accounts[0]!.hash, passwordAccount.password)).toBe(true);
});

async function indexesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ definition: string }>(`select concat_ws(' ', pg_get_indexdef(i.indexrelid), c.contype) as definition
    from pg_index i join pg_class t on t.oid = i.indrelid and t.relnamespace = 'public'::regnamespace
      left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u') order by 1`);
  return rows.map(({ definition }) => definition);
}

test('a seed that fails leaves nothing, and no index is lost by seeding', async () => {
  const other = await createTestDatabase();
  const before = new pg.Client({ connectionString: other.adminUrl });
  try {
    await before.connect();
    expect((await indexesOf(before)).length).toBeGreaterThan(60);
    expect(await indexesOf(admin)).toEqual(await indexesOf(before));
    await before.query(`insert into state (code, lgd_code, name, languages) values ('WB', 19, 'West Bengal', '{bn}')`);
    await expect(seedInto(other.adminUrl)).rejects.toThrow('The table state has rows');
    expect((await before.query('select code from state')).rows).toEqual([{ code: 'WB' }]);
    await before.query(`delete from state; alter table sighting add constraint no_sighting check (false)`);
    await expect(seedInto(other.adminUrl)).rejects.toThrow('no_sighting');
    expect((await before.query('select from state')).rows).toEqual([]);
    expect(await isEmpty(other.adminUrl)).toBe(true);
    expect(await indexesOf(before)).toEqual(await indexesOf(admin));
  } finally {
    await before.end();
    await other.drop();
  }
});

test('the same seed and day give the same rows', async () => {
  const other = await createTestDatabase();
  const again = new pg.Client({ connectionString: other.adminUrl });
  try {
    await seedInto(other.adminUrl);
    await again.connect();
    const digest = `select md5(string_agg((to_jsonb(e) - 'written_in')::text, ',' order by sequence)) as digest from diary_entry e`;
    expect((await again.query(digest)).rows).toEqual((await admin.query(digest)).rows);
  } finally {
    await again.end();
    await other.drop();
  }
});
