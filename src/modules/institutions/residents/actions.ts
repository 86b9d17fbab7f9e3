// What a home records of a child who lives there: away and back, whom it told, where the child is to go, discharge and death. Each writes the bare fact.
import { type Reference, readReference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type Instant, dayOf, instantAt } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { When } from '../../../web/when.ts';
import { type ChildRecord, readRecord } from '../../children/index.ts';
import { writeDiary } from '../../diary/index.ts';
import { readOffice } from '../../officers/index.ts';
import type {
  BackDraft,
  DeathDraft,
  DischargeDraft,
  HospitalDraft,
  LeaveDraft,
  MissingDraft,
  SiblingDraft,
  ToldDraft,
  TransferDraft,
} from './form.ts';
import { type Resident, doneAt, hereSince, openResident } from './opening.ts';
import { apartFrom } from './residence.ts';
import {
  type NewAbsence,
  absencesOf,
  answerTransfer,
  endAbsence,
  endResidence,
  insertAbsence,
  insertTransfer,
  openTransfer,
  siblingsOf,
  tieSiblings,
} from './store.ts';

type Done = Promise<ChildRecord | Refusal>;

type Away = Omit<NewAbsence, 'residence' | 'fromAt'>;

/** The stay's admission and the last return bound when a child can go. */
async function goAway(
  context: Context,
  reference: Reference,
  draft: When,
  away: Away,
): Promise<{ resident: Resident; id: string; at: Instant } | Refusal> {
  const resident = await openResident(context, reference);
  if (isRefusal(resident)) return resident;
  const { residence, record } = resident;
  if (resident.away && away.kind !== 'missing') return refuse('institutions.error.awayAlready');
  const at = doneAt(draft, context.now, await hereSince(context, resident), 'institutions.error.beforeAdmission');
  if (isRefusal(at)) return at;
  if (away.dueBackAt && away.dueBackAt <= at) return refuse('institutions.error.backBeforeGone', {}, 'dueBackOn');
  if (resident.away) await endAbsence(context, resident.away.id, at); // not back from leave, or gone from hospital: missing from then on
  const id = await insertAbsence(context, { residence: { ...residence, recordId: record.id }, fromAt: at, ...away });
  return id === undefined ? refuse('institutions.error.awayAlready') : { resident, id, at };
}

/** Form 41: leave by the Committee's permission. */
export async function giveLeave(context: Context, reference: Reference, draft: LeaveDraft): Done {
  const { place, withWhom, orderNumber, dueBackOn, dueBackAt } = draft;
  const about = { place, withWhom, orderNumber, dueBackAt: instantAt(dueBackOn, dueBackAt) };
  const gone = await goAway(context, reference, draft, { kind: 'leave', ...about });
  if (isRefusal(gone)) return gone;
  const { record } = gone.resident;
  const paper = { kind: 'home-absence', id: gone.id };
  await writeDiary(context, record.id, { happening: 'care.wentAway', facts: { for: 'leave' }, happenedAt: gone.at, paper });
  return record;
}

export async function takeToHospital(context: Context, reference: Reference, draft: HospitalDraft): Done {
  const gone = await goAway(context, reference, draft, { kind: 'hospital', place: draft.place, withWhom: draft.withWhom });
  if (isRefusal(gone)) return gone;
  const { record } = gone.resident;
  const paper = { kind: 'home-absence', id: gone.id };
  await writeDiary(context, record.id, { happening: 'care.wentAway', facts: { for: 'hospital' }, happenedAt: gone.at, paper });
  return record;
}

/** The worker opens the missing report by itself (jobs.ts). */
export async function reportMissing(context: Context, reference: Reference, draft: MissingDraft): Done {
  const gone = await goAway(context, reference, draft, { kind: 'missing', words: draft.words });
  if (isRefusal(gone)) return gone;
  const { record } = gone.resident;
  const paper = { kind: 'home-absence', id: gone.id };
  await writeDiary(context, record.id, { happening: 'care.missingFromHome', facts: {}, happenedAt: gone.at, paper });
  return record;
}

export async function comeBack(context: Context, reference: Reference, draft: BackDraft): Done {
  const resident = await openResident(context, reference);
  if (isRefusal(resident)) return resident;
  const { record, away } = resident;
  if (!away) return refuse('institutions.error.notAway');
  const at = doneAt(draft, context.now, away.fromAt, 'institutions.error.beforeGone');
  if (isRefusal(at)) return at;
  if (!(await endAbsence(context, away.id, at, draft.words))) return refuse('institutions.error.notAway');
  const when = { happenedAt: at, paper: { kind: 'home-absence', id: away.id } };
  if (away.kind === 'missing') await writeDiary(context, record.id, { happening: 'care.backInHome', facts: {}, ...when });
  else await writeDiary(context, record.id, { happening: 'care.cameBack', facts: { from: away.kind }, ...when });
  return record;
}

