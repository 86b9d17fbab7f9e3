// Four months of an invented State under a clock that is set, never waited for: what is late, to whom it climbs, who is handed to the unit, how late
// entries came. Every moment and number expected here was reckoned by hand from the law page and the story below, in Indian time.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf } from '../../src/apps/desk.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { type Day, type Instant, instantAt } from '../../src/kernel/time.ts';
import type { Actor } from '../../src/law/index.ts';
import { type ChildRecord, peekRecord } from '../../src/modules/children/index.ts';
import { registerFoundChild } from '../../src/modules/found-children/actions.ts';
import { foundChildSchema } from '../../src/modules/found-children/form.ts';
import { openPeriods } from '../../src/modules/journals/index.ts';
import { writeDiary } from '../../src/modules/diary/index.ts';
import { complaintSchema } from '../../src/modules/missing-reports/form.ts';
import { riskSchema, stepSchema, tracedSchema, traffickingSchema } from '../../src/modules/missing-reports/follow-up-form.ts';
import { registerComplaint } from '../../src/modules/missing-reports/index.ts';
import {
  assessRisk,
  forwardToJuvenilePoliceUnit,
  suspectTrafficking,
  transferToAntiTrafficking,
} from '../../src/modules/missing-reports/investigation.ts';
import { markTraced } from '../../src/modules/missing-reports/outcome.ts';
import { dutiesEscalatedTo } from '../../src/modules/obligations/desk-store.ts';
import { escalationOf, toldAtOffice } from '../../src/modules/obligations/escalation.ts';
import { stateAt } from '../../src/modules/obligations/obligation.ts';
import { obligationsOfRecord } from '../../src/modules/obligations/store.ts';
import { tellOffices, tickDuties } from '../../src/modules/obligations/index.ts';
import { countOneMonth } from '../../src/modules/timeliness/index.ts';
import { type TestDoor, openDoor } from '../database/door.ts';
import { type Nation, type Who, startNation, worker } from '../database/tools.ts';

const station = 'investigating-officer Saran' as const;
const inCharge = 'station-in-charge Saran' as const;
const chair = 'cwc-chairperson Saran' as const;
const magistrate = 'district-nodal-officer Saran' as const;
const ofState = 'state-nodal-officer Saran' as const;

let nation: Nation;
let desk: TestDoor;
const children = new Map<string, ChildRecord>();

const at = (moment: string): Instant => instantAt(moment.slice(0, 10) as Day, moment.slice(11));
const parts = (moment: string): [day: string, time: string] => [moment.slice(0, 10), moment.slice(11)];

async function done<T>(answer: Promise<T>): Promise<Exclude<T, { refused: true }>> {
  const given = await answer;
  const refusal = [given].flat().find((one) => isRefusal(one));
  if (refusal) throw new Error(JSON.stringify(refusal));
  return given as Exclude<T, { refused: true }>;
}

/** Told at the station, the FIR written: both entered when the clock says. */
async function reported(name: string, received: string, fir: string): Promise<void> {
  const [[receivedOn, receivedAt], [paperOn, paperAt]] = [parts(received), parts(fir)];
  const complaint = complaintSchema.parse({
    source: 'walk-in', receivedOn, receivedAt, paper: 'fir', paperNumber: String(200 + children.size), paperOn, paperAt, lastSeenOn: receivedOn, lastSeenAt: '07:00',
    lastSeenDistrict: '220', children: [{ childName: name, ageFrom: '11', sex: 'female' }],
  }); // prettier-ignore
  const [record] = (await done(nation.ask(station, (context) => registerComplaint(context, complaint, [])))) as [ChildRecord];
  children.set(name, record);
}

const reference = (name: string) => children.get(name)!.reference;
const step = (moment: string) => stepSchema.parse({ doneOn: parts(moment)[0], doneAt: parts(moment)[1] });

/** A child before the Committee since 30 July, entered in December: the one matter of the quarter that is over four months old. */
async function waitingSinceJuly(): Promise<void> {
  const told = { childName: 'Asha', sex: 'female', ageFrom: '9', foundPlace: 'Platform 2', foundOn: '2026-07-30', foundAt: '08:00', districtCode: '220', broughtBy: 'police' }; // prettier-ignore
  const { id } = (await done(nation.ask(chair, (context) => registerFoundChild(context, foundChildSchema.parse(told), [])))) as ChildRecord;
  await nation.ask(chair, (context) =>
    writeDiary(context, id, { happening: 'found.produced', facts: { sitting: 'committee' }, happenedAt: at('2026-07-30 10:00') }),
  );
}

