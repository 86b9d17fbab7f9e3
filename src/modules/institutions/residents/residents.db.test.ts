// A child in a home, from the Committee's placement to the discharge: who may do it, what is refused at which field, what the diary and the duties say.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf } from '../../../apps/desk.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import { newId } from '../../../kernel/ids.ts';
import { addHours } from '../../../kernel/time.ts';
import { type TestDoor, fieldError, openDoor } from '../../../../tests/database/door.ts';
import { type Nation, type Who, noon, startNation, worker } from '../../../../tests/database/tools.ts';
import { type ChildRecord, emptyDescription, openRecord, peekRecord, writeDescription } from '../../children/index.ts';
import { readDiary, writeDiary } from '../../diary/index.ts';
import { obligationsOfRecord } from '../../obligations/index.ts';
import { stateAt } from '../../obligations/obligation.ts';
import { listeners } from './jobs.ts';

let nation: Nation;
let desk: TestDoor;
const home = 'home-superintendent Kozhikode' as const;
const other = 'home-superintendent Kannur' as const;
const committee = 'cwc-chairperson Kozhikode' as const;
const station = 'investigating-officer Kozhikode' as const;
const units = new Map<Who, string>();

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
  for (const who of [home, other] as const) {
    const id = newId();
    units.set(who, id);
    const { officeId } = nation.officer(who);
    await sql`insert into institution (office_id, run_by, changed_at) values (${officeId}, 'government', ${noon})`.execute(nation.admin);
    await sql`insert into institution_unit (id, office_id, kind, sex, strength, opened_on) values (${id}, ${officeId}, 'children-home', 'female', 2, '2020-01-01')`.execute(
      nation.admin,
    );
  }
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

/** A girl found two days ago, held by the police station, or by a home. */
async function child(who: Who = station, sex: 'female' | 'male' = 'female'): Promise<ChildRecord> {
  const { officeId, districtCode, stateCode } = nation.officer(who);
  return nation.ask(who, async (context) => {
    const place = { districtCode: districtCode!, stateCode: stateCode! };
    const record = await openRecord(context, {
      kind: 'found',
      status: 'unidentified',
      officeId,
      ...place,
      happenedAt: addHours(noon, -48),
    });
    const names = [{ bearer: 'child' as const, text: 'Puja', alias: false }];
    await writeDescription(context, record.id, { ...emptyDescription, sex, names });
    await writeDiary(context, record.id, { happening: 'found.found', facts: {}, happenedAt: addHours(noon, -48) });
    return record;
  });
}

async function placed(who: Who = home, sex: 'female' | 'male' = 'female'): Promise<ChildRecord> {
  const record = await child(station, sex);
  const production = {
    producedOn: '2026-11-23',
    producedAt: '10:00',
    sitting: 'committee',
    placedWith: 'children-home',
    home: nation.officer(who).officeId,
  };
  expect((await desk.post(`/cwc/${record.reference}/production`, production, committee)).status).toBe(303);
  return record;
}

let number = 0;
const form = (who: Who = home, more = {}) => ({ unit: units.get(who)!, admissionNumber: String(++number), orderedBy: 'committee', orderNumber: 'P/7', orderedOn: '2026-11-23', ...more }); // prettier-ignore
const act = (record: ChildRecord, name: string, fields: Record<string, string>, who: Who = home) =>
  desk.post(`/residents/${record.reference}/${name}`, fields, who);
async function admitted(): Promise<ChildRecord> {
  const record = await placed();
  const answer = await act(record, 'admit', form(home, { overStrengthReason: 'A night only' }));
  expect([answer.status, answer.location]).toEqual([303, `/found/${record.reference}?done=institutions.done.admit`]);
  return record;
}
const happened = async (id: RecordId) => (await nation.ask(worker, (context) => readDiary(context, id))).map(({ happening }) => happening);
async function duty(id: RecordId, rule: string): Promise<string | undefined> {
  const found = (await nation.ask(worker, (context) => obligationsOfRecord(context, id))).find(({ ruleId }) => ruleId === rule);
  return found && stateAt(found, nation.clock.now);
}