/** Owed also where the child came back by itself meanwhile. */
export async function recordTold(context: Context, reference: Reference, draft: ToldDraft): Done {
  const resident = await openResident(context, reference);
  if (isRefusal(resident)) return resident;
  const { record } = resident;
  const gone = (await absencesOf(context, record.id)).findLast(({ kind }) => kind === 'missing');
  if (!gone) return refuse('institutions.error.notMissing');
  const at = doneAt(draft, context.now, gone.fromAt, 'institutions.error.beforeGone');
  if (isRefusal(at)) return at;
  const paper = { kind: 'home-absence', id: gone.id };
  await writeDiary(context, record.id, { happening: 'care.absenceReported', facts: { to: draft.to }, happenedAt: at, paper });
  return record;
}

/** Asked of the other home; the child stays here until it is accepted there. */
export async function askTransfer(context: Context, reference: Reference, draft: TransferDraft): Done {
  const resident = await openResident(context, reference);
  if (isRefusal(resident)) return resident;
  const { record, residence } = resident;
  const to = await readOffice(context, draft.toOffice);
  if (to?.kind !== 'children-home' || to.id === residence.officeId) return refuse('institutions.error.toOffice', {}, 'toOffice');
  if (draft.orderedOn > dayOf(context.now)) return refuse('web.error.inFuture', {}, 'orderedOn');
  if (draft.orderedOn < dayOf(record.happenedAt)) return refuse('institutions.error.beforeFound', {}, 'orderedOn');
  const apart = apartFrom(to.id, await siblingsOf(context, record.id));
  if (apart.length > 0 && !draft.apartReason)
    return refuse('institutions.error.apart', { homes: apart.map(({ homeName }) => homeName).join(', ') }, 'apartReason');
  return (await insertTransfer(context, residence, draft)) ? record : refuse('institutions.error.askedAlready');
}

export async function withdrawTransfer(context: Context, reference: Reference): Done {
  const resident = await openResident(context, reference);
  if (isRefusal(resident)) return resident;
  const asked = await openTransfer(context, resident.record.id);
  if (!asked || !(await answerTransfer(context, asked.id, 'withdrawn'))) return refuse('institutions.error.answeredAlready');
  return resident.record;
}

/** A brother or sister of the child, of whom the home reads the file too. */
export async function nameSibling(context: Context, reference: Reference, { other: typed }: SiblingDraft): Done {
  const resident = await openResident(context, reference);
  if (isRefusal(resident)) return resident;
  const named = readReference(typed);
  const other = named ? await readRecord(context, { reference: named }, 'found') : refuse('web.error.notFound');
  if (isRefusal(other) || other.id === resident.record.id) return refuse('institutions.error.other', {}, 'other');
  await tieSiblings(context, resident.record.id, other.id);
  return resident.record;
}

/** By the order that ends the stay. Where the child goes to the family, the Committee records the restoration itself. */
export async function discharge(context: Context, reference: Reference, draft: DischargeDraft): Done {
  const resident = await openResident(context, reference);
  if (isRefusal(resident)) return resident;
  const { record, residence, away } = resident;
  if (away?.kind === 'missing') return refuse('institutions.error.stillMissing');
  if (await openTransfer(context, record.id)) return refuse('institutions.error.transferAsked');
  const at = doneAt(draft, context.now, await hereSince(context, resident), 'institutions.error.beforeAdmission');
  if (isRefusal(at)) return at;
  if (draft.orderedOn > dayOf(at)) return refuse('institutions.error.orderAfter', {}, 'orderedOn');
  if (draft.orderedOn < dayOf(record.happenedAt)) return refuse('institutions.error.beforeFound', {}, 'orderedOn');
  if (away) await endAbsence(context, away.id, at);
  const { leftHow: how, leftTo: to, orderNumber, orderedOn } = draft;
  if (!(await endResidence(context, residence.id, { at, how, to, orderNumber, orderedOn })))
    return refuse('institutions.error.notResident');
  await writeDiary(context, record.id, {
    happening: 'care.released',
    facts: {},
    happenedAt: at,
    paper: { kind: 'residence', id: residence.id },
  });
  return record;
}

export async function recordDeath(context: Context, reference: Reference, draft: DeathDraft): Done {
  const resident = await openResident(context, reference);
  if (isRefusal(resident)) return resident;
  const { record, residence, away } = resident;
  const at = doneAt(draft, context.now, await hereSince(context, resident), 'institutions.error.beforeAdmission');
  if (isRefusal(at)) return at;
  const asked = await openTransfer(context, record.id);
  if (asked) await answerTransfer(context, asked.id, 'withdrawn');
  if (away) await endAbsence(context, away.id, at);
  if (!(await endResidence(context, residence.id, { at, how: 'died', to: draft.words }))) return refuse('institutions.error.notResident');
  await writeDiary(context, record.id, {
    happening: 'care.died',
    facts: {},
    happenedAt: at,
    paper: { kind: 'residence', id: residence.id },
  });
  return record;
}
