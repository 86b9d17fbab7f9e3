// Attacks at pairs, judgements and the Committee's answers in the database itself: which columns each door may change, and in whose name.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { type Instant, addMinutes, fromMilliseconds } from '../../src/kernel/time.ts';
import { roles, rolesThatMay } from '../../src/modules/officers/may.ts';
import { judgementsOf } from '../../src/modules/matching/judging/judgement-store.ts';
import { type Actor, type Context, type Db, type Door, inContext } from '../../src/platform/context.ts';
import { type Nation, startNation, worker } from '../database/tools.ts';
import { type Story, committee, elsewhere, station, tellStory } from './story.ts';

let nation: Nation;
let story: Story;

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
});
afterAll(() => nation?.stop());

const undone = new Error('undone');
/** Does it and undoes it: true if the database let it and it changed a row, false where it refused the right. */
async function may(door: Door, actor: Actor, attack: (db: Db) => Promise<unknown>): Promise<boolean> {
  let rows = 0n;
  const work = async ({ db }: Context) => {
    rows = ((await attack(db)) as { numAffectedRows?: bigint }).numAffectedRows ?? 0n;
    throw undone;
  };
  const asking = { actor, requestId: newId(), ground: { name: 'attack', purpose: 'casework' } };
  const error = await inContext(nation.tools(door), asking, work).catch((caught: unknown) => caught);
  if (error === undone) return rows > 0n;
  if ((error as { code?: string }).code === '42501') return false;
  throw error;
}

/** Past the guards of its own table. */
async function answered(answer: string | null): Promise<void> {
  await sql`alter table production_request disable trigger user`.execute(nation.admin);
  await sql`update production_request set answer = ${answer} where id = ${story.requestId}`.execute(nation.admin);
  await sql`alter table production_request enable trigger user`.execute(nation.admin);
}

const columnsOf = async (table: string): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(nation.admin);
  return rows.map(({ name }) => name);
};

