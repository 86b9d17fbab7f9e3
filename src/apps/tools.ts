// Builds what a door works with from its configuration: pool, secrets, clock, permissions, and the projections every door must run.
import { join } from 'node:path';
import { type Clock, systemClock } from '../kernel/time.ts';
import type { Config } from '../platform/config.ts';
import type { Door, Tools } from '../platform/context.ts';
import { keyedHash, seal, unseal } from '../platform/credentials/index.ts';
import { kyselyOver, openPool } from '../platform/database/index.ts';
import { type Log, factsOfFault } from '../platform/log.ts';
import { type Permission, may, rolesThatMay } from '../modules/officers/index.ts';
import { projectOfficeObligations } from '../modules/obligations/index.ts';
import { project } from './projections.ts';

export type DoorTools = { tools: Tools; close(): Promise<void> };

/** `log` hears of connections lost. */
type Given = { clock?: Clock; log?: Log };

export function openTools(door: Door, config: Config, databaseUrl: string, { clock = systemClock, log }: Given = {}): DoorTools {
  const pool = openPool({
    url: databaseUrl,
    prepares: door === 'desk',
    size: config.databasePoolSize,
    applicationName: `vatsalya-${door}`,
    onFault: (error) => log?.warn({ door, ...factsOfFault(error) }, 'database.fault'),
    ...(config.databaseRole ? { role: config.databaseRole } : {}),
  });
  const { secret } = config;
  const tools: Tools = {
    db: kyselyOver(pool),
    door,
    clock,
    project,
    projectJournals: projectOfficeObligations,
    may,
    whoMay: (permission) => rolesThatMay(permission as Permission),
    secret,
    keyedHash: (text) => keyedHash(secret, 'telephone', text),
    seal: (text) => Buffer.from(seal({ secret, purpose: 'field', boundTo: '' }, text)),
    unseal: (sealed) => unseal({ secret, purpose: 'field', boundTo: '' }, sealed.toString()),
    photographDirectory: join(config.dataDirectory, 'photographs'),
    deskOrigin: config.publicOrigins.desk ?? `http://localhost:${config.ports.desk}`,
    demo: config.demo,
    passedOver: (recordId, fault) => log?.error({ door, recordId, ...factsOfFault(fault) }, 'record.passedOver'),
  };
  return { tools, close: () => pool.end() };
}
