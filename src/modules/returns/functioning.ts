// How a Committee works, month by month, and complaints about it: its chairperson counts, the Magistrate's desk looks at what was too little and decides complaints.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { dayOf, daysBetween, instantAt } from '../../kernel/time.ts';
import { sittingDaysIn } from '../cwc/index.ts';
import { spanOf, writeJournal } from '../journals/index.ts';
import { type OfficeDuty, dutiesOfJournal } from '../obligations/index.ts';
import type { ComplainDraft, DecideDraft, ShortfallDraft, WorkedDraft } from './form.ts';
import { complaintsAbout, insertComplaint, insertDecision, insertMonth, insertShortfall } from './functioning-store.ts';
import type { On } from './verb.ts';

/** JJ Act s.28(1) [M] and s.30(viii). */
export const LEAST_SITTINGS = 20;
export const LEAST_VISITS = 2;

const whatOf: Readonly<Record<string, string>> = { C13: 'twenty-sittings', C14: 'two-visits' };

/** A month that is over and in which too little was done, or nobody counted. `key` names it in a form. */
export type Shortfall = { key: string; what: string; period: string; ruleId: string };

export function shortfallsIn(duties: readonly OfficeDuty[]): Shortfall[] {
  return duties.flatMap(({ ruleId, about, ending }) => {
    const what = Object.hasOwn(whatOf, ruleId) ? whatOf[ruleId] : undefined;
    return what && about && ending === null ? [{ key: `${ruleId} ${about}`, what, period: about, ruleId }] : [];
  });
}

/** Said once. Enough of it ends the duty; too little leaves it to the Magistrate. */
export async function sayWorked({ context, officer, office }: On, { month, sittings, visits }: WorkedDraft): Promise<Refusal | null> {
  if (officer.officeId !== office.id) return refuse('web.error.notFound');
  const span = /^20\d\d-\d\d$/.test(month) ? spanOf(month) : null;
  if (!span || span.to >= dayOf(context.now)) return refuse('returns.error.monthOver', {}, 'month');
  if (sittings > daysBetween(span.from, span.to) + 1) return refuse('web.error.outOfRange', {}, 'sittings');
  // The Committee's own calendar counts its days, where it keeps one.
  const kept = await sittingDaysIn(context, office.id, span.from, span.to);
  if (kept !== null && kept !== sittings) return refuse('returns.error.sittingsKept', { days: kept }, 'sittings');
  if (!(await insertMonth(context, officer, { period: month, sittings, visits }))) return refuse('returns.error.monthSaid', {}, 'month');
  const enough = [...(sittings >= LEAST_SITTINGS ? ['twenty-sittings'] : []), ...(visits >= LEAST_VISITS ? ['two-visits'] : [])];
  const entries = enough.map((what) => ({ happening: 'office.returnMade' as const, facts: { what, period: month } }));
  if (entries.length > 0) await writeJournal(context, office.id, ...entries);
  return null;
}

export async function lookAtShortfall({ context, officer, office }: On, { short, shortWords }: ShortfallDraft): Promise<Refusal | null> {
  const meant = shortfallsIn(await dutiesOfJournal(context, office.id)).find(({ key }) => key === short);
  if (!meant) return refuse('web.error.chooseOne', {}, 'short');
  const { period, what } = meant;
  if (!(await insertShortfall(context, officer, { officeId: office.id, period, what, remarks: shortWords })))
    return refuse('returns.error.reviewed');
  await writeJournal(context, office.id, { happening: 'office.shortfallReviewed', facts: { what, period } });
  return null;
}

export async function takeComplaint({ context, officer, office }: On, draft: ComplainDraft): Promise<Refusal | null> {
  const { complaint: reference, complainedOn: receivedOn, complaintWords: words } = draft;
  if (receivedOn > dayOf(context.now)) return refuse('returns.error.future', {}, 'complainedOn');
  const id = await insertComplaint(context, officer, { officeId: office.id, reference, words, receivedOn });
  if (id === null) return refuse('returns.error.complaintNumber', {}, 'complaint');
  const paper = { kind: 'committee-complaint', id };
  await writeJournal(context, office.id, {
    happening: 'office.committeeComplainedOf',
    facts: { reference },
    happenedAt: instantAt(receivedOn),
    paper,
  });
  return null;
}

export async function decideComplaint({ context, officer, office }: On, draft: DecideDraft): Promise<Refusal | null> {
  const { complaintId, decidedOn, decision } = draft;
  const meant = (await complaintsAbout(context, office.id)).find(({ id }) => id === complaintId);
  if (!meant) return refuse('web.error.chooseOne', {}, 'complaintId');
  if (decidedOn > dayOf(context.now)) return refuse('returns.error.future', {}, 'decidedOn');
  if (decidedOn < meant.receivedOn) return refuse('returns.error.beforeReceived', {}, 'decidedOn');
  if (!(await insertDecision(context, officer, { complaintId, officeId: office.id, decidedOn, words: decision })))
    return refuse('returns.error.decided', {}, 'complaintId');
  const paper = { kind: 'committee-complaint', id: complaintId };
  await writeJournal(context, office.id, {
    happening: 'office.complaintDecided',
    facts: { reference: meant.reference },
    happenedAt: instantAt(decidedOn),
    paper,
  });
  return null;
}
