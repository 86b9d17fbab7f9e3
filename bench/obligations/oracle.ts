// A hundred thousand random diaries, every deadline worked out by the code and by plain SQL: how many differ.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Figure, atMost } from '../../scripts/figures.ts';
import { seededRandom } from '../../seed/random.ts';
import { law } from '../../src/law/index.ts';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { compareWithOracle, startOracle, tellCalendars } from '../../tests/oracle/obligations-oracle.ts';
import { randomCalendars, randomDiary } from '../../tests/oracle/random-diaries.ts';

const diaries = 100_000;
const batch = 5000;

export async function oracleFigures(): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'vatsalya-oracle-'));
  chmodSync(directory, 0o711); // root's server runs as nobody
  const server = await startEmbedded({ directory: join(directory, 'server'), settings: { fsync: 'off' } });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    await startOracle(client, law);
    const calendars = randomCalendars(seededRandom('calendars'));
    await tellCalendars(client, calendars);
    const random = seededRandom('bench');
    let [duties, wrong] = [0, 0];
    for (let done = 0; done < diaries; done += batch) {
      const some = Array.from({ length: batch }, (_, at) => randomDiary(random, law, done + at));
      const compared = await compareWithOracle(client, law, some, calendars);
      duties += compared.duties;
      wrong += compared.disagreements.length;
      for (const one of compared.disagreements.slice(0, 3)) console.error(JSON.stringify({ ...one, entries: some[one.diary] }));
      console.error(`${done + batch} diaries, ${duties} duties, ${wrong} differ`);
    }
    return [
      atMost(`obligations.oracle: deadlines or endings that differ, in ${duties} duties`, wrong, 'duties', diaries, 0),
      atMost('obligations.oracle: rules', law.length, 'rules', law.length, null),
    ];
  } finally {
    await client.end();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
