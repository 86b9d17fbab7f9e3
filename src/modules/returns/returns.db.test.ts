// The quarter of a Committee under a moved clock, from its return to the end of the three months; every day here was counted by hand.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sittings, cellsOf, chair, magistrate, sevenMatters, startSittings, state } from '../../../tests/database/sittings.ts';
import { type Who, worker } from '../../../tests/database/tools.ts';
import { type RecordId, newId } from '../../kernel/ids.ts';
import { openPeriods } from '../journals/index.ts';

let sittings: Sittings;
let { nation, desk, at, tell, produced } = {} as Sittings;
let matters: RecordId[];
const saran = () => nation.officer(chair).officeId;
const page = (period = '2027-Q1') => `/returns/${saran()}?period=${period}`;
const open = async () => {
  while ((await nation.ask(worker, (context) => openPeriods(context))) > 0);
};
type Asked = { ruleId: string; dueOn: string; ending: string | null; owner: string };
async function duties(...rules: string[]): Promise<Asked[]> {
  const { rows } =
    await sql<Asked>`select b.rule_id, to_char(b.due_at at time zone 'Asia/Kolkata', 'YYYY-MM-DD HH24:MI') as due_on, b.ending, o.kind as owner
    from office_obligation b join office o on o.id = b.office_id join office_entry e on e.id = b.trigger_entry_id
    where b.journal_id = ${saran()} and b.rule_id = any (${rules}::text[]) and coalesce(e.facts ->> 'period', '2027-Q1') = '2027-Q1' order by 1, b.started_at`.execute(
      nation.admin,
    );
  return rows;
}
const send = (act: string, fields: Record<string, string> = {}, who: Who = magistrate, period = '2027-Q1') =>
  desk.post(page(period), { act, period, ...fields }, who);

