// What the list of contradictions must not do: answer whoever plants a record, drown in one hot number, forget, or open to who does not watch.
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { type Nation, type Who, startNation, worker } from '../../../../tests/database/tools.ts';
import {
  DAYS,
  kozhikode,
  listed,
  national,
  nodal,
  photographed,
  report,
  saran,
  seen,
  trace,
} from '../../../../tests/matching/contradicting.ts';
import type { ChildRecord } from '../../children/index.ts';
import { rolesThatMay } from '../../officers/index.ts';
import { closeReport, reopenReport } from '../../missing-reports/outcome.ts';
import { dismissContradiction, loadContradictions } from './contradictions.ts';

let nation: Nation;
const shared = { informantTelephone: '9830012345' };

beforeEach(async () => {
  nation = await startNation();
});
afterEach(() => nation.stop());

/** One traced in Saran, one still missing in Kozhikode, of one telephone. */
async function contradicting(): Promise<{ home: ChildRecord; open: ChildRecord }> {
  const [home] = await report(nation, saran, shared);
  await trace(nation, saran, home!);
  const [open] = await report(nation, kozhikode, shared);
  return { home: home!, open: open! };
}

describe('is no oracle', () => {
  test('a number entered today tells the district nothing of another district; who watches over both is told at once', async () => {
    const { home, open } = await contradicting();
    expect(await seen(nation)).toEqual([]);
    expect(await seen(nation, national)).toEqual([`${open.reference} / ${home.reference}: telephone`]); // control: it is there
    nation.clock.later(3 * DAYS - 1);
    expect(await seen(nation)).toEqual([]);
    nation.clock.later(1);
    expect(await seen(nation)).toHaveLength(1);
  });

  test('within one’s own district nothing is held back', async () => {
    const [home] = await report(nation, kozhikode, shared);
    await trace(nation, kozhikode, home!);
    await report(nation, kozhikode, shared);
    expect(await seen(nation)).toHaveLength(1);
  });

  test('a picture added today to an old record tells nothing, however old the record', async () => {
    const [home] = await report(nation, saran);
    await trace(nation, saran, home!);
    const [open] = await report(nation, kozhikode);
    await photographed(nation, [home!]);
    nation.clock.later(10 * DAYS);
    await photographed(nation, [open!]);
    expect([await seen(nation), (await seen(nation, national)).length]).toEqual([[], 1]);
    nation.clock.later(3 * DAYS);
    expect(await seen(nation)).toHaveLength(1);
  });

  test('what an officer entered with their own hand never tells that officer', async () => {
    const { open } = await contradicting();
    nation.clock.later(3 * DAYS);
    expect(await seen(nation)).toHaveLength(1); // control
    await sql`alter table diary_entry disable trigger user`.execute(nation.admin);
    await sql`update diary_entry set by_officer = ${nation.officer(nodal).officerId} where record_id = ${open.id} and happening = 'missing.reported'`.execute(nation.admin); // prettier-ignore
    expect([await seen(nation), (await seen(nation, national)).length]).toEqual([[], 1]);
    await photographed(nation, [open], nation.officer(nodal).officerId);
    nation.clock.later(3 * DAYS);
    expect(await seen(nation)).toEqual([]);
  });
});

