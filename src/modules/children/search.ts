// Search before registering: records anywhere whose names sound alike, on minimum fields (police search the whole nation, but see of another office's record only what tells it apart).
import { sql } from 'kysely';
import { soundKeys } from '../../kernel/names/index.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { type RecordKind, type Reference, readReference } from '../../kernel/reference.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import { audit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { type RecordStatus, readPermissions, recordKinds } from './record.ts';

/** What a search may tell about a record the officer cannot open. Name and photograph only where row security and the officer's role let it be read. */
export type SearchHit = {
  recordId: RecordId;
  kind: RecordKind;
  reference: Reference;
  status: RecordStatus;
  officeName: string;
  officeTelephone: string | null;
  districtCode: string;
  happenedAt: Instant;
  sex: string | null;
  ageLowMonths: number | null;
  ageHighMonths: number | null;
  ageOn: Day | null;
  childName: string | null;
  photographName: string | null;
  /** Whether the officer may open the record; for others there is its office's telephone. */
  visible: boolean;
};

const AT_MOST = 30;
const FIR_NUMBER = /^(?:fir\s*)?(\d{1,6})\s*\/\s*(\d{4})$/i;

/** True for a reference or an FIR number: they name a record, where a name only sounds like one. */
export function isExact(typed: string): boolean {
  return readReference(typed) !== undefined || FIR_NUMBER.test(typed.trim());
}

/** Finds by sound across scripts and spellings, or by an exact reference or FIR number. Every record it answers with is audited as read; a search that finds none is written down too. */
export async function searchRecords(
  context: Context,
  typed: string,
  kinds: readonly RecordKind[] = ['missing', 'found'],
): Promise<SearchHit[]> {
  const found = await recordsFor(context, typed, kinds);
  await audit(context, 'read', found.length > 0 ? found.map(({ recordId }) => recordId) : undefined);
  return found;
}

async function recordsFor(context: Context, typed: string, kinds: readonly RecordKind[]): Promise<SearchHit[]> {
  const reference = readReference(typed);
  if (reference) return hits(context, sql`select id as record_id, 100 as shared from record where reference = ${reference}`);
  const fir = FIR_NUMBER.exec(typed.trim());
  if (fir) {
    return hits(
      context,
      sql`select p.record_id, 100 as shared from report_paper p
      where p.paper_number = ${fir[1]} and p.paper_year = ${Number(fir[2])} limit ${AT_MOST}`,
    );
  }
  const keys = soundKeys(typed.slice(0, 200));
  if (keys.length === 0) return [];
  return hits(
    context,
    sql`select record_id, shared_keys as shared from search_records(${kinds as RecordKind[]}::text[], ${keys}::text[], ${AT_MOST})`,
  );
}

async function hits(context: Context, found: ReturnType<typeof sql>): Promise<SearchHit[]> {
  const readable = recordKinds.filter((kind) => context.tools.may(context.actor, readPermissions[kind]));
  const read = sql`(s.kind = any (${readable}::text[]) and s.record_id in (select id from seen))`;
  // Row security is asked once for all, not once for each column of each row.
  const { rows } = await sql<SearchHit>`with found as materialized (${found}),
      seen as materialized (select id from record where id = any (array(select record_id from found)))
    select s.record_id, s.kind, s.reference, s.status, o.name as office_name, o.telephone as office_telephone, s.district_code,
      s.happened_at, s.sex, s.age_low_months, s.age_high_months, s.age_on,
      ${read} as visible,
      case when ${read} then (select g.text from given_name g where g.record_id = s.record_id and g.bearer = 'child' order by g.ordinal limit 1) end as child_name,
      case when ${read} then (select p.name from photograph p where p.record_id = s.record_id and p.removed_at is null and p.cropped_from is null order by p.added_at desc limit 1) end as photograph_name
    from found f join record_headers(array(select record_id from found)) s on s.record_id = f.record_id
    join office o on o.id = s.office_id
    order by f.shared desc, s.happened_at desc`.execute(context.db);
  return rows;
}
