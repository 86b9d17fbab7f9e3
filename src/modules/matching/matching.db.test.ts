// Matching in the database: across scripts and States, what is remembered, what is taken back, and who may not look.
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Nation, type Who, startNation, worker } from '../../../tests/database/tools.ts';
import { type ChildRecord, type Description, changeDescription, peekRecord, readDescription, readRecord } from '../children/index.ts';
import { holdDiaries, readDiary, writeDiary } from '../diary/index.ts';
import { registerFoundChild } from '../found-children/actions.ts';
import { foundChildSchema } from '../found-children/form.ts';
import { complaintSchema } from '../missing-reports/form.ts';
import { registerComplaint } from '../missing-reports/index.ts';
import { closeReport, reopenReport } from '../missing-reports/outcome.ts';
import { judge, openPair, reverseJudgement } from './actions.ts';
import type { Aspect } from './aspect.ts';
import type { Candidate } from './candidate.ts';
import { scoreContext } from './jobs.ts';
import { matchRecords, withdrawPairs } from './match-record.ts';
import { loadReview } from './review.ts';
import { judgementsOf } from './judging/judgement-store.ts';
import { candidatesOf, countWaiting, saveCandidates, setStanding, waitingFor } from './store.ts';

let nation: Nation;
const sonepur = 'investigating-officer Saran' as const;
const kozhikode = 'investigating-officer Kozhikode' as const;
const elsewhere = 'investigating-officer Kannur' as const;
const auditor = 'auditor Saran' as const;
let missing: ChildRecord;
let found: ChildRecord;
let paper = 100;

const pooja = { childName: 'पूजा कुमारी', fatherName: 'रामेश्वर', ageFrom: '8', ageTo: '8', sex: 'female', languages: ['bho'] };
const mark = { kind: 'burn', site: 'forearm', side: 'left' };

function complaint(child: Record<string, unknown>) {
  paper += 1;
  return complaintSchema.parse({
    source: 'walk-in',
    receivedOn: '2026-11-10',
    receivedAt: '16:05',
    paper: 'fir',
    paperNumber: String(paper),
    paperOn: '2026-11-10',
    paperAt: '16:40',
    lastSeenOn: '2026-11-10',
    lastSeenAt: '10:00',
    lastSeenDistrict: '220',
    children: [child],
  });
}

const registerMissing = (child: Record<string, unknown>) =>
  nation.ask(sonepur, (context) => registerComplaint(context, complaint(child), [])).then((records) => records[0] as ChildRecord);

const registerFound = (child: Record<string, unknown>) =>
  nation.ask(kozhikode, (context) =>
    registerFoundChild(
      context,
      foundChildSchema.parse({
        foundOn: '2026-11-18',
        foundAt: '09:00',
        districtCode: '560',
        foundPlace: 'Kozhikode station',
        broughtBy: 'railway-police',
        ...child,
      }),
      [],
    ),
  ) as Promise<ChildRecord>;

const matchNow = (record: ChildRecord) =>
  nation.ask(worker, async (context) => matchRecords(context, [record.id], await scoreContext(context)));

async function pair(): Promise<Candidate> {
  const candidates = await nation.ask(worker, (context) => candidatesOf(context, missing.id, { shown: false }));
  return candidates.find((candidate) => candidate.foundId === found.id)!;
}

const judged = (verdict: 'same' | 'different' | 'unsure', by: Who = sonepur, cited: Aspect[] = []) =>
  pair().then(({ id }) => {
    nation.clock.tick(); // no two people judge at the same moment
    return nation.ask(by, (context) =>
      judge(context, id, { verdict, cited, ...(cited.length > 0 ? {} : { reason: 'compared the burn scar' }) }),
    );
  });

const happened = async (record: ChildRecord) =>
  (await nation.ask(worker, (context) => readDiary(context, record.id))).map((entry) => entry.happening);

beforeEach(async () => {
  nation = await startNation();
  missing = await registerMissing({ ...pooja, marks: [mark] });
  found = await registerFound({
    childName: 'Puja',
    fatherName: 'Ramesar',
    ageFrom: '8',
    ageTo: '9',
    sex: 'female',
    languages: ['bho'],
    marks: [mark],
  });
  await matchNow(found);
});

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

