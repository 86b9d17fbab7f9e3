// Word of lateness: once a duty and step however many workers tick and whenever one of them stops; one message an office; past an empty chair at once.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Nation, type Who, noon, startNation, worker } from '../../../tests/database/tools.ts';
import { type Story, tellStory } from '../../../tests/security/story.ts';
import { newId } from '../../kernel/ids.ts';
import { addHours } from '../../kernel/time.ts';
import { type Context, inContext } from '../../platform/context.ts';
import { peekRecord } from '../children/index.ts';
import { writeDiary } from '../diary/index.ts';
import { tellNext } from '../intimations/index.ts';
import { ownedObligations } from './projection.ts';
import { obligationsOfRecord } from './store.ts';
import { tellOffices, tickDuties } from './tick.ts';

let nation: Nation;
let story: Story;
const station: Who = 'investigating-officer Saran';
const unit: Who = 'juvenile-police-head Saran';
const district: Who = 'district-nodal-officer Saran';
const state: Who = 'state-nodal-officer Saran';
const officeOf = (who: Who) => nation.officer(who).officeId;

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
  await sql`update office set telephone = '0612-5550' || right(id::text, 4)`.execute(nation.admin);
});
afterAll(() => nation?.stop());

const rows = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> => (await query.execute(nation.admin)).rows;

/** Every duty of the missing child ended but these, at their moments; nothing told yet. */
async function arrange(...duties: { rule: string; late: string; steps?: [actor: string, at: string][]; office?: Who }[]): Promise<void> {
  nation.clock.now = noon;
  await sql`delete from duty_word`.execute(nation.admin);
  await sql`truncate intimation, intimation_attempt`.execute(nation.admin);
  await sql`delete from message`.execute(nation.admin);
  await sql`update obligation set next_at = null`.execute(nation.admin);
  for (const { rule, late, steps = [], office = station } of duties)
    await sql`update obligation set ending = null, ended_at = null, suspended_at = null, started_at = ${addHours(noon, -48)}, warn_at = ${late}::timestamptz - interval '1 hour', late_after = ${late},
      next_at = ${late}::timestamptz - interval '1 hour', escalates_to = ${steps.map(([actor]) => actor)}::text[], escalates_at = ${steps.map(([, at]) => at)}::timestamptz[],
      office_id = ${officeOf(office)} where record_id = ${story.missing.id} and rule_id = ${rule}`.execute(nation.admin);
}
beforeEach(() => arrange());

const tick = () => nation.ask(worker, (context) => tickDuties(context));
const tell = () => nation.ask(worker, (context) => tellOffices(context));
const words = () =>
  rows(
    sql<{
      rule: string;
      kind: string;
      step: number;
      officeId: string;
    }>`select rule_id as rule, kind, step, office_id from duty_word order by rule_id, moment, step`,
  );
const inShort = async (): Promise<string[]> => (await words()).map(({ rule, kind, step }) => `${rule} ${kind} ${step}`);
/** What offices were told together, in order. */
async function messages(): Promise<{ officeId: string; alarm: boolean; facts: Record<string, unknown> }[]> {
  const told = await rows(
    sql<{
      officeId: string;
      alarm: boolean;
      factsSealed: Buffer;
    }>`select office_id, alarm, facts_sealed from intimation where about_kind = 'duties' order by created_at, office_id`,
  );
  return told.map(({ factsSealed, ...one }) => ({
    ...one,
    facts: JSON.parse(nation.tools('worker').unseal(factsSealed)) as Record<string, unknown>,
  }));
}

/** Two workers at once: neither commits before both have done their work, or one of them waited for the other's locks in vain. */
async function race(work: (context: Context) => Promise<number>): Promise<number[]> {
  const gate = Promise.withResolvers<void>();
  let ended = 0;
  const running = async (context: Context): Promise<number> => {
    await sql`set local lock_timeout = '2s'`.execute(context.db);
    const done = await work(context).finally(() => {
      if (++ended === 2) gate.resolve();
    });
    await gate.promise;
    return done;
  };
  const settled = await Promise.allSettled([nation.ask(worker, running), nation.ask(worker, running)]);
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : Number.NaN));
}

