// Missing reports in the database: twins in one FIR, status in step with the diary, the notice that dies with the trace, and doors that stay shut.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OfficeId, type OfficerId, newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Day, type Instant, addHours, addMinutes, instantAt } from '../../kernel/time.ts';
import { type Actor, type Context, type OfficerActor, type Tools, inContext, inContextUnless } from '../../platform/context.ts';
import { type Pool, kyselyOver, openPool } from '../../platform/database/index.ts';
import { type TestDatabase, createTestDatabase } from '../../../tests/database/test-database.ts';
import { type ChildRecord, peekRecord, readRecord } from '../children/index.ts';
import { effectiveEntries, readDiary } from '../diary/index.ts';
import { may } from '../officers/index.ts';
import { registerComplaint, registerFir } from './actions.ts';
import { acknowledgeAlert } from './alerts.ts';
import { alertsOfOffice, alertsOfRecord } from './alert-store.ts';
import { describeMissingChild } from './description-actions.ts';
import { type ComplaintDraft, complaintSchema } from './form.ts';
import { assessRisk, barFromPublication, suspectTrafficking } from './investigation.ts';
import { missingStatus } from './missing-report.ts';
import { findPublicNotice, listPublicNotices, liveNoticeOf } from './notice-store.ts';
import { publishNotice } from './notice.ts';
import { closeReport, markTraced, reopenReport } from './outcome.ts';
import { projectMissingReport } from './projection.ts';

let database: TestDatabase;
let folder: string;
const now: Instant = instantAt('2026-11-12' as Day, '16:40');
const pools: Pool[] = [];

const offices = {
  station: 'police-station',
  unit: 'anti-trafficking-unit',
  nodal: 'district-nodal',
  cwc: 'cwc',
  stateNodal: 'state-nodal',
  nation: 'national-nodal',
  elsewhere: 'police-station',
  nodalElsewhere: 'district-nodal',
} as const;
const officeIds = Object.fromEntries(Object.keys(offices).map((name) => [name, newId<'office'>()])) as Record<
  keyof typeof offices,
  OfficeId
>;

function toolsOf(door: 'desk' | 'citizen' | 'worker'): Tools {
  const pool = openPool({ url: database.urls[door], size: 2, applicationName: 'test' });
  pools.push(pool);
  return {
    db: kyselyOver(pool),
    door,
    clock: () => now,
    projections: [projectMissingReport],
    may,
    whoMay: () => [],
    secret: 'a secret of this test',
    keyedHash: (text) => `key:${text}`,
    seal: (text) => Buffer.from(text),
    unseal: (sealed) => sealed.toString(),
    photographDirectory: folder,
    demo: true,
  };
}

function officerAt(
  office: keyof typeof offices,
  role: string,
  reach: OfficerActor['reach'],
  districtCode: string | null,
  stateCode: string,
): OfficerActor {
  const officerId = newId<'officer'>() as OfficerId;
  const officeId = officeIds[office];
  return {
    kind: 'officer',
    officerId,
    name: office,
    postingId: newId(),
    role,
    officeId,
    officeName: office,
    officeKind: offices[office],
    districtCode,
    stateCode,
    reach,
  };
}

const das = officerAt('station', 'station-in-charge', 'office', 'D1', 'WB');
const nodal = officerAt('nodal', 'district-nodal-officer', 'district', 'D1', 'WB');
const stranger = officerAt('elsewhere', 'station-in-charge', 'office', 'D2', 'BR');
const strangeNodal = officerAt('nodalElsewhere', 'district-nodal-officer', 'district', 'D2', 'BR');

