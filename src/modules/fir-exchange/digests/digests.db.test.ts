// Digests at the door: the database groups papers as the tree does, differences are narrowed to the very papers, and what is agreed is kept and never taken back.
import { type RawBuilder, sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Instant, addHours, addMinutes } from '../../../kernel/time.ts';
import { delivery, openExchangeDoor, openNodes, send } from '../../../../tests/exchange/node.ts';
import { type Nation, startNation, worker } from '../../../../tests/database/tools.ts';
import type { DigestAnswer } from '../messages/digests.ts';
import { branchesBelow, leavesUnder, stationSummaries } from './digest-store.ts';
import { type Spot, tell } from './narrow.ts';
import { type Leaf, type Tree, placeOf, rootOf, treeOf } from './tree.ts';

type Papers = Map<string, Leaf[]>;
const NODE = 'police-BR';
const stations = { 'PS-BR-SRN-1': 200, 'PS-BR-SRN-2': 40, 'PS-BR-SRN-3': 1 } as const;
const leaf = (station: string, number: number, sequence = 1): Leaf => ({
  paperKey: `BR/BR-SRN/${station}/fir/2026/${number}`,
  sequence,
  digest: placeOf(`${number} ${sequence}`),
});
const papersOf = (): Papers =>
  new Map(
    Object.entries(stations).map(([station, count]) => [station, Array.from({ length: count }, (_, number) => leaf(station, number))]),
  );

let nation: Nation;
let app: FastifyInstance;

async function addPaper(node: string, station: string, { paperKey, sequence, digest }: Leaf, told = true): Promise<void> {
  await sql`insert into exchange_paper (paper_key, node_code, kind, state_code, district_code, station_code, year, number, opened_by_feed, last_sequence, last_digest)
    values (${paperKey}, ${node}, 'fir', 'BR', 'BR-SRN', ${station}, 2026, ${paperKey.split('/').at(-1)}, true, ${told ? sequence : null}, ${told ? Buffer.from(digest, 'hex') : null})`.execute(
    nation.admin,
  );
}

beforeAll(async () => {
  nation = await startNation();
  await openNodes(nation);
  await sql`insert into exchange_node (code, name, state_code, messages_a_minute, silent_after_minutes, opened_at)
    values ('police-UP', 'Police of UP', null, 10, 10, ${nation.clock.now})`.execute(nation.admin);
  app = await openExchangeDoor(nation);
  for (const station of Object.keys(stations))
    await sql`insert into office (id, kind, code, name, state_code, opened_on)
      select gen_random_uuid(), 'police-station', ${station}, ${station}, 'BR', '2020-01-01' on conflict do nothing`.execute(nation.admin);
  for (const [station, leaves] of papersOf()) for (const one of leaves) await addPaper(NODE, station, one);
  await addPaper('police-KL', 'PS-KL-KZK-1', { ...leaf('x', 1), paperKey: 'KL/KL-KZK/PS-KL-KZK-1/fir/2026/1' });
  await addPaper(NODE, 'PS-BR-SRN-1', { ...leaf('PS-BR-SRN-1', 9999) }, false); // named by another paper, never told
});
beforeEach(() => nation.clock.later(1));
afterAll(async () => {
  await app?.close();
  await nation?.stop();
});

type Answered = { status: number; body: DigestAnswer & { error?: string; path?: string } };
async function ask(body: object, node: typeof NODE | 'police-KL' = NODE): Promise<Answered> {
  const heading = { day: '2026-11-24', upTo: nation.clock.now };
  const { status, body: said } = await send(app, delivery(nation, node, { ...heading, ...body }, { path: '/v1/digests' }));
  return { status, body: said as Answered['body'] };
}

