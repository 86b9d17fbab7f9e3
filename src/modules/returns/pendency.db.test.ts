// How old what is pending before a Committee is, by the official buckets; every day here was counted by hand.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sittings, cellsOf, chair, magistrate, sevenMatters, startSittings, state } from '../../../tests/database/sittings.ts';
import type { Who } from '../../../tests/database/tools.ts';
import type { RecordId } from '../../kernel/ids.ts';

let sittings: Sittings;
let { nation, desk, at, tell } = {} as Sittings;
let matters: RecordId[];
const saran = () => nation.officer(chair).officeId;

beforeAll(async () => {
  sittings = await startSittings();
  ({ nation, desk, at, tell } = sittings);
  matters = await sevenMatters(sittings);
});
afterAll(() => sittings?.stop());

describe('the ages of what is pending', () => {
  test('stand in the official buckets, and on its last day a matter is not older yet', async () => {
    at('2026-11-30', '23:00');
    // 30 Nov 2026: since 24 Nov 2025 over twelve months; since 30 Nov 2025 exactly twelve; since 30 May six; since 30 and 31 July four.
    expect(cellsOf((await desk.get('/pendency', magistrate)).body, 'cwc Saran').slice(1)).toEqual(['6', '3', '1', '1', '1', '0']);
    at('2026-12-01', '00:00');
    // One minute after midnight in India: those of 30 July are over four months, of 30 May over six, of 30 Nov 2025 over twelve. 31 July and four months is 30 November.
    expect(cellsOf((await desk.get('/pendency', magistrate)).body, 'cwc Saran').slice(1)).toEqual(['6', '1', '2', '1', '2', '0']);
  });

  test('add up from Committee to district, State and nation; a Committee without a matter is none of nought', async () => {
    const national: Who = 'national-nodal-officer Saran';
    const own = cellsOf((await desk.get('/pendency?place=220', national)).body, 'cwc Saran');
    expect(cellsOf((await desk.get('/pendency?place=BR', national)).body, 'Saran')).toEqual(own);
    expect(cellsOf((await desk.get('/pendency', national)).body, 'Bihar')).toEqual(own);
    expect(cellsOf((await desk.get('/pendency', national)).body, 'Kerala')).toEqual([
      'no matters recorded yet',
      '–',
      '–',
      '–',
      '–',
      '–',
      '–',
    ]);
    expect((await desk.get('/pendency', national)).body).toContain('That is not a figure of none');
  });

  test('are nought, and not unrecorded, where every matter is long over', async () => {
    const kozhikode = nation.officer('cwc-chairperson Kozhikode').officeId;
    await sql`insert into matter (record_id, number, office_id, started_on, ended_on, ended_how) values (${matters[0]!}, 9, ${kozhikode}, '2024-01-01', '2024-02-01', 'restored')`.execute(
      nation.admin,
    );
    expect(cellsOf((await desk.get('/pendency', 'district-nodal-officer Kozhikode')).body, 'cwc Kozhikode').slice(1)).toEqual(
      Array(6).fill('0'),
    );
    await sql`delete from matter where number = 9`.execute(nation.admin);
  });

  test('are counted once more by the two and four months of a child without parents', async () => {
    at('2026-12-01', '11:00');
    await tell(matters[4]!, '2026-12-01', 'inquiry.takenAsWithoutParents', { because: 'abandoned', age: 'over-two' });
    expect(cellsOf((await desk.get('/pendency', magistrate)).body, 'cwc Saran').at(-1)).toBe('1');
  });

  test('open as a list to the Committee alone, each record written down as read', async () => {
    const own = await desk.get('/pendency/matters?age=overTwelve', chair);
    expect(new Set(own.body.match(/FC-BR-\d{4}-\d+-\w/g)).size).toBe(2);
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from audit_entry where name = 'returns.matters' and action = 'read'`.execute(nation.admin);
    expect(rows[0]!.n).toBe(2);
    for (const who of [magistrate, state, 'child-protection-officer Saran', 'ministry-official Saran'] as const)
      expect([who, (await desk.get('/pendency/matters', who)).status]).toEqual([who, 403]);
    expect((await desk.get('/pendency/matters', 'cwc-member Kannur')).body).not.toContain('FC-BR');
    for (const who of [magistrate, 'cwc-chairperson Kannur'] as const)
      expect(await nation.ask(who, async ({ db }) => (await sql`select from matter`.execute(db)).rows.length)).toBe(0);
    expect(await nation.ask(chair, async ({ db }) => (await sql`select from matter`.execute(db)).rows.length)).toBe(7); // control
  });

  test('tell a Committee nothing of another, nor a Magistrate of another district', async () => {
    const counted = (who: Who) =>
      nation.ask(
        who,
        async ({ db }) =>
          (await sql`select * from matter_figures('2026-12-01', '2026-12-01', array[${saran()}]::uuid[])`.execute(db)).rows.length,
      );
    expect(await counted('cwc-chairperson Kannur')).toBe(0);
    expect(await counted('district-nodal-officer Kannur')).toBe(0);
    expect(await counted('state-nodal-officer Kannur')).toBe(0);
    expect(await counted('investigating-officer Saran')).toBe(0);
    expect(await counted(magistrate)).toBe(1); // control
    expect((await desk.get('/pendency?place=560', magistrate)).status).toBe(422);
  });
});
