// SQL of payments: one row for each period, paid once.
import { sql } from 'kysely';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import { paiseOf } from '../../../kernel/money.ts';
import type { PaymentDraft } from './form.ts';
import type { Payment } from './payment.ts';

type Row = Payment & { placingId: string };

/** By the placing they are of. */
export async function paymentsOf(context: Context, recordIds: readonly RecordId[]): Promise<Map<string, Payment[]>> {
  const { rows } =
    await sql<Row>`select p.arrangement_id as placing_id, p.period, p.amount, p.paid_on::text, p.voucher, p.held_because, o.name as recorded_by
    from care_payment p join officer o on o.id = p.recorded_by where p.record_id = any (${recordIds as RecordId[]}::uuid[]) order by p.period`.execute(
      context.db,
    );
  return Map.groupBy(rows, ({ placingId }) => placingId);
}

/** False if the period was paid meanwhile. */
export async function writePayment(
  context: Context,
  officer: OfficerActor,
  placing: { id: string; recordId: RecordId },
  draft: PaymentDraft,
): Promise<boolean> {
  const paid = draft.act === 'paid';
  const done =
    await sql`insert into care_payment as p (arrangement_id, record_id, period, amount, paid_on, voucher, held_because, recorded_by, recorded_at)
    values (${placing.id}, ${placing.recordId}, ${draft.period}, ${paid ? paiseOf(draft.amount!) : null}, ${paid ? draft.paidOn! : null}, ${draft.voucher ?? null},
      ${paid ? null : draft.heldBecause!}, ${officer.officerId}, ${context.now})
    on conflict (arrangement_id, period) do update set amount = excluded.amount, paid_on = excluded.paid_on, voucher = excluded.voucher,
      held_because = coalesce(excluded.held_because, p.held_because), recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
    where p.paid_on is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}