let desk: Tools;
let citizen: Tools;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'vatsalya-photographs-'));
  const admin = openPool({ url: database.adminUrl, size: 1, applicationName: 'test' });
  pools.push(admin);
  const db = kyselyOver(admin);
  await sql`insert into state values ('WB', 19, 'West Bengal', null, '{bn}'), ('BR', 10, 'Bihar', null, '{hi}')`.execute(db);
  await sql`insert into district values ('D1', 'WB', 'Howrah', null, 22.5, 88.3), ('D2', 'BR', 'Saran', null, 25.7, 84.7)`.execute(db);
  for (const [name, kind] of Object.entries(offices)) {
    const district = kind === 'state-nodal' || kind === 'national-nodal' ? null : name.toLowerCase().includes('elsewhere') ? 'D2' : 'D1';
    const state = kind === 'national-nodal' ? null : district === 'D2' ? 'BR' : 'WB';
    await sql`insert into office (id, kind, code, name, district_code, state_code, email, opened_on) values (${officeIds[name as keyof typeof offices]}, ${kind},
      ${name}, ${name}, ${district}, ${state}, ${`${name}@example.in`}, '2020-01-01')`.execute(db);
  }
  for (const { officerId, name } of [das, nodal, stranger, strangeNodal]) {
    await sql`insert into officer (id, name, email) values (${officerId}, ${name}, ${`${name}.officer@example.in`})`.execute(db);
  }
  desk = toolsOf('desk');
  citizen = toolsOf('citizen');
});

