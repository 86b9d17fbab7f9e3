// A table of the past: rows become the messages the police's system would have sent; each bad row is named, the rest comes; brought again it brings nothing.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { das, nation, saran, startCase } from '../../../../tests/database/asha.ts';
import { NODE, openNode } from '../../../../tests/database/told.ts';
import { worker } from '../../../../tests/database/tools.ts';
import { inTwo } from '../../../apps/projections.ts';
import { effectiveEntries, readDiary } from '../../diary/index.ts';
import { childrenOfPapers } from '../applying/paper-store.ts';
import { type Reject, type Summary, bringHistory } from './bring-history.ts';
import { neededColumns, readHeader } from './table-columns.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vatsalya-table-'));
  await startCase();
  await openNode(nation);
  await sql`insert into district (code, state_code, name, latitude, longitude) values ('BR-SAR', 'BR', 'Saran of the police', 25.7, 84.7)`.execute(nation.admin);
  await sql`update office set code = 'PS-BR-SAR-1' where id = ${das.officeId}`.execute(nation.admin);
  await sql`update office set district_code = 'BR-SAR' where district_code = ${saran}`.execute(nation.admin);
}); // prettier-ignore
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await nation.stop();
});

const HEAD = 'district,station,year,number,registered_at,sections,last_seen_at,last_seen_place,last_seen_district,child_name,father_name,sex,age_from,age_to,informant_telephone,traced_at,in_care_of,closed_at,outcome'; // prettier-ignore
const row = (change: Partial<Record<string, string>> = {}): string => {
  const cells: Record<string, string> = {
    district: 'BR-SAR', station: 'PS-BR-SAR-1', year: '2021', number: '1', registered_at: '04-03-2021 10:20', sections: 'POCSO 8', last_seen_at: '2021-03-03',
    last_seen_place: 'the fair, "gate 2"', last_seen_district: 'BR-SAR', child_name: 'Asha', father_name: 'Ramesh Das', sex: 'female', age_from: '9', age_to: '9', ...change,
  }; // prettier-ignore
  return HEAD.split(',').map((name) => `"${(cells[name] ?? '').replaceAll('"', '""')}"`).join(','); // prettier-ignore
};

type Told = { summary: Summary; rejects: Reject[] };
async function bring(name: string, lines: readonly string[], stopAfter = Infinity): Promise<Told> {
  const path = join(folder, name);
  const text = `${lines.join('\n')}\n`;
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
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
const happened = (year: number, number: string) =>
  nation.ask(worker, async (context) => {
    const children = await childrenOfPapers(context, [`BR/BR-SAR/PS-BR-SAR-1/fir/${year}/${number}`]);
    return Promise.all(children.map(async ({ recordId }) => effectiveEntries(await readDiary(context, recordId)).map(({ happening }) => happening))); // prettier-ignore
  });
const reports = async (): Promise<number> => Number((await sql<{ n: number }>`select count(*) as n from missing_report`.execute(nation.admin)).rows[0]!.n); // prettier-ignore

describe('a table of the past', () => {
  test('opens a report for each row, rows of one FIR together; a child traced then comes closed, one that was not is taken up', async () => {
    const { summary, rejects } = await bring('good.csv.gz', [
      HEAD,
      row({ number: '1' }),
      row({ number: '2/2021', child_name: 'Ravi', sex: 'male', traced_at: '06-03-2021', in_care_of: 'family' }),
      row({ number: '2/2021', child_name: 'Puja' }),
      row({ number: '3', registered_at: '2021-03-04T10:20:00+05:30', closed_at: '2021-06-01', outcome: 'recovered' }),
    ]);
    expect([rejects, summary.lines, summary.kept, summary.settled]).toEqual([[], 5, 5, 5]);
    const opened = ['missing.reported', 'missing.firRegistered'];
    const ended = ['missing.traced', 'missing.closed'];
    expect(await happened(2021, '1')).toEqual([[...opened, 'missing.cameFromPast']]);
    expect(await happened(2021, '2')).toEqual([
      [...opened, ...ended],
      [...opened, 'missing.cameFromPast'],
    ]);
    expect(await happened(2021, '3')).toEqual([[...opened, ...ended]]);
  });

  test('names each bad row with its line, its reason and its place, and takes none of an FIR of which one row is bad', async () => {
    const { summary, rejects } = await bring('bad.csv', [
      HEAD,
      row({ number: '11', registered_at: '31-02-2021' }),
      row({ number: '12', sections: 'whatever' }),
      '"BR-SAR","only","three"',
      row({ number: '13' }),
      row({ number: '13', sex: 'girlish' }),
      row({ number: '14', informant_telephone: '12' }),
      row({ number: '15', last_seen_place: '' }),
      row({ number: '16', station: '' }),
      row({ number: '17' }),
    ]);
    expect(rejects.map(({ line, reason, path }) => `${line} ${reason} ${path}`)).toEqual([
      '2 not-a-moment registered_at',
      '3 not-sections sections',
      '4 broken-row ',
      '5 withheld number',
      '6 not-a-code /body/children/1/sex',
      '7 not-a-telephone informant_telephone',
      '8 missing /body/lastSeen/place',
      '9 missing /paper/station',
    ]);
    expect([summary.kept, await happened(2021, '17')]).toEqual([
      1,
      [['missing.reported', 'missing.firRegistered', 'missing.cameFromPast']],
    ]);
    expect(await happened(2021, '13')).toEqual([]);
  });

  test('killed and begun again loses and doubles nothing; the same rows in another file bring nothing', async () => {
    const lines = [
      HEAD,
      ...Array.from({ length: 700 }, (_, at) => row({ number: String(1000 + Math.floor(at / 2)), child_name: `Asha ${at}` })),
    ];
    const before = await reports();
    await expect(bring('long.csv', lines, 1)).rejects.toThrow('killed');
    const { summary } = await bring('long.csv', lines);
    expect([summary.lines, (await reports()) - before]).toEqual([701, 700]);
    expect((await bring('other.csv', [...lines, ''])).summary.kept).toBe(0);
    expect((await reports()) - before).toBe(700);
  }, 120_000);

  test('without a column it needs, or with one nobody knows, is not read', async () => {
    await expect(bring('head.csv', [HEAD.replace('sex', 'gender'), row()])).rejects.toThrow('Missing: sex. Unknown or twice: gender.');
  });
});

test('the page of the exchange has every column, and says which are needed', () => {
  const page = readFileSync(new URL('../../../../docs/exchange.md', import.meta.url), 'utf8');
  const listed = [...page.slice(page.indexOf('**The table.**')).split('\n**', 2).join('').matchAll(/^\| `([a-z_]+)`( \*)? \| /gm)]; // prettier-ignore
  expect(readHeader(listed.map(([, name]) => name!))).toHaveLength(38);
  expect(listed.filter(([, , needed]) => needed).map(([, name]) => name).toSorted()).toEqual([...neededColumns].toSorted()); // prettier-ignore
});
