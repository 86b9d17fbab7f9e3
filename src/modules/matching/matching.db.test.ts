// Matching in the database: across scripts and States, what is proposed and withdrawn, and who may not look.
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { worker } from '../../../tests/database/tools.ts';
import { type ChildRecord, changeDescription, peekRecord, readDescription, readRecord } from '../children/index.ts';
import { holdDiaries, readDiary, writeDiary } from '../diary/index.ts';
import { closeReport, reopenReport } from '../missing-reports/outcome.ts';
import { openPair } from './actions.ts';
import { withdrawPairs } from './match-record.ts';
import { candidatesOf, countWaiting, waitingFor } from './store.ts';
import {
  nation,
  sonepur,
  kozhikode,
  elsewhere,
  auditor,
  missing,
  found,
  registerFound,
  matchNow,
  pair,
  judged,
  happened,
  loseAndFind,
} from '../../../tests/matching/lost-and-found.ts';

beforeEach(loseAndFind);

afterEach(() => nation.stop());

test('a girl lost as पूजा and found as Puja is put before both offices: each may open the pair, neither the other’s file', async () => {
  const candidate = await pair();
  expect(candidate.band).toBe('likely');
  expect(candidate.standing).toBe('open');
  for (const [officer, record] of [
    [sonepur, found],
    [kozhikode, missing],
  ] as const) {
    const waiting = await nation.ask(officer, (context) =>
      waitingFor(context, { officeId: nation.officer(officer).officeId }, { standing: 'open', atMost: 100 }),
    );
    expect(waiting.map(({ id }) => id)).toContain(candidate.id);
    expect(isRefusal(await nation.ask(officer, (context) => openPair(context, candidate.id)))).toBe(false);
    expect(await nation.ask(officer, (context) => readRecord(context, { id: record.id }))).toMatchObject({
      code: 'children.error.onlyPaired',
    });
  }
  expect(await happened(missing)).toContain('match.proposed');
  expect((await nation.ask(worker, (context) => peekRecord(context, { id: found.id })))!.matchedAt).not.toBeNull();
});

test('a pair that a changed description makes weak is withdrawn in both diaries, and neither office is let in by it', async () => {
  const candidate = await pair();
  await nation.ask(worker, async (context) => {
    const { version } = (await peekRecord(context, { id: found.id }))!;
    await changeDescription(context, found.id, version, {
      ...(await readDescription(context, found.id))!,
      sex: 'male',
      names: [],
      marks: [],
    });
  });
  await matchNow(found);
  expect((await pair()).standing).toBe('withdrawn');
  expect(await happened(missing)).toContain('match.withdrawn');
  expect(await happened(found)).toContain('match.withdrawn');
  expect(await nation.ask(sonepur, (context) => openPair(context, candidate.id))).toMatchObject({ code: 'web.error.notFound' });
});

test('two who write to one diary wait for each other, so the state derived last has seen both', async () => {
  const order: string[] = [];
  const write = (name: string, ids: ChildRecord['id'][]) =>
    nation.ask(worker, async (context) => {
      await holdDiaries(context, ids);
      order.push(name);
      await writeDiary(context, found.id, { happening: 'record.corrected', facts: { field: name } });
      order.push(name);
    });
  await Promise.all([write('first', [found.id, missing.id]), write('second', [missing.id, found.id])]);
  expect(order[0]).toBe(order[1]); // never one inside the other
  expect(order[2]).toBe(order[3]);
});

test('a child who cannot be the one is not put before anybody', async () => {
  const boy = await registerFound({ childName: 'Sijo Varghese', ageFrom: '15', ageTo: '16', sex: 'male' });
  await matchNow(boy);
  const shown = await nation.ask(worker, (context) => candidatesOf(context, boy.id, { shown: true }));
  expect(shown).toEqual([]);
  expect(isRefusal(await nation.ask(kozhikode, (context) => readRecord(context, { id: boy.id })))).toBe(false);
  expect(isRefusal(await nation.ask(sonepur, (context) => readRecord(context, { id: boy.id })))).toBe(true);
});

test('of a closed record no pair is proposed or left waiting; opened again, it is asked about anew', async () => {
  const { id } = await pair();
  const station = 'station-in-charge Saran' as const;
  await nation.ask(station, (context) => closeReport(context, missing.reference, { outcome: 'false-report', reason: 'at her aunt’s' }));
  await nation.ask(worker, (context) => withdrawPairs(context, missing.id));
  expect((await pair()).standing).toBe('withdrawn');
  expect((await happened(found)).at(-1)).toBe('match.withdrawn');
  await matchNow(found);
  await matchNow(missing);
  expect((await pair()).standing).toBe('withdrawn');
  nation.clock.tick();
  await nation.ask(station, (context) => reopenReport(context, missing.reference, { reason: 'she never came' }));
  await matchNow(missing);
  expect(await pair()).toMatchObject({ id, standing: 'open' });
  expect((await happened(missing)).at(-1)).toBe('match.proposed');
});

test('comparing again proposes nothing twice', async () => {
  const { id } = await pair();
  await matchNow(missing);
  await matchNow(found);
  const diary = await nation.ask(worker, (context) => readDiary(context, missing.id));
  expect(diary.filter((entry) => entry.happening === 'match.proposed' && entry.facts.candidate === id)).toHaveLength(1);
});

test('an officer of another district cannot open, judge or count the pair', async () => {
  const { id } = await pair();
  expect(await judged('same', elsewhere)).toMatchObject({ code: 'web.error.notFound' });
  expect(await nation.ask(elsewhere, (context) => openPair(context, id))).toMatchObject({ code: 'web.error.notFound' });
  expect(await nation.ask(elsewhere, (context) => countWaiting(context, { districtCode: '220' }))).toBe(0);
  expect((await pair()).standing).toBe('open');
});

test('opening a pair leaves a trace on both records', async () => {
  const { id } = await pair();
  await nation.ask(kozhikode, (context) => openPair(context, id));
  const read = await nation.ask(auditor, (context) =>
    sql<{
      recordId: string;
    }>`select record_id from audit_entry where office_id = ${nation.officer(kozhikode).officeId} and action = 'read'`.execute(context.db),
  );
  expect(read.rows.map((row) => row.recordId)).toEqual(expect.arrayContaining([missing.id, found.id]));
});
