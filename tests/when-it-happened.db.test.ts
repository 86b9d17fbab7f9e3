// Every form of the desk and of the citizen's door that asks when something happened: what lies in the future, or before it can have happened, is refused in words at its field; a good time
// is taken, stands in the diary and counts as late or not. A form with a day that stands neither here nor among the exceptions is noticed.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { routesOf as citizenRoutesOf } from '../src/apps/citizen.ts';
import { routesOf } from '../src/apps/desk.ts';
import { newId } from '../src/kernel/ids.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { registerFoundChild } from '../src/modules/found-children/actions.ts';
import { foundChildSchema } from '../src/modules/found-children/form.ts';
import { steps as boardSteps } from '../src/modules/jjb/steps/all.ts';
import { registerComplaint } from '../src/modules/missing-reports/actions.ts';
import { complaintSchema } from '../src/modules/missing-reports/form.ts';
import { takeSighting } from '../src/modules/sightings/told.ts';
import { sightingSchema } from '../src/modules/sightings/form.ts';
import type { ChildRecord } from '../src/modules/children/index.ts';
import type { Route } from '../src/web/route.ts';
import { type Fields, type TestDoor, fieldError, openDoor } from './database/door.ts';
import { type Nation, type Who, noon, startNation } from './database/tools.ts';

let nation: Nation;
let desk: TestDoor;
let street: TestDoor;
let routes: Route[];
let papers = 100;
const station: Who = 'investigating-officer Saran';
const committee: Who = 'cwc-chairperson Saran';
const home: Who = 'home-superintendent Saran';
const unit = newId();

beforeAll(async () => {
  nation = await startNation(); // noon of 24 November 2026
  const [ofDesk, ofStreet] = [routesOf(nation.config), citizenRoutesOf(nation.config)];
  routes = [...ofDesk, ...ofStreet];
  desk = await openDoor(nation, 'desk', ofDesk);
  street = await openDoor(nation, 'citizen', ofStreet);
  const { officeId } = nation.officer(home);
  await sql`insert into institution (office_id, run_by, changed_at) values (${officeId}, 'government', ${noon})`.execute(nation.admin);
  await sql`insert into institution_unit (id, office_id, kind, sex, strength, opened_on) values (${unit}, ${officeId}, 'children-home', 'combined', 99, '2020-01-01')`.execute(
    nation.admin,
  );
});
afterAll(async () => {
  await desk?.close();
  await street?.close();
  await nation?.stop();
});

/** Last seen on 20 November at 09:00, told at 10:00, the FIR at 11:00 unless `paper` says none. */
const report = (change: Fields = {}): Record<string, unknown> => ({
  source: 'walk-in', receivedOn: '2026-11-20', receivedAt: '10:00', paper: 'fir', paperNumber: String(papers++), paperOn: '2026-11-20', paperAt: '11:00',
  lastSeenOn: '2026-11-20', lastSeenAt: '09:00', lastSeenDistrict: '220', children: [{ childName: 'Phulmoni', ageFrom: '9', sex: 'female' }], ...change,
}); // prettier-ignore
function only(answer: unknown): ChildRecord {
  const [record] = [answer].flat();
  if (!record || isRefusal(record)) throw new Error(JSON.stringify(record));
  return record as ChildRecord;
}
const missing = async (change: Fields = {}) =>
  only(await nation.ask(station, (context) => registerComplaint(context, complaintSchema.parse(report(change)), [])));
