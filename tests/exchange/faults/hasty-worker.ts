// The settling worker broken on purpose: what a message brings about is committed a little before it is marked as settled. Killed in between, another brings it about again.
import { setTimeout as pause } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { openTools } from '../../../src/apps/tools.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { settleDue } from '../../../src/modules/fir-exchange/index.ts';
import { readConfig } from '../../../src/platform/config.ts';
import { inContext } from '../../../src/platform/context.ts';
import { kyselyOver, openPool } from '../../../src/platform/database/index.ts';

const MARKED_AFTER_MILLISECONDS = 1_500;
const LOOK_MILLISECONDS = 50;
const MARK = 'update exchange_message m set state';
const asking = { actor: { kind: 'system', name: 'exchange' }, ground: { name: 'exchange.settle', purpose: 'duty' } } as const;

process.on('disconnect', () => process.exit(1));
const config = readConfig(process.env);
const { tools } = openTools('worker', config, config.databaseUrl!);
const pool = openPool({ url: config.databaseUrl!, size: 1, applicationName: 'hasty-worker' });
pool.on('connect', (client: PoolClient) => {
  const query = client.query.bind(client) as (text: string, values?: unknown[]) => Promise<unknown>;
  const hasty = async (text: string, values?: unknown[]): Promise<unknown> => {
    if (text.startsWith(MARK)) {
      await query('commit');
      await pause(MARKED_AFTER_MILLISECONDS);
      await query(
        `begin; select ${['reach', 'role', 'office', 'district', 'state', 'reporter'].map((name) => `set_config('app.${name}', '${name === 'reach' ? 'none' : ''}', true)`).join(', ')}`,
      );
    }
    return query(text, values);
  };
  Object.assign(client, { query: hasty });
});
const hastyTools = { ...tools, db: kyselyOver(pool) };

for (;;) {
  const settled = await inContext(hastyTools, { ...asking, requestId: newId() }, (context) => settleDue(context)).catch(() => 0);
  if (settled === 0) await pause(LOOK_MILLISECONDS);
}
