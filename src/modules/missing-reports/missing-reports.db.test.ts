// Missing reports in the database: twins in one FIR, who is told, status in step with the diary, and doors that stay shut.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Day, addMinutes } from '../../kernel/time.ts';
import type { OfficerActor } from '../../platform/context.ts';
import { anyone, noon, worker } from '../../../tests/database/tools.ts';
import { type ChildRecord, readRecord } from '../children/index.ts';
import { endLookOut } from '../alerts/actions.ts';
import { acknowledgeAlert, alertsOfOffice, alertsOfRecord } from '../alerts/index.ts';
import { readDiary } from '../diary/index.ts';
import { registerComplaint, registerFir } from './actions.ts';
import { describeMissingChild } from './description-actions.ts';
import { assessRisk, suspectTrafficking } from './investigation.ts';
import { moveToStation } from './move.ts';
import { closeReport, markTraced, reopenReport } from './outcome.ts';
import {
  kozhikode,
  nation,
  das,
  nodal,
  startCase,
  as,
  complaint,
  register,
  asha,
  rowAndFold,
  traced,
} from '../../../tests/database/asha.ts';

beforeAll(startCase);
afterAll(() => nation.stop());

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

const kindsTold = async (record: ChildRecord) =>
  (await as(das, (context) => alertsOfRecord(context, record.id))).map((alert) => alert.officeKind).toSorted();

test('nodal officers, State, nation, police units, Committee and legal services are told in the same transaction', async () => {
  const record = await asha();
  expect(await kindsTold(record)).toEqual([
    'anti-trafficking-unit',
    'cwc',
    'district-nodal',
    'juvenile-police-unit',
    'legal-services',
    'national-nodal',
    'state-nodal',
  ]);
  const entry = (await as(das, (context) => readDiary(context, record.id))).find(
    ({ happening }) => happening === 'missing.nodalOfficersAlerted',
  );
  expect(entry?.facts).toEqual({ offices: 7 });
  expect(entry?.recordedAt).toBe(record.openedAt);
});

test('last seen in another district: its officers are told too, and may open the record', async () => {
  const record = await asha({ lastSeenDistrict: kozhikode });
  const told = await as(das, (context) => alertsOfRecord(context, record.id));
  expect(told.map((alert) => alert.officeName)).toContain('district-nodal Kozhikode');
  expect(told.map((alert) => alert.officeName)).toContain('district-nodal Saran');
});

test('without its FIR a report waits for no nodal officer, and reaches legal services once it has one; the district’s duty to answer does not start anew', async () => {
  const noPaper = { paper: 'to-be-registered', paperNumber: undefined, paperOn: undefined, paperAt: undefined, sections: undefined };
  const record = await asha(noPaper);
  expect((await kindsTold(record)).includes('legal-services')).toBe(false);
  const fir = { paper: 'fir', paperNumber: '4711', paperOn: '2026-11-24' as Day, paperAt: '11:50', sections: 'BNS 137(2)' } as const;
  await as(das, (context) => registerFir(context, record.reference, fir));
  expect((await kindsTold(record)).includes('legal-services')).toBe(true);
  const told = (await as(das, (context) => readDiary(context, record.id))).filter(
    ({ happening }) => happening === 'missing.nodalOfficersAlerted',
  );
  expect(told).toHaveLength(1);
});

test('down the line of the place last seen, the next districts look out, each told why; once the child is traced the record closes to them', async () => {
  await sql`insert into rail_stop values ('Coast', 1, ${kozhikode}), ('Coast', 2, '557')`.execute(nation.admin);
  nation.clock.now = addMinutes(noon, 11); // the list of places is kept for ten minutes
  const record = await asha({ lastSeenDistrict: kozhikode });
  const told = await as(das, (context) => alertsOfRecord(context, record.id));
  expect(told.filter(({ line }) => line).map(({ officeName, why, line }) => [officeName, why, line])).toEqual([
    ['district-nodal Kannur', 'next-stop', 'Coast'],
  ]);
  const kannur = nation.officer('district-nodal-officer Kannur');
  const committee = nation.officer('cwc-chairperson Kannur');
  const opens = async (who: OfficerActor) => !isRefusal(await as(who, (context) => readRecord(context, { id: record.id })));
  expect([await opens(kannur), await opens(committee)]).toEqual([true, false]);
  await as(worker, (context) => endLookOut(context, record.id));
  expect(await opens(kannur)).toBe(false);
  expect(await opens(nation.officer('district-nodal-officer Kozhikode'))).toBe(true); // control: of a district concerned
  nation.clock.now = noon;
});

test('an alert is acknowledged once, by its own office', async () => {
  const record = await asha();
  const alert = (await as(nodal, (context) => alertsOfOffice(context, nodal.officeId, { atMost: 50 }))).find(
    (item) => item.recordId === record.id,
  )!;
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
