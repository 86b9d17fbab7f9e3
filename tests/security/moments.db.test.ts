// What an officer's own statements may date, and for which office: acts, returns, word to offices, matters. By the database's own clock, as doors have it.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficeId, newId } from '../../src/kernel/ids.ts';
import { type Instant, addMinutes, dayOf, systemClock, yearOf } from '../../src/kernel/time.ts';
import { actPolicy } from '../../src/law/index.ts';
import type { Context, Db } from '../../src/platform/context.ts';
import { writeDiary } from '../../src/modules/diary/index.ts';
import { type Nation, type Who, startNation } from '../database/tools.ts';
import { type Story, committee, elsewhere, home, station, tellStory } from './story.ts';

let nation: Nation;
let story: Story;
let duty: { ruleId: string; triggerEntryId: string; officeId: string };
const chair: Who = 'cwc-chairperson Saran';
const magistrate: Who = 'district-nodal-officer Saran';
const unit: Who = 'juvenile-police-head Saran';
const now = (): Instant => nation.clock.now;

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
  const { rows } = await sql<typeof duty>`select rule_id, trigger_entry_id, office_id from obligation where record_id = ${story.missing.id}
    and ending is null and office_id = ${nation.officer(station).officeId} order by rule_id limit 1`.execute(nation.admin);
  duty = rows[0]!;
  // From here on as in production: the door's clock is right, and the database allows no more than it allows there.
  nation.clock.now = systemClock();
  await sql`create or replace function clock_leeway() returns interval language sql stable parallel safe as 'select clock_leeway_of_doors()'`.execute(
    nation.admin,
  );
});
afterAll(() => nation?.stop());

const undone = new Error('undone');
type Attack = (db: Db, context: Context) => Promise<unknown>;
/** `done`, or `refused` by row security, or the name of the constraint. Nothing stays. */
async function tried(who: Who, attack: Attack): Promise<string> {
  const caught: unknown = await nation
    .ask(who, async (context) => {
      await attack(context.db, context);
      throw undone;
    })
    .catch((error: unknown) => error);
  if (caught === undone) return 'done';
  const { code, constraint } = caught as { code?: string; constraint?: string };
  if (code === '42501') return 'refused';
  if (constraint) return constraint;
  throw caught;
}
const moments = { anHourAgo: -60, anHourAhead: 60, sixMinutesAgo: -6, fourMinutesAgo: -4, now: 0 } as const;
const within5 = { anHourAgo: 'refused', anHourAhead: 'refused', sixMinutesAgo: 'refused', fourMinutesAgo: 'done', now: 'done' };
/** What becomes of the same statement at each of the moments. */
async function at(who: Who, attack: (at: Instant) => Attack): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const [name, minutes] of Object.entries(moments)) said[name] = await tried(who, attack(addMinutes(now(), minutes)));
  return said;
}

type Acted = { at?: Instant; kind?: string; remindAt?: Instant | null };
const act =
  (who: Who, { at: when = now(), kind = 'acknowledged', remindAt = null }: Acted = {}): Attack =>
  (db) => {
    const { officerId, officeId, postingId, role } = nation.officer(who);
    return sql`insert into duty_act (id, record_id, rule_id, trigger_entry_id, kind, step, remind_at, by_officer, by_office, by_posting, by_role, at)
      values (${newId()}, ${story.missing.id}, ${duty.ruleId}, ${duty.triggerEntryId}, ${kind}, 0, ${remindAt}, ${officerId}, ${officeId}, ${postingId}, ${role}, ${when})`.execute(
      db,
    );
  };

