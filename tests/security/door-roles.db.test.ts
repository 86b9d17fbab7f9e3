// What each door's role may do with statements of an attacker's own: whoever got past a form, or took a door's login, does no more than its verbs do.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { type Actor, type Db, type Door, inContext } from '../../src/platform/context.ts';
import { type Nation, anyone, startNation } from '../database/tools.ts';
import { type Story, committee, elsewhere, home, station, tellStory } from './story.ts';

let nation: Nation;
let story: Story;
const reporter: Actor = { kind: 'citizen', reporterKey: 'reporter-one' };

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
  await sql`insert into record_access values (${story.missing.id}, ${nation.officer(elsewhere).officeId}, 'match', ${nation.clock.now})`.execute(
    nation.admin,
  );
  await sql`update record set reporter_key = 'reporter-one' where id = ${story.missing.id}`.execute(nation.admin);
});
afterAll(() => nation?.stop());

type Attack = (db: Db) => Promise<unknown>;
const undone = new Error('undone');

/** Rows changed or answered; -1 if refused. Nothing stays. */
async function reached(door: Door, actor: Actor, attack: Attack): Promise<number> {
  let rows = 0;
  const caught: unknown = await inContext(
    nation.tools(door),
    { actor, requestId: newId(), ground: { name: 'attack', purpose: 'casework' } },
    async ({ db }) => {
      const done = (await attack(db)) as { numAffectedRows?: bigint; rows: unknown[] };
      rows = Number(done.numAffectedRows ?? done.rows.length);
      throw undone;
    },
  ).catch((error: unknown) => error);
  if (caught === undone) return rows;
  expect(caught).toMatchObject({ code: '42501' });
  return -1;
}

type Written = { record?: string; happening: string; by?: Actor; door?: string };
const diary =
  ({ record = story.missing.id, happening, by = anyone, door = 'desk' }: Written): Attack =>
  (db) => {
    const officer = by.kind === 'officer' ? by : null;
    return sql`insert into diary_entry (id, record_id, happening, happened_at, recorded_at, by_officer, by_office, door)
      values (${newId()}, ${record}, ${happening}, ${nation.clock.now}, ${nation.clock.now}, ${officer?.officerId ?? null}, ${officer?.officeId ?? null}, ${door})`.execute(
      db,
    );
  };
const logged = (by: Actor, door: string): Attack => {
  const officer = by.kind === 'officer' ? by : null;
  return (db) =>
    sql`insert into audit_entry (at, officer_id, office_id, role, door, action, name, purpose, record_id, request_id)
    values (${nation.clock.now}, ${officer?.officerId ?? null}, ${officer?.officeId ?? null}, ${officer?.role ?? 'citizen'}, ${door}, 'read', 'x', 'x', ${story.found.id}, 'r')`.execute(
      db,
    );
};
const share =
  (ground: string, record = story.missing.id): Attack =>
  (db) =>
    sql`select share_records(array[${record}]::uuid[], array[${nation.officer(elsewhere).officeId}]::uuid[], ${ground}, ${nation.clock.now})`.execute(
      db,
    );
const close =
  (record = story.missing.id): Attack =>
  (db) =>
    sql`select set_record_status(${record}, 'closed', ${nation.clock.now})`.execute(db);
const forget: Attack = (db) => sql`delete from obligation where record_id = ${story.missing.id}`.execute(db);
/** The same statement by one who first says of himself what only an officer's session may say. */
const posing =
  (attack: Attack): Attack =>
  async (db) => {
    const { officeId, officerId } = nation.officer(station);
    await sql`select set_config('app.reach', 'nation', true), set_config('app.role', 'cwc-chairperson', true), set_config('app.office', ${officeId}, true),
      set_config('app.officer', ${officerId}, true)`.execute(db);
    return attack(db);
  };
const after =
  (first: Attack, then: Attack): Attack =>
  async (db) => {
    await first(db);
    return then(db);
  };

test('the machines’ door may call no function but to keep what came, to count it, to say what a node has, and whether stations there are; whoever it says it is', async () => {
  expect(await reached('exchange', anyone, posing(close(story.found.id)))).toBe(-1);
  const { rows } = await sql<{
    name: string;
  }>`select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
    and p.prorettype <> 'trigger'::regtype and has_function_privilege('vatsalya_exchange', p.oid, 'execute') order by name`.execute(
    nation.admin,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'acknowledge_outgoing',
    'count_exchange_minute',
    'exchange_stalled',
    'keep_delivery',
    'keep_refused',
    'renew_station_digests',
    'stations_there_are',
  ]);
  const { rows: desk } = await sql<{
    n: number;
  }>`select count(*) as n from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
    and p.prorettype <> 'trigger'::regtype and has_function_privilege('vatsalya_desk', p.oid, 'execute')`.execute(nation.admin);
  expect(desk[0]!.n).toBeGreaterThan(5); // control
});