test('each moment is told at its time, and no moment twice', async () => {
  await arrange({ rule: 'M07', late: addHours(noon, 2), steps: [['superintendent-of-police', addHours(noon, 3)]] });
  expect(await tick()).toBe(0);
  nation.clock.later(1.1);
  expect([await tick(), await inShort()]).toEqual([1, ['M07 warning 0']]);
  nation.clock.later(1);
  expect([await tick(), await tick(), await inShort()]).toEqual([1, 0, ['M07 warning 0', 'M07 late 0']]);
  nation.clock.later(1);
  await tick();
  expect(await words()).toMatchObject([
    { officeId: officeOf(station) },
    { officeId: officeOf(station) },
    { kind: 'ladder', step: 1, officeId: officeOf(unit) },
  ]);
  nation.clock.later(500);
  expect(await tick()).toBe(0);
});

test('two workers at once tell each moment once; a tick rolled back told nothing, and the next one tells it', async () => {
  await arrange(
    { rule: 'M06', late: addHours(noon, -1) },
    { rule: 'M07', late: addHours(noon, -2) },
    { rule: 'M09', late: addHours(noon, -3) },
  );
  const stopped = new Error('the worker was stopped');
  const killed = nation.ask(worker, async (context) => {
    expect(await tickDuties(context)).toBe(3);
    throw stopped;
  });
  await expect(killed).rejects.toBe(stopped);
  expect(await words()).toEqual([]);
  expect((await race((context) => tickDuties(context, 'record', 2))).toSorted()).toEqual([1, 2]);
  expect([await tick(), await inShort()]).toEqual([0, ['M06 late 0', 'M07 late 0', 'M09 late 0']]);
});

test('control: without the claim two ticks take the same duty, and the unique index still lets one word stand', async () => {
  await arrange({ rule: 'M07', late: addHours(noon, -1) });
  await tick();
  await sql`update obligation set next_at = late_after where rule_id = 'M07' and record_id = ${story.missing.id}`.execute(nation.admin); // as a stale writer leaves it
  expect([await tick(), await inShort()]).toEqual([1, ['M07 late 0']]);
  const again = sql`insert into duty_word (id, record_id, rule_id, trigger_entry_id, kind, step, moment, office_id, told_at, not_before)
    select gen_random_uuid(), record_id, rule_id, trigger_entry_id, kind, step, moment, office_id, told_at, not_before from duty_word`;
  await expect(again.execute(nation.admin)).rejects.toMatchObject({ code: '23505' });
});

test('many at once for one office are one message that names no child; what comes soon after waits; what is done meanwhile is not sent', async () => {
  await arrange(
    { rule: 'M06', late: addHours(noon, -1), steps: [['superintendent-of-police', addHours(noon, -0.5)]] },
    { rule: 'M07', late: addHours(noon, -2) },
    { rule: 'M09', late: addHours(noon, 0.5) },
  );
  await tick();
  expect(await tell()).toBe(2);
  const sent = await messages();
  expect(sent.map(({ facts }) => facts)).toContainEqual({
    office: 'police-station Saran',
    late: 2,
    soon: 1,
    others: 0,
    link: `${nation.tools('worker').deskOrigin}/`,
  });
  expect(sent.map(({ facts }) => facts)).toContainEqual(expect.objectContaining({ office: 'juvenile-police-unit Saran', others: 1 }));
  expect(sent).toHaveLength(2);
  expect(story.canaries.filter((canary) => JSON.stringify(sent).includes(canary))).toEqual([]);
  expect(await tell()).toBe(0);
  nation.clock.later(0.6);
  await tick(); // M09 is late by now
  await sql`update duty_word set sent_at = ${addHours(nation.clock.now, -0.05)} where sent_at is not null`.execute(nation.admin);
  expect([await tell(), (await messages()).length]).toEqual([0, 2]); // three minutes after the last
  nation.clock.later(0.2);
  await sql`update obligation set ending = 'met', ended_at = ${nation.clock.now}, next_at = null where rule_id = 'M09'`.execute(
    nation.admin,
  );
  expect([await tell(), (await messages()).length]).toEqual([0, 2]);
  expect(await rows(sql`select kind from duty_word where dropped_at is not null`)).toEqual([{ kind: 'late' }]);
});