/** An act on the return of October to December. */
async function onReturn(who: Who, act: string, fields: Record<string, string> = {}): Promise<void> {
  const { status, body } = await desk.post(returnPage(), { act, period: '2026-Q4', ...fields }, who);
  if (status !== 303) throw new Error(body);
}
const returnPage = (): string => `/returns/${nation.officer(chair).officeId}?period=2026-Q4`;

/** What happens in the State, each at the moment it is entered. Nothing is done for Pooja beyond the FIR until April. */
const story: readonly (readonly [entered: string, () => Promise<unknown>])[] = [
  ['2026-12-01 10:30', () => reported('Pooja', '2026-12-01 09:40', '2026-12-01 10:00')],
  ['2026-12-02 16:00', waitingSinceJuly],
  ['2026-12-07 09:00', () => reported('Meena', '2026-12-05 11:30', '2026-12-05 12:00')],
  [
    '2026-12-07 09:30',
    () => {
      const risk = riskSchema.parse({ signs: [], level: 'standard', linesOfInquiry: 'Trains', doneOn: '2026-12-05', doneAt: '15:00' });
      return done(nation.ask(station, (context) => assessRisk(context, reference('Meena'), risk)));
    },
  ],
  [
    '2026-12-07 09:40',
    () => done(nation.ask(station, (context) => forwardToJuvenilePoliceUnit(context, reference('Meena'), step('2026-12-05 17:00')))),
  ],
  ['2026-12-10 09:10', () => reported('Rani', '2026-12-10 08:30', '2026-12-10 09:00')],
  [
    '2026-12-12 20:00',
    () => {
      const traced = tracedSchema.parse({ how: 'by-police', alive: 'yes', tracedOn: '2026-12-12', tracedAt: '09:00', where: 'Patna' });
      return done(nation.ask(station, (context) => markTraced(context, reference('Rani'), traced)));
    },
  ],
  ['2026-12-31 23:55', () => reported('Sita', '2026-12-31 23:40', '2026-12-31 23:50')],
  ['2027-01-04 11:00', () => onReturn(chair, 'sign', { remarks: 'One waits for her family to be found.' })],
  [
    '2027-01-05 17:00',
    async () => {
      await onReturn(magistrate, 'review', { found: 'One over four months.' });
      await onReturn(magistrate, 'direct', { reference: 'D/7', directed: 'Hear her within a month.', givenOn: '2027-01-05' });
    },
  ],
  ['2027-01-20 09:00', () => handed('Meena', suspectTrafficking, false)],
  ['2027-01-20 20:00', () => handed('Meena', transferToAntiTrafficking, true)],
  ['2027-04-03 11:00', () => handed('Pooja', transferToAntiTrafficking, true)],
];

function handed(name: string, act: typeof transferToAntiTrafficking, transfer: boolean): Promise<unknown> {
  const draft = traffickingSchema.parse({ reason: 'Seen with a recruiter', ...(transfer ? { transfer: 'yes' } : {}) });
  return done(nation.ask(inCharge, (context) => act(context, reference(name), draft)));
}

let told = 0;
/** What the worker does in the meantime, at this moment of the clock. */
async function work(): Promise<void> {
  while ((await nation.ask(worker, (context) => openPeriods(context))) > 0);
  while ((await nation.ask(worker, (context) => tickDuties(context))) > 0);
  while ((await nation.ask(worker, (context) => tellOffices(context))) > 0);
}

/** Plays the story up to this moment and sets the clock to it. */
async function until(moment: string): Promise<void> {
  for (; told < story.length && story[told]![0] <= moment; told++) {
    nation.clock.now = at(story[told]![0]);
    await work();
    await story[told]![1]();
  }
  nation.clock.now = at(moment);
  await work();
}

/** The duties this play is about: those of the search and the tracing. */
const watched = ['M05', 'M06', 'M07', 'M09', 'M10', 'M11', 'M12', 'M15'];

/** Each late duty of a child with the highest step it has climbed to. */
async function lateOf(name: string): Promise<string[]> {
  const { id } = children.get(name)!;
  const stored = await nation.ask(worker, (context) => obligationsOfRecord(context, id));
  return stored
    .filter((one) => watched.includes(one.ruleId) && stateAt(one, nation.clock.now) === 'late')
    .map((one) => `${one.ruleId} ${escalationOf(one, nation.clock.now)?.to ?? 'nobody'}`)
    .toSorted();
}

