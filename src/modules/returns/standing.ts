// How the Committees of an area stand with one quarter: signed, reviewed, and the directions whose three months run.
import type { OfficeId } from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { type OfficeDuty, dutiesOfJournals } from '../obligations/index.ts';
import { none, overFourOf } from './figures.ts';
import { figuresOf } from './matter-store.ts';
import type { ReturningOffice } from './office-store.ts';
import type { Quarter } from './quarterly-return.ts';
import { type Direction, directionsOf, signedAmong } from './return-store.ts';

export type CommitteeStanding = {
  office: ReturningOffice;
  signedAt: Instant | null;
  nil: boolean;
  /** When the return falls due; null where the portal never asked for it. */
  dueAt: Instant | null;
  reviewedAt: Instant | null;
};

/** A direction not kept: `dueAt` is the end of its three months. */
export type Outstanding = Direction & { officeName: string; dueAt: Instant | null; pendingNow: number };

export async function standingsOf(
  context: Context,
  committees: readonly ReturningOffice[],
  quarter: Quarter,
): Promise<CommitteeStanding[]> {
  const ids = committees.map(({ id }) => id);
  const signed = await signedAmong(context, ids, quarter.period);
  const duties = (await dutiesOfJournals(context, ids, ['C08'])).filter(({ about }) => about === quarter.period);
  const due = new Map(duties.map(({ journalId, dueAt }) => [journalId, dueAt]));
  return committees.map((office) => {
    const { signedAt = null, reviewedAt = null, nil = false } = signed.get(office.id) ?? {};
    return { office, signedAt, nil, reviewedAt, dueAt: due.get(office.id) ?? null };
  });
}

/** Of these Committees, the one whose three months end first before the others. */
export async function outstandingOf(context: Context, committees: readonly ReturningOffice[]): Promise<Outstanding[]> {
  const ids = committees.map(({ id }) => id);
  const open = (await directionsOf(context, ids)).filter(({ keptOn }) => keptOn === null);
  if (open.length === 0) return [];
  const concerned = [...new Set(open.map(({ officeId }) => officeId))];
  const clocks = await dutiesOfJournals(context, concerned, ['C08.3']);
  const today: Day = dayOf(context.now);
  const now = new Map((await figuresOf(context, concerned, { from: today, to: today })).map((one) => [one.officeId, overFourOf(one)]));
  const names = new Map(committees.map(({ id, name }) => [id, name]));
  return open
    .map((one) => ({
      ...one,
      officeName: names.get(one.officeId) ?? '',
      dueAt: clockOf(clocks, one.officeId, one.reference),
      pendingNow: now.get(one.officeId) ?? overFourOf(none),
    }))
    .toSorted((one, other) => ((one.dueAt ?? '9') < (other.dueAt ?? '9') ? -1 : 1));
}

function clockOf(clocks: readonly OfficeDuty[], journalId: OfficeId, reference: string): Instant | null {
  return clocks.find((one) => one.journalId === journalId && one.about === reference)?.lateAfter ?? null;
}