const traced = async () => {
  const record = await missing();
  const fields = { how: 'by-police', alive: 'yes', where: 'Chhapra', tracedOn: '2026-11-22', tracedAt: '10:00' };
  expect((await desk.post(`/missing/${record.reference}/traced`, fields, station)).status).toBe(303);
  return record;
};
const withUnit = async () => {
  nation.clock.now = '2026-11-21T06:30:00.000Z' as typeof noon;
  const record = await missing();
  expect((await desk.post(`/missing/${record.reference}/transfer`, { reason: 'an agent', transfer: 'yes' }, station)).status).toBe(303);
  nation.clock.now = noon;
  return record;
};
const reopened = async () => {
  const record = await traced();
  const close = { outcome: 'restored', reason: 'home', doneOn: '2026-11-22', doneAt: '12:00' };
  expect((await desk.post(`/missing/${record.reference}/close`, close, station)).status).toBe(303);
  nation.clock.now = '2026-11-23T06:30:00.000Z' as typeof noon;
  expect((await desk.post(`/missing/${record.reference}/reopen`, { reason: 'gone again' }, station)).status).toBe(303);
  nation.clock.now = noon;
  return record;
};
/** Found on 21 November at 09:00, in the station’s hands. */
const inHand: Fields = {
  childName: 'Sumi',
  ageFrom: '8',
  sex: 'female',
  foundOn: '2026-11-21',
  foundAt: '09:00',
  districtCode: '220',
  foundPlace: 'platform 2',
  broughtBy: 'police',
};
const found = async () => only(await nation.ask(station, (context) => registerFoundChild(context, foundChildSchema.parse(inHand), [])));
/** One step more of the record. */
async function then(record: ChildRecord, form: string, fields: Fields, who: Who) {
  expect((await desk.post(`${form.replace(':reference', record.reference)}`, fields, who)).status).toBe(303);
  return record;
}
/** Before the Committee on 22 November at 10:00, placed in the home. */
const produced = async () => {
  const placed = { sitting: 'committee', placedWith: 'children-home', home: nation.officer(home).officeId };
  return then(await found(), '/cwc/:reference/production', { ...placed, producedOn: '2026-11-22', producedAt: '10:00' }, committee);
};
const harmed = async () => {
  const taken = { setting: 'shared-household', told: 'at home', doneOn: '2026-11-22', doneAt: '10:00' };
  return then(await found(), '/found/:reference/offence/take', taken, station);
};
/** Under two. */
const infant = async () =>
  only(await nation.ask(station, (context) => registerFoundChild(context, foundChildSchema.parse({ ...inHand, ageFrom: '1' }), [])));
const unfit = async () =>
  then(await infant(), '/found/:reference/unfit', { doctor: 'Dr Sen', illness: 'sepsis', doneOn: '2026-11-22', doneAt: '10:00' }, station);
const scheduled = async () => then(await produced(), '/cwc/:reference/schedule', { report: '2026-12-09' }, committee);
const withoutParents = async () => {
  const record = await produced();
  nation.clock.now = '2026-11-23T06:30:00.000Z' as typeof noon;
  await then(record, '/cwc/:reference/without-parents', { because: 'orphan', ageThen: 'over-two' }, committee);
  nation.clock.now = noon;
  return record;
};
let numbers = 0;
const place = (): Fields => ({
  unit,
  admissionNumber: `A/${++numbers}`,
  orderedBy: 'committee',
  orderNumber: 'P/1',
  orderedOn: '2026-11-22',
});
/** In the home from 22 November at 12:00. */
const resident = async () =>
  then(await produced(), '/residents/:reference/admit', { ...place(), doneOn: '2026-11-22', doneAt: '12:00' }, home);
const gone = async () =>
  then(await resident(), '/residents/:reference/missing', { words: 'after supper', doneOn: '2026-11-22', doneAt: '20:00' }, home);
/** Registered by the home the child was brought to. */
const atHome = async () => only(await nation.ask(home, (context) => registerFoundChild(context, foundChildSchema.parse(inHand), [])));
const night: Fields = { broughtBy: 'SI R. Das', dueOn: '2026-11-25', dueAt: '10:00' };
const kept = async () => then(await atHome(), '/residents/:reference/overnight', { ...night, doneOn: '2026-11-22', doneAt: '10:00' }, home);
/** Seen on 21 November at 09:00. */
const seenChild: Fields = {
  childName: 'Sumi',
  ageFrom: '8',
  sex: 'female',
  seenOn: '2026-11-21',
  seenAt: '09:00',
  districtCode: '220',
  place: 'the ghat',
  source: 'telephone',
};
const { source: _, ...seenByCitizen } = seenChild;
const seen = async () => only(await nation.ask(station, (context) => takeSighting(context, sightingSchema.parse(seenChild))));

type Moment = { fields: Fields; at: string; says: string };
type Case = {
  form: string;
  door?: 'citizen';
  who?: Who;
  record?: () => Promise<ChildRecord>;
  fields: Fields;
  good: Fields;
  future: Moment;
  early?: Moment;
  happening?: string;
};

