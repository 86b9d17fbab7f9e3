// SQL of sending: which messages are due, taken so that two workers never send one at once, and what became of each.
import { sql } from 'kysely';
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { Receipt } from './answer.ts';

export type Due = {
  sequence: number;
  messageId: string;
  nodeCode: string;
  paperKey: string;
  callUrl: string;
  body: string;
  attempts: number;
  triedSince: Instant;
};

/** What stands before `o`, of its paper or its child: nothing overtakes it, and a dead one holds up what is behind it until a person decides. */
const behind = sql`(exists (select from exchange_outgoing e where e.node_code = o.node_code and e.paper_key = o.paper_key and e.sequence < o.sequence
    and e.state <> 'delivered' and e.put_aside_at is null)
  or exists (select from exchange_outgoing e where e.node_code = o.node_code and e.record_id = o.record_id and e.sequence < o.sequence
    and e.state <> 'delivered' and e.put_aside_at is null))`;

/** Nodes of which something is due. `inHand`: how many of each are being sent; of none more than `most`. Until `held` nobody else takes them. */
export async function takeDue(
  context: Context,
  { inHand, most, held }: { inHand: Readonly<Record<string, number>>; most: number; held: Instant },
): Promise<Due[]> {
  const { rows } = await sql<Due>`with due as (
      select d.sequence, n.call_url from exchange_node n cross join lateral (
        select o.sequence from exchange_outgoing o where o.node_code = n.code and o.state = 'waiting' and o.put_aside_at is null and o.next_at <= ${context.now}
          and not ${behind} order by o.next_at, o.sequence limit greatest(${most} - coalesce((${JSON.stringify(inHand)}::jsonb ->> n.code)::int, 0), 0)
          for update skip locked) d
      where n.call_url is not null and n.closed_at is null)
    update exchange_outgoing m set attempts = m.attempts + 1, next_at = ${held}, tried_since = coalesce(m.tried_since, ${context.now})
    from due where m.sequence = due.sequence
    returning m.sequence, m.message_id, m.node_code, m.paper_key, due.call_url, m.content::text as body, m.attempts, m.tried_since`.execute(
    context.db,
  );
  return rows.toSorted((one, other) => one.sequence - other.sequence);
}

type Noted = Pick<Due, 'sequence' | 'nodeCode' | 'paperKey'>;

/** Of one that was receipted meanwhile, to another worker or by a fetch, nothing is noted. The next of its paper is due at once. */
export async function noteDelivered(
  context: Context,
  { sequence, nodeCode, paperKey }: Noted,
  { raw, signature, keyId }: Receipt,
): Promise<void> {
  await sql`update exchange_outgoing set state = 'delivered', delivered_at = ${context.now}, reason = null, receipt = ${raw}, receipt_signature = ${signature},
    receipt_key = ${keyId} where sequence = ${sequence} and state <> 'delivered' and put_aside_at is null`.execute(context.db);
  await sql`update exchange_outgoing set next_at = ${context.now} where state = 'waiting' and put_aside_at is null and next_at > ${context.now}
    and sequence = (select min(sequence) from exchange_outgoing where node_code = ${nodeCode} and paper_key = ${paperKey} and sequence > ${sequence}
      and state <> 'delivered' and put_aside_at is null)`.execute(context.db);
}

export type Failed = { state: 'waiting' | 'dead'; reason: string; nextAt: Instant };

/** What is behind it in its paper is not looked at before it is tried again: a node that is away would have all of its messages looked through each time. */
export async function noteFailed(
  context: Context,
  { sequence, nodeCode, paperKey }: Noted,
  { state, reason, nextAt }: Failed,
): Promise<void> {
  await sql`update exchange_outgoing set state = ${state}, reason = ${reason}, next_at = ${nextAt}
    where sequence = ${sequence} and state = 'waiting' and put_aside_at is null`.execute(context.db);
  await sql`update exchange_outgoing set next_at = ${nextAt} where node_code = ${nodeCode} and paper_key = ${paperKey} and sequence > ${sequence}
    and state = 'waiting' and put_aside_at is null and next_at < ${nextAt}`.execute(context.db);
}
