// A guarded record is opened to no other office by a score; its twin, which nothing guards, is. Nobody is lost by it: its own office sees the pair and may let the other look.
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '../../../kernel/refusal.ts';
import { type Nation, type Who, startNation, worker } from '../../../../tests/database/tools.ts';
import { openDoor } from '../../../../tests/database/door.ts';
import { type ChildRecord, peekRecords, shareRecord } from '../../children/index.ts';
import { readDiary, writeDiary } from '../../diary/index.ts';
import { registerFoundChild } from '../../found-children/actions.ts';
import { foundChildSchema } from '../../found-children/form.ts';
import { deskRoutes as foundRoutes } from '../../found-children/index.ts';
import { complaintSchema } from '../../missing-reports/form.ts';
import { deskRoutes as reportRoutes, registerComplaint } from '../../missing-reports/index.ts';
import { judge, openPair } from '../actions.ts';
import { deskRoutes } from '../desk.ts';
import { scoreContext } from '../jobs.ts';
import { tellWithdrawn } from '../keeping.ts';
import { matchRecords } from '../match-record.ts';
import { panels } from '../panels.ts';
import { candidatesOf, setStanding } from '../store.ts';
import { heldBackOf, openToOther } from './guarded.ts';
import { openedListener } from './opened-news.ts';

let nation: Nation;
let serial: number;
const saran = 'investigating-officer Saran' as const;
const kozhikode = 'investigating-officer Kozhikode' as const;
const home = 'home-superintendent Kozhikode' as const;
const committee = 'cwc-chairperson Kozhikode' as const;
const girl = { childName: 'Puja', fatherName: 'Ramesar', ageFrom: '8', ageTo: '8', sex: 'female', marks: [{ kind: 'burn', site: 'forearm', side: 'left' }] }; // prettier-ignore

async function report(): Promise<ChildRecord> {
  const day = { receivedOn: '2026-11-10', receivedAt: '16:05', paperOn: '2026-11-10', paperAt: '16:40', lastSeenOn: '2026-11-10', lastSeenAt: '10:00' }; // prettier-ignore
  const told = { ...day, source: 'walk-in', paper: 'fir', paperNumber: String(++serial), lastSeenDistrict: '220', children: [girl] };
  return ((await nation.ask(saran, (context) => registerComplaint(context, complaintSchema.parse(told), []))) as [ChildRecord])[0];
}

async function found(by: Who, more: object = {}): Promise<ChildRecord> {
  const intake = { foundOn: '2026-11-18', foundAt: '09:00', districtCode: '560', foundPlace: 'station', broughtBy: 'railway-police' };
  const told = foundChildSchema.parse({ ...intake, ...girl, ...more });
  return (await nation.ask(by, (context) => registerFoundChild(context, told, []))) as ChildRecord;
}

const bar = ({ id }: ChildRecord, column: 'contact_barred' | 'offence_link' = 'contact_barred') =>
  sql`update missing_report set ${sql.ref(column)} = true where record_id = ${id}`.execute(nation.admin);
const compare = ({ id }: ChildRecord) => nation.ask(worker, async (context) => matchRecords(context, [id], await scoreContext(context)));
async function pairOf(missing: ChildRecord, child: ChildRecord): Promise<string> {
  const candidates = await nation.ask(worker, (context) => candidatesOf(context, missing.id, { shown: true }));
  return candidates.find(({ foundId }) => foundId === child.id)!.id;
}
const opens = async (who: Who, pair: string) => !isRefusal(await nation.ask(who, (context) => openPair(context, pair)));
const sees = async (who: Who, { id }: ChildRecord) => (await nation.ask(who, (context) => peekRecords(context, [id]))).length === 1;
const happened = async ({ id }: ChildRecord) =>
  (await nation.ask(worker, (context) => readDiary(context, id))).map(({ happening }) => happening);
const letLook = (who: Who, pair: string) => nation.ask(who, (context) => openToOther(context, pair, 'spoke with the Committee'));

beforeEach(async () => {
  serial = 0;
  nation = await startNation();
});
afterEach(() => nation.stop());

const bandsTold = async ({ id }: ChildRecord, pair: string) =>
  (await nation.ask(worker, (context) => readDiary(context, id))).flatMap((entry) =>
    entry.happening === 'match.proposed' && entry.facts.candidate === pair ? [entry.facts.band] : [],
  );

