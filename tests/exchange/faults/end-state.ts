// What the exchange has come to: every message with what became of it, and every paper with its children as the portal holds them. Alike where the same was told, in whatever order.
import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../../src/platform/context.ts';

/** Whether the portal first heard of a child by this order or by that is told by these; what the child is described as, and is asked, is not. */
const BY_THE_WAY = ['missing.nodalOfficersAlerted', 'record.described', 'missing.policeReportTakenBack'];

/** One text for each message kept: its id, its state and why; sorted. */
export async function messagesKept(admin: Db): Promise<string[]> {
  const { rows } = await sql<{ said: string }>`select rtrim(concat_ws(' ', coalesce(message_id::text, '-'), state, reason)) as said
    from exchange_message`.execute(admin);
  return rows.map(({ said }) => said).toSorted();
}

/** Papers, children, descriptions, statuses and what stands in the diaries, one text for each child; sorted. */
export async function childrenHeld(admin: Db): Promise<string[]> {
  const { rows } = await sql<{
    said: string;
  }>`select concat_ws(' | ', c.paper_key, c.child_number, p.standing, p.last_sequence, r.status, r.happened_at, r.closed_at,
      r.district_code, k.sections, m.circumstance, m.details, to_jsonb(d) - 'record_id', n.names, k.received_at, k.paper_at, e.entries, x.differences) as said
    from exchange_paper_child c join exchange_paper p on p.paper_key = c.paper_key join record r on r.id = c.record_id
      join missing_report m on m.record_id = r.id join complaint k on k.id = m.complaint_id join description d on d.record_id = r.id
      cross join lateral (select string_agg(concat_ws(':', g.bearer, g.text, g.alias), ' ' order by g.ordinal) as names from given_name g where g.record_id = r.id) n
      cross join lateral (select string_agg(concat(e.happening, e.facts, e.happened_at), ' ' order by e.happening, e.facts::text, e.happened_at) as entries
        from diary_entry e where e.record_id = r.id and e.happening <> all (${BY_THE_WAY}::text[])
          and not exists (select from diary_entry later where later.corrects = e.id)) e
      cross join lateral (select string_agg(concat_ws(':', x.field, x.police_value, x.portal_value), ' ' order by x.field) as differences
        from exchange_difference x where x.paper_key = c.paper_key and x.child_number = c.child_number and x.ended_at is null) x`.execute(
    admin,
  );
  return rows.map(({ said }) => said).toSorted();
}

/** The whole end in one text. */
export async function endOf(admin: Db): Promise<string> {
  return hash('sha256', JSON.stringify([await messagesKept(admin), await childrenHeld(admin)]));
}

export type Doubled = { records: number; entries: number; papers: number };

/** What is there more than once: records of children no paper names or two name, entries of one message on one record, complaints of one paper. An entry taken back does not count: where an id was used for two contents, the later to stand says under the same id what it says. */
export async function doubled(admin: Db): Promise<Doubled> {
  const { rows } = await sql<Doubled>`select
    (select count(*) from missing_report m join complaint k on k.id = m.complaint_id where k.source = 'police-system'
      and not exists (select from exchange_paper_child c where c.record_id = m.record_id))
    + (select count(*) from (select record_id from exchange_paper_child group by record_id having count(*) > 1) twice) as records,
    (select count(*) from (select from diary_entry e where paper_kind = 'exchange-message'
      and not exists (select from diary_entry later where later.corrects = e.id) group by record_id, happening, facts, paper_id having count(*) > 1) twice) as entries,
    (select count(*) from (select from exchange_paper where complaint_id is not null group by complaint_id having count(*) > 1) twice) as papers`.execute(
    admin,
  );
  return rows[0]!;
}
