// A file of the past wakes nobody for what was over before it came, and makes no office late: told against a node that tells the very same of today.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTwo } from '../../src/apps/projections.ts';
import { addHours, addMinutes, dayOf } from '../../src/kernel/time.ts';
import { paperKey } from '../../src/modules/fir-exchange/messages/index.ts';
import { bringHistory } from '../../src/modules/fir-exchange/index.ts';
import { loadHome } from '../../src/modules/obligations/home.ts';
import { countDuties, openDuties } from '../../src/modules/obligations/store.ts';
import { ownedObligations, tellOffices, tickDuties } from '../../src/modules/obligations/index.ts';
import { countDay } from '../../src/modules/fir-exchange/figures/figures-store.ts';
import { childrenOfPapers } from '../../src/modules/fir-exchange/applying/paper-store.ts';
import { peekRecord } from '../../src/modules/children/index.ts';
import { viewOf } from '../database/view.ts';
import { das, nation, saran, startCase } from '../database/asha.ts';
import { NODE, come, fir, openNode, paperNamed, settleAll, traced, transferred } from '../database/told.ts';
import { noon, worker } from '../database/tools.ts';

const DAYS = 24;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vatsalya-past-'));
  await startCase();
  await openNode(nation);
  await sql`insert into district (code, state_code, name, latitude, longitude) values ('BR-SAR', 'BR', 'Saran of the police', 25.7, 84.7)`.execute(
    nation.admin,
  );
  await sql`update office set code = 'PS-BR-SAR-1' where id = ${das.officeId}`.execute(nation.admin);
  await sql`update office set district_code = 'BR-SAR' where district_code = ${saran}`.execute(nation.admin);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await nation.stop();
});

/** An FIR told an hour after it was registered. */
function firOf(days: number) {
  const at = addHours(noon, -days * DAYS);
  const paper = paperNamed({ district: 'BR-SAR', station: 'PS-BR-SAR-1', year: Number(at.slice(0, 4)) });
  return fir(paper, { informationReceivedAt: at, registeredAt: addMinutes(at, 10), actsAndSections: [{ act: 'POCSO', section: '8' }], lastSeen: { at: addMinutes(at, -60), place: 'the fair', district: 'BR-SAR' } }, { sentAt: addMinutes(at, 70), eventAt: addMinutes(at, 10) }); // prettier-ignore
}
type Fir = ReturnType<typeof firOf>;
const later = ({ paper, sentAt }: Fir, hours: number) => ({ paper, at: addHours(sentAt, hours) });
function tracedOf(of: Fir, hours: number) {
  const { paper, at } = later(of, hours);
  const message = traced(paper, 2, { sentAt: at, eventAt: at });
  return { ...message, body: { ...message.body, tracedAt: at } };
}
function transferredOf(of: Fir, hours: number) {
  const { paper, at } = later(of, hours);
  const message = transferred(paper, 2, { sentAt: at, eventAt: at });
  return { ...message, body: { ...message.body, transferredAt: at } };
}