async function statesOf(name: string): Promise<Record<string, string>> {
  const { id } = children.get(name)!;
  const stored = await nation.ask(worker, (context) => obligationsOfRecord(context, id));
  return Object.fromEntries(
    stored.filter(({ ruleId }) => watched.includes(ruleId)).map((one) => [one.ruleId, stateAt(one, nation.clock.now)]),
  );
}

/** What an office above finds on its list of what climbed to it: the rule and the child. */
async function climbedTo(who: Who, scope: { districtCode: string } | { stateCode: string }): Promise<string[]> {
  const ladder: readonly Actor[] = toldAtOffice(nation.officer(who).officeKind);
  const duties = await nation.ask(who, (context) =>
    dutiesEscalatedTo(context, { scope, told: ladder, passedUp: [], owing: [nation.officer(who).officeId] }, 100),
  );
  return duties
    .filter(({ ruleId }) => watched.includes(ruleId))
    .map(({ ruleId, childName }) => `${ruleId} ${childName}`)
    .toSorted();
}

const [sp, dgp, state] = ['superintendent-of-police', 'director-general-of-police', 'state-nodal-officer'] as const;

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

// In order: each test plays on from where the one before stopped.
test.each([
  ['2026-12-01 13:59', []],
  ['2026-12-01 14:01', [`M05 ${sp}`, `M06 ${sp}`]],
  ['2026-12-02 09:59', [`M05 ${sp}`, `M06 ${sp}`]],
  ['2026-12-02 10:01', [`M05 ${sp}`, `M06 ${sp}`, `M07 ${sp}`, `M09 ${sp}`]],
  ['2026-12-02 14:01', [`M05 ${dgp}`, `M06 ${dgp}`, `M07 ${sp}`, `M09 ${sp}`]],
  ['2026-12-03 10:01', [`M05 ${dgp}`, `M06 ${dgp}`, `M07 ${dgp}`, `M09 ${dgp}`]],
  ['2026-12-04 14:01', [`M05 ${state}`, `M06 ${state}`, `M07 ${dgp}`, `M09 ${dgp}`]],
  ['2026-12-05 10:01', [`M05 ${state}`, `M06 ${state}`, `M07 ${state}`, `M09 ${state}`]],
  ['2026-12-08 23:59', [`M05 ${state}`, `M06 ${state}`, `M07 ${state}`, `M09 ${state}`]],
  ['2026-12-09 00:01', [`M05 ${state}`, `M06 ${state}`, `M07 ${state}`, `M09 ${state}`, `M10 ${sp}`]],
])('what nobody did for Pooja, by %s', async (moment, late) => {
  await until(moment);
  expect(await lateOf('Pooja')).toEqual(late);
});

test('what was entered two days late counts from when it happened: done in time, or done late by an hour', async () => {
  await until('2026-12-09 00:02');
  expect(await statesOf('Meena')).toMatchObject({
    M05: 'met',
    M06: 'met-late',
    M07: 'late',
    M09: 'late',
    M10: 'running',
    M11: 'running',
  });
});

test('a traced child’s search ends; who brings the child before nobody within a day is told on, step by step', async () => {
  await until('2026-12-13 08:59');
  expect(await lateOf('Rani')).toEqual([`M09 ${dgp}`]); // the copy for legal aid is owed still: 11 December 09:00, and a day more
  expect(await statesOf('Rani')).toMatchObject({ M05: 'cancelled', M10: 'cancelled', M11: 'cancelled', M15: 'nearly-late' });
  await until('2026-12-13 09:01');
  expect(await lateOf('Rani')).toEqual([`M09 ${dgp}`, `M15 ${sp}`]);
  await until('2026-12-16 09:01');
  expect(await lateOf('Rani')).toEqual([`M09 ${state}`, `M15 ${state}`]);
});

test('suspicion of trafficking does not wait four months: handed over within the day, and the four months end with it', async () => {
  await until('2027-01-20 19:59');
  expect(await statesOf('Meena')).toMatchObject({ M12: 'running', M11: 'running' });
  await until('2027-01-21 12:00');
  expect(await statesOf('Meena')).toMatchObject({ M12: 'met', M11: 'met' });
});

