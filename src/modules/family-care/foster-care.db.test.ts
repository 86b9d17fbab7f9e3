// Foster care at the desk: a family studied by two workers, placed by the Committee, visited, and a child taken away at once; aftercare; and a child handed on.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Reference } from '../../kernel/reference.ts';
import { type Day, instantAt } from '../../kernel/time.ts';
import { type Bench, chair, startBench, unit } from '../../../tests/database/committee.ts';
import { fieldError } from '../../../tests/database/door.ts';
import { type Nation, noon, worker } from '../../../tests/database/tools.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { listeners } from './papers/jobs.ts';

let bench: Bench;
let nation: Nation;
beforeAll(async () => {
  bench = await startBench();
  nation = bench.nation;
});
afterAll(() => bench?.stop());
beforeEach(() => void (nation.clock.now = noon));

const child = async (fields: Record<string, string> = {}): Promise<Reference> => {
  const reference = await bench.found(fields);
  await bench.produce(reference);
  return reference;
};
const duties = async (reference: Reference, rule: string) =>
  (
    await sql<{
      ending: string | null;
    }>`select b.ending from obligation b join record r on r.id = b.record_id where r.reference = ${reference} and b.rule_id = ${rule}`.execute(
      nation.admin,
    )
  ).rows.map(({ ending }) => ending);
const family = async (ownChildren = '1'): Promise<string> => {
  const { location } = await bench.send(
    '/family-care/families/new',
    { kind: 'family', name: 'Thomas and Leela', address: 'Canal Road 7', ownChildren },
    unit,
  );
  return location.split('?')[0]!;
};
const study = {
  firstName: 'Thomas', languages: 'Malayalam', health: 'good', income: '240000', members: 'four', homeAndStreet: 'three rooms', motivation: 'room for a child',
  rearing: 'as our own', visitedOn: '2026-11-23', papersVerified: 'yes', interviews: 'both', capacity: 'good', recommend: 'yes', recommendReasons: 'calm home',
}; // prettier-ignore
async function studied(path: string, fields: Record<string, string> = {}): Promise<void> {
  nation.clock.tick();
  const paper = (await bench.send(`${path}/home-study`, {}, unit)).location.split('?')[0]!;
  expect((await bench.send(paper, { seen: '0', ...study, ...fields }, unit)).status).toBe(303);
  expect((await bench.send(`${paper}/hand-in`, {}, unit)).status).toBe(303);
}
const seats = { 'approvers.0.name': 'A', 'approvers.0.standing': 'chairperson', 'approvers.1.name': 'B', 'approvers.1.standing': 'agency', 'approvers.2.name': 'C', 'approvers.2.standing': 'other' }; // prettier-ignore
const money = { pays: 'monthly', amount: '4000', purposes: ['nutrition'], holder: 'Asha', account: '998877665544', operator: 'DCPU' };
async function applied(reference: Reference, kind: string, fields: Record<string, string>): Promise<string> {
  const sent = await bench.send(
    `/found/${reference}/family-care/apply/${kind}`,
    { appliedOn: '2026-11-24', why: 'right for the child', ...fields },
    unit,
  );
  expect(sent.status).toBe(303);
  const { rows } = await sql<{ id: string }>`select a.id from care_arrangement a join record r on r.id = a.record_id where r.reference = ${reference} and a.kind = ${kind} order by a.id desc`.execute(nation.admin); // prettier-ignore
  return `/found/${reference}/family-care/placings/${rows[0]!.id}`;
}
const approve = (path: string) =>
  bench.send(`${path}/approve`, { metOn: '2026-11-24', decision: 'approved', reasons: 'suits', ...seats }, unit);
const order = async (reference: Reference, type: string) => (await bench.order(reference, type)).split('/').at(-1)!;
async function fostered(familyPath: string): Promise<{ reference: Reference; path: string }> {
  const reference = await child();
  const path = await applied(reference, 'foster', { form: 'individual', family: familyPath.split('/').at(-1)! });
  await approve(path);
  expect((await bench.send(`${path}/order`, { order: await order(reference, 'foster'), fromOn: '2026-11-24', ...money })).status).toBe(303);
  return { reference, path };
}
const visit = {
  visitedOn: '2026-11-24', whoMet: 'all', happyThere: 'yes', fedEnough: 'yes', ownBed: 'yes', goesToSchool: 'yes', treatedAlike: 'yes', abuseSaid: 'no', abuseSeen: 'no',
  workForced: 'no', childSays: 'I like the garden', familySays: 'fine', workerThinks: 'well placed',
}; // prettier-ignore
async function visited(path: string, reference: Reference, fields: Record<string, string> = {}, who = unit) {
  nation.clock.later(1);
  const paper = (await bench.send(`${path}/papers/foster-inspection`, {}, who)).location.split('?')[0]!;
  expect((await bench.send(paper, { seen: '0', ...visit, ...fields }, who)).status).toBe(303);
  return { paper, sent: await bench.send(`${paper}/hand-in`, {}, who), reference };
}

