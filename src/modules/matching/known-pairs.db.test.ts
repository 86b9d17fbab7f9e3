// Pairs that stood before are scored anew with every comparison, however many likelier ones there are; the ten places are for those nobody answered yet.
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Nation, startNation, worker } from '../../../tests/database/tools.ts';
import { type ChildRecord, type Description, changeDescription, peekRecord, peekRecords, readDescription } from '../children/index.ts';
import { registerFoundChild } from '../found-children/actions.ts';
import { foundChildSchema } from '../found-children/form.ts';
import { complaintSchema } from '../missing-reports/form.ts';
import { registerComplaint } from '../missing-reports/index.ts';
import { judge } from './actions.ts';
import type { Candidate } from './candidate.ts';
import { scoreContext } from './jobs.ts';
import { keepPairs } from './keeping.ts';
import { matchRecords } from './match-record.ts';
import { candidatesOf } from './store.ts';

let nation: Nation;
let missing: ChildRecord;
const saran = 'investigating-officer Saran' as const;
const kozhikode = 'investigating-officer Kozhikode' as const;
const child = { ageFrom: '8', ageTo: '8', sex: 'female' };
const paper = { source: 'walk-in', paper: 'fir', paperNumber: '1', paperOn: '2026-11-10', paperAt: '16:40' };
const lost = { receivedOn: '2026-11-10', receivedAt: '16:05', lastSeenOn: '2026-11-10', lastSeenAt: '10:00', lastSeenDistrict: '220' };
const place = {
  foundOn: '2026-11-18',
  foundAt: '09:00',
  districtCode: '560',
  foundPlace: 'Kozhikode station',
  broughtBy: 'railway-police',
};

const registerFound = (told: Record<string, unknown>) =>
  nation.ask(kozhikode, (context) =>
    registerFoundChild(context, foundChildSchema.parse({ ...place, ...child, ...told }), []),
  ) as Promise<ChildRecord>;

const match = (...records: ChildRecord[]) =>
  nation.ask(worker, async (context) =>
    matchRecords(
      context,
      records.map(({ id }) => id),
      await scoreContext(context),
    ),
  );

const pairs = (): Promise<Candidate[]> => nation.ask(worker, (context) => candidatesOf(context, missing.id, { shown: false }));

async function describe(record: ChildRecord, said: (before: Description) => Partial<Description>): Promise<void> {
  await nation.ask(worker, async (context) => {
    const { version } = (await peekRecord(context, { id: record.id }))!;
    const description = (await readDescription(context, record.id))!;
    await changeDescription(context, record.id, version, { ...description, ...said(description) });
  });
}

async function judgeDifferent(candidates: readonly Candidate[]): Promise<void> {
  for (const { id } of candidates) {
    nation.clock.tick();
    const answer = await nation.ask(saran, (context) => judge(context, id, { verdict: 'different', cited: ['father'] }));
    expect(isRefusal(answer)).toBe(false);
  }
}

const fatherIs = (text: string) => (before: Description) => ({
  names: [...before.names.filter(({ bearer }) => bearer !== 'father'), { bearer: 'father' as const, text, alias: false }],
});

beforeEach(async () => {
  nation = await startNation();
  const draft = complaintSchema.parse({ ...paper, ...lost, children: [{ ...child, childName: 'पूजा', fatherName: 'रामेश्वर' }] });
  await nation.ask(saran, (context) => registerComplaint(context, draft, []));
  missing = (await sql<ChildRecord>`select id from record`.execute(nation.admin)).rows[0]!;
});
afterEach(() => nation.stop());

test('of thirteen pairs of one child none keeps the words of before, when her father’s name is taken out', async () => {
  const others: ChildRecord[] = [];
  for (let n = 0; n < 13; n++) others.push(await registerFound({ childName: 'Puja', fatherName: 'Ramesar' }));
  for (const other of others) await match(other);
  const before = await pairs();
  expect(before.map(({ missingVersion }) => missingVersion)).toEqual(Array(13).fill(1));
  await describe(missing, ({ names }) => ({ names: names.filter(({ bearer }) => bearer !== 'father') }));
  await match(missing);
  const after = await pairs();
  expect(after.map(({ missingVersion }) => missingVersion)).toEqual(Array(13).fill(2));
  const least = Math.min(...before.map(({ probability }) => probability));
  expect(after.filter(({ probability }) => probability >= least)).toEqual([]);
});

test('a new pair takes one of ten places or none; pairs judged "no" take none', async () => {
  for (let n = 0; n < 13; n++) await registerFound({ childName: 'Puja', fatherName: 'Ramesar' });
  await match(missing);
  const first = await pairs();
  expect(first).toHaveLength(10);
  await match(missing);
  expect(await pairs()).toHaveLength(10);
  await judgeDifferent(first);
  await match(missing);
  const standing = (await pairs()).map((pair) => pair.standing).toSorted();
  expect(standing).toEqual([...Array(10).fill('different'), ...Array(3).fill('open')]);
});

test('a "no" is asked again when the fact it cited changed, though ten pairs are likelier', async () => {
  const other = await registerFound({ childName: 'Puja', fatherName: 'Gulshan' });
  await match(other);
  const [asked] = await pairs();
  await judgeDifferent([asked!]);
  for (let n = 0; n < 12; n++) await registerFound({ childName: 'Puja', fatherName: 'Ramesar', motherName: 'Sunita' });
  await describe(missing, ({ names }) => ({ names: [...names, { bearer: 'mother', text: 'सुनीता', alias: false }] }));
  await match(missing);
  const standing = async () => (await pairs()).find(({ id }) => id === asked!.id)!.standing;
  expect(await standing()).toBe('different');
  await describe(other, fatherIs('Rameshvar'));
  await match(missing);
  expect((await pairs()).filter(({ standing }) => standing === 'open')).toHaveLength(11);
  expect(await standing()).toBe('open');
});

test('of a record closed while it was compared nothing is kept', async () => {
  const [first, other] = [await registerFound({ childName: 'Puja' }), await registerFound({ childName: 'Sonu' })];
  await match(first);
  const [pair] = await pairs();
  const fresh = { ...pair!, foundId: other.id, standing: 'open', standingBefore: null } as const;
  const keep = () =>
    nation.ask(worker, async (context) => keepPairs(context, [fresh], new Map(), await peekRecords(context, [missing.id, other.id])));
  for (const id of [other.id, missing.id]) {
    await sql`update record set closed_at = opened_at where id = ${id}`.execute(nation.admin);
    expect(await keep()).toBe(0);
    expect((await pairs()).map(({ foundId }) => foundId)).toEqual([first.id]);
    await sql`update record set closed_at = null where id = ${id}`.execute(nation.admin);
  }
  expect(await keep()).toBe(1); // control
});
