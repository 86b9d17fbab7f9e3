// SQL of what may be a mismatch, a State at a time: of the records in the round's scope, and of what differs or waits for a person; never of all that ever came.
import { sql } from 'kysely';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { isStillMissing, stillMissing } from '../../missing-reports/index.ts';
import type { Differing } from './differs.ts';
import type { InPapers, SameChild, SameNumber } from './duplicates.ts';
import type { Untold } from './no-paper.ts';
import type { Unopened } from './no-record.ts';
import type { Scope } from './scope-store.ts';
import type { Standing } from './traced-in-one.ts';

const owner = sql`o.id as station_id, o.district_code`;
const within = (scope: Scope, id: string) => (scope === 'whole' ? sql`true` : sql`${sql.ref(id)} = any (${scope as RecordId[]}::uuid[])`);
/** Reports of the State's offices not closed yet. */
const openReports = (
  stateCode: string,
  scope: Scope,
) => sql`office o join record r on r.office_id = o.id and r.kind = 'missing' and r.closed_at is null
  and o.state_code = ${stateCode} and ${within(scope, 'r.id')}`;
/** A paper of which a node told something. */
const told = sql`x.last_sequence is not null`;

/** What an officer set aside, and what another State's node said of the paper, asks nobody for a record. */
export async function unopenedPapers({ db }: Context, stateCode: string): Promise<Unopened[]> {
  const { rows } =
    await sql<Unopened>`select m.paper_key, array_agg(distinct m.state) as states, array_agg(distinct m.reason) as reasons, min(m.received_at) as since, ${owner}
    from exchange_message m left join office o on o.code = split_part(m.paper_key, '/', 3) and o.state_code = ${stateCode}
    where m.state in ('parked', 'quarantined') and m.said_anew_at is null and m.paper_key like ${`${stateCode}/%`} and m.reason not in ('not-your-state', 'not-your-node')
      and not exists (select from exchange_paper_child c where c.paper_key = m.paper_key)
    group by m.paper_key, o.id, o.district_code`.execute(db);
  return rows;
}

export async function untoldRecords({ db }: Context, stateCode: string, scope: Scope): Promise<Untold[]> {
  const { rows } = await sql<Untold & { status: string }>`select r.id as record_id, r.status, r.opened_at, p.paper, ${owner},
      (select min(n.opened_at) from exchange_node n where n.closed_at is null and (n.state_code = ${stateCode} or n.state_code is null)) as node_since,
      x.paper_key, x.paper_key is not null as paper_told
    from ${openReports(stateCode, scope)} left join report_paper p on p.record_id = r.id
      left join lateral (select x.paper_key from report_identifier i join exchange_paper x on x.complaint_id = i.complaint_id and ${told}
        where i.record_id = r.id order by x.paper_key limit 1) x on true
    where not exists (select from exchange_paper_child c join exchange_paper x on x.paper_key = c.paper_key and ${told} where c.record_id = r.id)`.execute(
    db,
  );
  return rows.filter(({ status }) => isStillMissing(status)).map(({ status: _status, ...row }) => row);
}

/** Closed there as untraced, and the station answered that it searches on: no contradiction. */
const searchedOn = sql`exists (select from exchange_answer a where a.record_id = e.record_id and a.what = e.what and a.answer = 'goes-on' and a.at >= e.since)`;

const saidOf = (
  what: string,
) => sql`(select min(e.since) from exchange_report e where e.paper_key = c.paper_key and e.child_number = c.child_number
  and e.what = ${what} and e.ended_at is null and not ${searchedOn})`;

/** Open at the police and no longer missing here, or told by them to be traced or closed while it is open here: what is missing on both sides, most of all, is not read. */
export async function standings({ db }: Context, stateCode: string, scope: Scope): Promise<Standing[]> {
  type Read = Standing & { status: string; closed: boolean };
  const { rows } = await sql<Read>`with children as (
      select c.paper_key, c.child_number, c.record_id from exchange_paper x join exchange_paper_child c on c.paper_key = x.paper_key join record r on r.id = c.record_id
        where x.state_code = ${stateCode} and x.standing = 'open' and ${told} and ${within(scope, 'r.id')} and (r.closed_at is not null or r.status <> all (${stillMissing as string[]}::text[]))
      union select e.paper_key, e.child_number, e.record_id from ${openReports(stateCode, scope)} join exchange_report e on e.record_id = r.id
        where e.ended_at is null and e.what in ('traced', 'closed'))
    select c.paper_key, c.child_number, c.record_id, r.status, r.closed_at is not null as closed, ${saidOf('traced')} as says_traced, ${saidOf('closed')} as says_closed, ${owner},
      exists (select from exchange_answer a join exchange_report e on e.record_id = a.record_id and e.what = a.what and e.ended_at is null and e.since <= a.at
        where a.record_id = c.record_id and a.answer = 'denied' and a.what in ('traced', 'closed')) as denied
    from children c join record r on r.id = c.record_id and r.kind = 'missing' join office o on o.id = r.office_id and o.state_code = ${stateCode}`.execute(
    db,
  );
  return rows.map(({ status, closed, ...row }) => ({ ...row, missingHere: !closed && isStillMissing(status) }));
}