describe('a home study', () => {
  test('by two workers at once: what both wrote differently is shown at its field, the rest is kept, nothing typed is lost', async () => {
    const path = await family();
    const paper = (await bench.send(`${path}/home-study`, {}, unit)).location.split('?')[0]!;
    expect((await bench.send(paper, { seen: '0', members: 'four', income: '240000' }, unit)).status).toBe(303);
    const later = await bench.send(paper, { seen: '0', members: 'five', health: 'good' }, unit);
    expect([later.status, fieldError(later.body, 'members')]).toEqual([422, expect.stringContaining('wrote “four” here at 24 Nov 2026')]);
    expect([later.body.includes('>five</textarea>'), fieldError(later.body, 'health')]).toEqual([true, undefined]);
    expect((await bench.send(paper, { seen: '1', members: 'five', income: '240000', health: 'good' }, unit)).status).toBe(303);
    const lacking = await bench.send(`${paper}/hand-in`, {}, unit);
    expect([lacking.status, lacking.body.includes('fields are still needed')]).toEqual([409, true]);
  });

  test('once handed in stays, also by a bare statement, and is printed as Form 30', async () => {
    const path = await family();
    await studied(path);
    const [, id] = /papers\/([0-9a-f-]{36})/.exec((await bench.desk.get(path, unit)).body)!;
    const { body } = await bench.send(`${path}/papers/${id}`, { seen: '1', members: 'nine' }, unit);
    expect(['not changed any more', 'What you typed was not saved', 'nine'].filter((words) => !body.includes(words))).toEqual([]);
    await expect(sql`update care_paper set version = 9 where id = ${id}`.execute(nation.admin)).rejects.toThrow('not changed');
    const printed = await bench.desk.get(`${path}/papers/${id}/print.pdf`, unit);
    expect([printed.status, printed.headers['content-type']]).toEqual([200, 'application/pdf']);
  });
});

describe('a family', () => {
  test('takes no child before its study recommends it, and no third foster child', async () => {
    const path = await family('0');
    const reference = await child();
    const placing = await applied(reference, 'foster', { form: 'individual', family: path.split('/').at(-1)! });
    await approve(placing);
    const signed = await order(reference, 'foster');
    const send = () => bench.send(`${placing}/order`, { order: signed, fromOn: '2026-11-24', ...money });
    expect((await send()).body).toContain('No home study of the family is handed in (Form 30).');
    await studied(path, { recommend: 'no' });
    expect((await send()).body).toContain('does not recommend the family');
    await studied(path);
    expect((await send()).status).toBe(303);
    await fostered(path);
    const third = await child();
    const sent = await bench.send(
      `/found/${third}/family-care/apply/foster`,
      { form: 'individual', family: path.split('/').at(-1)!, appliedOn: '2026-11-24', why: 'x' },
      unit,
    );
    expect([sent.status, fieldError(sent.body, 'family')]).toEqual([422, expect.stringContaining('has 2 foster children already')]);
  });

  test('is seen in its district by the unit and the Committee; elsewhere, and by the police, not', async () => {
    const path = await family();
    expect((await bench.desk.get(path, chair)).body).toContain('Canal Road 7');
    expect((await bench.desk.get(path, 'child-protection-officer Saran')).status).toBe(404);
    expect((await bench.desk.get(path, 'investigating-officer Kozhikode')).status).toBe(403);
    const rows = (who: Parameters<Nation['ask']>[0]) =>
      nation.ask(who, async ({ db }) => (await sql`select 1 from foster_family`.execute(db)).rows.length);
    expect([await rows('investigating-officer Kozhikode'), await rows('child-protection-officer Saran'), (await rows(unit)) > 0]).toEqual([
      0,
      0,
      true,
    ]);
    const { rows: stored } = await sql<{ text: string }>`select string_agg(f::text, ' ') as text from foster_family f`.execute(
      nation.admin,
    );
    expect(stored[0]!.text.includes('Canal')).toBe(false);
  });
});

