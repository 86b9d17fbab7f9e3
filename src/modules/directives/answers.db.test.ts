// What offices answer to directives, against the database: of their own office, in their own name, each answer kept; and points the law already watches.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answering, issueDirective, owedAt, reachAll, reachedBy, writeDirective } from '../../../tests/database/directives.ts';
import { type Nation, type Who, startNation } from '../../../tests/database/tools.ts';
import { newId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/time.ts';
import { addPoint } from './actions.ts';
import { acknowledge } from './answers.ts';
import { answersOf, waitingAt } from './answer-store.ts';
import { directiveSchema, pointSchema } from './form.ts';

let nation: Nation;
const national: Who = 'national-nodal-officer Saran';
const station: Who = 'station-in-charge Saran';
const refused = { code: '42501' };

beforeAll(async () => {
  nation = await startNation();
});
afterAll(() => nation?.stop());

const reach = () => reachAll(nation);
const issued = (who: Who, said?: Parameters<typeof issueDirective>[2]) => issueDirective(nation, who, said);

describe('answers', () => {
  test('only of the own office and in the own name; each stays, the later counts', async () => {
    const id = await issued(national, { points: [{ figure: 'children interviewed', dueFrom: 'date' }] });
    await reach();
    const [owed] = (await owedAt(nation, station)).filter(({ directiveId }) => directiveId === id);
    expect(owed).toMatchObject({ period: '2026-11-01', lateAfter: '2026-11-08T18:29:59.999Z', answer: null });
    const asked = { point: owed!.pointId, period: owed!.period };
    const answer = (more: object) => answering(nation, station, id, { ...asked, ...more });
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
    expect(await answering(nation, 'cwc-chairperson Saran', id, { ...asked, answer: 'done', doneOn: '2026-11-08' })).toMatchObject({
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
      (await owedAt(nation, dcpu))
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
    // Of one station or district such a count is one child: what only some may know of is asked, and counted for nobody.
    expect([await add({ setsDuty: 'F08', ...counted }), await add({ setsDuty: 'J01', ...counted })]).toEqual([true, true]);
    expect(await add({ setsDuty: 'F01', ...counted })).toMatchObject({ code: 'directives.error.keptByLaw' }); // control
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
    expect([(await reachedBy(nation, id)).length, rows.length]).toEqual([2, 0]);
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
