// What the law asks of whom for one child: a pure function of the record's diary, the law, the State and the moment.
import type { DiaryFact, Happening } from '../../kernel/happenings.ts';
import { addMinutes, addMonths, type Day, dayOf, type Instant, isDay, minutesBetween } from '../../kernel/time.ts';
import { type Actor, dueMoment, isInForce, ladderOf, type On, periodOf, type Rule, type Subject } from '../../law/index.ts';
import { effectiveEntries } from '../diary/index.ts';
import { momentsOf, type Obligation, obligationAt, type Place, type StoredObligation } from './obligation.ts';

/** Every obligation of one record as it stands at `now`, soonest due first. The order of the diary's rows does not matter. */
export function obligationsOf(diary: readonly DiaryFact[], law: readonly Rule[], now: Instant, place: Place): Obligation[] {
  return storedObligationsOf(diary, law, place).map((stored) => obligationAt(stored, now));
}

/** The part of `obligationsOf` that does not depend on now: what the database keeps. */
export function storedObligationsOf(diary: readonly DiaryFact[], law: readonly Rule[], place: Place): StoredObligation[] {
  const facts = effectiveEntries(diary).toSorted(byHappened);
  const record = place.record ?? recordOf(facts);
  if (record === 'office' && place.journalOf === undefined)
    throw new Error('An office’s diary is read only by who says whose journal it is');
  const obligations: StoredObligation[] = [];
  for (const rule of law) {
    if (rule.record !== record || (record === 'office' && (rule.journalOf ?? rule.actor) !== place.journalOf)) continue;
    for (const start of startsOf(rule, facts)) obligations.push(obligationFrom(rule, start, facts, place));
  }
  return obligations.toSorted(bySoonestDue);
}

/** A found child's entries are copied to the missing report it was linked to, never the other way round. */
function recordOf(facts: readonly DiaryFact[]): Subject {
  const subjects = new Set<string>(facts.map((fact) => fact.happening.split('.')[0]!));
  return (['missing', 'found', 'conflict', 'office'] as const).find((subject) => subjects.has(subject)) ?? 'sighting';
}

function startsOf(rule: Rule, facts: readonly DiaryFact[]): DiaryFact[] {
  const { onlyIf } = rule;
  if (onlyIf && !facts.some((fact) => fits(onlyIf, fact))) return [];
  const starts = facts.filter((fact) => fits(rule.startedBy, fact));
  return (rule.clock === 'first' ? starts.slice(0, 1) : starts).filter((start) => isInForce(rule, dayOf(start.happenedAt)));
}

function obligationFrom(rule: Rule, start: DiaryFact, facts: readonly DiaryFact[], place: Place): StoredObligation {
  const end = endOf(rule, start, facts);
  const startedAt = start.happenedAt;
  const endedAt = end?.fact.happenedAt ?? null;
  const variant = variantOf(rule, facts, rule.kindAtStart ? startedAt : endedAt);
  const due = periodOf(rule, place.stateCode, dayOf(startedAt), variant);
  const journeyMinutes = 'excludingJourney' in due && due.excludingJourney ? journeyOf(facts, startedAt, endedAt) : 0;
  const extendedMonths = extensionOf(rule, start, facts, endedAt);
  const extendedTo = orderedTo(rule, start, facts, endedAt);
  const held = heldUp(rule, start, facts, endedAt);
  const named = start.facts as { dueOn?: string; plannedFor?: string };
  const dueAt = dueMoment(startedAt, due, {
    journeyMinutes,
    extendedMonths,
    extendedTo,
    suspendedMinutes: held.minutes,
    stated: rule.orStatedDay ? named.dueOn : undefined,
    plannedFor: named.plannedFor,
    calendar: place.calendar,
  });
  return {
    ruleId: rule.id,
    triggerEntryId: start.entryId,
    trigger: start.happening,
    actor: actorOf(rule, facts, endedAt),
    startedAt,
    ...momentsOf(rule, ladderOf(rule, place.stateCode, dayOf(startedAt)), due, dueAt),
    variant,
    journeyMinutes,
    extendedMonths,
    extendedTo,
    suspendedMinutes: held.minutes,
    suspendedAt: endedAt === null ? held.since : null,
    ending: end?.ending ?? null,
    endedAt,
    endedByEntryId: end?.fact.entryId ?? null,
  };
}

