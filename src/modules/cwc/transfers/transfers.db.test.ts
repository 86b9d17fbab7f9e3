// From one Committee to another and home: residence, order, records, the other Committee's answer; escort, visits, appeal.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reference } from '../../../kernel/reference.ts';
import { peekRecord } from '../../children/index.ts';
import { fieldError } from '../../../../tests/database/door.ts';
import { type Bench, chair, home, startBench, unit } from '../../../../tests/database/committee.ts';
import { type Who, worker } from '../../../../tests/database/tools.ts';
import { listeners } from '../jobs.ts';

let bench: Bench;
const other: Who = 'cwc-chairperson Saran';
const today = '2026-11-24';
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench?.stop());

const produced = async (): Promise<Reference> => {
  const reference = await bench.found();
  await bench.produce(reference);
  return reference;
};
const happenings = async (reference: Reference) =>
  (
    await sql<{
      happening: string;
    }>`select e.happening from diary_entry e join record r on r.id = e.record_id where r.reference = ${reference} order by e.sequence`.execute(
      bench.nation.admin,
    )
  ).rows.map(({ happening }) => happening);
const asWorker = (reference: Reference) =>
  bench.nation.ask(worker, async (context) => {
    const record = (await peekRecord(context, { reference }))!;
    const news = { recordId: record.id, entryId: '', happening: 'inquiry.transferAccepted' } as const;
    await listeners.find(({ name }) => name === 'cwc.carryOutTransfer')!.hear(context, news);
  });
const holder = async (reference: Reference) =>
  (await sql<{ id: string }>`select office_id as id from record where reference = ${reference}`.execute(bench.nation.admin)).rows[0]!.id;

const FUTURE = 'This lies in the future.';
async function refused(path: string, fields: Record<string, string>, at: string, says: string, who: Who = chair): Promise<void> {
  const { status, body } = await bench.send(path, fields, who);
  expect([status, fieldError(body, at)]).toEqual([422, says]);
}

/** Told to live in Saran, transferred by order, records sent. */
async function sent(): Promise<Reference> {
  const reference = await produced();
  const toCommittee = bench.nation.officer(other).officeId;
  const signers = bench.members.slice(0, 3).map(({ officerId }) => officerId);
  const early = await bench.send(`/cwc/${reference}/order?type=transfer`, {
    type: 'transfer',
    language: 'en',
    body: 'x',
    toCommittee,
    signers,
  });
  expect([early.status, early.body.includes('home is elsewhere')]).toEqual([422, true]);
  expect((await bench.send(`/cwc/${reference}/residence`, { liesIn: 'state', place: 'Saran, Bihar' })).status).toBe(303);
  await bench.order(reference, 'transfer', { toCommittee });
  expect((await bench.desk.get(`/cwc/${reference}/transfer`, other)).status).toBe(404); // no record went yet
  await refused(`/cwc/${reference}/sent`, { sentOn: '2026-11-23' }, 'sentOn', 'The order was made after that day.');
  await refused(`/cwc/${reference}/sent`, { sentOn: '2026-11-25' }, 'sentOn', FUTURE);
  expect((await bench.send(`/cwc/${reference}/sent`, { sentOn: today, sentHow: 'by messenger' })).status).toBe(303);
  return reference;
}

test('accepted, the record becomes the other Committee’s; until the child has arrived the home reads on', async () => {
  const reference = await sent();
  expect((await bench.desk.get('/cwc', other)).body).toContain(`/cwc/${reference}/transfer`);
  for (const language of ['en', 'hi']) expect((await bench.desk.get(`/cwc/${reference}/transfer`, other, language)).status).toBe(200);
  expect((await bench.send(`/cwc/${reference}/transfer`, { transferAnswer: 'accepted' }, 'cwc-chairperson Kannur')).status).toBe(404);
  expect((await bench.send(`/cwc/${reference}/transfer`, { transferAnswer: 'accepted' }, other)).status).toBe(303);
  expect((await bench.send(`/cwc/${reference}/transfer`, { transferAnswer: 'accepted' }, other)).status).toBe(422);
  expect((await happenings(reference)).slice(-2)).toEqual(['inquiry.recordsSent', 'inquiry.transferAccepted']);
  await asWorker(reference);
  await asWorker(reference); // heard twice
  expect(await holder(reference)).toBe(bench.nation.officer(other).officeId);
  const file = await bench.desk.get(`/cwc/${reference}/file`, other);
  expect([file.status, file.body.includes('Transfer to the Committee of residence')]).toEqual([200, true]);
  expect((await bench.desk.get(`/found/${reference}`, home)).status).toBe(200);
  expect((await bench.send(`/cwc/${reference}/residence`, { liesIn: 'state', place: 'x' })).status).toBe(409); // no longer the first Committee's
});