describe('an act on a duty', () => {
  test('is dated now, neither back nor ahead', async () => {
    expect(await at(station, (when) => act(station, { at: when }))).toEqual(within5);
  });

  test('is of the office that owes it or of one whose area it is, not of whoever merely reads the record', async () => {
    await sql`insert into record_access values (${story.missing.id}, ${nation.officer(elsewhere).officeId}, 'match', ${now()})
      on conflict do nothing`.execute(nation.admin);
    for (const reader of [elsewhere, home]) expect([reader, await tried(reader, act(reader))]).toEqual([reader, 'refused']);
    for (const who of [station, unit, 'state-nodal-officer Saran'] as const)
      expect([who, await tried(who, act(who))]).toEqual([who, 'done']);
  });

  test('puts word of it off for as long as the law’s longest reminder, no longer', async () => {
    const longest = Math.max(...actPolicy.reminderHours) * 60;
    const remind = (minutes: number) => tried(station, act(station, { kind: 'reminder', remindAt: addMinutes(now(), minutes) }));
    expect([await remind(longest), await remind(longest + 1)]).toEqual(['done', 'duty_act_reminder_soon']);
  });
});

/** The last quarter that is over. */
function lastQuarter(): string {
  const day = dayOf(now());
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return quarter === 1 ? `${yearOf(day) - 1}-Q4` : `${yearOf(day)}-Q${quarter - 1}`;
}
const sign =
  (when: Instant, id = newId()): Attack =>
  (db) => {
    const { officeId, officerId } = nation.officer(chair);
    return sql`insert into quarterly_return (id, office_id, period, digest, signed_by, signed_at)
      values (${id}, ${officeId}, ${lastQuarter()}, ${'a'.repeat(64)}, ${officerId}, ${when})`.execute(db);
  };
type Entered = { what: string; office?: Who; recordedAt?: Instant; happenedAt?: Instant; paper?: string | null; happening?: string };
const enter =
  (
    who: Who,
    { what, office = chair, recordedAt = now(), happenedAt = recordedAt, paper = null, happening = 'office.returnMade' }: Entered,
  ): Attack =>
  (db) => {
    const facts = JSON.stringify({ what, period: lastQuarter() });
    const { officerId, officeId } = nation.officer(who);
    return sql`insert into office_entry (id, office_id, happening, facts, happened_at, recorded_at, by_officer, by_office, door, paper_kind, paper_id)
      values (${newId()}, ${nation.officer(office).officeId}, ${happening}, ${facts}::jsonb, ${happenedAt}, ${recordedAt}, ${officerId}, ${officeId}, 'desk',
        'paper', ${paper})`.execute(db);
  };
const paperOf =
  (who: Who, office: Who, what: string, id: string, when = now()): Attack =>
  (db) =>
    sql`insert into paper_return (id, office_id, what, period, letter, made_on, said_by, said_at)
      values (${id}, ${nation.officer(office).officeId}, ${what}, ${lastQuarter()}, 'L/1', ${dayOf(addMinutes(now(), -24 * 60))}, ${nation.officer(who).officerId}, ${when})`.execute(
      db,
    );

