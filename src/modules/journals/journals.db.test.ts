// The journals of offices under a moved clock: each period once, on the Indian day, also after a standstill; and who may write what where.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Nation, type Who, startNation, worker } from '../../../tests/database/tools.ts';
import { newId } from '../../kernel/ids.ts';
import { type Day, instantAt } from '../../kernel/time.ts';
import { projectOfficeObligations } from '../obligations/index.ts';
import { tellOffices, tickDuties } from '../obligations/tick.ts';
import { owedByOffices } from '../obligations/office-projection.ts';
import { openPeriods } from './index.ts';

let nation: Nation;
const saran = 'cwc-chairperson Saran' as const;
const committee = () => nation.officer(saran).officeId;
beforeAll(async () => {
  nation = await startNation();
});
afterAll(() => nation?.stop());

const at = (day: string, time = '00:00') => void (nation.clock.now = instantAt(day as Day, time));
/** All that is over by now, by as many workers as it takes. */
async function open(): Promise<void> {
  while ((await nation.ask(worker, (context) => openPeriods(context, 2))) > 0);
}
async function periods(officeId = committee()): Promise<string[]> {
  const { rows } = await sql<{
    told: string;
  }>`select (facts ->> 'period') || ' ' || to_char(happened_at at time zone 'Asia/Kolkata', 'YYYY-MM-DD HH24:MI') as told
    from office_entry where office_id = ${officeId} and happening = 'office.periodEnded' order by sequence`.execute(nation.admin);
  return rows.map(({ told }) => told);
}

describe('periods', () => {
  test('from before the portal knew the office are not opened; of the running month none', async () => {
    at('2027-02-10', '12:00');
    await open();
    at('2027-02-28', '23:59');
    await open();
    expect(await periods()).toEqual([]);
  });

  test('end at midnight in India, not before and not again, in each Committee’s, Board’s and home’s journal', async () => {
    at('2027-03-31', '23:59');
    await open();
    expect(await periods()).toEqual(['2027-02 2027-03-01 00:00']);
    at('2027-04-01', '00:00');
    await open();
    await open();
    const expected = ['2027-02 2027-03-01 00:00', '2027-03 2027-04-01 00:00', '2027-Q1 2027-04-01 00:00'];
    expect(await periods()).toEqual(expected);
    const { rows } = await sql<{
      kind: string;
      n: number;
    }>`select o.kind, count(distinct e.office_id) as n from office_entry e join office o on o.id = e.office_id
      group by 1 order by 1`.execute(nation.admin);
    expect(rows).toEqual([{ kind: 'children-home', n: 3 }, { kind: 'cwc', n: 3 }, { kind: 'jjb', n: 3 }]); // prettier-ignore
  });

  test('two workers at once, and one that opens what is open already, leave each period once', async () => {
    at('2027-05-01');
    await Promise.all([open(), open(), open()]);
    await sql`update journal set opened_to = '2027-02-10'`.execute(nation.admin);
    await open();
    const all = await periods();
    expect(all).toHaveLength(new Set(all).size);
    expect(all).toHaveLength(4);
  });

  test('after a standstill of four months all are there, each at its own midnight, and said late', async () => {
    at('2027-09-02', '09:00');
    await open();
    expect((await periods()).slice(4)).toEqual([
      '2027-05 2027-06-01 00:00',
      '2027-06 2027-07-01 00:00',
      '2027-Q2 2027-07-01 00:00',
      '2027-H1 2027-07-01 00:00',
      '2027-07 2027-08-01 00:00',
      '2027-08 2027-09-01 00:00',
    ]);
    const { rows } = await sql<{ late: number }>`select count(*) as late from office_entry
      where office_id = ${committee()} and recorded_at - happened_at > interval '60 days'`.execute(nation.admin);
    expect(rows[0]!.late).toBe(4); // May, June, the quarter and the half-year
  });

  test('an office that closed is asked for what ended while it stood, one that opens from its opening', async () => {
    const [closed, opened] = [nation.officer('cwc-member Kannur').officeId, newId<'office'>()];
    await sql`update office set closed_on = '2027-10-15' where id = ${closed}`.execute(nation.admin);
    await sql`insert into office (id, kind, code, name, district_code, state_code, opened_on)
      values (${opened}, 'cwc', 'CWC-NEW', 'A new Committee', '557', 'KL', '2027-10-20')`.execute(nation.admin);
    at('2027-12-01', '00:10');
    await open();
    expect((await periods(closed)).slice(-2)).toEqual(['2027-09 2027-10-01 00:00', '2027-Q3 2027-10-01 00:00']);
    expect(await periods(opened)).toEqual(['2027-10 2027-11-01 00:00', '2027-11 2027-12-01 00:00']);
    await sql`update office set closed_on = null where id = ${closed}`.execute(nation.admin);
  });
});

