// The verbs on a late duty: seen, handed over, answered, put off for an hour. None of them ends it or stops its ladder.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { addHours } from '../../kernel/time.ts';
import { actPolicy } from '../../law/index.ts';
import { audit } from '../../platform/audit.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import type { ChildRecord } from '../children/index.ts';
import { holdDiaries, readDiary, writeDiary } from '../diary/index.ts';
import { holdJournals } from '../journals/index.ts';
import {
  type InPost,
  type Office,
  noteSignOfLife,
  officersInPost,
  officesOfKind,
  readOffice,
  stillHolds,
  vacantAmong,
} from '../officers/index.ts';
import { answerReasonsFor, concernOf, isOpenToActs, reminderHours } from './act.ts';
import { type NewAct, actsOf, insertAct } from './act-store.ts';
import { listedOfRecord } from './desk-store.ts';
import { escalationStepAt } from './obligation.ts';
import { type ActDraft, dutyParam } from './form.ts';
import { timesHandedOver } from './handed-over.ts';
import { inheritedBy } from './inherited.ts';
import { dutiesOfJournal } from './office-duty-store.ts';
import type { ListedDuty } from './store.ts';
import { insertWordOfAct } from './word-store.ts';

/** What a duty is about: a child's record, or the office whose own journal it is read from. */
export type DutySubject = { of: 'record'; record: ChildRecord } | { of: 'office'; office: Pick<Office, 'id' | 'name'> };

/** Undefined where there is no such duty that the officer may see. */
export async function findDuty(context: Context, subject: DutySubject, named: string): Promise<ListedDuty | undefined> {
  const duties: ListedDuty[] =
    subject.of === 'record' ? await listedOfRecord(context, subject.record.id) : await dutiesOfJournal(context, subject.office.id);
  return duties.find((duty) => dutyParam(duty) === named);
}

/** One after another: whoever hands a duty over, or ends it, meanwhile decides whose it is. */
async function hold(context: Context, subject: DutySubject): Promise<void> {
  await (subject.of === 'record' ? holdDiaries(context, [subject.record.id]) : holdJournals(context, [subject.office.id]));
}

/** What every act asks first, in the transaction that acts: the post is still held, the duty is late or nearly, and it is this office's to act. */
async function mayAct(context: Context, officer: OfficerActor, duty: ListedDuty): Promise<Refusal | null> {
  if (!(await stillHolds(context, officer.postingId))) return refuse('duties.error.postEnded', { office: officer.officeName });
  if (duty.ending !== null) return refuse('duties.error.ended');
  if (duty.suspendedAt !== null) return refuse('duties.error.heldUp');
  if (concernOf(officer, duty, await inheritedBy(context, officer), context.now) === null)
    return refuse('duties.error.notYours', { office: duty.officeName });
  return isOpenToActs(duty, context.now) ? null : refuse('duties.error.notYet');
}

export async function actOnDuty(context: Context, subject: DutySubject, draft: ActDraft): Promise<ListedDuty | Refusal> {
  const officer = context.actor;
  if (officer.kind !== 'officer') return refuse('web.error.notFound');
  await hold(context, subject);
  const duty = await findDuty(context, subject, draft.duty);
  if (!duty) return refuse('web.error.notFound');
  const refused = await mayAct(context, officer, duty);
  if (refused) return refused;
  await audit(context, 'write', subject.of === 'record' ? [subject.record.id] : undefined);
  const done = await doAct(context, officer, duty, draft);
  if (done) return done;
  await noteSignOfLife(context, officer.postingId, 'duty');
  return duty;
}

type Verb = (context: Context, officer: OfficerActor, duty: ListedDuty, draft: ActDraft) => Promise<Refusal | null>;

const verbs: Readonly<Record<ActDraft['act'], Verb>> = { acknowledge, answer, 'hand-over': handOver, remind };

function doAct(context: Context, officer: OfficerActor, duty: ListedDuty, draft: ActDraft): Promise<Refusal | null> {
  return verbs[draft.act](context, officer, duty, draft);
}

function write(context: Context, officer: OfficerActor, duty: ListedDuty, act: Omit<NewAct, 'step'>): Promise<string | null> {
  return insertAct(context, officer, duty, { ...act, step: escalationStepAt(duty, context.now) });
}

async function acknowledge(context: Context, officer: OfficerActor, duty: ListedDuty): Promise<Refusal | null> {
  return (await write(context, officer, duty, { kind: 'acknowledged' })) ? null : refuse('duties.error.acknowledged');
}