test('a child the Committee placed in the home waits there, is admitted, and the record goes with the child; the police read on', async () => {
  const record = await placed();
  expect((await desk.get('/tonight', home)).body).toContain(`/residents/${record.reference}/admit`);
  expect((await desk.get('/tonight', other)).body).not.toContain(record.reference);
  expect((await act(record, 'admit', form(other), other)).status).toBe(404);
  const unsaid = await act(record, 'admit', { unit: units.get(home)!, admissionNumber: 'A', orderedBy: 'committee' });
  expect([unsaid.status, unsaid.body.includes('orderNumber-error'), unsaid.body.includes('orderedOn-error')]).toEqual([422, true, true]);
  expect((await act(record, 'admit', form())).status).toBe(303);
  const held = await nation.ask(worker, (context) => peekRecord(context, { id: record.id }));
  expect(held!.officeId).toBe(nation.officer(home).officeId);
  expect(await happened(record.id)).toContain('care.admitted');
  for (const language of ['en', 'hi']) expect((await desk.get('/tonight', home, language)).body).toContain('Puja');
  expect((await desk.get(`/found/${record.reference}`, station)).status).toBe(200);
  const seen = await desk.get(`/found/${record.reference}?purpose=supervision`, committee);
  expect([seen.body.includes('Lives in children-home Kozhikode'), seen.body.includes('/residents/')]).toEqual([true, false]);
  expect((await desk.get(`/found/${record.reference}`, station)).body).not.toContain('Lives in');
});

test('two open places are refused in words at the field, and by the database whoever writes them', async () => {
  const record = await admitted();
  const twice = await act(record, 'admit', form(home, { overStrengthReason: 'x' }));
  expect([twice.status, twice.body.includes('unit-error'), twice.body.includes('The child has a place already')]).toEqual([
    422,
    true,
    true,
  ]);
  const again = sql`insert into residence (id, record_id, office_id, unit_id, admission_number, admitted_at, ordered_by, recorded_at)
    values (${newId()}, ${record.id}, ${nation.officer(other).officeId}, ${units.get(other)}, 'X', ${noon}, 'not-yet', ${noon})`;
  await expect(again.execute(nation.admin)).rejects.toThrow(/residence_open_once/);
});

test('a full unit takes nobody without a reason, a unit for girls no boy, and no number is given twice', async () => {
  const full = await placed();
  const refused = await act(full, 'admit', form());
  expect([
    refused.status,
    refused.body.includes('overStrengthReason-error'),
    refused.body.includes('holds 2 children with 2 places'),
  ]).toEqual([422, true, true]);
  const used = await act(full, 'admit', form(home, { overStrengthReason: 'No other home', admissionNumber: '2' }));
  expect([used.status, used.body.includes('admissionNumber-error')]).toEqual([422, true]);
  expect((await act(full, 'admit', form(home, { overStrengthReason: 'No other home' }))).status).toBe(303);
  expect((await desk.get(`/homes/${nation.officer(home).officeId}`, 'child-protection-officer Kozhikode')).body).toContain(
    '1 child more than the strength',
  );
  const boy = await placed(home, 'male');
  const wrong = await act(boy, 'admit', form(home, { overStrengthReason: 'x' }));
  expect([wrong.status, wrong.body.includes('does not take in children of that sex')]).toEqual([422, true]);
});

test('leave and hospital: the child keeps the place, one absence at a time, nobody is back before going', async () => {
  const record = await admitted();
  const leave = { place: 'Grandmother’s house', withWhom: 'grandmother', orderNumber: 'L/3', dueBackOn: '2026-11-25', dueBackAt: '18:00' };
  const early = await act(record, 'leave', { ...leave, dueBackOn: '2026-11-24', dueBackAt: '11:00' });
  expect([early.status, early.body.includes('dueBackOn-error')]).toEqual([422, true]);
  expect((await act(record, 'leave', leave)).status).toBe(303);
  expect((await act(record, 'hospital', { place: 'District hospital' })).body).toContain('away already');
  expect((await desk.get('/tonight', home)).body).toContain('On leave since');
  nation.clock.later(31);
  expect((await desk.get('/tonight', home)).body).toMatch(/word-status late.*On leave since/s);
  expect((await act(record, 'back', {})).status).toBe(303);
  expect((await act(record, 'hospital', { place: 'District hospital' })).status).toBe(303);
  expect((await act(record, 'back', {})).status).toBe(303);
  expect((await happened(record.id)).filter((one) => one.startsWith('care.'))).toEqual([
    'care.admitted', 'care.wentAway', 'care.cameBack', 'care.wentAway', 'care.cameBack',
  ]); // prettier-ignore
});

