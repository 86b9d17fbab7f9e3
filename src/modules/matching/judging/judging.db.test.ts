// Judging in the database: what a judgement opens, what is remembered and asked again, what is taken back, and who comes second.
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '../../../kernel/refusal.ts';
import { type Who, worker } from '../../../../tests/database/tools.ts';
import { type ChildRecord, type Description, changeDescription, peekRecord, readDescription, readRecord } from '../../children/index.ts';
import { judge, reverseJudgement } from '../actions.ts';
import type { Candidate } from '../candidate.ts';
import { loadReview } from '../review.ts';
import { judgementsOf } from './judgement-store.ts';
import { candidatesOf, saveCandidates, setStanding, waitingFor } from '../store.ts';
import {
  nation,
  sonepur,
  kozhikode,
  missing,
  found,
  pooja,
  mark,
  registerMissing,
  matchNow,
  pair,
  judged,
  happened,
  loseAndFind,
} from '../../../../tests/matching/lost-and-found.ts';

beforeEach(loseAndFind);

afterEach(() => nation.stop());

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
