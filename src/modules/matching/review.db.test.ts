// The pair beside this one: twins, two reports of one child, or simply the right child. What the officer is told of it, and what of it nobody may count.
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Nation, type Who, startNation, worker } from '../../../tests/database/tools.ts';
import { viewOf } from '../../../tests/database/view.ts';
import type { Answer, FormRoute, PageRoute, RequestContext } from '../../web/route.ts';
import { type ChildRecord, shareRecord } from '../children/index.ts';
import { writeDiary } from '../diary/index.ts';
import { registerFoundChild } from '../found-children/actions.ts';
import { foundChildSchema } from '../found-children/form.ts';
import { complaintSchema } from '../missing-reports/form.ts';
import { registerComplaint } from '../missing-reports/index.ts';
import { judge, reverseJudgement } from './actions.ts';
import { deskRoutes } from './desk.ts';
import { scoreContext } from './jobs.ts';
import { matchRecords } from './match-record.ts';
import { type Review, loadReview } from './review.ts';
import { candidatesOf } from './store.ts';

let nation: Nation;
const saran = 'investigating-officer Saran' as const;
const kannur = 'investigating-officer Kannur' as const;
const kozhikode = 'investigating-officer Kozhikode' as const;
let first: ChildRecord;
let second: ChildRecord;
let found: ChildRecord;
let pairOfFirst: string;
let pairOfSecond: string;

const girl = { childName: 'पूजा कुमारी', fatherName: 'रामेश्वर', ageFrom: '8', ageTo: '8', sex: 'female', languages: ['bho'], marks: [{ kind: 'burn', site: 'forearm', side: 'left' }] }; // prettier-ignore

async function registerMissing(who: Who, paperNumber: string, lastSeenDistrict: string): Promise<ChildRecord> {
  const day = { receivedOn: '2026-11-10', receivedAt: '16:05', paperOn: '2026-11-10', paperAt: '16:40', lastSeenOn: '2026-11-10', lastSeenAt: '10:00' }; // prettier-ignore
  const told = complaintSchema.parse({ ...day, source: 'walk-in', paper: 'fir', paperNumber, lastSeenDistrict, children: [girl] });
  return ((await nation.ask(who, (context) => registerComplaint(context, told, []))) as [ChildRecord])[0];
}

beforeAll(async () => {
  nation = await startNation();
  first = await registerMissing(saran, '212', '220');
  second = await registerMissing(kannur, '77', '557');
  const intake = { foundOn: '2026-11-18', foundAt: '09:00', districtCode: '560', foundPlace: 'station', broughtBy: 'railway-police' };
  const told = foundChildSchema.parse({ ...intake, ...girl, ageTo: '9' });
  found = (await nation.ask(kozhikode, (context) => registerFoundChild(context, told, []))) as ChildRecord;
  for (const { id } of [found, first, second])
    await nation.ask(worker, async (context) => matchRecords(context, [id], await scoreContext(context)));
  const pairs = await nation.ask(worker, (context) => candidatesOf(context, found.id, { shown: true }));
  [pairOfFirst, pairOfSecond] = [first, second].map(({ id }) => pairs.find(({ missingId }) => missingId === id)!.id) as [string, string];
});
afterAll(() => nation.stop());

async function reviewed(who: Who, id: string): Promise<Review> {
  const review = await nation.ask(who, (context) => loadReview(context, id), 'identification');
  if (isRefusal(review)) throw new Error(review.code);
  return review;
}

const [list, judgement] = deskRoutes() as [PageRoute, FormRoute];
function drawn(answer: Answer): string {
  if (isRefusal(answer)) return answer.code;
  return answer.kind === 'page' ? renderToString(answer.body as VNode) : answer.kind;
}
const asked = (id: string) => ({ params: { id }, query: {}, cookies: {}, values: {}, errors: {} }) as never;
const onPage = (who: Who, draw: (context: RequestContext) => Promise<Answer>, locale: 'en' | 'hi' = 'en') =>
  nation.ask(who, (context) => draw({ ...context, view: viewOf(context, locale) }), 'identification').then(drawn);
const page = (who: Who, id: string, locale: 'en' | 'hi' = 'en') => onPage(who, (context) => judgement.show!(context, asked(id)), locale);
const listPage = (who: Who) => onPage(who, (context) => list.answer(context, asked('')));

const judged = (who: Who, id: string, verdict: 'same' | 'different' | 'unsure') => {
  nation.clock.tick();
  return nation.ask(who, (context) => judge(context, id, { verdict, cited: [], reason: 'the burn', both: true }));
};
const back = (who: Who, id: string) => {
  nation.clock.tick();
  return nation.ask(who, (context) => reverseJudgement(context, id, 'seen again'));
};

