// The review as officers meet it: in both languages, with and without the right to judge, and what the forms send back.
import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { addHours } from '../../kernel/time.ts';
import { openDoor } from '../../../tests/database/door.ts';
import { type Nation, type Who, startNation, worker } from '../../../tests/database/tools.ts';
import { viewOf } from '../../../tests/database/view.ts';
import type { Answer, FormRoute, PageRoute, RequestContext } from '../../web/route.ts';
import { type ChildRecord, peekRecord, shareRecord } from '../children/index.ts';
import { registerFoundChild } from '../found-children/actions.ts';
import { foundChildSchema } from '../found-children/form.ts';
import { complaintSchema } from '../missing-reports/form.ts';
import { registerComplaint } from '../missing-reports/index.ts';
import { listeners as cwcListeners } from '../cwc/jobs.ts';
import { readDiary } from '../diary/index.ts';
import { deskRoutes } from './desk.ts';
import { scoreContext } from './jobs.ts';
import { matchRecords } from './match-record.ts';
import { panels } from './panels.ts';
import { candidatesOf } from './store.ts';

let nation: Nation;
const sonepur = 'investigating-officer Saran' as const;
const kozhikode = 'investigating-officer Kozhikode' as const;
const kozhikodeHome = 'home-superintendent Kozhikode' as const;
const kozhikodeCommittee = 'cwc-chairperson Kozhikode' as const;
const elsewhere = 'investigating-officer Kannur' as const;
let missing: ChildRecord;
let found: ChildRecord;
let id: string;
const [list, judgement, reversal] = deskRoutes() as [PageRoute, FormRoute, FormRoute];

const mark = { kind: 'burn', site: 'forearm', side: 'left' };

beforeAll(async () => {
  nation = await startNation();
  const child = {
    childName: 'पूजा कुमारी',
    fatherName: 'रामेश्वर',
    ageFrom: '8',
    ageTo: '8',
    sex: 'female',
    languages: ['bho'],
    marks: [mark],
    homeWords: 'Sonpur',
  };
  const complaint = complaintSchema.parse({
    source: 'walk-in',
    receivedOn: '2026-11-10',
    receivedAt: '16:05',
    paper: 'fir',
    paperNumber: '212',
    paperOn: '2026-11-10',
    paperAt: '16:40',
    lastSeenOn: '2026-11-10',
    lastSeenAt: '10:00',
    lastSeenDistrict: '220',
    children: [child],
  });
  [missing] = (await nation.ask(sonepur, (context) => registerComplaint(context, complaint, []))) as [ChildRecord];
  const intake = foundChildSchema.parse({
    foundOn: '2026-11-18',
    foundAt: '09:00',
    districtCode: '560',
    foundPlace: 'Kozhikode station',
    broughtBy: 'railway-police',
    childName: 'പൂജ',
    fatherName: 'Ramesar',
    ageFrom: '14',
    ageTo: '15',
    sex: 'female',
    languages: ['bho'],
    marks: [mark],
  });
  found = (await nation.ask(kozhikode, (context) => registerFoundChild(context, intake, []))) as ChildRecord;
  await nation.ask(worker, async (context) => matchRecords(context, [found.id], await scoreContext(context)));
  id = (await nation.ask(worker, (context) => candidatesOf(context, missing.id, { shown: true })))[0]!.id;
});
afterAll(() => nation.stop());

function onPage<T>(desk: Who, work: (context: RequestContext) => Promise<T>, locale: 'en' | 'hi' = 'en'): Promise<T> {
  return nation.ask(desk, (context) => work({ ...context, view: viewOf(context, locale) }), 'identification');
}

function drawn(answer: Answer): string {
  if (isRefusal(answer)) return answer.code;
  return answer.kind === 'page' ? renderToString(answer.body as VNode) : answer.kind;
}

