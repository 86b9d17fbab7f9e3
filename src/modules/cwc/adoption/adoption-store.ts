// SQL of children without parents: surrender deeds and certificates.
import { sql } from 'kysely';
import { type RecordId, newId } from '../../../kernel/ids.ts';
import { type Day, milliseconds } from '../../../kernel/time.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import type { CertificateDraft, FamilyDraft, WithoutParentsDraft } from './form.ts';

export async function insertWithoutParents(
  context: Context,
  cwc: OfficerActor,
  recordId: RecordId,
  draft: WithoutParentsDraft,
): Promise<string> {
  const id = newId(milliseconds(context.now));
  await sql`insert into without_parents (id, record_id, cwc_id, because, applied_on, deed_on, surrendered_by, surrender_reasons, counselled, recorded_by, recorded_at)
    values (${id}, ${recordId}, ${cwc.officeId}, ${draft.because}, ${draft.appliedOn ?? null}, ${draft.deedOn ?? null}, ${draft.surrenderedBy ?? null},
      ${draft.surrenderReasons ?? null}, ${draft.counselled}, ${cwc.officerId}, ${context.now})`.execute(context.db);
  return id;
}

/** The day of the deed that stands; null if there is none. */
export async function deedOf(context: Context, recordId: RecordId): Promise<Day | null> {
  const { rows } = await sql<{ deedOn: Day | null }>`select deed_on::text from without_parents where record_id = ${recordId}
    order by recorded_at desc limit 1`.execute(context.db);
  return rows[0]?.deedOn ?? null;
}

export async function noteFamily(context: Context, recordId: RecordId, { whoCame, cameOn }: FamilyDraft): Promise<void> {
  await sql`update without_parents set who_came = ${whoCame}, came_on = ${cameOn} where id =
    (select id from without_parents where record_id = ${recordId} order by recorded_at desc limit 1)`.execute(context.db);
}

export type Certificate = { orderId: string; givenOn: Day; basis: string; photographSent: boolean };

export async function insertCertificate(
  context: Context,
  cwc: OfficerActor,
  recordId: RecordId,
  orderId: string,
  draft: CertificateDraft,
): Promise<boolean> {
  const done =
    await sql`insert into free_certificate (order_id, record_id, cwc_id, given_on, basis, photograph_sent, recorded_by, recorded_at)
    values (${orderId}, ${recordId}, ${cwc.officeId}, ${draft.givenOn}, ${draft.basis}, ${draft.photographSent}, ${cwc.officerId}, ${context.now})
    on conflict do nothing`.execute(context.db);
  return done.numAffectedRows === 1n;
}

export async function certificateOf(context: Context, recordId: RecordId): Promise<Certificate | undefined> {
  const { rows } =
    await sql<Certificate>`select order_id, given_on::text, basis, photograph_sent from free_certificate where record_id = ${recordId}
    order by given_on desc limit 1`.execute(context.db);
  return rows[0];
}

export type Surrender = { appliedOn: Day | null; deedOn: Day; surrenderedBy: string | null; surrenderReasons: string | null };

/** The surrender that stands; undefined for a child nobody surrendered. */
export async function surrenderOf(context: Context, recordId: RecordId): Promise<Surrender | undefined> {
  const { rows } = await sql<Surrender>`select applied_on::text, deed_on::text, surrendered_by, surrender_reasons from without_parents
    where record_id = ${recordId} and deed_on is not null order by recorded_at desc limit 1`.execute(context.db);
  return rows[0];
}