describe('duties of offices', () => {
  const stored = async () => (await sql<Record<string, unknown>>`select * from office_obligation order by journal_id, rule_id, trigger_entry_id`.execute(nation.admin)).rows; // prettier-ignore

  test('are what journals and law say; one changed by hand is noticed, and set right', async () => {
    const before = await stored();
    expect(before.length).toBeGreaterThan(20);
    const { rows: offices } = await sql<{ officeId: never }>`select office_id from journal`.execute(nation.admin);
    const ids = offices.map(({ officeId }) => officeId);
    const derived = await nation.ask(worker, (context) => owedByOffices(context, ids));
    const keys = [...derived].flatMap(([id, duties]) =>
      duties.map((one) => `${id} ${one.ruleId} ${one.triggerEntryId} ${one.officeId} ${one.dueAt} ${one.ending}`),
    );
    const keysOf = (rows: Record<string, unknown>[]) =>
      rows.map(
        (one) => `${one['journalId']} ${one['ruleId']} ${one['triggerEntryId']} ${one['officeId']} ${one['dueAt']} ${one['ending']}`,
      );
    expect(keysOf(before).toSorted()).toEqual(keys.toSorted());
    await sql`update office_obligation set due_at = due_at + interval '1 day' where ctid = (select ctid from office_obligation limit 1)`.execute(
      nation.admin,
    );
    expect(keysOf(await stored()).toSorted()).not.toEqual(keys.toSorted());
    await nation.ask(worker, (context) => projectOfficeObligations(context, ids));
    expect(await stored()).toEqual(before);
  });

  test('that fell due are told once, to whoever owes them and to whom they climb, in the sight of who oversees the office; rebuilt they agree', async () => {
    const tick = () => nation.ask(worker, (context) => tickDuties(context, 'office'));
    expect(await tick()).toBeGreaterThan(5);
    expect(await tick()).toBe(0);
    const { rows } = await sql<{
      word: string;
    }>`select distinct w.rule_id || ' ' || w.kind || ' ' || o.kind as word from duty_word w join office o on o.id = w.office_id
      where w.rule_id = 'C08' order by 1`.execute(nation.admin);
    expect(rows.map(({ word }) => word)).toEqual(expect.arrayContaining(['C08 late cwc', 'C08 ladder district-nodal']));
    const before = await stored();
    const ids = [...new Set(before.map((one) => one['journalId'] as never))];
    await nation.ask(worker, (context) => projectOfficeObligations(context, ids));
    expect(await stored()).toEqual(before);
    const seen = (who: Who) => nation.ask(who, async ({ db }) => (await sql`select 1 from duty_word`.execute(db)).rows.length > 0);
    expect([await seen('cwc-member Saran'), await seen('state-nodal-officer Saran'), await seen('investigating-officer Saran')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await nation.ask(worker, tellOffices)).toBeGreaterThan(2);
    const waiting = await sql`select 1 from duty_word where sent_at is null and dropped_at is null`.execute(nation.admin);
    expect(waiting.rows).toEqual([]);
  });

  test('a Committee owes its own, the Magistrate’s desk the review', async () => {
    const { rows } = await sql<{
      ruleId: string;
      kind: string;
    }>`select distinct b.rule_id, o.kind from office_obligation b join office o on o.id = b.office_id
      where b.rule_id in ('C08', 'C10', 'J08', 'J06', 'J07') order by 1`.execute(nation.admin);
    expect(rows.map(({ ruleId, kind }) => `${ruleId} ${kind}`)).toEqual([
      'C08 cwc',
      'C10 district-nodal',
      'J06 district-nodal',
      'J07 state-nodal',
      'J08 jjb',
    ]);
  });
});
