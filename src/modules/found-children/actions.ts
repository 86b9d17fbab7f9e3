// The verbs of found children: register, describe again, report for production, record the journey, close.
import type { Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { type Instant, dayOf, instantAt, minutesBetween } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { UploadedFile } from '../../web/route.ts';
import { momentOf, notBefore } from '../../web/when.ts';
import {
  type ChildRecord,
  addPhotograph,
  changeDescription,
  checkHomeDistrict,
  openForChange,
  readDescription,
  toDescription,
} from '../children/index.ts';
import { effectiveEntries, lastOf, readDiary, writeDiary } from '../diary/index.ts';
import { readOffice } from '../officers/index.ts';
import { districtOf } from '../places/index.ts';
import {
  type ChangeDescriptionDraft,
  type CloseFoundDraft,
  type FoundChildDraft,
  type InformationDraft,
  type JourneyDraft,
  type ProductionReportDraft,
  foundAt,
} from './form.ts';
import { openFoundChild } from './opening.ts';
import { insertProductionReport } from './production-report-store.ts';
import { writeClosingReasons, writeEfforts } from './store.ts';

/** Registers a child in hand at the officer's own office. Even one word, or none, is enough. */
export async function registerFoundChild(context: Context, draft: FoundChildDraft, files: UploadedFile[]): Promise<ChildRecord | Refusal> {
  if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
  if (foundAt(draft) > context.now) return refuse('found-children.error.future', {}, 'foundOn');
  if ((draft.journeyMinutes ?? 0) > minutesBetween(foundAt(draft), context.now))
    return refuse('found-children.error.journeyTooLong', {}, 'journeyMinutes');
  const district = await districtOf(context, draft.districtCode);
  if (!district) return refuse('found-children.error.district', {}, 'districtCode');
  const unknown = await checkHomeDistrict(context, draft);
  if (unknown) return unknown;
  const office = await readOffice(context, context.actor.officeId);
  const record = await openFoundChild(context, {
    office: {
      id: context.actor.officeId,
      kind: context.actor.officeKind,
      districtCode: office?.districtCode ?? null,
      stateCode: office?.stateCode ?? null,
    },
    district,
    happenedAt: foundAt(draft),
    found: draft,
    description: toDescription(draft, draft.foundOn, 'apparent'),
    journeyMinutes: draft.journeyMinutes ?? 0,
  });
  const refusal = await addPictures(context, record, files);
  return refusal ?? record;
}

async function addPictures(context: Context, record: ChildRecord, files: UploadedFile[]): Promise<Refusal | null> {
  for (const file of files) {
    const added = await addPhotograph(context, record.id, file, { takenOn: dayOf(context.now), suppliedBy: 'office' });
    if (isRefusal(added)) return added;
    await writeDiary(context, record.id, { happening: 'found.photographAdded', facts: {}, paper: { kind: 'photograph', id: added.id } });
  }
  return null;
}

export async function addFoundPhotograph(context: Context, reference: Reference, files: UploadedFile[]): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'found');
  if (isRefusal(record)) return record;
  if (files.length === 0) return refuse('found-children.error.photograph', {}, 'photograph');
  return (await addPictures(context, record, files)) ?? record;
}

export async function describeFoundChild(
  context: Context,
  reference: Reference,
  draft: ChangeDescriptionDraft,
): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'found');
  if (isRefusal(record)) return record;
  const unknown = await checkHomeDistrict(context, draft);
  if (unknown) return unknown;
  if (draft.birthDate && draft.birthDate > dayOf(record.happenedAt)) return refuse('children.error.bornLater', {}, 'birthDate');
  const before = await readDescription(context, record.id);
  const described = before?.age?.on ?? dayOf(record.happenedAt);
  const version = await changeDescription(context, record.id, draft.version, toDescription(draft, described, 'apparent'));
  if (isRefusal(version)) return version;
  await writeDiary(context, record.id, { happening: 'record.described', facts: { version } });
  return record;
}

