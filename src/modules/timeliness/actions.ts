// The verbs of timeliness: say why entries came late, say why there were none, certify a district's month.
import { createHash } from 'node:crypto';
import { newId } from '../../kernel/ids.ts';
import type { Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { type Day, instantAt, milliseconds } from '../../kernel/time.ts';
import { uploadPolicy } from '../../law/index.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import { type ChildRecord, auditWrite, readRecord, readRecords } from '../children/index.ts';
import { readDiary, readSlowEntries } from '../diary/index.ts';
import { entriesWithReason, insertNilReturn, insertReasons, ownMonths } from './answer-store.ts';
import { insertCertificate } from './certificate-store.ts';
import { type CertifiedRow, canonicalText } from './certificate.ts';
import type { LateReasonDraft, NilReturnDraft } from './form.ts';
import { gapsOfDistrict } from './gaps.ts';
import { type LateEntry, lateEntries } from './late-entry.ts';
import { monthOf, readMonth } from './month.ts';

/** Late entries of the officer's own office on a record, that nobody has given a reason for. */
export async function unexplained(context: Context, officer: OfficerActor, record: ChildRecord): Promise<LateEntry[]> {
  return withoutReason(context, lateEntries(uploadPolicy, await readDiary(context, record.id), officer));
}

async function withoutReason<Late extends LateEntry>(context: Context, late: readonly Late[]): Promise<Late[]> {
  if (late.length === 0) return [];
  const explained = await entriesWithReason(context, late.map(({ entry }) => entry.entryId)); // prettier-ignore
  return late.filter(({ entry }) => !explained.has(entry.entryId));
}

/** How far back, and how many of the latest. */
const LOOKED_THROUGH = 200;

/** The records of the last year on which the office has late entries without a reason, the latest first, with how many. */
export async function recordsToExplain(
  context: Context,
  officer: OfficerActor,
  from: Day,
): Promise<{ record: ChildRecord; late: number }[]> {
  const slow = await readSlowEntries(context, officer.officeId, instantAt(from), LOOKED_THROUGH);
  const late = await withoutReason(context, lateEntries(uploadPolicy, slow, officer));
  const of = new Map(slow.map(({ entryId, recordId }) => [entryId, recordId]));
  const byRecord = Map.groupBy(late, ({ entry }) => of.get(entry.entryId)!);
  const records = new Map((await readRecords(context, [...byRecord.keys()])).map((record) => [record.id, record]));
  return [...byRecord].flatMap(([id, entries]) => {
    const record = records.get(id);
    return record ? [{ record, late: entries.length }] : [];
  });
}

export async function giveReason(
  context: Context,
  officer: OfficerActor,
  reference: Reference,
  draft: LateReasonDraft,
): Promise<ChildRecord | Refusal> {
  const record = await readRecord(context, { reference });
  if (isRefusal(record)) return record;
  const late = await unexplained(context, officer, record);
  const meant = late.filter(({ entry }) => draft.entryIds.includes(entry.entryId));
  if (meant.length !== new Set(draft.entryIds).size) return refuse('timeliness.error.explained', {}, 'entryIds');
  await auditWrite(context, record.id);
  const given = await insertReasons(context, officer, record.id, meant, draft);
  return given === meant.length ? record : refuse('timeliness.error.explained', {}, 'entryIds');
}

export async function giveNilReturn(context: Context, officer: OfficerActor, draft: NilReturnDraft): Promise<Day | Refusal> {
  const read = readMonth(draft.month, context.now);
  if ('wrong' in read) return refuse(read.wrong, {}, 'month');
  const [own] = (await ownMonths(context, officer.officeId, read.month)).filter(({ month }) => month === read.month);
  if (!own) return refuse('timeliness.error.notOpen', {}, 'month');
  if (own.entries > 0) return refuse('timeliness.error.notSilent', { count: own.entries }, 'month');
  return (await insertNilReturn(context, officer, { ...draft, month: read.month }))
    ? read.month
    : refuse('timeliness.error.answered', {}, 'month');
}

/** Freezes a month that is over, as it stands now, once. */
export async function certifyMonth(context: Context, officer: OfficerActor, typed: string): Promise<Day | Refusal> {
  const read = readMonth(typed, context.now);
  if ('wrong' in read) return refuse(read.wrong, {}, 'month');
  if (read.month === monthOf(context.now)) return refuse('timeliness.error.running', {}, 'month');
  const { districtCode } = officer;
  if (districtCode === null || officer.officeKind !== 'dcpu') return refuse('web.error.notFound');
  const rows: CertifiedRow[] = (await gapsOfDistrict(context, districtCode, read.month)).map(({ officeId, entries, timed, inTime, reasons, nilCode }) => ({
    officeId, entries, timed, inTime, reasons, nilCode,
  })); // prettier-ignore
  const certificate = {
    id: newId<'certificate'>(milliseconds(context.now)),
    districtCode,
    month: read.month,
    digest: digestOf(districtCode, read.month, rows),
  };
  return (await insertCertificate(context, officer, certificate, rows)) ? read.month : refuse('timeliness.error.certified', {}, 'month');
}

/** Of what was frozen: a row changed, added or taken away gives another. */
export function digestOf(districtCode: string, month: Day, rows: readonly CertifiedRow[]): string {
  return createHash('sha256')
    .update(canonicalText(districtCode, month, rows))
    .digest('hex');
}
