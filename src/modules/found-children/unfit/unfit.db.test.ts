// A child under two, too ill to be produced: the report with a photograph stands in for the production, until a doctor says the child is fit (F05).
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, home, startBench } from '../../../../tests/database/committee.ts';
import { fieldError } from '../../../../tests/database/door.ts';
import { worker } from '../../../../tests/database/tools.ts';
import type { Reference } from '../../../kernel/reference.ts';
import { ownedObligations } from '../../obligations/projection.ts';
import { readRecord } from '../../children/index.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench?.stop());

const send = (child: Reference, name: string, fields: Record<string, string>) => bench.send(`/found/${child}/${name}`, fields, home);
const ill = { doctor: 'Dr Sen, General Hospital', illness: 'sepsis, on oxygen' };
const infant = () => bench.found({ ageFrom: '1', foundOn: '2026-11-24', foundAt: '08:00' });
async function duties(child: Reference): Promise<Record<string, string | null>> {
  const owned = await bench.nation.ask(worker, async (context) => {
    const record = await readRecord(context, { reference: child }, 'found');
    return 'refused' in record ? [] : ownedObligations(context, record);
  });
  return Object.fromEntries(owned.filter(({ ruleId }) => /^F0[35]/.test(ruleId)).map(({ ruleId, ending }) => [ruleId, ending]));
}
async function photographed(child: Reference): Promise<void> {
  await sql`insert into photograph (id, record_id, name, supplied_by, width, height, sha256, added_at)
    select gen_random_uuid(), id, 'p' || reference, 'office', 10, 10, '\\x00', ${bench.nation.clock.now} from record where reference = ${child}`.execute(
    bench.nation.admin,
  );
}

test('the report needs a photograph, takes the place of the production, and ends when the child is fit', async () => {
  const child = await infant();
  expect(await duties(child)).toEqual({ F03: null });
  expect((await send(child, 'unfit-report', { report: 'in the ward' })).body).toContain('Write down first');
  expect((await send(child, 'unfit', ill)).status).toBe(303);
  expect(await duties(child)).toEqual({ F03: null, F05: null });
  expect(fieldError((await send(child, 'unfit-report', { report: 'in the ward' })).body, 'report')).toContain(
    'photograph of the child first',
  );
  await photographed(child);
  expect((await send(child, 'unfit-report', { report: 'in the ward' })).status).toBe(303);
  expect(await duties(child)).toEqual({ F03: 'cancelled', F05: 'met' });
  expect((await send(child, 'fit', { certificate: 'C/7 of today, Dr Sen' })).status).toBe(303);
  expect(await duties(child)).toMatchObject({ 'F05.2': null });
  const { rows } = await sql<{ text: string }>`select u::text as text from unfit_child u`.execute(bench.nation.admin);
  expect(rows[0]!.text).not.toContain('sepsis');
});

test('a child of two or more is produced, ill or not; one who was produced already is not written down as too ill; control: an infant', async () => {
  const older = await bench.found({ ageFrom: '3' });
  expect(fieldError((await send(older, 'unfit', ill)).body, 'illness')).toContain('two or older');
  const child = await infant();
  await bench.produce(child, { producedOn: '2026-11-24', producedAt: '10:00' });
  expect((await send(child, 'unfit', ill)).body).toContain('before the Committee already');
  expect((await send(await infant(), 'unfit', ill)).status).toBe(303);
});
