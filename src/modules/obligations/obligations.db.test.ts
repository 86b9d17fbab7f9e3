// Obligations in the database: what is stored equals what the diary says, each office sees its own duties, and the pages speak both languages.
import { sql } from 'kysely';
import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { addHours, type Day } from '../../kernel/time.ts';
import { asReporter, inContext } from '../../platform/context.ts';
import { type Nation, type Who, startNation, worker } from '../../../tests/database/tools.ts';
import { viewOf } from '../../../tests/database/view.ts';
import type { PageRoute, RequestContext } from '../../web/route.ts';
import { type ChildRecord, type RecordPanel, peekRecord } from '../children/index.ts';
import { readDiary, writeDiary } from '../diary/index.ts';
import { registerFoundChild } from '../found-children/actions.ts';
import { foundChildSchema } from '../found-children/form.ts';
import { markTraced } from '../missing-reports/outcome.ts';
import { assessRisk } from '../missing-reports/investigation.ts';
import { riskSchema, tracedSchema } from '../missing-reports/follow-up-form.ts';
import { complaintSchema } from '../missing-reports/form.ts';
import { registerComplaint } from '../missing-reports/index.ts';
import { dutiesEscalatedTo, dutiesOfOthers } from './desk-store.ts';
import { deskRoutes } from './desk.ts';
import { dutiesOf } from './duties-of.ts';
import { toldAtOffice } from './escalation.ts';
import { panels } from './panels.ts';
import { ownedObligations } from './projection.ts';
import { obligationsOfRecord, openDuties, writeObligations } from './store.ts';

let nation: Nation;
const sonepur = 'investigating-officer Saran' as const;
const sonepurNodal = 'district-nodal-officer Saran' as const;
const kozhikodeHome = 'home-superintendent Kozhikode' as const;
const kozhikodeCommittee = 'cwc-chairperson Kozhikode' as const;
const elsewhere = 'investigating-officer Kannur' as const;
const national = 'national-nodal-officer Saran' as const;
const auditor = 'auditor Saran' as const;
let missing: ChildRecord;
let found: ChildRecord;

beforeAll(async () => {
  nation = await startNation();
  const complaint = complaintSchema.parse({
    source: 'walk-in',
    receivedOn: '2026-11-20',
    receivedAt: '10:00',
    paper: 'fir',
    paperNumber: '212',
    paperOn: '2026-11-20',
    paperAt: '11:00',
    lastSeenOn: '2026-11-20',
    lastSeenAt: '09:00',
    lastSeenDistrict: '220',
    children: [{ childName: 'पूजा कुमारी', ageFrom: '8', sex: 'female' }],
  });
  [missing] = (await nation.ask(sonepur, (context) => registerComplaint(context, complaint, []))) as [ChildRecord];
  const intake = {
    foundOn: '2026-11-20',
    foundAt: '09:00',
    districtCode: '560',
    foundPlace: 'Kozhikode station',
    broughtBy: 'railway-police',
    childName: 'Sijo',
  };
  found = (await nation.ask(kozhikodeHome, (context) => registerFoundChild(context, foundChildSchema.parse(intake), []))) as ChildRecord;
});
afterAll(() => nation.stop());

const allDuties = { from: null, to: null };
const rulesOwedBy = (desk: Who) =>
  nation.ask(desk, async (context) =>
    (await openDuties(context, [nation.officer(desk).officeId], allDuties, 100)).map(({ ruleId }) => ruleId),
  );

async function storedAndRebuilt(record: ChildRecord): Promise<[unknown, unknown]> {
  return nation.ask(worker, async (context) => {
    const bySoonest = (one: { ruleId: string; startedAt: string }, other: { ruleId: string; startedAt: string }) =>
      `${one.startedAt}${one.ruleId}` < `${other.startedAt}${other.ruleId}` ? -1 : 1;
    const owned = await ownedObligations(context, (await peekRecord(context, { id: record.id }))!);
    const rebuilt = owned.map((duty) => ({ recordId: record.id, ...duty }));
    const stored = await obligationsOfRecord(context, record.id);
    return [stored.toSorted(bySoonest), rebuilt.toSorted(bySoonest)];
  });
}

