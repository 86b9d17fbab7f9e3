// The verbs of returns: the Committee signs; the Magistrate's desk receives, reviews, directs, and says that a direction is kept. The portal proposes: whether a
// Committee is terminated (JJ Act s.36(6) [M]) the State alone decides, outside it.
import { isUuid } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { dayOf, instantAt } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import { holdJournals, readJournal, writeJournal } from '../journals/index.ts';
import { dutiesOfJournal } from '../obligations/index.ts';
import type { Act, DirectDraft, KeepDraft, MadeDraft, ReviewDraft, SignDraft } from './form.ts';
import { isNil, none, overFourOf } from './figures.ts';
import { decideComplaint, lookAtShortfall, sayWorked, takeComplaint } from './functioning.ts';
import { figuresOf } from './matter-store.ts';
import { type ReturningOffice, officeOverseen } from './office-store.ts';
import { madeByWhom, paperDuties } from './paper.ts';
import { type Quarter, digestOf, readQuarter, receiptIn, signedWhats } from './quarterly-return.ts';
import type { On } from './verb.ts';
import { directionsOf, insertDirection, insertKept, insertPaper, insertReturn, insertReview, returnOf } from './return-store.ts';

/** What each act asks for beside the reading of the page; a return on paper is said by whoever makes it (`madeByWhom`). */
const permissionOf: Readonly<Record<Act['act'], 'return.sign' | 'return.review' | null>> = {
  sign: 'return.sign',
  worked: 'return.sign',
  receive: 'return.review',
  review: 'return.review',
  direct: 'return.review',
  keep: 'return.review',
  shortfall: 'return.review',
  complain: 'return.review',
  decide: 'return.review',
  made: null,
};

/** Answers the page's quarter. */
export async function act(context: Context, officer: OfficerActor, officeId: string, draft: Act): Promise<Quarter | Refusal> {
  const office = isUuid(officeId) ? await officeOverseen(context, officeId) : undefined;
  if (!office) return refuse('web.error.notFound');
  const quarter = readQuarter(draft.period, context.now);
  if (!quarter) return refuse('returns.error.quarter', {}, 'period');
  const permission = permissionOf[draft.act];
  const { tools } = context;
  if (permission && !tools.may(officer, permission))
    return refuse('web.error.mayNot', { permission, who: tools.whoMay(permission).join(',') });
  if (permission === 'return.review' && officer.officeKind !== 'district-nodal') return refuse('web.error.notFound');
  if (office.kind !== 'cwc' && draft.act !== 'made') return refuse('web.error.notFound');
  await holdJournals(context, [office.id]);
  const done = await verb({ context, officer, office, quarter }, draft);
  return done ?? quarter;
}

function verb(on: On, draft: Act): Promise<Refusal | null> {
  switch (draft.act) {
    case 'sign':
      return sign(on, draft);
    case 'receive':
      return receive(on);
    case 'review':
      return review(on, draft);
    case 'direct':
      return direct(on, draft);
    case 'keep':
      return keep(on, draft);
    case 'made':
      return sayMade(on, draft);
    case 'worked':
      return sayWorked(on, draft);
    case 'shortfall':
      return lookAtShortfall(on, draft);
    case 'complain':
      return takeComplaint(on, draft);
    case 'decide':
      return decideComplaint(on, draft);
  }
}

/** What the records say of the quarter now. */
export async function figuresNow(context: Context, office: ReturningOffice, quarter: Pick<Quarter, 'from' | 'to'>) {
  return (await figuresOf(context, [office.id], quarter))[0] ?? none;
}

async function sign({ context, officer, office, quarter }: On, draft: SignDraft): Promise<Refusal | null> {
  if (officer.officeId !== office.id) return refuse('web.error.notFound');
  if (!quarter.over) return refuse('returns.error.running');
  const figures = await figuresNow(context, office, quarter);
  if (isNil(figures) && !draft.nilCode) return refuse('returns.error.nilWhy', {}, 'nilCode');
  if (!isNil(figures) && draft.nilCode) return refuse('returns.error.notNil', {}, 'nilCode');
  if (draft.nilCode === 'other' && !draft.remarks) return refuse('returns.error.inWords', {}, 'remarks');
  const signed = { officeId: office.id, period: quarter.period, remarks: draft.remarks ?? null, nilCode: draft.nilCode ?? null, figures };
  const id = await insertReturn(context, officer, { ...signed, digest: digestOf(signed) });
  if (id === null) return refuse('returns.error.signed');
  const paper = { kind: 'quarterly-return', id };
  const entries = signedWhats.map((what) => ({ happening: 'office.returnMade' as const, facts: { what, period: quarter.period }, paper }));
  await writeJournal(context, office.id, ...entries);
  return null;
}

