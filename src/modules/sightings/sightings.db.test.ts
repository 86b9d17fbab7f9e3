// Sightings on a real database: told by anyone, seen only by the police of the place, answered once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { addHours } from '../../kernel/time.ts';
import type { Actor, OfficerActor } from '../../platform/context.ts';
import { asReporter } from '../../platform/context.ts';
import { type ChildRecord, peekRecord } from '../children/index.ts';
import { type Nation, anyone, startNation } from '../../../tests/database/tools.ts';
import { answerSighting } from './actions.ts';
import { takeSighting } from './told.ts';
import { type Told, sightingSchema } from './form.ts';
import { readSighting } from './store.ts';

let nation: Nation;
let station: OfficerActor;
beforeAll(async () => {
  nation = await startNation();
  station = nation.officer('duty-officer Kozhikode');
});
afterAll(() => nation.stop());

const least = { seenOn: '2026-11-24', districtCode: '560', place: 'Bus stand, bay 3' };
const read = (fields: Record<string, unknown>): Told => sightingSchema.parse({ ...least, ...fields });

async function report(actor: Actor, fields = {}, key?: string): Promise<ChildRecord> {
  const record = await nation.ask(actor, async (context) => takeSighting(key ? await asReporter(context, key) : context, read(fields)));
  if (isRefusal(record)) throw new Error(record.code);
  return record;
}

test('someone without a telephone reports, and the police of the place can open it', async () => {
  const record = await report(anyone, { seenWith: 'a woman in a green sari' }, 'a key of this moment');
  const sighting = await nation.ask(station, (context) => readSighting(context, record.id));
  expect(sighting).toMatchObject({ place: 'Bus stand, bay 3', seenWith: 'a woman in a green sari' });
});

test('a child seen today is reported before noon by whoever gives no time', async () => {
  const noon = nation.clock.now;
  nation.clock.now = addHours(noon, -5);
  const record = await report(anyone, {}, 'an early riser');
  expect(record.happenedAt).toBe(nation.clock.now);
  nation.clock.now = noon;
});

test('without a key of its own an anonymous report cannot be stored', async () => {
  await expect(report(anyone)).rejects.toThrow(/row-level security/);
});

test('an anonymous report is nobody else’s to see', async () => {
  const record = await report(anyone, {}, 'one key');
  const other: Actor = { kind: 'citizen', reporterKey: 'another key' };
  expect(await nation.ask(other, (context) => peekRecord(context, { id: record.id }))).toBeUndefined();
  expect(await nation.ask(anyone, (context) => peekRecord(context, { id: record.id }))).toBeUndefined();
  const elsewhere = nation.officer('duty-officer Saran');
  expect(await nation.ask(elsewhere, (context) => peekRecord(context, { id: record.id }))).toBeUndefined();
});

test('told of a place elsewhere, an officer hands the sighting to the police there and can still read it', async () => {
  const record = await report(station, { districtCode: '220' });
  const there = nation.officer('duty-officer Saran');
  expect(record.officeId).toBe(there.officeId);
  for (const officer of [there, station]) {
    const seen = await nation.ask(officer, (context) => peekRecord(context, { id: record.id }));
    expect([seen?.officeId, seen?.districtCode]).toEqual([there.officeId, '220']);
  }
});

test('an officer answers once', async () => {
  const record = await report(station, { source: 'telephone' });
  const answer = () => nation.ask(station, (context) => answerSighting(context, record.reference, { answer: 'nobody-there' }));
  expect(isRefusal(await answer())).toBe(false);
  expect(await answer()).toMatchObject({ code: 'sightings.error.alreadyAnswered' });
  const answered = await nation.ask(station, (context) => peekRecord(context, { id: record.id }));
  expect([answered?.status, answered?.closedAt]).toEqual(['answered', nation.clock.now]);
});

test.each([
  ['later today', { seenAt: '12:01' }, 'sightings.error.future', 'seenOn'],
  ['tomorrow', { seenOn: '2026-11-25' }, 'sightings.error.future', 'seenOn'],
  ['nowhere', { districtCode: '999999' }, 'places.error.unknown', 'districtTyped'],
])('a child seen %s is refused at its field', async (_, fields, code, field) => {
  expect(await nation.ask(station, (context) => takeSighting(context, read(fields)))).toMatchObject({ code, field });
});
