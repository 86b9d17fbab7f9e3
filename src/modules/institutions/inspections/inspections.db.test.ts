// Visits and nights at the desk: who may write them down, what meets the quarter's duty, what a home mends; Form 42 and its duty; the month's sheet; fit bodies.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf } from '../../../apps/desk.ts';
import { type Day, addHours, instantAt } from '../../../kernel/time.ts';
import { newId } from '../../../kernel/ids.ts';
import { type TestDoor, fieldError, openDoor } from '../../../../tests/database/door.ts';
import { type Nation, type Who, noon, startNation, worker } from '../../../../tests/database/tools.ts';
import { type ChildRecord, emptyDescription, openRecord, writeDescription } from '../../children/index.ts';
import { writeDiary } from '../../diary/index.ts';
import { openPeriods } from '../../journals/index.ts';
import { obligationsOfRecord } from '../../obligations/index.ts';
import { stateAt } from '../../obligations/obligation.ts';

let nation: Nation;
let desk: TestDoor;
const superintendent = 'home-superintendent Kozhikode' as const;
const dcpu = 'child-protection-officer Kozhikode' as const;
const committee = 'cwc-member Kozhikode' as const;
const home = () => nation.officer(superintendent).officeId;
const unit = newId();
const FUTURE = 'That lies in the future.';

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
  await sql`insert into institution (office_id, run_by, changed_at) values (${home()}, 'government', ${noon})`.execute(nation.admin);
  await sql`insert into institution_unit (id, office_id, kind, sex, strength, opened_on) values (${unit}, ${home()}, 'children-home', 'combined', 25, '2020-01-01')`.execute(
    nation.admin,
  );
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

const visit = (who: Who, fields: Record<string, string>) =>
  desk.post(`/homes/${home()}/visit`, { visitedOn: '2026-11-20', members: 'A. Menon, K. Nair', ...fields }, who);
const duty = async () =>
  (
    await sql<{ ending: string | null }>`select ending from office_obligation where journal_id = ${home()} and rule_id = 'I07'`.execute(
      nation.admin,
    )
  ).rows[0]?.ending;

test('a home nobody visited is overdue on the list of who oversees it', async () => {
  for (const who of [dcpu, committee, 'state-nodal-officer Kozhikode'] as const)
    expect((await desk.get('/homes/visits', who)).body).toMatch(/children-home Kozhikode.*Overdue: never visited/s);
  expect((await desk.get('/homes/visits', superintendent)).location).toBe(`/homes/${home()}/visits`);
});

test('each office writes down its own visits, with what is to be mended by when', async () => {
  const foreign = await visit(committee, { visitedBy: 'inspection-committee' });
  expect([foreign.status, foreign.body.includes('visitedBy-error')]).toEqual([422, true]);
  const undated = await visit(committee, { visitedBy: 'committee', 'findings.0.what': 'No hot water' });
  expect([undated.status, undated.body.includes('No hot water')]).toEqual([422, true]);
  const found = {
    visitedBy: 'committee',
    childrenHeard: 'We want a ball',
    'findings.0.what': 'No hot water',
    'findings.0.mendBy': '2026-11-22',
  };
  const ahead = await visit(committee, { ...found, visitedOn: '2026-11-25', 'findings.0.mendBy': '2026-12-01' });
  expect([ahead.status, fieldError(ahead.body, 'visitedOn')]).toEqual([422, FUTURE]);
  const tooSoon = await visit(committee, { ...found, 'findings.0.mendBy': '2026-11-19' });
  expect([tooSoon.status, tooSoon.body.includes('It is to be mended after the visit.')]).toEqual([422, true]);
  expect((await visit(committee, found)).status).toBe(303);
  expect((await desk.get('/homes/visits', committee)).body).toContain('This month 1 of the Committee’s 2 visits');
  for (const language of ['en', 'hi'])
    expect((await desk.get(`/homes/${home()}/visits`, superintendent, language)).body).toContain('We want a ball');
  expect((await desk.get('/homes/visits', dcpu)).body).toContain('1 late of 1');
  expect((await visit('child-protection-officer Kannur', { visitedBy: 'protection-unit' })).status).toBe(404);
  expect((await visit(superintendent, { visitedBy: 'committee' })).status).toBe(403);
});