/** Facts of a duty's own life: from its start (or before) to its end. */
function until(facts: readonly DiaryFact[], endedAt: Instant | null): readonly DiaryFact[] {
  return endedAt === null ? facts : facts.filter(({ happenedAt }) => happenedAt <= endedAt);
}

/** Which kind of case it was by then (null: by now): the place in `dueBy` of the latest entry that says so. */
function variantOf(rule: Rule, facts: readonly DiaryFact[], by: Instant | null): number | null {
  if (!rule.dueBy) return null;
  const deciding = until(facts, by).findLast((fact) => fits(rule.dueBy!, fact));
  return deciding ? rule.dueBy.findIndex((by) => fits([by], deciding)) : null;
}

function extensionOf(rule: Rule, start: DiaryFact, facts: readonly DiaryFact[], endedAt: Instant | null): number {
  if (!rule.extendedBy) return 0;
  const given = until(facts, endedAt).filter((fact) => fact.happenedAt >= start.happenedAt && isPaired(rule, start, fact));
  return rule.extendedBy.reduce((months, by) => months + (given.some((fact) => fits([by], fact)) ? by.months : 0), 0);
}

/** The furthest day up to which whoever may extend without limit gave time. */
function orderedTo(rule: Rule, start: DiaryFact, facts: readonly DiaryFact[], endedAt: Instant | null): Day | null {
  const { extendedTo } = rule;
  if (!extendedTo) return null;
  const orders = until(facts, endedAt).filter(
    (fact) => fact.happenedAt >= start.happenedAt && fits(extendedTo, fact) && isPaired(rule, start, fact),
  );
  const days = orders.map(({ facts: named }) => (named as { until?: string }).until ?? '').filter(isDay);
  return days.toSorted().at(-1) ?? null;
}

/** Minutes during which an order held the duty up, and since when it does now. Two orders at once hold it up once. */
function heldUp(
  rule: Rule,
  start: DiaryFact,
  facts: readonly DiaryFact[],
  endedAt: Instant | null,
): { minutes: number; since: Instant | null } {
  let [minutes, since] = [0, null as Instant | null];
  for (const fact of until(facts, endedAt)) {
    if (fact.happening !== 'obligation.suspended' && fact.happening !== 'obligation.resumed') continue;
    if (fact.facts.rule !== rule.id) continue;
    const at = fact.happenedAt > start.happenedAt ? fact.happenedAt : start.happenedAt;
    if (fact.happening === 'obligation.suspended') since ??= at;
    else if (since !== null) [minutes, since] = [minutes + minutesBetween(since, at), null];
  }
  if (since !== null && endedAt !== null) return { minutes: minutes + Math.max(0, minutesBetween(since, endedAt)), since: null };
  return { minutes, since };
}

type End = { ending: StoredObligation['ending']; fact: DiaryFact };

/**
 * Whichever came first: the duty done, fallen away, or waived. Done wins over fallen away at the same moment. `facts` in the diary's order. An entry
 * that starts the rule as well ends only what started above it: of two reports of one minute the second leaves a clock running.
 */