/** A node with these papers, from the first message until nothing is left to ask. */
async function exchange(papers: Papers): Promise<{ first: DigestAnswer; wanted: string[]; unknown: string[]; messages: number }> {
  const trees = new Map<string, Tree>(Array.from(papers, ([station, leaves]) => [station, treeOf(leaves)]));
  const summaries = Array.from(trees, ([station, tree]) => ({ station, ...tree.summary() }));
  const { body: first } = await ask({ root: rootOf(summaries), stations: summaries });
  const treeAt = ({ station }: Spot): Tree => trees.get(station) ?? treeOf([]);
  const side = {
    children: (spots: readonly Spot[]) => spots.map((spot) => treeAt(spot).children(spot.prefix)),
    leaves: (spots: readonly Spot[]) => spots.map((spot) => treeAt(spot).leaves(spot.prefix)),
  };
  const open = [...(first.narrow ?? [])];
  const found = { first, wanted: [] as string[], unknown: [] as string[], messages: 1 };
  while (open.length > 0) {
    const told = await tell(
      side,
      open.splice(0, 64).map(({ station, prefix = '' }) => ({ station, prefix })),
    );
    const branches = told.map(({ prefix, ...branch }) => {
      const spot = prefix === '' ? {} : { prefix };
      if ('children' in branch) return { ...branch, ...spot };
      const { leaves, ...rest } = branch;
      const listed = leaves.map(({ paperKey, ...one }) => ({ paper: paperKey, ...one }));
      return { ...rest, ...spot, ...(listed.length > 0 ? { leaves: listed } : {}) };
    });
    const { body, status } = await ask({ branches });
    expect(status).toBe(200);
    open.push(...(body.narrow ?? []));
    found.wanted.push(...(body.wanted ?? []));
    found.unknown.push(...(body.unknown ?? []));
    found.messages += 1;
  }
  return found;
}

type Kept = { stationCode: string; countHere: number; countThere: number; completeUpTo: Instant | null };
async function kept(): Promise<Kept[]> {
  return (
    await sql<Kept>`select station_code, count_here, count_there, complete_up_to from exchange_digest order by 1`.execute(nation.admin)
  ).rows;
}

test('the database groups papers by station and branch as the tree does', async () => {
  const papers = papersOf();
  const spots = Object.keys(stations).flatMap((station) => ['', 'a', 'f3', '0000'].map((prefix) => ({ station, prefix })));
  const trees = new Map(Array.from(papers, ([station, leaves]) => [station, treeOf(leaves)]));
  await nation.ask(worker, async (context) => {
    expect(await stationSummaries(context, NODE)).toEqual(Array.from(trees, ([station, tree]) => ({ station, ...tree.summary() })));
    expect(await branchesBelow(context, NODE, spots)).toEqual(spots.map(({ station, prefix }) => trees.get(station)!.children(prefix)));
    expect(await leavesUnder(context, NODE, spots)).toEqual(spots.map(({ station, prefix }) => trees.get(station)!.leaves(prefix)));
  });
});

describe('what is kept of a station is what its papers come to', () => {
  const summary = async () => (await nation.ask(worker, (context) => stationSummaries(context, 'police-UP'))).map(({ count, digest }) => [count, digest]);
  const paper = (number: number, sequence = 1) => ({ ...leaf('PS-UP-LKO-1', number, sequence), paperKey: `UP/UP-LKO/PS-UP-LKO-1/fir/2026/${number}` });
  const cameTo = (...leaves: Leaf[]) => (leaves.length === 0 ? [] : [[leaves.length, treeOf(leaves).summary().digest]]);
  const change = (set: RawBuilder<unknown>) => sql`update exchange_paper set ${set} where paper_key = ${paper(1).paperKey}`.execute(nation.admin);
  const told = ({ sequence, digest }: Leaf) => sql`last_sequence = ${sequence}, last_digest = decode(${digest}, 'hex')`;

  test('told, told further, taken over by its node, untold', async () => {
    await addPaper('police-UP', 'PS-UP-LKO-1', paper(1), false);
    expect(await summary()).toEqual([]);
    await change(told(paper(1)));
    expect(await summary()).toEqual(cameTo(paper(1)));
    await addPaper('police-UP', 'PS-UP-LKO-1', paper(2));
    await change(told(paper(1, 2)));
    expect(await summary()).toEqual(cameTo(paper(1, 2), paper(2)));
    await change(sql`node_code = null`);
    expect(await summary()).toEqual(cameTo(paper(2)));
    await change(sql`node_code = 'police-UP'`);
    expect(await summary()).toEqual(cameTo(paper(1, 2), paper(2)));
    await change(sql`last_sequence = null, last_digest = null`);
    expect(await summary()).toEqual(cameTo(paper(2)));
  });

  test('told by a transaction that was open while somebody asked', async () => {
    await nation.admin.transaction().execute(async (open) => {
      await sql`update exchange_paper set ${told(paper(2, 3))} where paper_key = ${paper(2).paperKey}`.execute(open);
      expect(await summary()).toEqual(cameTo(paper(2)));
    });
    expect(await summary()).toEqual(cameTo(paper(2, 3)));
  });
}); // prettier-ignore

