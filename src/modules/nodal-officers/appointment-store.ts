// SQL of what the keeper of a post records: each of these asks the database's own function, which checks once more whose post it is and only ever adds.
import { sql } from 'kysely';
import { type OfficerId, newId } from '../../kernel/ids.ts';
import { type Day, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';

export type Appointing = {
  officerId: OfficerId;
  standing: 'holder' | 'deputy';
  orderNumber: string;
  orderedOn: Day;
  fromOn: Day;
};
export type Taken = { name: string; rank: string | null; fromOn: Day; toOn: Day | null; isSame: boolean };

/** Whether the officer who asks keeps this post. */
export async function keepsPost(context: Context, officeId: string): Promise<boolean> {
  const { rows } = await sql<{ keeps: boolean }>`select keeps_post(${officeId}) as keeps`.execute(context.db);
  return rows[0]!.keeps;
}

export type Bar = 'committee' | 'oneself' | 'otherState' | 'enteredByOneself';

/** Why an officer (null: one not entered yet) is appointed to this post by nobody here; null if nothing stands against it. */
export async function appointmentBar(context: Context, officeId: string, officerId: OfficerId | null, fromOn: Day): Promise<Bar | null> {
  const { rows } = await sql<{ bar: Bar | null }>`select bars_appointment(${officeId}, ${officerId}, ${fromOn}) as bar`.execute(context.db);
  return rows[0]!.bar;
}

/** Null when appointed; else who has the post in that time (or `isSame`: the officer sits there already), and nobody is appointed. */
export async function insertAppointment(context: Context, officeId: string, draft: Appointing): Promise<Taken | null> {
  const { officerId, standing, orderNumber, orderedOn, fromOn } = draft;
  const { rows } = await sql<{
    taken: string | null;
  }>`select appoint_officer(${newId<'posting'>(milliseconds(context.now))}, ${officeId}, ${officerId}, ${standing}, ${orderNumber}, ${orderedOn}, ${fromOn}, ${context.now}) as taken`.execute(
    context.db,
  );
  const taken = rows[0]!.taken;
  if (!taken) return null;
  const held = await sql<Taken>`select f.name, f.rank, h.from_on, h.to_on, h.officer_id = ${officerId} as is_same
    from post_holding h join officer f on f.id = h.officer_id where h.posting_id = ${taken}`.execute(context.db);
  return held.rows[0]!;
}

export const endReasons = ['transferred', 'retired', 'resigned', 'deputation-ended', 'replaced', 'other'] as const;
export type Ending = { postingId: string; toOn: Day; orderNumber: string; reason: (typeof endReasons)[number] };

/** False if the posting is not of this post, is ended already, or had not begun by that day. */
export async function endPosting(context: Context, officeId: string, { postingId, toOn, orderNumber, reason }: Ending): Promise<boolean> {
  const { rows } = await sql<{
    ended: boolean;
  }>`select end_appointment(${postingId}, ${officeId}, ${toOn}, ${orderNumber}, ${reason}, ${context.now}) as ended`.execute(context.db);
  return rows[0]!.ended;
}

export async function insertLeave(context: Context, officeId: string, spell: { postingId: string; fromOn: Day; toOn: Day }): Promise<void> {
  const { postingId, fromOn, toOn } = spell;
  await sql`select record_leave(${newId<'leave'>(milliseconds(context.now))}, ${postingId}, ${officeId}, ${fromOn}, ${toOn}, ${context.now})`.execute(
    context.db,
  );
}

export async function insertCall(context: Context, officeId: string, postingId: string, answered: boolean): Promise<void> {
  await sql`select record_call(${newId<'call'>(milliseconds(context.now))}, ${postingId}, ${officeId}, ${answered}, ${context.now})`.execute(
    context.db,
  );
}

export async function setTelephone(context: Context, officeId: string, telephone: string): Promise<void> {
  await sql`select set_office_telephone(${officeId}, ${telephone}, ${context.now})`.execute(context.db);
}

/** `enteredByAsker`: by whoever asks, who then appoints them to no post that judges pairs. */
export type KnownOfficer = { name: string; officerId: OfficerId; isClosed: boolean; enteredByAsker: boolean };

/** By address in small letters, which alone tells officers apart: names are shared. Closed accounts too, whose address nobody else may take. */
export async function officersByEmail(context: Context, emails: readonly string[]): Promise<Map<string, KnownOfficer>> {
  const { rows } = await sql<KnownOfficer & { email: string }>`select email, name, id as officer_id, closed_at is not null as is_closed,
      coalesce(entered_by = app_officer(), false) as entered_by_asker
    from officer where email = any (${emails as string[]}::text[])`.execute(context.db);
  return new Map(rows.map(({ email, ...officer }) => [email, officer]));
}

export async function enrolOfficer(
  context: Context,
  officeId: string,
  who: { name: string; rank: string | null; email: string },
): Promise<OfficerId> {
  const id = newId<'officer'>(milliseconds(context.now)) as OfficerId;
  await sql`select enrol_officer(${id}, ${officeId}, ${who.name}, ${who.rank}, ${who.email})`.execute(context.db);
  return id;
}