const bring = (messages: readonly unknown[]) => {
  const path = join(folder, `${Math.random()}.ndjson`);
  writeFileSync(path, messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
  const onFault = (fault: unknown): never => {
    throw fault;
  };
  return bringHistory(nation.tools('worker'), { path, node: NODE, inTwo, onBegin() {}, onRejects() {}, onProgress() {}, onFault });
};
const recordOf = ({ paper }: Pick<Fir, 'paper'>) => nation.ask(worker, async (context) => (await childrenOfPapers(context, [paperKey(paper)]))[0]!.recordId); // prettier-ignore
const count = async (query: ReturnType<typeof sql<{ n: number }>>): Promise<number> =>
  Number((await query.execute(nation.admin)).rows[0]!.n);
const wordsOf = (recordId: string) => count(sql`select count(*) as n from duty_word where record_id = ${recordId}`);
const lags = async () => {
  const { rows } = await sql<{ n: number }>`select coalesce(sum(entries), 0)::int as n from (select entries from entry_lag union all select entries from arrival_lag) e`.execute(nation.admin); // prettier-ignore
  return rows[0]!.n;
};
async function allWords(): Promise<void> {
  while ((await nation.ask(worker, (context) => tickDuties(context))) > 0);
  while ((await nation.ask(worker, (context) => tellOffices(context))) > 0) nation.clock.later(1);
}

describe('a file of the past', () => {
  const [lost, other, young, back, handed, control] = [
    firOf(3 * 365),
    firOf(2 * 365),
    firOf(20),
    firOf(4 * 365),
    firOf(900),
    firOf(3 * 365),
  ];
  let before = 0;
  beforeAll(async () => {
    await allWords();
    before = await lags();
    await bring([lost, other, young, back, tracedOf(back, 48), handed, transferredOf(handed, 3000)]);
  });

  test('is not announced as a child just reported; one the node tells of today is', async () => {
    const today = firOf(0.2);
    await come(nation, today);
    await settleAll(nation);
    const { fresh } = await nation.ask(das, (context) => loadHome({ ...context, view: viewOf(context) }, das, 'all'));
    expect(fresh.map(({ id }) => id)).toContain(await recordOf(today));
    for (const one of [lost, other]) expect(fresh.map(({ id }) => id)).not.toContain(await recordOf(one));
    await allWords();
    before = await lags();
  });

  test('wakes nobody for what was late before it came; a node that tells the same of today does', async () => {
    await allWords();
    for (const one of [lost, other, young, back, handed]) expect(await wordsOf(await recordOf(one))).toBe(0);
    await come(nation, control);
    await settleAll(nation);
    await allWords();
    expect(await wordsOf(await recordOf(control))).toBeGreaterThan(5);
  });

  test('makes no office and no place late, counted as it came or anew; the node’s does', async () => {
    const counted = await lags();
    expect(counted - before).toBe(4); // the control's: two entries, each entered by its office and carried here
    await sql`select count_entry_lag()`.execute(nation.admin);
    expect(await lags()).toBe(counted);
  });

  test('is no word of the node of that day, and says nothing of how long FIRs are on their way', async () => {
    await nation.ask(worker, (context) => countDay(context, dayOf(noon)));
    const { rows } = await sql<{ received: number; lags: number }>`select sum(received)::int as received,
      (select sum(entries)::int from exchange_day_lag where step = 'whole') as lags from exchange_day`.execute(nation.admin);
    expect(rows).toEqual([{ received: 2, lags: 2 }]); // the control’s, and that of today
  });

  test('is no news, and the node’s is', async () => {
    const news = async (of: Fir) => count(sql`select count(*) as n from diary_outbox o join diary_entry e using (sequence) where e.record_id = ${await recordOf(of)}`); // prettier-ignore
    expect([await news(lost), await news(back)]).toEqual([0, 0]);
    expect(await news(control)).toBeGreaterThan(1);
  });

  test('leaves the duties on the record, late, and out of the lists; what is to be done there is one: to take it up', async () => {
    const stored = await nation.ask(worker, async (context) => {
      const record = (await peekRecord(context, { id: await recordOf(lost) }))!;
      return ownedObligations(context, record);
    });
    const open = stored.filter(({ ending }) => ending === null);
    expect(open.filter(({ lateWhenKnown }) => lateWhenKnown).length).toBeGreaterThan(5);
    expect(open.filter(({ nextAt }) => nextAt !== null).map(({ ruleId }) => ruleId)).toEqual(['P16']);
    const listed = await nation.ask(das, async (context) => (await openDuties(context, [das.officeId], { from: null, to: null }, 500)).map(({ recordId, ruleId }) => `${recordId} ${ruleId}`)); // prettier-ignore
    const id = await recordOf(lost);
    expect(listed.filter((duty) => duty.startsWith(id))).toEqual([`${id} P16`]);
    const ofControl = await recordOf(control);
    expect(listed.filter((duty) => duty.startsWith(ofControl)).length).toBeGreaterThan(3);
    expect(
      (await sql`select 1 from obligation where record_id = ${await recordOf(back)} and ending is null`.execute(nation.admin)).rows,
    ).toEqual([]);
  });

  test('is one word to the station when the time to take it up is nearly over, and one when it is: of all its children', async () => {
    const station = () => count(sql`select count(*) as n from intimation where office_id = ${das.officeId} and about_kind = 'duties'`);
    const ofPast = () => count(sql`select count(*) as n from duty_word where rule_id = 'P16' and kind in ('warning', 'late')`);
    await sql`update obligation set next_at = null where rule_id <> 'P16'`.execute(nation.admin);
    const told = await station();
    nation.clock.now = addHours(noon, 24 * DAYS);
    await allWords();
    expect([await ofPast(), (await station()) - told]).toEqual([4, 1]);
    nation.clock.now = addHours(noon, 31 * DAYS);
    await allWords();
    expect([await ofPast(), (await station()) - told]).toEqual([8, 2]);
    const overdue = await nation.ask(das, (context) => countDuties(context, [das.officeId], { now: nation.clock.now, endOfToday: nation.clock.now, endOfWeek: nation.clock.now })); // prettier-ignore
    expect(overdue.overdue).toBeGreaterThanOrEqual(4);
  });
});
