// SQL of cases in the vault: opened, read, listed, and every look at one written down beside it. Row security says who sees which.
import { sql } from 'kysely';
import type { OfficeId } from '../../kernel/ids.ts';
import { type Day, dayOf, instantAt, yearOf } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import { newCaseKey, sealUnder, unsealUnder } from '../../platform/credentials/index.ts';
import type { Dated } from './figures.ts';
import type { Identity, Proceeding } from './proceeding.ts';

type Stored = Omit<Proceeding, 'identity'> & { identitySealed: Buffer | null; keySealed: Buffer | null };

const columns = sql`p.id, p.year, p.number, p.board_id, p.police_id, p.unit_id, p.home_id, p.state_code, b.name as board_name, s.name as police_name, h.name as home_name,
  p.gravity, p.sixteen_at_offence, p.apprehended_at, p.produced_at, p.next_on, p.ended_at, p.ended_by, p.appeal_over_at, p.destroyed_at, p.identity_sealed, k.key_sealed`;
const joined = sql`conflict.proceeding p join office b on b.id = p.board_id join office s on s.id = p.police_id left join office h on h.id = p.home_id
  left join conflict.case_key k on k.proceeding_id = p.id`;

/** A case with its key, for as long as the transaction lasts. */
export type Opened = { proceeding: Proceeding; key: Buffer | null };

function opened({ tools }: Context, { identitySealed, keySealed, ...rest }: Stored): Opened {
  const key = keySealed && Buffer.from(tools.unseal(keySealed), 'base64');
  const identity = key && identitySealed ? (JSON.parse(unsealUnder(key, rest.id, identitySealed)) as Identity) : null;
  return { proceeding: { ...rest, identity }, key };
}

export async function insertProceeding(
  context: Context,
  of: Pick<Proceeding, 'id' | 'boardId' | 'policeId' | 'unitId' | 'stateCode' | 'apprehendedAt'>,
  identity: Identity,
  lawVersion: string,
  officer: OfficerActor,
): Promise<void> {
  const key = newCaseKey();
  const sealed = sealUnder(key, of.id, JSON.stringify(identity));
  const year = yearOf(dayOf(context.now));
  await sql`insert into conflict.proceeding (id, year, number, board_id, police_id, unit_id, state_code, identity_sealed, apprehended_at, opened_at, opened_by, law_version)
    values (${of.id}, ${year}, conflict.next_number(${of.boardId}, ${year}), ${of.boardId}, ${of.policeId}, ${of.unitId}, ${of.stateCode}, ${sealed}, ${of.apprehendedAt},
      ${context.now}, ${officer.officerId}, ${lawVersion})`.execute(context.db);
  await sql`insert into conflict.case_key values (${of.id}, ${context.tools.seal(key.toString('base64'))})`.execute(context.db);
}

export async function readProceeding(context: Context, id: string): Promise<Opened | undefined> {
  const { rows } = await sql<Stored>`select ${columns} from ${joined} where p.id = ${id}`.execute(context.db);
  return rows[0] && opened(context, rows[0]);
}

export type Listing = 'open' | 'ended' | 'destroyed';
const listings = {
  open: sql`p.ended_at is null`,
  ended: sql`p.ended_at is not null and p.destroyed_at is null`,
  destroyed: sql`p.destroyed_at is not null`,
} as const;

export async function countProceedings(context: Context, which: Listing): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from conflict.proceeding p where ${listings[which]}`.execute(context.db);
  return rows[0]!.n;
}

/** Those the reader sees: who was not produced yet first, then as they come before the Board, then the oldest. */
export async function listProceedings(context: Context, which: Listing, page: number, size: number): Promise<Proceeding[]> {
  const { rows } = await sql<Stored>`select ${columns} from ${joined} where ${listings[which]}
    order by p.produced_at is not null, p.next_on nulls last, p.apprehended_at, p.id limit ${size} offset ${(page - 1) * size}`.execute(
    context.db,
  );
  return rows.map((row) => opened(context, row).proceeding);
}

export type Changes = Partial<
  Pick<Proceeding, 'homeId' | 'gravity' | 'sixteenAtOffence' | 'producedAt' | 'nextOn' | 'endedAt' | 'endedBy' | 'appealOverAt'>
>;
const changed = {
  homeId: sql`home_id`,
  gravity: sql`gravity`,
  sixteenAtOffence: sql`sixteen_at_offence`,
  producedAt: sql`produced_at`,
  nextOn: sql`next_on`,
  endedAt: sql`ended_at`,
  endedBy: sql`ended_by`,
  appealOverAt: sql`appeal_over_at`,
} as const satisfies Record<keyof Changes, unknown>;

export async function changeProceeding(context: Context, id: string, changes: Changes): Promise<void> {
  const set = (Object.keys(changes) as (keyof Changes)[]).map((name) => sql`${changed[name]} = ${changes[name] ?? null}`);
  if (set.length > 0) await sql`update conflict.proceeding set ${sql.join(set)} where id = ${id}`.execute(context.db);
}

/** In the vault, not in the portal's own log: a row there would tell that there is a case. Throws if it cannot be written: then nothing is shown. */
export async function noteLooks(context: Context, action: 'read' | 'write', ids: readonly string[]): Promise<void> {
  const { actor, ground, now, requestId } = context;
  if (ids.length === 0 || actor.kind !== 'officer') return;
  await sql`insert into conflict.look (proceeding_id, at, officer_id, office_id, role, action, name, purpose, request_id)
    select id, ${now}::timestamptz, ${actor.officerId}::uuid, ${actor.officeId}::uuid, ${actor.role}, ${action}, ${ground.name}, ${ground.purpose}, ${requestId}
    from unnest(${ids as string[]}::uuid[]) as looked (id)`.execute(context.db);
}

export type Look = { at: Proceeding['apprehendedAt']; officer: string; office: string; role: string; action: string; name: string };

/** Of the last looks the newest first; the Board alone sees any. */
export async function looksAt(context: Context, id: string, atMost: number): Promise<Look[]> {
  const { rows } = await sql<Look>`select l.at, o.name as officer, f.name as office, l.role, l.action, l.name from conflict.look l
    join officer o on o.id = l.officer_id join office f on f.id = l.office_id where l.proceeding_id = ${id} order by l.sequence desc limit ${atMost}`.execute(
    context.db,
  );
  return rows;
}

/** Homes of the State a Board may send a child to. */
export async function homesOf(context: Context, stateCode: string): Promise<{ id: OfficeId; name: string }[]> {
  const { rows } = await sql<{
    id: OfficeId;
    name: string;
  }>`select id, name from office where kind = 'conflict-home' and state_code = ${stateCode}
    and (closed_on is null or closed_on > ${dayOf(context.now)}) order by name`.execute(context.db);
  return rows;
}

/** Of the reader's Board, those that can matter for figures since a day: not ended before it. */
export async function datedCases(context: Context, since: Day): Promise<Dated[]> {
  const { rows } = await sql<Dated>`select p.gravity, p.produced_at, p.ended_at, p.ended_by from conflict.proceeding p
    where p.produced_at is not null and (p.ended_at is null or p.ended_at >= ${instantAt(since)})`.execute(context.db);
  return rows;
}

/** That the child is also of a Committee's record of this reference; says nothing of whether there is one. */
export async function tieToRecord(context: Context, id: string, reference: string): Promise<void> {
  await sql`select conflict.tie(${id}, ${reference})`.execute(context.db);
}

/** By id, for what papers keep by it. */
export async function homeNames(context: Context, stateCode: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await homesOf(context, stateCode)).map(({ id, name }) => [id as string, name]));
}
