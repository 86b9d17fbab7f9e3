// Figures of the five standing lists: what a round over a State of 330,000 papers costs the database, each minute and once a day whole.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Figure, atLeast, atMost } from '../../scripts/figures.ts';
import { openTools } from '../../src/apps/tools.ts';
import { newId } from '../../src/kernel/ids.ts';
import { readConfig } from '../../src/platform/config.ts';
import { type Context, type Db, type Tools, inContext } from '../../src/platform/context.ts';
import { grantDoorLogins, kyselyOver, migrate, openPool, startEmbedded } from '../../src/platform/database/index.ts';
import { reconcileState } from '../../src/modules/fir-exchange/reconciling/reconcile.ts';
import { noteChanges } from '../../src/modules/fir-exchange/reconciling/scope-store.ts';
import { workedByServer } from '../worked.ts';

const PAPERS = 330_000;
const STATIONS = 1_000;
const MISMATCHES = 2_000;
const ROUNDS = 20;
/** Of them the child is missing still, here and at the police. */
const OPEN_OF_TEN = 3;
const CHANGED_A_MINUTE = 50;
/** Of a processor for the database, each minute. */
const MOST_WORK = 500;

async function arrange(admin: Db): Promise<void> {
  await admin.transaction().execute(async (db) => {
    await sql`set local session_replication_role = replica`.execute(db); // rows alone: no keys looked up, no news told
    await sql`set local synchronous_commit = off`.execute(db);
    await sql`insert into exchange_node (code, name, state_code, messages_a_minute, silent_after_minutes, opened_at)
      values ('police-WB', 'Police', 'WB', 20000, 720, '2020-01-01')`.execute(db);
    await sql`insert into office (id, kind, code, name, state_code, district_code, opened_on) select md5('station ' || n)::uuid, 'police-station', 'PS-WB-' || n, 'PS ' || n,
      'WB', 'WB-HWH', '2020-01-01' from generate_series(0, ${STATIONS - 1}::int) n`.execute(db);
    await sql`create temporary table paper on commit drop as select n, md5('record ' || n)::uuid as record_id, md5('complaint ' || n)::uuid as complaint_id,
        md5('station ' || n % ${STATIONS}::int)::uuid as station_id, 'PS-WB-' || n % ${STATIONS}::int as station, n % 10 < ${OPEN_OF_TEN}::int as is_open,
        now() - interval '30 days' - n * interval '8 minutes' as at, (n / ${STATIONS}::int + 1)::text as number, 2020 + n % 7 as year
      from generate_series(0, ${PAPERS - 1}::int) n order by hashint4(n)`.execute(db);
    await sql`alter table paper add column paper_key text generated always as ('WB/WB-HWH/' || station || '/fir/' || year || '/' || number) stored`.execute(
      db,
    );
    // Of open ones spread over the stations: no node told 500, 500 are traced at the police, 300 told differently, the numbers of 200 stand twice; and 500 FIRs have no record.
    await sql`create temporary table open on commit drop as select n, row_number() over (order by hashint4(n + 7)) as at from paper where is_open`.execute(
      db,
    );
    await sql`alter table paper add column kind text`.execute(db);
    await sql`update paper p set kind = case when o.at <= 500 then 'untold' when o.at <= 1000 then 'traced' when o.at <= 1300 then 'differing' when o.at <= 1500 then 'twice' end
      from open o where o.n = p.n and o.at <= 1500`.execute(db);
    await sql`insert into paper (n, record_id, complaint_id, station_id, station, is_open, at, number, year, kind)
      select n + ${PAPERS}, md5('again ' || n)::uuid, md5('complaint again ' || n)::uuid, station_id, station, true, at, '0' || number, year, 'again' from paper where kind = 'twice'`.execute(
      db,
    );
    await sql`insert into complaint (id, station_id, source, received_at, paper, paper_number, paper_year, paper_at)
      select complaint_id, station_id, 'walk-in', at, 'fir', number, year, at from paper`.execute(db);
    await sql`insert into record (id, kind, reference, status, office_id, district_code, state_code, happened_at, opened_at, closed_at)
      select record_id, 'missing', 'MC-WB-' || n, case when is_open then 'under-investigation' else 'restored' end, station_id, 'WB-HWH', 'WB', at, at, case when not is_open then now() end
      from paper`.execute(db);
    await sql`insert into missing_report (record_id, complaint_id) select record_id, complaint_id from paper`.execute(db);
    await sql`insert into exchange_paper (paper_key, node_code, kind, state_code, district_code, station_code, station_id, year, number, complaint_id, opened_by_feed,
        last_sequence, last_digest, standing)
      select paper_key, 'police-WB', 'fir', 'WB', 'WB-HWH', station, station_id, year, number, complaint_id, true, 1, sha256(convert_to(paper_key, 'UTF8')),
        case when is_open and kind is distinct from 'traced' then 'open' else 'traced' end from paper where kind is distinct from 'untold'`.execute(
      db,
    );
    await sql`insert into exchange_paper_child (paper_key, child_number, record_id) select paper_key, 1, record_id from paper where kind is distinct from 'untold'`.execute(
      db,
    );
    await sql`insert into exchange_report (message_id, paper_key, child_number, record_id, what, happened_at, message_sequence, since)
      select gen_random_uuid(), paper_key, 1, record_id, 'traced', at, n, at from paper where not is_open or kind = 'traced'`.execute(db);
    await sql`insert into exchange_difference select paper_key, 1, 'sex', 'female', 'male', at from paper where kind = 'differing'`.execute(
      db,
    );
    await sql`insert into exchange_message (delivery_id, position, node_code, message_id, received_at, paper_key, content, content_digest, state, reason)
      select gen_random_uuid(), 1, 'police-WB', gen_random_uuid(), now() - interval '2 hours', 'WB/WB-HWH/PS-WB-' || n || '/fir/2026/9' || n, '{}', sha256(n::text::bytea),
        'quarantined', 'unknown-district' from generate_series(1, 500) n`.execute(db);
  });
  await sql`vacuum analyze`.execute(admin);
}

