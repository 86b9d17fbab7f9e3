// Which records of the other side are worth comparing: reached by any family of keys, or by sex, age and place when there are no names.
import { sql } from 'kysely';
import type { RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';

/** What sharing one key of a family is worth in this first sorting; the comparers judge afterwards. */
const FAMILY_WEIGHT = { 'child-name': 3, father: 3, mother: 2, sibling: 2, guardian: 1, mark: 2, home: 1 } as const;
/** Keys held by more records than this say nothing by themselves and are skipped. */
const TOO_COMMON = 4000;
const MOST_BY_KEYS = 300;
const MOST_BY_PLACE = 150;

function familyWeight() {
  const cases = Object.entries(FAMILY_WEIGHT).map(([family, weight]) => sql`when ${sql.lit(family)} then ${sql.lit(weight)}`);
  return sql`case mine.family ${sql.join(cases, sql` `)} else 1 end`;
}

/** Open records of the other side that share a key with this one, best first. */
async function reachedByKeys(context: Context, recordId: RecordId, otherKinds: string[]): Promise<RecordId[]> {
  const { rows } = await sql<{ recordId: RecordId }>`
    with mine as (
      select family, key, (select count(*) from (select 1 from retrieval_key c where c.family = k.family and c.key = k.key limit ${TOO_COMMON}) counted) as held
      from retrieval_key k where record_id = ${recordId})
    select theirs.record_id, sum(${familyWeight()} / ln(2 + mine.held)) as worth
    from mine join retrieval_key theirs on theirs.family = mine.family and theirs.key = mine.key
    join record r on r.id = theirs.record_id and r.closed_at is null
    where mine.held < ${TOO_COMMON} and theirs.record_kind = any (${otherKinds}::text[])
    group by theirs.record_id order by worth desc, theirs.record_id desc limit ${MOST_BY_KEYS}`.execute(context.db);
  return rows.map((row) => row.recordId);
}

/** Open records near in place and time whose sex and age do not forbid it: the way in for a child without a name. */
async function reachedByPlace(context: Context, recordId: RecordId, otherKinds: string[]): Promise<RecordId[]> {
  const { rows } = await sql<{ recordId: RecordId }>`
    with me as (select r.id, r.kind, r.happened_at, d.sex, d.age_low_months, d.age_high_months, array_remove(array[r.district_code, d.home_district], null) as places
      from record r join description d on d.record_id = r.id where r.id = ${recordId})
    select r.id as record_id from me
    join record r on r.kind = any (${otherKinds}::text[]) and r.closed_at is null
      and (r.district_code = any (me.places) or exists (select from description h where h.record_id = r.id and h.home_district = any (me.places)))
    join description d on d.record_id = r.id
    where coalesce(d.sex = me.sex, true)
      and coalesce(d.age_low_months - 36 <= me.age_high_months and d.age_high_months + 36 >= me.age_low_months, true)
    order by abs(extract(epoch from r.happened_at - me.happened_at)) limit ${MOST_BY_PLACE}`.execute(context.db);
  return rows.map((row) => row.recordId);
}

/** At most MOST_BY_KEYS + MOST_BY_PLACE record ids, without repeats. */
export async function retrieve(context: Context, recordId: RecordId, kind: 'missing' | 'found' | 'sighting'): Promise<RecordId[]> {
  const otherKinds = kind === 'missing' ? ['found', 'sighting'] : ['missing'];
  const byKeys = await reachedByKeys(context, recordId, otherKinds);
  const byPlace = await reachedByPlace(context, recordId, otherKinds);
  return [...new Set([...byKeys, ...byPlace])];
}
