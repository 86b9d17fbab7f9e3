// Loads rows into PostgreSQL with COPY, all in one transaction: a seed that is cut short leaves an empty database, not half a nation.
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type SetAside, restoreIndexes, setIndexesAside } from './indexes.ts';
import { type Table, tables } from './tables.ts';

export type Loader = {
  /** Tables in order of reference, with the bytes of their rows. */
  load(texts: readonly (readonly [table: Table, bytes: Uint8Array])[]): Promise<void>;
  /** Builds the indexes, gathers the planner's figures and commits. */
  finish(): Promise<void>;
  /** What was not finished is undone. */
  close(): Promise<void>;
};

/** Indexes are built by two processes in memory, and the planner's figures come from 7,500 rows of a table, which tell as much as 30,000. */
const building = `set local maintenance_work_mem = '256MB'; set local max_parallel_maintenance_workers = 2; set local default_statistics_target = 25`;

type Rights = { above: boolean; skip: boolean };

/** COPY does not pass row security: the administrator must be above it. */
async function rightsOf(client: pg.Client): Promise<Rights> {
  const { rows } = await client.query<Rights>(`select rolsuper or rolbypassrls as above,
    rolsuper or has_parameter_privilege('session_replication_role', 'SET') as skip from pg_roles where rolname = current_user`);
  const rights = rows[0]!;
  if (!rights.above) throw new Error('Seeding needs a database administrator whom row security does not bind (superuser or BYPASSRLS).');
  return rights;
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  for (const table of Object.keys(tables)) {
    const { rows } = await client.query(`select from ${table} limit 1`);
    if (rows.length > 0) throw new Error(`The table ${table} has rows: a nation is seeded only into an empty database.`);
  }
}

/**
 * Emptied once more in this transaction, though it is empty: only so may rows be written as long settled, which spares the log and a later
 * vacuum, without which no index answers by itself.
 *
 * Where the server lets us, its checks of references are off: what is loaded refers only to rows of the same load, which the rebuild test
 * proves, and to check each again would more than double the time.
 */
async function begin(client: pg.Client): Promise<void> {
  const { skip } = await rightsOf(client);
  await client.query(`begin; set local app.bulk = 'on'; ${building}`);
  await refuseUnlessEmpty(client);
  await client.query(`truncate ${Object.keys(tables).join(', ')} cascade`);
  if (skip) await client.query(`set local session_replication_role = 'replica'`);
}

async function copy(client: pg.Client, table: Table, bytes: Uint8Array): Promise<void> {
  const stream = client.query(copyFrom(`copy ${table} (${Object.keys(tables[table]).join(', ')}) from stdin (format binary, freeze true)`));
  stream.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  await finished(stream);
}

export async function openLoader(adminUrl: string): Promise<Loader> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'vatsalya-seed' });
  await client.connect();
  let aside: SetAside[];
  try {
    await begin(client);
    aside = await setIndexesAside(client, Object.keys(tables));
  } catch (fault) {
    await client.end();
    throw fault;
  }
  return {
    async load(texts) {
      for (const [table, bytes] of texts) await copy(client, table, bytes);
    },
    async finish() {
      await restoreIndexes(client, aside);
      await client.query('select count_entry_lag()'); // not counted block by block while 'app.bulk' is on
      await client.query(`analyze entry_lag, ${Object.keys(tables).join(', ')}`);
      await client.query('commit');
    },
    close: () => client.end(),
  };
}
