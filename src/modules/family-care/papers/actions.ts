// The verbs of a paper: begin, save (two workers at one paper lose nothing), hand in. What it starts in the diary is written as it is handed in.
import { isUuid } from '../../../kernel/ids.ts';
import { type Reference, readReference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type Day, addMinutes, dayOf, instantAt } from '../../../kernel/time.ts';
import { absenceStopsAfterDays } from '../../../law/index.ts';
import { audit } from '../../../platform/audit.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import { formatMoment } from '../../../platform/i18n/index.ts';
import type { Params, RequestContext } from '../../../web/route.ts';
import { type ChildRecord, auditWrite } from '../../children/index.ts';
import { merged } from '../../cwc/index.ts';
import { type NewEntry, writeDiary } from '../../diary/index.ts';
import type { FosterFamily } from '../families/family.ts';
import { readFamily } from '../families/family-store.ts';
import { lastReview } from '../placings/jobs.ts';
import { openChild } from '../placings/opening.ts';
import { type Placing, stateOf } from '../placings/placing.ts';
import { type PaperDraft, answersIn } from './form.ts';
import { type KeptPaper, type PaperAnswers, lackingIn, saysAbuse } from './paper.ts';
import { type PaperKind, dayField, papers } from './paper-fields.ts';
import { addAnswers, answersAt, beginPaper, readPaper, submitPaper } from './paper-store.ts';

/** Whose paper it is: a child's, with the placing it belongs to, or a family's. */
export type Owner = { of: 'child'; record: ChildRecord; placing: Placing } | { of: 'family'; family: FosterFamily };
export type OpenedPaper = { paper: KeptPaper; owner: Owner; officer: OfficerActor };

export const pathOf = (owner: Owner): string =>
  owner.of === 'child' ? `/found/${owner.record.reference}/family-care` : `/family-care/families/${owner.family.id}`;

/** May this officer begin or write this kind: visits by the unit and by the Committee (r.23(18)), everything else by the unit. */
export function mayWritePaper({ tools, actor }: Context, kind: PaperKind): boolean {
  return tools.may(actor, 'familyCare.write') || (kind === 'foster-inspection' && tools.may(actor, 'familyCare.decide'));
}

export function mayBegin(kind: PaperKind, placing: Placing): boolean {
  const { of, when } = papers[kind];
  const state = stateOf(placing);
  if (of === 'family' || !of.includes(placing.kind) || state === 'ended' || state === 'withdrawn' || state === 'refused') return false;
  return when === 'any' || (when === 'running') === (state === 'running');
}

export async function begin(
  context: Context,
  reference: Reference,
  placingId: string,
  kind: PaperKind,
): Promise<{ id: string; record: ChildRecord } | Refusal> {
  const opened = await openChild(context, reference);
  if (isRefusal(opened)) return opened;
  const placing = opened.placings.find(({ id }) => id === placingId);
  if (!placing || !mayWritePaper(context, kind) || !mayBegin(kind, placing)) return refuse('family-care.error.notNow');
  await auditWrite(context, opened.record.id);
  return { id: await beginPaper(context, opened.officer, kind, { placingId, recordId: opened.record.id }), record: opened.record };
}

export async function beginHomeStudy(context: Context, familyId: string): Promise<string | Refusal> {
  const family = isUuid(familyId) ? await readFamily(context, familyId) : undefined;
  if (!family || context.actor.kind !== 'officer') return refuse('web.error.notFound');
  await audit(context, 'write');
  return beginPaper(context, context.actor, 'home-study', { familyId });
}

/** The paper at this address: of a child by its reference, or of a family. Its reading is audited with the child's record, or under the page's name. */
export async function openPaper(context: Context, params: Params, held: 'held' | 'read' = 'read'): Promise<OpenedPaper | Refusal> {
  const { actor } = context;
  const id = params['paper'] ?? '';
  const paper = isUuid(id) ? await readPaper(context, id, held) : undefined;
  if (!paper || actor.kind !== 'officer') return refuse('web.error.notFound');
  if (paper.familyId !== null) {
    const family = params['family'] === paper.familyId ? await readFamily(context, paper.familyId) : undefined;
    if (!family) return refuse('web.error.notFound');
    await audit(context, 'read');
    return { paper, owner: { of: 'family', family }, officer: actor };
  }
  const reference = readReference(params['reference'] ?? '');
  const opened = reference ? await openChild(context, reference) : refuse('web.error.notFound');
  if (isRefusal(opened)) return opened;
  const placing = opened.placings.find((one) => one.id === paper.placingId);
  return placing ? { paper, owner: { of: 'child', record: opened.record, placing }, officer: actor } : refuse('web.error.notFound');
}

async function toWrite(context: Context, params: Params, held: 'held' | 'read'): Promise<OpenedPaper | Refusal> {
  const opened = await openPaper(context, params, held);
  if (isRefusal(opened)) return opened;
  if (!mayWritePaper(context, opened.paper.kind)) return refuse('web.error.notFound');
  return opened.paper.submittedAt === null ? opened : refuse('family-care.error.handedIn');
}

