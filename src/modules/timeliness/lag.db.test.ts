// Counting lag in the database: the same borders as the code, a correction is no event, many rows at once are counted as one by one.
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { addMinutes, instantAt } from '../../kernel/time.ts';
import type { Day } from '../../kernel/time.ts';
import { wrongEntryLag } from '../../../tests/oracle/entry-lag.ts';
import { type Nation, startNation, worker } from '../../../tests/database/tools.ts';
import { type Story, station, tellStory } from '../../../tests/security/story.ts';
import type { OfficerActor } from '../../platform/context.ts';
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

describe('what another system wrote down', () => {
  /** Told by the worker in the station’s name: happened so many hours ago, entered there, here now. */
  const tell = (hours: { happened: number; entered: number }, asking: Parameters<Nation['ask']>[0] = worker) => {
    const before = (count: number) => addMinutes(nation.clock.now, -60 * count);
    const { officeId: byOffice } = nation.officer(station);
    return nation.ask(asking, (context) =>
      writeDiary(context, story.missing.id, {
        happening: 'missing.copySentToLegalServices',
        facts: {},
        happenedAt: before(hours.happened),
        enteredAt: before(hours.entered),
        byOffice,
      }),
    );
  };
  const arrived = async () =>
    (
      await sql<{ bucket: number; entries: number }>`select bucket, entries from arrival_lag where state_code = 'BR' order by 1`.execute(
        nation.admin,
      )
    ).rows;

  test('is late for its office up to its entry there, and for the exchange from there to here', async () => {
    expect(await arrived()).toEqual([]);
    await tell({ happened: 40, entered: 39.9 });
    await tell({ happened: 40, entered: 0.1 });
    const { rows } = await sql<{
      bucket: number;
    }>`select bucket from entry_lag where happening = 'missing.copySentToLegalServices' order by 1`.execute(nation.admin);
    expect(rows).toEqual([{ bucket: bucketOf(0.1) }, { bucket: bucketOf(39.9) }]);
    const counted = [
      { bucket: bucketOf(0.1), entries: 1 },
      { bucket: bucketOf(39.9), entries: 1 },
    ];
    expect(await arrived()).toEqual(counted);
    expect((await wrongEntryLag(client)).wrong).toEqual([]);
    await sql`select count_entry_lag()`.execute(nation.admin);
    expect(await arrived()).toEqual(counted);
  });

  test('was not entered before it happened, nor after it was here; minutes are forgiven, since clocks differ', async () => {
    await tell({ happened: 1, entered: 1.05 });
    await tell({ happened: 1, entered: -0.05 });
    for (const entered of [1.2, -0.2])
      await expect(tell({ happened: 1, entered })).rejects.toMatchObject({ constraint: 'diary_entry_entered_in_between' });
  });

  test('is told by the worker alone; by all else in some office’s name', async () => {
    await expect(tell({ happened: 1, entered: 0.5 }, station)).rejects.toThrow('Only the portal itself');
    const claim = (enteredAt: string | null) =>
      nation.ask(station, ({ db, now, actor }) =>
        sql`insert into diary_entry (id, record_id, happening, happened_at, entered_at, recorded_at, by_officer, by_office, door)
          values (${newId()}, ${story.missing.id}, 'missing.hueAndCryIssued', ${addMinutes(now, -90)}, ${enteredAt}::timestamptz, ${now},
            ${(actor as OfficerActor).officerId}, ${(actor as OfficerActor).officeId}, 'desk')`.execute(db),
      );
    await expect(claim(addMinutes(nation.clock.now, -80))).rejects.toMatchObject({ code: '42501' });
    await claim(null); // control
    const nobodys = (door: string) => sql`insert into diary_entry (id, record_id, happening, happened_at, entered_at, recorded_at, door)
      values (${newId()}, ${story.missing.id}, 'missing.hueAndCryIssued', ${nation.clock.now}, ${nation.clock.now}, ${nation.clock.now}, ${door})`;
    await nobodys('worker').execute(nation.admin); // of the past
    await expect(nobodys('desk').execute(nation.admin)).rejects.toMatchObject({ constraint: 'diary_entry_told_for_an_office' });
  });
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

test('a writer who has more to do keeps no other waiting who enters for the same office: it is counted as each commits', async () => {
  const happening = 'missing.hueAndCryIssued';
  await sql`insert into diary_entry (id, record_id, happening, happened_at, recorded_at, by_office, door)
    values (${newId()}, ${story.missing.id}, ${happening}, ${nation.clock.now}, ${nation.clock.now}, ${nation.officer(station).officeId}, 'desk')`.execute(
    nation.admin,
  );
  const enter = (recordId: string) => sql`insert into diary_entry (id, record_id, happening, happened_at, recorded_at, by_office, door)
    values (${newId()}, ${recordId}, ${happening}, ${nation.clock.now}, ${nation.clock.now}, ${nation.officer(station).officeId}, 'desk')`;
  await nation.admin.transaction().execute(async (db) => {
    await enter(story.missing.id).execute(db);
    await nation.admin.transaction().execute(async (other) => {
      await sql`set local lock_timeout = '5s'`.execute(other);
      await enter(story.sighting.id).execute(other);
    });
  });
  expect((await wrongEntryLag(client)).wrong).toEqual([]);
  const { rows } = await sql`select count(*)::int as left from lag_uncounted`.execute(nation.admin);
  expect(rows).toEqual([{ left: 0 }]);
});
