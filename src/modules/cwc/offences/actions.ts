// The verbs of a case under the POCSO Act. Each is of whoever the rules give it to: the station of the case, the Committee, the support person's office.
import type { Reference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type Instant, dayOf } from '../../../kernel/time.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import { type When, momentOf, notBefore } from '../../../web/when.ts';
import { type ChildRecord, auditWrite, readRecord } from '../../children/index.ts';
import { holdDiaries, writeDiary } from '../../diary/index.ts';
import { officeForPlace } from '../../officers/index.ts';
import type {
  CompensationDraft,
  HelperDraft,
  HelperEndedDraft,
  HouseholdDraft,
  ProducedDraft,
  SupportReportDraft,
  TakenDraft,
  TellDraft,
} from './form.ts';
import { type OffenceAct, type OffenceCase, nextActs } from './offence.ts';
import { type NewStep, casesOf, endHelper, insertCase, insertHelper, insertStep } from './offence-store.ts';

type Opened = { record: ChildRecord; officer: OfficerActor };
export type Case = Opened & { one: OffenceCase };

async function openChild(context: Context, reference: Reference): Promise<Opened | Refusal> {
  const { actor } = context;
  const record = await readRecord(context, { reference }, 'found');
  if (isRefusal(record)) return record;
  if (actor.kind !== 'officer') return refuse('web.error.notFound');
  await holdDiaries(context, [record.id]);
  await auditWrite(context, record.id);
  return { record, officer: actor };
}

export function actsOpenTo({ tools, actor }: Context, one: OffenceCase): OffenceAct[] {
  const isStation = actor.kind === 'officer' && actor.officeId === one.stationId && tools.may(actor, 'sexualOffence.record');
  return nextActs(one, { isStation, decides: tools.may(actor, 'sexualOffence.decide'), reports: tools.may(actor, 'supportPerson.report') });
}

/** The latest case this officer may read, if the act is open in it. To who may read none it is not there. */
async function openCase(context: Context, reference: Reference, act: OffenceAct): Promise<Case | Refusal> {
  const opened = await openChild(context, reference);
  if (isRefusal(opened)) return opened;
  const one = (await casesOf(context, opened.record.id)).find((each) => actsOpenTo(context, each).includes(act));
  return one ? { ...opened, one } : refuse('cwc-offence.error.notNow');
}

/** Now or earlier, and not before `limit`; else refused at its field. */
function at(context: Context, when: When, limit: Instant, early: string): Instant | Refusal {
  const moment = momentOf(when, context.now);
  if (isRefusal(moment)) return moment;
  return notBefore(moment, limit) ?? refuse(`cwc-offence.error.${early}`, {}, 'doneOn');
}

/** F08 begins here: from now on the Committee and the Special Court are to be told within a day. */
export async function takeDown(context: Context, reference: Reference, draft: TakenDraft): Promise<ChildRecord | Refusal> {
  const opened = await openChild(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, officer } = opened;
  const takenAt = at(context, draft, record.happenedAt, 'beforeFound');
  if (isRefusal(takenAt)) return takenAt;
  const id = await insertCase(context, officer, { recordId: record.id, takenAt }, draft);
  const paper = { kind: 'offence-case', id };
  await writeDiary(context, record.id, {
    happening: 'inquiry.sexualOffenceRecorded',
    facts: { setting: draft.setting },
    happenedAt: takenAt,
    paper,
  });
  return record;
}

async function step(context: Context, { officer, one }: Case, when: When, { ...given }: Omit<NewStep, 'happenedAt'>) {
  const happenedAt = at(context, when, one.takenAt, 'beforeTaken');
  if (isRefusal(happenedAt)) return happenedAt;
  const id = await insertStep(context, officer, one, { ...given, happenedAt });
  return { happenedAt, paper: { kind: 'offence-step', id } };
}

export async function tell(context: Context, reference: Reference, draft: TellDraft): Promise<ChildRecord | Refusal> {
  const opened = await openCase(context, reference, 'tell');
  if (isRefusal(opened)) return opened;
  const kind = draft.to === 'committee' ? 'told-committee' : 'told-court';
  if (opened.one.steps.some((done) => done.kind === kind)) return refuse('cwc-offence.error.toldAlready', {}, 'to');
  const written = await step(context, opened, draft, { kind, words: draft.words });
  if (isRefusal(written)) return written;
  await writeDiary(context, opened.record.id, { happening: 'inquiry.sexualOffenceReported', facts: { to: draft.to }, ...written });
  return opened.record;
}