/** Form 17: the report that goes with the child to the Committee (MR r.18(2), 19(25)), by whoever produces the child. */
export async function fileProductionReport(
  context: Context,
  reference: Reference,
  draft: ProductionReportDraft,
): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'found');
  if (isRefusal(record)) return record;
  if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
  const at = momentOf(draft, context.now);
  if (isRefusal(at)) return at;
  const happenedAt = notBefore(at, record.happenedAt);
  if (happenedAt === null) return refuse('found-children.error.reportBeforeFound', {}, 'doneOn');
  const homeReachedAt = reachedAt(draft, record, context.now);
  if (isRefusal(homeReachedAt)) return homeReachedAt;
  await writeEfforts(context, record.id, draft.effortsToTrace);
  const filing = { recordId: record.id, describedVersion: record.version, filedAt: happenedAt, homeReachedAt };
  const id = await insertProductionReport(context, context.actor, filing, draft);
  const paper = { kind: 'form-17', id };
  await writeDiary(context, record.id, { happening: 'found.productionReportFiled', facts: {}, happenedAt, paper });
  return record;
}

function reachedAt({ homeReachedOn, homeReachedAt }: ProductionReportDraft, record: ChildRecord, now: Instant): Instant | null | Refusal {
  if (homeReachedOn === undefined && homeReachedAt === undefined) return null;
  if (homeReachedOn === undefined) return refuse('web.error.doneOn', {}, 'homeReachedOn');
  if (homeReachedAt === undefined) return refuse('web.error.doneAt', {}, 'homeReachedAt');
  const at = instantAt(homeReachedOn, homeReachedAt);
  if (at > now) return refuse('found-children.error.future', {}, 'homeReachedOn');
  return notBefore(at, record.happenedAt) ?? refuse('found-children.error.beforeFound', {}, 'homeReachedOn');
}

/** Who was told of the child, and when: from then on those who were told owe its upload (JJ Act s.32(1) and (2)). */
export async function recordInformation(context: Context, reference: Reference, draft: InformationDraft): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'found');
  if (isRefusal(record)) return record;
  const happenedAt = instantAt(draft.informedOn, draft.informedAt);
  if (happenedAt > context.now) return refuse('found-children.error.future', {}, 'informedOn');
  if (happenedAt < record.happenedAt) return refuse('found-children.error.beforeFound', {}, 'informedOn');
  await writeDiary(context, record.id, { happening: 'found.informationGiven', facts: { to: draft.to }, happenedAt });
  return record;
}

/** Journey time is left out of the 24 hours (JJ Act s.31(1)); it is recorded, never guessed. The entry happens when the journey ends. */
export async function recordJourney(context: Context, reference: Reference, draft: JourneyDraft): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'found');
  if (isRefusal(record)) return record;
  const [from, to] = [instantAt(draft.startedOn, draft.startedAt), instantAt(draft.endedOn, draft.endedAt)];
  if (from < record.happenedAt) return refuse('found-children.error.journeyBeforeFound', {}, 'startedOn');
  if (to > context.now) return refuse('found-children.error.future', {}, 'endedOn');
  if (to <= from) return refuse('found-children.error.journeyOrder', {}, 'endedOn');
  await writeDiary(context, record.id, {
    happening: 'found.journeyRecorded',
    facts: { minutes: minutesBetween(from, to) },
    happenedAt: to,
  });
  return record;
}

/** A child's care and transfer are the Committee's to decide: no child leaves the portal for either before being produced (JJ Act s.31, s.37). */
export async function closeFoundChild(context: Context, reference: Reference, draft: CloseFoundDraft): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'found');
  if (isRefusal(record)) return record;
  const produced = lastOf(effectiveEntries(await readDiary(context, record.id)), 'found.produced');
  if (draft.outcome !== 'not-a-child' && !produced) return refuse('found-children.error.notProduced', {}, 'outcome');
  const at = momentOf(draft, context.now);
  if (isRefusal(at)) return at;
  const happenedAt = notBefore(at, draft.outcome === 'not-a-child' ? record.happenedAt : produced!.happenedAt);
  if (happenedAt === null)
    return refuse(`found-children.error.${draft.outcome === 'not-a-child' ? 'closedBeforeFound' : 'closedBeforeProduced'}`, {}, 'doneOn');
  await writeClosingReasons(context, record.id, draft.reasons);
  await writeDiary(context, record.id, { happening: 'found.closed', facts: { outcome: draft.outcome }, happenedAt });
  return record;
}
