// A social investigation report on a real database: ordered, written by two workers, sealed in part, submitted once, read by the Committee alone.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reference } from '../../../kernel/reference.ts';
import { type Bench, chair, home, startBench, unit } from '../../../../tests/database/committee.ts';
import { reportFields, reportParts } from './report-fields.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench?.stop());

/** The report's address, ordered of the home by three members. */
async function ordered(): Promise<{ reference: Reference; path: string }> {
  const reference = await bench.found();
  await bench.produce(reference);
  await bench.order(reference, 'social-report', { toOffice: bench.nation.officer(home).officeId, dueOn: '2026-12-05' });
  const { rows } = await sql<{
    id: string;
  }>`select s.id from social_report s join record r on r.id = s.record_id where r.reference = ${reference}`.execute(bench.nation.admin);
  return { reference, path: `/cwc/${reference}/reports/${rows[0]!.id}` };
}
const save = (path: string, part: string, seen: number, fields: Record<string, string | string[]>, who: typeof home = home) =>
  bench.send(`${path}?part=${part}`, { part, seen: String(seen), ...fields }, who);

test('the table holds all items of Form 22, each once, with words in both languages', async () => {
  const names = reportFields.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(57 + 13);
  expect(reportFields.filter(({ sealed }) => sealed).length).toBeGreaterThan(10);
  const { path } = await ordered();
  for (const language of ['en', 'hi'])
    for (const part of reportParts)
      expect([part, (await bench.desk.get(`${path}?part=${part}`, home, language)).status]).toEqual([part, 200]);
});

test('written in parts, as far as it is known; of two workers the second sees what the first wrote, field by field, and loses nothing', async () => {
  const { path } = await ordered();
  expect((await bench.desk.get('/cwc', home)).body).toContain(path); // among what the home has to do
  expect((await save(path, 'school', 0, { teachers: 'kind', classmates: 'friendly', education: 'up-to-five' })).status).toBe(303);
  const stale = await save(path, 'school', 0, {
    teachers: 'beat her',
    vocational: 'sewing',
    classmates: 'friendly',
    education: 'up-to-five',
  });
  expect([
    stale.status,
    stale.body.includes('teachers-error'),
    stale.body.includes('“kind”'),
    stale.body.includes('beat her</textarea>'),
  ]).toEqual([422, true, true, true]);
  expect(stale.body).not.toContain('classmates-error');
  expect(stale.body).toContain('name="seen" value="1"'); // having seen it, the next saving counts
  expect(
    (await save(path, 'school', 1, { teachers: 'beat her', vocational: 'sewing', classmates: 'friendly', education: 'up-to-five' })).status,
  ).toBe(303);
  const page = (await bench.desk.get(`${path}?part=school`, home)).body;
  for (const words of ['beat her', 'sewing', 'friendly']) expect(page).toContain(words);
  expect((await save(path, 'school', 99, {})).status).toBe(422);
});

test('abuse and psychology lie sealed; submitted once with what the Committee needs; then it alone reads, the sealed parts apart', async () => {
  const { reference, path } = await ordered();
  expect((await save(path, 'harm', 0, { perpetrators: 'an uncle of Sonpur', abuse: ['physical'] })).status).toBe(303);
  const { rows } = await sql<{
    row: string;
  }>`select a::text as row from social_report_answer a where field in ('perpetrators', 'abuse')`.execute(bench.nation.admin);
  expect(rows.length).toBe(2);
  expect(rows.map(({ row }) => row).join(' ')).not.toMatch(/Sonpur|physical/);
  expect((await bench.desk.get(`${path}/read`, chair)).status).toBe(404); // not yet submitted
  const early = await bench.send(`${path}/submit`, {}, home);
  expect([early.status, early.body.includes('still empty')]).toEqual([409, true]);
  await save(path, 'child', 1, { name: 'Asha' });
  await save(path, 'family', 2, { familyMembers: 'Mother, 34' });
  await save(path, 'plan', 3, { restorationRisk: 'low, with visits', recommendation: 'home with support' });
  for (const who of [unit, 'home-superintendent Kannur', 'duty-officer Kozhikode'] as const)
    expect([403, 404]).toContain((await bench.send(`${path}/submit`, {}, who)).status);
  expect((await bench.send(`${path}/submit`, {}, home)).status).toBe(303);
  expect((await bench.send(`${path}/submit`, {}, home)).status).toBe(409);
  expect((await save(path, 'plan', 4, { recommendation: 'another' })).status).toBe(409);
  const open = await bench.desk.get(`${path}/read`, chair);
  expect([open.status, open.body.includes('low, with visits'), open.body.includes('Sonpur')]).toEqual([200, true, false]);
  const sealed = await bench.desk.get(`${path}/sealed`, chair, 'hi');
  expect([sealed.status, sealed.body.includes('an uncle of Sonpur')]).toEqual([200, true]);
  const looks = await sql<{ n: number }>`select count(*) as n from audit_entry a join record r on r.id = a.record_id
    where a.name = 'cwc.socialReportSealed' and r.reference = ${reference} and a.action = 'read'`.execute(bench.nation.admin);
  expect(looks.rows[0]!.n).toBeGreaterThan(0);
  for (const who of [home, unit, 'cwc-chairperson Kannur'] as const)
    expect([403, 404]).toContain((await bench.desk.get(`${path}/sealed`, who)).status);
  expect((await bench.desk.get('/cwc', chair)).body).toContain(`${path}/read`);
  expect((await bench.desk.get(`/cwc/${reference}/file`, chair)).body).toContain(`${path}/read`);
  const { rows: told } = await sql<{ happening: string }>`select happening from diary_entry e join record r on r.id = e.record_id
    where r.reference = ${reference} order by sequence desc limit 1`.execute(bench.nation.admin);
  expect(told[0]!.happening).toBe('inquiry.reportSubmitted');
});

test('row security opens answers to no Committee before they are submitted, and to no other office ever', async () => {
  const { path } = await ordered();
  await save(path, 'school', 0, { teachers: 'kind' });
  const id = path.split('/').at(-1)!;
  const seen = (who: typeof home | typeof chair) =>
    bench.nation.ask(who, async ({ db }) => (await sql`select from social_report_answer where report_id = ${id}`.execute(db)).rows.length);
  expect([await seen(home), await seen(chair), await seen(unit), await seen('juvenile-police-head Kozhikode')]).toEqual([1, 0, 0, 0]);
});