/** F09, with recorded reasons. */
export async function produceForSafety(context: Context, reference: Reference, draft: ProducedDraft): Promise<ChildRecord | Refusal> {
  const opened = await openCase(context, reference, 'produced');
  const written = isRefusal(opened) ? opened : await step(context, opened, draft, { kind: 'produced', words: draft.words });
  if (isRefusal(opened)) return opened;
  if (isRefusal(written)) return written;
  await writeDiary(context, opened.record.id, { happening: 'inquiry.producedForSafety', facts: {}, ...written });
  return opened.record;
}

/** F10: whether the child leaves the household. Where the child then lives is an order of the Committee. */
export async function decideHousehold(context: Context, reference: Reference, draft: HouseholdDraft): Promise<ChildRecord | Refusal> {
  const opened = await openCase(context, reference, 'household');
  if (isRefusal(opened)) return opened;
  const leaves = draft.leaves === 'leaves';
  const produced = opened.one.steps.find(({ kind }) => kind === 'produced')!;
  const early = at(context, draft, produced.happenedAt, 'beforeProduced');
  if (isRefusal(early)) return early;
  const written = await step(context, opened, draft, { kind: 'household', words: draft.words, leaves });
  if (isRefusal(written)) return written;
  await writeDiary(context, opened.record.id, { happening: 'inquiry.householdDecided', facts: { leaves }, ...written });
  return opened.record;
}

/** A support person answers to the child protection unit of the district, which writes the monthly report down (F10.3). */
export async function nameHelper(context: Context, reference: Reference, draft: HelperDraft): Promise<ChildRecord | Refusal> {
  const opened = await openCase(context, reference, 'helper');
  if (isRefusal(opened)) return opened;
  const { record, officer, one } = opened;
  if (draft.fromOn > dayOf(context.now)) return refuse('cwc-offence.error.future', {}, 'fromOn');
  if (draft.fromOn < dayOf(one.takenAt)) return refuse('cwc-offence.error.beforeTaken', {}, 'fromOn');
  const isSupport = draft.kind === 'support-person';
  const unit = isSupport ? await officeForPlace(context, 'dcpu', record.districtCode) : null;
  if (isSupport && !unit) return refuse('cwc-offence.error.noUnit', {}, 'kind');
  const id = await insertHelper(context, officer, one, { ...draft, officeId: unit?.id ?? null });
  if (!id) return refuse('cwc-offence.error.supportThere', {}, 'kind');
  if (isSupport)
    await writeDiary(context, record.id, { happening: 'inquiry.supportPersonNamed', facts: {}, paper: { kind: 'support-person', id } });
  return record;
}

export async function releaseHelper(context: Context, reference: Reference, draft: HelperEndedDraft): Promise<ChildRecord | Refusal> {
  const opened = await openCase(context, reference, 'helper-ended');
  if (isRefusal(opened)) return opened;
  const helper = opened.one.helpers.find(({ id, endedOn }) => id === draft.helper && endedOn === null);
  if (!helper) return refuse('cwc-offence.error.helper', {}, 'helper');
  if (draft.endedOn > dayOf(context.now)) return refuse('cwc-offence.error.future', {}, 'endedOn');
  if (draft.endedOn < helper.fromOn) return refuse('cwc-offence.error.endedBeforeBegun', {}, 'endedOn');
  if (!(await endHelper(context, helper.id, { endedOn: draft.endedOn, because: draft.words })))
    return refuse('cwc-offence.error.helper', {}, 'helper');
  if (helper.kind === 'support-person')
    await writeDiary(context, opened.record.id, { happening: 'inquiry.supportPersonReleased', facts: {} });
  return opened.record;
}

export async function reportSupport(context: Context, reference: Reference, draft: SupportReportDraft): Promise<ChildRecord | Refusal> {
  const opened = await openCase(context, reference, 'support-report');
  if (isRefusal(opened)) return opened;
  const written = await step(context, opened, draft, { kind: 'support-report', words: draft.words });
  if (isRefusal(written)) return written;
  await writeDiary(context, opened.record.id, { happening: 'inquiry.supportPersonReported', facts: {}, ...written });
  return opened.record;
}

/** What the Committee recommends to the Special Court or the legal services authority; nobody's clock runs on it here. */
export async function recommendCompensation(
  context: Context,
  reference: Reference,
  draft: CompensationDraft,
): Promise<ChildRecord | Refusal> {
  const opened = await openCase(context, reference, 'compensation');
  if (isRefusal(opened)) return opened;
  const written = await step(context, opened, draft, { kind: 'compensation', words: draft.words, rupees: draft.rupees });
  return isRefusal(written) ? written : opened.record;
}
