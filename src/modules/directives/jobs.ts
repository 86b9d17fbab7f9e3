// What the worker does for directives: reaches every addressee, also offices opened later, and opens each month or quarter of what is answered again and again.
import { type Day, type Instant, addHours, dayOf, instantAt } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Directive, Point } from './directive.ts';
import { casesCountedAt, countCases } from './compliance-store.ts';
import { isAsked, isOfCases } from './law-duty.ts';
import { type Asked, inForce, openPeriod, openedPeriods, reachPage } from './reach-store.ts';
import { pointsOf } from './store.ts';
import { tellPosts } from './tell.ts';
import { lateAfter, periodAfter, periodOf, periodsBetween } from './term.ts';

/** Offices in a transaction: twenty thousand take ten, and none of them is long. */
export const PAGE = 2_000;

function askedNow(directive: Directive, points: readonly Point[], now: Instant): Asked[] {
  return points.filter(isAsked).map((point) => {
    const period = point.repeats === 'once' ? directive.dated : periodOf(point.repeats, dayOf(now));
    return { point, period, lateAfter: lateAfter(point, { dated: directive.dated, reachedAt: now, period }) };
  });
}

/** Reaches one page of addressees of a directive; answers how many. The message is queued in the transaction that reaches: neither is without the other. */
async function reachNext(context: Context, directive: Directive, atMost: number): Promise<number> {
  const points = await pointsOf(context, directive.id);
  const reached = await reachPage(context, directive.id, askedNow(directive, points, context.now), atMost);
  await tellPosts(context, directive, reached);
  return reached.length;
}

/**
 * Since it was issued, so that a worker that stood still for months leaves none out. On the first day of a period it is opened in every round: an office may
 * have been reached in the last moment of the one before, while another worker opened this one.
 */
async function periodsToOpen(context: Context, { issuedAt }: Directive, { repeats, id }: Point): Promise<Day[]> {
  if (repeats === 'once') return [];
  const today = dayOf(context.now);
  const opened = await openedPeriods(context, id);
  return periodsBetween(repeats, dayOf(issuedAt ?? context.now), today).filter((period) => period === today || !opened.has(period));
}

async function openNext(context: Context, directive: Directive): Promise<number> {
  let opened = 0;
  for (const point of (await pointsOf(context, directive.id)).filter(isAsked)) {
    for (const period of await periodsToOpen(context, directive, point)) {
      if (point.repeats === 'once') continue;
      const end = lateAfter(point, { dated: directive.dated, reachedAt: context.now, period });
      const until = instantAt(periodAfter(point.repeats, period));
      opened += await openPeriod(context, directive.id, { point, period, lateAfter: end }, until);
    }
  }
  return opened;
}

/** Duties of children are millions: the page says how old its count of them is. */
const CASES_HOURS = 1;

/** Counts how the duties of children stand that points in force are, if that was not done within the hour. */
export async function countDutiesOfCases(context: Context): Promise<void> {
  const last = await casesCountedAt(context);
  if (last !== null && last > addHours(context.now, -CASES_HOURS)) return;
  const ids: string[] = [];
  for (const { id } of await inForce(context)) ids.push(...(await pointsOf(context, id)).filter(isOfCases).map((point) => point.id));
  if (ids.length > 0) await countCases(context, ids);
}

/** Runs each step in a transaction of its own. */
export type Step = <T>(work: (context: Context) => Promise<T>) => Promise<T>;

/**
 * Brings every directive in force to all its addressees; answers how many offices were reached. Stopped between pages, it goes on where it was. One that
 * faults keeps no other from its addressees: the fault is thrown after the last.
 */
export async function reachEveryone(step: Step, goOn: () => boolean, atMost = PAGE): Promise<number> {
  let all = 0;
  const faults: unknown[] = [];
  for (const directive of await step(inForce)) {
    if (!goOn()) break;
    try {
      all += await reachAll(step, goOn, directive, atMost);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
  return all;
}

async function reachAll(step: Step, goOn: () => boolean, directive: Directive, atMost: number): Promise<number> {
  let all = 0;
  for (let reached = atMost; reached === atMost && goOn();) {
    reached = await step((context) => reachNext(context, directive, atMost));
    all += reached;
  }
  if (goOn()) await step((context) => openNext(context, directive));
  return all;
}
