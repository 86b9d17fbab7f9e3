// A listener whose first connection fails connects once more, not twice: each news would be told twice for ever after.
import { type AddressInfo, connect, createServer } from 'node:net';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { createTestDatabase } from '../../../tests/database/test-database.ts';
import { listenTo } from './listen.ts';

test('after a failed connect one connection listens, and each news is told once', async () => {
  const database = await createTestDatabase();
  const address = new URL(database.adminUrl);
  let calls = 0;
  const gate = createServer((socket) => {
    calls += 1;
    if (calls === 1) return void socket.destroy();
    const server = connect(Number(address.port || 5432), address.hostname);
    for (const end of [socket, server]) end.on('error', () => {});
    socket.pipe(server).pipe(socket);
  });
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
  address.hostname = '127.0.0.1';
  const told: string[] = [];
  const through = new URL(address);
  through.port = String((gate.address() as AddressInfo).port);
  const teller = new pg.Client({ connectionString: database.adminUrl });
  await teller.connect();
  const heard = Promise.withResolvers<void>();
  const listening = listenTo(
    through.href,
    'live',
    (payload) => {
      told.push(payload);
      if (payload === 'last') heard.resolve();
    },
    () => void teller.query(`select pg_notify('live', 'first')`).then(() => teller.query(`select pg_notify('live', 'last')`)),
  );
  onTestFinished(async () => {
    await listening.stop();
    await teller.end();
    gate.close();
    await database.drop();
  });
  await heard.promise;
  expect(calls).toBe(2);
  expect(told).toEqual(['first', 'last']);
});
