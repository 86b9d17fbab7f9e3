// A long list of alerts comes in pages: each alert on one of them, and only what stands on the page that was opened counts as shown.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, startNation } from '../../../tests/database/tools.ts';
import { routesOf } from '../../apps/desk.ts';
import { complaintSchema } from '../missing-reports/form.ts';
import { registerComplaint } from '../missing-reports/index.ts';

const nodal = 'district-nodal-officer Saran' as const;
let nation: Nation;
let desk: TestDoor;

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
  for (let number = 0; number < 9; number++) {
    nation.clock.tick();
    const complaint = complaintSchema.parse({
      source: 'walk-in', receivedOn: '2026-11-24', receivedAt: '10:00', paper: 'fir', paperNumber: String(300 + number), paperOn: '2026-11-24', paperAt: '11:00',
      lastSeenOn: '2026-11-24', lastSeenAt: '09:00', lastSeenDistrict: '220', children: ['A', 'B', 'C', 'D', 'E'].map((name) => ({ childName: `${name}${number}`, ageFrom: '8', sex: 'female' })),
    }); // prettier-ignore
    await nation.ask('investigating-officer Saran', (context) => registerComplaint(context, complaint, []));
  }
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

const referencesOn = async (page: string): Promise<string[]> => {
  const { status, body } = await desk.get(`/alerts?page=${page}`, nodal);
  expect(status).toBe(200);
  return [...new Set(body.match(/MC-BR-2026-\d+-\w/g))];
};

test('45 alerts stand on three pages, each once; an odd number in the address is the first, one too high the last', async () => {
  const shown = async () =>
    (
      await sql<{
        n: number;
      }>`select count(*) as n from alert where delivered_at is not null and office_id = ${nation.officer(nodal).officeId}`.execute(
        nation.admin,
      )
    ).rows[0]!.n;
  const first = await referencesOn('1');
  expect([first.length, await shown()]).toEqual([20, 20]);
  const [second, third] = [await referencesOn('2'), await referencesOn('3')];
  expect([second.length, third.length, new Set([...first, ...second, ...third]).size, await shown()]).toEqual([20, 5, 45, 45]);
  expect([await referencesOn('1.5'), await referencesOn('99')]).toEqual([first, third]);
});