test('a child gone without leave: the portal opens the report at the station by itself; who else was told meets each duty; back ends it', async () => {
  const record = await admitted();
  expect((await act(record, 'missing', { words: 'Seen last at supper' })).status).toBe(303);
  const news = (await nation.ask(worker, (context) => readDiary(context, record.id))).at(-1)!;
  for (const _ of [1, 2])
    await nation.ask(worker, (context) =>
      listeners[0]!.hear(context, { recordId: record.id, entryId: news.entryId, happening: 'care.missingFromHome' }),
    );
  const { rows } = await sql<{ reference: string; kind: string; details: string; place: string | null }>`select r.reference, o.kind, m.details, m.last_seen_place as place
    from home_absence a join record r on r.id = a.missing_id join office o on o.id = r.office_id join missing_report m on m.record_id = r.id where a.record_id = ${record.id}`.execute(nation.admin); // prettier-ignore
  expect(rows).toEqual([
    { reference: expect.stringMatching(/^MC-KL/), kind: 'police-station', details: 'Seen last at supper', place: null },
  ]);
  const page = (await desk.get(`/missing/${rows[0]!.reference}`, station)).body;
  for (const words of ['Puja', 'children-home Kozhikode']) expect(page).toContain(words);
  expect([await duty(record.id, 'I06'), await duty(record.id, 'I06.4')]).toEqual(['running', 'met']);
  expect((await desk.get('/', home)).body).toContain(`/residents/${record.reference}/told`);
  for (const to of ['police', 'parents', 'committee']) expect((await act(record, 'told', { to })).status).toBe(303);
  expect([await duty(record.id, 'I06'), await duty(record.id, 'I06.2'), await duty(record.id, 'I06.3')]).toEqual(['met', 'met', 'met']);
  expect((await act(record, 'discharge', { leftHow: 'other', orderNumber: 'D/1', orderedOn: '2026-11-24' })).body).toContain(
    'gone without leave',
  );
  expect((await act(record, 'back', {})).status).toBe(303);
  expect((await happened(record.id)).at(-1)).toBe('care.backInHome');
});

test('a transfer is asked, read by the other home meanwhile, accepted there; record and Committee change, the first home sees the child no more', async () => {
  const record = await admitted();
  const asked = { toOffice: nation.officer(other).officeId, orderNumber: 'T/9', orderedOn: '2026-11-24', reason: 'Nearer to the mother' };
  expect((await desk.get(`/found/${record.reference}`, other)).status).toBe(404);
  for (const [orderedOn, says] of [
    ['2026-11-28', 'That lies in the future.'],
    ['2026-11-21', 'The child was not found yet then.'],
  ] as const) {
    const wrong = await act(record, 'transfer', { ...asked, orderedOn });
    expect([wrong.status, fieldError(wrong.body, 'orderedOn')]).toEqual([422, says]);
  }
  expect((await act(record, 'transfer', asked)).status).toBe(303);
  expect((await act(record, 'transfer', asked)).body).toContain('asked already');
  expect((await desk.get('/tonight', other)).body).toContain(`/residents/${record.reference}/answer`);
  expect((await act(record, 'answer', { answer: 'refused' }, other)).body).toContain('reason-error');
  const accepted = { answer: 'accepted', unit: units.get(other)!, admissionNumber: 'K1' };
  expect((await act(record, 'answer', accepted, other)).status).toBe(303);
  const held = await nation.ask(worker, (context) => peekRecord(context, { id: record.id }));
  expect([held!.officeId, held!.districtCode]).toEqual([nation.officer(other).officeId, '557']);
  expect((await happened(record.id)).at(-1)).toBe('care.transferred');
  const looks = async (who: Who) => (await desk.get(`/found/${record.reference}?purpose=supervision`, who)).status;
  expect([await looks(home), await looks(other), await looks('cwc-member Kannur'), await looks('child-protection-officer Kannur')]).toEqual(
    [404, 200, 200, 200],
  );
  const { rows } = await sql<{ n: number }>`select count(*) as n from residence where record_id = ${record.id} and left_at is null`.execute(
    nation.admin,
  );
  expect(rows[0]!.n).toBe(1);
  expect((await act(record, 'leave', {}, home)).status).toBe(404);
});

test('a transfer withdrawn shuts the file again; one refused says why', async () => {
  const record = await admitted();
  const asked = { toOffice: nation.officer(other).officeId, orderNumber: 'T/10', orderedOn: '2026-11-24', reason: 'x' };
  await act(record, 'transfer', asked);
  expect((await act(record, 'withdraw', {})).status).toBe(303);
  expect((await desk.get(`/found/${record.reference}`, other)).status).toBe(404);
  await act(record, 'transfer', { ...asked, orderNumber: 'T/11' });
  expect((await act(record, 'answer', { answer: 'refused', reason: 'Full' }, other)).status).toBe(303);
  expect((await desk.get(`/found/${record.reference}`, other)).status).toBe(404);
});

