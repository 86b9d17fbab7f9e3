// The paper a station typed is found by its number, however it was written, and no other paper is read for it.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OfficeId, newId } from '../../kernel/ids.ts';
import { nation, startCase } from '../../../tests/database/asha.ts';
import { noon, worker } from '../../../tests/database/tools.ts';
import { papersLike } from './store.ts';

let [station, other]: OfficeId[] = [];
beforeAll(async () => {
  await startCase();
  const { rows } = await sql<{ id: OfficeId }>`select id from office where kind = 'police-station' order by code limit 2`.execute(
    nation.admin,
  );
  [station, other] = rows.map(({ id }) => id);
});
afterAll(() => nation.stop());

async function typed(number: string, { stationId = station, withdrawn = false } = {}): Promise<void> {
  await sql`insert into complaint (id, station_id, source, received_at, paper, paper_number, paper_year, paper_at, withdrawn_at)
    values (${newId()}, ${stationId}, 'in-person', ${noon}, 'fir', ${number}, 2024, ${noon}, ${withdrawn ? noon : null})`.execute(
    nation.admin,
  );
}

const like = async (number: string): Promise<string[]> =>
  nation.ask(worker, async (context) => {
    const rows = await papersLike(context, [{ stationId: station!, paper: 'fir', year: 2024, number }]);
    return rows.map((row) => row.number).toSorted();
  });

test('a number is found however it was typed', async () => {
  for (const number of ['FIR No. 0712/2024', '7 12', '712/24', '७१२', '7\u200b12', '713', 'A', 'B']) await typed(number);
  await typed('712', { stationId: other });
  await typed('00712', { withdrawn: true });
  const inScript = ['7\u200b12', '७१२'];
  expect(await like('712')).toEqual(['7 12', '712/24', 'FIR No. 0712/2024', ...inScript].toSorted());
  expect(await like('713')).toEqual(['713', ...inScript].toSorted());
  expect(await like('A')).toEqual(['A', 'B', ...inScript].toSorted());
});