test('no visit, night, application or decision lies in the future', async () => {
  const ahead = '2026-11-26';
  const at = async (answer: Promise<{ status: number; body: string }>, field: string) => {
    const { status, body } = await answer;
    expect([field, status, body.includes(`${field}-error`)]).toEqual([field, 422, true]);
  };
  await at(visit(committee, { visitedBy: 'committee', visitedOn: ahead }), 'visitedOn');
  await at(desk.post('/homes/fit/new', { fitKind: 'facility', name: 'A', serves: 'b', appliedOn: ahead }, dcpu), 'appliedOn');
  const record = await child();
  await at(act(record, 'overnight', { broughtBy: 'SI Das', doneOn: ahead, doneAt: '01:00' }), 'doneOn');
  await at(act(record, 'overnight', { broughtBy: 'SI Das', doneOn: '2026-11-22', doneAt: '01:00' }), 'doneOn');
  const { rows } = await sql<{ id: string }>`select id from inspection_finding`.execute(nation.admin);
  await at(desk.post(`/homes/${home()}/mended`, { finding: rows[0]!.id, mendedOn: ahead, mendedHow: 'x' }, superintendent), 'mendedOn');
});

test('the home says that it is mended, once, and no other home does', async () => {
  const { rows } = await sql<{ id: string }>`select id from inspection_finding`.execute(nation.admin);
  const mended = { finding: rows[0]!.id, mendedOn: '2026-11-24', mendedHow: 'A new boiler' };
  expect((await desk.post(`/homes/${home()}/mended`, mended, 'home-superintendent Kannur')).status).toBe(404);
  for (const [mendedOn, says] of [
    ['2026-11-25', FUTURE],
    ['2026-11-19', 'It was found only by a later visit.'],
  ] as const) {
    const wrong = await desk.post(`/homes/${home()}/mended`, { ...mended, mendedOn }, superintendent);
    expect([wrong.status, fieldError(wrong.body, 'mendedOn')]).toEqual([422, says]);
  }
  expect((await desk.post(`/homes/${home()}/mended`, mended, superintendent)).status).toBe(303);
  expect((await desk.post(`/homes/${home()}/mended`, mended, superintendent)).body).toContain('mended already');
  expect((await desk.get(`/homes/${home()}/visits`, committee)).body).toContain('A new boiler');
});

test('the quarter ends in the home’s journal; the Inspection Committee’s visit of that quarter meets the duty, another’s does not', async () => {
  const work = async () => {
    while ((await nation.ask(worker, (context) => openPeriods(context))) > 0);
  };
  await work();
  nation.clock.now = instantAt('2027-01-02' as Day, '10:00');
  await work();
  expect(await duty()).toBe(null);
  expect((await visit(dcpu, { visitedBy: 'protection-unit', visitedOn: '2026-12-20' })).status).toBe(303);
  expect((await visit(dcpu, { visitedBy: 'inspection-committee', visitedOn: '2027-01-02' })).status).toBe(303);
  expect(await duty()).toBe(null);
  expect((await visit(dcpu, { visitedBy: 'inspection-committee', visitedOn: '2026-12-28' })).status).toBe(303);
  expect(await duty()).toBe('met');
  nation.clock.now = noon;
});

test('row security: no home writes a visit to itself, nor the journal’s word of one', async () => {
  const attack = (what: 'visit' | 'entry') =>
    nation.ask(superintendent, async ({ db, now }) => {
      const by = nation.officer(superintendent);
      if (what === 'visit')
        await sql`insert into inspection (id, office_id, visited_by, visited_on, members, recorded_in, recorded_by, recorded_at)
          values (${newId()}, ${home()}, 'inspection-committee', '2026-11-24', 'x', ${home()}, ${by.officerId}, ${now})`.execute(db);
      else
        await sql`insert into office_entry (id, office_id, happening, facts, happened_at, recorded_at, by_officer, by_office, door)
          values (${newId()}, ${home()}, 'office.returnMade', '{"what": "inspection-of-home", "period": "2026-Q4"}', ${now}, ${now}, ${by.officerId}, ${home()}, 'desk')`.execute(
          db,
        );
    });
  for (const what of ['visit', 'entry'] as const) await expect(attack(what)).rejects.toMatchObject({ code: '42501' });
});

async function child(): Promise<ChildRecord> {
  const { officeId, districtCode, stateCode } = nation.officer(superintendent);
  return nation.ask(superintendent, async (context) => {
    const record = await openRecord(context, { kind: 'found', status: 'unidentified', officeId, districtCode: districtCode!, stateCode: stateCode!, happenedAt: addHours(noon, -12) }); // prettier-ignore
    await writeDescription(context, record.id, { ...emptyDescription, names: [{ bearer: 'child', text: 'Meena', alias: false }] });
    await writeDiary(context, record.id, { happening: 'found.found', facts: {}, happenedAt: addHours(noon, -12) });
    return record;
  });
}
const act = (record: ChildRecord, name: string, fields: Record<string, string>) =>
  desk.post(`/residents/${record.reference}/${name}`, fields, superintendent);
async function stands(record: ChildRecord, rule: string): Promise<string | undefined> {
  const found = (await nation.ask(worker, (context) => obligationsOfRecord(context, record.id))).find(({ ruleId }) => ruleId === rule);
  return found && stateAt(found, nation.clock.now);
}

