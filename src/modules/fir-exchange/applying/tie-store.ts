// SQL of two papers of one case, of two States: one is tied to the other by the word of both. A node’s word alone reaches no paper of another State.
import { sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import { type Paper, paperKey } from '../messages/index.ts';

/** What that State's own node sent counts from when it came; what was set aside counts for nothing. */
const said = sql`m.state in ('received', 'applied', 'parked')`;

async function speaksFor(context: Context, nodeCode: string, { state }: Paper): Promise<boolean> {
  const { rows } = await sql`select 1 from exchange_node where code = ${nodeCode} and (state_code is null or state_code = ${state})`.execute(context.db);
  return rows.length > 0;
} // prettier-ignore

/** Whether the node may say that its paper carries on this Zero FIR: the State it is of has sent it to that paper's station. */
export async function mayCarryOn(context: Context, nodeCode: string, zero: Paper, by: Paper): Promise<boolean> {
  if (await speaksFor(context, nodeCode, zero)) return true;
  const { rows } =
    await sql`select 1 from exchange_message m where m.paper_key = ${paperKey(zero)} and m.type = 'FIR.zeroTransferred' and ${said}
    and m.outline ->> 'to' = ${by.station} limit 1`.execute(context.db);
  return rows.length > 0;
}

/** Whether the node may say which paper its Zero FIR became: that paper's State says that it carries it on. */
export async function mayBecome(context: Context, nodeCode: string, zero: Paper, became: Paper): Promise<boolean> {
  if (await speaksFor(context, nodeCode, became)) return true;
  const { rows } = await sql<{ from: Paper }>`select m.outline -> 'from' as "from" from exchange_message m
    where m.paper_key = ${paperKey(became)} and m.type = 'FIR.registered' and ${said} and m.outline ? 'from'`.execute(context.db);
  return rows.some(({ from }) => paperKey(from) === paperKey(zero));
}
