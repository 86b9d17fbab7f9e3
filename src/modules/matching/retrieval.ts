// Which records of the other side are worth comparing: reached by any family of keys, or by sex, age and place when there are no names.
import { sql } from 'kysely';
import type { RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';

/** What sharing one key of a family is worth in this first sorting; the comparers judge afterwards. */
const FAMILY_WEIGHT = { 'child-name': 3, father: 3, mother: 2, sibling: 2, guardian: 1, mark: 2, home: 1 } as const;
/** Keys held by more open records of the other side than this say nothing by themselves and are skipped. */
const TOO_COMMON = 4000;
const MOST_BY_KEYS = 300;
const MOST_BY_PLACE = 150;

function familyWeight() {
  const cases = Object.entries(FAMILY_WEIGHT).map(([family, weight]) => sql`when ${sql.lit(family)} then ${sql.lit(weight)}`);
  return sql`case family ${sql.join(cases, sql` `)} else 1 end`;
}

/** Open records of the other side that share a key with this one, best first. Each key's holders are read once, from an index of open records. */
async function reachedByKeys(context: Context, recordId: RecordId, otherKinds: string[]): Promise<RecordId[]> {
  const { rows } = await sql<{ recordId: RecordId }>`
    with reached as (
      select mine.family, theirs.record_id, count(*) over (partition by mine.family, mine.key) as held
      from retrieval_key mine cross join lateral (select t.record_id from retrieval_key t
        where t.family = mine.family and t.key = mine.key and t.record_open and t.record_kind = any (${otherKinds}::text[]) limit ${TOO_COMMON}) theirs
      where mine.record_id = ${recordId})
    select record_id from reached where held < ${TOO_COMMON}
    group by record_id order by sum(${familyWeight()} / ln(2 + held)) desc, record_id desc limit ${MOST_BY_KEYS}`.execute(context.db);
  return rows.map((row) => row.recordId);
}

/** How many months two stated ages, carried to the same day, may lie apart: an apparent age is often wrong by three years. */
const AGE_TOLERANCE_MONTHS = 36;

/** Months since 1970 in which a described child may have been born: an age is comparable only when carried to one day. */
function bornBetween(row: 'd' | 'me') {
  const [on, low, high] = ['age_on', 'age_low_months', 'age_high_months'].map((column) => sql.ref(`${row}.${column}`));
  return { from: sql`((${on} - date '1970-01-01') / 30.44 - ${high} - 1)`, to: sql`((${on} - date '1970-01-01') / 30.44 - ${low})` };
}

/**
 * Open records near in place and time whose sex and age do not forbid it: the way in for a child without a name. Lived near and was lost or
 * found near are asked one after the other, each from its own index, row by row (the limit holds the planner to it): otherwise every open record would be read.
 */
async function reachedByPlace(context: Context, recordId: RecordId, otherKinds: string[]): Promise<RecordId[]> {
  const [mine, theirs] = [bornBetween('me'), bornBetween('d')];
  const { rows } = await sql<{ recordId: RecordId }>`
    with me as materialized (select r.id, r.happened_at, d.sex, d.age_on, d.age_low_months, d.age_high_months,
        array_remove(array[r.district_code, d.home_district], null) as places
      from record r join description d on d.record_id = r.id where r.id = ${recordId}),
    near as (
      select r.id, r.happened_at from record r
      where r.district_code = any ((select places from me)::text[]) and r.kind = any (${otherKinds}::text[]) and r.closed_at is null
      union
      select r.id, r.happened_at from description h cross join lateral (select id, happened_at from record
        where id = h.record_id and kind = any (${otherKinds}::text[]) and closed_at is null limit 1) r
      where h.home_district = any ((select places from me)::text[]))
    select near.id as record_id from me, near cross join lateral (select sex, age_on, age_low_months, age_high_months from description
      where record_id = near.id limit 1) d
    where coalesce(d.sex = me.sex, true)
      and coalesce(${theirs.from} - ${AGE_TOLERANCE_MONTHS}::int <= ${mine.to} and ${theirs.to} + ${AGE_TOLERANCE_MONTHS}::int >= ${mine.from}, true)
    order by abs(extract(epoch from near.happened_at - me.happened_at)) limit ${MOST_BY_PLACE}`.execute(context.db);
  return rows.map((row) => row.recordId);
}

/** At most MOST_BY_KEYS + MOST_BY_PLACE record ids, without repeats. */
export async function retrieve(context: Context, recordId: RecordId, kind: 'missing' | 'found' | 'sighting'): Promise<RecordId[]> {
  const otherKinds = kind === 'missing' ? ['found', 'sighting'] : ['missing'];
  const byKeys = await reachedByKeys(context, recordId, otherKinds);
  const byPlace = await reachedByPlace(context, recordId, otherKinds);
  return [...new Set([...byKeys, ...byPlace])];
}
