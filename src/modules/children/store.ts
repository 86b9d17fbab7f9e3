// SQL of records and descriptions. A record is opened and read only through here, with its audit row in the same transaction.
import { sql } from 'kysely';
import { type RecordId, newId } from '../../kernel/ids.ts';
import { type RecordKind, type Reference, makeReference } from '../../kernel/reference.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Day, type Instant, dayOf, milliseconds, yearOf } from '../../kernel/time.ts';
import { audit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import type { After } from '../../platform/paging.ts';
import type { ChildRecord, NewRecord } from './record.ts';
import { type Scope, inScope } from './scope-store.ts';

const columns = sql`id, kind, reference, status, office_id, district_code, state_code, happened_at, opened_at, closed_at, version, matched_at,
  matched_version`;

/** The next number of each record's kind and State, in the order of the records. Numbers are held State by State: two who open records in the same States would else each hold what the other waits for. */
async function nextSerials(context: Context, records: readonly NewRecord[], year: number): Promise<number[]> {
  const { rows } = await sql<{ place: number; last: number }>`select r.place, next_serial(r.kind, r.state, ${year}) as last
    from unnest(${records.map(({ kind }) => kind)}::text[], ${records.map(({ stateCode }) => stateCode)}::text[]) with ordinality as r (kind, state, place)
    order by r.kind, r.state, r.place`.execute(context.db);
  return rows.toSorted((one, other) => one.place - other.place).map(({ last }) => last);
}

/** Opens a record and audits the write. The caller writes the description and the diary in the same transaction. */
export async function openRecord(context: Context, record: NewRecord): Promise<ChildRecord> {
  return (await openRecords(context, [record]))[0]!;
}

/** The same for several, in as many statements. In their order. */
export async function openRecords(context: Context, records: readonly NewRecord[]): Promise<ChildRecord[]> {
  if (records.length === 0) return [];
  const year = yearOf(dayOf(context.now));
  const serials = await nextSerials(context, records, year);
  const ids = records.map(() => newId<'record'>(milliseconds(context.now)));
  const each = <T>(read: (record: NewRecord, at: number) => T): T[] => records.map(read);
  const { rows } =
    await sql<ChildRecord>`insert into record (id, kind, reference, status, office_id, district_code, state_code, happened_at, opened_at, reporter_key)
    select r.id, r.kind, r.reference, r.status, r.office_id, r.district_code, r.state_code, r.happened_at, ${context.now}::timestamptz, r.reporter_key
    from unnest(${ids as string[]}::uuid[], ${each(({ kind }) => kind)}::text[],
      ${each(({ kind, stateCode }, at) => makeReference(kind, stateCode, year, serials[at]!))}::text[], ${each(({ status }) => status)}::text[],
      ${each(({ officeId }) => officeId)}::uuid[], ${each(({ districtCode }) => districtCode)}::text[], ${each(({ stateCode }) => stateCode)}::text[],
      ${each(({ happenedAt }) => happenedAt)}::timestamptz[], ${each(({ reporterKey }) => reporterKey ?? null)}::text[])
      as r (id, kind, reference, status, office_id, district_code, state_code, happened_at, reporter_key) returning ${columns}`.execute(
      context.db,
    );
  await audit(context, 'write', ids);
  const opened = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => opened.get(id)!);
}

/**
 * Reads a record for the request's purpose and writes the audit row, or refuses: `web.error.notFound` alike when it does not exist and when row
 * security hides it; `children.error.purposeNeeded` when it lies outside the officer's own office and no purpose was stated.
 */
export async function readRecord(
  context: Context,
  key: { id: RecordId } | { reference: Reference },
  kind?: RecordKind,
): Promise<ChildRecord | Refusal> {
  const record = await peekRecord(context, key);
  if (!record || (kind && record.kind !== kind)) return refuse('web.error.notFound');
  const grounds = await groundsOf(context, record);
  if (isOnlyPaired(context, record, grounds)) return refuse('children.error.onlyPaired', { reference: record.reference });
  if (needsPurpose(context, record, grounds) && !(await isBeforeOwnCommittee(context, record)))
    return refuse('children.error.purposeNeeded', { reference: record.reference });
  await audit(context, 'read', [record.id]);
  return record;
}

/** Reads a record as one side of a proposed pair: the comparison and the photograph, which a match alone opens. Audited alike. */
export async function readPaired(context: Context, id: RecordId): Promise<ChildRecord | Refusal> {
  const record = await peekRecord(context, { id });
  if (!record) return refuse('web.error.notFound');
  if (needsPurpose(context, record, await groundsOf(context, record)))
    return refuse('children.error.purposeNeeded', { reference: record.reference });
  await audit(context, 'read', [record.id]);
  return record;
}

/** Those whose own page the officer may open: of the others a match lets them see the comparison only. */
export async function openFilesAmong(context: Context, records: readonly ChildRecord[]): Promise<Set<RecordId>> {
  const grounds = await groundsAmong(context, records);
  return new Set(records.filter((record) => !isOnlyPaired(context, record, grounds.get(record.id) ?? [])).map(({ id }) => id));
}