test('whoever is on duty is asked once, and nobody above in their place; an Act’s or a court’s “at once” wakes, the portal’s own does not', async () => {
  await arrange({ rule: 'M06', late: addHours(noon, -1) });
  await tick();
  await tell();
  const asked = async () => {
    while (await nation.ask(worker, tellNext));
    return rows(sql`select template, urgency from message order by channel`);
  };
  const both = (urgency: string) => [1, 2].map(() => ({ template: 'dutiesFellDue', urgency })); // its head, and its own telephone
  expect(await asked()).toEqual(both('ordinary'));
  nation.clock.later(24);
  expect(await asked()).toHaveLength(2);
  await arrange({ rule: 'M01', late: addHours(noon, -1) });
  await tick();
  await tell();
  expect(await asked()).toEqual(both('alarm'));
});

test.each([['M01', 'late', -1, true], ['M01', 'not yet late', 1, false], ['M06', 'late by the portal’s own rule', -1, false]] as const)('handed over, %s %s: who has it now is woken or not', async (rule, _, hours, alarm) => {
  await arrange({ rule, late: addHours(noon, hours), office: unit });
  const { officerId, officeId, postingId } = nation.officer(station);
  const [act] = await rows(sql<{ id: string }>`insert into duty_act (id, record_id, rule_id, trigger_entry_id, kind, step, note, to_office, by_officer, by_office, by_posting, by_role, at)
    select gen_random_uuid(), record_id, rule_id, trigger_entry_id, 'handed-over', 0, 'x', ${officeOf(unit)}, ${officerId}, ${officeId}, ${postingId}, 'investigating-officer', ${noon}
    from obligation where record_id = ${story.missing.id} and rule_id = ${rule} limit 1 returning id`); // prettier-ignore
  await sql`insert into duty_word (id, record_id, rule_id, trigger_entry_id, kind, moment, office_id, act_id, told_at, not_before)
    select gen_random_uuid(), record_id, rule_id, trigger_entry_id, kind, at, to_office, id, at, at from duty_act where id = ${act!.id}`.execute(nation.admin); // prettier-ignore
  await tell();
  expect((await messages()).map((one) => [one.officeId, one.alarm])).toEqual([[officeOf(unit), alarm]]);
}); // prettier-ignore

test('word written and not sent when a worker stopped is sent by the next; two that send at once send one message', async () => {
  await arrange({ rule: 'M07', late: addHours(noon, -2) });
  await tick();
  const stopped = new Error('the worker was stopped');
  const killed = nation.ask(worker, async (context) => {
    expect(await tellOffices(context)).toBe(1);
    throw stopped;
  });
  await expect(killed).rejects.toBe(stopped);
  expect(await messages()).toEqual([]);
  const both = await race(tellOffices);
  expect([both.toSorted(), (await messages()).length]).toEqual([[0, 1], 1]);
});

