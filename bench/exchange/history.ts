// Figures of a police system's past: FIRs a second that one process reads from a file, checks, keeps and settles, on the offices of the invented nation.
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import { type Figure, atLeast, atMost } from '../../scripts/figures.ts';
import { seedNation } from '../../seed/index.ts';
import { inTwo } from '../../src/apps/projections.ts';
import { openTools } from '../../src/apps/tools.ts';
import { newId } from '../../src/kernel/ids.ts';
import { addHours, addMinutes, systemClock } from '../../src/kernel/time.ts';
import { bringHistory } from '../../src/modules/fir-exchange/index.ts';
import { readConfig } from '../../src/platform/config.ts';
import { grantDoorLogins, kyselyOver, migrate, openPool, startEmbedded } from '../../src/platform/database/index.ts';
import { seeded } from '../../tests/seeded.ts';
import { workedBy, workedByServer } from '../worked.ts';

const FIRS = Number(process.env['HISTORY_FIRS'] ?? 20_000);
/** A million in an hour. */
const GOAL_A_SECOND = 1_000_000 / 3_600;
const STATE = 'WB';
const SECRET = 'a secret of benches, long enough for one';

type Station = { code: string; districtCode: string };

/** Of the last five years; of ten children eight were traced, the word of it a second message. */
function* pastOf(stations: readonly Station[]): Generator<string> {
  const random = seeded(11);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const now = systemClock();
  for (let number = 0; number < FIRS; number++) {
    const at = pick(stations);
    const told = addHours(now, -24 * (60 + Math.floor(random() * 1_800)));
    const year = Number(told.slice(0, 4));
    const paper = { kind: 'fir', state: STATE, district: at.districtCode, station: at.code, year, number: `8${number}` };
    const heading = (sequence: number, sentAt: string) => ({ messageId: newId(), version: 1, node: `police-${STATE}`, sentAt, eventAt: sentAt, paper, rawNumber: `old ${number}`, sequence }); // prettier-ignore
    const child = {
      childNumber: 1,
      names: [{ text: pick(['Asha', 'Ravi', 'Puja', 'Imran', 'Lakshmi', 'Suraj']) }],
      fatherNames: [{ text: pick(['Ramesh Das', 'Mohan Lal', 'Abdul Karim', 'Hari Prasad']) }],
      sex: random() < 0.6 ? 'female' : 'male',
      ageFrom: 5 + Math.floor(random() * 12),
      clothing: 'blue shirt',
      homeAddress: `Ward ${Math.floor(random() * 30)}`,
      circumstance: 'lost',
    };
    const body = {
      informationReceivedAt: told,
      registeredAt: addMinutes(told, 10),
      actsAndSections: [{ act: told < '2024-07-03' ? 'POCSO' : 'BNS', section: told < '2024-07-03' ? '8' : '137(2)' }],
      informant: { name: 'Kamala Devi', relation: 'mother', telephone: `+9198${String(number).padStart(8, '0')}`, address: 'Station Road' },
      lastSeen: { at: addMinutes(told, -60), place: 'Market', district: at.districtCode },
      children: [child],
    };
    const fir = { ...heading(1, addMinutes(told, 20)), type: 'FIR.registered', body };
    const tracedAt = addHours(told, 48);
    const traced = { ...heading(2, addMinutes(tracedAt, 5)), type: 'MissingPerson.traced', body: { childNumber: 1, tracedAt, condition: 'alive', inCareOf: 'family' } };
    for (const message of random() < 0.8 ? [fir, traced] : [fir]) yield `${JSON.stringify(message)}\n`;
  } // prettier-ignore
}

export async function historyFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vatsalya-history-'));
  const server = await startEmbedded({ directory: join(folder, 'postgres') });
  try {
    await migrate(server.url);
    const logins = await grantDoorLogins(server.url);
    await seedNation({ adminUrl: server.url, children: 200, dataDirectory: folder, secret: SECRET, say: () => {} });
    const pool = openPool({ url: server.url, size: 2, applicationName: 'bench' });
    const admin = kyselyOver(pool);
    const { rows: stations } =
      await sql<Station>`select code, district_code from office where kind = 'police-station' and state_code = ${STATE}
      and district_code is not null order by code`.execute(admin);
    await sql`insert into exchange_node (code, name, state_code, messages_a_minute, silent_after_minutes, opened_at)
      values (${`police-${STATE}`}, 'Police', ${STATE}, 100000, 720, ${systemClock()}) on conflict do nothing`.execute(admin);
    const path = join(folder, 'past.ndjson.gz');
    await pipeline(Readable.from(pastOf(stations)), createGzip({ level: 1 }), createWriteStream(path));
    await sql`analyze`.execute(admin);
    const config = readConfig({ DEMO: 'true', SECRET, DATA_DIRECTORY: folder });
    const { tools, close } = openTools('worker', config, logins.worker);
    const worked = () => [workedBy(process.pid), workedByServer(server.directory)] as const;
    const [here, there] = worked();
    let memory = 0;
    const summary = await bringHistory(tools, {
      path,
      node: `police-${STATE}`,
      inTwo,
      onBegin: () => {},
      onRejects: () => {},
      onProgress(so) {
        memory = Math.max(memory, process.memoryUsage().rss);
        if (so.lines % Math.ceil(FIRS / 20) < 500)
          console.error(`${so.lines} lines, ${(so.settled / so.seconds).toFixed(0)} messages a second`);
      },
      onFault(fault) {
        throw fault;
      },
    });
    const [hereAfter, thereAfter] = worked();
    const { rows: alerts } = await sql<{ n: number }>`select count(*) as n from exchange_message where state <> 'applied'`.execute(admin);
    await close();
    await pool.end();
    return [
      atMost('exchange.history.time', summary.seconds / 60, 'min', FIRS, FIRS / GOAL_A_SECOND / 60),
      atLeast('exchange.history.firsPerSecond', FIRS / summary.seconds, 'FIRs/s', FIRS, GOAL_A_SECOND),
      atLeast('exchange.history.messagesPerSecond', summary.settled / summary.seconds, 'messages/s', summary.lines, GOAL_A_SECOND),
      atMost('exchange.history.processorHere', (hereAfter - here) / FIRS, 'ms/FIR', FIRS, null),
      atMost('exchange.history.processorDatabase', (thereAfter - there) / FIRS, 'ms/FIR', FIRS, null),
      atMost('exchange.history.memory', memory / 1024 / 1024, 'MB', FIRS, 1_000),
      atMost('exchange.history.notApplied', Number(alerts[0]!.n), 'messages', summary.lines, 0),
    ];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
