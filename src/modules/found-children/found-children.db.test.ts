// Found children on a real database: registered with one word or none, refused at the field, never overwritten by a stale edit.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import type { OfficerActor } from '../../platform/context.ts';
import { type ChildRecord, readDescription, searchRecords } from '../children/index.ts';
import { type Nation, startNation } from '../../../tests/database/tools.ts';
import { addFoundPhotograph, closeFoundChild, describeFoundChild, recordJourney, registerFoundChild } from './actions.ts';
import { type FoundChildDraft, changeDescriptionSchema, foundChildSchema, journeySchema } from './form.ts';
import { writeDiary } from '../diary/index.ts';
import { readFoundChild } from './store.ts';

let nation: Nation;
let home: OfficerActor;
beforeAll(async () => {
  nation = await startNation();
  home = nation.officer('home-superintendent Kozhikode');
});
afterAll(() => nation.stop());

const least = { foundOn: '2026-11-23', foundAt: '18:30', districtCode: '560', foundPlace: 'Platform 4', broughtBy: 'railway-police' };

async function register(fields: Record<string, unknown>, files: Parameters<typeof registerFoundChild>[2] = []) {
  const draft = foundChildSchema.parse({ ...least, ...fields }) as FoundChildDraft;
  return nation.ask(home, (context) => registerFoundChild(context, draft, files));
}

async function registered(fields: Record<string, unknown>): Promise<ChildRecord> {
  const record = await register(fields);
  if (isRefusal(record)) throw new Error(record.code);
  return record;
}

test.each([
  ['one word the child says', { wordsRepeated: 'Sonpur' }],
  ['nothing the child says', {}],
])('a child is registered with %s', async (_, fields) => {
  const record = await registered(fields);
  const description = await nation.ask(home, (context) => readDescription(context, record.id));
  expect([record.kind, record.status, record.districtCode]).toEqual(['found', 'unidentified', '560']);
  expect(description?.wordsRepeated ?? null).toBe((fields as { wordsRepeated?: string }).wordsRepeated ?? null);
  expect(description?.names).toEqual([]);
});

test('a name in Devanagari is found by its sound in Latin letters, in another State', async () => {
  const record = await registered({ childName: 'पूजा' });
  const police = nation.officer('investigating-officer Saran');
  const hits = await nation.ask(police, (context) => searchRecords(context, 'Pooja'));
  const hit = hits.find((candidate) => candidate.recordId === record.id);
  expect(hit?.reference).toBe(record.reference);
  expect(hit?.childName).toBeNull(); // the record stays closed to a station elsewhere
});

test('a child found in another district is kept where the home is, and the place says where', async () => {
  const record = await registered({ districtCode: '220' });
  const found = await nation.ask(home, (context) => readFoundChild(context, record.id));
  expect([record.districtCode, found?.foundPlace]).toEqual(['560', 'Platform 4, Saran']);
});

test.each([
  ['a moment to come', { foundOn: '2026-11-24', foundAt: '12:01' }, 'foundOn'],
  ['a district nobody knows', { districtCode: '999999' }, 'districtCode'],
])('%s is refused at its field', async (_, fields, field) => {
  expect(await register(fields)).toMatchObject({ refused: true, field });
});

test('a GIF named .jpg is refused at its field and nothing is stored', async () => {
  const before = await sql<{ count: number }>`select count(*)::int as count from record`.execute(nation.admin);
  const gif = { field: 'photograph', bytes: Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;', 'latin1'), tooLarge: false };
  expect(await register({}, [gif])).toMatchObject({ refused: true, field: 'photograph', code: 'photograph.notAPicture' });
  const after = await sql<{ count: number }>`select count(*)::int as count from record`.execute(nation.admin);
  expect(after.rows[0]!.count).toBe(before.rows[0]!.count);
});

test('of two edits of the same version the second is refused, and the first stays', async () => {
  const record = await registered({ childName: 'Puja' });
  const edit = (childName: string) =>
    nation.ask(home, (context) =>
      describeFoundChild(context, record.reference, changeDescriptionSchema.parse({ childName, version: String(record.version) })),
    );
  expect(isRefusal(await edit('Pooja'))).toBe(false);
  expect(await edit('Guddi')).toMatchObject({ refused: true, code: 'children.error.staleEdit' });
  const description = await nation.ask(home, (context) => readDescription(context, record.id));
  expect(description?.names.map((name) => name.text)).toEqual(['Pooja']);
});

test('another office finds nothing there, and a closed record takes no photograph', async () => {
  const record = await registered({});
  const elsewhere = nation.officer('home-superintendent Saran');
  const close = (actor: OfficerActor) =>
    nation.ask(actor, (context) => closeFoundChild(context, record.reference, { outcome: 'in-care', reasons: 'order 12' }));
  expect(await close(elsewhere)).toMatchObject({ refused: true, code: 'web.error.notFound' });
  expect(await close(home)).toMatchObject({ code: 'found-children.error.notProduced', field: 'outcome' });
  await nation.ask('cwc-chairperson Kozhikode', (context) =>
    writeDiary(context, record.id, { happening: 'found.produced', facts: { sitting: 'committee' } }),
  );
  expect(await close(home)).toMatchObject({ id: record.id });
  expect(await nation.ask(home, (context) => addFoundPhotograph(context, record.reference, []))).toMatchObject({
    code: 'children.error.closed.found',
  });
});

test('a journey lies between finding the child and now, and begins before it ends', async () => {
  expect(await register({ journeyMinutes: '14400' })).toMatchObject({
    code: 'found-children.error.journeyTooLong',
    field: 'journeyMinutes',
  });
  const record = await registered({});
  const travel = (startedOn: string, startedAt: string, endedOn: string, endedAt: string) =>
    nation.ask(home, (context) =>
      recordJourney(context, record.reference, journeySchema.parse({ startedOn, startedAt, endedOn, endedAt })),
    );
  expect(await travel('2026-11-23', '18:00', '2026-11-23', '20:00')).toMatchObject({ code: 'found-children.error.journeyBeforeFound' });
  expect(await travel('2026-11-23', '19:00', '2026-11-24', '12:01')).toMatchObject({ code: 'found-children.error.future' });
  expect(await travel('2026-11-23', '20:00', '2026-11-23', '20:00')).toMatchObject({ code: 'found-children.error.journeyOrder' });
  expect(await travel('2026-11-23', '19:00', '2026-11-23', '20:00')).toMatchObject({ id: record.id });
});
