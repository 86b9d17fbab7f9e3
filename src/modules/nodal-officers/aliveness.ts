// Whether a post answers: active, silent, unreachable or vacant, since when, and the one sentence why. Pure: the same facts and moment, the same answer.
import { type Day, type Instant, addDays, dayOf, daysBetween } from '../../kernel/time.ts';
import type { SignOfLife } from '../officers/index.ts';

export const conditions = ['active', 'silent', 'unreachable', 'vacant'] as const;
export type Condition = (typeof conditions)[number];

/** A sign of life counts for so many days, the day itself not counted. Administrative: the orders say "kept current", no period. */
export const ACTIVE_DAYS = 31;

export type Failure = 'bounced' | 'call-failed';
export type Heard = { readonly kind: SignOfLife; readonly at: Instant };

export type Seated = {
  readonly fromOn: Day;
  readonly lastSign: Heard | null;
  /** The latest message that could not be delivered, or call nobody answered. */
  readonly lastFailure: { readonly kind: Failure; readonly at: Instant } | null;
  /** The latest call the officer answered: it mends a failure before it, but is no sign of the officer's own. */
  readonly lastAnswered: Instant | null;
};

export type PostFacts = {
  /** Who holds the post on the day asked for. */
  readonly holder: Seated | null;
  /** Days of leave that include the day asked for. */
  readonly leave: { readonly fromOn: Day; readonly toOn: Day } | null;
  /** Who stands in, where somebody was appointed to. */
  readonly deputy: Seated | null;
  /** The last day of whoever held it before; null if nobody ever did. */
  readonly lastToOn: Day | null;
  /** The first day on which somebody had to hold it: the office's, or the order's that asks for the post, whichever is later. */
  readonly requiredFrom: Day;
};

export type Why = Failure | SignOfLife | 'never' | 'left' | 'standIn' | 'notHeardOf' | 'newlyAppointed' | 'lastHeard';

/** `since`: the first day of the condition; for an active post, the day of the sign. `day` and `days` fill the sentence `nodal-officers.why.<why>`. */
export type Aliveness = { readonly condition: Condition; readonly since: Day; readonly why: Why; readonly day: Day; readonly days: number };

function later<T extends { readonly at: Instant }>(one: T | null, other: T | null): T | null {
  if (!one || !other) return one ?? other;
  return one.at >= other.at ? one : other;
}

/** A failure stands until the officer is heard of, or answers a call, after it. */
function standingFailure({ lastFailure, lastSign, lastAnswered }: Seated): Seated['lastFailure'] {
  if (!lastFailure) return null;
  const mended = [lastSign?.at, lastAnswered].some((at) => at !== null && at !== undefined && at > lastFailure.at);
  return mended ? null : lastFailure;
}

/** While the holder is on leave the deputy answers for the post; an empty chair with a deputy is still vacant, since nobody was appointed to it. */
export function aliveness(facts: PostFacts, now: Instant): Aliveness {
  const today = dayOf(now);
  const { holder } = facts;
  const at = (condition: Condition, since: Day, why: Why, day: Day = since): Aliveness => ({
    condition,
    since,
    why,
    day,
    days: daysBetween(since, today),
  });
  if (!holder) {
    if (facts.lastToOn === null) return at('vacant', facts.requiredFrom, 'never');
    const empty = addDays(facts.lastToOn, 1);
    return at('vacant', empty > facts.requiredFrom ? empty : facts.requiredFrom, 'left', facts.lastToOn);
  }
  const standIn = facts.leave ? facts.deputy : null;
  const failure = standingFailure(holder);
  const sign = later(holder.lastSign, standIn?.lastSign ?? null);
  if (failure && !(standIn?.lastSign && standIn.lastSign.at > failure.at)) return at('unreachable', dayOf(failure.at), failure.kind);
  if (sign && daysBetween(dayOf(sign.at), today) <= ACTIVE_DAYS)
    return at('active', dayOf(sign.at), sign === holder.lastSign ? sign.kind : 'standIn');
  if (sign) return at('silent', addDays(dayOf(sign.at), ACTIVE_DAYS + 1), 'lastHeard', dayOf(sign.at));
  const isNew = daysBetween(holder.fromOn, today) <= ACTIVE_DAYS;
  return at('silent', holder.fromOn, isNew ? 'newlyAppointed' : 'notHeardOf');
}
