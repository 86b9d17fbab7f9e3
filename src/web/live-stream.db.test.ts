// An open page hears its office's news until its session ends: what comes after is told to nobody.
import { sql } from 'kysely';
import fastify from 'fastify';
import cookie from '@fastify/cookie';
import { expect, onTestFinished, test } from 'vitest';
import { startNation } from '../../tests/database/tools.ts';
import type { Actor } from '../platform/context.ts';
import { mountLive } from './live-stream.ts';

test('a stream ends at the first news after its session was revoked', async () => {
  const nation = await startNation();
  const officer = nation.officer('cwc-member Kozhikode');
  let who: Actor | null = officer;
  const app = fastify();
  await app.register(cookie);
  const live = mountLive(app, nation.database.urls.desk, async () => who);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(async () => {
    await live.stop();
    await app.close();
    await nation.stop();
  });
  const body = (await fetch(`${url}/live`)).body!.pipeThrough(new TextDecoderStream()).getReader();
  const announce = (count: number) =>
    sql`select pg_notify('live', ${JSON.stringify({ kind: 'duty', offices: [officer.officeId], count })})`.execute(nation.admin);
  let heard = '';
  // Told until heard: the listener may not have been there for the first.
  for (const telling = setInterval(() => void announce(1), 100); ;) {
    heard += (await body.read()).value ?? '';
    if (!heard.includes('data: 1')) continue;
    clearInterval(telling);
    break;
  }
  who = null;
  await announce(2);
  for (let part = await body.read(); !part.done; part = await body.read()) heard += part.value;
  expect(heard).not.toContain('data: 2');
});