function endOf(rule: Rule, start: DiaryFact, facts: readonly DiaryFact[]): End | undefined {
  const opened = lastReopening(facts, start.happenedAt);
  const place = facts.indexOf(start);
  const considered = facts.filter((fact, at) => fact.happenedAt > opened && at !== place && isPaired(rule, start, fact));
  const ending = considered.filter((fact) => !fits(rule.startedBy, fact) || facts.indexOf(fact) > place);
  const isFromStartOn = ({ happenedAt }: DiaryFact): boolean => happenedAt >= start.happenedAt;
  const revived = considered.findLast((fact) => fits(rule.revivedBy ?? [], fact))?.happenedAt ?? '';
  const met = ending.find(
    (fact) => (rule.earlierCounts || isFromStartOn(fact)) && isLateEnough(rule, start, fact) && fits(rule.metBy, fact),
  );
  const cancelled = ending.find(
    (fact) => fact.happenedAt > revived && fits(isFromStartOn(fact) ? rule.cancelledBy : (rule.overBefore ?? []), fact),
  );
  const waived = considered.find(
    (fact) => fact.happening === 'obligation.waived' && fact.facts.rule === rule.id && fact.happenedAt >= start.happenedAt,
  );
  const ends: End[] = [];
  if (met) ends.push({ ending: 'met', fact: met });
  if (cancelled) ends.push({ ending: 'cancelled', fact: cancelled });
  if (waived) ends.push({ ending: 'waived', fact: waived });
  return ends.toSorted((one, other) => compare(one.fact.happenedAt, other.fact.happenedAt))[0];
}

function isLateEnough({ metFromMonths }: Rule, start: DiaryFact, fact: DiaryFact): boolean {
  return metFromMonths === undefined || dayOf(fact.happenedAt) >= addMonths(dayOf(start.happenedAt), metFromMonths);
}

/** What was done for an earlier disappearance does not count for the next: look back only to where the report was last opened again. */
function lastReopening(facts: readonly DiaryFact[], before: Instant): string {
  return facts.findLast((fact) => fact.happening === 'missing.reopened' && fact.happenedAt < before)?.happenedAt ?? '';
}

/**
 * Minutes on the road between the start and the end of the duty. A journey's entry happens when it ends. Told twice, or overlapping another, it
 * counts once: nothing excuses more time than there was.
 */
function journeyOf(facts: readonly DiaryFact[], from: Instant, to: Instant | null): number {
  const journeys = facts
    .filter((fact) => fact.happening === 'found.journeyRecorded' || fact.happening === 'conflict.journeyRecorded')
    .map(({ happenedAt, facts: { minutes } }) => ({
      start: addMinutes(happenedAt, -minutes),
      end: to && to < happenedAt ? to : happenedAt,
    }));
  let [minutes, reached] = [0, from];
  for (const { start, end } of journeys.toSorted((one, other) => compare(one.start, other.start))) {
    const counted = start > reached ? start : reached;
    if (end <= counted) continue;
    minutes += minutesBetween(counted, end);
    reached = end;
  }
  return minutes;
}

/** Whose duty it is now, or was when it ended. */
function actorOf(rule: Rule, facts: readonly DiaryFact[], endedAt: Instant | null): Actor {
  let actor = rule.actor;
  for (const fact of facts) {
    if (endedAt !== null && fact.happenedAt > endedAt) break;
    actor = rule.actorBy?.find((named) => fits([named], fact))?.actor ?? actor;
  }
  return actor;
}

function fits(ons: readonly On[], fact: DiaryFact): boolean {
  return ons.some((on) => on.happening === fact.happening && meets(on, fact.facts));
}

function meets(on: On<Happening>, facts: DiaryFact['facts']): boolean {
  if (!on.where) return true;
  return Object.entries(on.where).every(([name, wanted]) => [wanted].flat().includes((facts as Record<string, unknown>)[name] as never));
}

/** An entry that names no candidate (a restoration, a closing) concerns every candidate. */
function isPaired(rule: Rule, start: DiaryFact, fact: DiaryFact): boolean {
  if (rule.pairedBy === undefined || !(rule.pairedBy in fact.facts)) return true;
  return (fact.facts as Record<string, unknown>)[rule.pairedBy] === (start.facts as Record<string, unknown>)[rule.pairedBy];
}

function bySoonestDue(one: StoredObligation, other: StoredObligation): number {
  return compare(one.dueAt, other.dueAt) || compare(one.ruleId, other.ruleId) || compare(one.triggerEntryId, other.triggerEntryId);
}

function byHappened(one: DiaryFact, other: DiaryFact): number {
  return compare(one.happenedAt, other.happenedAt) || compare(one.recordedAt, other.recordedAt) || compare(one.entryId, other.entryId);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
