// What every database test starts with: a database of its own, an invented nation in it, a clock to turn, and the tools of each door as in production.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTools } from '../../src/apps/tools.ts';
import { newId } from '../../src/kernel/ids.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { type Day, type Instant, addHours, fromMilliseconds, instantAt, milliseconds } from '../../src/kernel/time.ts';
import { type Config, readConfig } from '../../src/platform/config.ts';
import {
  type Actor,
  type Context,
  type Db,
  type Door,
  type OfficerActor,
  type Tools,
  inContextUnless,
} from '../../src/platform/context.ts';
import { kyselyOver, openPool } from '../../src/platform/database/index.ts';
import { type Who, settle } from './nation-rows.ts';
import { type TestDatabase, createTestDatabase } from './test-database.ts';

export type { Who } from './nation-rows.ts';

export const secret = 'a secret of tests, long enough to be taken for one';
/** When every nation's clock starts: a Tuesday. */
export const noon = instantAt('2026-11-24' as Day, '12:00');
export const anyone: Actor = { kind: 'citizen', reporterKey: null };
export const worker: Actor = { kind: 'system', name: 'test' };

export type Nation = {
  database: TestDatabase;
  /** What the doors are told, as from the environment. */
  config: Config;
  /** Passes row security: for arranging and for looking at what was stored. */
  admin: Db;
  clock: { now: Instant; later(hours: number): void; tick(): void };
  /** At their desk in the district, or in the State's or the nation's office that serves it. */
  officer(who: Who): OfficerActor;
  /** Another officer, whose rows the test has written, known from here by that name. */
  join(who: string, officer: OfficerActor): Who;
  tools(door: Door): Tools;
  /** One request at the door the actor comes to; a refusal leaves nothing stored, as at the doors. */
  ask<T>(actor: Actor | Who, work: (context: Context) => Promise<T>, purpose?: string): Promise<T>;
  stop(): Promise<void>;
};

const doorOf = { officer: 'desk', citizen: 'citizen', system: 'worker' } as const satisfies Record<Actor['kind'], Door>;
const refused = (answer: unknown): boolean => [answer].flat().some((one) => isRefusal(one));

/** Call `stop` in `afterAll`. */
export async function startNation(): Promise<Nation> {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'vatsalya-nation-'));
  const config = readConfig({ DEMO: 'true', SECRET: secret, DATA_DIRECTORY: folder, DATABASE_POOL_SIZE: '4' });
  const pool = openPool({ url: database.adminUrl, size: 2, applicationName: 'test' });
  const admin = kyselyOver(pool);
  const officers = await settle(admin);
  const clock: Nation['clock'] = {
    now: noon,
    later: (hours) => void (clock.now = addHours(clock.now, hours)),
    tick: () => void (clock.now = fromMilliseconds(milliseconds(clock.now) + 1000)),
  };
  const opened = new Map<Door, ReturnType<typeof openTools>>();
  const tools = (door: Door): Tools => {
    const known = opened.get(door) ?? openTools(door, config, database.urls[door], { clock: () => clock.now });
    opened.set(door, known);
    return known.tools;
  };
  const officer = (who: Who): OfficerActor => officers.get(who)!;
  return {
    database,
    config,
    admin,
    clock,
    officer,
    join(who, joined) {
      officers.set(who, joined);
      return who as Who;
    },
    tools,
    ask: (who, work, purpose = 'casework') => {
      const actor = typeof who === 'string' ? officer(who) : who;
      return inContextUnless(tools(doorOf[actor.kind]), { actor, requestId: newId(), ground: { name: 'test', purpose } }, refused, work);
    },
    async stop() {
      await Promise.all([...[...opened.values()].map(({ close }) => close()), pool.end()]);
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