/** The record's row without opening it: for jobs and projections that show it to nobody. */
export async function peekRecord(context: Context, key: { id: RecordId } | { reference: Reference }): Promise<ChildRecord | undefined> {
  const where = 'id' in key ? sql`id = ${key.id}` : sql`reference = ${key.reference}`;
  const { rows } = await sql<ChildRecord>`select ${columns} from record where ${where}`.execute(context.db);
  return rows[0];
}

/** Those of the records that row security lets the officer see, each audited as read: for a list, which shows a line of each and states its purpose. */
export async function readRecords(context: Context, recordIds: readonly RecordId[]): Promise<ChildRecord[]> {
  const records = await peekRecords(context, recordIds);
  await audit(
    context,
    'read',
    records.map(({ id }) => id),
  );
  return records;
}

/** The rows without opening them, as above. */
export async function peekRecords(context: Context, recordIds: readonly RecordId[]): Promise<ChildRecord[]> {
  if (recordIds.length === 0) return [];
  const { rows } = await sql<ChildRecord>`select ${columns} from record where id = any (${recordIds as RecordId[]}::uuid[])`.execute(
    context.db,
  );
  return rows;
}

/** On what grounds an officer's office was let in to a record of another. */
async function groundsOf(context: Context, record: ChildRecord): Promise<AccessGround[]> {
  return (await groundsAmong(context, [record])).get(record.id) ?? [];
}

/** By record, of those of other offices. */
async function groundsAmong({ actor, db }: Context, records: readonly ChildRecord[]): Promise<Map<RecordId, AccessGround[]>> {
  const others = actor.kind === 'officer' ? records.filter(({ officeId }) => officeId !== actor.officeId).map(({ id }) => id) : [];
  if (actor.kind !== 'officer' || others.length === 0) return new Map();
  const { rows } = await sql<{ recordId: RecordId; ground: AccessGround }>`select record_id, ground from record_access
    where record_id = any (${others}::uuid[]) and office_id = ${actor.officeId} and until is null`.execute(db);
  const grounds = Map.groupBy(rows, ({ recordId }) => recordId);
  return new Map([...grounds].map(([id, all]) => [id, all.map(({ ground }) => ground)]));
}

function needsPurpose({ actor, ground }: Context, record: ChildRecord, grounds: readonly AccessGround[]): boolean {
  return actor.kind === 'officer' && actor.officeId !== record.officeId && ground.purpose === 'casework' && grounds.length === 0;
}

/** The home holds the record of a child in care; the Committee the child was produced before has it as a case of its own all the same. */
async function isBeforeOwnCommittee({ db }: Context, { id }: ChildRecord): Promise<boolean> {
  const { rows } = await sql<{ own: boolean }>`select before_own_committee(${id}) as own`.execute(db);
  return rows[0]!.own;
}

/**
 * A score alone opens the pair, not the file: anybody can register a record that resembles a child. The rest comes when the record's own
 * office judges the two the same, or the Committee confirms it.
 */
function isOnlyPaired({ actor }: Context, record: ChildRecord, grounds: readonly AccessGround[]): boolean {
  if (actor.kind !== 'officer' || grounds.length === 0 || grounds.some((ground) => !ofPairs.includes(ground))) return false;
  const reached =
    actor.reach === 'nation' ||
    (actor.reach === 'state' && actor.stateCode === record.stateCode) ||
    (actor.reach === 'district' && actor.districtCode === record.districtCode);
  return !reached;
}

/** Whether an open missing report has this reference, anywhere in the nation. Its file stays closed. */
export async function isOpenReport(context: Context, reference: Reference): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`select is_open_report(${reference}) as open`.execute(context.db);
  return rows[0]!.open;
}

/** Audits a change to a record the caller has already read. */
export async function auditWrite(context: Context, recordId: RecordId): Promise<void> {
  await auditWrites(context, [recordId]);
}

export async function auditWrites(context: Context, recordIds: readonly RecordId[]): Promise<void> {
  await audit(context, 'write', recordIds);
}

/**
 * Sets what the diary says, where the record, read while its diary was held, does not say so already. Only projections call this. A record that closes is
 * compared no longer; one that reopens is again.
 */
export async function setStatuses(
  context: Context,
  standings: readonly { record: Pick<ChildRecord, 'id' | 'status' | 'closedAt'>; status: string; closedAt: Instant | null }[],
): Promise<void> {
  const changed = standings.filter(({ record, status, closedAt }) => record.status !== status || record.closedAt !== closedAt);
  if (changed.length === 0) return;
  await sql`select set_record_status(id, status, closed_at) from unnest(${changed.map(({ record }) => record.id)}::uuid[],
    ${changed.map(({ status }) => status)}::text[], ${changed.map(({ closedAt }) => closedAt)}::timestamptz[]) as s (id, status, closed_at)`.execute(
    context.db,
  );
}

/** Moves a record to another office (Zero FIR, transfer to the Anti-Human Trafficking Unit); the old office keeps its access. */
export async function moveRecord(
  context: Context,
  recordId: RecordId,
  to: { officeId: string; districtCode: string; stateCode: string },
): Promise<void> {
  await sql`update record set office_id = ${to.officeId}, district_code = ${to.districtCode}, state_code = ${to.stateCode} where id = ${recordId}`.execute(
    context.db,
  );
}