test('a night of Form 42: by the stated hour the police take the child over, or the home produces it', async () => {
  const [fetched, left] = [await child(), await child()];
  const night = { broughtBy: 'SI R. Das, PS Bantra', doneOn: '2026-11-24', doneAt: '01:00', dueOn: '2026-11-24', dueAt: '15:00' };
  const half = await act(fetched, 'overnight', { ...night, dueAt: '' });
  expect([half.status, half.body.includes('dueAt-error')]).toEqual([422, true]);
  for (const record of [fetched, left]) expect((await act(record, 'overnight', night)).status).toBe(303);
  expect((await act(fetched, 'overnight', night)).body).toContain('kept here already');
  expect((await desk.get('/tonight', superintendent)).body).toContain('2 children are here for a night');
  expect(await stands(fetched, 'F07')).toBe('running');
  expect((await act(fetched, 'hand-over', { endedHow: 'taken-over', endedBy: 'ASI K. Roy' })).status).toBe(303);
  expect((await act(left, 'hand-over', { endedHow: 'not-taken-over' })).status).toBe(303);
  expect([await stands(fetched, 'F07'), await stands(left, 'F07'), await stands(left, 'F07.2')]).toEqual(['met', 'cancelled', 'running']);
  expect((await desk.get(`/found/${fetched.reference}`, superintendent, 'hi')).status).toBe(200);
});

test('the month’s sheet shows each child’s nights to the home, its Committee and its unit, and to nobody else', async () => {
  const record = await child();
  const order = { unit, admissionNumber: '7', orderedBy: 'not-yet', doneOn: '2026-11-24', doneAt: '09:00' };
  expect((await act(record, 'admit', order)).status).toBe(303);
  nation.clock.later(15);
  const sheet = `/homes/${home()}/attendance?month=2026-11`;
  for (const who of [superintendent, committee, dcpu] as const)
    expect((await desk.get(sheet, who)).body).toMatch(/Meena.*<td class="here" data-day="24">/s);
  const answered = async (who: Who) => (await desk.get(sheet, who)).status;
  expect([
    await answered('home-superintendent Kannur'),
    await answered('cwc-member Kannur'),
    await answered('state-nodal-officer Kozhikode'),
  ]).toEqual([404, 404, 403]);
  nation.clock.now = noon;
});

test('fit facilities and persons: entered by the unit, recognised by the Committee alone, each certificate once', async () => {
  const applied = {
    fitKind: 'facility',
    name: 'Snehatheeram',
    serves: 'Girls of 10 to 16, a month at most',
    places: '6',
    appliedOn: '2026-11-02',
  };
  const ahead = await desk.post('/homes/fit/new', { ...applied, appliedOn: '2026-11-25' }, dcpu);
  expect([ahead.status, fieldError(ahead.body, 'appliedOn')]).toEqual([422, FUTURE]);
  expect((await desk.post('/homes/fit/new', applied, dcpu)).status).toBe(303);
  expect((await desk.post('/homes/fit/new', { ...applied, name: 'K. Devi', fitKind: 'person' }, committee)).status).toBe(303);
  expect((await desk.get('/homes/fit', 'child-protection-officer Kannur')).body).not.toContain('Snehatheeram');
  const { rows } = await sql<{ id: string }>`select id from fit_body order by name desc`.execute(nation.admin);
  const decide = (body: string, fields: Record<string, string>, who: Who = committee) =>
    desk.post('/homes/fit/decide', { body, decidedOn: '2026-11-20', decision: 'certify', certificateNumber: 'F39/1', ...fields }, who);
  expect((await decide(rows[0]!.id, {}, dcpu)).status).toBe(403);
  expect((await decide(rows[0]!.id, { certificateNumber: '' })).body).toContain('certificateNumber-error');
  const refused = async (fields: Record<string, string>) => fieldError((await decide(rows[0]!.id, fields)).body, 'decidedOn');
  expect(await refused({ decidedOn: '2026-11-25' })).toBe(FUTURE);
  expect(await refused({ decidedOn: '2026-11-01' })).toBe('The decision follows the application.');
  expect((await decide(rows[0]!.id, { validUntil: '2029-11-19' })).status).toBe(303);
  const withdrawn = { decision: 'withdraw', reason: 'Closed', certificateNumber: '', decidedOn: '2026-11-19' };
  expect(await refused(withdrawn)).toBe('A recognition is withdrawn after it was given.');
  expect((await decide(rows[1]!.id, {})).body).toContain('Another certificate of the district has that number');
  expect((await decide(rows[1]!.id, { decision: 'refuse', reason: 'No room of its own' })).status).toBe(303);
  expect((await decide(rows[1]!.id, { certificateNumber: 'F39/2' })).body).toContain('decided already');
  for (const language of ['en', 'hi'])
    expect((await desk.get('/homes/fit', 'district-nodal-officer Kozhikode', language)).body).toContain('F39/1');
});
