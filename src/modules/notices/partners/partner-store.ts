// SQL of partners: who is registered, what each was given, which recalls wait for its word.
import { sql } from 'kysely';
import { type OfficerId, newId } from '../../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { PartnerDraft } from './form.ts';
import type { Scope, partnerKinds } from './partner.ts';

export type Partner = Scope & {
  id: string;
  name: string;
  kind: (typeof partnerKinds)[number];
  purpose: string;
  contactName: string;
  contactEmail: string;
  embedKey: string;
  embedOrigin: string | null;
  callUrl: string | null;
  validUntil: Instant;
  endedAt: Instant | null;
};

type Secrets = { tokenHash: string; embedKey: string };

export async function insertPartner(context: Context, draft: PartnerDraft, stateCode: string, until: Instant, by: OfficerId, secrets: Secrets): Promise<void> {
  await sql`insert into notice_partner (id, name, kind, purpose, contact_name, contact_email, state_code, age_from, age_to, token_hash, embed_key, embed_origin,
      call_url, valid_until, registered_by, registered_at)
    values (${newId(milliseconds(context.now))}, ${draft.name}, ${draft.kind}, ${draft.purpose}, ${draft.contactName}, ${draft.contactEmail}, ${stateCode},
      ${draft.ageFrom}, ${draft.ageTo}, ${secrets.tokenHash}, ${secrets.embedKey}, ${draft.embedOrigin ?? null}, ${draft.callUrl ?? null}, ${until}, ${by},
      ${context.now})`.execute(context.db);
} // prettier-ignore

/** Of a State, or of all. */
export async function partnersOf(context: Context, stateCode: string | null): Promise<Partner[]> {
  const { rows } =
    await sql<Partner>`select id, name, kind, purpose, contact_name, contact_email, state_code, age_from, age_to, embed_key, embed_origin, call_url,
      valid_until, ended_at
    from notice_partner where ${stateCode}::text is null or state_code = ${stateCode} order by registered_at desc limit 500`.execute(
      context.db,
    );
  return rows;
}

export async function endPartner(context: Context, id: string, stateCode: string | null, by: OfficerId): Promise<boolean> {
  const ended = await sql`update notice_partner set ended_at = ${context.now}, ended_by = ${by}
    where id = ${id} and ended_at is null and (${stateCode}::text is null or state_code = ${stateCode})`.execute(context.db);
  return ended.numAffectedRows === 1n;
}

export type Known = Scope & { id: string; name: string; embedOrigin: string | null };
const known = sql`select id, name, state_code, age_from, age_to, embed_origin from notice_partner`;

export async function partnerByToken(context: Context, tokenHash: string): Promise<Known | undefined> {
  const { rows } = await sql<Known>`${known} where token_hash = ${tokenHash} and ended_at is null and valid_until > ${context.now}`.execute(
    context.db,
  );
  return rows[0];
}

/** Also of a registration that is over: its recalls still wait for its word. */
export async function anyPartnerByToken(context: Context, tokenHash: string): Promise<Known | undefined> {
  const { rows } = await sql<Known>`${known} where token_hash = ${tokenHash}`.execute(context.db);
  return rows[0];
}

export async function partnerByEmbedKey(context: Context, embedKey: string): Promise<Known | undefined> {
  const { rows } = await sql<Known>`${known} where embed_key = ${embedKey} and ended_at is null and valid_until > ${context.now}`.execute(
    context.db,
  );
  return rows[0];
}

export async function noteGiven(context: Context, partnerId: string, publicIds: readonly string[]): Promise<void> {
  await sql`insert into notice_given (partner_id, public_id, given_at) select ${partnerId}, unnest(${publicIds as string[]}::text[]), ${context.now}
    on conflict do nothing`.execute(context.db);
}

export type Over = { publicId: string; authorisedAt: Instant; expiresAt: Instant; overAt: Instant };

/** What this partner was given and may show no longer. */
export async function overFor(context: Context, partnerId: string): Promise<Over[]> {
  const { rows } =
    await sql<Over>`select n.public_id, n.authorised_at, n.expires_at, coalesce(n.withdrawn_at, least(n.expires_at, ${context.now})) as over_at
    from notice_given g join public_notice n on n.public_id = g.public_id
    where g.partner_id = ${partnerId} and (n.gone or n.expires_at <= ${context.now}) order by over_at desc limit 1000`.execute(context.db);
  return rows;
}

export type Recall = { id: string; publicId: string; recalledAt: Instant };

export async function recallsFor(context: Context, partnerId: string): Promise<Recall[]> {
  const { rows } =
    await sql<Recall>`select id, public_id, recalled_at from notice_recall where partner_id = ${partnerId} and acknowledged_at is null
    order by recalled_at limit 1000`.execute(context.db);
  return rows;
}

export async function acknowledgeRecall(context: Context, partnerId: string, id: string): Promise<boolean> {
  const done = await sql`update notice_recall set acknowledged_at = coalesce(acknowledged_at, ${context.now})
    where id = ${id} and partner_id = ${partnerId}`.execute(context.db);
  return done.numAffectedRows === 1n;
}

export type OpenRecall = {
  id: string;
  partnerName: string;
  contactName: string;
  contactEmail: string;
  recalledAt: Instant;
  attempts: number;
  failure: string | null;
};

/** Recalls nobody answered, the oldest first. */
export async function openRecalls(context: Context, stateCode: string | null): Promise<OpenRecall[]> {
  const { rows } = await sql<OpenRecall>`select r.id, p.name as partner_name, p.contact_name, p.contact_email, r.recalled_at, r.attempts, r.failure
    from notice_recall r join notice_partner p on p.id = r.partner_id
    where r.acknowledged_at is null and (${stateCode}::text is null or p.state_code = ${stateCode}) order by r.recalled_at limit 500`.execute(context.db);
  return rows;
} // prettier-ignore
