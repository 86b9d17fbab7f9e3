// A nation of two districts for database tests: a few offices with one officer each, and the tools of any door over a test database.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type OfficeId, type OfficerId, newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Day, type Instant, addHours, instantAt } from '../../kernel/time.ts';
import {
  type Actor,
  type Context,
  type Db,
  type Door,
  type OfficerActor,
  type Projection,
  type Tools,
  inContextUnless,
} from '../../platform/context.ts';
import { keyedHash, seal, unseal } from '../../platform/credentials/index.ts';
import { type DoorUrls, kyselyOver, openPool } from '../../platform/database/index.ts';
import { type Role, actorOf, may, officesFor } from '../officers/index.ts';

const secret = 'a secret of tests, long enough to be taken for one';
export const noon = instantAt('2026-11-24' as Day, '12:00');
export const anyone: Actor = { kind: 'citizen', reporterKey: null };
export const worker: Actor = { kind: 'system', name: 'test' };

/** Kozhikode in Kerala and Saran in Bihar. */
const districts = [
  { state: 'KL', lgd: 32, stateName: 'Kerala', code: '560', name: 'Kozhikode' },
  { state: 'BR', lgd: 10, stateName: 'Bihar', code: '220', name: 'Saran' },
] as const;
export type District = (typeof districts)[number]['name'];

export type Nation = {
  /** Passes row security: for arranging and for looking at what was stored. */
  admin: Db;
  /** Moves with `later`; starts at noon. */
  clock: { now: Instant; later(hours: number): void };
  officer(role: Role, district: District): OfficerActor;
  tools(door: Door): Tools;
  /** One request; a refusal leaves nothing stored, as at the doors. */
  ask<T>(actor: Actor, work: (context: Context) => Promise<T>, purpose?: string): Promise<T>;
  drop(): Promise<void>;
};

async function addOffice(admin: Db, role: Role, district: (typeof districts)[number]): Promise<OfficerActor> {
  const [officeId, officerId, postingId] = [newId<'office'>() as OfficeId, newId<'officer'>() as OfficerId, newId<'posting'>()];
  const officeKind = officesFor(role)[0]!;
  const officeName = `${officeKind} ${district.name}`;
  await sql`insert into office (id, kind, code, name, district_code, state_code, opened_on)
    values (${officeId}, ${officeKind}, ${`${officeKind}-${district.code}-${role}`}, ${officeName}, ${district.code}, ${district.state}, '2020-01-01')`.execute(
    admin,
  );
  await sql`insert into officer (id, name, email) values (${officerId}, ${`Officer ${role}`}, ${`${officerId}@example.in`})`.execute(admin);
  await sql`insert into posting (id, officer_id, office_id, role, from_on) values (${postingId}, ${officerId}, ${officeId}, ${role}, '2020-01-01')`.execute(
    admin,
  );
  const { code: districtCode, state: stateCode } = district;
  return actorOf({
    postingId,
    officerId,
    name: `Officer ${role}`,
    rank: null,
    role,
    fromOn: '2020-01-01' as Day,
    officeId,
    officeName,
    officeKind,
    districtCode,
    stateCode,
  });
}

async function settle(admin: Db, roles: readonly Role[]): Promise<Map<string, OfficerActor>> {
  const officers = new Map<string, OfficerActor>();
  for (const district of districts) {
    await sql`insert into state values (${district.state}, ${district.lgd}, ${district.stateName}, null, '{}')`.execute(admin);
    await sql`insert into district values (${district.code}, ${district.state}, ${district.name}, null, 11, 75)`.execute(admin);
    for (const role of roles) officers.set(`${role} ${district.name}`, await addOffice(admin, role, district));
  }
  return officers;
}

/** Every role named gets an office of its own in each district. `drop` ends the connections and drops the database. */
export async function makeNation(
  database: { adminUrl: string; urls: DoorUrls; drop(): Promise<void> },
  options: { roles: readonly Role[]; projections: Projection[] },
): Promise<Nation> {
  const pools = new Map<string, Db>();
  const poolOf = (url: string): Db => {
    const known = pools.get(url) ?? kyselyOver(openPool({ url, size: 3, applicationName: 'test' }));
    pools.set(url, known);
    return known;
  };
  const admin = poolOf(database.adminUrl);
  const officers = await settle(admin, options.roles);
  const clock = { now: noon, later: (hours: number) => void (clock.now = addHours(clock.now, hours)) };
  const photographDirectory = mkdtempSync(join(tmpdir(), 'vatsalya-photographs-'));
  const toolsOf = (door: Door): Tools => ({
    db: poolOf(database.urls[door]),
    door,
    clock: () => clock.now,
    projections: options.projections,
    may,
    whoMay: () => [],
    secret,
    keyedHash: (text) => keyedHash(secret, 'telephone', text),
    seal: (text) => Buffer.from(seal({ secret, purpose: 'field', boundTo: '' }, text)),
    unseal: (sealed) => unseal({ secret, purpose: 'field', boundTo: '' }, sealed.toString()),
    photographDirectory,
    demo: true,
  });
  const doors = new Map<Door, Tools>();
  const tools = (door: Door): Tools => doors.get(door) ?? doors.set(door, toolsOf(door)).get(door)!;
  return {
    admin,
    clock,
    officer: (role, district) => officers.get(`${role} ${district}`)!,
    tools,
    ask: (actor, work, purpose = 'casework') => {
      const door = ({ officer: 'desk', citizen: 'citizen', system: 'worker' } as const)[actor.kind];
      const asking = { actor, requestId: newId(), ground: { name: 'test', purpose } };
      return inContextUnless(tools(door), asking, (answer) => isRefusal(answer), work);
    },
    drop: async () => {
      for (const db of pools.values()) await db.destroy();
      await database.drop();
    },
  };
}