/** When the child was last seen, as told anew. */
export async function writeHappenedAt(context: Context, recordId: RecordId, at: Instant): Promise<void> {
  await sql`update record set happened_at = ${at} where id = ${recordId} and happened_at <> ${at}`.execute(context.db);
}

/** Notes up to which version of its description each record has been compared. Only matching calls this. */
export async function markMatched(context: Context, compared: readonly Pick<ChildRecord, 'id' | 'version'>[]): Promise<void> {
  await sql`update record r set matched_at = ${context.now}, matched_version = c.version
    from unnest(${compared.map(({ id }) => id)}::uuid[], ${compared.map(({ version }) => version)}::int[]) as c (id, version) where r.id = c.id`.execute(
    context.db,
  );
}

/** Every open record waits to be compared again; when it last was stays known. Returns how many. Only matching calls this. */
export async function matchAllAgain(context: Context): Promise<number> {
  const done = await sql`update record set matched_version = null where closed_at is null and matched_version is not null`.execute(
    context.db,
  );
  return Number(done.numAffectedRows);
}

/** `match` and `asked` open only the pair; every other ground the file. A Committee is `asked` about a missing report whose own office has not said yes. */
export type AccessGround = 'match' | 'asked' | 'identity' | 'alert' | 'production' | 'transfer' | 'placement';
const ofPairs: readonly AccessGround[] = ['match', 'asked'];

/** Which office is let in to which record. */
export type Access = { recordId: RecordId; officeId: string };

/** Lets another office in, for one ground. Throws if the caller cannot see the record. */
export async function shareRecord(context: Context, recordId: RecordId, officeId: string, ground: AccessGround): Promise<void> {
  await shareRecords(context, [{ recordId, officeId }], ground);
}

/** The same for several. */
export async function shareRecords(context: Context, accesses: readonly Access[], ground: AccessGround): Promise<void> {
  if (accesses.length === 0) return;
  const [records, offices] = [accesses.map(({ recordId }) => recordId), accesses.map(({ officeId }) => officeId)];
  await sql`select share_records(${records}::uuid[], ${offices}::uuid[], ${ground}, ${context.now})`.execute(context.db);
}

/** Ends what `shareRecords` gave. Throws if the caller cannot see a record. */
export async function endAccesses(context: Context, accesses: readonly Access[], ground: AccessGround): Promise<void> {
  if (accesses.length === 0) return;
  await sql`select end_access(a.record_id, a.office_id, ${ground}, ${context.now}) from (select distinct record_id, office_id
    from ${unnested(accesses)} order by record_id, office_id) a`.execute(context.db);
}

export async function endAccess(context: Context, recordId: RecordId, officeId: string, ground: AccessGround): Promise<void> {
  await endAccesses(context, [{ recordId, officeId }], ground);
}

const unnested = (accesses: readonly Access[]) =>
  sql`unnest(${accesses.map(({ recordId }) => recordId)}::uuid[], ${accesses.map(({ officeId }) => officeId)}::uuid[]) as given (record_id, office_id)`;

export type RecordListItem = ChildRecord & {
  childName: string | null;
  photographName: string | null;
  sex: string | null;
  ageLowMonths: number | null;
  ageHighMonths: number | null;
  ageOn: Day | null;
  officeName: string;
};

export type RecordFilter = {
  kind: RecordKind;
  open: boolean;
  scope: Scope;
  after?: After | null;
  /** Of these alone. */
  among?: readonly RecordId[];
  limit: number;
};

/** The child's first name as given, of `record r`; null if nobody knows it. */
export const childNameText = sql`(select g.text from given_name g where g.record_id = r.id and g.bearer = 'child' order by g.ordinal limit 1)`;

/** One page of records, newest first, each audited as read. The scope is in the query, row security is behind it. */
export async function listRecords(context: Context, filter: RecordFilter): Promise<RecordListItem[]> {
  const { after, among } = filter;
  const ofThese = among ? sql`and r.id = any (${among as RecordId[]}::uuid[])` : sql``;
  const older = after ? sql`and (r.opened_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const { rows } =
    await sql<RecordListItem>`select r.id, r.kind, r.reference, r.status, r.office_id, r.district_code, r.state_code, r.happened_at, r.opened_at,
      r.closed_at, r.version, r.matched_at, r.matched_version, d.sex, d.age_low_months, d.age_high_months, d.age_on, o.name as office_name,
      ${childNameText} as child_name,
      (select p.name from photograph p where p.record_id = r.id and p.removed_at is null and p.cropped_from is null order by p.added_at desc limit 1) as photograph_name
    from record r join office o on o.id = r.office_id left join description d on d.record_id = r.id
    where r.kind = ${filter.kind} and ${inScope(filter.scope)} and (r.closed_at is null) = ${filter.open} ${ofThese} ${older}
    order by r.opened_at desc, r.id desc limit ${filter.limit}`.execute(context.db);
  await audit(
    context,
    'read',
    rows.map(({ id }) => id),
  );
  return rows;
}