test('brothers and sisters are parted only with a reason', async () => {
  const [one, two] = [await admitted(), await admitted()];
  expect((await act(one, 'sibling', { other: 'FC-KL-2026-999999-X' })).body).toContain('other-error');
  expect((await act(one, 'sibling', { other: two.reference })).status).toBe(303);
  const asked = { toOffice: nation.officer(other).officeId, orderNumber: 'T/12', orderedOn: '2026-11-24', reason: 'School' };
  const parted = await act(one, 'transfer', asked);
  expect([parted.status, parted.body.includes('apartReason-error'), parted.body.includes('lives in children-home Kozhikode')]).toEqual([
    422,
    true,
    true,
  ]);
  expect((await act(one, 'transfer', { ...asked, apartReason: 'Their own wish' })).status).toBe(303);
  expect(
    (await act(one, 'answer', { answer: 'accepted', unit: units.get(other)!, admissionNumber: 'K2', overStrengthReason: 'x' }, other))
      .status,
  ).toBe(303);
  expect((await desk.get(`/found/${two.reference}`, home)).body).toContain('A brother or sister is in care: children-home Kannur');
  expect((await desk.get(`/found/${one.reference}`, other)).body).toContain('Their own wish');
});

test('discharge and death end the stay; the place is free and the name is off the list', async () => {
  const [leaves, dies] = [await admitted(), await admitted()];
  const order = { leftHow: 'restored', orderNumber: 'R/1', orderedOn: '2026-11-24' };
  expect((await act(leaves, 'discharge', order)).status).toBe(303);
  expect((await act(dies, 'died', { words: 'In hospital, after fever' })).status).toBe(303);
  expect([(await happened(leaves.id)).at(-1), (await happened(dies.id)).at(-1)]).toEqual(['care.released', 'care.died']);
  const list = (await desk.get('/tonight', home)).body;
  expect([list.includes(`/found/${leaves.reference}"><bdi>`), list.includes(`/found/${dies.reference}"><bdi>`)]).toEqual([false, false]);
  const again = form(home, { overStrengthReason: 'x' });
  const early = await act(leaves, 'admit', { ...again, doneOn: '2026-11-24', doneAt: '11:00' });
  expect([early.status, fieldError(early.body, 'doneOn')]).toEqual([422, 'The child still lived in a home then.']);
  expect((await act(leaves, 'admit', again)).status).toBe(303);
  expect((await act(dies, 'back', {})).body).toContain('does not live in your home');
});

test('discharged, the child is the home’s no more: the record is the Committee’s, the home reads it no longer; control: one who stays, and one in another home', async () => {
  const [leaves, stays] = [await admitted(), await admitted()];
  const giveBack = (record: ChildRecord) =>
    nation.ask(worker, (context) =>
      listeners
        .find(({ name }) => name === 'institutions.giveBack')!
        .hear(context, { recordId: record.id, entryId: '', happening: 'care.released' }),
    );
  const holder = async (record: ChildRecord) =>
    (await sql<{ id: string }>`select office_id as id from record where id = ${record.id}`.execute(nation.admin)).rows[0]!.id;
  const discharged = await act(leaves, 'discharge', { leftHow: 'family-care', orderNumber: 'R/2', orderedOn: '2026-11-24' });
  expect(discharged.headers['location']).toMatch(/^\/tonight/); // the child's page is the home's no more
  for (const record of [leaves, stays, leaves]) await giveBack(record); // heard twice
  expect([await holder(leaves), await holder(stays)]).toEqual([nation.officer(committee).officeId, nation.officer(home).officeId]);
  expect((await desk.get(`/found/${leaves.reference}`, home)).status).toBe(404);
  expect((await desk.get(`/found/${stays.reference}`, home)).status).toBe(200);
  expect((await desk.get(`/found/${leaves.reference}`, committee)).status).toBe(200);
});

const order = { orderNumber: 'X/1', orderedOn: '2026-11-24' };
const leave = { place: 'Home', withWhom: 'aunt', orderNumber: 'L/9', dueBackOn: '2026-12-20', dueBackAt: '18:00' };
test.each([
  ['leave', leave],
  ['hospital', { place: 'District hospital' }],
  ['missing', { words: 'Seen at supper' }],
  ['discharge', { leftHow: 'other', ...order }],
  ['died', { words: 'In hospital' }],
] as const)('%s: neither in the future nor before the child came is refused at its field', async (name, fields) => {
  const record = await admitted();
  for (const doneOn of ['2026-11-26', '2026-11-20']) {
    const refused = await act(record, name, { ...fields, doneOn, doneAt: '10:00' });
    expect([doneOn, refused.status, refused.body.includes('doneOn-error')]).toEqual([doneOn, 422, true]);
  }
});

