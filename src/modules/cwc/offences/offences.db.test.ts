// A case under the POCSO Act: taken down, told, decided and followed; nobody else who sees the child learns that there is one, from no page and no bare statement.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Bench, chair, home, startBench, unit } from '../../../../tests/database/committee.ts';
import { fieldError } from '../../../../tests/database/door.ts';
import type { Who } from '../../../../tests/database/tools.ts';
import type { Reference } from '../../../kernel/reference.ts';
import { ownedObligations } from '../../obligations/projection.ts';
import { readRecord } from '../../children/index.ts';
import { worker } from '../../../../tests/database/tools.ts';

let bench: Bench;
let child: Reference;
const police: Who = 'investigating-officer Kozhikode';
const otherPolice: Who = 'railway-officer Kozhikode';
const SECRET = 'the uncle at the shop';
const taken = { setting: 'shared-household', paper: 'FIR 31/2026, s.64 BNS', told: SECRET };
const at = { doneOn: '2026-11-24', doneAt: '12:00' };

beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench?.stop());
beforeEach(async () => {
  child = await bench.found();
  for (const who of [police, otherPolice])
    await sql`insert into record_access select r.id, ${bench.nation.officer(who).officeId}, 'placement', ${bench.nation.clock.now} from record r where r.reference = ${child}
      on conflict do nothing`.execute(bench.nation.admin);
});

const act = (name: string, fields: Record<string, string>, who: Who = police) => bench.send(`/found/${child}/offence/${name}`, fields, who);
const look = async (who: Who, path = '/offence') => (await bench.desk.get(`/found/${child}${path}`, who)).body;
async function duties(): Promise<Record<string, string | null>> {
  const owned = await bench.nation.ask(worker, async (context) => {
    const record = await readRecord(context, { reference: child }, 'found');
    return 'refused' in record ? [] : ownedObligations(context, record);
  });
  return Object.fromEntries(
    owned.filter(({ ruleId }) => /^F(08|09|10)/.test(ruleId)).map(({ ruleId, ending, officeId }) => [ruleId, ending ?? officeId]),
  );
}

test('from the information to the monthly report: each duty falls on whoever owes it and ends with the act', async () => {
  const [station, cwc, dcpu] = [police, chair, unit].map((who) => bench.nation.officer(who).officeId as string);
  expect((await act('take', taken)).status).toBe(303);
  expect(await duties()).toEqual({ F08: station, 'F08.2': station, F09: station });
  expect((await act('tell', { to: 'committee', words: 'by hand to the chairperson' })).status).toBe(303);
  expect(fieldError((await act('tell', { to: 'committee', words: 'again' })).body, 'to')).toContain('told already');
  expect((await act('tell', { to: 'special-court', words: 'to the reader' })).status).toBe(303);
  expect((await act('produced', { words: 'he lives in the same house' })).status).toBe(303);
  expect(await duties()).toEqual({ F08: 'met', 'F08.2': 'met', F09: 'met', F10: cwc, 'F10.2': cwc });
  expect((await act('household', { leaves: 'leaves', words: 'not safe' }, chair)).status).toBe(303);
  const helper = { kind: 'support-person', name: 'Anu', organisation: 'Thanal Trust', fromOn: '2026-11-24' };
  expect(fieldError((await act('helper', helper, chair)).body, 'consentBy')).toContain('Without consent');
  expect((await act('helper', { ...helper, consentBy: 'both' }, chair)).status).toBe(303);
  expect(fieldError((await act('helper', { ...helper, consentBy: 'both' }, chair)).body, 'kind')).toContain('already');
  expect(fieldError((await act('helper', { kind: 'interpreter', name: 'Lal', fromOn: '2026-11-24' }, chair)).body, 'language')).toContain(
    'which language',
  );
  expect((await act('helper', { kind: 'interpreter', name: 'Lal', language: 'Santali', fromOn: '2026-11-24' }, chair)).status).toBe(303);
  expect(await duties()).toMatchObject({ F10: 'met', 'F10.2': 'met', 'F10.3': dcpu });
  expect((await act('support-report', { words: 'sleeps again' }, unit)).status).toBe(303);
  expect((await act('compensation', { rupees: '50000', words: 'the legal services authority' }, chair)).status).toBe(303);
  const page = await look(chair);
  for (const word of [SECRET, 'Thanal Trust', 'Santali', 'sleeps again', '50,000']) expect(page).toContain(word);
  expect(await look(chair, '?purpose=inquiry')).toContain('POCSO');
});

test('nobody else who sees the child learns of it: no page, no duty, no diary; control: the Committee does', async () => {
  await act('take', taken);
  const { rows } = await sql<{ id: string }>`select id from record where reference = ${child}`.execute(bench.nation.admin);
  const inSql = (who: Who) =>
    bench.nation.ask(who, async ({ db }) => {
      const { rows: n } = await sql<{ n: number }>`select ((select count(*) from sexual_offence_case where record_id = ${rows[0]!.id})
        + (select count(*) from diary_entry where record_id = ${rows[0]!.id} and happening like 'inquiry.sexual%')
        + (select count(*) from obligation where record_id = ${rows[0]!.id} and rule_id in ('F08', 'F08.2', 'F09')))::int as n`.execute(db);
      return n[0]!.n;
    });
  for (const who of [home, unit, otherPolice, 'home-worker Kozhikode'] as Who[]) {
    expect([who, await inSql(who)]).toEqual([who, 0]);
    const pages = [await look(who, '?purpose=inquiry'), await look(who), (await bench.desk.get('/', who)).body].join(' ');
    expect([who, pages.includes(SECRET), /sexual offence|taken down|Special Court/i.test(pages)]).toEqual([who, false, false]);
  }
  expect(await inSql(chair)).toBe(5);
  expect(await inSql(police)).toBe(5);
  expect((await bench.desk.get(`/found/${child}/offence`, 'cwc-chairperson Kannur')).status).toBe(404);
});

test('who may not read the case writes on in the child’s record, and its duties stay as they were', async () => {
  await act('take', taken);
  const before = await duties();
  expect(
    (await bench.send(`/found/${child}/information`, { to: 'dcpu', informedOn: '2026-11-24', informedAt: '09:00' }, home)).status,
  ).toBe(303);
  const stored = await sql<{ ruleId: string }>`select b.rule_id from obligation b join record r on r.id = b.record_id
    where r.reference = ${child} and b.rule_id like 'F0%' and b.rule_id in ('F08', 'F08.2', 'F09') order by 1`.execute(bench.nation.admin);
  expect(stored.rows.map(({ ruleId }) => ruleId)).toEqual(Object.keys(before).toSorted());
});

test('nothing is said out of its turn or its time', async () => {
  const turnedAway = `/found/${child}/offence`; // nothing is saved: back to what there is
  expect((await act('tell', { to: 'committee', words: 'x' })).location).toBe(turnedAway);
  expect(fieldError((await act('take', { ...taken, doneOn: '2026-11-20', doneAt: '10:00' })).body, 'doneOn')).toContain('found only later');
  expect(fieldError((await act('take', { setting: 'elsewhere', told: '' })).body, 'told')).toContain('what was told');
  await act('take', { ...taken, setting: 'elsewhere', ...at });
  expect(fieldError((await act('tell', { to: 'committee', words: 'x', doneOn: '2026-11-24', doneAt: '08:00' })).body, 'doneOn')).toContain(
    'only later',
  );
  expect((await bench.desk.get(`/found/${child}/offence/produced`, police)).status).toBe(303); // the home is safe: there is no such act
  expect((await act('household', { leaves: 'stays', words: 'x' }, chair)).location).toBe(turnedAway);
});
