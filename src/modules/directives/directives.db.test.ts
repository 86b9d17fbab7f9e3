// Directives against the database: who may issue for whom, that nothing issued changes, how everybody is reached, and how one ends.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answering, issueDirective, owedAt, reachAll, reachedBy, writeDirective } from '../../../tests/database/directives.ts';
import { type Nation, type Who, startNation, worker } from '../../../tests/database/tools.ts';
import { newId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/context.ts';
import { endDirective, issue } from './actions.ts';
import { endSchema } from './form.ts';
import { reachEveryone } from './jobs.ts';
import { endOf, endedBy } from './store.ts';

let nation: Nation;
const national: Who = 'national-nodal-officer Saran';
const bihar: Who = 'state-nodal-officer Saran';
const station: Who = 'station-in-charge Saran';
const refused = { code: '42501' };

beforeAll(async () => {
  nation = await startNation();
});
afterAll(() => nation?.stop());

const reach = (atMost?: number) => reachAll(nation, atMost);
const issued = (who: Who, said?: Parameters<typeof issueDirective>[2]) => issueDirective(nation, who, said);

describe('whom a directive reaches', () => {
  test('one that faults keeps no other from its addressees, and the fault is heard', async () => {
    const before = await issued(bihar);
    nation.clock.tick();
    await issued(bihar);
    let steps = 0;
    const faulty = reachEveryone(
      (work) => ((steps += 1) === 2 ? Promise.reject(new Error('of the one issued last')) : nation.ask(worker, work)),
      () => true,
    );
    await expect(faulty).rejects.toThrow('of the one issued last');
    expect(await reachedBy(nation, before)).toEqual(['police-station Saran']);
    await reach();
  });

  test('a State’s its own offices of those kinds, in its own districts only', async () => {
    const all = await issued(bihar, { officeKinds: ['police-station', 'state-nodal'] });
    const kerala: Who = 'state-nodal-officer Kannur';
    const one = await issued(kerala, { officeKinds: ['police-station', 'state-nodal'], places: 'Kannur' });
    await reach();
    expect(await reachedBy(nation, all)).toEqual(['police-station Saran', 'state-nodal Bihar']);
    expect(await reachedBy(nation, one)).toEqual(['police-station Kannur']);
  });

  test.each([
    [{ places: 'Kannur' }, 'directives.error.otherState'],
    [{ places: 'Kerala' }, 'directives.error.otherState'],
    [{ officeKinds: ['ministry'] }, 'directives.error.nationalKind'],
    [{ places: 'Atlantis' }, 'directives.error.noPlace'],
    [{ dated: '2026-11-25' }, 'directives.error.future'],
  ])('a State is refused %j', async (said, code) => {
    await expect(writeDirective(nation, bihar, said)).rejects.toThrow(code);
  });

  test('the database takes no State’s directive for another State, by whatever statement; the nation’s it takes for all', async () => {
    const insert = (who: Who, state: string | null, states: string[], districts: string[]) =>
      nation.ask(who, ({ db, now }) => {
        const { officeId, officerId } = nation.officer(who);
        return sql`insert into directive (id, kind, title, authority, dated, text, confidence, audience, state_code, office_kinds, in_states, in_districts,
            entered_in, entered_by, entered_at) values (${newId()}, 'sop', 't', 'a', '2026-11-01', 'x', 'C', 'public', ${state}, '{cwc}', ${states}::text[],
            ${districts}::text[], ${officeId}, ${officerId}, ${now})`.execute(db);
      });
    for (const [state, states, districts] of [['KL', [], []], [null, [], []], ['BR', ['KL'], []], ['BR', [], ['557']]] as [string | null, string[], string[]][])
      await expect(insert(bihar, state, states, districts)).rejects.toMatchObject(refused); // prettier-ignore
    await expect(insert(station, 'BR', [], [])).rejects.toMatchObject(refused);
    await insert(bihar, 'BR', ['BR'], ['220']); // control
    await insert(national, null, ['KL'], ['220']); // control
  });

  test('in pages, nobody twice, and an office opened later too; a closed one not', async () => {
    const id = await issued(national, { officeKinds: ['cwc', 'dcpu', 'district-nodal'], points: [{ officeKind: 'cwc' }] });
    expect(await reach(2)).toBe(9);
    expect(await reach(2)).toBe(0);
    const insert = (name: string, closed: string | null) =>
      sql`insert into office (id, kind, code, name, district_code, state_code, opened_on, closed_on)
        values (${newId()}, 'cwc', ${name}, ${name}, '220', 'BR', '2026-11-24', ${closed})`.execute(nation.admin);
    await insert('cwc New', null);
    await insert('cwc Closed', '2026-11-24');
    expect(await reach()).toBe(1);
    expect(await reachedBy(nation, id)).toContain('cwc New');
    const { rows } = await sql<{
      kinds: string[];
      n: number;
    }>`select array_agg(distinct o.kind) as kinds, count(*) as n from directive_duty u
      join directive_point p on p.id = u.point_id join office o on o.id = u.office_id where p.directive_id = ${id}`.execute(nation.admin);
    expect(rows).toEqual([{ kinds: ['cwc'], n: 4 }]);
    await sql`update office set closed_on = '2026-11-24' where name = 'cwc New'`.execute(nation.admin);
  });

  test('nodal posts are told by message, without a word of the directive; other offices find it on their desk', async () => {
    const messages = async () =>
      (await sql<{ n: number }>`select count(*) as n from intimation where template = 'directiveIssued'`.execute(nation.admin)).rows[0]!.n;
    const before = await messages();
    await issued(national, { officeKinds: ['police-station', 'cwc'] });
    await reach();
    expect(await messages()).toBe(before);
    await issued(national, { officeKinds: ['district-nodal', 'police-station'] });
    await reach();
    expect(await messages()).toBe(before + 3);
  });

  test('with another number of offices than the preview showed nothing is issued', async () => {
    const id = await writeDirective(nation, national);
    expect(await nation.ask(national, (context) => issue(context, nation.officer(national), id, 2))).toMatchObject({
      code: 'directives.error.reachChanged',
      facts: { offices: 3 },
    });
    expect(await nation.ask(bihar, (context) => issue(context, nation.officer(bihar), id, 3))).toMatchObject({
      code: 'web.error.notFound',
    });
  });
});

describe('what is issued', () => {
  const attacks: Record<string, (db: Db, id: string) => Promise<{ numAffectedRows?: bigint }>> = {
    text: (db, id) => sql`update directive set text = 'other' where id = ${id}`.execute(db),
    addressees: (db, id) => sql`update directive set office_kinds = '{cwc}' where id = ${id}`.execute(db),
    gone: (db, id) => sql`delete from directive where id = ${id}`.execute(db),
    'point added': (db, id) =>
      sql`insert into directive_point (id, directive_id, position, what, due_kind, repeats) values (${newId()}, ${id}, 9, 'x', 'none', 'once')`.execute(
        db,
      ),
    'point gone': (db, id) => sql`delete from directive_point where directive_id = ${id}`.execute(db),
  };

  test('is not changed at the database, by its own office or by the owner; a draft is', async () => {
    const id = await issued(national, { points: [{}] });
    const draft = await writeDirective(nation, national, { points: [{}] });
    for (const [what, attack] of Object.entries(attacks)) {
      const tried = nation
        .ask(national, ({ db }) => attack(db, id))
        .then(
          ({ numAffectedRows }) => Number(numAffectedRows),
          (error: { code: string }) => error.code,
        );
      expect([what, await tried]).toEqual([what, what === 'point added' ? '42501' : 0]);
      await expect(attack(nation.admin, id)).rejects.toMatchObject(refused);
      if (what !== 'gone')
        expect([what, Number((await nation.ask(national, ({ db }) => attack(db, draft))).numAffectedRows)]).toEqual([what, 1]); // control
      if (what === 'point added')
        await sql`delete from directive_point where directive_id = ${draft} and position = 9`.execute(nation.admin);
    }
  });

  test('control: without its trigger the owner could', async () => {
    const id = await issued(national);
    const broken = nation.admin.transaction().execute(async (db) => {
      await sql`alter table directive disable trigger directive_is_issued`.execute(db);
      const { numAffectedRows } = await attacks['text']!(db as Db, id);
      throw Object.assign(new Error('rolled back'), { changed: Number(numAffectedRows) });
    });
    await expect(broken).rejects.toMatchObject({ changed: 1 });
  });

  test('another office sees no draft; whatever is issued it does', async () => {
    const draft = await writeDirective(nation, bihar);
    const seen = (who: Who, id: string) =>
      nation.ask(who, async ({ db }) => (await sql`select 1 from directive where id = ${id}`.execute(db)).rows.length);
    expect([await seen(bihar, draft), await seen('state-nodal-officer Kannur', draft), await seen(station, draft)]).toEqual([1, 0, 0]);
    expect(await seen(station, await issued(bihar))).toBe(1);
  });

  test('what is for officers alone, and every draft, is not there for the public', async () => {
    const [open, closed, draft] = [
      await issued(national),
      await issued(national, { audience: 'offices' }),
      await writeDirective(nation, national),
    ];
    const { rows } = await nation.ask({ kind: 'citizen', reporterKey: null }, ({ db }) =>
      sql<{ id: string }>`select id from directive where id in (${open}, ${closed}, ${draft})`.execute(db),
    );
    expect(rows).toEqual([{ id: open }]);
    for (const table of ['directive_receipt', 'directive_duty', 'directive_answer'])
      await expect(
        nation.ask({ kind: 'citizen', reporterKey: null }, ({ db }) => sql`select 1 from ${sql.table(table)}`.execute(db)),
      ).rejects.toMatchObject(refused);
  });
});

describe('an end', () => {
  const ending = (who: Who, id: string, more: object) =>
    nation.ask(who, (context) => endDirective(context, nation.officer(who), id, endSchema.parse({ reason: 'A newer order', ...more })));

  test('is by a later one, linked both ways, once; it asks for no answer any more', async () => {
    const old = await issued(national, { points: [{}] });
    nation.clock.tick();
    const later = await issued(national, { title: 'The later one' });
    await reach();
    const [owed] = (await owedAt(nation, station)).filter(({ directiveId }) => directiveId === old);
    expect(await ending(national, later, { how: 'superseded', by: old })).toMatchObject({ code: 'directives.error.notLater' });
    expect(await ending(bihar, old, { how: 'withdrawn' })).toMatchObject({ code: 'web.error.notFound' });
    expect(await ending(national, old, { how: 'superseded', by: later })).toBe(true);
    expect(await ending(national, old, { how: 'withdrawn' })).toMatchObject({ code: 'directives.error.ended' });
    const [forth, back] = await nation.ask(station, async (context) => [await endOf(context, old), await endedBy(context, later)] as const);
    expect(forth).toMatchObject({ how: 'superseded', otherId: later, otherTitle: 'The later one', reason: 'A newer order' });
    expect(back).toMatchObject([{ otherId: old }]);
    expect((await owedAt(nation, station)).filter(({ directiveId }) => directiveId === old)).toEqual([]);
    const draft = { point: owed!.pointId, period: owed!.period, answer: 'done', doneOn: '2026-11-24' };
    expect(await answering(nation, station, old, draft)).toMatchObject({ code: 'directives.error.noLongerInForce' });
  });

  test('the database lets nobody end another office’s, nor by an earlier one, nor undo it', async () => {
    const [old, later] = [await issued(bihar), (nation.clock.tick(), await issued(bihar))];
    const insert = (who: Who, id: string, by: string | null) =>
      nation.ask(who, ({ db, now }) =>
        sql`insert into directive_end values (${id}, ${by ? 'superseded' : 'withdrawn'}, ${by}, 'why', ${nation.officer(who).officerId}, ${now})`.execute(
          db,
        ),
      );
    await expect(insert(national, old, null)).rejects.toMatchObject(refused);
    await expect(insert(bihar, later, old)).rejects.toMatchObject(refused);
    await insert(bihar, old, later); // control
    await expect(sql`delete from directive_end`.execute(nation.admin)).rejects.toThrow(/append-only/);
  });
});