async function receive({ context, office, quarter }: On): Promise<Refusal | null> {
  const signed = await returnOf(context, office.id, quarter.period);
  if (!signed) return refuse('returns.error.notSigned');
  if (receiptIn(await readJournal(context, office.id), quarter.period)) return refuse('returns.error.received');
  const paper = { kind: 'quarterly-return', id: signed.id };
  const entries = signedWhats.map((what) => ({
    happening: 'office.returnReceived' as const,
    facts: { what, period: quarter.period },
    paper,
  }));
  await writeJournal(context, office.id, ...entries);
  return null;
}

/** Of the return, and of the Committee's functioning (s.36(5), s.27(8)); without a return of the functioning alone. */
async function review({ context, officer, office, quarter }: On, { found }: ReviewDraft): Promise<Refusal | null> {
  if (!quarter.over) return refuse('returns.error.running');
  const signed = await returnOf(context, office.id, quarter.period);
  const id = await insertReview(context, officer, {
    officeId: office.id,
    period: quarter.period,
    returnId: signed?.id ?? null,
    remarks: found,
  });
  if (id === null) return refuse('returns.error.reviewed');
  const whats = signed ? ['pendency-reviewed-and-reported-to-state', 'committee-reviewed'] : ['committee-reviewed'];
  const paper = { kind: 'quarterly-review', id };
  const entries = whats.map((what) => ({ happening: 'office.returnMade' as const, facts: { what, period: quarter.period }, paper }));
  await writeJournal(context, office.id, ...entries);
  return null;
}

/** From the day it was given three months run, however late it is written down; both days stand in the journal. */
async function direct({ context, officer, office }: On, { reference, directed, givenOn }: DirectDraft): Promise<Refusal | null> {
  const today = dayOf(context.now);
  if (givenOn > today) return refuse('returns.error.future', {}, 'givenOn');
  const pendingThen = overFourOf(await figuresNow(context, office, { from: givenOn, to: givenOn }));
  const id = await insertDirection(context, officer, { officeId: office.id, reference, words: directed, givenOn, pendingThen });
  if (id === null) return refuse('returns.error.reference', {}, 'reference');
  await writeJournal(context, office.id, {
    happening: 'office.directionGiven',
    facts: { direction: 'pending-inquiries', reference },
    happenedAt: instantAt(givenOn),
    paper: { kind: 'pendency-direction', id },
  });
  return null;
}

async function keep({ context, officer, office }: On, { direction, keptOn, keptWords }: KeepDraft): Promise<Refusal | null> {
  const meant = (await directionsOf(context, [office.id])).find(({ id }) => id === direction);
  if (!meant) return refuse('web.error.chooseOne', {}, 'direction');
  if (keptOn > dayOf(context.now)) return refuse('returns.error.future', {}, 'keptOn');
  if (keptOn < meant.givenOn) return refuse('returns.error.beforeGiven', {}, 'keptOn');
  if (!(await insertKept(context, officer, { directionId: meant.id, officeId: office.id, keptOn, remarks: keptWords })))
    return refuse('returns.error.kept', {}, 'direction');
  await writeJournal(context, office.id, {
    happening: 'office.directionKept',
    facts: { direction: 'pending-inquiries', reference: meant.reference },
    happenedAt: instantAt(keptOn),
    paper: { kind: 'pendency-direction', id: meant.id },
  });
  return null;
}

/** A return the portal does not draft was made on paper: on the day said, by that letter. Said late, it shows as said late. */
async function sayMade({ context, officer, office }: On, { made, madeOn, letter }: MadeDraft): Promise<Refusal | null> {
  const meant = paperDuties(await dutiesOfJournal(context, office.id)).find(({ key }) => key === made);
  if (!meant || !madeByWhom(officer, office, meant.what)) return refuse('web.error.chooseOne', {}, 'made');
  if (madeOn > dayOf(context.now)) return refuse('returns.error.future', {}, 'madeOn');
  const { what, period } = meant;
  const id = await insertPaper(context, officer, { officeId: office.id, what, period, letter, madeOn });
  await writeJournal(context, office.id, {
    happening: 'office.returnMade',
    facts: { what, period },
    happenedAt: instantAt(madeOn),
    paper: { kind: 'paper-return', id },
  });
  return null;
}