test('nor is a child admitted, back, told of or asked for in the future', async () => {
  const [waits, away] = [await placed(), await admitted()];
  const future = { doneOn: '2026-11-26', doneAt: '10:00' };
  expect((await act(waits, 'admit', form(home, { overStrengthReason: 'x', ...future }))).body).toContain('doneOn-error');
  expect((await act(waits, 'admit', form(home, { overStrengthReason: 'x', orderedOn: '2026-11-26' }))).body).toContain('orderedOn-error');
  await act(away, 'missing', { words: 'Seen at supper' });
  expect((await act(away, 'back', future)).body).toContain('doneOn-error');
  expect((await act(away, 'told', { to: 'police', ...future })).body).toContain('doneOn-error');
  expect((await act(away, 'back', { doneOn: '2026-11-23', doneAt: '10:00' })).body).toContain('doneOn-error');
  const asked = { toOffice: nation.officer(other).officeId, orderNumber: 'T/20', orderedOn: '2026-11-26', reason: 'x' };
  expect((await act(away, 'transfer', asked)).body).toContain('orderedOn-error');
});

test('row security: residents are read by the home, its Committee and unit; by no other home, no nodal officer, no station', async () => {
  const record = await admitted();
  const seen = (who: Who) =>
    nation.ask(who, async ({ db }) => (await sql`select 1 from residence where record_id = ${record.id}`.execute(db)).rows.length);
  for (const who of [home, committee, 'child-protection-officer Kozhikode', 'home-worker Kozhikode'] as const)
    expect([who, await seen(who)]).toEqual([who, 1]);
  for (const who of [
    other,
    station,
    'district-nodal-officer Kozhikode',
    'state-nodal-officer Kozhikode',
    'national-nodal-officer Saran',
    'cwc-member Kannur',
  ] as const)
    expect([who, await seen(who)]).toEqual([who, 0]);
  // Control: with the wider reach alone as the rule, as for a police record, the State's officer would read it.
  await sql`create policy open on residence for select to vatsalya_desk using ((select true from record r where r.id = record_id))`.execute(
    nation.admin,
  );
  expect(await seen('state-nodal-officer Kozhikode')).toBe(1);
  await sql`drop policy open on residence`.execute(nation.admin);
});

test('no home admits a child nobody placed there, whatever it sends', async () => {
  const record = await child('home-superintendent Kannur');
  const attack = (who: Who) =>
    nation.ask(who, async ({ db, now }) => {
      await sql`insert into residence (id, record_id, office_id, unit_id, admission_number, admitted_at, ordered_by, recorded_at)
        values (${newId()}, ${record.id}, ${nation.officer(who).officeId}, ${units.get(home)}, 'Z', ${now}, 'not-yet', ${now})`.execute(db);
      return 'let in';
    });
  await expect(attack(home)).rejects.toMatchObject({ code: '42501' });
  await sql`insert into production (id, record_id, cwc_id, sitting, produced_at, placed_with, placed_office_id, recorded_at)
    values (${newId()}, ${record.id}, ${nation.officer(committee).officeId}, 'committee', ${noon}, 'children-home', ${nation.officer(home).officeId}, ${noon})`.execute(
    nation.admin,
  );
  expect(await attack(home)).toBe('let in'); // control: placed there it is
});

test('the evening’s count: one that differs from the records asks why', async () => {
  const differs = await desk.post('/tonight', { counted: '0' }, home);
  expect([differs.status, differs.body.includes('words-error')]).toEqual([422, true]);
  expect((await desk.post('/tonight', { counted: '0', words: 'All at the fair' }, home)).status).toBe(303);
  expect((await desk.get('/tonight', home)).body).toContain('Counted 0 at');
});

test('what falls due tonight stands before what has been late for months, and the others are counted', async () => {
  const record = await admitted();
  nation.clock.later(24 * 60);
  const row = async () => (await desk.get('/tonight', home)).body.split('<tr').find((one) => one.includes(record.reference));
  expect(await row()).toContain('Make the individual care plan');
  expect((await act(record, 'missing', { words: 'Seen last at supper' })).status).toBe(303);
  const gone = await row();
  expect([gone?.includes('Make the individual care plan'), gone?.includes('child is gone from the home')]).toEqual([false, true]);
  expect(gone).toMatch(/and \d more/);
});
