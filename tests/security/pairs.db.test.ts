// Attacks at pairs, judgements and the Committee's answers in the database itself: which columns each door may change, and in whose name.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
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

const columnsOf = async (table: string): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(nation.admin);
  return rows.map(({ name }) => name);
};

describe('what may be changed of a pair and of a request to the Committee', () => {
  const changeable = {
    'match_candidate desk': ['standing'],
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
  const insert = (judgedBy: string, officeId: string) => (db: Db) =>
    sql`insert into match_judgement (id, candidate_id, verdict, reason, missing_version, found_version, judged_by, office_id, judged_at)
      values (${newId()}, ${story.matchId}, 'unsure', 'a reason', 1, 1, ${judgedBy}, ${officeId}, ${nation.clock.now})`.execute(db);
  const mine = () => nation.officer(station);

  test('is given in one’s own name and for one’s own office only', async () => {
    const { officerId, officeId } = mine();
    expect(await may('desk', mine(), insert(officerId, officeId))).toBe(true); // control
    expect(await may('desk', mine(), insert(nation.officer(committee).officerId, officeId))).toBe(false);
    expect(await may('desk', mine(), insert(officerId, nation.officer(committee).officeId))).toBe(false);
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
