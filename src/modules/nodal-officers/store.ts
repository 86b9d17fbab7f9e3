// SQL of watched posts: who holds each today, who stands in, when it was last heard of, and everything that ever happened to it.
import { sql } from 'kysely';
import type { OfficeId, OfficerId } from '../../kernel/ids.ts';
import { type Day, type Instant, dayOf } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { SignOfLife } from '../officers/index.ts';
import { type Aliveness, type Failure, type Seated, aliveness } from './aliveness.ts';
import { type WatchedKind, dutyToFill, watchedKinds } from './posts.ts';

export type PostScope = {
  kinds: readonly WatchedKind[];
  stateCode?: string | undefined;
  districtCode?: string | undefined;
  officeId?: string | undefined;
};

export type PostOfficer = { postingId: string; officerId: OfficerId; name: string; rank: string | null; fromOn: Day };
export type Post = {
  officeId: OfficeId;
  kind: WatchedKind;
  name: string;
  stateCode: string | null;
  districtCode: string | null;
  telephone: string | null;
  alive: Aliveness;
  /** The last time its officer was heard of, whichever way. */
  lastSign: { kind: SignOfLife; at: Instant } | null;
  holder: PostOfficer | null;
  deputy: PostOfficer | null;
  leave: { fromOn: Day; toOn: Day } | null;
  /** The last call to its telephone that the officer answered. */
  verifiedAt: Instant | null;
  /** The last day of whoever held it before. */
  lastToOn: Day | null;
};

type SeatColumns<P extends string> = Record<`${P}PostingId`, string | null> &
  Record<`${P}OfficerId`, OfficerId | null> &
  Record<`${P}Name` | `${P}Rank`, string | null> &
  Record<`${P}FromOn`, Day | null> &
  Record<`${P}SignKind`, SignOfLife | null> &
  Record<`${P}SignAt` | `${P}Bounced` | `${P}Failed` | `${P}Answered`, Instant | null>;
type Row = Omit<Post, 'alive' | 'lastSign' | 'holder' | 'deputy' | 'leave' | 'verifiedAt'> &
  SeatColumns<'h'> &
  SeatColumns<'d'> & { openedOn: Day; leaveFrom: Day | null; leaveTo: Day | null };

/** What is known of whoever sits as `standing` in office `o` on a day, each column with a prefix. */
function seat(standing: 'holder' | 'deputy', as: 'h' | 'd', on: Day) {
  const named = (column: string, name = column) => sql`${sql.ref(column)} as ${sql.ref(`${as}_${name}`)}`;
  return sql`left join lateral (select ${named('h.posting_id', 'posting_id')}, ${named('h.officer_id', 'officer_id')}, ${named('f.name', 'name')},
      ${named('f.rank', 'rank')}, ${named('h.from_on', 'from_on')}, ${named('s.kind', 'sign_kind')}, ${named('s.at', 'sign_at')},
      (select max(c.bounced_at) from confirmation c where c.posting_id = h.posting_id) as ${sql.ref(`${as}_bounced`)},
      (select max(c.called_at) from post_call c where c.posting_id = h.posting_id and not c.answered) as ${sql.ref(`${as}_failed`)},
      (select max(c.called_at) from post_call c where c.posting_id = h.posting_id and c.answered) as ${sql.ref(`${as}_answered`)}
    from post_holding h join officer f on f.id = h.officer_id left join sign_of_life s on s.posting_id = h.posting_id
    where h.office_id = o.id and h.standing = ${standing} and h.from_on <= ${on} and (h.to_on is null or h.to_on >= ${on})
    order by h.from_on desc limit 1) ${sql.raw(`${standing}_seat`)} on true`;
}

function seatedOf<P extends 'h' | 'd'>(row: SeatColumns<P>, as: P): { seated: Seated; officer: PostOfficer } | null {
  const of = <K extends string>(name: K) => row[`${as}${name}` as keyof typeof row];
  const postingId = of('PostingId') as string | null;
  if (!postingId) return null;
  const [bounced, failed] = [of('Bounced') as Instant | null, of('Failed') as Instant | null];
  const kind: Failure = failed && (!bounced || failed > bounced) ? 'call-failed' : 'bounced';
  const at = kind === 'bounced' ? bounced : failed;
  const signAt = of('SignAt') as Instant | null;
  const fromOn = of('FromOn') as Day;
  return {
    seated: {
      fromOn,
      lastSign: signAt ? { kind: of('SignKind') as SignOfLife, at: signAt } : null,
      lastFailure: at ? { kind, at } : null,
      lastAnswered: of('Answered') as Instant | null,
    },
    officer: { postingId, officerId: of('OfficerId') as OfficerId, name: of('Name') as string, rank: of('Rank') as string | null, fromOn },
  };
}

/** The duty to fill a post is older than none of them: before its day an empty chair broke nothing. */
function requiredFrom(kind: WatchedKind, openedOn: Day): Day {
  const since = dutyToFill(kind)?.inForce.from;
  return since && since > openedOn ? since : openedOn;
}

