// A database server of its own with the invented nation in it as a template, for tests that kill and for those that begin anew many times.
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { seedNation } from '../../../seed/index.ts';
import { newId } from '../../../src/kernel/ids.ts';
import type { Db } from '../../../src/platform/context.ts';
import { type DoorUrls, doorUrls } from '../../../src/platform/database/doors.ts';
import { grantDoorLogins, kyselyOver, migrate, openPool, startEmbedded } from '../../../src/platform/database/index.ts';
import { databaseUrl, onServer } from '../../database/cluster.ts';
import { secret } from './keys.ts';
import type { Station } from './police-stories.ts';

export type Held = { name: string; adminUrl: string; urls: DoorUrls; admin: Db; drop(): Promise<void> };
export type FaultNation = {
  folder: string;
  stations: Station[];
  /** A database with the nation and nothing told yet. */
  anew(): Promise<Held>;
  /** Ends the server as a power cut would, and starts it over what the disk holds. */
  killServer(): Promise<void>;
  stop(): Promise<void>;
};

/** `durable`: as in production, nothing is said to be kept that is not on the disk. `children`: of the nation itself, apart from those told by the police. */
export async function faultNation({ durable, children = 40 }: { durable: boolean; children?: number }): Promise<FaultNation> {
  const folder = mkdtempSync(join(tmpdir(), 'vatsalya-faults-'));
  chmodSync(folder, 0o711);
  const fast = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off' };
  const options = { directory: join(folder, 'postgres'), settings: { max_connections: '200', ...(durable ? {} : fast) } };
  let server = await startEmbedded(options);
  const { url: serverUrl, port } = server;
  await migrate(serverUrl);
  await grantDoorLogins(serverUrl);
  await seedNation({ adminUrl: serverUrl, children, dataDirectory: folder, secret, say: () => {} });
  const open = (url: string): Db => kyselyOver(openPool({ url, size: 2, applicationName: 'faults' }));
  const first = open(serverUrl);
  await sql`update exchange_node set messages_a_minute = 1000000`.execute(first);
  const { rows: stations } =
    await sql<Station>`select code, district_code, state_code from office where kind = 'police-station' order by code`.execute(first);
  await first.destroy();
  return {
    folder,
    stations,
    async anew() {
      const name = `told_${newId().slice(-12)}`;
      const template = new URL(serverUrl).pathname.slice(1);
      const onTheServer = (text: string) => onServer(databaseUrl(serverUrl, 'postgres'), (client) => client.query(text));
      // Files copied would each be waited for on the disk.
      await onTheServer(`create database ${name} template ${template} strategy ${durable ? 'wal_log' : 'file_copy'}`);
      const adminUrl = databaseUrl(serverUrl, name);
      const admin = open(adminUrl);
      const drop = async (): Promise<void> => {
        await admin.destroy();
        await onTheServer(`drop database ${name} with (force)`);
      };
      return { name, adminUrl, urls: doorUrls(adminUrl), admin, drop };
    },
    async killServer() {
      await server.kill();
      server = await startEmbedded({ ...options, port });
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
