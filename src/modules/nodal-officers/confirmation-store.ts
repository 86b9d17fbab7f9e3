// SQL of the monthly question to a post that was not seen: whom to ask now, each question once, what came of it.
import { sql } from 'kysely';
import { type OfficeId, type OfficerId, newId } from '../../kernel/ids.ts';
import { type Day, type Instant, addDays, addMonths, dayOf, instantAt, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';

/** A link is good for so long, and a post is asked once it was not seen for so long (the database's `note_sign_of_life` says the same 24). */
export const LINK_DAYS = 7;
export const UNSEEN_DAYS = 24;

export type Due = {
  postingId: string;
  officeId: OfficeId;
  officeName: string;
  stateCode: string | null;
  telephone: string | null;
  email: string;
};

/** The holders whose time to be asked has come, taken for this transaction: another worker passes them over. Postings that ended, or stand in, leave the queue. */
export async function takeDue(context: Context, atMost: number): Promise<Due[]> {
  const on = dayOf(context.now);
  const taken = await sql<{
    postingId: string;
  }>`select posting_id from sign_of_life where ask_at <= ${context.now} order by ask_at limit ${atMost}
    for update skip locked`.execute(context.db);
  const ids = taken.rows.map(({ postingId }) => postingId);
  if (ids.length === 0) return [];
  const next = instantAt(laterOf(firstOfNextMonth(on), addDays(on, UNSEEN_DAYS)));
  await sql`update sign_of_life s set ask_at = case when exists (select from post_holding h where h.posting_id = s.posting_id and h.standing = 'holder'
      and (h.to_on is null or h.to_on >= ${on})) then ${next}::timestamptz end where s.posting_id = any (${ids}::uuid[])`.execute(
    context.db,
  );
  const { rows } = await sql<Due>`select h.posting_id, h.office_id, o.name as office_name, o.state_code, f.telephone, f.email
    from post_holding h join office o on o.id = h.office_id join officer f on f.id = h.officer_id
    where h.posting_id = any (${ids}::uuid[]) and h.standing = 'holder' and h.from_on <= ${on} and (h.to_on is null or h.to_on >= ${on})`.execute(
    context.db,
  );
  return rows;
}

const laterOf = (one: Day, other: Day): Day => (one > other ? one : other);
const firstOf = (on: Day): Day => `${on.slice(0, 8)}01` as Day;
const firstOfNextMonth = (on: Day): Day => addMonths(firstOf(on), 1);

export type Asked = { id: string; postingId: string; officeId: string; expiresAt: Instant };

/** Null if the post was asked this month already, by whichever worker. */
export async function insertConfirmation(context: Context, { postingId, officeId }: Due): Promise<Asked | null> {
  const on = dayOf(context.now);
  const expiresAt = instantAt(addDays(on, LINK_DAYS), '23:59');
  const { rows } = await sql<Asked>`insert into confirmation (id, office_id, posting_id, month, asked_at, expires_at)
    values (${newId<'confirmation'>(milliseconds(context.now))}, ${officeId}, ${postingId}, ${firstOf(on)}, ${context.now}, ${expiresAt})
    on conflict on constraint confirmation_once do nothing returning id, posting_id, office_id, expires_at`.execute(context.db);
  return rows[0] ?? null;
}

export type Confirmation = Asked & {
  officerId: OfficerId;
  officerName: string;
  officeName: string;
  toOn: Day | null;
  confirmedAt: Instant | null;
};

export async function findConfirmation(context: Context, id: string): Promise<Confirmation | undefined> {
  const { rows } =
    await sql<Confirmation>`select c.id, c.posting_id, c.office_id, c.expires_at, c.confirmed_at, h.officer_id, h.to_on, f.name as officer_name,
      o.name as office_name
    from confirmation c join post_holding h on h.posting_id = c.posting_id join officer f on f.id = h.officer_id join office o on o.id = c.office_id
    where c.id = ${id}`.execute(context.db);
  return rows[0];
}

/** False if somebody confirmed it before. */
export async function markConfirmed(context: Context, id: string): Promise<boolean> {
  const done = await sql`update confirmation set confirmed_at = ${context.now} where id = ${id} and confirmed_at is null`.execute(
    context.db,
  );
  return done.numAffectedRows === 1n;
}

/** Answers how many were new. */
export async function markBounced(context: Context, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const done =
    await sql`update confirmation set bounced_at = ${context.now} where id = any (${ids as string[]}::uuid[]) and bounced_at is null`.execute(
      context.db,
    );
  return Number(done.numAffectedRows ?? 0);
}
