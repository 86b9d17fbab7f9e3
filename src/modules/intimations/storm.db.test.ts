// A storm: thousands of false reports by the public in ten minutes. True ones reach the nodal officer's telephone within two minutes, through the real
// queue and a slow carrier; no word is lost. The clock is turned by the second; 5,000 with `npm run bench:storm`.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Nation, startNation } from '../../../tests/database/tools.ts';
import { type Played, playStorm } from '../../../bench/storm/play.ts';

let nation: Nation;
let played: Played;
const storm = { falseOnes: 150, telephones: 8, trueOnes: 10, carrierASecond: 0.2 };

beforeAll(async () => {
  nation = await startNation();
  await sql`update officer set telephone = '+9198' || lpad((abs(hashtext(id::text)) % 100000000)::text, 8, '0')`.execute(nation.admin);
  played = await playStorm(nation, storm);
}, 240_000);
afterAll(() => nation?.stop());

test('every true report, a station’s or a single telephone’s, reaches the nodal officer within two minutes', () => {
  expect(played.seconds.station).toHaveLength(5);
  expect(played.seconds.telephone).toHaveLength(5);
  expect(Math.max(...played.seconds.station, ...played.seconds.telephone)).toBeLessThanOrEqual(120);
});

test('what a flood holds back is told together, and each is on the list: none is lost', () => {
  expect(played.held + played.sentSingly).toBe(storm.falseOnes + played.seconds.telephone.length);
  expect(played.held).toBeGreaterThan(storm.falseOnes * 0.9);
  expect(played.inDigests).toBe(played.held);
  expect(played.digests).toBeGreaterThan(0);
  expect(played.digests).toBeLessThanOrEqual(4);
});

test('more single telephones than an office can read in an hour: each is told at the latest in a digest within two minutes', async () => {
  const other = await startNation();
  await sql`update officer set telephone = '+9198' || lpad((abs(hashtext(id::text)) % 100000000)::text, 8, '0')`.execute(other.admin);
  const spread = await playStorm(other, { falseOnes: 60, telephones: 60, trueOnes: 10, carrierASecond: 0.4 });
  await other.stop();
  expect(spread.held).toBeGreaterThan(20);
  expect(Math.max(...spread.seconds.station, ...spread.seconds.telephone)).toBeLessThanOrEqual(120);
}, 240_000);

test('control: without sifting the same storm buries the true ones', async () => {
  const other = await startNation();
  await sql`update officer set telephone = '+9198' || lpad((abs(hashtext(id::text)) % 100000000)::text, 8, '0')`.execute(other.admin);
  const buried = await playStorm(other, { ...storm, sifted: false });
  await other.stop();
  expect(Math.max(...buried.seconds.telephone)).toBeGreaterThan(120);
}, 240_000);
