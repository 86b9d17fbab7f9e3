// The steps of tracing (MWCD SOP 2016, MR r.92): risk assessed, forwarded, hue and cry, copy to legal services, trafficking suspected, transferred, barred from publication.
import type { Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { type Instant, instantAt } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, moveRecord, openForChange, photographsOf, shareRecord } from '../children/index.ts';
import { effectiveEntries, has, lastOf, readDiary, writeDiary } from '../diary/index.ts';
import { withdrawLiveNotice } from '../notices/index.ts';
import { type When, momentOf, notBefore } from '../../web/when.ts';
import { type Office, officeForPlace, readOffice } from '../officers/index.ts';
import type { AgenciesDraft, BarDraft, RiskDraft, StepDraft, TraffickingDraft, TransferDraft } from './follow-up-form.ts';
import { insertNote, insertRisk, writeAntiTraffickingOffice, writeBar } from './store.ts';

export async function assessRisk(context: Context, reference: Reference, draft: RiskDraft): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  const happenedAt = writtenAt(record, draft, context.now);
  if (isRefusal(happenedAt)) return happenedAt;
  const id = await insertRisk(context, record.id, draft);
  await writeDiary(context, record.id, {
    happening: 'missing.riskAssessed',
    facts: { level: draft.level },
    happenedAt,
    paper: { kind: 'risk-assessment', id },
  });
  return record;
}

/** When it was done, or a refusal at its field: not in the future, not before the child was last seen. */
export function writtenAt(record: ChildRecord, when: When, now: Instant): Instant | Refusal {
  const at = momentOf(when, now);
  return isRefusal(at) ? at : (notBefore(at, record.happenedAt) ?? refuse('missing-reports.error.beforeLastSeen', {}, 'doneOn'));
}

type TracingStep =
  | {
      happening: 'missing.forwardedToJuvenilePoliceUnit' | 'missing.hueAndCryIssued' | 'missing.copySentToLegalServices';
      facts: Record<never, never>;
    }
  | { happening: 'missing.sentToAgencies'; facts: { photograph: boolean } }
  | { happening: 'missing.progressReported'; facts: { to: 'legal-services' } };

/** When a step was done, or a refusal at its field: not in the future, not before the report. */
export function stepAt(record: ChildRecord, draft: StepDraft, now: Instant): Instant | Refusal {
  const at = instantAt(draft.doneOn, draft.doneAt);
  if (at > now) return refuse('missing-reports.error.future', {}, 'doneOn');
  return at < record.happenedAt ? refuse('missing-reports.error.beforeLastSeen', {}, 'doneOn') : at;
}

async function recordStep(context: Context, reference: Reference, draft: StepDraft, entry: TracingStep): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  const happenedAt = stepAt(record, draft, context.now);
  if (isRefusal(happenedAt)) return happenedAt;
  const paper = draft.remark ? await insertNote(context, record.id, draft.remark) : undefined;
  await writeDiary(context, record.id, { ...entry, happenedAt, paper });
  return record;
}

/** To the Special Juvenile Police Unit of the place, which may open the record from then on. */
export async function forwardToJuvenilePoliceUnit(
  context: Context,
  reference: Reference,
  draft: StepDraft,
): Promise<ChildRecord | Refusal> {
  const record = await recordStep(context, reference, draft, { happening: 'missing.forwardedToJuvenilePoliceUnit', facts: {} });
  if (isRefusal(record)) return record;
  const unit = await officeForPlace(context, 'juvenile-police-unit', record.districtCode);
  if (unit && unit.id !== record.officeId) await shareRecord(context, record.id, unit.id, 'alert');
  return record;
}

export function issueHueAndCry(context: Context, reference: Reference, draft: StepDraft): Promise<ChildRecord | Refusal> {
  return recordStep(context, reference, draft, { happening: 'missing.hueAndCryIssued', facts: {} });
}