describe('returns of offices', () => {
  test('a return is signed now', async () => {
    expect(await at(chair, (when) => sign(when))).toEqual(within5);
  });

  test('an entry in a journal is recorded now, and happened when its paper says', async () => {
    const id = newId();
    const after =
      (entered: Partial<Entered>): Attack =>
      async (db, context) => {
        await sign(now(), id)(db, context);
        return enter(chair, { what: 'inquiries-disposed-and-pending', paper: id, ...entered })(db, context);
      };
    expect(await at(chair, (recordedAt) => after({ recordedAt, happenedAt: now() }))).toMatchObject({
      anHourAhead: 'refused',
      now: 'done',
    });
    expect(await at(chair, (happenedAt) => after({ happenedAt }))).toMatchObject({
      anHourAgo: 'refused',
      fourMinutesAgo: 'done',
      now: 'done',
    });
  });

  test('a return on paper is entered with its paper, on the paper’s day, by who makes it', async () => {
    const what = 'board-pendency-to-district-magistrate';
    const board: Who = 'jjb-magistrate Saran';
    const midnight = `${dayOf(addMinutes(now(), -24 * 60))}T00:00:00+05:30` as unknown as Instant;
    const [id, whole] = [newId(), { what, office: board }];
    const withPaper =
      (happenedAt: Instant): Attack =>
      async (db, context) => {
        await paperOf(board, board, what, id)(db, context);
        return enter(board, { ...whole, paper: id, happenedAt })(db, context);
      };
    expect(await tried(board, enter(board, whole))).toBe('refused'); // without
    expect(await tried(board, withPaper(now()))).toBe('refused'); // of another day
    expect(await tried(board, withPaper(midnight))).toBe('done'); // control
    expect(await at(board, (when) => paperOf(board, board, what, newId(), when))).toMatchObject({
      anHourAgo: 'refused',
      anHourAhead: 'refused',
      now: 'done',
    });
    for (const [who, office] of [
      [magistrate, board],
      ['child-protection-officer Saran', board],
      [board, chair],
    ] as const)
      expect([who, await tried(who, paperOf(who, office, what, newId()))]).toEqual([who, 'refused']);
  });

  test('nothing is received, directed or decided without its paper', async () => {
    for (const happening of ['office.returnReceived', 'office.directionGiven', 'office.directionKept', 'office.complaintDecided'])
      expect([happening, await tried(magistrate, enter(magistrate, { happening, what: 'inquiries-disposed-and-pending' }))]).toEqual([
        happening,
        'refused',
      ]);
    await nation.ask(chair, ({ db, ...context }) => sign(now())(db, context as Context));
    const received: Attack = enter(magistrate, { happening: 'office.returnReceived', what: 'inquiries-disposed-and-pending' });
    expect(await tried(magistrate, received)).toBe('done'); // control
  });
});

describe('word to an office', () => {
  const word =
    (to: Who, change: { template?: string; at?: Instant; id?: string } = {}): Attack =>
    (db, context) =>
      sql`select intimate(array[${change.id ?? newId()}]::uuid[], array[${nation.officer(to).officeId}]::uuid[], array[${change.template ?? 'nodalAlert'}]::text[],
      array[${context.tools.seal('{}').toString('hex')}]::text[], '{alert}', array[${story.missing.id}]::text[], array[${story.missing.id}]::uuid[], '{null}', '{true}', ${change.at ?? now()})`.execute(
        db,
      );
  const diary: Attack = (_db, context) =>
    writeDiary(context, story.missing.id, { happening: 'missing.hueAndCryIssued', facts: {} } as never);
  const alerted =
    (to: Who): Attack =>
    (db) =>
      sql`insert into alert (id, record_id, office_id, sent_at) values (${newId()}, ${story.missing.id}, ${nation.officer(to).officeId}, ${now()})`.execute(
        db,
      );
  const inTurn =
    (...attacks: Attack[]): Attack =>
    async (db, context) => {
      for (const attack of attacks) await attack(db, context);
    };
  const far: Who = 'juvenile-police-head Kannur';

  test('is sent of an alert that stands to that office, by who writes the record, in the words of an alert', async () => {
    expect(await tried(station, inTurn(diary, alerted(far), word(far)))).toBe('done'); // control
    expect(await tried(station, inTurn(diary, word(far)))).toBe('refused');
    expect(await tried(station, inTurn(alerted(far), word(far)))).toBe('refused');
    expect(await tried(station, inTurn(diary, alerted(far), word(far, { template: 'directiveIssued' })))).toBe('refused');
  });

  test('with a wrong clock is written as told now: it reaches the office, neither years ahead nor back', async () => {
    for (const minutes of [-60 * 24 * 400, 60 * 24 * 400]) {
      const id = newId();
      let away = Infinity;
      const look: Attack = async (db) => {
        const { rows } = await sql<{
          away: number;
        }>`select abs(extract(epoch from next_at - now()))::int as away from intimation where id = ${id}`.execute(db);
        away = rows[0]!.away;
      };
      expect(await tried(station, inTurn(diary, alerted(far), word(far, { id, at: addMinutes(now(), minutes) }), look))).toBe('done');
      expect(away).toBeLessThanOrEqual(300);
    }
  });

  test('is taken now, in the transaction whose diary says so', async () => {
    const take =
      (when: Instant): Attack =>
      (db) =>
        sql`select acknowledge_intimation('alert', ${story.missing.id}, ${when})`.execute(db);
    const said: Attack = (_db, context) =>
      writeDiary(context, story.missing.id, { happening: 'missing.alertAcknowledged', facts: { officeKind: 'district-nodal' } } as never);
    expect(await tried(magistrate, take(now()))).toBe('refused');
    expect(await at(magistrate, (when) => inTurn(said, take(when)))).toEqual(within5);
  });
});