test('nobody owes a judgement of what they may not look at: the clock starts when it is opened, once', async () => {
  const missing = await report();
  const [plain, guarded] = [await found(home), await found(home, { allegationOfOffence: 'yes' })];
  await compare(plain);
  await compare(guarded);
  expect(await bandsTold(missing, await pairOf(missing, plain))).toEqual(['likely']); // control: starts P02
  const pair = await pairOf(missing, guarded);
  expect([await bandsTold(missing, pair), await bandsTold(guarded, pair)]).toEqual([['possible'], ['likely']]);
  nation.clock.tick();
  await letLook(home, pair);
  const news = { recordId: guarded.id, entryId: '', happening: 'match.opened' } as const;
  await nation.ask(worker, (context) => openedListener.hear(context, news));
  await nation.ask(worker, (context) => openedListener.hear(context, news));
  expect(await bandsTold(missing, pair)).toEqual(['possible', 'likely']);
});

describe('a guarded report', () => {
  test.each(['contact_barred', 'offence_link'] as const)('(%s) is opened to nobody by a score, its unguarded twin is', async (column) => {
    const [twin, guarded] = [await report(), await report()];
    await bar(guarded, column);
    const child = await found(kozhikode);
    await compare(child);
    expect([await opens(kozhikode, await pairOf(twin, child)), await sees(kozhikode, twin)]).toEqual([true, true]); // control
    const pair = await pairOf(guarded, child);
    expect([await opens(kozhikode, pair), await sees(kozhikode, guarded)]).toEqual([false, false]);
    expect(await opens(saran, pair)).toBe(true); // the child is not lost: its own office looks, and judges
    expect(await happened(guarded)).toEqual(expect.arrayContaining(['match.proposed', 'match.heldBack']));
    expect(await happened(twin)).not.toContain('match.heldBack');
    nation.clock.tick();
    expect(isRefusal(await nation.ask(saran, (context) => judge(context, pair, { verdict: 'same', cited: [], reason: 'the burn' })))).toBe(
      false,
    );
    expect(await opens(kozhikode, pair)).toBe(true); // its own office said so
  });

  test('that becomes guarded is shut to whom the score had let in', async () => {
    const [twin, later] = [await report(), await report()];
    const child = await found(kozhikode);
    await compare(child);
    expect([await sees(kozhikode, twin), await sees(kozhikode, later)]).toEqual([true, true]); // control
    await bar(later);
    expect([await sees(kozhikode, twin), await sees(kozhikode, later)]).toEqual([true, false]);
    await compare(later);
    await nation.ask(worker, (context) => shareRecord(context, later.id, nation.officer(kozhikode).officeId, 'match'));
    expect(await sees(kozhikode, later)).toBe(false);
  });

  test('that becomes guarded is shut to an office that alone had said "the same", and stays open to one that its own office joined it to', async () => {
    const [planted, own] = [await report(), await report()];
    const child = await found(kozhikode);
    await compare(child);
    nation.clock.tick();
    const same = (who: Who, pair: string) =>
      nation.ask(who, (context) => judge(context, pair, { verdict: 'same', cited: [], reason: 'x', both: true }));
    for (const [who, missing] of [
      [kozhikode, planted],
      [saran, own],
    ] as const)
      expect(isRefusal(await same(who, await pairOf(missing, child)))).toBe(false);
    for (const missing of [planted, own]) await bar(missing);
    expect([await opens(kozhikode, await pairOf(own, child)), await opens(kozhikode, await pairOf(planted, child))]).toEqual([true, false]);
  });

  test('is judged by its own police, whom the other office’s page does not name; of an unguarded one it names them', async () => {
    const desk = await openDoor(nation, 'desk', [...deskRoutes(), ...foundRoutes(panels)]);
    const [twin, guarded] = [await report(), await report()];
    await bar(guarded);
    const child = await found(kozhikode);
    await compare(child);
    nation.clock.tick();
    const no = async (missing: ChildRecord) => {
      const pair = await pairOf(missing, child);
      return nation.ask(saran, (context) => judge(context, pair, { verdict: 'different', cited: [], reason: 'not her' }));
    };
    const page = async () => (await desk.get(`/found/${child.reference}`, kozhikode)).body;
    const police = 'Officer investigating-officer, police-station Saran';
    expect(isRefusal(await no(guarded))).toBe(false);
    expect(await page()).toContain('An officer judged a proposed match');
    expect(await page()).not.toContain(police);
    expect(isRefusal(await no(twin))).toBe(false);
    expect(await page()).toContain(police); // control
    await desk.close();
  });

  test('is told of to the other office as a pair it may not open, with no place, number or reference, and whom to ask', async () => {
    const desk = await openDoor(nation, 'desk', [...deskRoutes(), ...foundRoutes(panels)]);
    const guarded = await report();
    await bar(guarded);
    const child = await found(kozhikode);
    await compare(child);
    const pair = await pairOf(guarded, child);
    for (const [path, language] of [
      ['/matches', 'en'],
      [`/found/${child.reference}`, 'en'],
      ['/matches', 'hi'],
      [`/found/${child.reference}`, 'hi'],
    ] as const) {
      // prettier-ignore
      const { body, status } = await desk.get(path, kozhikode, language);
      expect([path, status]).toEqual([path, 200]);
      expect(body).toContain(language === 'en' ? 'It is held back for the child’s safety' : 'बच्चे की सुरक्षा के लिए');
      for (const never of [guarded.reference, guarded.id, pair, 'Saran', 'सारण'])
        expect([path, body.includes(never)]).toEqual([path, false]);
    }
    expect((await desk.get('/matches', kozhikode)).body).toMatch(/state-nodal|State nodal|Kerala/i);
    await desk.close();
  });
});

