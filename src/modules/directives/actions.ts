// The verbs of whoever directs: enter a draft, change it, add a point or take one away, discard it, issue it, end what is in force.
import { isUuid } from '../../kernel/ids.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import { allDistricts, allStates } from '../places/index.ts';
import { type Directive, kindsByLevel } from './directive.ts';
import type { DirectiveDraft, EndDraft, PointDraft } from './form.ts';
import { dutyNamed, isAsked } from './law-duty.ts';
import { countAddressees } from './reach-store.ts';
import * as store from './store.ts';
import { type NamedPlaces, readPlaces } from './typed-places.ts';

/** Of which State the officer's directives are; null for one of the nation; undefined for whoever directs nobody. */
export function areaDirected({ officeKind, stateCode }: OfficerActor): string | null | undefined {
  if (officeKind === 'national-nodal' || officeKind === 'ministry') return null;
  return officeKind === 'state-nodal' && stateCode ? stateCode : undefined;
}

/** A State's is for offices of that State alone, and tells the nation's offices nothing. */
function outsideOf(
  stateCode: string,
  draft: DirectiveDraft,
  places: NamedPlaces,
  districts: readonly { code: string; stateCode: string }[],
): Refusal | null {
  const [national] = draft.officeKinds.filter((kind) => (kindsByLevel.nation as readonly string[]).includes(kind));
  if (national) return refuse('directives.error.nationalKind', {}, 'officeKinds');
  const foreign = districts.some((district) => places.inDistricts.includes(district.code) && district.stateCode !== stateCode);
  return foreign || places.inStates.some((code) => code !== stateCode) ? refuse('directives.error.otherState', {}, 'places') : null;
}

async function settled(context: Context, officer: OfficerActor, draft: DirectiveDraft): Promise<store.NewDirective | Refusal> {
  const stateCode = areaDirected(officer);
  if (stateCode === undefined) return refuse('web.error.notFound');
  if (draft.dated > dayOf(context.now)) return refuse('directives.error.future', {}, 'dated');
  const [states, districts] = [await allStates(context), await allDistricts(context)];
  const places = readPlaces(draft.places ?? '', { states, districts });
  if (isRefusal(places)) return places;
  const wrong = stateCode === null ? null : outsideOf(stateCode, draft, places, districts);
  if (wrong) return wrong;
  const { kind, title, authority, dated, text, confidence, audience, officeKinds } = draft;
  const [number, original] = [draft.number ?? null, draft.original ?? null];
  return { kind, title, authority, dated, number, text, original, confidence, audience, officeKinds, ...places, stateCode };
}

export async function enterDirective(context: Context, officer: OfficerActor, draft: DirectiveDraft): Promise<string | Refusal> {
  const made = await settled(context, officer, draft);
  return isRefusal(made) ? made : store.insertDirective(context, officer, made);
}

/** A draft of the officer's own office. */
export async function readDraft(context: Context, officer: OfficerActor, id: string): Promise<Directive | Refusal> {
  const found = isUuid(id) ? await store.readDirective(context, id) : undefined;
  if (!found || found.issuedAt !== null || !(await store.isOfOffice(context, id, officer.officeId))) return refuse('web.error.notFound');
  return found;
}

export async function changeDraft(context: Context, officer: OfficerActor, id: string, draft: DirectiveDraft): Promise<true | Refusal> {
  const before = await readDraft(context, officer, id);
  if (isRefusal(before)) return before;
  const made = await settled(context, officer, draft);
  if (isRefusal(made)) return made;
  const unmet = (await store.pointsOf(context, id)).find(({ officeKind }) => officeKind !== null && !made.officeKinds.includes(officeKind));
  if (unmet) return refuse('directives.error.pointOfKind', { number: unmet.position }, 'officeKinds');
  return (await store.updateDraft(context, id, made)) || refuse('web.error.notFound');
}

/** A draft is cut short here; what must be done by more than so many points is several directives. */
const MOST_POINTS = 20;

