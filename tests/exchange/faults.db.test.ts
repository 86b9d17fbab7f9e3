// Everything that may go wrong between police nodes and the portal, in short: orders of one set of messages end alike, and nothing with a receipt is lost when parts are killed. At length: `npm run test:faults`.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../src/kernel/time.ts';
import { seeded } from '../seeded.ts';
import { faultySet, shares } from './faults/faulty-set.ts';
import { afterKills } from './faults/kills.ts';
import { type FaultNation, faultNation } from './faults/nation.ts';
import { brokenVariants, endingOf, isSeen } from './faults/shuffles.ts';

let nation: FaultNation;
beforeAll(async () => {
  nation = await faultNation({ durable: true });
});
afterAll(() => nation?.stop());

const setOf = (messages: number) => faultySet(seeded(3), { stations: nation.stations, messages, now: systemClock() });
const shuffling = { duplicate: shares.duplicate, reordered: 1, most: 50 };

test('orders of one faulty set end alike and by the rules; a broken rule is seen', { timeout: 300_000 }, async () => {
  const set = setOf(60);
  const endings = [];
  for (const seed of [1, 2]) endings.push(await endingOf(nation, set, seeded(seed), shuffling));
  for (const one of endings) {
    expect(one.wrong).toEqual([]);
    expect([one.unsignedKept, one.doubled, one.children]).toEqual([0, 0, set.children]);
    expect(one.end).toBe(endings[0]!.end);
  }
  for (const [name, broken] of Object.entries(brokenVariants))
    expect([name, await isSeen(nation, set, broken, shuffling)]).toEqual([name, true]);
});

test(
  'door, worker, client and database are killed while messages flow: nothing with a receipt is lost or doubled',
  { timeout: 600_000 },
  async () => {
    const set = setOf(60);
    const after = await afterKills(nation, set, { kills: 5, chance: seeded(8) });
    expect(after).toMatchObject({ lost: 0, doubled: 0, unsettled: 0, wrong: [], children: set.children });
    expect(after.outgoing).toMatchObject({ written: set.children, untold: 0, unknown: 0 });
  },
);