test('whoever watches over an area is not told that an ordinary record is held back, nor that no report fits', async () => {
  const desk = await openDoor(nation, 'desk', [...deskRoutes(), ...foundRoutes(panels)]);
  const [missing, child, own] = [await report(), await found(home), await found(kozhikode)];
  await bar(missing);
  await compare(own);
  expect((await desk.get('/matches', kozhikode)).body).toContain('It is held back'); // control: of its own office’s child
  await sql`update missing_report set contact_barred = false where record_id = ${missing.id}`.execute(nation.admin);
  await compare(child);
  const page = (await desk.get(`/found/${child.reference}?purpose=identification`, committee)).body;
  for (const body of [page, (await desk.get('/matches', committee)).body]) expect(body).not.toContain('held back for the child’s safety');
  expect(page).toContain('A record elsewhere may be of this child');
  expect(page).not.toContain('No missing report fits yet');
  await desk.close();
});

describe('a guarded found child', () => {
  test('in a home: the home or the Committee lets the police look, nobody else does', async () => {
    const missing = await report();
    const [plain, guarded] = [await found(home), await found(home, { allegationOfOffence: 'yes' })];
    await compare(plain);
    await compare(guarded);
    expect(await opens(saran, await pairOf(missing, plain))).toBe(true); // control
    const pair = await pairOf(missing, guarded);
    expect(await opens(saran, pair)).toBe(false);
    expect(await happened(guarded)).toContain('match.heldBack'); // starts the Committee's duty (P08)
    for (const stranger of [saran, 'investigating-officer Kannur', 'cwc-chairperson Kannur'] as const)
      expect(await letLook(stranger, pair)).toMatchObject({ code: 'web.error.notFound' });
    const held = await nation.ask(committee, (context) => heldBackOf(context, guarded));
    expect(held).toMatchObject([{ candidate: { id: pair }, other: null }]); // the report is let in to the home alone
    expect(await nation.ask(home, (context) => heldBackOf(context, guarded))).toMatchObject([{ other: { reference: missing.reference } }]);
    expect(isRefusal(await letLook(home, pair))).toBe(false);
    expect(await opens(saran, pair)).toBe(true);
    expect(await happened(guarded)).toContain('match.opened');
    expect(await letLook(home, pair)).toMatchObject({ code: 'web.error.notFound' }); // once
    expect(await nation.ask(home, (context) => heldBackOf(context, guarded))).toEqual([]);
  });

  test('let in for one pair is shut with it, though another of the same office is compared still', async () => {
    const [asked, beside] = [await report(), await report()];
    const guarded = await found(home, { allegationOfOffence: 'yes' });
    await compare(guarded);
    const pair = await pairOf(asked, guarded);
    await letLook(home, pair);
    expect([await sees(saran, guarded), await pairOf(beside, guarded)]).toEqual([true, expect.any(String)]); // control
    await nation.ask(worker, async (context) => {
      const opened = (await candidatesOf(context, asked.id, { shown: true })).find(({ id }) => id === pair)!;
      await setStanding(context, opened, 'withdrawn');
      await tellWithdrawn(context, [opened], await peekRecords(context, [asked.id, guarded.id]));
    });
    expect(await sees(saran, guarded)).toBe(false);
  });

  test('whose look-alike is guarded too: neither learns which office holds the other, each may let the other look', async () => {
    const missing = await report();
    await bar(missing);
    const child = await found(home, { allegationOfOffence: 'yes' });
    await compare(child);
    const pair = await pairOf(missing, child);
    expect(await nation.ask(home, (context) => heldBackOf(context, child))).toMatchObject([{ other: null }]);
    expect(await nation.ask(saran, (context) => heldBackOf(context, missing))).toMatchObject([{ other: null }]);
    expect(isRefusal(await letLook(home, pair))).toBe(false);
    expect(await opens(saran, pair)).toBe(true); // whose own it is, and who may judge
  });

  test('on its page and its form, in both languages', async () => {
    const desk = await openDoor(nation, 'desk', [...deskRoutes(), ...foundRoutes(panels), ...reportRoutes(panels)]);
    const missing = await report();
    const guarded = await found(home, { allegationOfOffence: 'yes' });
    await compare(guarded);
    const pair = await pairOf(missing, guarded);
    const decides = (await desk.get(`/matches/${pair}/open`, committee)).body;
    expect(decides).toMatch(/\d\d %[^]*What agrees: .*name/); // on what it is thought to be one child, and whom to ask, but not who holds the report
    expect(decides).toContain('named to whoever holds the child’s record');
    for (const never of [missing.reference, 'Saran', 'Ramesar']) expect([never, decides.includes(never)]).toEqual([never, false]);
    expect((await desk.get(`/found/${guarded.reference}?purpose=identification`, committee)).body).not.toContain('Pairs you may not open');
    for (const language of ['en', 'hi']) {
      expect((await desk.get(`/found/${guarded.reference}`, home, language)).body).toContain(`href="/matches/${pair}/open"`);
      expect((await desk.get(`/matches/${pair}/open`, home, language)).status).toBe(200);
    }
    expect((await desk.get(`/matches/${pair}/open`, saran)).status).toBe(404);
    expect((await desk.post(`/matches/${pair}/open`, { reason: '' }, home)).status).toBe(422);
    expect((await desk.post(`/matches/${pair}/open`, { reason: 'the Committee agreed' }, home)).location).toContain(
      `/found/${guarded.reference}`,
    );
    expect((await desk.get(`/matches/${pair}`, saran)).status).toBe(200);
    await desk.close();
  });
});

