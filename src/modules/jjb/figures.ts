// Figures of a Board (s.16(3); return rows [C R2]): what is pending on a day, by gravity and by months since first production, and what came and ended in a quarter.
import { type Day, type Instant, dayOf } from '../../kernel/time.ts';
import { type Age, type Disposal, type Gravity, ageOn, ages, disposals, gravities } from './proceeding.ts';

/** The bare dates of a case: they outlive its records. */
export type Dated = { gravity: Gravity | null; producedAt: Instant | null; endedAt: Instant | null; endedBy: Disposal | null };
export type Figures = Record<Age, Record<Gravity, number>>;

type Begun = Dated & { gravity: Gravity; producedAt: Instant };
/** Produced by the end of that day, and not ended by then. */
function pendingOn(cases: readonly Dated[], on: Day): Begun[] {
  return cases.filter(
    (one): one is Begun =>
      one.producedAt !== null && one.gravity !== null && dayOf(one.producedAt) <= on && (one.endedAt === null || dayOf(one.endedAt) > on),
  );
}

export function figuresOf(cases: readonly Dated[], on: Day): Figures {
  const pending = pendingOn(cases, on);
  const count = (age: Age, gravity: Gravity): number =>
    pending.filter((one) => one.gravity === gravity && ageOn(one.producedAt, on) === age).length;
  const row = (age: Age): Record<Gravity, number> =>
    Object.fromEntries(gravities.map((gravity) => [gravity, count(age, gravity)])) as Record<Gravity, number>;
  return Object.fromEntries(ages.map((age) => [age, row(age)])) as Figures;
}

export type Quarter = {
  opening: number;
  produced: number;
  /** Only the ways in which some ended. */
  ended: readonly { how: Disposal; count: number }[];
  closing: number;
  pending: Figures;
};

/** `from` and `to`: its first and last day. */
export function quarterOf(cases: readonly Dated[], { from, to }: { from: Day; to: Day }): Quarter {
  const within = (at: Instant | null): boolean => at !== null && dayOf(at) >= from && dayOf(at) <= to;
  const begun = cases.filter(({ producedAt, gravity }) => producedAt !== null && gravity !== null);
  const endedNow = begun.filter(({ endedAt }) => within(endedAt));
  const closing = pendingOn(cases, to).length;
  const produced = begun.filter(({ producedAt }) => within(producedAt)).length;
  const ended = disposals.map((how) => ({ how, count: endedNow.filter(({ endedBy }) => endedBy === how).length }));
  return {
    opening: closing - produced + endedNow.length,
    produced,
    ended: ended.filter(({ count }) => count > 0),
    closing,
    pending: figuresOf(cases, to),
  };
}
