// Missing reports in the database: twins in one FIR, status in step with the diary, the notice that dies with the trace, and doors that stay shut.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Day } from '../../kernel/time.ts';
import type { Actor, Context, OfficerActor } from '../../platform/context.ts';
import { type Nation, anyone, startNation, worker } from '../../../tests/database/tools.ts';
import { type ChildRecord, peekRecord, readRecord } from '../children/index.ts';
import { acknowledgeAlert, alertsOfOffice, alertsOfRecord } from '../alerts/index.ts';
import { expireNotices } from '../notices/index.ts';
import { findPublicNotice, liveNoticeOf } from '../notices/store.ts';
import { effectiveEntries, readDiary } from '../diary/index.ts';
import { registerComplaint, registerFir } from './actions.ts';
import { describeMissingChild } from './description-actions.ts';
import { type ComplaintDraft, complaintSchema } from './form.ts';
import { assessRisk, barFromPublication, suspectTrafficking } from './investigation.ts';
import { missingStatus } from './missing-report.ts';
import { publishNotice } from './publication.ts';
import { askForCopies, endBarredNotices } from './jobs.ts';
import { writeComplaintBar } from './store.ts';
import { moveToStation } from './move.ts';
import { closeReport, markTraced, reopenReport } from './outcome.ts';

const [saran, kozhikode] = ['220', '560'];

let nation: Nation;
let das: OfficerActor;
let nodal: OfficerActor;

beforeAll(async () => {
  nation = await startNation();
  das = nation.officer('station-in-charge Saran');
  nodal = nation.officer('district-nodal-officer Saran');
});
afterAll(() => nation.stop());

const as = <T>(actor: Actor, work: (context: Context) => Promise<T>): Promise<T> => nation.ask(actor, work);

function complaint(change: Record<string, unknown> = {}): ComplaintDraft {
  return complaintSchema.parse({
    source: 'walk-in',
    receivedOn: '2026-11-24',
    receivedAt: '11:05',
    paper: 'fir',
    paperNumber: String(Math.trunc(Number(`0x${newId().slice(-6)}`))),
    paperOn: '2026-11-24',
    paperAt: '11:40',
    sections: 'BNS 137(2)',
    informantName: 'Kamala Devi',
    informantRelation: 'mother',
    informantTelephone: '98300 00001',
    lastSeenOn: '2026-11-24',
    lastSeenAt: '10:10',
    lastSeenDistrict: saran,
    lastSeenPlace: 'Chhapra station, platform 2',
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
  noSexualOffence: false,
} as const;
const publish = (record: ChildRecord, change: Partial<typeof notice> = {}) =>
  as(das, (context) => publishNotice(context, record.reference, { ...notice, ...change, fields: [...notice.fields] }));
const traced = { how: 'by-police', alive: 'yes', tracedOn: '2026-11-24' as Day, tracedAt: '11:50', where: 'Asansol' } as const;

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
  const record = await asha({ lastSeenDistrict: kozhikode });
  const told = await as(das, (context) => alertsOfRecord(context, record.id));
  expect(told.map((alert) => alert.officeName)).toContain('district-nodal Kozhikode');
  expect(told.map((alert) => alert.officeName)).toContain('district-nodal Saran');
});

test('an alert is acknowledged once, by its own office', async () => {
  const record = await asha();
  const alert = (await as(nodal, (context) => alertsOfOffice(context, nodal.officeId, 50))).find((item) => item.recordId === record.id)!;
  expect(await as(das, (context) => acknowledgeAlert(context, alert.id))).toMatchObject({ code: 'web.error.notFound' });
  expect(await as(nodal, (context) => acknowledgeAlert(context, alert.id))).toMatchObject({ id: record.id });
  expect(await as(nodal, (context) => acknowledgeAlert(context, alert.id))).toMatchObject({
    code: 'alerts.error.alreadyAcknowledged',
  });
});

test('an officer of another district cannot tell the record from one that does not exist', async () => {
  const record = await asha();
  for (const role of ['station-in-charge', 'district-nodal-officer'] as const) {
    const actor = nation.officer(`${role} Kozhikode`);
    expect(await as(actor, (context) => readRecord(context, { reference: record.reference }))).toMatchObject({
      code: 'web.error.notFound',
    });
    expect(await as(actor, (context) => markTraced(context, record.reference, traced))).toMatchObject({ code: 'web.error.notFound' });
  }
});