test('refused with its reason, the matter is back where it was, and the other Committee reads it no more', async () => {
  const reference = await sent();
  const wordless = await bench.send(`/cwc/${reference}/transfer`, { transferAnswer: 'refused' }, other);
  expect([wordless.status, wordless.body.includes('answerBecause-error')]).toEqual([422, true]);
  const duties = async () =>
    (await sql<{ id: string }>`select b.rule_id as id from obligation b join record r on r.id = b.record_id where r.reference = ${reference} and b.ending is null order by 1`.execute(bench.nation.admin)).rows.map(({ id }) => id); // prettier-ignore
  expect(await duties()).not.toContain('C02');
  expect(
    (await bench.send(`/cwc/${reference}/transfer`, { transferAnswer: 'refused', answerBecause: 'the family is of Siwan' }, other)).status,
  ).toBe(303);
  expect(await duties()).toContain('C02');
  await asWorker(reference);
  expect(await holder(reference)).toBe(bench.nation.officer(home).officeId);
  expect((await bench.desk.get(`/cwc/${reference}/transfer`, other)).status).toBe(404);
  expect((await bench.desk.get(`/cwc/${reference}/file`, chair)).body).toContain('the family is of Siwan');
});

test('an escorted journey has its start, its end and who took the child over; once for an order', async () => {
  const reference = await produced();
  const order = (await bench.order(reference, 'escort', { escortOf: 'dcpu', toOffice: bench.nation.officer(unit).officeId }))
    .split('/')
    .at(-1)!;
  bench.nation.clock.later(30);
  const journey = {
    order,
    escortName: 'Ravi',
    startedOn: today,
    startedAt: '14:00',
    endedOn: '2026-11-25',
    endedAt: '10:00',
    handedTo: 'CWC Saran',
    receipt: 'R-17',
  };
  const path = `/cwc/${reference}/journey?purpose=supervision`;
  await refused(path, { ...journey, endedOn: '2026-11-23' }, 'endedOn', 'The child arrives after setting out.', unit);
  await refused(path, { ...journey, endedOn: '2026-11-26' }, 'endedOn', FUTURE, unit);
  await refused(path, { ...journey, startedOn: '2026-11-23' }, 'startedOn', 'The order was made after that day.', unit);
  expect((await bench.send(path, journey, unit)).status).toBe(303);
  expect((await bench.send(path, journey, unit)).status).toBe(422);
  expect((await bench.send(path, journey, 'duty-officer Kozhikode')).status).toBe(403);
  expect((await bench.desk.get(`/cwc/${reference}/file`, chair)).body).toContain('Receipt R-17');
  bench.nation.clock.later(-30);
});

test('visits are of a restored child, each once, and end the duty of that visit; an appeal is kept beside its order', async () => {
  const reference = await produced();
  const path = `/cwc/${reference}/follow-up?purpose=supervision`;
  const visit = { visit: 'first', visitedOn: today, visitFound: 'at school again' };
  const early = await bench.send(path, visit, unit);
  expect([early.status, early.body.includes('nobody to visit')]).toEqual([422, true]);
  const order = (await bench.order(reference, 'restoration', { suitableBy: 'home-visit' })).split('/').at(-1)!;
  await bench.nation.ask(chair, async (context) => {
    const { writeDiary } = await import('../../diary/index.ts');
    const record = (await peekRecord(context, { reference }))!;
    await writeDiary(context, record.id, { happening: 'found.restored', facts: { to: 'parents' } });
  });
  await refused(path, { ...visit, visitedOn: '2026-11-23' }, 'visitedOn', 'The child went home after that day.', unit);
  await refused(path, { ...visit, visitedOn: '2026-11-25' }, 'visitedOn', FUTURE, unit);
  expect((await bench.send(path, visit, unit)).status).toBe(303);
  expect((await bench.send(path, visit, unit)).status).toBe(422);
  expect((await happenings(reference)).at(-1)).toBe('inquiry.followedUp');
  const second = { visit: 'two-months', visitedOn: today, visitFound: 'well' };
  await refused(path, second, 'visit', 'This visit counts from 24 Dec 2026 on. Until then write it down as the first.', unit);
  const duties = async () =>
    (await sql<{ id: string }>`select b.rule_id as id from obligation b join record r on r.id = b.record_id where r.reference = ${reference} and b.ending is null and b.rule_id like 'C20%' order by 1`.execute(bench.nation.admin)).rows.map(({ id }) => id); // prettier-ignore
  expect(await duties()).toEqual(['C20.2', 'C20.6']);
  bench.nation.clock.later(31 * 24);
  expect((await bench.send(path, { ...second, visitedOn: '2026-12-25' }, unit)).status).toBe(303);
  expect(await duties()).toEqual(['C20.6']);
  bench.nation.clock.later(-31 * 24);
  const appeal = { order, appealTo: 'childrens-court', appealedOn: today, appealBy: 'the aunt' };
  const appeals = `/cwc/${reference}/appeal`;
  await refused(appeals, { ...appeal, appealedOn: '2026-11-23' }, 'appealedOn', 'The order was made after that day.');
  await refused(appeals, { ...appeal, appealedOn: '2026-11-25' }, 'appealedOn', FUTURE);
  expect((await bench.send(appeals, appeal)).status).toBe(303);
  const file = (await bench.desk.get(`/cwc/${reference}/file`, chair, 'en')).body;
  for (const words of ['at school again', 'Appeal of the aunt']) expect(file).toContain(words);
  expect((await bench.desk.get(`/cwc/${reference}/file`, chair, 'hi')).status).toBe(200);
});