/** Without a photograph only if there is none: the face is what other agencies can act on first. */
export async function sendToAgencies(
  context: Context,
  reference: Reference,
  { noPhotograph, ...draft }: AgenciesDraft,
): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  const photograph = (await photographsOf(context, [record.id])).has(record.id);
  if (!photograph && !noPhotograph) return refuse('missing-reports.error.photographFirst', {}, 'noPhotograph');
  return recordStep(context, reference, draft, { happening: 'missing.sentToAgencies', facts: { photograph } });
}

export function sendCopyToLegalServices(context: Context, reference: Reference, draft: StepDraft): Promise<ChildRecord | Refusal> {
  return recordStep(context, reference, draft, { happening: 'missing.copySentToLegalServices', facts: {} });
}

/** Records the suspicion with its reason and, if asked, hands the case over at once: nobody waits four months (G Ganesh 22-5-2026). */
export async function suspectTrafficking(context: Context, reference: Reference, draft: TraffickingDraft): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  const happenedAt = writtenAt(record, draft, context.now);
  if (isRefusal(happenedAt)) return happenedAt;
  const note = await insertNote(context, record.id, draft.reason);
  if (!has(effectiveEntries(await readDiary(context, record.id)), 'missing.traffickingSuspected')) {
    await writeDiary(context, record.id, { happening: 'missing.traffickingSuspected', facts: {}, happenedAt, paper: note });
  }
  return draft.transfer ? transfer(context, record, draft.unitId, note) : record;
}

/** After four months untraced the case goes to the unit even without suspicion (Bachpan Bachao Andolan 2013). */
export async function transferToAntiTrafficking(
  context: Context,
  reference: Reference,
  draft: TransferDraft,
): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  return transfer(context, record, draft.unitId, await insertNote(context, record.id, draft.reason));
}

async function unitFor(context: Context, record: ChildRecord, unitId: string | undefined): Promise<Office | Refusal> {
  const unit = unitId ? await readOffice(context, unitId) : await officeForPlace(context, 'anti-trafficking-unit', record.districtCode);
  return unit?.kind === 'anti-trafficking-unit' ? unit : refuse('missing-reports.error.unit', {}, 'unitId');
}

async function transfer(
  context: Context,
  record: ChildRecord,
  unitId: string | undefined,
  paper: { kind: string; id: string },
): Promise<ChildRecord | Refusal> {
  if (!context.tools.may(context.actor, 'missingReport.transfer'))
    return refuse('web.error.mayNot', { who: context.tools.whoMay('missingReport.transfer').join(',') });
  const unit = await unitFor(context, record, unitId);
  if (isRefusal(unit)) return unit;
  if (record.officeId === unit.id) return refuse('missing-reports.error.alreadyThere');
  await writeAntiTraffickingOffice(context, record.id, unit.id);
  await shareRecord(context, record.id, record.officeId, 'transfer'); // before the record leaves, or it could not be handed over
  await moveRecord(context, record.id, { officeId: unit.id, districtCode: record.districtCode, stateCode: record.stateCode });
  // The diary last: duties are given to whoever holds the record when it is written.
  await writeDiary(context, record.id, { happening: 'missing.transferredToAntiTrafficking', facts: { toOffice: unit.id }, paper });
  return record;
}

/** How the search stands, to the legal services authority, by the unit that has the case (M13): each report starts the next three months. */
export async function reportProgress(context: Context, reference: Reference, draft: StepDraft): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  const transferred = lastOf(effectiveEntries(await readDiary(context, record.id)), 'missing.transferredToAntiTrafficking');
  if (!transferred) return refuse('missing-reports.error.notTransferred');
  const at = stepAt(record, draft, context.now);
  if (isRefusal(at)) return at;
  if (notBefore(at, transferred.happenedAt) === null) return refuse('missing-reports.error.beforeTransfer', {}, 'doneOn');
  return recordStep(context, reference, draft, { happening: 'missing.progressReported', facts: { to: 'legal-services' } });
}

/** An offence under POCSO or BNS 64 to 71, or a relative the child must be kept from: every public trace ends now and for good. */
export async function barFromPublication(context: Context, reference: Reference, draft: BarDraft): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  await writeBar(context, record.id, draft.because);
  await withdrawLiveNotice(context, record.id, draft.because === 'offence' ? 'offence-link' : 'authority-withdrawn');
  return record;
}