async function answer(context: Context, officer: OfficerActor, duty: ListedDuty, { reason, words }: ActDraft): Promise<Refusal | null> {
  if (!answerReasonsFor(duty.of).includes(reason!)) return refuse('web.error.notAChoice', {}, 'reason');
  await write(context, officer, duty, { kind: 'answered', reason: reason!, note: words! });
  return null;
}

async function handOver(context: Context, officer: OfficerActor, duty: ListedDuty, draft: ActDraft): Promise<Refusal | null> {
  const { colleague, office, why } = draft;
  if (colleague !== undefined) {
    if (!(await colleaguesFor(context, officer)).some(({ officerId }) => officerId === colleague))
      return refuse('duties.error.noColleague', {}, 'colleague');
    await write(context, officer, duty, { kind: 'handed-over', toOfficer: colleague, ...(why ? { note: why } : {}) });
    return null;
  }
  if (duty.of === 'office') return refuse('duties.error.officesOwn', { office: duty.officeName }, 'office');
  if (duty.officeId !== officer.officeId) return refuse('duties.error.notYours', { office: duty.officeName }, 'office');
  if (timesHandedOver(await readDiary(context, duty.recordId), duty) >= actPolicy.handOvers)
    return refuse('duties.error.handedOften', { most: actPolicy.handOvers }, 'office');
  const target = (await officesFor(context, duty)).find(({ id }) => id === office);
  if (!target) return refuse('duties.error.noSuchOffice', {}, 'office');
  const actId = await write(context, officer, duty, { kind: 'handed-over', toOffice: target.id, note: why! });
  const { ruleId, triggerEntryId } = duty;
  await insertWordOfAct(context, duty, { kind: 'handed-over', actId: actId!, officeId: target.id, at: context.now });
  await writeDiary(context, duty.recordId, {
    happening: 'obligation.handedOver',
    facts: { rule: ruleId, duty: triggerEntryId, toOffice: target.id },
    paper: { kind: 'duty-act', id: actId! },
  });
  return null;
}

/** Late stays late: only the office's own next word of it is put off. */
async function remind(context: Context, officer: OfficerActor, duty: ListedDuty, draft: ActDraft): Promise<Refusal | null> {
  const hours = Number(draft.hours);
  if (!reminderHours(duty, context.now).includes(hours)) return refuse('duties.error.pastNextStep', {}, 'hours');
  const before = (await actsOf(context, [duty.recordId], duty.of)).filter(
    (act) => act.kind === 'reminder' && act.byOffice === officer.officeId && dutyParam(act) === dutyParam(duty),
  );
  if (before.length >= actPolicy.reminders) return refuse('duties.error.remindedOften', { most: actPolicy.reminders }, 'hours');
  const remindAt = addHours(context.now, hours);
  const actId = await write(context, officer, duty, { kind: 'reminder', remindAt });
  await insertWordOfAct(context, duty, { kind: 'reminder', actId: actId!, officeId: officer.officeId, at: remindAt });
  return null;
}

export type Colleague = Pick<InPost, 'officerId' | 'name' | 'role'>;

/** Others of the office who are in post today, each once. */
export async function colleaguesFor(context: Context, officer: OfficerActor): Promise<Colleague[]> {
  const others = (await officersInPost(context, [officer.officeId])).filter(({ officerId }) => officerId !== officer.officerId);
  return [...new Map(others.map((one) => [one.officerId, one])).values()];
}

/** Of these every officer reaches the district's children, so whatever is handed to them they can do. */
const districtKinds = ['juvenile-police-unit', 'cwc', 'dcpu', 'district-nodal'] as const;

/**
 * Where a duty may be handed: the district's own authorities, and the office that holds the record. Another station is none of them: to it the
 * whole record is transferred. Never to an empty chair. What an office owes as an office nobody else may do in its place: a return is signed by whose it is.
 */
export async function officesFor(context: Context, duty: ListedDuty): Promise<Office[]> {
  if (duty.of === 'office') return [];
  const own = await readOffice(context, duty.recordOfficeId);
  const all = own ? [own] : [];
  for (const kind of districtKinds) all.push(...(await officesOfKind(context, kind, duty.districtCode)));
  const others = [...new Map(all.map((office) => [office.id as string, office])).values()].filter(({ id }) => id !== duty.officeId);
  const vacant = await vacantAmong(
    context,
    others.map(({ id }) => id),
  );
  return others.filter(({ id }) => !vacant.has(id));
}