const asked = (errors = {}) => ({ params: { id }, query: {}, cookies: {}, values: {}, errors }) as never;
const review = (desk: Who, locale: 'en' | 'hi' = 'en') => onPage(desk, (context) => judgement.show!(context, asked()), locale).then(drawn);
const send = (route: FormRoute, desk: Who, draft: unknown) =>
  onPage(desk, (context) => route.save(context, { ...(asked() as object), draft, files: [] } as never));

test('both languages say the same pair', async () => {
  const english = await review(sonepur);
  expect(english).toContain('Is this the same child?');
  expect(english).toContain('1 of 1 candidate for');
  expect(english).toContain('पूजा कुमारी');
  expect(english).toContain('പൂജ');
  expect(english).toContain('FIR 212/2026');
  expect(english).toMatch(/Of [\d,]+ other found girls, one might fit as well by chance\. .* no proof/);
  expect(await review(kozhikode, 'hi')).toContain('क्या यह वही बच्चा है?');
});

test('what speaks against is said before the bars, and what is unknown is listed', async () => {
  const page = await review(sonepur);
  expect(page).toContain('2 things speak against');
  expect(page).toMatch(/seems (older|younger)/);
  expect(page).toMatch(/Not known on one side or both: [^.]*mother/);
});

test('the list shows the pair to both offices and to nobody else', async () => {
  const listed = (desk: Who, locale: 'en' | 'hi' = 'en') => onPage(desk, (context) => list.answer(context, asked()), locale).then(drawn);
  expect(await listed(sonepur)).toContain(`/matches/${id}`);
  expect(await listed(kozhikode, 'hi')).toContain(`/matches/${id}`);
  expect(await listed(elsewhere)).not.toContain('/matches/');
  expect(await listed(elsewhere)).toContain('No pair waits');
});

test('an officer of neither office is told there is no such page', async () => {
  expect(await review(elsewhere)).toBe('web.error.notFound');
  expect(
    await onPage(sonepur, (context) => judgement.show!(context, { ...(asked() as object), params: { id: 'x' } } as never)).then(drawn),
  ).toBe('web.error.notFound');
});

test('the panel names the candidate on both records', async () => {
  expect(renderToString((await onPage(sonepur, (context) => panels[1]!.draw(context, missing))) as VNode)).toContain('പൂജ');
  expect(renderToString((await onPage(kozhikode, (context) => panels[1]!.draw(context, found), 'hi')) as VNode)).toContain('पूजा');
  expect(await onPage(kozhikodeHome, (context) => panels[1]!.draw(context, found))).toBeNull();
});

test('the panel says when the record was last compared, and that a change since was not', async () => {
  const panel = async (record: ChildRecord, locale: 'en' | 'hi' = 'en') =>
    renderToString((await onPage(kozhikode, (context) => panels[1]!.draw(context, record), locale)) as VNode);
  const compared = (await nation.ask(worker, (context) => peekRecord(context, { id: found.id })))!;
  expect(await panel(compared)).toContain('Last compared with every open record');
  const changed = { ...compared, version: compared.version + 1 };
  expect(await panel(changed)).toMatch(/Last compared .*; not yet compared with what was changed since/);
  expect(await panel(changed, 'hi')).toContain('उसके बाद के बदलावों से अभी तुलना नहीं हुई');
  expect(await panel(compared)).not.toContain('A pair above');
  expect(await panel({ ...compared, matchedAt: addHours(compared.matchedAt!, -1) })).toMatch(
    /Last compared with every open record [^.]*\. A pair above was compared again [^.]*, from the other record’s side\./,
  );
  expect(await panel({ ...compared, matchedAt: null, matchedVersion: null })).toContain('Not compared yet');
});