function onPage<T>(desk: Who, work: (context: RequestContext) => Promise<T>, locale: 'en' | 'hi' = 'en'): Promise<T> {
  return nation.ask(desk, (context) => work({ ...context, view: viewOf(context, locale) }), 'casework');
}

async function homeOf(desk: Who, show?: string, locale: 'en' | 'hi' = 'en', list?: string): Promise<string> {
  const [home] = deskRoutes() as [PageRoute];
  const answer = await onPage(
    desk,
    (context) =>
      home.answer(context, { params: {}, query: { ...(show ? { show } : {}), ...(list ? { list } : {}) }, cookies: {} } as never),
    locale,
  );
  if (isRefusal(answer)) return answer.code;
  return answer.kind === 'page' ? renderToString(answer.body as VNode) : answer.kind === 'redirect' ? answer.to : answer.kind;
}

test('each office is owed what the law puts on it', async () => {
  expect(await rulesOwedBy(sonepur)).toEqual(expect.arrayContaining(['M05', 'M06', 'M07', 'M09', 'M10', 'M11']));
  expect(await rulesOwedBy(sonepurNodal)).toEqual(['P01']);
  expect(await rulesOwedBy(kozhikodeHome)).toEqual(['F03']);
  expect(await rulesOwedBy(elsewhere)).toEqual([]);
});

test('a day up to which an order gave time is stored and read as that day', async () => {
  const read = await nation.ask(worker, async (context) => {
    const owned = await ownedObligations(context, (await peekRecord(context, { id: missing.id }))!);
    const given = owned.map((duty) => ({ ...duty, extendedTo: duty.ruleId === 'M11' ? ('2027-03-31' as Day) : null }));
    await writeObligations(context, new Map([[missing.id, given]]));
    const stored = await obligationsOfRecord(context, missing.id);
    await writeObligations(context, new Map([[missing.id, owned]]));
    return stored;
  });
  expect(read.filter(({ extendedTo }) => extendedTo !== null).map(({ ruleId, extendedTo }) => [ruleId, extendedTo])).toEqual([
    ['M11', '2027-03-31'],
  ]);
});

test('what is stored equals what the diary says, before and after it grows', async () => {
  const steps: (() => Promise<unknown>)[] = [
    async () => {},
    () =>
      nation.ask(sonepur, (context) =>
        assessRisk(context, missing.reference, riskSchema.parse({ signs: ['under-twelve'], level: 'high', linesOfInquiry: 'Trains' })),
      ),
    () =>
      nation.ask(kozhikodeHome, (context) => writeDiary(context, found.id, { happening: 'found.journeyRecorded', facts: { minutes: 90 } })),
    () =>
      nation.ask(sonepur, (context) =>
        markTraced(
          context,
          missing.reference,
          tracedSchema.parse({ how: 'by-police', alive: 'yes', tracedOn: '2026-11-20', tracedAt: '11:30', where: 'Patna' }),
        ),
      ),
  ];
  for (const step of steps) {
    expect(isRefusal(await step())).toBe(false);
    for (const record of [missing, found]) {
      const [stored, rebuilt] = await storedAndRebuilt(record);
      expect(stored).toEqual(rebuilt);
    }
  }
});

test('a State’s officers find what others owe on their children, and what climbed to them once it is late', async () => {
  const watched = { districtCode: '560' };
  const others = await nation.ask(kozhikodeCommittee, (context) =>
    dutiesOfOthers(context, watched, [nation.officer(kozhikodeCommittee).officeId], 100),
  );
  expect(others.map(({ ruleId, childName }) => [ruleId, childName])).toContainEqual(['F03', 'Sijo']);
  const ladder = toldAtOffice('national-nodal');
  const climbed = () =>
    nation.ask(national, (context) =>
      dutiesEscalatedTo(context, { scope: { nation: true }, told: ladder, passedUp: [], owing: [nation.officer(national).officeId] }, 100),
    );
  expect(await climbed()).toEqual([]);
  const before = nation.clock.now;
  nation.clock.now = addHours(before, 48);
  expect((await climbed()).map(({ ruleId }) => ruleId)).toEqual(['P01']);
  nation.clock.now = before;
});

