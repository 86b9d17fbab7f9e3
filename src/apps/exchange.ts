// The exchange door: machines of States, of the national grid, and of whoever carries our messages. It answers probes, takes signed messages of police nodes and reports of gateways.
import type { Config } from '../platform/config.ts';
import { createServer } from '../platform/http/server.ts';
import type { Log } from '../platform/log.ts';
import { mountExchange, portalKeys } from '../modules/fir-exchange/index.ts';
import { mountReceipts } from './receipts.ts';
import { openTools } from './tools.ts';

export async function startExchange(config: Config, databaseUrl: string, log: Log): Promise<{ url: string; stop(): Promise<void> }> {
  const { tools, close } = openTools('exchange', config, databaseUrl, { log });
  const server = await createServer(tools, log, config);
  const { secret, demo, exchangeKeys } = config;
  const keys = portalKeys({ ...exchangeKeys, secret, demo });
  const takesReceipts = Object.values(config.receiptsTokens).some((token) => token !== undefined);
  const taken = [...(takesReceipts ? ['receipts'] : []), ...(keys ? ['messages'] : [])];
  server.app.get('/', async () => ({ name: 'Vatsalya exchange', messages: taken, ...(keys ? { contract: '/v1/contract/' } : {}) }));
  if (takesReceipts) mountReceipts(server.app, tools, config.receiptsTokens, log);
  if (keys) await mountExchange(server.app, { tools, keys, log });
  const url = await server.listen(config.host, config.ports.exchange);
  return {
    url,
    async stop() {
      await server.stop();
      await close();
    },
  };
}
