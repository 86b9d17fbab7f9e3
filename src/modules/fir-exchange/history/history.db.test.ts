// A file of the past: read once however often it is begun, its refused lines named, nobody alerted of what is old, and what ended long ago ended here.
import { appendFileSync, createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { das, nation, saran, startCase } from '../../../../tests/database/asha.ts';
import { NODE, fir, openNode, paperNamed, traced } from '../../../../tests/database/told.ts';
import { noon, worker } from '../../../../tests/database/tools.ts';
import { type Instant, addHours, addMinutes } from '../../../kernel/time.ts';
import { inTwo } from '../../../apps/projections.ts';
import { effectiveEntries, readDiary } from '../../diary/index.ts';
import { childrenOfPapers } from '../applying/paper-store.ts';
import { type Paper, type PaperMessage, paperKey } from '../messages/index.ts';
import { type Reject, type Summary, bringHistory } from './bring-history.ts';
import { isUnreadable, linesOf } from './lines.ts';
import { pastOf } from './past.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vatsalya-history-'));
  await startCase();
  await openNode(nation);
  await sql`insert into district (code, state_code, name, latitude, longitude) values ('BR-SAR', 'BR', 'Saran of the police', 25.7, 84.7)`.execute(
    nation.admin,
  );
  await sql`update office set code = 'PS-BR-SAR-1' where id = ${das.officeId}`.execute(nation.admin);
  await sql`update office set district_code = 'BR-SAR' where district_code = ${saran}`.execute(nation.admin);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await nation.stop();
});

const named = (): Paper => paperNamed({ district: 'BR-SAR', station: 'PS-BR-SAR-1', year: 2022 });
const years = (count: number): Instant => addHours(noon, -count * 365 * 24);
function firOf(paper: Paper, at: Instant) {
  return fir({ ...paper, year: Number(at.slice(0, 4)) }, { informationReceivedAt: at, registeredAt: addMinutes(at, 10), actsAndSections: [{ act: 'POCSO', section: '8' }], lastSeen: { at: addMinutes(at, -60), place: 'the fair', district: 'BR-SAR' } }, { sentAt: addMinutes(at, 20), eventAt: addMinutes(at, 10) }); // prettier-ignore
}
function tracedOf({ paper }: PaperMessage, at: Instant) {
  const message = traced(paper, 2, { sentAt: at, eventAt: at });
  return { ...message, body: { ...message.body, tracedAt: at } };
}

type Told = { summary: Summary; rejects: Reject[] };
async function bring(path: string, stopAfter = Infinity): Promise<Told> {
  const rejects: Reject[] = [];
  let batches = 0;
  const summary = await bringHistory(nation.tools('worker'), {
    path,
    node: NODE,
    inTwo,
    onBegin: () => {},
    onRejects: (more) => rejects.push(...more),
    onProgress() {
      if (++batches >= stopAfter) throw new Error('killed');
    },
    onFault(fault) {
      throw fault;
    },
  });
  return { summary, rejects };
}
function written(name: string, messages: readonly unknown[]): string {
  const path = join(folder, name);
  const text = messages.map((message) => (typeof message === 'string' ? message : JSON.stringify(message))).join('\n') + '\n';
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}
const records = ({ paper }: PaperMessage) =>
  nation.ask(worker, async (context) => {
    const children = await childrenOfPapers(context, [paperKey(paper)]);
    return Promise.all(children.map(async ({ recordId }) => ({ recordId, entries: effectiveEntries(await readDiary(context, recordId)) })));
  });
const count = async (table: string): Promise<number> => Number((await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(nation.admin)).rows[0]!.n); // prettier-ignore

