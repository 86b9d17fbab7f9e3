// SQL of the order register. The database keeps what was signed: `order_stands`, `signature_stands`.
import { sql } from 'kysely';
import { type OfficerId, type RecordId, newId } from '../../../kernel/ids.ts';
import { type Day, type Instant, milliseconds } from '../../../kernel/time.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import { signatureOf } from '../../officers/index.ts';
import type { OrderType } from './order-type.ts';
import type { Order } from './order.ts';
import type { Signature } from './signature.ts';

const orderColumns = sql`o.id, o.record_id, o.cwc_id, o.year, o.number, o.type, o.language, o.text, o.least_signers, o.corrects, o.to_office_id,
  f.name as to_office_name, o.placed_with, o.due_on::text, o.who, o.suitable_by, o.drafted_by, o.drafted_at, o.made_at, o.withdrawn_at, o.done_on::text,
  coalesce((select json_agg(json_build_object('officerId', s.officer_id, 'name', m.name, 'signedAt', s.signed_at, 'signatureId', s.signature_id) order by m.name)
    from order_signer s join officer m on m.id = s.officer_id where s.order_id = o.id), '[]') as signers`;
const orders = sql`committee_order o left join office f on f.id = o.to_office_id`;

export async function nextOrderNumber(context: Context, year: number): Promise<number> {
  const { rows } = await sql<{ number: number }>`select next_order_number(${year}) as number`.execute(context.db);
  return rows[0]!.number;
}

export type NewOrder = Pick<
  Order,
  | 'recordId'
  | 'year'
  | 'number'
  | 'type'
  | 'language'
  | 'text'
  | 'leastSigners'
  | 'corrects'
  | 'placedWith'
  | 'dueOn'
  | 'who'
  | 'suitableBy'
> & { toOfficeId: string | null; signers: readonly string[] };

export async function insertOrder(context: Context, cwc: OfficerActor, order: NewOrder): Promise<string> {
  const id = newId<'order'>(milliseconds(context.now));
  await sql`insert into committee_order (id, record_id, cwc_id, year, number, type, language, text, least_signers, corrects, to_office_id, placed_with,
      due_on, who, suitable_by, drafted_by, drafted_at)
    values (${id}, ${order.recordId}, ${cwc.officeId}, ${order.year}, ${order.number}, ${order.type}, ${order.language}, ${order.text},
      ${order.leastSigners}, ${order.corrects}, ${order.toOfficeId}, ${order.placedWith}, ${order.dueOn}, ${order.who}, ${order.suitableBy},
      ${cwc.officerId}, ${context.now})`.execute(context.db);
  await sql`insert into order_signer (order_id, officer_id) select ${id}, unnest(${[...order.signers]}::uuid[])`.execute(context.db);
  return id;
}

/** The latest first; drafts to their own Committee alone. */
export async function ordersOf(context: Context, recordId: RecordId): Promise<Order[]> {
  const { rows } = await sql<Order>`select ${orderColumns} from ${orders} where o.record_id = ${recordId}
    order by o.made_at desc nulls first, o.drafted_at desc`.execute(context.db);
  return rows;
}

/** Held until the end of the transaction: of two members who sign at once the second sees that the first has. */
export async function readOrder(
  context: Context,
  recordId: RecordId,
  id: string,
  held: 'held' | 'read' = 'read',
): Promise<Order | undefined> {
  if (held === 'held') await sql`select 1 from committee_order where id = ${id} and record_id = ${recordId} for update`.execute(context.db);
  const { rows } = await sql<Order>`select ${orderColumns} from ${orders} where o.id = ${id} and o.record_id = ${recordId}`.execute(
    context.db,
  );
  return rows[0];
}

/** False if this member is not named, or signed before. */
export async function signOrder(context: Context, orderId: string, officerId: OfficerId, signature: Signature): Promise<boolean> {
  const { method, consent, textHash } = signature;
  const picture = await signatureOf(context, officerId);
  const done =
    await sql`update order_signer set signed_at = ${context.now}, method = ${method}, consent = ${consent}, text_hash = ${textHash}, signature_id = ${picture}
    where order_id = ${orderId} and officer_id = ${officerId} and signed_at is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}

export async function makeOrder(context: Context, orderId: string, at: Instant): Promise<void> {
  await sql`update committee_order set made_at = ${at} where id = ${orderId}`.execute(context.db);
}

export async function withdrawOrder(context: Context, orderId: string): Promise<void> {
  await sql`update committee_order set withdrawn_at = ${context.now} where id = ${orderId}`.execute(context.db);
}

export async function orderDone(context: Context, orderId: string, on: Day): Promise<void> {
  await sql`update committee_order set done_on = ${on} where id = ${orderId}`.execute(context.db);
}

export type ToSign = { orderId: string; recordId: RecordId } & Pick<Order, 'type' | 'number' | 'year'>;

/** Drafts that wait for this member's own signature. */
export async function toSign(context: Context, officerId: string): Promise<ToSign[]> {
  const { rows } =
    await sql<ToSign>`select o.id as order_id, o.record_id, o.type, o.number, o.year from committee_order o join order_signer s on s.order_id = o.id
    where s.officer_id = ${officerId} and s.signed_at is null and o.made_at is null and o.withdrawn_at is null order by o.drafted_at limit 200`.execute(
      context.db,
    );
  return rows;
}

/** Orders of these kinds that bind this office and are not said to be carried out, the latest first. */
export async function ordersTo(context: Context, officeId: string, types: readonly OrderType[]): Promise<Order[]> {
  const { rows } = await sql<Order>`select ${orderColumns} from ${orders} where o.to_office_id = ${officeId} and o.made_at is not null
    and o.done_on is null and o.type = any (${[...types]}::text[]) order by o.made_at desc limit 100`.execute(context.db);
  return rows;
}