describe('a child in a foster family', () => {
  test('is visited each month; a calm visit starts the next month, a day ahead or before the placing is refused', async () => {
    const path = await family();
    await studied(path);
    const { reference, path: placing } = await fostered(path);
    expect(await duties(reference, 'I13')).toEqual([null]);
    const ahead = await visited(placing, reference, { visitedOn: '2026-11-25' });
    expect(ahead.sent.body).toContain('lies in the future');
    await bench.send(ahead.paper, { seen: '1', ...visit, visitedOn: '2026-11-20' }, unit);
    expect((await bench.send(`${ahead.paper}/hand-in`, {}, unit)).body).toContain('before the child was placed');
    await bench.send(ahead.paper, { seen: '2', ...visit }, unit);
    expect((await bench.send(`${ahead.paper}/hand-in`, {}, chair)).status).toBe(303);
    expect(await duties(reference, 'I13.3')).toEqual([]);
    expect((await duties(reference, 'I13')).toSorted()).toEqual(['met', null]);
  });

  test('that is hurt leaves at once: the duty starts with the visit and ends as the placing ends', async () => {
    const path = await family();
    await studied(path);
    const { reference, path: placing } = await fostered(path);
    nation.clock.now = instantAt('2026-12-10' as Day, '12:00');
    const { paper, sent } = await visited(placing, reference, { visitedOn: '2026-12-10', abuseSaid: 'yes' });
    expect([sent.status, (await bench.desk.get(paper, unit)).body.includes('leaves the family at once')]).toEqual([303, true]);
    expect(await duties(reference, 'I13.3')).toEqual([null]);
    const [news] = (await sql<{ recordId: RecordId; entryId: string }>`select e.record_id, e.id as entry_id from diary_entry e join record r on r.id = e.record_id where r.reference = ${reference} and e.happening = 'care.fosterAbuseFound'`.execute(nation.admin)).rows; // prettier-ignore
    for (const _ of ['heard', 'heard again'])
      await nation.ask(worker, (context) => listeners[0]!.hear(context, { ...news!, happening: 'care.fosterAbuseFound' }));
    const { rows } = await sql<{
      kind: string;
      alarm: boolean;
    }>`select o.kind, i.alarm from intimation i join office o on o.id = i.office_id join record r on r.id = i.record_id
      where r.reference = ${reference} and i.about_kind = 'foster-abuse' order by o.kind`.execute(nation.admin);
    expect(rows).toEqual([
      { kind: 'cwc', alarm: true },
      { kind: 'dcpu', alarm: true },
    ]);
    nation.clock.later(1);
    expect(
      (await bench.send(`${placing}/end`, { endedOn: '2026-12-10', because: 'other', reasons: 'hurt by an uncle' }, unit)).status,
    ).toBe(303);
    expect(await duties(reference, 'I13.3')).not.toContain(null);
  });
});

test('aftercare: for who is nearly eighteen or older, ordered on Form 37, reported on each half-year; a child of nine is refused', async () => {
  const young = await child();
  const refused = await bench.send(
    `/found/${young}/family-care/apply/aftercare`,
    { organisation: 'Asha Kiran', appliedOn: '2026-11-24', why: 'x' },
    unit,
  );
  expect([refused.status, fieldError(refused.body, 'appliedOn')]).toEqual([422, 'The child is far from 18 years yet.']);
  const reference = await child({ ageFrom: '17' });
  const path = await applied(reference, 'aftercare', { organisation: 'Asha Kiran hostel' });
  expect((await bench.send(`${path}/order`, { order: await order(reference, 'aftercare'), fromOn: '2026-11-24', ...money })).status).toBe(
    303,
  );
  expect(await duties(reference, 'I14')).toEqual([null]);
  const paper = (await bench.send(`${path}/papers/aftercare-report`, {}, unit)).location.split('?')[0]!;
  const report = { reportedOn: '2026-11-24', livesWhere: 'hostel', workOrStudy: 'tailoring', moneySpent: 'rent', youngPersonSays: 'well', workerThinks: 'on the way', outcome: 'continue' }; // prettier-ignore
  await bench.send(paper, { seen: '0', ...report }, unit);
  expect((await bench.send(`${paper}/hand-in`, {}, unit)).status).toBe(303);
  expect((await bench.desk.get(`${path}/order.pdf`, unit)).status).toBe(200);
});

describe('handing a child on', () => {
  test('to GHAR: a file with no formula in it, for whoever may; the number that comes back is kept once', async () => {
    const reference = await child({ childName: '=HYPERLINK("http://x","y")', fatherName: '+91 Ramu' });
    const base = `/found/${reference}/family-care`;
    expect((await bench.send(`${base}/hand-on/ghar`, { purpose: 'home-state' }, unit)).status).toBe(303);
    const [, href] = /href="([^"]+file\.csv)"/.exec((await bench.desk.get(base, unit)).body)!;
    const file = await bench.desk.get(href!, unit);
    expect([
      file.status,
      file.headers['cache-control'],
      file.body.includes(`"'=HYPERLINK(""http`),
      file.body.includes(",'+91 Ramu,"),
    ]).toEqual([200, 'private, no-store', true, true]);
    expect((await bench.desk.get(href!, chair)).status).toBe(403);
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from audit_entry where name = 'familyCare.handOff.file' and action = 'read'`.execute(nation.admin);
    expect(rows[0]!.n).toBeGreaterThan(0);
    const answer = (fields = {}) =>
      bench.send(href!.replace('file.csv', 'answer'), { referenceBack: 'GH/2026/77', answeredOn: '2026-11-24', ...fields }, unit);
    expect(fieldError((await answer({ answeredOn: '2026-11-25' })).body, 'answeredOn')).toBe('That lies in the future.');
    expect(fieldError((await answer({ referenceBack: '=1+1' })).body, 'referenceBack')).toContain('letters, digits');
    expect((await answer()).status).toBe(303);
    expect((await answer()).body).toContain('recorded already');
  });

  test('to CARINGS: not before the certificate of Form 25', async () => {
    const reference = await child();
    const sent = await bench.send(`/found/${reference}/family-care/hand-on/carings`, { purpose: 'both' }, unit);
    expect([sent.status, sent.body.includes('has not certified this child legally free')]).toEqual([422, true]);
  });
});