describe('one hot number', () => {
  /** So many more records of one complaint's telephone in Saran, traced, and so many open ones in Kozhikode. */
  async function heat(like: ChildRecord, { traced, open }: { traced: number; open: number }): Promise<void> {
    const district = (kind: 'traced' | 'open') => (kind === 'traced' ? '220' : '560');
    for (const [kind, count] of [['traced', traced], ['open', open]] as const)
      await sql`with made as (insert into record (id, kind, reference, status, office_id, district_code, state_code, happened_at, opened_at)
          select gen_random_uuid(), 'missing', ${kind} || n, ${kind === 'traced' ? 'traced' : 'reported'}, office_id, ${district(kind)}, state_code, happened_at, opened_at - n * interval '1 minute'
          from record, generate_series(1, ${count}::int) n where id = ${like.id} returning id)
        insert into missing_report (record_id, complaint_id) select made.id, (select complaint_id from missing_report where record_id = ${like.id}) from made`.execute(nation.admin); // prettier-ignore
  }

  test('fills no page and is counted; an ordinary contradiction is still found beside it', async () => {
    const [one] = await report(nation, saran, shared);
    await heat(one!, { traced: 2000, open: 2000 });
    const other = { informantTelephone: '9830099999' };
    const [home] = await report(nation, saran, other);
    await trace(nation, saran, home!);
    nation.clock.tick();
    const [open] = await report(nation, kozhikode, other);
    const started = performance.now();
    const { rows } = await listed(nation, national);
    expect(performance.now() - started).toBeLessThan(3000); // joined with itself the number makes four million rows
    expect(rows.filter(({ more }) => more === 0).map((row) => `${row.open.reference} / ${row.other.reference}`)).toEqual([`${open!.reference} / ${home!.reference}`]); // prettier-ignore
    const hot = rows.filter(({ more }) => more > 0);
    expect(hot).toHaveLength(15); // five open ones, three others each
    expect(new Set(hot.map(({ more }) => more))).toEqual(new Set([2001 - 5 + 2000 - 3])); // the report they were copied from is open too
  });
});

describe('a closing as duplicate', () => {
  const duplicate = (of: ChildRecord, by: Who, closed: ChildRecord) =>
    nation.ask(by, (context) => closeReport(context, closed.reference, { outcome: 'duplicate', duplicateOf: of.reference, reason: 'told twice' } as never)); // prettier-ignore

  test('of another report hides nothing once that report says the child is found', async () => {
    const [original] = await report(nation, saran);
    const [closed] = await report(nation, saran, shared);
    expect(isRefusal(await duplicate(original!, saran, closed!))).toBe(false);
    const [open] = await report(nation, kozhikode, shared);
    expect(await seen(nation, national)).toEqual([]); // the child is still looked for: nothing contradicts
    await sql`update record set status = 'closed', closed_at = ${nation.clock.now} where id = ${original!.id}`.execute(nation.admin);
    expect(await seen(nation, national)).toEqual([`${open!.reference} / ${closed!.reference}: telephone`]);
  });

  test('that was taken back hides nothing', async () => {
    const [original] = await report(nation, saran);
    const [closed] = await report(nation, saran, shared);
    await duplicate(original!, saran, closed!);
    nation.clock.tick();
    expect(isRefusal(await nation.ask(saran, (context) => reopenReport(context, closed!.reference, { reason: 'two children' } as never)))).toBe(false); // prettier-ignore
    await report(nation, kozhikode, shared);
    nation.clock.tick();
    await trace(nation, saran, closed!);
    expect(await seen(nation, national)).toHaveLength(1);
  });
});