const FUTURE = 'That lies in the future.';
const on = (prefix: string, day: string, time = '10:00'): Fields => ({ [`${prefix}On`]: day, [`${prefix}At`]: time });
const step = (form: string, happening: string, fields: Fields = {}, change: Partial<Case> = {}): Case => ({
  form: `/missing/:reference/${form}`, record: missing, fields, happening, good: on('done', '2026-11-22'),
  future: { fields: on('done', '2026-11-24', '12:01'), at: 'doneOn', says: FUTURE },
  early: { fields: on('done', '2026-11-20', '08:58'), at: 'doneOn', says: 'That is before the child was last seen.' },
  ...change,
}); // prettier-ignore
const tomorrow = '2026-11-25';
const NOT_THERE = 'The child did not live here yet then, or was away.';
/** By the home, of a child who lives there from 22 November at 12:00. */
const inHome = (form: string, happening: string, fields: Fields = {}, change: Partial<Case> = {}): Case => ({
  form: `/residents/:reference/${form}`, who: home, record: resident, fields, happening, good: on('done', '2026-11-23'),
  future: { fields: on('done', '2026-11-24', '12:01'), at: 'doneOn', says: FUTURE },
  early: { fields: on('done', '2026-11-22', '11:58'), at: 'doneOn', says: NOT_THERE },
  ...change,
}); // prettier-ignore
const asTyped = (change: Fields): Fields => {
  const { children: _, ...typed } = report() as Fields;
  return { ...typed, 'children.0.childName': 'Phulmoni', 'children.0.ageFrom': '9', 'children.0.sex': 'female', ...change };
};