test('a citizen who says to be an officer reaches nothing', async () => {
  const attacks: Record<string, Attack> = {
    duties: forget,
    descriptions: (db) => sql`update description set sex = 'male'`.execute(db),
    names: (db) => sql`delete from given_name`.execute(db),
    'names read': (db) => sql`select text from given_name`.execute(db),
  };
  for (const [what, attack] of Object.entries(attacks)) {
    expect([what, await reached('citizen', anyone, posing(attack))]).toEqual([what, 0]);
    if (what !== 'duties') expect([what, await reached('desk', nation.officer(station), attack)]).not.toEqual([what, 0]); // control
  }
  const restored = { record: story.found.id, happening: 'found.restored', by: nation.officer(committee) };
  for (const attack of [
    diary(restored),
    diary({ ...restored, by: anyone, door: 'citizen' }),
    close(story.found.id),
    share('identity', story.found.id),
  ])
    expect(await reached('citizen', anyone, posing(attack))).toBe(-1);
});

test('a reporter adds to the own report what a citizen tells, in no officer’s name, and lets nobody in', async () => {
  const officer = nation.officer(station);
  const told = diary({ happening: 'record.corrected', door: 'citizen' });
  expect(await reached('citizen', reporter, told)).toBe(1); // control
  for (const written of [
    { happening: 'record.corrected', door: 'desk' },
    { happening: 'record.corrected', by: officer, door: 'citizen' },
    { happening: 'missing.closed', door: 'citizen' },
    { happening: 'identity.confirmed', by: nation.officer(committee) },
  ])
    expect([written, await reached('citizen', reporter, diary(written))]).toEqual([written, -1]);
  for (const attack of [
    close(),
    share('production'),
    share('alert'),
    logged(officer, 'desk'),
    logged(anyone, 'desk'),
    after(told, close()),
  ])
    expect(await reached('citizen', reporter, attack)).toBe(-1);
  expect(await reached('citizen', reporter, logged(anyone, 'citizen'))).toBe(1); // control
  expect(await reached('citizen', reporter, forget)).toBe(0);
  expect(await reached('citizen', reporter, (db) => sql`update obligation set late_after = late_after`.execute(db))).toBe(0);
});

test('an officer writes diary and log in the own name only', async () => {
  const officer = nation.officer(station);
  expect(await reached('desk', officer, diary({ happening: 'missing.traced', by: officer }))).toBe(1); // control
  expect(await reached('desk', officer, diary({ happening: 'missing.traced', by: nation.officer(committee) }))).toBe(-1);
  expect(await reached('desk', officer, diary({ happening: 'missing.traced', by: officer, door: 'worker' }))).toBe(-1);
  expect(await reached('desk', officer, logged(officer, 'desk'))).toBe(1); // control
  for (const [by, door] of [
    [nation.officer(elsewhere), 'desk'],
    [anyone, 'desk'],
    [officer, 'worker'],
  ] as const)
    // prettier-ignore
    expect(await reached('desk', officer, logged(by, door))).toBe(-1);
});

test('no door keeps an entry from those who listen; control: the worker does', async () => {
  const waits = async (door: Door, by: Actor): Promise<boolean> => {
    const ground = { name: 'attack', purpose: 'casework' };
    const entry = await inContext(nation.tools(door), { actor: by, requestId: newId(), ground }, async ({ db }) => {
      await sql`select set_config('app.bulk', 'on', true)`.execute(db);
      const { officerId, officeId } = by.kind === 'officer' ? by : { officerId: null, officeId: null };
      const { rows } = await sql<{ sequence: number }>`insert into diary_entry (id, record_id, happening, happened_at, recorded_at, by_officer, by_office, door)
        values (${newId()}, ${story.missing.id}, 'missing.traffickingSuspected', ${nation.clock.now}, ${nation.clock.now}, ${officerId}, ${officeId}, ${door}) returning sequence`.execute(db);
      return rows[0]!.sequence;
    });
    return (await sql`select from diary_outbox where sequence = ${entry}`.execute(nation.admin)).rows.length > 0;
  };
  expect(await waits('desk', nation.officer(station))).toBe(true);
  expect(await waits('citizen', reporter)).toBe(true);
  expect(await waits('worker', { kind: 'system', name: 'file' })).toBe(false);
}); // prettier-ignore

test('who a child is, and that it went home, the Committee alone says', async () => {
  const holder = nation.officer(home);
  const cwc = nation.officer(committee);
  for (const happening of ['identity.confirmed', 'identity.refused', 'found.restored']) {
    const written = { record: story.found.id, happening };
    expect(await reached('desk', holder, diary({ ...written, by: holder }))).toBe(-1);
    expect(await reached('desk', nation.officer(station), diary({ happening, by: nation.officer(station) }))).toBe(-1);
    expect(await reached('desk', cwc, diary({ ...written, by: cwc }))).toBe(1); // control
  }
});