test('a matter is kept at a Committee that produced the child, and on days the diary names', async () => {
  const produce: Attack = (_db, context) =>
    writeDiary(context, story.found.id, { happening: 'found.produced', facts: { sitting: 'committee' } } as never);
  const today = () => dayOf(now());
  const keep =
    (office: OfficeId, more: Record<string, unknown> = {}): Attack =>
    async (db, context) => {
      await produce(db, context);
      const rows = JSON.stringify([{ number: 1, office_id: office, started_on: today(), ran_away_on: [], ...more }]);
      await sql`select keep_matters(${story.found.id}, ${rows}::jsonb)`.execute(db);
    };
  const own = nation.officer(committee).officeId;
  expect(await tried(committee, keep(own))).toBe('done'); // control
  expect(await tried(committee, keep(nation.officer(chair).officeId))).toBe('refused');
  expect(await tried(committee, keep(own, { started_on: '2020-01-01' }))).toBe('refused');
  expect(await tried(committee, keep(own, { ended_on: today(), ended_how: 'final-order' }))).toBe('refused');
});

test('a list of holidays and an order on Saturdays come now', async () => {
  const keeper: Who = 'state-nodal-officer Saran';
  const list =
    (when: Instant): Attack =>
    (db) =>
      sql`select import_holidays(${newId()}, 'BR', ${yearOf(dayOf(now()))}, 'GAD/1', '2026-01-01', null, '[]', ${when})`.execute(db);
  const order =
    (when: Instant): Attack =>
    (db) =>
      sql`select close_saturdays(${newId()}, 'BR', '2026-01-01', '{2}', 'GAD/2', ${when})`.execute(db);
  expect(await at(keeper, list)).toEqual(within5);
  expect(await at(keeper, order)).toEqual(within5);
});

test('a post is seen now, by its own officer', async () => {
  const life = async (who: Who, of: Who, kind: string, minutes: number): Promise<string> => {
    let found = '';
    await tried(who, async (db) => {
      const { postingId } = nation.officer(of);
      await sql`update sign_of_life set kind = null, at = null where posting_id = ${postingId}`.execute(nation.admin);
      await sql`select note_sign_of_life(${postingId}, ${kind}, ${addMinutes(now(), minutes)})`.execute(db);
      const { rows } = await sql<{
        said: string;
      }>`select coalesce(kind || case when at <= now() + interval '5 minutes' then ' now' else ' ahead' end, 'not') as said
        from sign_of_life where posting_id = ${postingId}`.execute(db);
      found = rows[0]!.said;
    });
    return found;
  };
  const year = 60 * 24 * 365;
  expect(await life(magistrate, magistrate, 'duty', 0)).toBe('duty now'); // control
  expect(await life(magistrate, magistrate, 'duty', year)).toBe('duty now');
  expect(await life(magistrate, 'district-nodal-officer Kannur', 'duty', 0)).toBe('not');
  expect(await life(station, magistrate, 'sign-in', year)).toBe('sign-in now');
});
