// SQL of children too ill to be produced. What doctors say is sealed.
import { sql } from 'kysely';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { FitDraft, UnfitDraft, UnfitReportDraft } from './form.ts';

export type Unfit = { unfitAt: Instant; reportedAt: Instant | null; fitAt: Instant | null };

const byWhom = ({ actor }: Context): string | null => (actor.kind === 'officer' ? actor.officerId : null);

export async function readUnfit(context: Context, recordId: RecordId): Promise<Unfit | undefined> {
  const { rows } = await sql<Unfit>`select unfit_at, reported_at, fit_at from unfit_child where record_id = ${recordId}`.execute(
    context.db,
  );
  return rows[0];
}

/** False where it is written down already. */
export async function insertUnfit(context: Context, recordId: RecordId, at: Instant, { doctor, illness }: UnfitDraft): Promise<boolean> {
  const words = context.tools.seal(JSON.stringify({ doctor, illness }));
  const done = await sql`insert into unfit_child (record_id, unfit_at, words_sealed, recorded_by, recorded_at)
    values (${recordId}, ${at}, ${words}, ${byWhom(context)}, ${context.now}) on conflict do nothing`.execute(context.db);
  return done.numAffectedRows === 1n;
}

export async function writeUnfitReport(context: Context, recordId: RecordId, at: Instant, { report }: UnfitReportDraft): Promise<void> {
  await sql`update unfit_child set reported_at = ${at}, report_sealed = ${context.tools.seal(report)} where record_id = ${recordId}`.execute(
    context.db,
  );
}

export async function writeFit(context: Context, recordId: RecordId, at: Instant, { certificate }: FitDraft): Promise<void> {
  await sql`update unfit_child set fit_at = ${at}, certificate_sealed = ${context.tools.seal(certificate)} where record_id = ${recordId}`.execute(
    context.db,
  );
}