test('the row follows the diary through a whole case', async () => {
  const unit = nation.officer('anti-trafficking-officer Saran'); // the case is its own once handed over
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
            paperOn: '2026-11-24' as Day,
            paperAt: '11:30',
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
    ['traced', () => as(unit, (context) => markTraced(context, record.reference, traced))],
    ['closed', () => as(unit, (context) => closeReport(context, record.reference, { outcome: 'restored', reason: 'Home.' }))],
    ['with-anti-trafficking', () => as(unit, (context) => reopenReport(context, record.reference, { reason: 'Missing again.' }))],
  ];
  for (const [status, act] of steps) {
    expect(isRefusal(await act())).toBe(false);
    expect(await rowAndFold(record)).toEqual([status, status]);
  }
});

test('a duplicate names another report that is still open', async () => {
  const [record, other] = [await asha(), await asha()];
  const close = (duplicateOf?: string) =>
    as(das, (context) => closeReport(context, record.reference, { outcome: 'duplicate', duplicateOf, reason: 'Told twice.' }));
  for (const wrong of [undefined, 'MC-BR-2026-999999-0', record.reference])
    expect(await close(wrong)).toMatchObject({ code: 'missing-reports.error.duplicateOf', field: 'duplicateOf' });
  expect(await close(other.reference)).toMatchObject({ id: record.id });
  expect((await as(das, (context) => readDiary(context, record.id))).at(-1)?.facts).toEqual({
    outcome: 'duplicate',
    duplicateOf: other.reference,
  });
  const back = await as(das, (context) =>
    closeReport(context, other.reference, { outcome: 'duplicate', duplicateOf: record.reference, reason: 'Told twice.' }),
  );
  expect(back).toMatchObject({ code: 'missing-reports.error.duplicateOf' }); // or both would be closed, each for the other's sake
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
  const shown = await as(anyone, (context) => findPublicNotice(context, publicId));
  expect(shown).toMatchObject({
    gone: false,
    name: 'Asha',
    lastSeenOn: '2026-11-24',
    districtCode: saran,
    clothing: null,
    sex: null,
    photographFile: null,
  });
  await as(das, (context) => markTraced(context, record.reference, traced));
  expect(await as(anyone, (context) => findPublicNotice(context, publicId))).toMatchObject({ gone: true });
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

test('sections nobody can read let no notice up until an officer says what they are not; the word is kept', async () => {
  const record = await asha({ sections: 'अपहरण' });
  expect(await publish(record)).toMatchObject({ code: 'missing-reports.error.unclearSections', field: 'noSexualOffence' });
  expect(isRefusal(await publish(record, { noSexualOffence: true as never }))).toBe(false);
  const { rows } = await sql`select no_sexual_offence as said from notice where record_id = ${record.id}`.execute(nation.admin);
  expect(rows).toEqual([{ said: true }]);
  const charged = await asha({ sections: 'IPC 363 r/w 376' });
  await sql`update missing_report set offence_link = false where record_id = ${charged.id}`.execute(nation.admin); // as once misread
  expect(await publish(charged, { noSexualOffence: true as never })).toMatchObject({ code: 'missing-reports.error.offenceLink' });
});

test('a sexual offence in the FIR bars every child of the complaint, also one another station holds, and its notice ends', async () => {
  const unwritten = { paper: 'to-be-registered', paperNumber: undefined, paperOn: undefined, paperAt: undefined, sections: undefined };
  const [ram, lakshman] = await register({ ...unwritten, children: [{ childName: 'Ram' }, { childName: 'Lakshman' }] });
  await publish(lakshman!);
  const { officeId } = nation.officer('station-in-charge Kozhikode');
  await sql`update record set office_id = ${officeId}, district_code = ${kozhikode} where id = ${lakshman!.id}`.execute(nation.admin);
  const paper = {
    paper: 'fir',
    paperNumber: '901',
    paperOn: '2026-11-24' as Day,
    paperAt: '11:30',
    sections: 'BNS 137(2) r/w 65(1)',
  } as const;
  expect(isRefusal(await as(das, (context) => registerFir(context, ram!.reference, paper)))).toBe(false);
  const barred = await sql`select record_id from missing_report where offence_link and record_id in (${ram!.id}, ${lakshman!.id})`.execute(nation.admin); // prettier-ignore
  expect(barred.rows).toHaveLength(2);
  await as(worker, (context) => endBarredNotices(context, { recordId: ram!.id }));
  expect((await as(worker, (context) => readDiary(context, lakshman!.id))).at(-1)?.facts).toEqual({ because: 'offence-link' });
  const { rows } = await sql<{ id: string }>`select complaint_id as id from missing_report where record_id = ${ram!.id}`.execute(
    nation.admin,
  );
  const stranger = nation.officer('home-worker Kozhikode');
  await expect(as(stranger, (context) => writeComplaintBar(context, rows[0]!.id))).rejects.toMatchObject({ code: '42501' });
});

test.each([
  ['more than 90 days', { expiresOn: '2027-02-23' as Day }, 'expiresOn'],
  ['already over', { expiresOn: '2026-11-24' as Day }, 'expiresOn'],
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
  expect(await as(das, (context) => markTraced(context, record.reference, { ...traced, tracedOn: '2026-11-25' as Day }))).toMatchObject({
    field: 'tracedOn',
  });
});

test('nobody sees a row without saying who they are', async () => {
  await asha();
  expect(await as(anyone, async (context) => (await sql`select id from record`.execute(context.db)).rows)).toEqual([]);
});

test('a notice past its last day is ended in the diary by the worker, and another may follow', async () => {
  const record = await asha();
  await publish(record, { expiresOn: '2026-11-25' as Day });
  expect(await as(worker, expireNotices)).toBe(0);
  nation.clock.later(48);
  expect(await as(worker, expireNotices)).toBe(1);
  const diary = await as(das, (context) => readDiary(context, record.id));
  expect(diary.at(-1)).toMatchObject({ happening: 'missing.noticeWithdrawn', facts: { because: 'expired' } });
  expect(isRefusal(await publish(record))).toBe(false);
  nation.clock.later(-48);
});

test('a zero FIR goes to the station of the place, with every duty of the station; who took it keeps reading', async () => {
  const there = nation.officer('station-in-charge Kozhikode');
  const record = await asha({ paper: 'zero-fir', lastSeenDistrict: kozhikode });
  const dutiesOf = async () => {
    const { rows } = await sql<{ officeId: string }>`select distinct office_id from obligation
      where record_id = ${record.id} and actor = 'station-in-charge' and ending is null`.execute(nation.admin);
    return rows.map(({ officeId }) => officeId);
  };
  const move = (stationId: string) => as(das, (context) => moveToStation(context, record.reference, { stationId, reason: 'Lost there' }));
  expect(await dutiesOf()).toEqual([das.officeId]);
  for (const wrong of [das.officeId, nation.officer('cwc-member Kozhikode').officeId, newId()]) {
    expect(await move(wrong)).toMatchObject({ code: 'missing-reports.error.station', field: 'stationId' });
  }
  expect(isRefusal(await move(there.officeId))).toBe(false);
  expect(await dutiesOf()).toEqual([there.officeId]);
  const diary = await as(there, (context) => readDiary(context, record.id));
  expect(diary.at(-1)).toMatchObject({ happening: 'missing.movedToStation', byOffice: das.officeId });
  for (const officer of [das, there]) {
    expect(isRefusal(await as(officer, (context) => readRecord(context, { id: record.id }, 'missing')))).toBe(false);
  }
  const { rows } =
    await sql`select 1 from audit_entry where record_id = ${record.id} and action = 'write' and office_id = ${das.officeId}`.execute(
      nation.admin,
    );
  expect(rows.length).toBeGreaterThan(0);
});

test('when a notice is taken down the family is asked to take its copies down; who left no telephone is not', async () => {
  const sent = async () => {
    const { rows } = await sql`select 1 from message where template = 'noticeWithdrawn'`.execute(nation.admin);
    return rows.length;
  };
  const before = await sent();
  for (const [change, messages] of [
    [{}, 1],
    [{ informantTelephone: undefined }, 1],
  ] as const) {
    const record = await asha(change);
    const news = { recordId: record.id, entryId: newId() };
    for (let heard = 0; heard < 2; heard += 1) await as(worker, (context) => askForCopies(context, news)); // a job may run twice
    expect((await sent()) - before).toBe(messages);
  }
});