describe('an exchange', () => {
  test('of the same papers agrees in one message, and says until when both are whole', async () => {
    const { first, messages } = await exchange(papersOf());
    expect([first.agrees, first.completeUpTo, messages]).toEqual([true, nation.clock.now, 1]);
    expect(await kept()).toEqual(
      Object.entries(stations).map(([stationCode, count]) => ({
        stationCode,
        countHere: count,
        countThere: count,
        completeUpTo: nation.clock.now,
      })),
    );
  });

  test('finds the very papers that are missing here, missing there and older here, and leaves "complete up to" where it was', async () => {
    const before = await kept();
    const papers = papersOf();
    const [one, two] = ['PS-BR-SRN-1', 'PS-BR-SRN-2'] as const;
    papers.get(one)!.push(leaf(one, 5001));
    papers.get(one)![17] = leaf(one, 17, 2);
    const lost = papers.get(two)!.splice(3, 1)[0]!;
    papers.delete('PS-BR-SRN-3');
    const { first, wanted, unknown, messages } = await exchange(papers);
    expect(first.agrees).toBe(false);
    expect(wanted.toSorted()).toEqual([leaf(one, 17).paperKey, leaf(one, 5001).paperKey].toSorted());
    expect(unknown.toSorted()).toEqual([lost.paperKey, leaf('PS-BR-SRN-3', 0).paperKey].toSorted());
    expect(messages).toBeLessThanOrEqual(3);
    expect((await kept()).map(({ completeUpTo }) => completeUpTo)).toEqual(before.map(({ completeUpTo }) => completeUpTo));
    expect((await kept()).at(-1)).toMatchObject({ countHere: 1, countThere: 0 });
    await addPaper(NODE, one, leaf(one, 5001));
    const healed = papersOf();
    healed.get(one)!.push(leaf(one, 5001));
    expect((await exchange(healed)).first.agrees).toBe(true);
    expect((await kept()).every(({ completeUpTo }) => completeUpTo === nation.clock.now)).toBe(true);
  });

  test('of an earlier moment, come late, takes nothing back', async () => {
    const before = await kept();
    const summaries = [{ station: 'PS-BR-SRN-1', ...treeOf([leaf('PS-BR-SRN-1', 0)]).summary() }];
    const upTo = addHours(nation.clock.now, -24);
    expect((await ask({ root: rootOf(summaries), stations: summaries, upTo })).body.agrees).toBe(false);
    expect(await kept()).toEqual(before);
  });

  test('is of the node’s own papers alone, and of stations there are', async () => {
    const summaries = [{ station: 'PS-BR-NONE-1', ...treeOf([leaf('PS-BR-NONE-1', 0)]).summary() }];
    const { body } = await ask({ root: rootOf(summaries), stations: summaries }, 'police-KL');
    expect(body.narrow).toEqual([{ station: 'PS-BR-NONE-1' }, { station: 'PS-KL-KZK-1' }]);
    expect((await kept()).map(({ stationCode }) => stationCode)).not.toContain('PS-BR-NONE-1');
    const spied = await ask({ branches: [{ station: 'PS-BR-SRN-1' }] }, 'police-KL');
    expect([spied.body.agrees, spied.body.unknown]).toEqual([true, undefined]);
  });
});

test.each([
  ['an end in the future', () => ({ root: rootOf([]), upTo: addMinutes(nation.clock.now, 6) }), 'future', '/upTo'],
  ['a root of other stations', () => ({ root: { count: 1, digest: placeOf('x') } }), 'root-of-other-stations', '/root'],
  ['a branch with fifteen below it', () => ({ branches: [{ station: 'PS-BR-SRN-1', children: treeOf([]).children('').slice(1) }] }), 'children-sixteen', '/branches/0/children'],
  ['a digest in capitals', () => ({ branches: [{ station: 'PS-BR-SRN-1', children: treeOf([]).children('').map((child) => ({ ...child, digest: 'E'.repeat(64) })) }] }), 'form', '/branches/0/children/0/digest'],
  ['a field there is not', () => ({ roots: 1 }), 'unknown-field', '/roots'],
] as const)('%s is refused with its place', async (_, body, error, path) => {
  const { status, body: said } = await ask(body());
  expect([status, said.error, said.path]).toEqual([400, error, path]);
}); // prettier-ignore

test('control: what is not signed is not compared', async () => {
  const request = delivery(nation, NODE, { day: '2026-11-24', upTo: nation.clock.now, root: rootOf([]) }, { path: '/v1/digests' });
  expect((await send(app, { ...request, payload: Buffer.from(`${request.payload} `) })).status).toBe(401);
  expect((await send(app, request)).status).toBe(200);
});
