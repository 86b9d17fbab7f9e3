// From officers' verdicts to weights that serve, by the commands an operator types: which verdicts teach, what is written, what is asked first, and the way back.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { learnFromPortal } from '../../scripts/match/learn.ts';
import { tryOrServeWeights } from '../../scripts/match/weights.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { type ChildRecord, changeDescription, readDescription } from '../../src/modules/children/index.ts';
import { writeDiary } from '../../src/modules/diary/index.ts';
import { registerFoundChild } from '../../src/modules/found-children/actions.ts';
import { foundChildSchema } from '../../src/modules/found-children/form.ts';
import { judge, reverseJudgement } from '../../src/modules/matching/actions.ts';
import { scoreContext } from '../../src/modules/matching/jobs.ts';
import { matchRecords } from '../../src/modules/matching/match-record.ts';
import { candidatesOf } from '../../src/modules/matching/store.ts';
import { servedWeights } from '../../src/modules/matching/weighing/served-weights.ts';
import { complaintSchema } from '../../src/modules/missing-reports/form.ts';
import { registerComplaint } from '../../src/modules/missing-reports/index.ts';
import { type Nation, secret, startNation, worker } from '../database/tools.ts';

let nation: Nation;
let folder: string;
let out: string;
const station = 'investigating-officer Saran' as const;
const kozhikode = 'investigating-officer Kozhikode' as const;
type Mutable<T> = { -readonly [Key in keyof T]: Mutable<T[Key]> };
type Pair = { id: string; missing: ChildRecord; found: ChildRecord };

/** Names no two of which are alike. */
const names = ['Kamla', 'Zubeida', 'Parvati', 'Hemlata', 'Joginder', 'Sujata', 'Tabassum', 'Vasundhara', 'Chandni', 'Gulnar'];

async function pairOf(childName: string, paperNumber: number): Promise<Pair> {
  const child = { childName, fatherName: `${childName}ram`, ageFrom: '8', ageTo: '8', sex: 'female' };
  const told = complaintSchema.parse({
    source: 'walk-in',
    receivedOn: '2026-11-10',
    receivedAt: '16:05',
    paper: 'fir',
    paperNumber: String(paperNumber),
    paperOn: '2026-11-10',
    paperAt: '16:40',
    lastSeenOn: '2026-11-10',
    lastSeenAt: '10:00',
    lastSeenDistrict: '220',
    children: [child],
  });
  const missing = ((await nation.ask(station, (context) => registerComplaint(context, told, []))) as [ChildRecord])[0];
  const intake = { foundOn: '2026-11-18', foundAt: '09:00', districtCode: '560', foundPlace: 'Kozhikode station' };
  const found = (await nation.ask(kozhikode, (context) =>
    registerFoundChild(context, foundChildSchema.parse({ ...intake, broughtBy: 'railway-police', ...child }), []),
  )) as ChildRecord;
  await nation.ask(worker, async (context) => matchRecords(context, [found.id], await scoreContext(context)));
  const pairs = await nation.ask(worker, (context) => candidatesOf(context, missing.id, { shown: false }));
  return { id: pairs.find(({ foundId }) => foundId === found.id)!.id, missing, found };
}

async function judged({ id }: Pair, verdict: 'same' | 'different' | 'unsure'): Promise<void> {
  nation.clock.tick();
  const answer = await nation.ask(station, (context) => judge(context, id, { verdict, cited: [], reason: 'compared' }));
  expect(isRefusal(answer)).toBe(false);
}

/** As the Committee's answer stands in both diaries. */
const answered = ({ id, missing, found }: Pair, happening: 'identity.confirmed' | 'identity.refused') =>
  nation.ask(worker, async (context) => {
    for (const record of [missing, found]) await writeDiary(context, record.id, { happening, facts: { candidate: id } });
  });

const same = async (pair: Pair) => {
  await judged(pair, 'same');
  await answered(pair, 'identity.confirmed');
};

