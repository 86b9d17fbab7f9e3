// Whoever plants a number or a picture in a record of the own district learns by no count that a record of another district holds the same.
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { type Nation, startNation } from '../database/tools.ts';
import { DAYS, kozhikode, listed, national, nodal, photographed, report, saran, seen, trace } from '../matching/contradicting.ts';

let nation: Nation;
beforeEach(async () => {
  nation = await startNation();
});
afterEach(() => nation.stop());
const told = { informantTelephone: '98300 11111' };

async function traced(who: typeof saran | typeof kozhikode): Promise<void> {
  const [record] = await report(nation, who, told);
  nation.clock.tick();
  await trace(nation, who, record!);
  nation.clock.tick();
}
const rowsOf = async (who: typeof nodal | typeof national) =>
  (await listed(nation, who)).rows.map(({ shared, more }) => `${shared.join()} +${more}`);

test('what lies elsewhere changes neither the rows nor the count; who watches over both reads it', async () => {
  for (let i = 0; i < 3; i++) await traced(kozhikode);
  await report(nation, kozhikode, told);
  const before = await rowsOf(nodal);
  expect(before).toEqual(['telephone +0', 'telephone +0', 'telephone +0']);
  const ofAll = await rowsOf(national);
  for (let i = 0; i < 4; i++) await traced(saran); // newer than all of the district's own
  expect(await rowsOf(nodal)).toEqual(before);
  expect(await rowsOf(national)).not.toEqual(ofAll); // control
});

test('a picture nobody signed for tells the district nothing, however long it stands; the nation at once', async () => {
  const [theirs] = await report(nation, saran, {});
  const [mine] = await report(nation, kozhikode, { children: [{ childName: 'Q', sex: 'female' }] });
  await photographed(nation, [theirs!, mine!], null);
  nation.clock.tick();
  await trace(nation, saran, theirs!);
  nation.clock.later(4 * DAYS);
  expect(await seen(nation)).toEqual([]);
  expect((await listed(nation, national)).rows.length).toBeGreaterThan(0); // control
});

test('why a superior explained a row away is read by who may be told of both records', async () => {
  const [theirs] = await report(nation, saran, told);
  nation.clock.tick();
  await trace(nation, saran, theirs!);
  nation.clock.tick();
  const [mine] = await report(nation, kozhikode, told);
  const { officerId, officeId } = nation.officer(national);
  await nation.ask(national, async ({ db, now }) =>
    sql`insert into contradiction_dismissal (id, open_id, other_id, cited, reason, dismissed_by, office_id, dismissed_at)
      values (${newId()}, ${mine!.id}, ${theirs!.id}, '{telephone}', 'two girls', ${officerId}, ${officeId}, ${now})`.execute(db),
  );
  expect((await listed(nation, nodal)).dismissed).toEqual([]);
  expect((await listed(nation, national)).dismissed.length).toBe(1); // control
});