test('who may open both is told of both, in words that leave no two children "almost certain"', async () => {
  const review = await reviewed(kozhikode, pairOfFirst);
  expect(review.candidate.probability).toBeGreaterThan(0.5);
  expect(review.rivals).toMatchObject([{ of: 'found', standing: expect.stringMatching(/^(too|better)$/), opened: { id: pairOfSecond } }]);
  expect(review.place.total).toBe(2);
  const english = await page(kozhikode, pairOfFirst);
  expect(english).toContain('another missing report fits this found child too');
  expect(english).toContain(`href="/matches/${pairOfSecond}"`);
  expect(english).not.toMatch(/Almost certainly|Very likely/);
  expect(await page(kozhikode, pairOfFirst, 'hi')).toContain('ज़्यादा से ज़्यादा एक');
  expect(await listPage(kozhikode)).not.toMatch(/Almost certainly|Very likely/);
});

test('who may open one only is told that another fits, and neither which, how many, how well nor where', async () => {
  const review = await reviewed(saran, pairOfFirst);
  expect([review.place.total, review.place.next, review.place.previous]).toEqual([1, null, null]);
  expect(review.rivals).toMatchObject([{ of: 'found', opened: null }]);
  for (const locale of ['en', 'hi'] as const) {
    const shown = await page(saran, pairOfFirst, locale);
    expect(shown).not.toContain(pairOfSecond);
    expect(shown).not.toContain(second.reference);
    expect(shown).not.toMatch(/Kannur|लगभग निश्चित/);
    expect(shown).not.toMatch(/class="button primary"[^>]*value="same"/);
  }
  const english = await page(saran, pairOfFirst);
  expect(english).toMatch(/Another report, which you cannot open, fits this child (better|too)\. Ask the office that holds the child/);
  expect(english).not.toMatch(/Almost certainly|Very likely|More likely|by chance|Open the other pair/);
  expect(await listPage(saran)).toMatch(/fits this child better|so does another/);
  expect(await listPage(saran)).not.toMatch(/Almost certainly|Very likely/);
});

test('where nothing stands beside a pair, it is said how likely it is, and "same child" is put forward', async () => {
  await judged(kannur, pairOfSecond, 'different');
  const english = await page(saran, pairOfFirst);
  expect(english).toMatch(/Almost certainly|Very likely|More likely/);
  expect(english).toMatch(/class="button primary"[^>]*value="same"/);
  expect((await reviewed(saran, pairOfFirst)).rivals).toEqual([]);
  await back(kannur, pairOfSecond);
});

test('the other office’s file is no link while only a match lets the officer see it', async () => {
  const english = await page(saran, pairOfFirst);
  expect(english).toContain(`href="/missing/${first.reference}"`);
  expect(english).not.toContain(`href="/found/${found.reference}"`);
  expect(await page(kozhikode, pairOfFirst)).toContain(`href="/found/${found.reference}"`);
  expect(await listPage(saran)).toContain(`href="/missing/${first.reference}"`);
  expect(await listPage(kozhikode)).not.toContain(`href="/missing/`);
  expect(await listPage(kozhikode)).toContain(first.reference);
});

test('one already judged, then confirmed, is named with that standing; who may not open it is told whom to ask', async () => {
  expect(isRefusal(await judged(kannur, pairOfSecond, 'same'))).toBe(false);
  expect((await reviewed(kozhikode, pairOfFirst)).rivals).toMatchObject([{ opened: { id: pairOfSecond }, standing: 'same' }]);
  expect(await page(kozhikode, pairOfFirst)).toContain('already judged to be the child of another missing report');
  const hidden = await page(saran, pairOfFirst);
  expect(hidden).toMatch(/already judged to be the same as another missing child\.\s*(Ask|Telephone) /);
  expect(hidden).not.toContain(pairOfSecond);
  const said = await page(kannur, pairOfSecond); // the judged one itself: nobody is told to judge it, only who is to hear of the other
  expect(said).toContain('whoever gave the wrong judgement takes it back');
  expect(said).not.toContain('judge only then');
  await nation.ask(worker, (context) =>
    writeDiary(context, found.id, { happening: 'identity.confirmed', facts: { candidate: pairOfSecond } }),
  );
  const decided = await page(kannur, pairOfSecond); // that another fits too was for the Committee to weigh
  expect(decided).toContain('Confirmed by the Child Welfare Committee: the same child');
  expect(decided).not.toMatch(/Another pair stands beside|Almost certainly|Very likely|by chance/);
  expect((await reviewed(kozhikode, pairOfFirst)).rivals).toMatchObject([{ standing: 'confirmed' }]);
  expect(await page(kozhikode, pairOfFirst)).toContain('The Committee has confirmed that the same found child');
  const told = await page(saran, pairOfFirst);
  expect(told).toContain('has confirmed that this found child is another missing child');
  expect(told).toMatch(/(Ask|Telephone) cwc Kozhikode/);
  expect(await listPage(saran)).toContain('This found child is confirmed to be another missing child');
  await nation.ask(worker, (context) =>
    writeDiary(context, found.id, { happening: 'match.judgementReversed', facts: { candidate: pairOfSecond } }),
  );
  expect((await reviewed(kozhikode, pairOfFirst)).rivals).toMatchObject([{ standing: 'same' }]);
  expect(isRefusal(await back(kannur, pairOfSecond))).toBe(false);
});