describe('a post nobody holds', () => {
  const leave = async (who: Who, day: string | null) => {
    await sql`alter table posting disable trigger posting_is_history`.execute(nation.admin);
    await sql`update posting set to_on = ${day} where id = ${nation.officer(who).postingId}`.execute(nation.admin);
    await sql`alter table posting enable trigger posting_is_history`.execute(nation.admin);
  };
  const seat = async () =>
    rows(
      sql<{
        officeId: string;
        insteadOf: string | null;
        breach: string | null;
      }>`select office_id, instead_of, breach from duty_word where kind = 'ladder'`,
    );

  test.each([
    ['the district’s nodal officer', 'district-nodal-officer', district, state, 'M18.2'],
    ['the juvenile police unit', 'superintendent-of-police', unit, district, 'M17.2'],
  ] as const)(
    '%s: word goes to the next filled above at once, and the breach of who appoints is noted',
    async (_, actor, empty, heir, breach) => {
      const duty = { rule: 'M07', late: addHours(noon, -2), steps: [[actor, addHours(noon, -1)]] as [string, string][] };
      await arrange(duty);
      await tick();
      expect(await seat()).toEqual([{ officeId: officeOf(empty), insteadOf: null, breach: null }]); // control: filled, it hears itself
      await leave(empty, '2026-11-23');
      await arrange(duty);
      await tick();
      expect(await seat()).toEqual([{ officeId: officeOf(heir), insteadOf: officeOf(empty), breach }]);
      await leave(empty, null);
    },
  );

  test('what an empty post owes is told to the next above', async () => {
    await leave(district, '2026-11-23');
    await arrange({ rule: 'M07', late: addHours(noon, -1), office: district });
    await tick();
    expect(await rows(sql`select office_id, instead_of from duty_word`)).toEqual([
      { officeId: officeOf(state), insteadOf: officeOf(district) },
    ]);
    await leave(district, null);
  });
});

test('an entry in the diary leaves what was told told: rebuilt and stored agree, before and after ticks', async () => {
  await nation.ask(worker, (context) => writeDiary(context, story.missing.id, { happening: 'record.corrected', facts: { field: 'age' } }));
  const same = async () => {
    const [stored, rebuilt] = await nation.ask(worker, async (context) => [
      await obligationsOfRecord(context, story.missing.id),
      await ownedObligations(context, (await peekRecord(context, { id: story.missing.id }))!),
    ]);
    const next = (duties: readonly { ruleId: string; nextAt: string | null }[]) =>
      Object.fromEntries(duties.map(({ ruleId, nextAt }) => [ruleId, nextAt]));
    expect(next(stored!)).toEqual(next(rebuilt!));
    return stored!.filter(({ nextAt }) => nextAt !== null).length;
  };
  const before = await same();
  await tick();
  expect((await inShort()).length).toBeGreaterThan(4);
  expect(await same()).toBeLessThan(before); // the ladder of the oldest is climbed to its end
  const told = await inShort();
  await nation.ask(worker, (context) => writeDiary(context, story.missing.id, { happening: 'record.corrected', facts: { field: 'age' } }));
  await same();
  expect([await tick(), await inShort()]).toEqual([0, told]);
});

test('no officer writes word but of an own act, nor marks any as sent', async () => {
  await arrange({ rule: 'M07', late: addHours(noon, -1) });
  await tick();
  const attack = (statement: ReturnType<typeof sql>) =>
    inContext(
      nation.tools('desk'),
      { actor: nation.officer(station), requestId: newId(), ground: { name: 'attack', purpose: 'casework' } },
      ({ db }) => statement.execute(db),
    );
  await expect(attack(sql`update duty_word set sent_at = now()`)).rejects.toMatchObject({ code: '42501' });
  await expect(
    attack(sql`insert into duty_word (id, record_id, rule_id, trigger_entry_id, kind, moment, office_id, told_at, not_before)
      select gen_random_uuid(), record_id, rule_id, trigger_entry_id, kind, moment + interval '1 hour', office_id, told_at, not_before from duty_word`),
  ).rejects.toMatchObject({ code: '42501' });
  expect((await attack(sql`select 1 from duty_word`)).rows).toHaveLength(1); // control: it sees the word
});