describe('a file of the past', () => {
  test('alerts nobody of what is old; a child traced long ago comes traced and closed, one that was not is looked for', async () => {
    const [lost, back] = [firOf(named(), years(3)), firOf(named(), years(3))];
    const alerts = await count('alert');
    const { summary, rejects } = await bring(written('old.ndjson.gz', [lost, back, tracedOf(back, addHours(years(3), 48))]));
    expect([summary.lines, summary.kept, summary.settled, rejects]).toEqual([3, 3, 3, []]);
    expect(await count('alert')).toBe(alerts);
    const [[open], [closed]] = [await records(lost), await records(back)];
    expect(open!.entries.map(({ happening }) => happening)).toEqual(['missing.reported', 'missing.firRegistered', 'missing.cameFromPast']);
    expect(closed!.entries.slice(-2)).toMatchObject([
      { happening: 'missing.traced', facts: { how: 'by-police', alive: true } },
      { happening: 'missing.closed', facts: { outcome: 'before-the-portal' } },
    ]);
    const { rows } = await sql`select count(*) as n from obligation where record_id = ${closed!.recordId} and ending is null`.execute(nation.admin);
    expect(rows).toEqual([{ n: 0 }]);
  }); // prettier-ignore

  test('alerts of a child missing since days, as its node would', async () => {
    const young = firOf(named(), addHours(noon, -72));
    const alerts = await count('alert');
    await bring(written('young.ndjson', [young]));
    expect(await count('alert')).toBeGreaterThan(alerts);
  });

  test('killed and begun again loses nothing and doubles nothing; the whole file once more brings nothing', async () => {
    const messages = Array.from({ length: 1100 }, () => firOf(named(), years(4)));
    const path = written('long.ndjson', messages);
    const before = await count('missing_report');
    await expect(bring(path, 1)).rejects.toThrow('killed');
    const again = await bring(path);
    expect(again.summary.lines).toBe(1100);
    expect(again.summary.kept).toBe(600);
    expect((await count('missing_report')) - before).toBe(1100);
    const other = written('the-same.ndjson', messages);
    appendFileSync(other, '\n');
    expect((await bring(other)).summary.kept).toBe(0);
    expect((await count('missing_report')) - before).toBe(1100);
  }, 120_000);

  test('names each refused line with its reason and place, also a broken, an empty and an endless one', async () => {
    const good = firOf(named(), years(2));
    const foreign = { ...firOf(named(), years(2)), node: 'police-KL' };
    const { rejects, summary } = await bring(
      written('bad.ndjson', ['{', '', good, foreign, 'x'.repeat(3 * 1024 * 1024), { ...good, body: {} }]),
    );
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([[1, 'json-broken'], [2, 'json-broken'], [4, 'not-your-node'], [5, 'json-broken'], [6, 'missing']]); // prettier-ignore
    expect([summary.lines, summary.refused, summary.kept]).toEqual([6, 5, 1]);
  });

  test('of a node there is not is not read', async () => {
    const path = written('none.ndjson', []);
    await expect(bringHistory(nation.tools('worker'), { path, node: 'police-ZZ', inTwo, onBegin() {}, onRejects() {}, onProgress() {}, onFault() {} })).rejects.toThrow(/no open node/); // prettier-ignore
  });
});

test('what is past: by the age of the FIR in the file, and by what the file says became of the child', () => {
  const opener = (hours: number, fromFile = true) => ({ type: 'FIR.registered', eventAt: addHours(noon, -hours), fromFile });
  expect([
    pastOf([opener(24 * 40)], noon),
    pastOf([opener(24)], noon),
    pastOf([opener(24), { type: 'MissingPerson.traced', eventAt: noon, fromFile: true }], noon),
    pastOf([opener(24 * 400, false)], noon),
    pastOf([], noon),
  ]).toEqual(['old', 'young', 'told', null, null]);
});

test('lines are the file’s own, whatever chunks they come in', async () => {
  const lines = Array.from({ length: 50 }, (_, at) => 'é'.repeat(at * 997));
  const path = written('lines.txt', lines);
  const read: string[] = [];
  for await (const line of linesOf(createReadStream(path))) read.push(String(line));
  expect(read).toEqual(lines);
  expect([isUnreadable(Buffer.from(' \r')), isUnreadable(Buffer.from('{}'))]).toEqual([true, false]);
});