test('straight at the database a side is opened by its own office, in the own name, and stays as written', async () => {
  const missing = await report();
  const child = await found(home, { allegationOfOffence: 'yes' });
  await compare(child);
  const pair = await pairOf(missing, child);
  const insert = (who: Who, record: ChildRecord, { by = who, isTold = true }: { by?: Who; isTold?: boolean } = {}) =>
    nation.ask(who, async (context) => {
      const { officerId, officeId } = nation.officer(by);
      if (isTold) await writeDiary(context, record.id, { happening: 'match.opened', facts: { candidate: pair } });
      return sql`insert into match_opening values (${pair}, ${record.id}, 'x', ${officerId}, ${officeId}, ${context.now})`.execute(
        context.db,
      );
    });
  await expect(insert(saran, child)).rejects.toMatchObject({ code: '42501' });
  await expect(insert('cwc-chairperson Kannur', child)).rejects.toMatchObject({ code: '42501' });
  await expect(insert(home, child, { by: committee })).rejects.toMatchObject({ code: '42501' });
  await expect(insert(home, missing)).rejects.toMatchObject({ code: '42501' });
  await expect(insert(home, child, { isTold: false })).rejects.toMatchObject({ code: '42501' });
  expect(await opens(saran, pair)).toBe(false);
  await insert(home, child); // control
  expect(await opens(saran, pair)).toBe(true);
  await expect(sql`delete from match_opening`.execute(nation.admin)).rejects.toMatchObject({ code: '42501' });
});
