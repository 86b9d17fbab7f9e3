// Counting lag in the database: the same borders as the code, a correction is no event, many rows at once are counted as one by one.
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { addMinutes, instantAt } from '../../kernel/time.ts';
import type { Day } from '../../kernel/time.ts';
import { wrongEntryLag } from '../../../tests/oracle/entry-lag.ts';
import { type Nation, startNation } from '../../../tests/database/tools.ts';
import { type Story, station, tellStory } from '../../../tests/security/story.ts';
import { writeDiary } from '../diary/index.ts';
import { bucketOf, lagBorders } from './lag.ts';

let nation: Nation;
let story: Story;
let client: pg.Client;

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
  client = new pg.Client({ connectionString: nation.database.adminUrl });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await nation?.stop();
});

const finite = lagBorders.filter(Number.isFinite);

test('the database has the borders of the code, each belonging to the step below', async () => {
  const hours = [-0.05, 0, ...finite.flatMap((border) => [border - 1 / 3600, border, border + 1 / 3600])];
  const { rows } = await sql<{
    bucket: number;
  }>`select lag_bucket('2026-01-01T00:00Z', '2026-01-01T00:00Z'::timestamptz + make_interval(secs => h * 3600)) as bucket
    from unnest(${hours}::float8[]) with ordinality as given (h, place) order by place`.execute(nation.admin);
  expect(rows.map(({ bucket }) => bucket)).toEqual(hours.map(bucketOf));
  expect(new Set(rows.map(({ bucket }) => bucket)).size).toBe(lagBorders.length);
});

test('what officers enter is counted; what the portal and citizens write, and corrections, are not', async () => {
  const before = await wrongEntryLag(client);
  expect(before.wrong).toEqual([]);
  expect(before.entries).toBeGreaterThan(3);
  const happenedAt = addMinutes(nation.clock.now, -31 * 60);
  await nation.ask(station, async (context) => {
    const [entry] = await writeDiary(context, story.missing.id, { happening: 'missing.hueAndCryIssued', facts: {}, happenedAt });
    await writeDiary(context, story.missing.id, {
      happening: 'missing.hueAndCryIssued',
      facts: {},
      happenedAt: addMinutes(happenedAt, 5),
      corrects: entry!,
    });
  });
  expect(await wrongEntryLag(client)).toEqual({ wrong: [], entries: before.entries + 1 });
  const { rows } = await sql<{ bucket: number }>`select bucket from entry_lag where happening = 'missing.hueAndCryIssued'`.execute(
    nation.admin,
  );
  expect(rows).toEqual([{ bucket: bucketOf(36) }]);
});

const bulk = (count: number) => sql`insert into diary_entry (id, record_id, happening, happened_at, recorded_at, by_office, door)
  select gen_random_uuid(), ${story.missing.id}, 'missing.sentToAgencies', ${nation.clock.now}::timestamptz - n * interval '7 hours', ${nation.clock.now}, ${nation.officer(station).officeId}, 'desk'
  from generate_series(1, ${count}::int) as n`;

test('a thousand rows of one statement are counted, in the months of India; with app.bulk on nothing is until it is counted anew', async () => {
  await bulk(1000).execute(nation.admin);
  const all = await wrongEntryLag(client);
  expect(all.wrong).toEqual([]);
  const edge = instantAt('2026-11-01' as Day, '00:10');
  await sql`insert into diary_entry (id, record_id, happening, happened_at, recorded_at, by_office, door)
    values (${newId()}, ${story.missing.id}, 'missing.informantSigned', ${edge}, ${edge}, ${nation.officer(station).officeId}, 'desk')`.execute(
    nation.admin,
  );
  const { rows } = await sql<{ month: string }>`select month::text from entry_lag where happening = 'missing.informantSigned'`.execute(
    nation.admin,
  );
  expect(rows).toEqual([{ month: '2026-11-01' }]);
  await nation.admin.transaction().execute(async (db) => {
    await sql`select set_config('app.bulk', 'on', true)`.execute(db);
    await bulk(10).execute(db);
  });
  expect((await wrongEntryLag(client)).wrong).not.toEqual([]); // control: the oracle sees what was not counted
  await sql`select count_entry_lag()`.execute(nation.admin);
  expect((await wrongEntryLag(client)).wrong).toEqual([]);
});

test('entries of more offices in one statement than the server has locks for are counted', async () => {
  await sql`insert into office (id, kind, code, name, opened_on) select gen_random_uuid(), 'audit', 'many-' || n, 'Invented', '2020-01-01' from generate_series(1, 30000) as n`.execute(
    nation.admin,
  );
  await sql`insert into diary_entry (id, record_id, happening, happened_at, recorded_at, by_office, door)
    select gen_random_uuid(), ${story.missing.id}, 'missing.hueAndCryIssued', ${nation.clock.now}, ${nation.clock.now}, id, 'desk' from office where code like 'many-%'`.execute(
    nation.admin,
  );
  expect((await wrongEntryLag(client)).wrong).toEqual([]);
});

/** One entry in each of two statements of one transaction, at a child's diary of its own. */
const enterBoth = (recordId: string, happenings: readonly string[]) =>
  nation.admin.transaction().execute(async (db) => {
    for (const happening of happenings) {
      await sql`insert into diary_entry (id, record_id, happening, happened_at, recorded_at, by_office, door)
        values (${newId()}, ${recordId}, ${happening}, ${nation.clock.now}, ${nation.clock.now}, ${nation.officer(station).officeId}, 'desk')`.execute(
        db,
      );
      await sql`select pg_sleep(0.1)`.execute(db);
    }
  });

test('two officers of one office who enter the same things in other orders wait for each other, not forever', async () => {
  const order = ['missing.riskAssessed', 'missing.traffickingSuspected'];
  await enterBoth(story.missing.id, order); // so that both counts exist and are the same rows for both
  await Promise.all([enterBoth(story.missing.id, order), enterBoth(story.sighting.id, order.toReversed())]);
  expect((await wrongEntryLag(client)).wrong).toEqual([]);
});
