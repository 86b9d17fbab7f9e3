// A mail server as a process of its own: knows no key, so every mail it took counts, and tells its starter how often each Message-ID came.
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import type { Report } from './gateway.ts';

const latency = Number(process.argv[2] ?? 100); // milliseconds from the mail's end to the server's yes
const first = new Map<string, number>();
const asked = new Map<string, number>();

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    let head = '';
    stream.on('data', (piece: Buffer) => (head += piece.toString('latin1')));
    stream.on('end', async () => {
      const key = /^Message-ID: <([\da-f-]{36})@/im.exec(head)?.[1] ?? 'none';
      if (!first.has(key)) first.set(key, Date.now());
      asked.set(key, (asked.get(key) ?? 0) + 1);
      await pause(latency);
      done();
    });
  },
});
server.on('error', () => {}); // a worker that was killed
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.server.address() as AddressInfo).port }));
process.on('message', (question) => {
  const report: Report = { first: Object.fromEntries(first), asked: Object.fromEntries(asked) };
  process.send!(question === 'report' ? report : { taken: first.size });
});
process.on('disconnect', () => process.exit(0));