/** Of the State's open records, each once more a little later. */
async function somethingHappens(admin: Db): Promise<void> {
  await admin.transaction().execute(async (db) => {
    await sql`set local session_replication_role = replica`.execute(db);
    await sql`insert into diary_entry (id, record_id, happening, happened_at, recorded_at, door)
      select gen_random_uuid(), id, 'missing.noted', now(), now(), 'seed' from record tablesample system (1) where kind = 'missing' limit ${CHANGED_A_MINUTE}`.execute(
      db,
    );
  });
}

async function figures(admin: Db, tools: Tools, directory: string): Promise<Figure[]> {
  const asking = { actor: { kind: 'system', name: 'bench' }, ground: { name: 'bench', purpose: 'exchange' } } as const;
  const run = <T>(work: (context: Context) => Promise<T>): Promise<T> => inContext(tools, { ...asking, requestId: newId() }, work);
  const worked = async (work: () => Promise<unknown>): Promise<number> => {
    const before = workedByServer(directory);
    await work();
    return workedByServer(directory) - before;
  };
  const round = async (): Promise<void> => {
    await run(noteChanges);
    while (await run((context) => reconcileState(context, 'WB')));
  };
  await round();
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from exchange_mismatch where ended_at is null`.execute(admin);
  await sql`vacuum analyze exchange_mismatch`.execute(admin);
  await sql`delete from exchange_whole_round`.execute(admin);
  const whole = await worked(round);
  let minutes = 0;
  for (let minute = 0; minute < ROUNDS; minute++) {
    await somethingHappens(admin);
    minutes += await worked(round);
  }
  return [
    atLeast('reconciling.mismatches', rows[0]!.n, 'rows', PAPERS, MISMATCHES),
    atMost('reconciling.round.processor', minutes / ROUNDS, 'ms', ROUNDS, MOST_WORK),
    atMost('reconciling.wholeRound.processor', whole, 'ms', 1, null),
  ];
}

export async function reconcilingFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vatsalya-reconciling-'));
  const server = await startEmbedded({ directory: join(folder, 'postgres'), settings: { fsync: 'off' } });
  try {
    await migrate(server.url);
    const logins = await grantDoorLogins(server.url);
    const pool = openPool({ url: server.url, size: 2, applicationName: 'bench' });
    const admin = kyselyOver(pool);
    await arrange(admin);
    const config = readConfig({ DEMO: 'true', SECRET: 'a secret of benches, long enough for one', DATA_DIRECTORY: folder });
    const { tools, close } = openTools('worker', config, logins.worker);
    // These records have no diary to derive anything from.
    const listsAlone = { ...tools, project: async () => {}, projectJournals: async () => {} };
    const rows = await figures(admin, listsAlone, server.directory);
    await close();
    await pool.end();
    return rows;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