test('a file opens to the other office by its own office’s judgement, not by the other’s; taken back, it is shut again', async () => {
  const reads = (officer: Who, record: ChildRecord) => nation.ask(officer, (context) => readRecord(context, { id: record.id }));
  await judged('same', sonepur);
  expect(isRefusal(await reads(kozhikode, missing))).toBe(false);
  expect(await reads(sonepur, found)).toMatchObject({ code: 'children.error.onlyPaired' });
  const candidate = await pair();
  await nation.ask(sonepur, (context) => reverseJudgement(context, candidate.id, 'another child'));
  expect(await reads(kozhikode, missing)).toMatchObject({ code: 'children.error.onlyPaired' });
});

test('a file opened by one office is shut when the other takes the judgement back', async () => {
  const reads = () => nation.ask(kozhikode, (context) => readRecord(context, { id: missing.id }));
  await judged('same', sonepur);
  expect(isRefusal(await reads())).toBe(false);
  const candidate = await pair();
  await nation.ask(kozhikode, (context) => reverseJudgement(context, candidate.id, 'another child'));
  expect(await reads()).toMatchObject({ code: 'children.error.onlyPaired' });
});

describe('a found child already judged to be one missing child', () => {
  async function secondPair(): Promise<Candidate> {
    await judged('same', sonepur);
    const other = await registerMissing({ ...pooja, marks: [mark] });
    await matchNow(other);
    return (await nation.ask(worker, (context) => candidatesOf(context, other.id, { shown: false }))).find(
      ({ foundId }) => foundId === found.id,
    )!;
  }
  const same = (id: string, both: boolean) =>
    nation.ask(sonepur, (context) => judge(context, id, { verdict: 'same', cited: [], reason: 'compared', both }));

  test('is not judged to be another by the way, but by whoever says that all three were compared', async () => {
    const { id } = await secondPair();
    expect(await same(id, false)).toMatchObject({ code: 'matching.error.sameAsAnother', field: 'both' });
    expect(isRefusal(await same(id, true))).toBe(false);
  });

  test('may be judged not to be another', async () => {
    const { id } = await secondPair();
    const judgement = await nation.ask(sonepur, (context) => judge(context, id, { verdict: 'different', cited: [], reason: 'her sister' }));
    expect(isRefusal(judgement)).toBe(false);
  });
});