export async function addPoint(context: Context, officer: OfficerActor, id: string, draft: PointDraft): Promise<true | Refusal> {
  const directive = await readDraft(context, officer, id);
  if (isRefusal(directive)) return directive;
  if (draft.officeKind && !directive.officeKinds.includes(draft.officeKind))
    return refuse('directives.error.notAddressed', {}, 'officeKind');
  if ((await store.pointsOf(context, id)).length >= MOST_POINTS)
    return refuse('directives.error.manyPoints', { most: MOST_POINTS }, 'what');
  const duty = draft.setsDuty === undefined ? undefined : dutyNamed(draft.setsDuty);
  if (draft.setsDuty !== undefined && !duty) return refuse('directives.error.noDuty', { id: draft.setsDuty }, 'setsDuty');
  const setsDuty = duty?.id ?? null;
  const isPlain = draft.dueKind === 'none' && draft.repeats === 'once' && draft.figure === undefined;
  if (!isAsked({ setsDuty }) && !isPlain) return refuse('directives.error.keptByLaw', { id: setsDuty ?? '' }, 'setsDuty');
  await store.insertPoint(context, id, pointOf(draft, setsDuty));
  return true;
}

function pointOf(draft: PointDraft, setsDuty: string | null): Parameters<typeof store.insertPoint>[2] {
  const { what, dueKind, repeats } = draft;
  const isCounted = dueKind !== 'none' && dueKind !== 'day';
  return {
    what,
    officeKind: draft.officeKind ?? null,
    dueKind,
    dueOn: dueKind === 'day' ? draft.dueOn! : null,
    dueCount: isCounted ? draft.dueCount! : null,
    dueFrom: isCounted ? draft.dueFrom! : null,
    dueBasis: dueKind === 'none' ? null : draft.dueBasis!,
    repeats,
    figure: draft.figure ?? null,
    setsDuty,
  };
}

export async function removePoint(context: Context, officer: OfficerActor, id: string, pointId: string): Promise<true | Refusal> {
  const directive = await readDraft(context, officer, id);
  if (isRefusal(directive)) return directive;
  return (await store.deletePoint(context, id, pointId)) || refuse('web.error.notFound');
}

export async function discard(context: Context, officer: OfficerActor, id: string): Promise<true | Refusal> {
  const directive = await readDraft(context, officer, id);
  if (isRefusal(directive)) return directive;
  return (await store.discardDraft(context, id)) || refuse('web.error.notFound');
}

/** What was seen is what is issued: with another number of addressees than the preview said it shows the preview again. */
export async function issue(context: Context, officer: OfficerActor, id: string, seen: number): Promise<true | Refusal> {
  const directive = await readDraft(context, officer, id);
  if (isRefusal(directive)) return directive;
  const offices = (await countAddressees(context, id)).reduce((sum, count) => sum + count.offices, 0);
  if (offices === 0) return refuse('directives.error.reachesNobody', {}, 'offices');
  if (offices !== seen) return refuse('directives.error.reachChanged', { offices }, 'offices');
  return (await store.markIssued(context, officer, id)) || refuse('web.error.notFound');
}

/** Issued by the officer's own office and in force. */
export async function readOwnInForce(context: Context, officer: OfficerActor, id: string): Promise<Directive | Refusal> {
  const found = isUuid(id) ? await store.readDirective(context, id) : undefined;
  if (!found || found.issuedAt === null || !(await store.isOfOffice(context, id, officer.officeId))) return refuse('web.error.notFound');
  return found;
}

/** How many later directives are offered as the one that supersedes. */
export const LATER_OFFERED = 50;

export async function endDirective(context: Context, officer: OfficerActor, id: string, draft: EndDraft): Promise<true | Refusal> {
  const directive = await readOwnInForce(context, officer, id);
  if (isRefusal(directive)) return directive;
  const later =
    draft.by === undefined ? undefined : (await store.laterOf(context, directive, LATER_OFFERED)).find(({ id: one }) => one === draft.by);
  if (draft.by !== undefined && !later) return refuse('directives.error.notLater', {}, 'by');
  return (await store.insertEnd(context, officer, id, draft)) || refuse('directives.error.ended', {}, 'how');
}
