// `npm run bench:storm`: 5,000 false reports by the public in ten minutes, and how soon the true ones reach the nodal officer's telephone.
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { type Figure, atMost, percentile, printFigures } from '../scripts/figures.ts';
import { openTools } from '../src/apps/tools.ts';
import { newId } from '../src/kernel/ids.ts';
import { type Day, instantAt } from '../src/kernel/time.ts';
import { readConfig } from '../src/platform/config.ts';
import { inContext } from '../src/platform/context.ts';
import { grantDoorLogins, kyselyOver, migrate, openPool, startEmbedded } from '../src/platform/database/index.ts';
import { settle } from '../tests/database/nation-rows.ts';
import { worker } from '../tests/database/tools.ts';
import { tellNext } from '../src/modules/intimations/index.ts';
import { type Ground, playStorm } from './storm/play.ts';

const { values: options } = parseArgs({
  options: {
    reports: { type: 'string', default: '5000' },
    telephones: { type: 'string', default: '250' },
    rate: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const GOAL_SECONDS = 120;
const TRUE_ONES = 60;

const WAITING = 200_000;

/** Milliseconds of a round in which nothing is due, with so many that wait for tomorrow. */
async function idleRounds({ admin, officer, ask, clock }: Ground): Promise<number[]> {
  const { officeId } = officer('district-nodal-officer Saran');
  await sql`insert into intimation (id, office_id, template, facts_sealed, about_kind, about_id, alarm, created_at, next_at)
    select gen_random_uuid(), ${officeId}, 'nodalAlert', '', 'waiting', n::text, n % 2 = 0, ${clock.now}, ${clock.now}::timestamptz + interval '1 day'
    from generate_series(1, ${WAITING}::int) n`.execute(admin);
  await sql`analyze intimation`.execute(admin);
  while (await ask(worker, tellNext));
  const rounds: number[] = [];
  for (let round = 0; round < 200; round++) {
    const began = performance.now();
    await ask(worker, tellNext);
    rounds.push(performance.now() - began);
  }
  return rounds;
}

const folder = mkdtempSync(join(tmpdir(), 'vatsalya-storm-'));
const server = await startEmbedded({ directory: join(folder, 'postgres') });
try {
  await migrate(server.url);
  const logins = await grantDoorLogins(server.url);
  const pool = openPool({ url: server.url, size: 2, applicationName: 'bench' });
  const admin = kyselyOver(pool);
  const officers = await settle(admin);
  await sql`update officer set telephone = '+9160' || lpad((abs(hashtext(id::text)) % 100000000)::text, 8, '0')`.execute(admin);
  const clock = { now: instantAt('2026-11-24' as Day, '12:00') };
  const config = readConfig({ DEMO: 'true', SECRET: 'a secret of benches, long enough for one', DATA_DIRECTORY: folder });
  const { tools, close } = openTools('worker', config, logins.worker, { clock: () => clock.now });
  const ground: Ground = {
    admin,
    clock,
    officer: (who) => officers.get(who)!,
    tools: () => tools,
    ask: (actor, work) => {
      if (typeof actor === 'string' || actor.kind !== 'system') throw new Error('the worker alone plays');
      return inContext(tools, { actor, requestId: newId(), ground: { name: 'bench', purpose: 'duty' } }, work);
    },
  };
  const falseOnes = Number(options.reports);
  const played = await playStorm(ground, {
    falseOnes,
    telephones: Number(options.telephones),
    trueOnes: TRUE_ONES,
    carrierASecond: Number(options.rate),
  });
  const idle = await idleRounds(ground);
  const { station, telephone } = played.seconds;
  const lost = falseOnes + telephone.length - played.sentSingly - played.inDigests;
  const rows: Figure[] = [
    atMost('storm.station.p95', percentile(station, 0.95), 's', station.length, GOAL_SECONDS),
    atMost('storm.telephone.p95', percentile(telephone, 0.95), 's', telephone.length, GOAL_SECONDS),
    atMost('storm.slowest', Math.max(...station, ...telephone), 's', station.length + telephone.length, GOAL_SECONDS),
    atMost('storm.lost', lost, 'reports', falseOnes, 0),
    atMost('storm.held', played.held, 'reports', falseOnes, null),
    atMost('storm.digests', played.digests, 'messages', falseOnes, null),
    atMost('storm.step', played.milliseconds / played.steps, 'ms', played.steps, null),
    atMost('storm.idle.p95', percentile(idle, 0.95), 'ms', idle.length, null),
    atMost('storm.load', loadavg()[0]!, 'load', 1, null),
  ];
  printFigures(rows, options.json);
  await close();
  await pool.end();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