test('the desk home in both languages, for everyone who has one', async () => {
  for (const locale of ['en', 'hi'] as const) {
    for (const desk of [sonepur, sonepurNodal, kozhikodeHome, kozhikodeCommittee, national, elsewhere] as const) {
      for (const show of [undefined, 'overdue', 'today', 'week', 'others']) expect(await homeOf(desk, show, locale)).toContain('<h1>');
    }
  }
  const home = await homeOf(sonepur);
  expect(home).toContain('पूजा कुमारी');
  expect(home).toContain(`/missing/${missing.reference}/legal-services`);
  expect(await homeOf(elsewhere)).not.toContain('पूजा');
  expect(await homeOf(auditor)).toBe('/access');
});

test('a list too long for a slow line is cut, says so, and is longer where that is asked', async () => {
  const lines = (home: string): number => home.split('<li class="duty"').length - 1;
  const copied = (count: number) =>
    sql`insert into obligation (record_id, rule_id, trigger_entry_id, trigger, actor, office_id, started_at, due_at, warn_at, late_after, escalates_at, escalates_to)
    select record_id, rule_id, gen_random_uuid(), trigger, actor, office_id, started_at, due_at, warn_at, late_after + n * interval '1 minute', '{}', '{}'
    from obligation, generate_series(1, ${count}::int) as n where record_id = ${missing.id} and rule_id = 'M11'`.execute(nation.admin);
  expect(await homeOf(sonepur)).not.toContain('list=longer');
  await copied(40);
  const [usual, longer] = [await homeOf(sonepur), await homeOf(sonepur, 'all', 'hi', 'longer')];
  expect([lines(usual), usual.includes('list=longer'), usual.includes('30 are listed')]).toEqual([30, true, true]);
  expect([lines(longer) > 40, longer.includes('सूची में हैं')]).toEqual([true, false]);
  await copied(100);
  const cut = await homeOf(sonepur, 'all', 'en', 'longer');
  expect([lines(cut), cut.includes('The rest come up')]).toEqual([120, true]);
  await sql`delete from obligation where record_id = ${missing.id} and rule_id = 'M11' and escalates_to = '{}'`.execute(nation.admin);
});

test('an office is shown what it owes apart from what others owe, and each step is offered once', async () => {
  const [owed, rest] = panels;
  const draw = async (desk: Who, panel: RecordPanel) => {
    const drawn = await onPage(desk, (context) => panel.draw(context, missing));
    return drawn === null ? null : renderToString(drawn as VNode);
  };
  const copy = `/missing/${missing.reference}/legal-services`;
  expect(await draw(sonepur, owed!)).toContain(`href="${copy}"`);
  expect(await draw(sonepur, rest!)).not.toContain(copy);
  expect(await onPage(sonepur, (context) => owed!.offers!(context, missing))).toContain(copy);
  expect(await draw(sonepurNodal, rest!)).not.toContain('class="button'); // others see it, and cannot do it
  expect([await draw(auditor, owed!), await draw(auditor, rest!)]).toEqual([null, null]);
});

test('the family is told of the search, never of a pair nobody confirmed', async () => {
  await nation.ask(worker, (context) =>
    writeDiary(context, missing.id, { happening: 'match.proposed', facts: { candidate: missing.id, band: 'likely' } }),
  );
  const told = await nation.ask(worker, (context) => dutiesOf({ ...context, view: viewOf(context, 'hi') }, missing));
  expect(told.map(({ ruleId }) => ruleId)).toContain('M01');
  expect(told.map(({ ruleId }) => ruleId)).not.toContain('P02');
  const asking = {
    actor: { kind: 'citizen', reporterKey: 'somebody else' } as const,
    requestId: 'test',
    ground: { name: 'test', purpose: 'own-report' },
  };
  const strangers = await inContext(nation.tools('citizen'), asking, async (context) => {
    const reporter = await asReporter(context, 'somebody else');
    return dutiesOf({ ...reporter, view: viewOf(reporter, 'en') }, missing);
  });
  expect(strangers).toEqual([]);
  expect(await nation.ask(worker, (context) => readDiary(context, missing.id))).not.toEqual([]);
});