const auditOf = (context: Context, owner: Owner): Promise<void> =>
  owner.of === 'child' ? auditWrite(context, owner.record.id) : audit(context, 'write');

/** What two workers wrote differently is refused field by field, with what the other wrote; nothing typed is lost. */
export async function savePaper(context: RequestContext, params: Params, draft: PaperDraft): Promise<OpenedPaper | Refusal | Refusal[]> {
  const opened = await toWrite(context, params, 'held');
  if (isRefusal(opened)) return opened;
  const { paper, owner, officer } = opened;
  const { fields } = papers[paper.kind];
  if (draft.seen > paper.version) return refuse('web.error.notAChoice', {}, 'seen');
  const strange = Object.keys(draft).find(
    (name) => name !== 'seen' && draft[name] !== undefined && !fields.some((field) => field.name === name),
  );
  if (strange) return refuse('web.error.notAChoice', {}, strange);
  const [base, now] = [await answersAt(context, paper.id, draft.seen), await answersAt(context, paper.id, paper.version)];
  const { write, differences } = merged(fields, answersIn(draft, paper.kind), base, now);
  if (differences.length > 0)
    return differences.map(({ field, theirs, by, at }) =>
      refuse(
        'family-care.error.different',
        { theirs: inWords(context, paper.kind, field, theirs), by, when: formatMoment(context.view, at) },
        field,
      ),
    );
  await auditOf(context, owner);
  if (write.length > 0) await addAnswers(context, officer, paper, write);
  return opened;
}

function inWords({ view }: RequestContext, kind: PaperKind, name: string, value: string): string {
  if (value === '') return '–';
  return papers[kind].fields.find((field) => field.name === name)?.kind === 'choice' ? view.t(`family-care.answer.${value}`) : value;
}

const told: Partial<Record<PaperKind, NewEntry>> = {
  'foster-inspection': { happening: 'care.fosterInspected', facts: {} },
  'sponsorship-review': { happening: 'care.sponsorshipReviewed', facts: {} },
  'aftercare-report': { happening: 'care.aftercareReported', facts: {} },
};

function moment(on: Day, context: Context): Pick<NewEntry, 'happenedAt'> {
  const noon = instantAt(on, '12:00');
  return { happenedAt: on === dayOf(context.now) || noon > context.now ? context.now : noon };
}

/** From here on it is not changed: another visit is another paper. A visit that found abuse starts the duty to take the child away at once. */
export async function handIn(context: Context, params: Params): Promise<OpenedPaper | Refusal> {
  const opened = await toWrite(context, params, 'held');
  if (isRefusal(opened)) return opened;
  const { paper, owner, officer } = opened;
  const answers = await answersAt(context, paper.id, paper.version);
  const lacking = lackingIn(paper.kind, answers);
  if (lacking.length > 0) return refuse('family-care.error.lacking', { count: lacking.length });
  const named = dayField(paper.kind);
  const on = (named ? answers.get(named)!.value : dayOf(context.now)) as Day;
  if (on > dayOf(context.now)) return refuse('family-care.error.dayAhead');
  const began = owner.of === 'child' && papers[paper.kind].when === 'running' ? owner.placing.fromOn : null;
  if (began !== null && on < began) return refuse('family-care.error.dayBefore');
  await auditOf(context, owner);
  await submitPaper(context, officer, paper.id);
  const entry = told[paper.kind];
  if (owner.of === 'family' || !entry) return opened;
  const more = await alsoTold(context, opened.paper, owner.placing, answers);
  const [at, kept] = [moment(on, context), { kind: 'care-paper', id: paper.id }];
  // What a review shows comes after the review, which would else be taken to have answered it.
  const before = more.some(({ happening }) => happening === 'care.sponsorshipStopSeen')
    ? { happenedAt: addMinutes(at.happenedAt!, -1) }
    : at;
  await writeDiary(context, owner.record.id, { ...entry, ...before, paper: kept }, ...more.map((one) => ({ ...one, ...at, paper: kept })));
  return opened;
}

/** What a paper shows beside that it was written: hurt in the family, or a sponsorship that should stop. */
async function alsoTold(context: Context, paper: KeptPaper, placing: Placing, answers: PaperAnswers): Promise<NewEntry[]> {
  if (paper.kind === 'foster-inspection' && saysAbuse(answers)) return [{ happening: 'care.fosterAbuseFound', facts: {} }];
  if (paper.kind !== 'sponsorship-review') return [];
  const review = await lastReview(context, placing);
  if (review?.aboveCeiling) return [{ happening: 'care.sponsorshipStopSeen', facts: { because: 'means' } }];
  return (review?.daysAbsent ?? 0) > absenceStopsAfterDays
    ? [{ happening: 'care.sponsorshipStopSeen', facts: { because: 'absence' } }]
    : [];
}