test('a page opened before a colleague judged rules over nobody', async () => {
  const { id } = await pair();
  await judged('unsure', kozhikode);
  const late = (seen: string) =>
    nation.ask(sonepur, (context) => judge(context, id, { verdict: 'different', cited: [], reason: 'no', seen }));
  expect(await late('none')).toMatchObject({ code: 'matching.error.judgedMeanwhile' });
  const last = (await nation.ask(sonepur, (context) => judgementsOf(context, id))).at(-1)!.id;
  expect(isRefusal(await late(last))).toBe(false);
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

test('"same" is written in both diaries and moves the found child on', async () => {
  expect(isRefusal(await judged('same'))).toBe(false);
  expect((await happened(missing)).at(-1)).toBe('match.judged');
  expect((await happened(found)).at(-1)).toBe('match.judged');
  expect((await nation.ask(worker, (context) => peekRecord(context, { id: found.id })))!.status).toBe('match-proposed');
  expect(await judged('different')).toMatchObject({ code: 'matching.error.alreadySame' });
});

test('"no" is remembered through every new comparison of the same facts', async () => {
  await judged('different');
  await matchNow(found);
  await matchNow(missing);
  expect((await pair()).standing).toBe('different');
  const waiting = await nation.ask(sonepur, (context) =>
    waitingFor(context, { officeId: nation.officer(sonepur).officeId }, { standing: 'open', atMost: 100 }),
  );
  expect(waiting.map(({ id }) => id)).not.toContain((await pair()).id);
});

/** What the found child's record says now, and the pair compared anew. */
async function foundSays(said: (description: Description) => Partial<Description>): Promise<void> {
  await nation.ask(kozhikode, async (context) => {
    const { version } = (await peekRecord(context, { id: found.id }))!;
    const description = (await readDescription(context, found.id))!;
    await changeDescription(context, found.id, version, { ...description, ...said(description) });
  });
  await matchNow(found);
}

const named = (bearer: 'father' | 'mother', text: string) => (description: Description) => ({
  names: [...description.names.filter((name) => name.bearer !== bearer), { bearer, text, alias: false }],
});

test('"no" because of a fact is asked again when that fact changes, by no other change, and the page says what changed', async () => {
  await foundSays(named('father', 'Ramesh Yadav'));
  await judged('different', sonepur, ['father']);
  await foundSays(() => ({ clothing: 'blue frock', complexion: 'dusky', heightCentimetres: { low: 125, high: 125 } }));
  expect((await pair()).standing).toBe('different');
  await foundSays(named('father', 'रामेश्वर'));
  const asked = await pair();
  expect(asked.standing).toBe('open');
  const review = await nation.ask(kozhikode, (context) => loadReview(context, asked.id));
  expect(review).toMatchObject({ askedAgain: { changed: ['father'], judgement: { cited: ['father'], reason: '' } } });
  expect((await happened(missing)).at(-1)).toBe('match.proposed');
});

test('"no" for a written reason alone is asked again once the pair grew stronger by what changed', async () => {
  await judged('different');
  await foundSays(named('mother', 'Sunita Kumari'));
  expect((await pair()).standing).toBe('different');
  await nation.ask(sonepur, async (context) => {
    const description = (await readDescription(context, missing.id))!;
    await changeDescription(context, missing.id, 1, { ...description, ...named('mother', 'सुनीता कुमारी')(description) });
  });
  await matchNow(missing);
  expect((await pair()).standing).toBe('open');
});

test('the database keeps no "no" without a ground, and no "same" without words', async () => {
  const { id } = await pair();
  const add = (verdict: string, cited: string[]) =>
    sql`insert into match_judgement (id, candidate_id, verdict, reason, cited, missing_version, found_version, judged_by, office_id, judged_at)
      values (gen_random_uuid(), ${id}, ${verdict}, '', ${cited}, 1, 1, ${nation.officer(sonepur).officerId}, ${nation.officer(sonepur).officeId}, ${nation.clock.now})`.execute(
      nation.admin,
    );
  await expect(add('different', [])).rejects.toThrow('match_judgement_reasoned');
  await expect(add('same', ['father'])).rejects.toThrow('match_judgement_reasoned');
  await add('different', ['father']);
});

test('a judgement given while the machine was comparing is not written over', async () => {
  const before = await pair();
  await judged('same');
  await nation.ask(worker, async (context) => {
    await saveCandidates(context, [{ ...before, standing: 'open', standingBefore: 'open' }]);
  });
  expect((await pair()).standing).toBe('same');
});

test('a judgement can be taken back, once, and both diaries say so', async () => {
  await judged('same');
  const { id } = await pair();
  nation.clock.tick();
  const back = () => nation.ask(sonepur, (context) => reverseJudgement(context, id, 'another girl, seen in person'));
  expect(isRefusal(await back())).toBe(false);
  expect((await pair()).standing).toBe('open');
  expect((await happened(found)).at(-1)).toBe('match.judgementReversed');
  expect((await happened(missing)).at(-1)).toBe('match.judgementReversed');
  expect(await back()).toMatchObject({ code: 'matching.error.nothingToReverse' });
  const verdicts = (await nation.ask(sonepur, (context) => judgementsOf(context, id))).map((judgement) => judgement.verdict);
  expect(verdicts).toEqual(['same', 'reversed']);
  expect((await nation.ask(worker, (context) => peekRecord(context, { id: found.id })))!.status).toBe('unidentified');
});

test('of two officers who judge at the same moment the second changes nothing', async () => {
  const stale = await pair();
  await judged('unsure', kozhikode);
  const second = (seen: string) =>
    nation.ask(sonepur, (context) => judge(context, stale.id, { verdict: 'same', cited: [], reason: 'the scar', seen }));
  expect(await second('none')).toMatchObject({ code: 'matching.error.judgedMeanwhile' });
  expect(await nation.ask(worker, (context) => setStanding(context, stale, 'withdrawn'))).toBe(false);
  expect((await pair()).standing).toBe('unsure');
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