const cases: Case[] = [
  {
    form: '/missing/new', fields: asTyped({}), good: {}, happening: 'missing.reported',
    future: { fields: { receivedOn: tomorrow }, at: 'receivedOn', says: FUTURE },
    early: { fields: { lastSeenOn: '2026-11-21' }, at: 'lastSeenOn', says: 'That is still in the future, or after the report was made. Give a time that has passed.' },
  },
  {
    form: '/missing/:reference/fir', record: () => missing({ paper: 'to-be-registered' }), fields: { paper: 'fir', paperNumber: '7', delayReason: 'x' }, good: on('paper', '2026-11-22'), happening: 'missing.firRegistered',
    future: { fields: on('paper', tomorrow), at: 'paperOn', says: FUTURE },
    early: { fields: on('paper', '2026-11-19'), at: 'paperOn', says: 'The paper cannot be older than the information it records.' },
  },
  step('risk', 'missing.riskAssessed', { level: 'high', linesOfInquiry: 'the bus stand' }),
  step('forward', 'missing.forwardedToJuvenilePoliceUnit'),
  step('legal-services', 'missing.copySentToLegalServices'),
  step('agencies', 'missing.sentToAgencies', { noPhotograph: 'yes' }),
  step('hue-and-cry', 'missing.hueAndCryIssued'),
  step('trafficking', 'missing.traffickingSuspected', { reason: 'seen with an agent' }),
  step('progress', 'missing.progressReported', {}, {
    who: 'anti-trafficking-officer Saran',
    record: withUnit,
    early: { fields: on('done', '2026-11-21'), at: 'doneOn', says: 'That is before the case came to the unit.' },
  }),
  step('close', 'missing.closed', { outcome: 'false-report', reason: 'at her aunt’s' }),
  step('close', 'missing.closed', { outcome: 'restored', reason: 'home' }, {
    record: traced,
    good: on('done', '2026-11-23'),
    early: { fields: on('done', '2026-11-21'), at: 'doneOn', says: 'The report cannot have been closed before the child was traced.' },
  }),
  step('close', 'missing.closed', { outcome: 'false-report', reason: 'never gone' }, {
    record: reopened,
    good: on('done', '2026-11-24', '09:00'),
    early: { fields: on('done', '2026-11-22'), at: 'doneOn', says: 'The report was opened again after that.' },
  }),
  step('traced', 'missing.traced', { how: 'by-police', alive: 'yes', where: 'Chhapra' }, {
    good: on('traced', '2026-11-22'),
    future: { fields: on('traced', tomorrow), at: 'tracedOn', says: FUTURE },
    early: { fields: on('traced', '2026-11-19'), at: 'tracedOn', says: 'That is before the child was last seen.' },
  }),
  step('produced', 'found.produced', { sitting: 'committee' }, {
    record: traced,
    early: { fields: on('done', '2026-11-21'), at: 'doneOn', says: 'The child cannot have been produced before being traced.' },
  }),
  {
    form: '/found/new', fields: inHand, good: {}, happening: 'found.found',
    future: { fields: { foundOn: tomorrow }, at: 'foundOn', says: 'A child cannot have been found in the future.' },
    early: { fields: { birthDate: '2026-11-22' }, at: 'birthDate', says: 'The date of birth is after the day described.' },
  },
  {
    form: '/found/:reference/information', record: found, fields: { to: 'cwc' }, good: on('informed', '2026-11-22'), happening: 'found.informationGiven',
    future: { fields: on('informed', tomorrow), at: 'informedOn', says: 'A child cannot have been found in the future.' },
    early: { fields: on('informed', '2026-11-20'), at: 'informedOn', says: 'Nobody can have been told before the child was found.' },
  },
  {
    form: '/found/:reference/production-report', record: found, fields: { effortsToTrace: 'asked the vendors' }, good: on('done', '2026-11-22'), happening: 'found.productionReportFiled',
    future: { fields: on('done', tomorrow), at: 'doneOn', says: FUTURE },
    early: { fields: on('done', '2026-11-20'), at: 'doneOn', says: 'The report cannot have been made before the child was found.' },
  },
  {
    form: '/found/:reference/journey', record: found, fields: on('started', '2026-11-21', '12:00'), good: on('ended', '2026-11-21', '15:00'), happening: 'found.journeyRecorded',
    future: { fields: on('ended', tomorrow), at: 'endedOn', says: 'A child cannot have been found in the future.' },
    early: { fields: { ...on('started', '2026-11-20'), ...on('ended', '2026-11-21', '15:00') }, at: 'startedOn', says: 'The journey begins before the child was found.' },
  },
  {
    form: '/found/:reference/offence/take', record: found, fields: { setting: 'elsewhere', told: 'at the shop' }, good: on('done', '2026-11-22'), happening: 'inquiry.sexualOffenceRecorded',
    future: { fields: on('done', tomorrow), at: 'doneOn', says: FUTURE },
    early: { fields: on('done', '2026-11-20'), at: 'doneOn', says: 'The child was found only later.' },
  },
  {
    form: '/found/:reference/offence/tell', record: harmed, fields: { to: 'committee', words: 'by hand' }, good: on('done', '2026-11-22', '11:00'), happening: 'inquiry.sexualOffenceReported',
    future: { fields: on('done', tomorrow), at: 'doneOn', says: FUTURE },
    early: { fields: on('done', '2026-11-22', '09:00'), at: 'doneOn', says: 'The information was taken down only later.' },
  },
  {
    form: '/found/:reference/offence/produced', record: harmed, fields: { words: 'he lives there' }, good: on('done', '2026-11-22', '11:00'), happening: 'inquiry.producedForSafety',
    future: { fields: on('done', tomorrow), at: 'doneOn', says: FUTURE },
    early: { fields: on('done', '2026-11-22', '09:00'), at: 'doneOn', says: 'The information was taken down only later.' },
  },
  {
    form: '/found/:reference/unfit', record: infant, fields: { doctor: 'Dr Sen', illness: 'sepsis' }, good: on('done', '2026-11-22'), happening: 'inquiry.unfitForProduction',
    future: { fields: on('done', tomorrow), at: 'doneOn', says: FUTURE },
    early: { fields: on('done', '2026-11-20'), at: 'doneOn', says: 'The child was found only after that.' },
  },
  {
    form: '/found/:reference/fit', record: unfit, fields: { certificate: 'C/7, Dr Sen' }, good: on('done', '2026-11-23'), happening: 'inquiry.medicallyFit',
    future: { fields: on('done', tomorrow), at: 'doneOn', says: FUTURE },
    early: { fields: on('done', '2026-11-21'), at: 'doneOn', says: 'The child was found too ill only later.' },
  },
  {
    form: '/found/:reference/close', record: found, fields: { outcome: 'not-a-child', reasons: 'nineteen' }, good: on('done', '2026-11-22'), happening: 'found.closed',
    future: { fields: on('done', tomorrow), at: 'doneOn', says: FUTURE },
    early: { fields: on('done', '2026-11-20'), at: 'doneOn', says: 'The record cannot have been closed before the child was found.' },
  },
  {
    form: '/found/:reference/close', record: produced, fields: { outcome: 'in-care', reasons: 'by order' }, good: on('done', '2026-11-23'), happening: 'found.closed',
    future: { fields: on('done', tomorrow), at: 'doneOn', says: FUTURE },
    early: { fields: on('done', '2026-11-21'), at: 'doneOn', says: 'The child cannot have gone into care or been transferred before the production.' },
  },
  {
    form: '/cwc/:reference/production', who: committee, record: found, fields: { sitting: 'committee', placedWith: 'children-home' }, good: on('produced', '2026-11-22'), happening: 'found.produced',
    future: { fields: on('produced', tomorrow), at: 'producedOn', says: 'This lies in the future.' },
    early: { fields: on('produced', '2026-11-20'), at: 'producedOn', says: 'The child was found after that moment.' },
  },
  {
    form: '/cwc/:reference/step', who: committee, record: scheduled, fields: { reference: 'report-1' }, good: { doneOn: '2026-11-23' }, happening: 'inquiry.stepDone',
    future: { fields: { doneOn: tomorrow }, at: 'doneOn', says: 'This lies in the future.' },
    early: { fields: { doneOn: '2026-11-21' }, at: 'doneOn', says: 'The child was not yet produced on that day.' },
  },
  {
    form: '/cwc/:reference/without-parents', who: committee, record: produced, fields: { because: 'surrendered', ageThen: 'over-two', surrenderedBy: 'the mother', counselled: 'yes' }, good: { deedOn: '2026-11-23' },
    future: { fields: { deedOn: tomorrow }, at: 'deedOn', says: 'This lies in the future.' },
    early: { fields: { deedOn: '2026-11-20' }, at: 'deedOn', says: 'The child was found after that moment.' },
  },
  {
    form: '/cwc/:reference/family', who: committee, record: withoutParents, fields: { whoCame: 'an uncle' }, good: { cameOn: '2026-11-23' }, happening: 'inquiry.familyCameForward',
    future: { fields: { cameOn: tomorrow }, at: 'cameOn', says: 'This lies in the future.' },
    early: { fields: { cameOn: '2026-11-22' }, at: 'cameOn', says: 'The child was taken to be without parents after that day.' },
  },
  inHome('admit', 'care.admitted', place(), {
    record: produced,
    early: { fields: on('done', '2026-11-21', '08:58'), at: 'doneOn', says: 'The child was not found yet then.' },
  }),
  inHome('admit', 'care.admitted', place(), {
    record: produced,
    good: { ...on('done', '2026-11-23'), orderedOn: '2026-11-23' },
    future: { fields: { orderedOn: tomorrow }, at: 'orderedOn', says: FUTURE },
    early: { fields: { orderedOn: '2026-11-20' }, at: 'orderedOn', says: 'The child was not found yet then.' },
  }),
  inHome('admit', 'care.admitted', place(), {
    record: produced,
    early: { fields: { ...on('done', '2026-11-22'), orderedOn: '2026-11-23' }, at: 'orderedOn', says: 'The order was given after the child was taken in.' },
  }),
  inHome('leave', 'care.wentAway', { place: 'the aunt’s', withWhom: 'the aunt', orderNumber: 'L/1', dueBackOn: '2026-11-30', dueBackAt: '18:00' }),
  inHome('hospital', 'care.wentAway', { place: 'District hospital' }),
  inHome('missing', 'care.missingFromHome', { words: 'after supper' }),
  inHome('back', 'care.backInHome', {}, {
    record: gone,
    early: { fields: on('done', '2026-11-22', '19:58'), at: 'doneOn', says: 'The child was still here then.' },
  }),
  inHome('told', 'care.absenceReported', { to: 'police' }, {
    record: gone,
    early: { fields: on('done', '2026-11-22', '19:58'), at: 'doneOn', says: 'The child was still here then.' },
  }),
  inHome('hospital', 'care.wentAway', { place: 'District hospital' }, {
    record: async () => then(await gone(), '/residents/:reference/back', on('done', '2026-11-23', '08:00'), home),
    early: { fields: on('done', '2026-11-23', '07:58'), at: 'doneOn', says: NOT_THERE },
  }),
  inHome('discharge', 'care.released', { leftHow: 'other', orderNumber: 'D/1', orderedOn: '2026-11-22' }),
  inHome('discharge', 'care.released', { leftHow: 'other', orderNumber: 'D/1', orderedOn: '2026-11-22' }, {
    future: { fields: { ...on('done', '2026-11-23'), orderedOn: '2026-11-24' }, at: 'orderedOn', says: 'The order was given after the child left.' },
    early: { fields: { orderedOn: '2026-11-20' }, at: 'orderedOn', says: 'The child was not found yet then.' },
  }),
  inHome('died', 'care.died', { words: 'after fever' }),
  inHome('overnight', 'inquiry.keptOvernight', night, {
    record: atHome,
    early: { fields: on('done', '2026-11-21', '08:58'), at: 'doneOn', says: 'The child was not found yet then.' },
  }),
  inHome('hand-over', 'inquiry.takenOverByPolice', { endedHow: 'taken-over' }, {
    record: kept,
    early: { fields: on('done', '2026-11-22', '09:58'), at: 'doneOn', says: 'The child was not here yet then.' },
  }),
  {
    form: '/sightings/new', fields: seenChild, good: {}, happening: 'sighting.reported',
    future: { fields: { seenOn: tomorrow }, at: 'seenOn', says: 'A child cannot have been seen in the future.' },
  },
  {
    form: '/sightings/:reference', record: seen, fields: { answer: 'nobody-there' }, good: on('done', '2026-11-22'), happening: 'sighting.answered',
    future: { fields: on('done', tomorrow), at: 'doneOn', says: FUTURE },
    early: { fields: on('done', '2026-11-20'), at: 'doneOn', says: 'Nobody can have looked before the child was seen.' },
  },
  {
    form: '/found/:reference/description', record: found, fields: { version: '1', childName: 'Sumi' }, good: { birthDate: '2018-05-01' },
    future: { fields: { birthDate: tomorrow }, at: 'birthDate', says: 'The date of birth is after the day described.' },
  },
  {
    form: '/missing/:reference/description', record: missing, fields: { version: '1', childName: 'Phulmoni' }, good: { birthDate: '2018-05-01' },
    future: { fields: { birthDate: tomorrow }, at: 'birthDate', says: 'The date of birth is after the day described.' },
  },
  {
    form: '/missing/report/when', door: 'citizen', fields: on('lastSeen', '2026-11-20'), good: {},
    future: { fields: on('lastSeen', '2026-11-24', '12:01'), at: 'lastSeenAt', says: 'That is still in the future, or after the report was made. Give a time that has passed.' },
  },
  {
    form: '/seen', door: 'citizen', fields: seenByCitizen, good: {}, happening: 'sighting.reported',
    future: { fields: { seenOn: tomorrow }, at: 'seenOn', says: 'A child cannot have been seen in the future.' },
  },
]; // prettier-ignore

