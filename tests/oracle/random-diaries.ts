// Diaries that never were: for a rule of the law, its start, what may end it and what may move it, in any order, at the moments where clocks break.
import type { Random } from '../../seed/random.ts';
import type { DiaryFact, Happening } from '../../src/kernel/happenings.ts';
import { type Day, type Instant, addDays, addMinutes, instantAt } from '../../src/kernel/time.ts';
import type { Actor, Calendar, On, Rule, Subject } from '../../src/law/index.ts';

export type RandomDiary = {
  readonly record: Subject;
  readonly journalOf: Actor;
  readonly stateCode: string;
  readonly entries: readonly DiaryFact[];
};

/** Days on which periods go wrong: month ends, leap days, new years, the days rules came into force. */
const hardDays = [
  '2024-02-29',
  '2026-01-31',
  '2026-10-31',
  '2026-12-31',
  '2027-02-28',
  '2028-02-29',
  '2013-05-10',
  '2016-01-14',
  '2022-08-31',
  '2026-05-22',
] as Day[];
const hardTimes = ['00:00', '23:59', '05:29', '05:30', '18:29', '18:30', '12:00'];

function momentOf(random: Random, around: Day): Instant {
  const day = addDays(around, random.chance(0.3) ? 0 : random.integer(-10, random.chance(0.3) ? 220 : 20));
  const at = instantAt(day, random.chance(0.5) ? random.pick(hardTimes) : '00:00');
  return random.chance(0.5) ? at : addMinutes(at, random.integer(0, 1439));
}

const states = ['WB', 'DL', 'TN'] as const;

/** Of two States a calendar with holidays in runs about the hard days, and Saturdays closed by orders that replace each other; of the third none is known. */
export function randomCalendars(random: Random): Map<string, Calendar> {
  return new Map(
    states.slice(0, 2).map((state) => {
      const runs = hardDays.flatMap((day) =>
        Array.from({ length: random.integer(0, 9) }, () => addDays(day, random.integer(-10, random.chance(0.3) ? 220 : 20))),
      );
      const orders = ['2012-01-01', '2016-01-15', '2026-02-01', '2026-11-07'] as Day[];
      const saturdays = orders.map((from) => ({ from, closed: [1, 2, 3, 4, 5].filter(() => random.chance(0.4)) }));
      return [state, { holidays: new Set(runs), saturdays }];
    }),
  );
}

/** Every fact any rule asks about, with the values they ask for: what the random entries carry. */
function factsAskedFor(rules: readonly Rule[]): Map<Happening, Map<string, unknown[]>> {
  const asked = new Map<Happening, Map<string, unknown[]>>();
  for (const on of rules.flatMap(onsOf)) {
    const names = asked.get(on.happening) ?? new Map<string, unknown[]>();
    asked.set(on.happening, names);
    for (const [name, wanted] of Object.entries(on.where ?? {}))
      names.set(name, [...(names.get(name) ?? ['something else']), ...[wanted].flat()]);
  }
  return asked;
}

export function onsOf(rule: Rule): On[] {
  return [
    rule.startedBy,
    rule.onlyIf ?? [],
    rule.metBy,
    rule.cancelledBy,
    rule.overBefore ?? [],
    rule.revivedBy ?? [],
    rule.actorBy ?? [],
    rule.dueBy ?? [],
    rule.extendedBy ?? [],
    rule.extendedTo ?? [],
  ].flat();
}

function factsFor(random: Random, rule: Rule, on: On, asked: Map<Happening, Map<string, unknown[]>>): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const [name, values] of asked.get(on.happening) ?? []) facts[name] = random.pick(values);
  if (random.chance(0.8)) for (const [name, wanted] of Object.entries(on.where ?? {})) facts[name] = random.pick([wanted].flat());
  if (rule.pairedBy && random.chance(0.85)) facts[rule.pairedBy] = random.pick(['one', 'other']);
  if (rule.orStatedDay && random.chance(0.5))
    facts['dueOn'] = random.pick(['', ...hardDays, ...hardDays.map((day) => `${day} ${random.pick([...hardTimes, '24:00'])}`)]);
  if (rule.extendedTo?.some(({ happening }) => happening === on.happening)) facts['until'] = random.pick(hardDays);
  if ('daysBefore' in rule.due) facts['plannedFor'] = random.pick(hardDays);
  if (on.happening.endsWith('journeyRecorded')) facts['minutes'] = random.integer(1, 900);
  return facts;
}

function happeningsFor(random: Random, rule: Rule): On[] {
  const ons: On[] = [random.pick(rule.startedBy)];
  if (rule.onlyIf && random.chance(0.7)) ons.push(random.pick(rule.onlyIf));
  const more = random.integer(0, 7);
  for (let count = 0; count < more; count++) ons.push(random.pick(onsOf(rule)));
  if (random.chance(0.3)) ons.push({ happening: rule.record === 'conflict' ? 'conflict.journeyRecorded' : 'found.journeyRecorded' });
  if (random.chance(0.1)) ons.push({ happening: 'missing.reopened' });
  return ons;
}

const ordersFor = (random: Random): Happening[] =>
  random.chance(0.25) ? (['obligation.suspended', 'obligation.resumed', 'obligation.suspended', 'obligation.waived'] as const).slice(0, random.integer(1, 4)) : []; // prettier-ignore

/** `number` only names the entries. One rule is meant; the diary is read by all rules of its record. */
export function randomDiary(random: Random, rules: readonly Rule[], number: number): RandomDiary {
  const asked = factsAskedFor(rules);
  const rule = random.pick(rules);
  const around = random.chance(0.6) ? random.pick(hardDays) : addDays('2026-01-01' as Day, random.integer(0, 300));
  const entries: DiaryFact[] = [];
  const write = (happening: Happening, facts: Record<string, unknown>): void => {
    const happenedAt = momentOf(random, around);
    const corrects = entries.length > 0 && random.chance(0.06) ? random.pick(entries).entryId : null;
    const entryId = `${String(number).padStart(6, '0')}-${String(entries.length).padStart(2, '0')}`;
    entries.push({ entryId, happening, facts, happenedAt, recordedAt: addMinutes(happenedAt, random.integer(0, 5000)), byOffice: null, corrects } as unknown as DiaryFact); // prettier-ignore
  };
  for (const on of happeningsFor(random, rule)) write(on.happening, factsFor(random, rule, on, asked));
  if (random.chance(0.1)) {
    // Written twice in one minute, as by two officers at once.
    const twin = random.pick(entries);
    entries.push({ ...twin, entryId: `${twin.entryId}-twin`, corrects: null } as DiaryFact);
  }
  for (const happening of ordersFor(random)) write(happening, { rule: random.chance(0.9) ? rule.id : 'M11', orderNumber: '1' });
  const whose = random.chance(0.85) ? rule : random.pick(rules);
  return { record: rule.record, journalOf: whose.journalOf ?? whose.actor, stateCode: random.pick([...states]), entries };
}
