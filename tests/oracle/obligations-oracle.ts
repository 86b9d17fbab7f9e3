// The second opinion on deadlines: rules and diaries go into PostgreSQL, which works every duty out by itself (obligations.sql); the two answers are laid
// side by side.
import { readFileSync } from 'node:fs';
import type { Client } from 'pg';
import type { Calendar, On, Rule } from '../../src/law/index.ts';
import { storedObligationsOf } from '../../src/modules/obligations/index.ts';
import type { StoredObligation } from '../../src/modules/obligations/obligation.ts';
import type { RandomDiary } from './random-diaries.ts';

type Duty = Record<
  'rule' | 'trigger' | 'due' | 'ending' | 'ended' | 'endedBy' | 'variant' | 'extended' | 'ordered' | 'held' | 'since' | 'journey' | 'actor',
  string
>;
/** `seen`: how many duties ended in which way, were held up, given more time, given a journey, of another kind of case. */
export type Comparison = { readonly duties: number; readonly disagreements: Disagreement[]; readonly seen: Record<string, number> };
export type Disagreement = { readonly diary: number; readonly ours: Duty | null; readonly oracle: Duty | null };

const rows = <T>(client: Client, text: string, values: unknown[]) => client.query(text, [JSON.stringify(values as T[])]);

const roles = {
  start: 'startedBy',
  only: 'onlyIf',
  met: 'metBy',
  cancel: 'cancelledBy',
  over: 'overBefore',
  revive: 'revivedBy',
  actor: 'actorBy',
  due: 'dueBy',
  extend: 'extendedBy',
  order: 'extendedTo',
} as const;

/** The oracle's tables, empty of diaries and of calendars. */
export async function startOracle(client: Client, rules: readonly Rule[]): Promise<void> {
  await client.query(readFileSync(new URL('obligations.sql', import.meta.url), 'utf8'));
  const plain = rules.map((rule) => ({
    ...rule,
    journal: rule.journalOf ?? rule.actor,
    in_from: rule.inForce.from, in_to: rule.inForce.to, earlier: rule.earlierCounts, met_from: rule.metFromMonths ?? null, paired: rule.pairedBy ?? null,
    due_by: (rule.dueBy ?? []).map(({ due }) => due), kind_at_start: rule.kindAtStart ?? false, or_stated: rule.orStatedDay ?? false, overrides: rule.stateOverrides,
  })); // prettier-ignore
  await rows(client, 'insert into rule select * from jsonb_populate_recordset(null::rule, $1)', plain);
  const ons = rules.flatMap((rule) =>
    Object.entries(roles).flatMap(([role, key]) =>
      ((rule[key] ?? []) as readonly (On & { months?: number; actor?: string })[]).map(({ happening, where, months, actor }, place) => ({
        rule: rule.id, role, place, happening, wheres: where ?? {}, months: months ?? null, actor: actor ?? null,
      }))),
  ); // prettier-ignore
  await rows(client, 'insert into ons select * from jsonb_populate_recordset(null::ons, $1)', ons);
  await client.query('select count_days()');
}

/** By State. */
export type Calendars = ReadonlyMap<string, Calendar>;

/** What the oracle knows of each State's calendar; a State left out closes what is closed everywhere. */
export async function tellCalendars(client: Client, calendars: Calendars): Promise<void> {
  await client.query('truncate holiday, saturday');
  const all = [...calendars];
  const holidays = all.flatMap(([state, { holidays: days }]) => [...days].map((day) => ({ state, day })));
  await rows(client, 'insert into holiday select * from jsonb_populate_recordset(null::holiday, $1)', holidays);
  const saturdays = all.flatMap(([state, known]) => known.saturdays.map(({ from, closed }) => ({ state, from_on: from, closed })));
  await rows(client, 'insert into saturday select * from jsonb_populate_recordset(null::saturday, $1)', saturdays);
  await client.query('select count_days()');
}

const stamp = (text: string | null): string => text ?? '';