test('a judged pair leads to the next that waits, and to the list when none does', async () => {
  await judged(kozhikode, pairOfFirst, 'different');
  expect((await reviewed(kozhikode, pairOfFirst)).nextWaiting).toBe(pairOfSecond);
  expect(await page(kozhikode, pairOfFirst)).toContain('Next pair that waits for you');
  expect(await page(saran, pairOfFirst)).toContain('No other pair waits');
  expect((await reviewed(kozhikode, pairOfSecond)).nextWaiting).toBeNull(); // not judged itself
  await back(kozhikode, pairOfFirst);
});

test('"can’t tell yet" stays in the list, apart from what waits, with the fact that would help', async () => {
  expect(await listPage(saran)).not.toContain('could not be told yet');
  await judged(saran, pairOfFirst, 'unsure');
  const seen = await listPage(saran);
  expect(seen).toContain('No pair waits');
  expect(seen).toMatch(/1 pair could not be told yet.*What would help most: [^<]+\./);
  expect(seen).toContain(`href="/matches/${pairOfFirst}"`);
  expect(await listPage('investigating-officer Kozhikode')).toMatch(/1 pair waits.*1 pair could not be told yet/);
  await back(saran, pairOfFirst);
  expect(await listPage(saran)).not.toContain('could not be told yet');
});

test('a reason typed to judge is not put into the form that takes the judgement back, and is not lost', async () => {
  await judged(kannur, pairOfSecond, 'same');
  const stale = (values: object) =>
    onPage(kannur, (context) => judgement.show!(context, { ...(asked(pairOfSecond) as object), values } as never));
  const sent = await stale({ verdict: 'different', reason: 'the mole is missing' });
  expect(sent).toContain('Why is it taken back?');
  expect(sent).not.toMatch(/<textarea[^>]*>the mole is missing/);
  expect(sent).toMatch(/You had typed for another question:\s*<q[^>]*>the mole is missing/);
  await back(kannur, pairOfSecond);
  const open = await stale({ verdict: 'different', reason: 'the mole is missing', seen: 'none' });
  expect(open).toMatch(/<textarea[^>]*>the mole is missing/); // control: the same question
  expect(open).toContain('Open the pair again');
});

test('what the Committee took back says so first, with its reason, and nothing calls it almost certain', async () => {
  await judged(kannur, pairOfSecond, 'different'); // nothing stands beside the first
  await judged(saran, pairOfFirst, 'same');
  await back(saran, pairOfFirst);
  expect(await page(saran, pairOfFirst)).not.toContain('took this back');
  await judged(saran, pairOfFirst, 'same');
  await nation.ask(worker, (context) =>
    writeDiary(context, found.id, { happening: 'identity.confirmed', facts: { candidate: pairOfFirst } }),
  );
  const committee = nation.officer('cwc-chairperson Kozhikode');
  for (const { id } of [first, found]) await nation.ask(worker, (context) => shareRecord(context, id, committee.officeId, 'match'));
  expect(await back('cwc-chairperson Kozhikode', pairOfFirst)).not.toHaveProperty('code');
  const english = await page(saran, pairOfFirst);
  expect(english).toMatch(/cwc Kozhikode took this back on [^<]*:<\/strong> <q[^>]*>seen again/);
  expect(english.indexOf('took this back')).toBeLessThan(english.indexOf('class="percent"'));
  expect(english).not.toMatch(/Almost certainly|Very likely|by chance/);
  expect(await listPage(saran)).toMatch(/took this back on [^<]*seen again/);
  expect(await listPage(saran)).not.toMatch(/Almost certainly|Very likely/);
});