describe('what may be changed of a pair and of a request to the Committee', () => {
  const changeable = {
    'match_candidate desk': [],
    'match_candidate worker': ['probability', 'total_bits', 'one_in', 'band', 'comparison', 'weights_version', 'missing_version', 'found_version', 'computed_at', 'standing'],
    'production_request worker': ['answered_at', 'answer', 'reasons', 'taken_back_at'],
  } as const; // prettier-ignore

  test.each(Object.entries(changeable))('%s: these columns, no other', async (what, allowed) => {
    const [table, door] = what.split(' ') as [string, 'desk' | 'worker'];
    const actor = door === 'worker' ? worker : nation.officer(station);
    const could: string[] = [];
    for (const column of await columnsOf(table))
      if (await may(door, actor, (db) => sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)}`.execute(db)))
        could.push(column);
    expect(could.toSorted()).toEqual(allowed.toSorted());
  });

  test('the citizens’ and the machines’ doors change nothing', async () => {
    for (const door of ['citizen', 'exchange'] as const)
      for (const attack of [sql`update match_candidate set standing = standing`, sql`update production_request set answer = answer`])
        expect(await may(door, nation.officer(station), (db) => attack.execute(db))).toBe(false);
  });
});

describe('a judgement', () => {
  type Given = { verdict?: string; at?: Instant };
  const insert =
    (judgedBy: string, officeId: string, { verdict = 'unsure', at = nation.clock.now }: Given = {}) =>
    (db: Db) =>
      sql`insert into match_judgement (id, candidate_id, verdict, reason, missing_version, found_version, judged_by, office_id, judged_at)
      values (${newId()}, ${story.matchId}, ${verdict}, 'a reason', 1, 1, ${judgedBy}, ${officeId}, ${at})`.execute(db);
  const mine = () => nation.officer(station);
  const byRole = (role: string, given: Given = {}): Promise<boolean> =>
    may('desk', { ...mine(), role } as Actor, insert(mine().officerId, mine().officeId, given));

  test('is given by the roles that may judge, and by no other', async () => {
    const judging: string[] = [];
    for (const role of roles) if (await byRole(role)) judging.push(role);
    expect(judging.toSorted()).toEqual(rolesThatMay('match.judge').toSorted());
    const reversing: string[] = [];
    for (const role of roles) if (await byRole(role, { verdict: 'reversed' })) reversing.push(role);
    expect(reversing.toSorted()).toEqual([...rolesThatMay('match.judge'), ...rolesThatMay('identity.confirm')].toSorted());
  });

  test('is not dated back before another, nor before what is told of the children', async () => {
    expect(await byRole(mine().role, { at: addMinutes(nation.clock.now, 1) })).toBe(true); // control
    expect(await byRole(mine().role, { at: addMinutes(nation.clock.now, -1) })).toBe(false); // the story has one of now
    await sql`alter table match_judgement disable trigger match_judgement_append_only`.execute(nation.admin);
    await sql`update match_judgement set judged_at = judged_at - interval '1 day'`.execute(nation.admin);
    expect(await byRole(mine().role, { at: addMinutes(nation.clock.now, -1) })).toBe(true); // control: within the clocks of two doors
    expect(await byRole(mine().role, { at: addMinutes(nation.clock.now, -60) })).toBe(false);
    await sql`update match_judgement set judged_at = judged_at + interval '1 day'`.execute(nation.admin);
    await sql`alter table match_judgement enable trigger match_judgement_append_only`.execute(nation.admin);
  });

  test('that somebody dated forward, or a diary entry so dated, keeps nobody from judging after it', async () => {
    const before = nation.clock.now;
    nation.clock.now = fromMilliseconds(Date.now()); // the bound is the database's own clock
    const { officerId, officeId, role } = mine();
    const forward = addMinutes(nation.clock.now, 60 * 24 * 365);
    const after = (first: (db: Db) => Promise<unknown>) => (db: Db) =>
      first(db).then(() => insert(officerId, officeId, { verdict: 'different' })(db));
    const entry = (db: Db) =>
      sql`insert into diary_entry (id, record_id, happening, happened_at, recorded_at, by_officer, by_office, door)
        values (${newId()}, ${story.missing.id}, 'missing.hueAndCryIssued', ${nation.clock.now}, ${forward}, ${officerId}, ${officeId}, 'desk')`.execute(
        db,
      );
    expect(await may('desk', mine(), after(insert(officerId, officeId, { at: forward })))).toBe(true);
    expect(await may('desk', mine(), after(entry))).toBe(true);
    expect(await byRole(role, { at: addMinutes(before, -60 * 24) })).toBe(false); // control
    let last: unknown;
    await may('desk', mine(), async (db) => {
      const given = await after(insert(officerId, officeId, { at: forward }))(db);
      last = (await judgementsOf({ db } as Context, story.matchId)).at(-1)?.verdict;
      return given;
    });
    expect(last).toBe('different');
    nation.clock.now = before;
  });

  test('alone says how a pair stands: no door sets that, the machine judges nothing and takes nothing back', async () => {
    const stands = (standing: string) => (db: Db) =>
      sql`update match_candidate set standing = ${standing} where id = ${story.matchId}`.execute(db);
    for (const standing of ['same', 'different', 'unsure']) {
      expect(await may('desk', mine(), stands(standing))).toBe(false);
      expect(await may('worker', worker, stands(standing))).toBe(false);
    }
    expect(await may('worker', worker, stands('withdrawn'))).toBe(true); // control
    await stands('same')(nation.admin);
    for (const standing of ['open', 'withdrawn']) expect(await may('worker', worker, stands(standing))).toBe(false);
    expect(await byRole(mine().role)).toBe(false); // taken back first
    expect(await byRole(mine().role, { verdict: 'reversed' })).toBe(true); // control
    await answered('confirmed');
    expect(await byRole(mine().role, { verdict: 'reversed' })).toBe(false); // what the Committee confirmed
    expect(await byRole('cwc-member', { verdict: 'reversed' })).toBe(true); // control
    await answered(null);
    await stands('open')(nation.admin);
    let standing: unknown;
    await may('desk', mine(), async (db) => {
      const given = await insert(mine().officerId, mine().officeId)(db);
      standing = (await sql`select standing from match_candidate where id = ${story.matchId}`.execute(db)).rows;
      return given;
    });
    expect(standing).toEqual([{ standing: 'unsure' }]);
  });

  test('is given in one’s own name and for one’s own office only', async () => {
    const { officerId, officeId } = mine();
    expect(await may('desk', mine(), insert(officerId, officeId))).toBe(true); // control
    expect(await may('desk', mine(), insert(nation.officer(committee).officerId, officeId))).toBe(false);
    expect(await may('desk', mine(), insert(officerId, nation.officer(committee).officeId))).toBe(false);
  });

  test('is given by nobody who sees one side alone', async () => {
    const shutTo = async (until: Instant | null) =>
      sql`update record_access set until = ${until} where record_id = ${story.found.id} and office_id = ${mine().officeId}`.execute(
        nation.admin,
      );
    await shutTo(nation.clock.now);
    expect(await byRole(mine().role)).toBe(false);
    await shutTo(null);
    expect(await byRole(mine().role)).toBe(true); // control
  });

  test('is given by nobody who does not see the pair, and by no machine', async () => {
    const stranger = nation.officer(elsewhere);
    expect(await may('desk', stranger, insert(stranger.officerId, stranger.officeId))).toBe(false);
    expect(await may('worker', worker, insert(mine().officerId, mine().officeId))).toBe(false);
  });
});

describe('the Committee’s answer', () => {
  const answer =
    (by: readonly string[], verdict: string | null = 'refused') =>
    (db: Db) =>
      sql`update production_request set answer = ${verdict}, answered_at = ${nation.clock.now}, answered_by = ${by}::uuid[], reasons = 'heard'
      where id = ${story.requestId}`.execute(db);
  const member = () => nation.officer(committee);

  test('is given by its member in the member’s name, and never without an answer', async () => {
    expect(await may('desk', member(), answer([member().officerId]))).toBe(true); // control
    expect(await may('desk', member(), answer([nation.officer(elsewhere).officerId]))).toBe(false);
    expect(await may('desk', member(), answer([member().officerId, nation.officer(elsewhere).officerId]))).toBe(false);
    expect(await may('desk', member(), answer([member().officerId], null))).toBe(false);
    expect(await may('desk', nation.officer(station), answer([nation.officer(elsewhere).officerId]))).toBe(false);
  });

  test('moves the request to no other Committee or child, and is not written over', async () => {
    for (const column of ['cwc_id', 'candidate_id', 'found_id', 'missing_id', 'taken_back_at', 'asked_at'])
      expect([column, await may('desk', member(), (db) => sql`update production_request set ${sql.ref(column)} = ${sql.ref(column)}`.execute(db))]).toEqual([column, false]); // prettier-ignore
    await sql`update production_request set answer = 'refused', answered_by = ${[member().officerId]}::uuid[] where id = ${story.requestId}`.execute(nation.admin); // prettier-ignore
    expect(await may('desk', member(), answer([member().officerId], 'refused'))).toBe(false);
    await sql`update production_request set answer = null, answered_by = '{}' where id = ${story.requestId}`.execute(nation.admin);
    expect(await may('desk', member(), answer([member().officerId]))).toBe(true); // control
  });
});