afterAll(async () => {
  for (const pool of pools) await pool.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

function as<T>(actor: Actor, work: (context: Context) => Promise<T>, purpose = 'casework'): Promise<T> {
  const tools = actor.kind === 'citizen' ? citizen : desk;
  const asking = { actor, requestId: newId(), ground: { name: 'test', purpose } };
  return inContextUnless(tools, asking, (answer) => isRefusal(answer) || (Array.isArray(answer) && answer.some(isRefusal)), work);
}

function complaint(change: Record<string, unknown> = {}): ComplaintDraft {
  return complaintSchema.parse({
    source: 'walk-in',
    receivedOn: '2026-11-12',
    receivedAt: '16:05',
    paper: 'fir',
    paperNumber: String(Math.trunc(Number(`0x${newId().slice(-6)}`))),
    paperOn: '2026-11-12',
    paperAt: '16:40',
    sections: 'BNS 137(2)',
    informantName: 'Kamala Devi',
    informantRelation: 'mother',
    informantTelephone: '98300 00001',
    lastSeenOn: '2026-11-12',
    lastSeenAt: '15:10',
    lastSeenDistrict: 'D1',
    lastSeenPlace: 'Howrah station, platform 9',
    children: [{ childName: 'Asha', ageFrom: '9', sex: 'female', clothing: 'yellow frock' }],
    ...change,
  });
}

async function register(change: Record<string, unknown> = {}): Promise<ChildRecord[]> {
  const answer = await as(das, (context) => registerComplaint(context, complaint(change), []));
  expect(answer.filter(isRefusal)).toEqual([]);
  return answer as ChildRecord[];
}

const asha = (change: Record<string, unknown> = {}) => register(change).then(([record]) => record!);

async function rowAndFold(record: ChildRecord): Promise<[string, string]> {
  return as(das, async (context) => {
    const row = await peekRecord(context, { id: record.id });
    return [row!.status, missingStatus(effectiveEntries(await readDiary(context, record.id))).status];
  });
}

const notice = {
  authority: 'police-tracing',
  orderNumber: 'T-1/2026',
  reasons: 'Seen near trains.',
  fields: ['name', 'age', 'lastSeen'],
  expiresOn: '2026-12-31' as Day,
} as const;
const publish = (record: ChildRecord, change: Partial<typeof notice> = {}) =>
  as(das, (context) => publishNotice(context, record.reference, { ...notice, ...change, fields: [...notice.fields] }));
const traced = { how: 'by-police', alive: 'yes', tracedOn: '2026-11-12' as Day, tracedAt: '16:40', where: 'Asansol' } as const;

test('twins in one FIR are two records of one complaint', async () => {
  const records = await register({ children: [{ childName: 'Ram' }, { childName: 'Lakshman' }], paperNumber: '212' });
  expect(records).toHaveLength(2);
  expect(new Set(records.map((record) => record.reference)).size).toBe(2);
  for (const record of records) expect(await rowAndFold(record)).toEqual(['fir-registered', 'fir-registered']);
});

test('the same FIR number at the same station is refused at its field, and nothing stays', async () => {
  await register({ paperNumber: '77' });
  const again = await as(das, (context) => registerComplaint(context, complaint({ paperNumber: '77' }), []));
  expect(again.map((refusal) => isRefusal(refusal) && refusal.field)).toEqual(['paperNumber']);
  expect((await register({ paperNumber: '77', paper: 'zero-fir' })).length).toBe(1);
});

test('an adult is refused at the child that is one', () => {
  const result = complaintSchema.safeParse({
    ...complaint(),
    children: [{ ageFrom: '17' }, { ageFrom: '18' }],
    lastSeenOnUnknown: undefined,
  });
  expect(result.success).toBe(false);
  expect(
    result.error?.issues.filter((issue) => issue.message === 'missing-reports.error.adult').map((issue) => issue.path.join('.')),
  ).toEqual(['children.1.ageFrom']);
});

test('nodal officers, State, nation and Committee are told in the same transaction', async () => {
  const record = await asha();
  const told = await as(das, (context) => alertsOfRecord(context, record.id));
  expect(told.map((alert) => alert.officeKind).toSorted()).toEqual(['cwc', 'district-nodal', 'national-nodal', 'state-nodal']);
  const entry = (await as(das, (context) => readDiary(context, record.id))).find(
    ({ happening }) => happening === 'missing.nodalOfficersAlerted',
  );
  expect(entry?.facts).toEqual({ offices: 4 });
  expect(entry?.recordedAt).toBe(record.openedAt);
});

test('last seen in another district: its officers are told too, and may open the record', async () => {
  const record = await asha({ lastSeenDistrict: 'D2' });
  const told = await as(das, (context) => alertsOfRecord(context, record.id));
  expect(told.map((alert) => alert.officeName)).toContain('nodalElsewhere');
  expect(told.map((alert) => alert.officeName)).toContain('nodal');
});

test('an alert is acknowledged once, by its own office', async () => {
  const record = await asha();
  const alert = (await as(nodal, (context) => alertsOfOffice(context, nodal.officeId, 50))).find((item) => item.recordId === record.id)!;
  expect(await as(das, (context) => acknowledgeAlert(context, alert.id))).toMatchObject({ code: 'web.error.notFound' });
  expect(await as(nodal, (context) => acknowledgeAlert(context, alert.id))).toMatchObject({ id: record.id });
  expect(await as(nodal, (context) => acknowledgeAlert(context, alert.id))).toMatchObject({
    code: 'missing-reports.error.alreadyAcknowledged',
  });
});

test('an officer of another district cannot tell the record from one that does not exist', async () => {
  const record = await asha();
  for (const actor of [stranger, strangeNodal]) {
    expect(await as(actor, (context) => readRecord(context, { reference: record.reference }))).toMatchObject({
      code: 'web.error.notFound',
    });
    expect(await as(actor, (context) => markTraced(context, record.reference, traced))).toMatchObject({ code: 'web.error.notFound' });
  }
});

test('the row follows the diary through a whole case', async () => {
  const record = await asha({
    paper: 'to-be-registered',
    paperNumber: undefined,
    paperOn: undefined,
    paperAt: undefined,
    sections: undefined,
  });
  const steps: [string, () => Promise<unknown>][] = [
    ['reported', async () => null],
    [
      'fir-registered',
      () =>
        as(das, (context) =>
          registerFir(context, record.reference, {
            paper: 'fir',
            paperNumber: '900',
            paperOn: '2026-11-12' as Day,
            paperAt: '16:30',
            sections: 'BNS 137(2)',
          }),
        ),
    ],
    [
      'under-investigation',
      () =>
        as(das, (context) =>
          assessRisk(context, record.reference, { signs: ['under-twelve'], level: 'high', linesOfInquiry: 'Trains east.' }),
        ),
    ],
    [
      'with-anti-trafficking',
      () => as(das, (context) => suspectTrafficking(context, record.reference, { reason: 'Seen with a known agent.', transfer: true })),
    ],
    ['traced', () => as(das, (context) => markTraced(context, record.reference, traced))],
    ['closed', () => as(das, (context) => closeReport(context, record.reference, { outcome: 'restored', reason: 'Home.' }))],
    ['with-anti-trafficking', () => as(das, (context) => reopenReport(context, record.reference, { reason: 'Missing again.' }))],
  ];
  for (const [status, act] of steps) {
    expect(isRefusal(await act())).toBe(false);
    expect(await rowAndFold(record)).toEqual([status, status]);
  }
});

test('a child still missing is not closed as restored', async () => {
  const record = await asha();
  const answer = await as(das, (context) => closeReport(context, record.reference, { outcome: 'restored', reason: 'Said to be home.' }));
  expect(answer).toMatchObject({ code: 'missing-reports.error.notTraced', field: 'outcome' });
});

test('published, traced, gone: in one transaction, with the diary saying why', async () => {
  const record = await asha();
  expect(isRefusal(await publish(record))).toBe(false);
  const { publicId } = (await as(das, (context) => liveNoticeOf(context, record.id)))!;
  const nobody = { kind: 'citizen', reporterKey: null } as const;
  const shown = await as(nobody, (context) => findPublicNotice(context, publicId));
  expect(shown).toMatchObject({
    gone: false,
    name: 'Asha',
    lastSeenOn: '2026-11-12',
    districtCode: 'D1',
    clothing: null,
    sex: null,
    photographFile: null,
  });
  const listed = await as(nobody, (context) => listPublicNotices(context, { districtCode: 'D1' }, { before: null, limit: 20 }));
  expect(listed.map((item) => item.publicId)).toContain(publicId);
  await as(das, (context) => markTraced(context, record.reference, traced));
  expect(await as(nobody, (context) => findPublicNotice(context, publicId))).toMatchObject({ gone: true });
  const diary = await as(das, (context) => readDiary(context, record.id));
  expect(diary.filter(({ happening }) => happening === 'missing.noticeWithdrawn').map(({ facts }) => facts)).toEqual([
    { because: 'traced' },
  ]);
});

test('an offence takes the notice down and lets none up again', async () => {
  const record = await asha();
  await publish(record);
  await as(das, (context) => barFromPublication(context, record.reference, { because: 'offence' }));
  expect(await as(das, (context) => liveNoticeOf(context, record.id))).toBeUndefined();
  expect(await publish(record)).toMatchObject({ code: 'missing-reports.error.offenceLink' });
  const charged = await asha({ sections: 'BNS 137(2), POCSO 8' });
  expect(await publish(charged)).toMatchObject({ code: 'missing-reports.error.offenceLink' });
});

test.each([
  ['more than 90 days', { expiresOn: '2027-02-11' as Day }, 'expiresOn'],
  ['already over', { expiresOn: '2026-11-12' as Day }, 'expiresOn'],
  ['on the Committee’s authority', { authority: 'cwc' as never }, 'authority'],
])('a notice %s is refused at its field', async (_name, change, field) => {
  expect(await publish(await asha(), change)).toMatchObject({ refused: true, field });
});

test('only who may publish can', async () => {
  const record = await asha();
  const answer = await as({ ...das, role: 'duty-officer' }, (context) =>
    publishNotice(context, record.reference, { ...notice, fields: ['name'] }),
  );
  expect(answer).toMatchObject({ code: 'web.error.notFound' });
});

test('a stale edit is refused and says what differs', async () => {
  const record = await asha();
  const edit = (version: number, clothing: string) =>
    as(das, (context) =>
      describeMissingChild(context, record.reference, {
        childName: 'Asha',
        clothing,
        sex: 'female',
        ageFrom: 9,
        languages: [],
        marks: [],
        version,
      } as never),
    );
  expect(isRefusal(await edit(1, 'red frock'))).toBe(false);
  expect(await edit(1, 'blue frock')).toMatchObject({ code: 'missing-reports.error.staleEdit', facts: { fields: 'clothing' } });
});

test('the future is refused', async () => {
  const record = await asha();
  const tomorrow = addHours(now, 24);
  expect(tomorrow > addMinutes(now, 1)).toBe(true);
  expect(await as(das, (context) => markTraced(context, record.reference, { ...traced, tracedOn: '2026-11-13' as Day }))).toMatchObject({
    field: 'tracedOn',
  });
});

test('nobody sees a row without saying who they are', async () => {
  await asha();
  const rows = await inContext(
    citizen,
    { actor: { kind: 'citizen', reporterKey: null }, requestId: 'r', ground: { name: 'test', purpose: 'none' } },
    async (context) => (await sql`select id from record`.execute(context.db)).rows,
  );
  expect(rows).toEqual([]);
});
