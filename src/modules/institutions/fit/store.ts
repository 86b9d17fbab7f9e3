// SQL of fit facilities and fit persons.
import { sql } from 'kysely';
import { newId } from '../../../kernel/ids.ts';
import { milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { FitBody } from './fit.ts';
import type { ApplicationDraft, DecisionDraft } from './form.ts';

const columns = sql`id, kind, name, district_code, address, serves, places, applied_on, certificate_number, certified_on, valid_until, refused_on, withdrawn_on, reason`;

export async function fitBodies(context: Context, districtCode: string): Promise<FitBody[]> {
  const { rows } =
    await sql<FitBody>`select ${columns} from fit_body where district_code = ${districtCode} order by kind, name, id limit 300`.execute(
      context.db,
    );
  return rows;
}

/** As far as row security shows it. */
export async function readFitBody(context: Context, id: string): Promise<FitBody | undefined> {
  const { rows } = await sql<FitBody>`select ${columns} from fit_body where id = ${id}`.execute(context.db);
  return rows[0];
}

export async function insertFitBody(
  context: Context,
  place: { districtCode: string; stateCode: string },
  draft: ApplicationDraft,
): Promise<void> {
  const by = context.actor.kind === 'officer' ? context.actor.officerId : null;
  await sql`insert into fit_body (id, kind, name, district_code, state_code, address, serves, places, applied_on, recorded_by, recorded_at)
    values (${newId<'fitBody'>(milliseconds(context.now))}, ${draft.fitKind}, ${draft.name}, ${place.districtCode}, ${place.stateCode}, ${draft.address ?? null}, ${draft.serves},
      ${draft.places ?? null}, ${draft.appliedOn}, ${by}, ${context.now})`.execute(context.db);
}

/** Whether another body of the district has that certificate. */
export async function isCertificateUsed(context: Context, districtCode: string, certificateNumber: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from fit_body where district_code = ${districtCode} and certificate_number = ${certificateNumber}`.execute(
      context.db,
    );
  return rows.length > 0;
}

export async function writeDecision(context: Context, draft: DecisionDraft): Promise<void> {
  const { body, decidedOn, certificateNumber = null, validUntil = null, reason = null } = draft;
  const change = {
    certify: sql`certificate_number = ${certificateNumber}, certified_on = ${decidedOn}, valid_until = ${validUntil}`,
    refuse: sql`refused_on = ${decidedOn}, reason = ${reason}`,
    withdraw: sql`withdrawn_on = ${decidedOn}, reason = ${reason}`,
  }[draft.decision];
  await sql`update fit_body set ${change} where id = ${body}`.execute(context.db);
}