test.each([
  ['2027-03-18 23:59', 'running', null],
  ['2027-03-19 00:01', 'nearly-late', null],
  ['2027-04-01 23:59', 'nearly-late', null],
  ['2027-04-02 00:01', 'late', sp],
  ['2027-04-03 10:59', 'late', sp],
  ['2027-04-03 11:01', 'met-late', null],
])('four months untraced, Pooja belongs to the anti-trafficking unit; on %s that is %s', async (moment, stands, climbed) => {
  await until(moment);
  expect((await statesOf('Pooja'))['M11']).toBe(stands);
  expect((await lateOf('Pooja')).find((one) => one.startsWith('M11'))).toBe(climbed === null ? undefined : `M11 ${climbed}`);
});

test('the Committee’s pendency: three months after the direction it stands on the State’s desk, on the day after and not before', async () => {
  const climbed = async () => (await desk.get('/?show=climbed', ofState)).body.includes('D/7');
  await until('2027-04-05 23:59');
  expect((await desk.get(returnPage(), chair)).body).toMatch(/Direction D\/7 of 5 Jan 2027/);
  expect(await climbed()).toBe(false);
  await until('2027-04-06 00:01');
  expect(await climbed()).toBe(true);
});

test('each moment of Pooja’s duties was told once, to whoever had to know', async () => {
  const { rows } = await sql<{
    told: string;
    times: number;
  }>`select w.rule_id || ' ' || w.kind || ' ' || w.step || ' ' || o.kind as told, count(*)::int as times
    from duty_word w join office o on o.id = w.office_id where w.record_id = ${children.get('Pooja')!.id} and w.rule_id = any (${watched}::text[]) group by 1 order by 1`.execute(
    nation.admin,
  );
  expect(rows.filter(({ times }) => times !== 1)).toEqual([]);
  const below = ['ladder 1 juvenile-police-unit', 'late 0 police-station', 'warning 0 police-station'];
  const searched = ['ladder 2 state-nodal', 'ladder 3 state-nodal']; // for the police's chief, and as itself
  const all = ['M05', 'M06', 'M07', 'M09', 'M10'].flatMap((rule) => [...below, ...searched].map((one) => `${rule} ${one}`));
  // Handed over a day after it was late, the transfer climbed one step.
  expect(rows.map(({ told }) => told)).toEqual([...all, ...below.map((one) => `M11 ${one}`)].toSorted());
});

test('on 12 April: who was handed over, who is not due yet, and what lies on the desks above', async () => {
  await until('2027-04-12 12:00');
  expect((await statesOf('Sita'))['M11']).toBe('running'); // from 31 December four months end with 30 April
  const unit = nation.officer('anti-trafficking-officer Saran').officeId;
  const holders: [string, string][] = [];
  for (const [name, { id }] of children)
    holders.push([name, (await nation.ask(worker, (context) => peekRecord(context, { id })))!.officeId]);
  expect(holders.filter(([, holder]) => holder === unit).map(([name]) => name)).toEqual(['Pooja', 'Meena']);
  const owed = ['M05', 'M06', 'M07', 'M09', 'M10'];
  const all = [
    ...owed.map((rule) => `${rule} Pooja`),
    ...owed.map((rule) => `${rule} Sita`),
    ...['M07', 'M09', 'M10'].map((rule) => `${rule} Meena`),
    'M09 Rani',
    'M15 Rani',
  ].toSorted();
  expect(await climbedTo('state-nodal-officer Saran', { stateCode: 'BR' })).toEqual(all);
  expect(await climbedTo('state-nodal-officer Kannur', { stateCode: 'KL' })).toEqual([]);
});

test('December’s figures of the station: eleven entries, six in time, half within the hour, the slowest within two days', async () => {
  for (const taken = new Set<string>(); await nation.ask(worker, (context) => countOneMonth(context, taken)););
  const cells = async (path: string, name: string, who: Who) => {
    const { body } = await desk.get(path, who);
    const row = body.split('<tr').find((part) => part.includes(`>${name}`) && part.includes('scope="row"')) ?? '';
    return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell!.replace(/<[^>]*>/g, '')).slice(0, 4);
  };
  const expected = ['54 %', '11', 'within 1 h', 'within 2 days'];
  expect(await cells('/timeliness?month=2026-12&place=220', 'police-station Saran', 'district-nodal-officer Saran')).toEqual(expected);
  expect(await cells('/timeliness?month=2026-12&place=BR', 'Saran', 'state-nodal-officer Saran')).toEqual(expected);
  expect(await cells('/timeliness?month=2026-12', 'Bihar', 'national-nodal-officer Saran')).toEqual(expected);
});
