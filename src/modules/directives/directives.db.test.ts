// Directives against the database: who may issue for whom, that nothing issued changes, how everybody is reached, and what offices answer.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDirective } from '../../../tests/database/directives.ts';
import { type Nation, type Who, startNation, worker } from '../../../tests/database/tools.ts';
import { newId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/time.ts';
import type { Db } from '../../platform/context.ts';
import { addPoint, endDirective, issue } from './actions.ts';
import { acknowledge, answerPoint } from './answers.ts';
import { answersOf, openPoints, waitingAt } from './answer-store.ts';
import { directiveSchema, endSchema, pointSchema } from './form.ts';
import { reachEveryone } from './jobs.ts';
import { countAddressees } from './reach-store.ts';
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

const reach = (atMost?: number) => reachEveryone((work) => nation.ask(worker, work), () => true, atMost); // prettier-ignore
const addressed = async (who: Who, id: string) =>
  (await nation.ask(who, (context) => countAddressees(context, id))).reduce((sum, { offices }) => sum + offices, 0);

async function issued(who: Who, said: Parameters<typeof writeDirective>[2] = {}): Promise<string> {
  const id = await writeDirective(nation, who, said);
  const offices = await addressed(who, id);
  expect(await nation.ask(who, (context) => issue(context, nation.officer(who), id, offices))).toBe(true);
  return id;
}

/** Kinds and places of the offices a directive reached. */
async function reachedBy(id: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select o.name from directive_receipt r join office o on o.id = r.office_id
    where r.directive_id = ${id} order by 1`.execute(nation.admin);
  return rows.map(({ name }) => name);
}

const owedAt = (who: Who) => nation.ask(who, (context) => openPoints(context, nation.officer(who).officeId, 50));
const answering = (who: Who, id: string, more: object) =>
  nation.ask(who, (context) => answerPoint(context, nation.officer(who), id, more as Parameters<typeof answerPoint>[3]));

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
    expect(await reachedBy(before)).toEqual(['police-station Saran']);
    await reach();
  });

  test('a State’s its own offices of those kinds, in its own districts only', async () => {
    const all = await issued(bihar, { officeKinds: ['police-station', 'state-nodal'] });
    const kerala: Who = 'state-nodal-officer Kannur';
    const one = await issued(kerala, { officeKinds: ['police-station', 'state-nodal'], places: 'Kannur' });
    await reach();
    expect(await reachedBy(all)).toEqual(['police-station Saran', 'state-nodal Bihar']);
    expect(await reachedBy(one)).toEqual(['police-station Kannur']);
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
    expect(await reachedBy(id)).toContain('cwc New');
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
    const [owed] = (await owedAt(station)).filter(({ directiveId }) => directiveId === old);
    expect(await ending(national, later, { how: 'superseded', by: old })).toMatchObject({ code: 'directives.error.notLater' });
    expect(await ending(bihar, old, { how: 'withdrawn' })).toMatchObject({ code: 'web.error.notFound' });
    expect(await ending(national, old, { how: 'superseded', by: later })).toBe(true);
    expect(await ending(national, old, { how: 'withdrawn' })).toMatchObject({ code: 'directives.error.ended' });
    const [forth, back] = await nation.ask(station, async (context) => [await endOf(context, old), await endedBy(context, later)] as const);
    expect(forth).toMatchObject({ how: 'superseded', otherId: later, otherTitle: 'The later one', reason: 'A newer order' });
    expect(back).toMatchObject([{ otherId: old }]);
    expect((await owedAt(station)).filter(({ directiveId }) => directiveId === old)).toEqual([]);
    const draft = { point: owed!.pointId, period: owed!.period, answer: 'done', doneOn: '2026-11-24' };
    expect(await answering(station, old, draft)).toMatchObject({ code: 'directives.error.noLongerInForce' });
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

describe('answers', () => {
  test('only of the own office and in the own name; each stays, the later counts', async () => {
    const id = await issued(national, { points: [{ figure: 'children interviewed', dueFrom: 'date' }] });
    await reach();
    const [owed] = (await owedAt(station)).filter(({ directiveId }) => directiveId === id);
    expect(owed).toMatchObject({ period: '2026-11-01', lateAfter: '2026-11-08T18:29:59.999Z', answer: null });
    const asked = { point: owed!.pointId, period: owed!.period };
    const answer = (more: object) => answering(station, id, { ...asked, ...more });
    expect(await answer({ answer: 'not-yet', sentence: 'Nobody to do it' })).toBe(true);
    expect(await answer({ answer: 'done', doneOn: '2026-11-08' as Day })).toMatchObject({ code: 'directives.error.figure' });
    expect(await answer({ answer: 'done', doneOn: '2026-11-25' as Day, figure: 3 })).toMatchObject({
      code: 'directives.error.doneInFuture',
    });
    nation.clock.tick();
    expect(await answer({ answer: 'done', doneOn: '2026-11-08' as Day, figure: 3 })).toBe(true);
    const said = await nation.ask(station, (context) => answersOf(context, id, nation.officer(station).officeId));
    expect(said.map(({ answer: one, figure }) => [one, figure])).toEqual([['done', 3], ['not-yet', null]]); // prettier-ignore
    const { rows } =
      await sql`select answer, figure from directive_duty where point_id = ${asked.point} and office_id = ${nation.officer(station).officeId}`.execute(
        nation.admin,
      );
    expect(rows).toEqual([{ answer: 'done', figure: 3 }]);
    const elsewhere: Who = 'station-in-charge Kannur';
    expect(await answering('cwc-chairperson Saran', id, { ...asked, answer: 'done', doneOn: '2026-11-08' })).toMatchObject({
      code: 'directives.error.noSuchPoint',
    });
    const forged = (office: Who, officer: Who) =>
      nation.ask(station, ({ db, now }) =>
        sql`insert into directive_answer (id, point_id, period, office_id, answer, done_on, answered_by, answered_at)
          values (${newId()}, ${asked.point}, ${asked.period}, ${nation.officer(office).officeId}, 'done', '2026-11-08', ${nation.officer(officer).officerId}, ${now})`.execute(
          db,
        ),
      );
    await expect(forged(elsewhere, station)).rejects.toMatchObject(refused);
    await expect(forged(station, elsewhere)).rejects.toMatchObject(refused);
    await forged(station, station); // control
    for (const attack of [sql`update directive_answer set sentence = 'x'`, sql`delete from directive_answer`])
      await expect(attack.execute(nation.admin)).rejects.toThrow(/append-only/);
    await expect(nation.ask(station, ({ db }) => sql`update directive_duty set answer = 'done'`.execute(db))).rejects.toMatchObject(
      refused,
    );
  });

  test('an acknowledgement is the own office’s, once, and a sign of life of who gave it', async () => {
    const nodal: Who = 'district-nodal-officer Saran';
    const id = await issued(national, { officeKinds: ['district-nodal'] });
    await reach();
    const waiting = () => nation.ask(nodal, (context) => waitingAt(context, nation.officer(nodal).officeId));
    const before = (await waiting()).unacknowledged;
    expect(await nation.ask(station, (context) => acknowledge(context, nation.officer(station), id))).toMatchObject({
      code: 'web.error.notFound',
    });
    const give = () => nation.ask(nodal, (context) => acknowledge(context, nation.officer(nodal), id));
    expect(await give()).toBe(true);
    expect((await waiting()).unacknowledged).toBe(before - 1);
    expect(await give()).toMatchObject({ code: 'directives.error.acknowledged' });
    const told =
      await sql`select ended_because from intimation where about_id = ${id} and office_id = ${nation.officer(nodal).officeId}`.execute(
        nation.admin,
      );
    expect(told.rows).toEqual([{ endedBecause: 'acknowledged' }]);
    const { rows } = await sql`select kind from sign_of_life where posting_id = ${nation.officer(nodal).postingId}`.execute(nation.admin);
    expect(rows).toEqual([{ kind: 'directive' }]);
    const take = (who: Who, office: Who) =>
      nation.ask(who, ({ db, now }) =>
        sql`update directive_receipt set acknowledged_at = ${now}, acknowledged_by = ${nation.officer(who).officerId}
          where directive_id = ${id} and office_id = ${nation.officer(office).officeId}`.execute(db),
      );
    expect((await take(nodal, 'district-nodal-officer Kannur')).numAffectedRows).toBe(0n);
    expect((await take('district-nodal-officer Kannur', 'district-nodal-officer Kannur')).numAffectedRows).toBe(1n); // control
  });

  test('each month is asked anew, also those in which the worker stood still', async () => {
    const id = await issued(national, { officeKinds: ['dcpu'], points: [{ repeats: 'monthly', dueFrom: 'period', dueCount: '7' }] });
    await reach();
    const dcpu: Who = 'child-protection-officer Saran';
    const periods = async () =>
      (await owedAt(dcpu))
        .filter(({ directiveId }) => directiveId === id)
        .map(({ period, lateAfter }) => [period, lateAfter?.slice(0, 10)]);
    expect(await periods()).toEqual([['2026-11-01', '2026-12-07']]);
    nation.clock.later(24 * 70);
    await reach();
    expect(await periods()).toEqual([
      ['2026-11-01', '2026-12-07'],
      ['2026-12-01', '2027-01-07'],
      ['2027-01-01', '2027-02-07'],
      ['2027-02-01', '2027-03-07'],
    ]);
    expect(await reach()).toBe(0);
    expect(await periods()).toHaveLength(4);
    nation.clock.later(-24 * 70);
  });
});

describe('a point that is a row of the law', () => {
  const add = async (more: object) => {
    const id = await writeDirective(nation, national, { officeKinds: ['state-nodal'] });
    const plain = { what: 'Fill the post', repeats: 'once', dueKind: 'none' };
    return nation.ask(national, (context) => addPoint(context, nation.officer(national), id, pointSchema.parse({ ...plain, ...more })));
  };

  test('must exist; what the portal sees by itself is not asked again', async () => {
    expect(await add({ setsDuty: 'M99' })).toMatchObject({ code: 'directives.error.noDuty' });
    const counted = { dueKind: 'days', dueCount: '28', dueFrom: 'date', dueBasis: 'source' };
    expect(await add({ setsDuty: 'M18', ...counted })).toMatchObject({ code: 'directives.error.keptByLaw' });
    expect(await add({ setsDuty: 'm18' })).toBe(true);
    expect(await add({ setsDuty: 'M14', ...counted })).toBe(true); // its clock waits for the directory: asked here
    const id = await issued(national, {
      officeKinds: ['state-nodal'],
      points: [{ setsDuty: 'M18', dueKind: 'none' }],
    });
    await reach();
    const { rows } =
      await sql`select 1 from directive_duty u join directive_point p on p.id = u.point_id where p.directive_id = ${id}`.execute(
        nation.admin,
      );
    expect([(await reachedBy(id)).length, rows.length]).toEqual([2, 0]);
  });
});

test('a draft that breaks a form’s rule is refused at its field', () => {
  const wrong = (schema: typeof pointSchema | typeof directiveSchema, draft: object) => {
    const read = schema.safeParse(draft);
    return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
  };
  const point = { what: 'x', repeats: 'once', dueKind: 'days', dueCount: '7', dueFrom: 'date', dueBasis: 'source' };
  expect(wrong(pointSchema, point)).toEqual([]);
  expect(wrong(pointSchema, { ...point, dueFrom: 'period' })).toEqual(['dueFrom']);
  expect(wrong(pointSchema, { ...point, repeats: 'monthly' })).toEqual(['dueFrom']);
  expect(wrong(pointSchema, { ...point, dueBasis: undefined })).toEqual(['dueBasis']);
  expect(wrong(pointSchema, { ...point, dueKind: 'day' })).toContain('dueOn');
});
