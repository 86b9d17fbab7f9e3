// Loads batches of rows into PostgreSQL with COPY, one transaction each.
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { RowBatch } from './row-batch.ts';
import { type Table, tables } from './tables.ts';

export type Loader = { load(batch: RowBatch): Promise<void>; run(sql: string): Promise<void>; end(): Promise<void> };

/** COPY does not pass row security: the administrator must be above it. */
async function refuseBoundAdministrator(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ above: boolean }>(
    'select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user',
  );
  if (!rows[0]?.above) throw new Error('Seeding needs a database administrator whom row security does not bind (superuser or BYPASSRLS).');
}

/**
 * True where the server lets us switch its row triggers off: what is loaded refers only to rows of the same load, which rebuild.db.test.ts
 * proves, so that checking each reference again would only double the time.
 */
async function maySkipChecks(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `select rolsuper or has_parameter_privilege('session_replication_role', 'SET') as may from pg_roles where rolname = current_user`,
  );
  return rows[0]!.may;
}

async function copy(client: pg.Client, table: Table, text: string): Promise<void> {
  const stream = client.query(copyFrom(`copy ${table} (${tables[table].join(', ')}) from stdin`));
  stream.end(text);
  await finished(stream);
}

export async function openLoader(adminUrl: string): Promise<Loader> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'vatsalya-seed' });
  await client.connect();
  await refuseBoundAdministrator(client);
  const skip = await maySkipChecks(client);
  return {
    async load(batch) {
      await client.query(`begin; set local app.bulk = 'on'; set local synchronous_commit = off`);
      if (skip) await client.query(`set local session_replication_role = 'replica'`);
      try {
        for (const [table, text] of batch.texts()) await copy(client, table, text);
        await client.query('commit');
      } catch (fault) {
        await client.query('rollback');
        throw fault;
      }
    },
    run: async (sql) => void (await client.query(sql)),
    end: () => client.end(),
  };
}
