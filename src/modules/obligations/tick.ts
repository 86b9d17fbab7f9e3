// The tick: finds what fell due since the last one, writes word of it to the office of that step, and sends each office one message for all of it.
import { addMinutes } from '../../kernel/time.ts';
import { actPolicy } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import { undoneIfFaulty } from '../../platform/undone.ts';
import { dutyToFill } from '../nodal-officers/index.ts';
import { type Office, readOffice, responsibleOffices, vacantAmong, vacantNodalPosts } from '../officers/index.ts';
import { toldAtOffice } from './escalation.ts';
import { reachOffice } from './reach-office.ts';
import { untoldMoments, nextMoment, type WordMoment } from './word-moments.ts';
import type { DutyOf } from './store.ts';
import {
  type FallenDue,
  type NewWord,
  dropPointless,
  insertWords,
  markSent,
  mayTell,
  setNextMoments,
  takeFallenDue,
  toldOf,
  waitingWords,
} from './word-store.ts';

const BATCH = 500;
const MOST_WORDS = 5000;

/** Of a duty whose word cannot be worked out: looked at again after so long. */
const AGAIN_MINUTES = 60;

/**
 * One batch, in the caller's transaction: nothing of it stands if the worker stops before it commits, and all of it does after. Answers how many duties
 * were taken; 0 where nothing is due. What it costs depends on that number alone. Where one faults they are taken one by one, and it alone is put off:
 * else a single duty would keep every office's word untold.
 */
export async function tickDuties(
  context: Context,
  of: DutyOf = 'record',
  atMost = BATCH,
  onFault?: (fault: unknown) => void,
): Promise<number> {
  const duties = await takeFallenDue(context, of, atMost);
  if (duties.length === 0) return 0;
  if ((await undoneIfFaulty(context, () => writeWords(context, of, duties))) === null) return duties.length;
  for (const duty of duties) {
    const fault = await undoneIfFaulty(context, () => writeWords(context, of, [duty]));
    if (fault === null) continue;
    onFault?.(fault);
    await setNextMoments(context, of, [{ ...duty, nextAt: addMinutes(context.now, AGAIN_MINUTES) }]);
  }
  return duties.length;
}

async function writeWords(context: Context, of: DutyOf, duties: readonly FallenDue[]): Promise<void> {
  const told = await toldOf(context, [...new Set(duties.map(({ recordId }) => recordId))], of);
  const passed = duties.map((duty) => untoldMoments(duty, told(duty)).filter(({ at }) => at < context.now));
  await insertWords(context, of, await addressed(context, duties, passed.map(withoutStaleWarning)));
  await setNextMoments(
    context,
    of,
    duties.map((duty, place) => {
      const now = passed[place]!.map(({ kind, step }) => ({ kind, step, at: context.now }));
      return { ...duty, nextAt: nextMoment(duty, [...told(duty), ...now]) };
    }),
  );
}

/** Late already when it was first seen: nobody is warned of it. */
function withoutStaleWarning(moments: readonly WordMoment[]): WordMoment[] {
  return moments.filter(({ kind }) => kind !== 'warning' || moments.length === 1);
}

type Seat = { officeId: string; insteadOf: string | null; breach: string | null };

/** Each word with its office: who owes the duty, or who is told at that step; past an empty chair at once to the first above that is filled. */
async function addressed(context: Context, duties: readonly FallenDue[], moments: readonly WordMoment[][]): Promise<NewWord[]> {
  const bearers = await responsibleOffices(context, duties);
  const nodal = await vacantNodalPosts(context);
  const heard = duties.map((duty, place) => new Map(duty.escalatesTo.map((actor) => [actor, bearers[place]!(actor)])));
  const near = [...duties.map(({ officeId }) => officeId), ...heard.flatMap((offices) => [...offices.values()].map(({ id }) => id))];
  const vacant = await vacantAmong(context, [...new Set(near)]);
  const kinds = new Map<string, Office['kind']>(heard.flatMap((offices) => [...offices.values()].map(({ id, kind }) => [id, kind])));
  for (const id of vacant) if (!kinds.has(id)) kinds.set(id, (await readOffice(context, id))!.kind);
  const breachOf = (kind: string | undefined): string | null => (kind ? (dutyToFill(kind)?.id ?? null) : null);
  const passedOn = (officeId: string, place: number): Seat => {
    if (!(vacant as ReadonlySet<string>).has(officeId)) return { officeId, insteadOf: null, breach: null };
    const heir = bearers[place]!('district-nodal-officer'); // the first of district, State and nation that is filled
    const isAbove = heir.id !== officeId && kinds.get(officeId) !== 'national-nodal';
    return { officeId: isAbove ? heir.id : officeId, insteadOf: isAbove ? officeId : null, breach: breachOf(kinds.get(officeId)) };
  };
  /** Nodal posts nobody holds are passed over by `responsibleOffices` already: only which one it was is still to say. */
  const seatOf = ({ to }: WordMoment, place: number): Seat => {
    const duty = duties[place]!;
    if (to === null) return passedOn(duty.officeId, place);
    const office = heard[place]!.get(to)!;
    const meant = nodal.find(
      ({ kind, stateCode, districtCode }) =>
        toldAtOffice(kind).includes(to) && (kind === 'state-nodal' ? stateCode === duty.stateCode : districtCode === duty.districtCode),
    );
    if (meant && meant.officeId !== office.id) return { officeId: office.id, insteadOf: meant.officeId, breach: breachOf(meant.kind) };
    return passedOn(office.id, place);
  };
  return duties.flatMap((duty, place) => moments[place]!.map((moment) => ({ ...duty, moment, ...seatOf(moment, place) })));
}

/**
 * Sends what waits: one message an office, however many duties it is about. In a transaction of its own after the tick's: what was written and not sent
 * when a worker stopped is sent by the next. Answers how many offices were reached; more may wait until their pause is over.
 */
export async function tellOffices(context: Context): Promise<number> {
  if (!(await mayTell(context))) return 0;
  await dropPointless(context);
  const words = await waitingWords(context, addMinutes(context.now, -actPolicy.messagePauseMinutes), MOST_WORDS);
  const byOffice = Map.groupBy(words, ({ officeId }) => officeId);
  for (const [officeId, ofOffice] of byOffice) {
    await reachOffice(context, officeId, ofOffice);
    await markSent(
      context,
      ofOffice.map(({ id }) => id),
    );
  }
  return byOffice.size;
}
