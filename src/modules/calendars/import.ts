// Whose calendar an officer keeps, and the two ways of changing one: a year's list, done only as it was shown, and an order that closes Saturdays.
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { dayOf, yearOf } from '../../kernel/time.ts';
import { audit } from '../../platform/audit.ts';
import type { Actor, Context } from '../../platform/context.ts';
import { hashToken } from '../../platform/credentials/index.ts';
import { type State, allStates } from '../places/index.ts';
import type { ImportDraft, SaturdaysDraft } from './form.ts';
import { type HolidayList, nation } from './holiday.ts';
import { type ListHead, type WaitingList, insertList, insertSaturdays, markApplied } from './import-store.ts';
import { type PlannedYear, isReady, planText, planYear } from './import-plan.ts';
import { holidaysOf, listsOf } from './store.ts';

export type Plan = PlannedYear & { replaces: HolidayList | null; fingerprint: string };

/** The places whose calendar the officer keeps: the own State's, or every one with the nation's. */
export async function keptPlaces(context: Context): Promise<{ places: string[]; states: readonly State[] }> {
  const { actor, tools } = context;
  const states = await allStates(context);
  if (actor.kind !== 'officer' || !tools.may(actor, 'calendar.manage')) return { places: [], states };
  return { places: actor.stateCode ? [actor.stateCode] : [nation, ...states.map(({ code }) => code)], states };
}

export const keepsAll = (actor: Actor): boolean => actor.kind === 'officer' && actor.stateCode === null;

/** The place asked for, or the only one there is. */
async function placeFor(context: Context, asked: string | undefined): Promise<string | Refusal> {
  const { places } = await keptPlaces(context);
  const place = asked ?? (places.length === 1 ? places[0] : undefined);
  return place !== undefined && places.includes(place) ? place : refuse('calendars.error.place', {}, 'place');
}

/** What the officer says of the list, checked against the day it is: lists of next year are notified before it begins. */
export async function headOf(context: Context, draft: ImportDraft): Promise<ListHead | Refusal> {
  const place = await placeFor(context, draft.place);
  if (isRefusal(place)) return place;
  const today = dayOf(context.now);
  if (draft.year > yearOf(today) + 1) return refuse('calendars.error.year', {}, 'year');
  if (draft.notifiedOn > today) return refuse('calendars.error.notifiedInFuture', {}, 'notifiedOn');
  return { place, year: draft.year, source: draft.source, notifiedOn: draft.notifiedOn };
}

export async function planList(context: Context, { place, year, rows }: WaitingList): Promise<Plan> {
  const replaces = (await listsOf(context, place, year))[0] ?? null;
  const before = replaces ? ((await holidaysOf(context, [replaces.id])).get(replaces.id) ?? []) : [];
  const plan = planYear(rows, year, before);
  return { ...plan, replaces, fingerprint: hashToken(planText(replaces?.id ?? null, plan)) };
}

/** `shown` is the fingerprint of the plan the officer said yes to. */
export async function applyList(context: Context, list: WaitingList, shown: string): Promise<Refusal | null> {
  const plan = await planList(context, list);
  if (plan.fingerprint !== shown) return refuse('calendars.error.planChanged', {}, 'plan');
  if (!isReady(plan)) return refuse('calendars.error.notReady', {}, 'plan');
  if (!(await markApplied(context, list.id))) return refuse('calendars.error.planChanged', {}, 'plan');
  await audit(context, 'write');
  await insertList(context, list, plan.replaces?.id ?? null, plan.rows.flatMap(({ holiday }) => holiday ?? [])); // prettier-ignore
  return null;
}

export async function orderSaturdays(context: Context, draft: SaturdaysDraft): Promise<string | Refusal> {
  const place = await placeFor(context, draft.place);
  if (isRefusal(place)) return place;
  if (place === nation) return refuse('calendars.error.place', {}, 'place');
  await audit(context, 'write');
  await insertSaturdays(context, { stateCode: place, fromOn: draft.fromOn, saturdays: draft.saturdays.map(Number), source: draft.source });
  return place;
}