test('each ground is given by who may give it, and ended by who took the judgement back', async () => {
  const guest = nation.officer(elsewhere);
  for (const ground of ['identity', 'transfer', 'match', 'production', 'alert'])
    expect([ground, await reached('desk', guest, share(ground))]).toEqual([ground, -1]);
  const holder = nation.officer(station);
  expect(await reached('desk', holder, share('production'))).toBe(-1);
  expect(await reached('desk', holder, share('identity'))).toBe(-1);
  expect(await reached('desk', holder, share('alert'))).toBe(1); // control
  expect(await reached('desk', holder, after(diary({ happening: 'match.judged', by: holder }), share('identity')))).toBe(1); // control
  const end: Attack = (db) => sql`select end_access(${story.missing.id}, ${guest.officeId}, 'match', ${nation.clock.now})`.execute(db);
  expect(await reached('desk', nation.officer(home), end)).toBe(-1);
  expect(await reached('worker', { kind: 'system', name: 'test' }, end)).toBe(1); // control
});

test('status and duties change only with an entry in the diary, made by the same transaction', async () => {
  const holder = nation.officer(station);
  const traced = diary({ happening: 'missing.traced', by: holder });
  for (const officer of [holder, nation.officer(elsewhere)]) {
    expect(await reached('desk', officer, close())).toBe(-1);
    expect(await reached('desk', officer, forget)).toBe(0);
    expect(await reached('desk', officer, (db) => sql`update obligation set late_after = late_after`.execute(db))).toBe(0);
  }
  expect(await reached('desk', holder, after(traced, close()))).toBe(1); // control
  expect(await reached('desk', holder, after(traced, forget))).toBeGreaterThan(0); // control
});

test('reference numbers only go on, and a message asked for is neither sent already nor a listener’s', async () => {
  const officer = nation.officer(station);
  const back: Attack = (db) => sql`update reference_serial set last = 0`.execute(db);
  const read: Attack = (db) => sql`select last from reference_serial`.execute(db);
  for (const [door, actor] of [
    ['desk', officer],
    ['citizen', reporter],
    ['worker', { kind: 'system', name: 'test' }],
  ] as const)
    // prettier-ignore
    for (const attack of [back, read]) expect([door, await reached(door, actor, attack)]).toEqual([door, -1]);
  const next: Attack = (db) => sql`select next_serial('missing', 'BR', 2026)`.execute(db);
  for (const [door, actor] of [
    ['desk', officer],
    ['citizen', reporter],
    ['worker', { kind: 'system', name: 'test' }], // opens what the police's system tells
  ] as const)
    expect(await reached(door, actor, next)).toBe(1); // control
  expect(await reached('exchange', { kind: 'system', name: 'test' }, next)).toBe(-1);
  const message =
    (column?: 'because' | 'sent_at' | 'failed_at'): Attack =>
    (db) => {
      const value = column === 'because' ? `${newId()}/nodalAlert/x` : nation.clock.now;
      return sql`insert into message (id, channel, to_sealed, to_key, template, facts_sealed, locale, created_at, next_try_at ${column ? sql`, ${sql.ref(column)}` : sql``})
        values (${newId()}, 'sms', 'x', 'x', 'nodalAlert', 'x', 'en', ${nation.clock.now}, ${nation.clock.now} ${column ? sql`, ${value}` : sql``})`.execute(
        db,
      );
    };
  for (const [door, actor] of [
    ['desk', officer],
    ['citizen', reporter],
  ] as const) {
    expect(await reached(door, actor, message())).toBe(1); // control
    for (const column of ['because', 'sent_at', 'failed_at'] as const)
      expect([door, column, await reached(door, actor, message(column))]).toEqual([door, column, -1]);
    expect(await reached(door, actor, (db) => sql`update message set sent_at = now()`.execute(db))).toBe(-1);
  }
  expect(await reached('worker', { kind: 'system', name: 'test' }, message('because'))).toBe(1); // control
});

test('how officers sign in is read of one account, by whoever signs in, or of oneself', async () => {
  const officer = nation.officer(station);
  for (const column of ['password_hash', 'totp_sealed'])
    expect([column, await reached('desk', officer, (db) => sql`select ${sql.ref(column)} from officer`.execute(db))]).toEqual([column, -1]);
  expect(await reached('desk', officer, (db) => sql`select name from officer`.execute(db))).toBeGreaterThan(1); // control
  const account =
    (of: Actor): Attack =>
    (db) =>
      sql`select password_hash from account_signing_in(null, ${of.kind === 'officer' ? of.officerId : null})`.execute(db);
  expect(await reached('desk', officer, account(officer))).toBe(1); // control
  expect(await reached('desk', officer, account(nation.officer(committee)))).toBe(0);
  expect(await reached('desk', anyone, account(officer))).toBe(1); // control: who signs in is nobody yet
  for (const door of ['citizen', 'worker'] as const) expect(await reached(door, anyone, account(officer))).toBe(-1);
});
