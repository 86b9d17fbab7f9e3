// Form 26: days fixed and kept by the diary, a day put off, and a birth date that makes the child eighteen in the middle of it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reference } from '../../../kernel/reference.ts';
import { effectiveEntries, readDiary } from '../../diary/index.ts';
import { peekRecord } from '../../children/index.ts';
import { fieldError } from '../../../../tests/database/door.ts';
import { type Bench, chair, home, startBench } from '../../../../tests/database/committee.ts';
import { linesOf } from './sheet.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench?.stop());

const produced = async (): Promise<Reference> => {
  const reference = await bench.found();
  await bench.produce(reference);
  return reference;
};
const lines = (reference: Reference) =>
  bench.nation.ask(chair, async (context) => {
    const record = (await peekRecord(context, { reference }))!;
    return linesOf(effectiveEntries(await readDiary(context, record.id))).map(({ step, plannedFor, doneOn }) => [step, plannedFor, doneOn]);
  });

test('a day for each step, put off by another day, done by what the portal sees and by what it is told', async () => {
  const reference = await produced();
  const path = `/cwc/${reference}/schedule`;
  expect((await bench.send(path, { policeStation: 'Town' })).status).toBe(422); // no day at all
  const past = await bench.send(path, { report: '2026-11-20', age: '2026-12-01' });
  expect([past.status, past.body.includes('report-error'), past.body.includes('value="2026-12-01"')]).toEqual([422, true, true]);
  for (const [medicalOn, says] of [
    ['2026-11-25', 'This lies in the future.'],
    ['2026-11-21', 'The child was found after that moment.'],
  ] as const) {
    const examined = await bench.send(path, { report: '2026-12-09', medicalOn });
    expect([examined.status, fieldError(examined.body, 'medicalOn')]).toEqual([422, says]);
  }
  expect(
    (
      await bench.send(path, {
        report: '2026-12-09',
        'final-order': '2027-02-01',
        age: '2026-12-01',
        policeStation: 'Town',
        medicalOn: '2026-11-22',
      })
    ).status,
  ).toBe(303);
  expect((await bench.send(path, { report: '2026-12-10', 'final-order': '2027-02-01' })).status).toBe(303);
  expect(await lines(reference)).toEqual([
    ['age', '2026-12-01', null],
    ['report', '2026-12-10', null],
    ['final-order', '2027-02-01', null],
  ]);
  await bench.order(reference, 'final');
  expect((await bench.send(`/cwc/${reference}/step?line=report-1`, { reference: 'report-1', doneOn: '2026-11-24' })).status).toBe(303);
  expect((await bench.send(`/cwc/${reference}/step?line=age-1`, { reference: 'age-1', doneOn: '2026-11-20' })).status).toBe(422);
  expect((await lines(reference)).map(([, , doneOn]) => doneOn)).toEqual([null, '2026-11-24', '2026-11-24']);
  expect((await bench.send(path, { report: '2026-12-10' }, home)).status).toBe(403);
  for (const language of ['en', 'hi'])
    for (const page of [path, `/cwc/${reference}/step?line=age-1`, `/cwc/${reference}/file`, `/found/${reference}?purpose=inquiry`])
      expect([page, (await bench.desk.get(page, chair, language)).status]).toEqual([page, 200]);
  expect((await bench.desk.get(`/found/${reference}`, home)).body).not.toContain('Monitoring sheet');
  const police = await bench.desk.get(`/found/${reference}?purpose=inquiry`, 'juvenile-police-head Kozhikode');
  expect([police.status, police.body.includes('The Committee fixed the schedule'), police.body.includes('was produced before')]).toEqual([
    200,
    false,
    true,
  ]);
});

test('a birth date corrected past eighteen ends nothing: the sheet says so and asks for an order', async () => {
  const reference = await produced();
  await bench.send(`/cwc/${reference}/schedule`, { report: '2026-12-09' });
  expect((await bench.desk.get(`/found/${reference}?purpose=inquiry`, chair)).body).not.toContain('has been eighteen');
  const corrected = await bench.send(
    `/found/${reference}/description`,
    { childName: 'Asha', sex: 'female', birthDate: '2008-11-01', version: '1' },
    home,
  );
  expect(corrected.status).toBe(303);
  const page = (await bench.desk.get(`/found/${reference}?purpose=inquiry`, chair)).body;
  for (const words of ['has been eighteen since 1 Nov 2026', `/cwc/${reference}/order?type=age`, '/file']) expect(page).toContain(words);
  const record = await bench.nation.ask(chair, (context) => peekRecord(context, { reference }));
  expect([record!.status, record!.closedAt]).toEqual(['unidentified', null]);
  expect(await lines(reference)).toEqual([['report', '2026-12-09', null]]);
});
