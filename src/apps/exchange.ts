// The exchange door: machines of States, of the national grid, and of whoever carries our messages. It answers probes and says which messages it takes.
import type { Config } from '../platform/config.ts';
import { createServer } from '../platform/http/server.ts';
import type { Log } from '../platform/log.ts';
import { mountReceipts } from './receipts.ts';
import { openTools } from './tools.ts';

export async function startExchange(config: Config, databaseUrl: string, log: Log): Promise<{ url: string; stop(): Promise<void> }> {
  const { tools, close } = openTools('exchange', config, databaseUrl, { log });
  const server = await createServer(tools, log, config);
  server.app.get('/', async () => ({ name: 'Vatsalya exchange', messages: config.receiptsToken ? ['receipts'] : [] }));
  if (config.receiptsToken) mountReceipts(server.app, tools, config.receiptsToken, log);
  const url = await server.listen(config.host, config.ports.exchange);
  return {
    url,
    async stop() {
      await server.stop();
      await close();
    },
  };
}
