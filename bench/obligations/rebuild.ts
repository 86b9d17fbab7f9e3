// How long the duties of a whole nation take to be worked out anew, as a change of the law has the worker do it: from diaries alone, and where all stands already.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Figure, atMost } from '../../scripts/figures.ts';
import { workedBy, workedByServer } from '../worked.ts';
import { seedNation } from '../../seed/index.ts';
import { openTools } from '../../src/apps/tools.ts';
import { newId } from '../../src/kernel/ids.ts';
import { projectNextPage, serveLaw } from '../../src/modules/obligations/index.ts';
import { readConfig } from '../../src/platform/config.ts';
import { type Context, inContext } from '../../src/platform/context.ts';
import { doorUrls, grantDoorLogins } from '../../src/platform/database/doors.ts';
import { migrate, startEmbedded } from '../../src/platform/database/index.ts';

const usualChildren = 20_000;
/** Fifteen minutes a million children. */
const mostMilliseconds = 0.9;
const lanes = 2;
const secret = 'a secret of figures, long enough to be taken for one';
const say = (line: string): void => void process.stderr.write(`${line}\n`);

type AsWorker = <T>(work: (context: Context) => Promise<T>) => Promise<T>;

type Took = { seconds: number; worked: number; server: number };

/** Until every record follows the law, worked at by this many at once: by the clock, and in milliseconds of a processor. */
async function follow(asWorker: AsWorker, client: pg.Client, serverDirectory: string, what: string): Promise<Took> {
  await client.query('delete from law_serving');
  const [start, workedBefore, serverBefore] = [performance.now(), workedBy(process.pid), workedByServer(serverDirectory)];
  await asWorker((context) => serveLaw(context));
  let toldAt = start;
  const lane = async (): Promise<void> => {
    for (;;) {
      const page = await asWorker((context) => projectNextPage(context));
      if (!page) return;
      if (performance.now() - toldAt < 10_000) continue;
      toldAt = performance.now();
      say(`${what}: ${page.records} records, ${Math.round((toldAt - start) / 1000)} s`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return {
    seconds: (performance.now() - start) / 1000,
    worked: workedBy(process.pid) - workedBefore,
    server: workedByServer(serverDirectory) - serverBefore,
  };
}

export async function rebuildFigures(children = usualChildren): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'vatsalya-rebuild-'));
  const server = await startEmbedded({
    directory: join(directory, 'postgres'),
    settings: { fsync: 'off', full_page_writes: 'off', max_wal_size: '8GB' },
  });
  const client = new pg.Client({ connectionString: server.url });
  try {
    await migrate(server.url);
    await grantDoorLogins(server.url);
    await seedNation({ adminUrl: server.url, children, dataDirectory: directory, secret, say });
    await client.connect();
    const config = readConfig({ DEMO: 'true', SECRET: secret, DATA_DIRECTORY: directory });
    const { tools, close } = openTools('worker', config, doorUrls(server.url).worker);
    const asWorker: AsWorker = (work) =>
      inContext(
        tools,
        { actor: { kind: 'system', name: 'law.project' }, requestId: newId(), ground: { name: 'law.project', purpose: 'duty' } },
        work,
      );
    const numberOf = async (text: string): Promise<number> =>
      Number((await client.query<{ n: string }>(`select count(*) as n from ${text}`)).rows[0]!.n);
    const [records, entries, before] = [await numberOf('record'), await numberOf('diary_entry'), await numberOf('obligation')];
    const standing = await follow(asWorker, client, join(directory, 'postgres'), 'all stands');
    await client.query('truncate obligation');
    const anew = await follow(asWorker, client, join(directory, 'postgres'), 'from diaries');
    const after = await numberOf('obligation');
    await close();
    const rows = (what: string, { seconds, worked, server: database }: Took): Figure[] => [
      atMost(`obligations.rebuild: a child, ${what}`, (1000 * seconds) / children, 'ms', children, mostMilliseconds),
      atMost(`obligations.rebuild: a child, ${what}, work of the worker`, worked / children, 'ms', children, null),
      atMost(`obligations.rebuild: a child, ${what}, work of the database`, database / children, 'ms', children, null),
    ];
    return [
      ...rows(`from diaries alone (${records} records, ${entries} entries, ${after} duties)`, anew),
      ...rows('where all stands already', standing),
      atMost('obligations.rebuild: duties that are missing or too many afterwards', Math.abs(after - before), 'duties', before, 0),
    ];
  } finally {
    await client.end();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