async function destroy({ found }: Pair): Promise<void> {
  for (const table of ['given_name', 'mark', 'retrieval_key', 'description'])
    await sql`delete from ${sql.table(table)} where record_id = ${found.id}`.execute(nation.admin);
}

let printed = '';
async function run(verb: (args: string[]) => Promise<void>, ...args: string[]): Promise<string> {
  printed = '';
  await verb([...args, '--database', nation.database.urls.worker]);
  return printed;
}
const serve = (what: string, ...more: string[]) => run(tryOrServeWeights, '--serve', what, '--who', 'A. Rao, nodal office', ...more);
const stored = async () => (await sql<{ n: number }>`select count(*)::int as n from match_weights`.execute(nation.admin)).rows[0]!.n;

beforeAll(async () => {
  nation = await startNation();
  folder = mkdtempSync(join(tmpdir(), 'vatsalya-weights-'));
  out = join(folder, 'learned.json');
  const pairs: Pair[] = [];
  for (const [at, name] of names.entries()) pairs.push(await pairOf(name, at + 1));
  const [confirmed, waiting, different, unsure, back, changed, destroyed, sealed, refused, closed] = pairs as [Pair, Pair, Pair, Pair, Pair, Pair, Pair, Pair, Pair, Pair]; // prettier-ignore
  await same(confirmed);
  await judged(waiting, 'same');
  await judged(different, 'different');
  await judged(unsure, 'unsure');
  await judged(back, 'different');
  nation.clock.tick();
  await nation.ask(station, (context) => reverseJudgement(context, back.id, 'another child'));
  await same(changed);
  await nation.ask(worker, async (context) => {
    const description = (await readDescription(context, changed.found.id))!;
    await changeDescription(context, changed.found.id, 1, { ...description, build: 'thin' });
  });
  await judged(destroyed, 'different');
  await destroy(destroyed);
  await judged(sealed, 'different');
  await sql`create policy sealed on description as restrictive for select to vatsalya_worker using (record_id <> ${sql.lit(sealed.found.id)})`.execute(
    nation.admin,
  );
  await judged(refused, 'same');
  await answered(refused, 'identity.refused');
  await same(closed);
  await sql`update record set closed_at = opened_at where id in (${closed.missing.id}, ${closed.found.id})`.execute(nation.admin);
});
afterAll(async () => {
  await nation?.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  vi.stubEnv('DEMO', 'true');
  vi.stubEnv('SECRET', secret);
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('a database that is not there is told in words', async () => {
  const asked = learnFromPortal(['--out', out, '--database', 'postgres://nobody:x@127.0.0.1:1/none']);
  await expect(asked).rejects.toThrow('the database cannot be reached (ECONNREFUSED)');
});

test('few verdicts are counted, each left out for its reason, and nothing is written', async () => {
  await expect(run(learnFromPortal, '--out', out)).rejects.toThrow('not written: fewer than 30 verdicts of one kind');
  expect(printed).toContain('4 verdicts used: 2 confirmed to be the same, 2 different, by 1 officers of 1 offices');
  const reasons = ['not yet confirmed', 'nobody could tell', 'taken back', 'changed since'];
  for (const reason of reasons) expect(printed).toMatch(new RegExp(`left out: 1, .*${reason}`));
  expect(printed).toContain('left out: 2, a record sealed, destroyed or gone');
  expect(existsSync(out)).toBe(false);
});

test('forced, they are written, and name no child, officer, office or record', async () => {
  await run(learnFromPortal, '--out', out, '--force');
  const written = readFileSync(out, 'utf8');
  const weights = JSON.parse(written) as typeof servedWeights;
  expect(weights.levels.name['same']!.m).not.toBe(servedWeights.levels.name['same']!.m);
  const { rows } = await sql<{
    word: string;
  }>`select text as word from given_name union select name from officer union select name from office union select id::text from record union select reference from record`.execute(
    nation.admin,
  );
  expect(rows.map(({ word }) => word)).toEqual(expect.arrayContaining(names)); // control: the words are those of these children
  for (const { word } of rows) expect([word, `${written}${printed}`.includes(word)]).toEqual([word, false]);
});

test('they serve after the dry run was printed and yes was said, and are taken back', async () => {
  const { version } = JSON.parse(readFileSync(out, 'utf8')) as { version: string };
  const asked = await serve(out);
  expect(asked).toContain(`${servedWeights.version} -> ${version}: `);
  expect(asked).toContain('Nothing was changed.');
  expect(await stored()).toBe(0);
  expect(await serve(out, '--yes')).toMatch(/would move[^]*No aspect is disabled[^]*serves\. \d+ open records wait/);
  expect((await nation.ask(worker, scoreContext)).weights.version).toBe(version);
  await expect(serve(out, '--yes')).rejects.toThrow(`${version} serves already`);
  expect(await serve('previous', '--yes')).toContain(`${servedWeights.version} serves`);
  expect((await nation.ask(worker, scoreContext)).weights.version).toBe(servedWeights.version);
  const learned = await sql<{ made: { confirmed: number } }>`select made from match_weights where version = ${version}`.execute(
    nation.admin,
  );
  expect(learned.rows[0]!.made).toMatchObject({ confirmed: 2, different: 2, officers: 1, base: servedWeights.version });
});

test('weights that would withdraw more than a tenth of what waits serve only with the number said', async () => {
  const file = join(folder, 'quiet.json');
  const whole = JSON.parse(JSON.stringify(servedWeights)) as Mutable<typeof servedWeights>;
  for (const limit of Object.values(whole.limits)) limit.most = Math.min(limit.most, 1.5);
  whole.limits.distance.least = -15; // who was found far from home is hardly ever the child
  const { distance } = whole.levels;
  distance['sameDistrict']!.m += distance['farther']!.m - 1e-6;
  distance['farther']!.m = 1e-6;
  writeFileSync(file, JSON.stringify({ ...whole, version: 'quiet' }));
  const before = await stored();
  const [, waiting, withdrawn] = /Of (\d+) pairs that wait for an answer, (\d+) would be withdrawn/.exec(
    await run(tryOrServeWeights, '--try', file),
  )!;
  expect(Number(withdrawn)).toBeGreaterThan(Number(waiting) / 10);
  await expect(serve(file, '--yes')).rejects.toThrow(`say --withdraw ${withdrawn}`);
  await expect(serve(file, '--yes', '--withdraw', String(Number(withdrawn) - 1))).rejects.toThrow('not served');
  await expect(serve(file, '--yes', '--withdraw', 'all')).rejects.toThrow('whole number');
  expect(await stored()).toBe(before);
  expect(await serve(file, '--yes', '--withdraw', withdrawn!)).toContain('quiet serves');
  expect(await serve('previous', '--yes')).toContain(', 0 would be withdrawn'); // control: back is no loss
});

test('a file that can not weigh, other numbers under a known version, and nobody’s word are refused; nothing is stored', async () => {
  const before = await stored();
  const file = join(folder, 'hostile.json');
  const whole = JSON.parse(readFileSync(out, 'utf8')) as object;
  const withFile = (value: object) => writeFileSync(file, JSON.stringify(value));
  withFile({ ...whole, levels: {} });
  await expect(serve(file, '--yes')).rejects.toThrow('levels.name');
  withFile({ ...whole, damping: { ...servedWeights.damping, own: 0.5 } });
  await expect(serve(file, '--yes')).rejects.toThrow('was served with other numbers');
  writeFileSync(file, '{"version": 1e999');
  await expect(serve(file, '--yes')).rejects.toThrow(file);
  await expect(run(tryOrServeWeights, '--serve', out, '--yes')).rejects.toThrow('--who');
  expect(await stored()).toBe(before);
});