describe('two reports that are two children', () => {
  const reason = 'Cousins of one household: the informant says so.';
  const dismiss = (who: Who, { open, home }: { open: ChildRecord; home: ChildRecord }, why = reason) =>
    nation.ask(who, (context) => dismissContradiction(context, { openId: open.id, otherId: home.id, reason: why }), 'identification');

  test('are listed no more, with the reason kept, until they share more', async () => {
    const both = await contradicting();
    expect(isRefusal(await dismiss(national, both))).toBe(false);
    expect(await seen(nation, national)).toEqual([]);
    nation.clock.later(4 * DAYS);
    expect(await seen(nation)).toEqual([]); // for whoever looks
    const { dismissed } = await listed(nation, nodal);
    expect(dismissed).toMatchObject([
      { openReference: both.open.reference, reason, cited: ['telephone'], officerName: expect.any(String) },
    ]);
    expect(await dismiss(national, both)).toMatchObject({ code: 'matching.error.noContradiction' });
    await photographed(nation, [both.open, both.home]);
    expect(await seen(nation, national)).toEqual([`${both.open.reference} / ${both.home.reference}: photograph,telephone`]);
    nation.clock.tick();
    await dismiss(national, both);
    expect(await seen(nation, national)).toEqual([]);
    nation.clock.tick();
    await photographed(nation, [both.open, both.home]); // the same kind, but added since
    expect(await seen(nation, national)).toHaveLength(1);
  });

  test('are so explained by who watches over the open one, to whom it is shown, once and for all', async () => {
    const both = await contradicting();
    expect(await dismiss(nodal, both)).toMatchObject({ code: 'matching.error.noContradiction' }); // not told yet
    nation.clock.later(3 * DAYS);
    expect(await dismiss('district-nodal-officer Saran', both)).toMatchObject({ code: 'matching.error.noContradiction' });
    expect(isRefusal(await dismiss(nodal, both))).toBe(false);
    for (const attack of [sql`update contradiction_dismissal set reason = 'x'`, sql`delete from contradiction_dismissal`]) {
      await expect(attack.execute(nation.admin)).rejects.toThrow(/append-only/);
      await expect(nation.ask(nodal, ({ db }) => attack.execute(db))).rejects.toMatchObject({ code: '42501' });
    }
  });

  test('are dismissed in nobody else’s name, nor of a record that is not watched over', async () => {
    const { open, home } = await contradicting();
    const insert = (who: Who, named: Who, about: ChildRecord) =>
      nation
        .ask(who, ({ db }) =>
          sql`insert into contradiction_dismissal (id, open_id, other_id, cited, reason, dismissed_by, office_id, dismissed_at)
            values (${newId()}, ${about.id}, ${home.id}, '{telephone}', 'x', ${nation.officer(named).officerId}, ${nation.officer(named).officeId}, ${nation.clock.now})`.execute(db),
        )
        .then(() => true, (error: { code?: string }) => error.code !== '42501'); // prettier-ignore
    expect(await insert(nodal, nodal, open)).toBe(true); // control
    expect(await insert(nodal, national, open)).toBe(false);
    expect(await insert(nodal, nodal, home)).toBe(false);
    expect(await insert(kozhikode, kozhikode, open)).toBe(false);
  });
});

describe('who does not watch over contradictions', () => {
  const others = [saran, kozhikode, 'cwc-chairperson Kozhikode', 'auditor Saran', 'ministry-official Saran'] as const;

  test('is refused by the verbs themselves, and told nothing by the database', async () => {
    const { open, home } = await contradicting();
    nation.clock.later(3 * DAYS);
    for (const who of others) {
      expect(await nation.ask(who, (context) => loadContradictions(context, null))).toMatchObject({ code: 'web.error.mayNot' });
      const dismissed = await nation.ask(who, (context) =>
        dismissContradiction(context, { openId: open.id, otherId: home.id, reason: 'x' }),
      );
      expect(dismissed).toMatchObject({ code: 'web.error.mayNot' });
      const asked = nation.ask(who, ({ db }) => sql`select * from status_contradictions(${nation.clock.now}, null, null, 50)`.execute(db));
      expect((await asked).rows).toEqual([]);
    }
    expect(await seen(nation)).toHaveLength(1); // control
    await expect(
      nation.ask(worker, ({ db }) => sql`select * from status_contradictions(${nation.clock.now}, null, null, 50)`.execute(db)),
    ).rejects.toThrow('permission denied');
  });

  test('the database knows the same roles as the table of permissions', async () => {
    const { rows } = await sql<{ body: string }>`select pg_get_functiondef('watches_contradictions'::regproc) as body`.execute(
      nation.admin,
    );
    expect([...rows[0]!.body.matchAll(/'([a-z-]+)'/g)].map(([, role]) => role).toSorted()).toEqual(
      rolesThatMay('match.contradictions').toSorted(),
    );
  });
});