/** Forms with a day that say when something happened, checked where they live; or a day that starts and ends no clock of the law, or may lie ahead. */
const elsewhere: Record<string, string> = {
  '/board/new': 'jjb/jjb.db.test.ts: nothing comes before an apprehension',
  ...Object.fromEntries(boardSteps.map(({ code }) => [`/board/cases/:proceeding/${code}`, 'jjb/jjb.db.test.ts: every step in turn'])),
  '/cwc/:reference/restoration': 'cwc/desk.db.test.ts: needs an identity two people confirmed',
  '/cwc/sittings': 'a day of the calendar, planned ahead or entered at most 45 days afterwards: cwc/sittings/sittings.db.test.ts',
  '/cwc/:reference/hearing': 'nextOn lies ahead; the hearing is of the day of its sitting: cwc/sittings/sittings.db.test.ts',
  '/cwc/:reference/schedule': 'days of the steps lie ahead; medicalOn: cwc/schedule/schedule.db.test.ts',
  '/cwc/:reference/order': 'dueOn lies ahead: cwc/orders/orders.db.test.ts',
  '/cwc/:reference/orders/:order': 'cwc/orders/orders.db.test.ts: needs an order three members signed',
  '/cwc/:reference/sent': 'cwc/transfers/transfers.db.test.ts: needs an order of transfer three members signed',
  '/cwc/:reference/journey': 'cwc/transfers/transfers.db.test.ts: needs an order of escort; no clock of the law follows from a journey',
  '/cwc/:reference/follow-up': 'cwc/transfers/transfers.db.test.ts: needs a child restored',
  '/cwc/:reference/appeal': 'cwc/transfers/transfers.db.test.ts: needs an order; no clock of the law follows from an appeal',
  '/cwc/:reference/certificate': 'cwc/adoption/adoption.db.test.ts: needs a child three members declared legally free',
  '/known/when': 'a question about a child sought, no record: the same page as of a report',
  '/checks/:check': 'checks/checks.db.test.ts: a call to whoever asked; no clock of the law follows from it',
  '/drives/new': 'days of an order and of a drive, which may lie ahead',
  '/drives/:drive/raids/new':
    'drives/drives.db.test.ts: no clock of the law follows from a raid; the child’s own record says when it was found',
  '/homes/fit/new': 'institutions/inspections/inspections.db.test.ts: no clock of the law follows from an application',
  '/homes/fit/decide': 'institutions/inspections/inspections.db.test.ts: no clock of the law follows from a recognition',
  '/homes/:office/visit': 'institutions/inspections/inspections.db.test.ts: the clock is of the home, not of a child',
  '/homes/:office/mended': 'institutions/inspections/inspections.db.test.ts: no clock of the law follows from it',
  '/homes/:office/particulars': 'institutions/register/register.db.test.ts: the day of a registration; its end lies ahead',
  '/homes/:office/unit': 'from and until which day a unit is open, which may lie ahead',
  '/residents/:reference/transfer':
    'institutions/residents/residents.db.test.ts: the day of an order; what it asks begins when the other home takes the child in',
  '/returns/:office': 'returns/returns.db.test.ts and functioning.db.test.ts',
  '/directives/:directive/answer': 'directives/answers.db.test.ts: no clock of the law follows from an answer',
  '/found/:reference/unfit-report': 'found-children/unfit/unfit.db.test.ts: needs a photograph',
  '/found/:reference/offence/household': 'cwc/offences/offences.db.test.ts: needs a child produced because the home is not safe',
  '/found/:reference/offence/helper': 'cwc/offences/offences.db.test.ts: a day, the duty ends when it is saved',
  '/found/:reference/offence/helper-ended': 'cwc/offences/offences.db.test.ts: a day, the duty ends when it is saved',
  '/found/:reference/offence/compensation': 'cwc/offences/offences.db.test.ts: no clock of the law follows from it',
  '/found/:reference/offence/support-report': 'cwc/offences/offences.db.test.ts: needs a support person',
  '/found/:reference/plan/needs/:domain': 'days of what is planned lie ahead',
  '/found/:reference/plan/report': 'care-plans/care-plans.db.test.ts: the period reported on; the report counts from when it is saved',
  '/found/:reference/plan/review': 'care-plans/care-plans.db.test.ts: no clock of the law follows from it',
  '/found/:reference/family-care/apply/sponsorship': 'family-care/family-care.db.test.ts: no clock of the law follows from an application',
  '/found/:reference/family-care/apply/foster': 'family-care/family-care.db.test.ts: the same',
  '/found/:reference/family-care/apply/kinship': 'family-care/family-care.db.test.ts: the same',
  '/found/:reference/family-care/apply/aftercare': 'family-care/family-care.db.test.ts: the same',
  '/found/:reference/family-care/placings/:placing/approve':
    'family-care/family-care.db.test.ts: needs an application; no clock of the law follows from it',
  '/found/:reference/family-care/placings/:placing/order':
    'family-care/family-care.db.test.ts: needs an order three members signed; its period may lie ahead',
  '/found/:reference/family-care/placings/:placing/pay': 'family-care/family-care.db.test.ts: no clock of the law follows from a payment',
  '/found/:reference/family-care/placings/:placing/end': 'family-care/family-care.db.test.ts: needs a placing that runs',
  '/found/:reference/family-care/papers/:paper': 'family-care/family-care.db.test.ts: a draft; its day is asked when it is handed in',
  '/family-care/families/:family/papers/:paper': 'family-care/family-care.db.test.ts: of a family, not of a child',
  '/found/:reference/family-care/hand-offs/:handOff/answer': 'family-care/family-care.db.test.ts: needs a certificate of Form 25',
  '/directives/draft/:draft/point': 'dueOn lies ahead',
  '/nodal-officers/:office/appoint': 'days of an order, which may lie ahead',
  '/nodal-officers/:office/end': 'days of an order, which may lie ahead',
  '/nodal-officers/:office/leave': 'lies ahead',
  '/roster': 'lies ahead',
  '/calendars/import': 'the day of a notification of the State',
  '/calendars/saturdays': 'from which day a State’s order holds',
  '/missing/:reference/notice': 'expiresOn lies ahead',
  '/missing/:reference/photograph': 'takenOn is of the picture, not of the child’s story',
  '/missing/report/photograph':
    'photographTakenOn is of the picture, not of the child’s story; its own test: src/modules/missing-reports/citizen.db.test.ts',
};

