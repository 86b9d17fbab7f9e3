// The door of machines and the settling of the worker in one process over one database: for many orders of the same messages, one after the other.
import { sql } from 'kysely';
import { openTools } from '../../../src/apps/tools.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { milliseconds, systemClock } from '../../../src/kernel/time.ts';
import { mountExchange, portalKeys, settleDue } from '../../../src/modules/fir-exchange/index.ts';
import { readConfig } from '../../../src/platform/config.ts';
import { inContext } from '../../../src/platform/context.ts';
import { createServer } from '../../../src/platform/http/server.ts';
import { openLog } from '../../../src/platform/log.ts';
import { signed } from '../../../reference-node/signing.ts';
import type { Parcel } from './faulty-set.ts';
import { keyFor, secret } from './keys.ts';
import type { FaultNation, Held } from './nation.ts';

export type Trial = { held: Held; deliver(parcel: Parcel): Promise<number>; settleAll(): Promise<void>; close(): Promise<void> };

/** `spoil`: what is broken on purpose, in SQL, to see that the checks notice. */
export async function openTrial(nation: FaultNation, spoil?: string): Promise<Trial> {
  const held = await nation.anew();
  if (spoil) await sql.raw(spoil).execute(held.admin);
  const config = readConfig({ DEMO: 'true', SECRET: secret, DATA_DIRECTORY: nation.folder, DATABASE_POOL_SIZE: '2' });
  const [door, worker] = [openTools('exchange', config, held.urls.exchange), openTools('worker', config, held.urls.worker)];
  const log = openLog('silent');
  const { app } = await createServer(door.tools, log);
  await mountExchange(app, { tools: door.tools, keys: portalKeys({ signing: undefined, next: undefined, secret, demo: true })!, log });
  const asking = { actor: { kind: 'system', name: 'faults' }, ground: { name: 'exchange.settle', purpose: 'duty' } } as const;
  return {
    held,
    async deliver(parcel) {
      const body = { bytes: Buffer.from(parcel.body), type: parcel.type };
      const request = { method: 'POST', path: '/v1/messages', query: '', body } as const;
      const headers = signed(keyFor(parcel), request, Math.floor(milliseconds(systemClock()) / 1000));
      return (await app.inject({ method: 'POST', url: request.path, headers, payload: body.bytes })).statusCode;
    },
    async settleAll() {
      const onFault = (fault: unknown): void => {
        throw fault;
      };
      while ((await inContext(worker.tools, { ...asking, requestId: newId() }, (context) => settleDue(context, { onFault }))) > 0);
    },
    async close() {
      await app.close();
      await Promise.all([door.close(), worker.close()]);
      await held.drop();
    },
  };
}