export async function differings({ db }: Context, stateCode: string): Promise<Differing[]> {
  const { rows } = await sql<Differing>`select d.paper_key, d.child_number, d.field, d.since, c.record_id, ${owner}
      from exchange_difference d join exchange_paper x on x.paper_key = d.paper_key and x.state_code = ${stateCode}
        left join exchange_paper_child c on c.paper_key = d.paper_key and c.child_number = d.child_number
        left join record r on r.id = c.record_id left join office o on o.id = coalesce(r.office_id, x.station_id)
      where d.ended_at is null and d.paper_key like ${`${stateCode}/%`}
    union all select m.paper_key, 0, null, min(m.received_at), null, ${owner} from exchange_message m join exchange_paper x on x.paper_key = m.paper_key
        and x.state_code = ${stateCode} left join office o on o.id = x.station_id
      where m.state = 'quarantined' and m.reason = 'conflict' and m.paper_key like ${`${stateCode}/%`} group by m.paper_key, o.id, o.district_code`.execute(
    db,
  );
  return rows;
}

export async function inPapers({ db }: Context, stateCode: string, scope: Scope): Promise<InPapers[]> {
  const { rows } = await sql<InPapers>`select c.record_id, null as paper_key, ${owner}, max(x.first_received_at) as since,
      jsonb_agg(jsonb_build_object('key', x.paper_key, 'from', x.transferred_from) order by x.paper_key) as papers
    from ${openReports(stateCode, scope)} join exchange_paper_child c on c.record_id = r.id join exchange_paper x on x.paper_key = c.paper_key and ${told}
    group by c.record_id, o.id, o.district_code having count(*) > 1`.execute(db);
  return rows;
}

/** Both missing, both judged the same as one found child; told of the later report of the State, whichever is in scope. */
export async function sameChildren({ db }: Context, stateCode: string, scope: Scope): Promise<SameChild[]> {
  const { rows } = await sql<SameChild>`select distinct on (least(r.id, other.id), greatest(r.id, other.id))
      later.id as record_id, case later.id when r.id then other.id else r.id end as other_record_id, null as paper_key,
      greatest(p.judged_at, q.judged_at) as since, later.station_id, later.district_code
    from ${openReports(stateCode, scope)} join match_pair p on p.missing_id = r.id and p.standing = 'same'
      join match_pair q on q.found_id = p.found_id and q.standing = 'same' and q.missing_id <> p.missing_id
      join record other on other.id = q.missing_id and other.closed_at is null join office oo on oo.id = other.office_id
      cross join lateral (select id, station_id, district_code from (values (r.id, r.opened_at, o.id, o.district_code, true),
          (other.id, other.opened_at, oo.id, oo.district_code, oo.state_code = ${stateCode})) as w (id, opened_at, station_id, district_code, here)
        where here order by opened_at desc, id limit 1) later
    order by least(r.id, other.id), greatest(r.id, other.id), greatest(p.judged_at, q.judged_at) desc`.execute(db);
  return rows;
}

/** Complaints apart: several children of one FIR are one, and told of by the first of them. The number is of the station that wrote it, wherever the case went. */
export async function sameNumbers({ db }: Context, stateCode: string, scope: Scope): Promise<SameNumber[]> {
  const complaints =
    scope === 'whole'
      ? sql`true`
      : sql`p.complaint_id in (select unnest(array[mine.complaint_id, theirs.complaint_id]) from report_paper mine
        join report_paper theirs on theirs.station_id = mine.station_id and theirs.paper_year = mine.paper_year and theirs.paper_number is not null
          and theirs.paper_digits = mine.paper_digits and theirs.complaint_id <> mine.complaint_id
        where ${within(scope, 'mine.record_id')} and mine.paper is not null)`;
  const { rows } = await sql<SameNumber>`with papers as materialized (
      select r.id, o.id as office_id, o.district_code, r.opened_at, p.complaint_id, p.station_id, p.paper, p.paper_year, p.paper_number,
        p.paper_digits as digits
      from ${openReports(stateCode, 'whole')} join report_paper p on p.record_id = r.id and p.paper is not null and ${complaints})
    select distinct on (mine.complaint_id, theirs.complaint_id) mine.id as record_id, theirs.id as other_record_id, null as paper_key, mine.opened_at as since,
      mine.office_id as station_id, mine.district_code, mine.paper_year as year, mine.paper_number as number, theirs.paper_number as other_number
    from papers mine join papers theirs using (station_id, paper, paper_year, digits)
    where (theirs.opened_at, theirs.complaint_id) < (mine.opened_at, mine.complaint_id) and theirs.complaint_id <> mine.complaint_id
    order by mine.complaint_id, theirs.complaint_id, mine.id, theirs.id`.execute(db);
  return rows;
}