test('a verdict needs its reason: "same" in words, a "no" in words or facts', () => {
  const wrong = (draft: object) => judgement.schema.safeParse({ seen: 'none', ...draft }).error?.issues.map(({ message }) => message);
  expect(wrong({ verdict: 'same', cited: 'father' })).toEqual(['matching.error.reason']);
  expect(wrong({ verdict: 'different' })).toEqual(['matching.error.cited']);
  expect(wrong({ verdict: 'different', cited: 'father' })).toBeUndefined();
  expect(wrong({ verdict: 'different', cited: 'nothing' })).toEqual(['web.error.notAChoice']);
  expect(wrong({ verdict: 'same' })).toEqual(['matching.error.reason']);
  expect(wrong({ verdict: 'different', cited: 'father', seen: undefined })).toEqual(['matching.error.notSeen']);
  expect(judgement.schema.safeParse({ verdict: 'perhaps', reason: 'x' }).success).toBe(false);
});

test('who may not judge sees the page, the roles that may, and no form; sending one anyway is refused', async () => {
  await nation.ask(worker, (context) => shareRecord(context, missing.id, nation.officer(kozhikodeCommittee).officeId, 'match'));
  const page = await review(kozhikodeCommittee);
  expect(page).toContain('Who may:');
  expect(page).not.toContain('<form');
  expect(await send(judgement, kozhikodeCommittee, { verdict: 'same', cited: [], reason: 'x' })).toMatchObject({
    code: 'web.error.mayNot',
  });
  expect(await send(reversal, kozhikodeCommittee, { reason: 'x' })).toMatchObject({ code: 'web.error.mayNot' });
});

test('"same" says what happens next, offers only to take it back, and that opens the pair again', async () => {
  expect(await send(judgement, sonepur, { verdict: 'same', cited: [], reason: 'the scar' })).toMatchObject({
    to: `/matches/${id}`,
    done: 'match-review.done.same',
  });
  const judged = await review(sonepur, 'hi');
  expect(judged).toContain(`/matches/${id}/reverse`);
  expect(judged).not.toContain('value="same"');
  expect(await review(kozhikode)).toMatch(
    /Two people decide.*Officer investigating-officer.*the same child.*cwc Kozhikode: is being asked now/,
  );
  expect(judged).toContain('the scar');
  nation.clock.tick();
  expect(await send(reversal, kozhikode, { reason: 'seen in person' })).toMatchObject({ done: 'match-review.done.reversed' });
  expect(await review(sonepur)).toContain('value="same"');
});

test('what was recorded is said while it stands: not after it was taken back, not because an address says so', async () => {
  const desk = await openDoor(nation, 'desk', deskRoutes());
  const banner = async (verdict: string) => (await desk.get(`/matches/${id}?done=match-review.done.${verdict}`, sonepur)).body;
  const words = { same: 'Recorded: same child', reversed: 'Taken back. The pair is open again', different: 'Recorded: not the same' };
  expect(await banner('same')).not.toContain(words.same);
  expect(await banner('reversed')).toContain(words.reversed);
  nation.clock.tick();
  await send(judgement, sonepur, { verdict: 'same', cited: [], reason: 'the scar' });
  expect(await banner('same')).toContain(words.same);
  expect(await banner('reversed')).not.toContain(words.reversed);
  expect(await banner('different')).not.toContain(words.different);
  await desk.close();
});

test('the Committee that is asked is led to its answer, and nobody else is', async () => {
  const entry = (await nation.ask(worker, (context) => readDiary(context, found.id))).at(-1)!;
  expect(entry.happening).toBe('match.judged');
  const news = { recordId: found.id, entryId: entry.entryId, happening: 'match.judged' } as const;
  await nation.ask(worker, (context) => cwcListeners[0]!.hear(context, news));
  for (const language of ['en', 'hi'] as const) {
    const page = await review(kozhikodeCommittee, language);
    expect(page).toContain(`href="/cwc/${found.reference}/identity?candidate=${id}"`);
    expect(page).not.toContain(language === 'en' ? 'You may read this' : 'आप इसे पढ़ सकते हैं');
  }
  expect(await review(sonepur)).not.toContain('/identity?candidate=');
});