function postOf(row: Row, now: Instant): Post {
  const { officeId, kind, name, stateCode, districtCode, telephone } = row;
  const [holder, deputy] = [seatedOf(row, 'h'), seatedOf(row, 'd')];
  const leave = row.leaveFrom && row.leaveTo ? { fromOn: row.leaveFrom, toOn: row.leaveTo } : null;
  const facts = { holder: holder?.seated ?? null, deputy: deputy?.seated ?? null, leave };
  const alive = aliveness({ ...facts, lastToOn: row.lastToOn, requiredFrom: requiredFrom(kind, row.openedOn) }, now);
  const seats = { holder: holder?.officer ?? null, deputy: deputy?.officer ?? null };
  const lastSign = holder?.seated.lastSign ?? null;
  return {
    officeId,
    kind,
    name,
    stateCode,
    districtCode,
    telephone,
    alive,
    lastSign,
    ...seats,
    leave,
    verifiedAt: row.hAnswered,
    lastToOn: row.lastToOn,
  };
}

/** Watched posts in the scope with their standing today, the nation's and the States' first, then by district and kind. */
export async function readPosts(context: Context, { kinds, stateCode, districtCode, officeId }: PostScope): Promise<Post[]> {
  const on = dayOf(context.now);
  const { rows } = await sql<Row>`select o.id as office_id, o.kind, o.name, o.state_code, o.district_code, o.telephone, o.opened_on,
      holder_seat.*, deputy_seat.*, l.from_on as leave_from, l.to_on as leave_to,
      (select max(p.to_on) from post_holding p where p.office_id = o.id and p.standing = 'holder' and p.to_on < ${on}) as last_to_on
    from office o ${seat('holder', 'h', on)} ${seat('deputy', 'd', on)}
      left join lateral (select s.from_on, s.to_on from leave_spell s where s.posting_id = holder_seat.h_posting_id and s.from_on <= ${on} and s.to_on >= ${on}
        order by s.to_on desc limit 1) l on true
      left join district d on d.code = o.district_code
    where o.kind = any (${kinds as WatchedKind[]}::text[]) and o.opened_on <= ${on} and (o.closed_on is null or o.closed_on > ${on})
      and (${stateCode ?? null}::text is null or o.state_code = ${stateCode ?? null})
      and (${districtCode ?? null}::text is null or o.district_code = ${districtCode ?? null})
      and (${officeId ?? null}::uuid is null or o.id = ${officeId ?? null}::uuid)
    order by o.state_code nulls first, d.name nulls first, array_position(${[...watchedKinds]}::text[], o.kind), o.code`.execute(
    context.db,
  );
  return rows.map((row) => postOf(row, context.now));
}

/** Undefined for an office that is not watched, is closed, or does not exist. */
export async function readPost(context: Context, officeId: string): Promise<Post | undefined> {
  return (await readPosts(context, { kinds: watchedKinds, officeId }))[0];
}

/** What happened to a post, for its history page: one line each, `about` says what kind. `day` where the fact is of a day. */
export type PostEvent = {
  about: 'appointed' | 'posted' | 'ended' | 'leave' | 'answered' | 'call-failed' | 'asked' | 'confirmed' | 'bounced' | 'telephone';
  at: Instant;
  day: Day | null;
  toDay: Day | null;
  officer: string | null;
  standing: 'holder' | 'deputy' | null;
  orderNumber: string | null;
  reason: string | null;
  telephone: string | null;
  by: string | null;
};

/** The latest first, at most two hundred. What was entered by the seed or an administrator has no `by`. */
export async function historyOf(context: Context, officeId: string): Promise<PostEvent[]> {
  const { rows } =
    await sql<PostEvent>`select e.about, e.at, e.day, e.to_day, f.name as officer, e.standing, e.order_number, e.reason, e.telephone, b.name as by
    from (
      select case when a.posting_id is null then 'posted' else 'appointed' end as about, coalesce(a.recorded_at, h.from_on::timestamptz) as at, h.from_on as day,
          null::date as to_day, h.officer_id, h.standing, a.order_number, null as reason, null as telephone, a.recorded_by
        from post_holding h left join appointment a on a.posting_id = h.posting_id where h.office_id = ${officeId}
      union all select 'ended', coalesce(e.recorded_at, h.to_on::timestamptz), h.to_on, null, h.officer_id, h.standing, e.order_number, e.reason, null, e.recorded_by
        from post_holding h left join appointment_end e on e.posting_id = h.posting_id where h.office_id = ${officeId} and h.to_on is not null
      union all select 'leave', l.recorded_at, l.from_on, l.to_on, h.officer_id, h.standing, null, null, null, l.recorded_by
        from leave_spell l join post_holding h on h.posting_id = l.posting_id where h.office_id = ${officeId}
      union all select case when c.answered then 'answered' else 'call-failed' end, c.called_at, null, null, h.officer_id, null, null, null, c.telephone, c.called_by
        from post_call c join post_holding h on h.posting_id = c.posting_id where c.office_id = ${officeId}
      union all select v.about, v.at, null, null, h.officer_id, null, null, null, null, null
        from confirmation c join post_holding h on h.posting_id = c.posting_id
          cross join lateral (values ('asked', c.asked_at), ('confirmed', c.confirmed_at), ('bounced', c.bounced_at)) as v (about, at)
        where c.office_id = ${officeId} and v.at is not null
      union all select 'telephone', t.recorded_at, null, null, null, null, null, null, t.telephone, t.recorded_by from office_telephone t where t.office_id = ${officeId}
    ) e left join officer f on f.id = e.officer_id left join officer b on b.id = e.recorded_by
    order by coalesce(e.day::timestamptz, e.at) desc, e.at desc limit 200`.execute(context.db);
  return rows;
}
