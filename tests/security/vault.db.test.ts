// The vault of children in conflict with law, attacked: at the database by every role, by destroyed records looked for byte by byte, and by orders of one person alone.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { type Actor, type Context, type Db, type Door, inContext } from '../../src/platform/context.ts';
import { agree, carryOutDue } from '../../src/modules/jjb/destruction.ts';
import { deskRoutes } from '../../src/modules/jjb/index.ts';
import { type Role, roles } from '../../src/modules/officers/index.ts';
import { type TestDoor, openDoor } from '../database/door.ts';
import { type Nation, type Who, anyone, noon, startNation, worker } from '../database/tools.ts';
import { type ConflictStory, ageOut, ordered, tellConflict } from './conflict.ts';

let nation: Nation;
let desk: TestDoor;
let story: ConflictStory;
const word = (of: string): string => `Zq${of}Qz`;
const board: Who = 'jjb-magistrate Saran';
const member: Who = 'jjb-member Saran';
const police: Who = 'child-welfare-police-officer Saran';
const tables = ['proceeding', 'serial', 'case_key', 'paper', 'paper_bench', 'entry', 'duty', 'look', 'destruction', 'same_child'];

beforeAll(async () => {
  nation = await startNation();
  story = await tellConflict(nation, word);
  desk = await openDoor(nation, 'desk', deskRoutes());
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

const within = <T>(door: Door, actor: Actor, work: (context: Context) => Promise<T>) =>
  inContext(nation.tools(door), { actor, requestId: newId(), ground: { name: 'attack', purpose: 'conflict' } }, work);

/** Tables of the vault of which a connection reads a row. */
async function seen(door: Door, actor: Actor): Promise<string[]> {
  const shown: string[] = [];
  for (const table of tables) {
    const rows = await within(
      door,
      actor,
      async ({ db }) => (await sql`select 1 from ${sql.table(`conflict.${table}`)} limit 1`.execute(db)).rows,
    ).catch((error: { code?: string }) => {
      if (error.code === '42501') return [];
      throw error;
    });
    if (rows.length > 0) shown.push(table);
  }
  return shown;
}

describe('what is seen', () => {
  test('every table is secured, also against its owner', async () => {
    const { rows } = await sql<{
      name: string;
      secured: boolean;
    }>`select relname as name, relrowsecurity and relforcerowsecurity as secured from pg_class
      where relkind in ('r', 'v', 'm') and relnamespace = 'conflict'::regnamespace`.execute(nation.admin);
    expect(rows.map(({ name }) => name).toSorted()).toEqual(tables.toSorted());
    expect(rows.filter(({ secured }) => !secured)).toEqual([]);
  });

  test('nothing outside the schema names it: no view, no function, no trigger of another table', async () => {
    const { rows } = await sql<{
      name: string;
    }>`select c.relname as name from pg_class c where c.relkind in ('v', 'm') and c.relnamespace <> 'conflict'::regnamespace
        and pg_get_viewdef(c.oid) ~ '\\mconflict\\.'
      union all select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosrc ~ '\\mconflict\\.(${sql.raw(tables.join('|'))})'`.execute(
      nation.admin,
    );
    expect(rows).toEqual([]);
  });

  test.each(
    roles.flatMap((role): [Role, Who][] => [
      [role, `${role} Saran`],
      [role, `${role} Kannur`],
    ]),
  )('%s: %s', async (role, who) => {
    const lets =
      who.endsWith('Saran') &&
      ['jjb-magistrate', 'jjb-member', 'station-in-charge', 'child-welfare-police-officer', 'probation-officer'].includes(role);
    const shown = await seen('desk', nation.officer(who));
    expect(shown.includes('proceeding')).toBe(lets);
    if (!lets) expect(shown).toEqual([]);
    expect(shown).not.toContain('same_child');
  });

  test('the citizen’s door and the machines’ have no way in, the worker reads neither keys nor words', async () => {
    for (const [door, actor] of [
      ['citizen', anyone],
      ['citizen', { kind: 'citizen', reporterKey: 'x' }],
      ['exchange', worker],
    ] as const)
      expect(await seen(door, actor)).toEqual([]);
    for (const column of [
      sql`k.key_sealed from conflict.case_key k`,
      sql`p.words_sealed from conflict.paper p`,
      sql`p.identity_sealed from conflict.proceeding p`,
      sql`p.ended_by from conflict.proceeding p`,
    ])
      await expect(within('worker', worker, ({ db }) => sql`select ${column}`.execute(db))).rejects.toMatchObject({ code: '42501' });
  });

  test('control: without row security a stranger to the case would be noticed', async () => {
    const broken = nation.admin.transaction().execute(async (db) => {
      await sql`alter table conflict.proceeding disable row level security`.execute(db);
      await sql`set local role vatsalya_desk`.execute(db);
      const { rows } = await sql`select 1 from conflict.proceeding`.execute(db);
      throw Object.assign(new Error('rolled back'), { shown: rows.length });
    });
    await expect(broken).rejects.toMatchObject({ shown: 1 });
  });
});

/** Every row of the whole database as text, sealed columns opened with whatever keys there are. */
async function everything(db: Db, schemas: readonly string[]): Promise<string> {
  const { rows } = await sql<{
    of: string;
    name: string;
  }>`select n.nspname as of, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = any (${schemas as string[]}::text[])`.execute(db);
  const texts = [];
  for (const { of, name } of rows)
    texts.push(
      ...(await sql<{ row: string }>`select t::text as row from ${sql.table(`${of}.${name}`)} t`.execute(db)).rows.map(({ row }) => row),
    );
  return texts.join('\n');
}
const readable = async (id: string): Promise<string[]> => {
  const body = (await desk.get(`/board/cases/${id}`, board)).body;
  return story.conflictWords.filter((one) => body.includes(one));
};

describe('destroyed', () => {
  test('its words stand nowhere in clear, also before', async () => {
    const text = await everything(nation.admin, ['public', 'conflict']);
    expect(story.conflictWords.filter((one) => text.includes(one) || text.includes(Buffer.from(one).toString('hex')))).toEqual([]);
    expect(await readable(story.proceedingId)).toEqual(story.conflictWords); // control: whoever has the key reads every one
  });

  test('is no case in its time, none of a heinous offence at sixteen, and none on one person’s word', async () => {
    const path = `/board/cases/${story.proceedingId}`;
    const order = () => desk.post(`${path}/destroy`, { ground: 'years-over' }, board);
    expect((await order()).status).toBeGreaterThanOrEqual(400);
    await ageOut(nation, story.proceedingId, '2020-06-01'); // six years and a half
    expect((await order()).status).toBeGreaterThanOrEqual(400);
    await ageOut(nation, story.proceedingId);
    await sql`update conflict.proceeding set gravity = 'heinous', sixteen_at_offence = true where id = ${story.proceedingId}`.execute(
      nation.admin,
    );
    expect((await order()).status).toBeGreaterThanOrEqual(400);
    await ageOut(nation, story.proceedingId);
    await ordered(nation, story.proceedingId);
    expect((await desk.post(`${path}/destroy/agree`, {}, board)).status).toBeGreaterThanOrEqual(400); // who wrote it
    expect((await desk.post(`${path}/destroy/agree`, {}, 'jjb-member Kannur')).status).toBe(404);
    const shred = (who: Who) =>
      within(
        'desk',
        nation.officer(who),
        async ({ db }) =>
          (await sql`delete from conflict.case_key where proceeding_id = ${story.proceedingId}`.execute(db)).numAffectedRows,
      );
    expect([await shred(board), await shred(police)]).toEqual([0n, 0n]);
    const inAnothersName = within('desk', nation.officer(board), ({ db }) =>
      sql`update conflict.destruction set agreed_at = ${noon}, agreed_by = ${nation.officer(member).officerId} where proceeding_id = ${story.proceedingId}`.execute(
        db,
      ),
    );
    await expect(inAnothersName).rejects.toMatchObject({ code: '42501' });
    for (const gone of [sql`identity_sealed = null`, sql`destroyed_at = ${noon}`]) {
      const alone = within('desk', nation.officer(board), ({ db }) =>
        sql`update conflict.proceeding set ${gone} where id = ${story.proceedingId}`.execute(db),
      );
      await expect(alone).rejects.toMatchObject({ code: '42501' });
    }
    expect(await readable(story.proceedingId)).toEqual(story.conflictWords);
  });

  test('by two it is gone for everybody: no key, no sealed word, no name; its number, days and certificate remain', async () => {
    await sql`insert into record (id, kind, reference, status, office_id, district_code, state_code, happened_at, opened_at) values (${newId()}, 'found', 'FC-BR-2026-000001-X', 'unidentified',
      ${nation.officer(police).officeId}, '220', 'BR', ${noon}, ${noon})`.execute(nation.admin);
    await desk.post(`/board/cases/${story.proceedingId}/same-child`, { committeeReference: 'FC-BR-2026-000001-X' }, board);
    const ties = async () => (await sql<{ n: number }>`select count(*) as n from conflict.same_child`.execute(nation.admin)).rows[0]!.n;
    expect(await ties()).toBe(1);
    const keyBefore = await sql<{ key: Buffer }>`select key_sealed as key from conflict.case_key`.execute(nation.admin);
    expect(keyBefore.rows).toHaveLength(1);
    expect((await desk.post(`/board/cases/${story.proceedingId}/destroy/agree`, {}, member)).status).toBe(303);
    const { rows } = await sql<{
      keys: number;
      words: number;
      names: number;
      papers: number;
    }>`select (select count(*) from conflict.case_key) as keys,
      (select count(*) from conflict.paper where words_sealed is not null) as words, (select count(*) from conflict.proceeding where identity_sealed is not null) as names,
      (select count(*) from conflict.paper) as papers`.execute(nation.admin);
    expect(rows[0]).toEqual({ keys: 0, words: 0, names: 0, papers: 1 });
    await desk.post(`/board/cases/${story.proceedingId}/same-child`, { committeeReference: 'FC-BR-2026-000001-X' }, board);
    expect(await ties()).toBe(0); // nor is it tied again
    const text = await everything(nation.admin, ['public', 'conflict']);
    expect(text).not.toContain(keyBefore.rows[0]!.key.toString('hex'));
    expect(await readable(story.proceedingId)).toEqual([]);
    const page = await desk.get(`/board/cases/${story.proceedingId}`, board);
    expect([page.status, page.body.includes('Its words were destroyed.'), page.body.includes('10 Jan 2026')]).toEqual([200, true, true]);
    const certificate = await desk.get(`/board/cases/${story.proceedingId}/certificate.pdf`, board);
    expect([certificate.status, certificate.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    for (const who of [police, 'probation-officer Saran'] as const)
      expect((await desk.get(`/board/cases/${story.proceedingId}`, who)).status).toBe(404);
    const met = await sql<{ ending: string }>`select stored ->> 'ending' as ending from conflict.duty where rule_id = 'J11'`.execute(
      nation.admin,
    );
    expect(met.rows).toEqual([]); // this case’s period for appeal was set by hand, so its diary owes nothing
  });

  test('agreed to before its day, it is the worker that destroys it, on the day and not before', async () => {
    const next = await tellConflict(nation, word);
    await ageOut(nation, next.proceedingId, '2020-01-10'); // over on 10 January 2027
    nation.clock.now = '2027-01-05T06:00:00.000Z' as typeof noon;
    await ordered(nation, next.proceedingId);
    await nation.ask(member, (context) => agree(context, nation.officer(member), next.proceedingId));
    expect(await nation.ask(worker, carryOutDue)).toBe(0);
    expect((await readable(next.proceedingId)).length).toBe(4);
    nation.clock.now = '2027-01-09T18:31:00.000Z' as typeof noon; // the tenth has begun in India
    expect(await nation.ask(worker, carryOutDue)).toBe(1);
    expect(await readable(next.proceedingId)).toEqual([]);
    expect(await nation.ask(worker, carryOutDue)).toBe(0);
  });

  test('control: sealed words brought back from a backup open with the key that was destroyed, and with nothing else', async () => {
    const next = await tellConflict(nation, word);
    const paper = sql`from conflict.paper where id = ${next.proceedingPaperId}`;
    const [key] = (
      await sql<{ keySealed: Buffer }>`select key_sealed from conflict.case_key where proceeding_id = ${next.proceedingId}`.execute(
        nation.admin,
      )
    ).rows;
    const [sealed] = (await sql<{ wordsSealed: Buffer }>`select words_sealed ${paper}`.execute(nation.admin)).rows;
    await ageOut(nation, next.proceedingId);
    await ordered(nation, next.proceedingId);
    await nation.ask(member, (context) => agree(context, nation.officer(member), next.proceedingId));
    await sql`alter table conflict.paper disable trigger paper_stands`.execute(nation.admin);
    await sql`update conflict.paper set words_sealed = ${sealed!.wordsSealed} where id = ${next.proceedingPaperId}`.execute(nation.admin);
    expect(await readable(next.proceedingId)).toEqual([]);
    await sql`insert into conflict.case_key values (${next.proceedingId}, ${key!.keySealed})`.execute(nation.admin);
    expect(await readable(next.proceedingId)).toEqual([word('conflictoffence')]);
    await sql`alter table conflict.paper enable trigger paper_stands`.execute(nation.admin);
  });
});
