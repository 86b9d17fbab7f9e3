// Deadlines worked out twice, by the code and by plain SQL, over random diaries: not one may differ. A wrong rule is planted to see that it would be noticed.
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seededRandom } from '../seed/random.ts';
import { type Calendar, type Due, type Rule, law } from '../src/law/index.ts';
import { storedObligationsOf } from '../src/modules/obligations/index.ts';
import { type TestDatabase, createEmptyDatabase } from './database/test-database.ts';
import { compareWithOracle, startOracle, tellCalendars } from './oracle/obligations-oracle.ts';
import { randomCalendars, randomDiary } from './oracle/random-diaries.ts';

const count = 3000;
let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createEmptyDatabase();
  client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  await startOracle(client, law);
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

const diaries = (rules = law, many = count) => {
  const random = seededRandom('oracle');
  return Array.from({ length: many }, (_, number) => randomDiary(random, rules, number));
};
const calendars = randomCalendars(seededRandom('calendars'));
beforeEach(() => tellCalendars(client, calendars));

test('the code and the oracle agree on every duty', async () => {
  const { duties, disagreements, seen } = await compareWithOracle(client, law, diaries(), calendars);
  expect(disagreements.slice(0, 3)).toEqual([]);
  expect(duties).toBeGreaterThan(count);
  for (const [kind, many] of Object.entries(seen)) expect(many, kind).toBeGreaterThan(5);
});

test('a day more in one rule of the code would be noticed', async () => {
  const wrong = law.map((rule): Rule => (rule.id === 'M10' ? { ...rule, due: { days: 8, basis: 'source' } } : rule));
  const { disagreements } = await compareWithOracle(client, wrong, diaries(), calendars);
  expect(new Set(disagreements.map(({ ours }) => ours?.rule))).toEqual(new Set(['M10']));
});

describe('in working days', () => {
  /** Every period of days or hours of the law, as if it were in working days: the law itself has few of them. */
  const inWorkingDays = (due: Due): Due =>
    'days' in due
      ? { workingDays: Math.min(due.days, 40), basis: 'source' }
      : 'hours' in due
        ? { workingDays: Math.ceil(due.hours / 24), basis: 'source' }
        : due;
  const rules = law.map((rule): Rule => ({ ...rule, due: inWorkingDays(rule.due) }));
  const drawn = (many = 1000) => diaries(rules, many);

  beforeAll(async () => {
    await client.query('drop schema oracle cascade');
    await startOracle(client, rules);
  });

  test('the code and the oracle agree, holidays and closed Saturdays in the way', async () => {
    const { duties, disagreements } = await compareWithOracle(client, rules, drawn(), calendars);
    expect(disagreements.slice(0, 3)).toEqual([]);
    const dueDays = (known: typeof calendars) =>
      drawn().flatMap(({ entries, stateCode, ...place }) =>
        storedObligationsOf(entries, rules, { ...place, stateCode, calendar: known.get(stateCode) }).map(
          (duty) => `${duty.triggerEntryId} ${duty.ruleId} ${duty.dueAt}`,
        ),
      );
    const without = new Set(dueDays(new Map()));
    const moved = dueDays(calendars).filter((duty) => !without.has(duty)).length;
    expect(duties).toBeGreaterThan(1000);
    expect(moved).toBeGreaterThan(300);
  });

  const withLess = (less: (known: Calendar) => Calendar) => new Map([...calendars].map(([state, known]) => [state, less(known)]));
  test.each([
    ['holidays the code does not know', withLess((known) => ({ ...known, holidays: new Set([...known.holidays].slice(10)) }))],
    ['a Saturday order the code does not know', withLess((known) => ({ ...known, saturdays: known.saturdays.slice(0, -1) }))],
  ])('%s would be noticed', async (_, wrong) => {
    expect((await compareWithOracle(client, rules, drawn(300), wrong)).disagreements.length).toBeGreaterThan(0);
  });
});
