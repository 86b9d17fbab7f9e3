// An invented nation's posts and its desk, for tests of who holds them: one nation a test file.
import { sql } from 'kysely';

import { type TestDoor, openDoor } from './door.ts';
import { type Nation, type Who, noon, startNation } from './tools.ts';
import { newId } from '../../src/kernel/ids.ts';
import { type Day, dayOf } from '../../src/kernel/time.ts';
import { routesOf } from '../../src/apps/desk.ts';
import { readPost } from '../../src/modules/nodal-officers/store.ts';

export let nation: Nation;
export let desk: TestDoor;
export const keeper: Who = 'state-nodal-officer Saran';
export const today = dayOf(noon);

/** Call it in `beforeAll`, and `closePosts` in `afterAll`. */
export async function openPosts(): Promise<void> {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
  await sql`update office set telephone = '0612-5550100' where kind = 'district-nodal'`.execute(nation.admin);
}

export async function closePosts(): Promise<void> {
  await desk?.close();
  await nation?.stop();
}

export const officeOf = (who: Who) => nation.officer(who).officeId;
export const postOf = async (who: Who) => (await nation.ask(keeper, (context) => readPost(context, officeOf(who))))!;
export const conditionOf = async (who: Who) => (await postOf(who)).alive.condition;
export const appointing = (more: Record<string, string> = {}) => ({
  standing: 'holder',
  email: `${newId()}@police.example`,
  name: 'Sunita Minz',
  rank: 'Deputy Superintendent',
  orderNumber: 'BR/WCD/2026/17',
  orderedOn: '2026-11-20',
  fromOn: today,
  ...more,
});
export const post = (who: Who, action: string, fields: Record<string, string>, by: Who = keeper) =>
  desk.post(`/nodal-officers/${officeOf(who)}/${action}`, fields, by);
export const holding = async (who: Who) => (await postOf(who)).holder!.postingId;
export const vacate = async (who: Who, toOn: Day) =>
  sql`update posting set to_on = ${toOn} where id = ${await holding(who)}`.execute(nation.admin);
