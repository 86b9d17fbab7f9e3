// `npm run --silent demo-node-key -- --state WB` prints the private key of a State's node in a demonstration, as PEM; without a State the grid's.
import { parseArgs } from 'node:util';
import { readConfig } from '../src/platform/config.ts';
import { demoNodeKey } from '../src/modules/fir-exchange/trust/demo-key.ts';
import { GRID_NODE, nodeOfState } from '../src/modules/fir-exchange/trust/node.ts';

function main(): void {
  const { values } = parseArgs({ options: { state: { type: 'string' } } });
  const config = readConfig(process.env);
  if (!config.demo) throw new Error('Only a demonstration makes keys of nodes: elsewhere each node makes its own and keeps it.');
  if (values.state !== undefined && !/^[A-Z]{2}$/.test(values.state)) throw new Error('Name a State by its two letters: --state WB');
  const code = values.state === undefined ? GRID_NODE : nodeOfState(values.state);
  const { keyId, privateKey } = demoNodeKey(config.secret, code);
  process.stderr.write(`${keyId}\n`);
  process.stdout.write(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