const path = (form: string, record: ChildRecord | undefined) => form.replace(':reference', record?.reference ?? '');

describe.each(cases)('$form $fields.outcome', ({ form, door, who = station, record, fields, good, future, early, happening }) => {
  const send = (address: string, typed: Fields) => (door ? street.post(address, typed) : desk.post(address, typed, who));
  test.each([['the future', future], ...(early ? [['what is too early', early] as const] : [])] as const)(
    'refuses %s at its field',
    async (_, moment) => {
      const { status, body } = await send(path(form, await record?.()), { ...fields, ...moment.fields });
      expect([status, fieldError(body, moment.at)]).toEqual([422, moment.says]);
    },
  );

  test('takes a good time, and the diary has it', async () => {
    const of = await record?.();
    const answer = await send(path(form, of), { ...fields, ...good });
    expect([answer.status, door === 'citizen' || answer.location.includes('done=')]).toEqual([303, true]);
    const day = Object.entries(good).find(([name]) => ['doneOn', 'informedOn', 'cameOn'].includes(name))?.[1];
    if (!happening || !of || !day) return;
    const { rows } = await sql<{
      at: string;
      late: boolean;
    }>`select happened_at::text as at, recorded_at - happened_at > interval '1 hour' as late
      from diary_entry where record_id = ${of.id} and happening = ${happening} order by sequence desc limit 1`.execute(nation.admin);
    expect([rows[0]!.at.slice(0, 10), rows[0]!.late]).toEqual([day, true]);
  });
});

