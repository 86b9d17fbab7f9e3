// SQL of public notices: the orders behind them for the desk, and the cut-down view that is all the citizen door can read.
import { sql } from 'kysely';
import { type RecordId, newId, newPublicId } from '../../kernel/ids.ts';
import { type Day, type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { After } from '../../platform/paging.ts';
import type { NoticeDraft, NoticeField } from './form.ts';
import type { NoticeAuthority } from './notice.ts';

export type Notice = {
  id: string;
  publicId: string;
  authority: NoticeAuthority;
  orderNumber: string;
  reasons: string;
  fields: NoticeField[];
  authorisedAt: Instant;
  expiresAt: Instant;
  withdrawnAt: Instant | null;
  withdrawnBecause: string | null;
};

const columns = sql`id, public_id, authority, order_number, reasons, fields, authorised_at, expires_at, withdrawn_at, withdrawn_because`;

export async function insertNotice(
  context: Context,
  recordId: RecordId,
  notice: Omit<NoticeDraft, 'photographId' | 'expiresOn'> & { photographId: string | null; expiresAt: Instant },
): Promise<string> {
  const id = newId<'notice'>(milliseconds(context.now));
  const officerId = context.actor.kind === 'officer' ? context.actor.officerId : null;
  const photographName = notice.photographId ? newPublicId() : null;
  await sql`insert into notice (id, public_id, record_id, authority, order_number, reasons, fields, photograph_id, photograph_name, authorised_by, authorised_at,
      expires_at, no_sexual_offence, listed_under)
    values (${id}, ${newPublicId()}, ${recordId}, ${notice.authority}, ${notice.orderNumber}, ${notice.reasons}, ${notice.fields}, ${notice.photographId},
      ${photographName}, ${officerId}, ${context.now}, ${notice.expiresAt}, ${notice.noSexualOffence},
      (select district_code from record where id = ${recordId}))`.execute(context.db);
  return id;
}

/** The notice not withdrawn; it may have run past its last day. */
export async function liveNoticeOf(context: Context, recordId: RecordId): Promise<Notice | undefined> {
  const { rows } = await sql<Notice>`select ${columns} from notice where record_id = ${recordId} and withdrawn_at is null`.execute(
    context.db,
  );
  return rows[0];
}

/** Of these records those whose notice the public can read now. */
export async function shownAmong(context: Context, recordIds: readonly RecordId[]): Promise<Set<RecordId>> {
  if (recordIds.length === 0) return new Set();
  const { rows } = await sql<{ recordId: RecordId }>`select record_id from notice where record_id = any (${recordIds as RecordId[]}::uuid[])
    and withdrawn_at is null and expires_at > ${context.now}`.execute(context.db);
  return new Set(rows.map(({ recordId }) => recordId));
}

export async function noticesOf(context: Context, recordId: RecordId): Promise<Notice[]> {
  const { rows } = await sql<Notice>`select ${columns} from notice where record_id = ${recordId} order by authorised_at desc`.execute(
    context.db,
  );
  return rows;
}

/** Ends the live notice and answers its id, if there was one. */
export async function endNotice(context: Context, recordId: RecordId, because: string): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string;
  }>`update notice set withdrawn_at = ${context.now}, withdrawn_because = ${because}
    where record_id = ${recordId} and withdrawn_at is null returning id`.execute(context.db);
  return rows[0]?.id;
}

/** Records with a notice past its last day, for the worker to end in the diary too. The public view hides them by itself. */
export async function expiredNotices(context: Context, limit: number): Promise<RecordId[]> {
  const { rows } = await sql<{
    recordId: RecordId;
  }>`select record_id from notice where withdrawn_at is null and expires_at <= ${context.now}
    order by expires_at limit ${limit}`.execute(context.db);
  return rows.map((row) => row.recordId);
}

/** All the public may know. Fields the order does not name are null. */
export type PublicNotice = {
  publicId: string;
  authorisedAt: Instant;
  expiresAt: Instant;
  gone: boolean;
  name: string | null;
  sex: 'female' | 'male' | 'third' | null;
  ageLowMonths: number | null;
  ageHighMonths: number | null;
  ageOn: Day | null;
  clothing: string | null;
  districtCode: string | null;
  districtName: string | null;
  stateCode: string | null;
  lastSeenOn: Day | null;
  photographFile: string | null;
  /** Whom to ring, and what to say; the office where the order lets the place be told. */
  reference: string | null;
  officeName: string | null;
  officeTelephone: string | null;
  /** Gone because the child is found, and that may be said. */
  found: true | null;
};

const publicColumns = sql`n.public_id, n.authorised_at, n.expires_at, n.gone as gone, n.name, n.sex, n.age_low_months, n.age_high_months,
  n.age_on, n.clothing, n.district_code, d.name as district_name, d.state_code, n.last_seen_on, n.photograph_file,
  n.reference, n.office_name, n.office_telephone, n.found`;

export async function findPublicNotice(context: Context, publicId: string): Promise<PublicNotice | undefined> {
  const { rows } = await sql<PublicNotice>`select ${publicColumns} from public_notice n left join district d on d.code = n.district_code
    where n.public_id = ${publicId}`.execute(context.db);
  return rows[0];
}

/** The notice of a report, for the family that made it. */
export async function ownLiveNotice(context: Context, recordId: RecordId): Promise<PublicNotice | undefined> {
  const { rows } = await sql<{ publicId: string | null }>`select own_live_notice(${recordId}) as public_id`.execute(context.db);
  const publicId = rows[0]?.publicId;
  return publicId ? findPublicNotice(context, publicId) : undefined;
}

/** Whose notice it is or was, by its public number. */
export async function recordOfNotice(context: Context, publicId: string): Promise<RecordId | null> {
  const { rows } = await sql<{ recordId: RecordId }>`select record_id from notice where public_id = ${publicId}`.execute(context.db);
  return rows[0]?.recordId ?? null;
}

/** One page of live notices of a district or a State, newest first. There is no way to ask for all of them. */
export async function listPublicNotices(
  context: Context,
  place: { districtCode: string } | { stateCode: string },
  page: { after: After | null; limit: number },
): Promise<PublicNotice[]> {
  const where =
    'districtCode' in place
      ? sql`= ${place.districtCode}`
      : sql`= any (array(select code from district where state_code = ${place.stateCode}))`;
  const older = page.after ? sql`and (n.authorised_at, n.public_id) < (${page.after.at}::timestamptz, ${page.after.id})` : sql``;
  const { rows } = await sql<PublicNotice>`select ${publicColumns} from public_notice n join district d on d.code = n.district_code
    where n.listed_under ${where} and not n.gone and n.expires_at > ${context.now} ${older}
    order by n.authorised_at desc, n.public_id desc limit ${page.limit}`.execute(context.db);
  return rows;
}