/** Not even its owner changes or removes a row; there is one to try it on. */
async function appendOnly(table: string, column: string): Promise<void> {
  const { rows } = await sql`select from ${sql.table(table)} limit 1`.execute(nation.admin);
  expect([table, rows.length]).toEqual([table, 1]);
  await expect(sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)}`.execute(nation.admin)).rejects.toThrow(
    /append-only/,
  );
  await expect(sql`delete from ${sql.table(table)}`.execute(nation.admin)).rejects.toThrow(/append-only/);
}

beforeAll(async () => {
  sittings = await startSittings();
  ({ nation, desk, at, tell, produced } = sittings);
  matters = await sevenMatters(sittings);
});
afterAll(() => sittings?.stop());

describe('the return of January to March 2027', () => {
  test('is owed from midnight of 1 April, for fifteen days, and cannot be signed before', async () => {
    at('2027-01-05');
    await open();
    await produced('2027-03-31');
    at('2027-03-31', '23:59');
    await open();
    expect(await duties('C08', 'C09', 'C10')).toEqual([]);
    expect((await send('sign', {}, chair)).body).toContain('The quarter is not over');
    at('2027-04-01', '00:00');
    await open();
    expect(await duties('C08', 'C09', 'C10')).toEqual([
      { ruleId: 'C08', dueOn: '2027-04-16 23:59', ending: null, owner: 'cwc' },
      { ruleId: 'C09', dueOn: '2027-04-16 23:59', ending: null, owner: 'cwc' },
      { ruleId: 'C10', dueOn: '2027-05-16 23:59', ending: null, owner: 'district-nodal' },
    ]);
    expect((await desk.get('/', chair)).body).toContain('January 2027 – March 2027');
  });

  test('late climbs to the Magistrate’s desk, and fourteen days later to the State', async () => {
    const climbed = async (who: Who) =>
      /cwc Saran<\/bdi> · <span class="reference">January 2027 – March 2027/.test((await desk.get('/?show=climbed', who)).body);
    at('2027-04-16', '23:59');
    expect(await climbed(magistrate)).toBe(false);
    at('2027-04-17', '00:01');
    const late = await desk.get(`/returns?period=2027-Q1`, magistrate);
    expect(late.body).toContain('not signed, due 16 Apr 2027');
    expect([await climbed(magistrate), await climbed(state)]).toEqual([true, false]);
    at('2027-05-01', '00:01');
    expect(await climbed(state)).toBe(true);
    expect(await climbed('state-nodal-officer Kannur')).toBe(false);
  });

  test('is signed by the chairperson of that Committee alone, once, and is met late', async () => {
    for (const who of ['cwc-member Saran', magistrate, 'cwc-chairperson Kannur', 'jjb-magistrate Saran'] as const)
      expect([who, [403, 404].includes((await send('sign', {}, who)).status)]).toEqual([who, true]);
    at('2027-05-03', '10:00');
    expect((await send('sign', { nilCode: 'nothing-happened' }, chair)).body).toContain('not nil');
    expect((await send('sign', { remarks: 'Two wait for the police.' }, chair)).status).toBe(303);
    expect((await send('sign', {}, chair)).body).toContain('was signed before');
    expect(await duties('C08', 'C08.2')).toEqual([
      { ruleId: 'C08', dueOn: '2027-04-16 23:59', ending: 'met', owner: 'cwc' },
      { ruleId: 'C08.2', dueOn: '2027-06-02 23:59', ending: null, owner: 'district-nodal' },
    ]);
    const { body } = await desk.get(page(), chair);
    // Since 24 and 30 Nov 2025, 30 May, 30 and 31 July, 30 Nov 2026 and 31 Mar 2027; at the end of 31 March 2027.
    expect(cellsOf(body, 'Pending at the end: over 12')).toEqual(['2', '2']);
    expect(cellsOf(body, 'Pending at the end: 6 to 12')).toEqual(['3', '3']);
    expect(cellsOf(body, 'Pending at the end: 4 to 6')).toEqual(['1', '1']);
    expect(cellsOf(body, 'Pending at the end: under 4')).toEqual(['1', '1']);
    expect([cellsOf(body, 'Pending when the quarter began')[0], cellsOf(body, 'Children produced in the quarter')[0]]).toEqual(['6', '1']);
    expect(body).toContain('The records say the same today');
  });

  test('cannot be changed at the database, nor signed for another Committee, in another’s name or before its end', async () => {
    for (const [table, column] of [
      ['quarterly_return', 'id'],
      ['quarterly_return_figure', 'value'],
      ['office_entry', 'id'],
    ] as const)
      await appendOnly(table, column);
    const signFor = (office: string, officer: string, period: string, who: Who) =>
      nation.ask(who, ({ db, now }) =>
        sql`insert into quarterly_return (id, office_id, period, digest, signed_by, signed_at)
        values (${newId()}, ${office}, ${period}, ${'a'.repeat(64)}, ${officer}, ${now})`.execute(db),
      );
    const [own, member] = [nation.officer(chair), nation.officer('cwc-member Saran')];
    await expect(signFor(nation.officer('cwc-member Kannur').officeId, own.officerId, '2026-Q4', chair)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(signFor(own.officeId, member.officerId, '2026-Q4', chair)).rejects.toMatchObject({ code: '42501' });
    await expect(signFor(own.officeId, member.officerId, '2026-Q4', 'cwc-member Saran')).rejects.toMatchObject({ code: '42501' });
    await expect(signFor(own.officeId, own.officerId, '2027-Q2', chair)).rejects.toThrow(/quarterly_return_over/);
    await signFor(own.officeId, own.officerId, '2026-Q4', chair); // control
    const { rows } = await sql<{ id: string }>`select id from quarterly_return where period = '2027-Q1'`.execute(nation.admin);
    const figure = nation.ask(chair, ({ db }) =>
      sql`insert into quarterly_return_figure values (${rows[0]!.id}, 'something', 1)`.execute(db),
    );
    await expect(figure).rejects.toMatchObject({ code: '42501' }); // after it was made nothing is added
  });

  test('nobody writes in a journal what is not theirs to say', async () => {
    const write = (who: Who, happening: string, facts: object, office = saran()) =>
      nation.ask(who, ({ db, now, actor }) =>
        sql`insert into office_entry (id, office_id, happening, facts, happened_at, recorded_at, by_officer, by_office, door)
      values (${newId()}, ${office}, ${happening}, ${JSON.stringify(facts)}::jsonb, ${now}, ${now}, ${actor.kind === 'officer' ? actor.officerId : null}, ${actor.kind === 'officer' ? actor.officeId : null}, 'desk')`.execute(
          db,
        ),
      );
    const period = '2027-Q1';
    for (const [who, happening, facts] of [
      [chair, 'office.periodEnded', { length: 'quarter', period: '2027-Q2' }],
      [chair, 'office.directionKept', { direction: 'pending-inquiries', reference: 'D/7' }],
      [chair, 'office.returnMade', { what: 'committee-reviewed', period }],
      [chair, 'office.returnMade', { what: 'inquiries-disposed-and-pending', period }], // without the signed paper
      [magistrate, 'office.returnMade', { what: 'committee-reviewed', period }], // without the review
      [magistrate, 'office.returnMade', { what: 'inquiries-disposed-and-pending', period }],
      ['district-nodal-officer Kannur', 'office.directionGiven', { direction: 'pending-inquiries', reference: 'D/8' }],
      [state, 'office.directionGiven', { direction: 'pending-inquiries', reference: 'D/8' }],
      ['investigating-officer Saran', 'office.returnReceived', { what: 'x', period }],
    ] as const)
      await expect(write(who, happening, facts), `${who} ${happening}`).rejects.toMatchObject({ code: '42501' });
    await write(magistrate, 'office.returnReceived', { what: 'restored-dead-and-runaway', period: '2026-Q4' }); // control
    await expect(
      nation.ask(chair, ({ db }) => sql`delete from office_obligation`.execute(db).then(({ numAffectedRows }) => numAffectedRows)),
    ).resolves.toBe(0n);
  });

  test('an entry made afterwards shows beside it, and leaves it as it was', async () => {
    at('2027-05-10', '10:00');
    await tell(matters[0]!, '2027-03-20', 'found.restored', { to: 'relative' });
    const { body } = await desk.get(page(), magistrate);
    expect(cellsOf(body, 'Pending at the end: over 12')).toEqual(['2', '1']);
    expect(cellsOf(body, 'Disposed: restored')).toEqual(['0', '1']);
    expect(cellsOf(body, 'Children restored')).toEqual(['0', '1']);
    expect(body).toContain('After the return: 3 figures are different now');
    expect(body).not.toContain('its digest is another');
    const own = (await desk.get('/back-dated', chair)).body;
    expect(own).toMatch(
      /said on 10 May 2027, 10:00 that it happened on 20 Mar 2027, 10:00[\s\S]*after the return of January 2027 – March 2027 was signed on 3 May 2027, 10:00/,
    );
    expect(own).toMatch(/FC-BR-/);
    const { rows: told } = await sql<{ reference: string }>`select reference from record where id = ${matters[0]!}`.execute(nation.admin);
    expect((await desk.get(`/found/${told[0]!.reference}`, chair)).body).toMatch(
      /id="said-long-after"[\s\S]*said on 10 May 2027, 10:00 that it happened on 20 Mar 2027, 10:00[\s\S]*after the return of January 2027/,
    );
    const overseen = (await desk.get(`/back-dated?office=${saran()}`, magistrate)).body;
    expect(overseen).toContain('after the return of');
    expect(overseen).not.toMatch(/FC-BR-/);
    for (const who of [
      'cwc-chairperson Kannur',
      'district-nodal-officer Kannur',
      'ministry-official Saran',
      'investigating-officer Saran',
    ] as const)
      expect([who, (await desk.get(`/back-dated?office=${saran()}`, who)).status]).toEqual([who, 404]);
  });
});

describe('what the Magistrate does, and does not', () => {
  test('receipt and review end their clocks; neither is taken from another district, nor given twice', async () => {
    for (const act of ['receive', 'review'] as const)
      for (const who of ['district-nodal-officer Kannur', chair, state] as const)
        expect([act, who, [403, 404].includes((await send(act, act === 'review' ? { found: 'x' } : {}, who)).status)]).toEqual([
          act,
          who,
          true,
        ]);
    expect((await send('receive')).status).toBe(303);
    expect((await desk.get(page(), chair)).body).toContain('Received at the District Magistrate’s desk');
    expect((await send('receive')).body).toContain('Its receipt was acknowledged before'); // from a page left open
    at('2027-05-20', '11:00');
    expect((await desk.get('/returns', magistrate)).body).toContain('not reviewed');
    expect((await send('review', { found: 'Five over four months.' })).status).toBe(303);
    expect(await duties('C08.2', 'C10')).toEqual([
      { ruleId: 'C08.2', dueOn: '2027-06-02 23:59', ending: 'met', owner: 'district-nodal' },
      { ruleId: 'C10', dueOn: '2027-05-16 23:59', ending: 'met', owner: 'district-nodal' }, // four days late
    ]);
    expect((await send('review', { found: 'Again.' })).body).toContain('was reviewed before');
  });

  test('a direction written down later counts from its day, and says when it was said', async () => {
    expect((await send('direct', { reference: 'D/1', directed: 'Hear them.', givenOn: '2027-05-21' })).body).toContain('has not come yet');
    expect(
      (await send('direct', { reference: 'D/1', directed: 'Hear each of the five within a month.', givenOn: '2027-05-12' })).status,
    ).toBe(303);
    expect((await send('direct', { reference: 'D/1', directed: 'Another.', givenOn: '2027-05-20' })).body).toContain(
      'a direction of that number already',
    );
    // 12 May and three months: the end of 12 August.
    expect(await duties('C08.3')).toEqual([{ ruleId: 'C08.3', dueOn: '2027-08-12 23:59', ending: null, owner: 'cwc' }]);
    const { body } = await desk.get(page(), chair);
    expect(body).toMatch(/Direction D\/1 of 12 May 2027[\s\S]*written down on 20 May 2027, 11:00/);
    expect(body).toContain('5 were over four months then, 5 are now');
  });

  test('three months unaddressed: the State is told on the day after, and nothing is terminated here', async () => {
    const toldOfCliff = async (who: Who) => (await desk.get('/?show=climbed', who)).body.includes('D/1');
    at('2027-08-12', '23:59');
    expect(await toldOfCliff(state)).toBe(false);
    expect((await desk.get('/returns', state)).body).toContain('Three months end on 12 Aug 2027');
    at('2027-08-13', '00:01');
    expect(await toldOfCliff(state)).toBe(true);
    const listed = (await desk.get('/returns', state)).body;
    expect(listed).toContain('Three months were over on 12 Aug 2027: it stands on the State’s desk');
    expect(listed).toContain('decides nothing');
    expect(listed).toContain('written down here only on 20 May 2027, 11:00'); // eight days after it was given
    expect((await desk.get('/returns', 'state-nodal-officer Kannur')).body).not.toContain('D/1');
    const { rows } = await sql<{ open: boolean }>`select closed_on is null as open from office where id = ${saran()}`.execute(nation.admin);
    expect(rows).toEqual([{ open: true }]);
  });

  test('kept before a second one’s end, that clock ends and the other stands', async () => {
    expect((await send('direct', { reference: 'D/2', directed: 'The rest.', givenOn: '2027-08-13' })).status).toBe(303);
    const { rows } = await sql<{ id: string }>`select id from pendency_direction where reference = 'D/2'`.execute(nation.admin);
    const kept = { direction: rows[0]!.id, keptWords: 'All were heard.' };
    expect((await send('keep', { ...kept, keptOn: '2027-08-12' })).body).toContain('given later than that');
    at('2027-09-30');
    expect((await send('keep', { ...kept, keptOn: '2027-09-28' })).status).toBe(303);
    expect((await duties('C08.3')).map(({ dueOn, ending }) => `${dueOn} ${ending}`)).toEqual([
      '2027-08-12 23:59 null',
      '2027-11-13 23:59 met',
    ]);
    for (const [table, column] of [
      ['pendency_direction', 'given_on'],
      ['direction_kept', 'kept_on'],
      ['quarterly_review', 'id'],
    ] as const)
      await appendOnly(table, column);
  });

  test('a quarter nobody returned: its functioning is reviewed without, the review of pendency is not thereby done', async () => {
    at('2027-10-02');
    await open();
    expect((await send('review', { found: 'No return came.' }, magistrate, '2027-Q2')).status).toBe(303);
    const { rows } = await sql<{
      ruleId: string;
      ending: string | null;
    }>`select b.rule_id, b.ending from office_obligation b join office_entry e on e.id = b.trigger_entry_id
      where b.journal_id = ${saran()} and e.facts ->> 'period' = '2027-Q2' and b.rule_id in ('C08', 'C08.2', 'C10') order by 1`.execute(
      nation.admin,
    );
    expect(rows).toEqual([{ ruleId: 'C08', ending: null }, { ruleId: 'C10', ending: 'met' }]); // prettier-ignore
    // It comes late after all, and is reviewed again.
    expect((await send('sign', {}, chair, '2027-Q2')).status).toBe(303);
    expect((await send('review', { found: 'Now it came.' }, magistrate, '2027-Q2')).status).toBe(303);
    const { rows: again } = await sql<{
      ending: string | null;
    }>`select b.ending from office_obligation b join office_entry e on e.id = b.trigger_entry_id
      where b.journal_id = ${saran()} and e.facts ->> 'period' = '2027-Q2' and b.rule_id = 'C08.2'`.execute(nation.admin);
    expect(again).toEqual([{ ending: 'met' }]);
  });
});

describe('a Committee with nothing, and a Board', () => {
  test('sign nil with a reason', async () => {
    const office = nation.officer('cwc-chairperson Kannur').officeId;
    const sign = (fields: Record<string, string>) =>
      desk.post(`/returns/${office}`, { act: 'sign', period: '2027-Q3', ...fields }, 'cwc-chairperson Kannur');
    expect((await sign({})).body).toContain('Say why there is nothing to report');
    expect((await sign({ nilCode: 'other' })).body).toContain('Say in words');
    expect((await sign({ nilCode: 'nothing-happened' })).status).toBe(303);
    expect((await desk.get(`/returns/${office}?period=2027-Q3`, 'state-nodal-officer Kannur')).body).toContain(
      'Nil return: Nothing happened',
    );
  });

  test('the Board says which return went out on paper, by its magistrate alone', async () => {
    const office = nation.officer('jjb-magistrate Saran').officeId;
    const board = await desk.get(`/returns/${office}`, 'jjb-magistrate Saran');
    expect([board.status, board.body.includes('a vault that the Board alone opens')]).toEqual([200, true]);
    const made = { act: 'made', period: '2027-Q3', made: 'J08 2027-Q3', madeOn: '2027-10-01', letter: 'JJB/12' };
    expect((await desk.post(`/returns/${office}`, made, magistrate)).status).toBe(422);
    expect((await desk.post(`/returns/${office}`, made, 'jjb-magistrate Kannur')).status).toBe(404);
    expect((await desk.post(`/returns/${office}`, made, 'jjb-magistrate Saran')).status).toBe(303);
    expect((await desk.post(`/returns/${office}`, { ...made, made: 'J06 2027-Q3' }, magistrate)).status).toBe(303);
    const { rows } = await sql<{
      told: string;
    }>`select b.rule_id || ' ' || coalesce(b.ending, 'open') as told from office_obligation b join office_entry e on e.id = b.trigger_entry_id
      where b.journal_id = ${office} and e.facts ->> 'period' = '2027-Q3' and b.rule_id like 'J0%' order by 1`.execute(nation.admin);
    expect(rows.map(({ told }) => told)).toEqual(['J06 met', 'J08 met', 'J08.2 open']);
    expect((await desk.get(`/returns/${office}`, 'cwc-chairperson Saran')).status).toBe(404);
    await appendOnly('paper_return', 'id');
  });
});