test('the lag of what used to be taken for now is counted', async () => {
  const { rows } = await sql<{ happening: string }>`select distinct happening from entry_lag where bucket > 4 order by happening`.execute(
    nation.admin,
  );
  const counted = rows.map(({ happening }) => happening);
  for (const one of ['missing.closed', 'missing.traffickingSuspected', 'found.productionReportFiled', 'sighting.answered'])
    expect(counted).toContain(one);
});

test('half a time is refused at the other half; none at all is now', async () => {
  const record = await missing();
  const close = { outcome: 'false-report', reason: 'x' };
  expect(
    fieldError((await desk.post(`/missing/${record.reference}/close`, { ...close, doneOn: '2026-11-22' }, station)).body, 'doneAt'),
  ).toBe('Give the time.');
  expect(fieldError((await desk.post(`/missing/${record.reference}/close`, { ...close, doneAt: '10:00' }, station)).body, 'doneOn')).toBe(
    'Give the day.',
  );
  expect((await desk.post(`/missing/${record.reference}/close`, close, station)).status).toBe(303);
});

/** Names of the fields of a schema that hold a day or a time of the child’s story. */
function daysOf(schema: z.ZodType): string[] {
  const { def } = schema as unknown as { def: { in?: z.ZodType; options?: z.ZodType[]; shape?: object } };
  if (def.in) return daysOf(def.in);
  if (def.options) return def.options.flatMap(daysOf);
  return Object.keys(def.shape ?? {}).filter((name) => /[a-z](On|At)$|^birthDate$/.test(name));
}

test('no form that asks a day is left out, of a child’s record, of an office or of the citizen’s door', () => {
  const asking = routes.flatMap((route) => (route.kind === 'form' && daysOf(route.schema).length > 0 ? [route.path] : []));
  expect(asking.length).toBeGreaterThan(25);
  const known = new Set([...cases.map(({ form }) => form), ...Object.keys(elsewhere)]);
  expect(asking.filter((form) => !known.has(form))).toEqual([]);
  expect([...known].filter((form) => !asking.includes(form))).toEqual([]);
});