function ours(stored: StoredObligation): Duty {
  return {
    rule: stored.ruleId, trigger: stored.triggerEntryId, due: stored.dueAt, ending: stamp(stored.ending), ended: stamp(stored.endedAt),
    endedBy: stamp(stored.endedByEntryId), variant: String(stored.variant ?? ''), extended: String(stored.extendedMonths), ordered: stamp(stored.extendedTo), held: String(stored.suspendedMinutes),
    since: stamp(stored.suspendedAt), journey: String(stored.journeyMinutes), actor: stored.actor,
  }; // prettier-ignore
}

const keyOf = ({ rule, trigger }: Duty): string => `${rule} ${trigger}`;

/** Every duty on which the two do not agree, and how many duties there were. The oracle's tables are emptied of diaries first. */
export async function compareWithOracle(
  client: Client,
  rules: readonly Rule[],
  diaries: readonly RandomDiary[],
  calendars: Calendars = new Map(),
): Promise<Comparison> {
  await client.query('drop table if exists fact, hit, start, considered, ended, duty; truncate diary, entry');
  await rows(client, 'insert into diary select * from jsonb_populate_recordset(null::diary, $1)', diaries.map(({ record, stateCode, journalOf }, id) => ({ id, record, state: stateCode, journal: journalOf }))); // prettier-ignore
  const entries = diaries.flatMap(({ entries: all }, diary) =>
    all.map(({ entryId, happening, facts, happenedAt, recordedAt, corrects }) => ({ diary, id: entryId, happening, facts, happened: happenedAt, recorded: recordedAt, corrects })),
  ); // prettier-ignore
  await rows(client, 'insert into entry select * from jsonb_populate_recordset(null::entry, $1)', entries);
  await client.query('select work_out()');
  const iso = (column: string) => `coalesce(to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '')`;
  const { rows: told } = await client.query<Duty & { diary: number }>(
    `select diary, rule, trigger, ${iso('due')} as due, coalesce(ending, '') as ending, ${iso('ended')} as ended, coalesce(ended_by, '') as "endedBy",
      coalesce(variant::text, '') as variant, extended::text, coalesce(ordered::text, '') as ordered, trim_scale(held)::text as held, ${iso('since')} as since, trim_scale(journey)::text as journey, actor from duty`,
  );
  const oracle = new Map(told.map(({ diary, ...duty }) => [`${diary} ${keyOf(duty)}`, duty]));
  const disagreements: Disagreement[] = [];
  diaries.forEach(({ record, stateCode, journalOf, entries: all }, diary) => {
    const place = { record, stateCode, journalOf, calendar: calendars.get(stateCode) };
    for (const duty of storedObligationsOf(all, rules, place).map(ours)) {
      const theirs = oracle.get(`${diary} ${keyOf(duty)}`) ?? null;
      oracle.delete(`${diary} ${keyOf(duty)}`);
      if (JSON.stringify(duty) !== JSON.stringify(theirs && sameOrder(theirs))) disagreements.push({ diary, ours: duty, oracle: theirs });
    }
  });
  for (const [key, duty] of oracle) disagreements.push({ diary: Number(key.split(' ')[0]), ours: null, oracle: duty });
  return { duties: told.length, disagreements, seen: seenIn(told) };
}

function seenIn(told: readonly Duty[]): Record<string, number> {
  const count = (fits: (duty: Duty) => boolean): number => told.filter(fits).length;
  return {
    open: count(({ ending }) => ending === ''),
    met: count(({ ending }) => ending === 'met'),
    cancelled: count(({ ending }) => ending === 'cancelled'),
    waived: count(({ ending }) => ending === 'waived'),
    heldUp: count(({ held, since }) => held !== '0' || since !== ''),
    givenTime: count(({ ordered }) => ordered !== ''),
    journeys: count(({ journey }) => journey !== '0'),
  };
}

function sameOrder({ rule, trigger, due, ending, ended, endedBy, variant, extended, ordered, held, since, journey, actor }: Duty): Duty {
  return { rule, trigger, due, ending, ended, endedBy, variant, extended, ordered, held, since, journey, actor };
}
