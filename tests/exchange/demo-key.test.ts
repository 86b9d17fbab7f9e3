// The command that gives a demonstration's node its key: the one the seed entered, and nothing outside a demonstration.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { keyIdOf, rawPublicKey, readPrivateKey } from '../../src/platform/credentials/index.ts';
import { demoNodeKey } from '../../src/modules/fir-exchange/trust/demo-key.ts';

const root = join(import.meta.dirname, '../..');
const SECRET = 'a secret of tests, long enough to be taken for one';
const run = (environment: Record<string, string>, ...words: string[]) =>
  promisify(execFile)(process.execPath, ['--import', './scripts/tsx-loader.ts', 'scripts/demo-node-key.ts', ...words], {
    cwd: root,
    env: { PATH: process.env['PATH'], SECRET, ...environment },
  });

test('prints the key whose public half the seed enters', async () => {
  const { stdout, stderr } = await run({ DEMO: 'true' }, '--state', 'WB');
  const { keyId } = demoNodeKey(SECRET, 'police-WB');
  expect([stderr.trim(), keyIdOf('police-WB', rawPublicKey(readPrivateKey(stdout)!))]).toEqual([keyId, keyId]);
});

test('prints nothing where it is no demonstration', async () => {
  const sms = { SMS_GATEWAY_URL: 'https://sms.example', SMS_GATEWAY_KEY: 'key', SMS_SENDER: 'VATSLY' };
  await expect(run({ DEMO: 'false', ...sms }, '--state', 'WB')).rejects.toMatchObject({ stdout: '', stderr: /Only a demonstration/ });
});
