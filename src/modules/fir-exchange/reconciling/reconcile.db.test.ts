// The five standing lists in the database: each row opens and ends by itself, once for each reason, with its duty; and foreign offices see none.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RecordId } from '../../../kernel/ids.ts';
import type { OfficerActor } from '../../../platform/context.ts';
import { as, asha as typed, das, nation, startCase } from '../../../../tests/database/asha.ts';
import { closed, come, fir, openNode, paperNamed, settleAll, traced, updated } from '../../../../tests/database/told.ts';
import { noon, worker } from '../../../../tests/database/tools.ts';
import { markTraced } from '../../missing-reports/outcome.ts';
import { type Paper, paperKey } from '../messages/index.ts';
import { countRows, readRows } from './reconcile-store.ts';
import { reconcileState } from './reconcile.ts';
import { noteChanges } from './scope-store.ts';

beforeAll(async () => {
  await startCase();
  await openNode(nation);
});
afterAll(() => nation.stop());
beforeEach(() => {
  nation.clock.now = noon;
});

const keep = async () => {
  await nation.ask(worker, noteChanges);
  await nation.ask(worker, (context) => reconcileState(context, 'BR'));
};

/** Open rows about a paper or a record, as list and reason; the counts of the others of a test stay out of it. */
async function open(about: { paper?: Paper; record?: RecordId }): Promise<string[]> {
  const { rows } = await sql<{ said: string }>`select list || ' ' || reason as said from exchange_mismatch where ended_at is null
    and (paper_key = ${about.paper ? paperKey(about.paper) : null} or record_id = ${about.record ?? null}::uuid or other_record_id = ${about.record ?? null}::uuid)
    order by 1`.execute(nation.admin);
  return rows.map(({ said }) => said);
}

async function duties(record: RecordId): Promise<(string | null)[]> {
  const { rows } = await sql<{
    ending: string | null;
  }>`select ending from obligation where record_id = ${record} and rule_id = 'P13' order by started_at, ending`.execute(nation.admin);
  return rows.map(({ ending }) => ending);
}

async function told(paper: Paper, ...more: Parameters<typeof come>[1][]): Promise<RecordId> {
  await come(nation, fir(paper), ...more);
  await settleAll(nation);
  const { rows } = await sql<{
    id: RecordId;
  }>`select record_id as id from exchange_paper_child where paper_key = ${paperKey(paper)}`.execute(nation.admin);
  return rows[0]!.id;
}

/** Whether the station owes, as an office, that its FIRs without a record are looked at. */
async function owed(): Promise<boolean> {
  const { rows } =
    await sql`select 1 from office_obligation where journal_id = ${das.officeId} and rule_id = 'P14' and ending is null`.execute(
      nation.admin,
    );
  return rows.length > 0;
}

const trace = (reference: string) =>
  as(das, (context) =>
    markTraced(
      context,
      reference as never,
      { how: 'by-police', alive: 'yes', tracedOn: '2026-11-24', tracedAt: '11:50', where: 'Asansol' } as never,
    ),
  );
const referenceOf = async (id: RecordId): Promise<string> =>
  (await sql<{ reference: string }>`select reference from record where id = ${id}`.execute(nation.admin)).rows[0]!.reference;

describe('each list opens and ends', () => {
  test('FIR without a record: until the FIR has taken effect', async () => {
    const paper = paperNamed();
    const first = fir(paper);
    await come(nation, updated(paper, 2, {}));
    await settleAll(nation);
    nation.clock.later(2);
    await keep();
    expect(await open({ paper })).toEqual(['no-record message-missing']);
    await come(nation, first);
    await settleAll(nation);
    await keep();
    expect(await open({ paper })).toEqual([]);
  });

  test('an FIR in quarantine is there at once, with its station', async () => {
    nation.clock.later(5);
    const paper = paperNamed();
    await come(nation, fir(paper, { lastSeen: { place: 'Nowhere', district: 'no such district' } }));
    await settleAll(nation);
    await keep();
    expect(await open({ paper })).toEqual(['no-record quarantined']);
    expect(await owed()).toBe(true);
    await sql`update exchange_message set state = 'ignored', reason = 'dismissed' where paper_key = ${paperKey(paper)}`.execute(
      nation.admin,
    );
    await keep();
    expect([await open({ paper }), await owed()]).toEqual([[], false]);
    const { rows } = await sql`select station_id from exchange_mismatch where paper_key = ${paperKey(paper)}`.execute(nation.admin);
    expect(rows).toEqual([{ stationId: das.officeId }]);
  });

  test('record without an FIR: typed by hand, until the police tell it; the station owes it', async () => {
    const paper = paperNamed({ number: '8123' });
    const { id } = await typed({ paperNumber: '8123/2026' });
    await keep();
    expect(await open({ record: id })).toEqual([]);
    nation.clock.later(25);
    await keep();
    expect([await open({ record: id }), await duties(id)]).toEqual([['no-paper unconfirmed'], [null]]);
    await told(paper);
    await keep();
    expect([await open({ record: id }), await duties(id)]).toEqual([[], ['met']]);
  });

  test('traced, say the police: until the station says so too; the duty is the one to answer, no second', async () => {
    const paper = paperNamed();
    const id = await told(paper, traced(paper, 2));
    await keep();
    expect([await open({ record: id }), await duties(id)]).toEqual([['traced-in-one police-traced'], []]);
    await trace(await referenceOf(id));
    await keep();
    expect(await open({ record: id })).toEqual([]);
  });

  test('traced here: until the police say so', async () => {
    const paper = paperNamed();
    const id = await told(paper);
    await trace(await referenceOf(id));
    await keep();
    expect([await open({ record: id }), await duties(id)]).toEqual([['traced-in-one portal-traced'], [null]]);
    await come(nation, closed(paper, 2));
    await settleAll(nation);
    await keep();
    expect([await open({ record: id }), await duties(id)]).toEqual([[], ['met']]);
  });

  test('told differently: a row for each thing, until both tell the same', async () => {
    const paper = paperNamed({ number: '8200' });
    const { id } = await typed({ paperNumber: '8200', children: [{ childName: 'Asha', ageFrom: '9', sex: 'male' }] });
    await told(paper, updated(paper, 2, { ageFrom: 14, ageTo: 14 }));
    await keep();
    expect([await open({ record: id }), await duties(id)]).toEqual([
      ['differs age', 'differs sex'],
      [null, null],
    ]);
    await come(nation, updated(paper, 3, { sex: 'male' }));
    await settleAll(nation);
    await keep();
    expect([await open({ record: id }), (await duties(id)).toSorted()]).toEqual([[], ['met', 'met']]);
  });

  test('two messages of one place: until an officer has decided', async () => {
    const paper = paperNamed();
    await told(paper, updated(paper, 2, { clothing: 'red' }), updated(paper, 2, { clothing: 'green' }));
    await keep();
    expect(await open({ paper })).toEqual(['differs messages']);
    await sql`update exchange_message set state = 'ignored', reason = 'dismissed' where paper_key = ${paperKey(paper)} and reason = 'conflict'`.execute(
      nation.admin,
    );
    await keep();
    expect(await open({ paper })).toEqual([]);
  });

  test('one number in two reports of a station, until one is closed', async () => {
    const first = await typed({ paperNumber: '8300' });
    const second = await typed({ paperNumber: '08300/2026' });
    await keep();
    expect([await open({ record: first.id }), await open({ record: second.id })]).toEqual([
      ['duplicate two-records'],
      ['duplicate two-records'],
    ]);
    await sql`update record set closed_at = ${nation.clock.now} where id = ${second.id}`.execute(nation.admin);
    await keep();
    expect(await open({ record: first.id })).toEqual([]);
  });
});

test('one child in two FIRs, not carried on from each other', async () => {
  const [paper, other] = [paperNamed(), paperNamed()];
  const id = await told(paper);
  await told(other);
  await sql`insert into exchange_paper_child (paper_key, child_number, record_id) values (${paperKey(other)}, 2, ${id})`.execute(
    nation.admin,
  );
  await keep();
  expect([await open({ record: id }), await duties(id)]).toEqual([['duplicate two-papers'], [null]]);
  await sql`update exchange_paper set transferred_from = ${paperKey(paper)} where paper_key = ${paperKey(other)}`.execute(nation.admin);
  await keep();
  expect([await open({ record: id }), await duties(id)]).toEqual([[], ['met']]);
});

test('gone through again, nothing is doubled and nothing keeps another day', async () => {
  const paper = paperNamed();
  const id = await told(paper, traced(paper, 2));
  await keep();
  const rows = () => sql`select id, since, opened_at from exchange_mismatch where record_id = ${id}`.execute(nation.admin);
  const before = (await rows()).rows;
  nation.clock.later(3);
  await keep();
  expect((await rows()).rows).toEqual(before);
  expect(before).toHaveLength(1);
});

describe('a round looks at what changed, once a day at everything', () => {
  /** Told and agreed on, and gone through longer ago than an entry may come late. */
  async function settledLongAgo(): Promise<{ id: RecordId; paper: Paper }> {
    const paper = paperNamed();
    const id = await told(paper);
    await keep();
    nation.clock.later(1);
    await keep();
    return { id, paper };
  }

  test('what the diary or the police tell is found at once', async () => {
    const [here, there] = [await settledLongAgo(), await settledLongAgo()];
    await trace(await referenceOf(here.id));
    await come(nation, traced(there.paper, 2));
    await settleAll(nation);
    await keep();
    expect([await open({ record: here.id }), await open({ record: there.id })]).toEqual([
      ['traced-in-one portal-traced'],
      ['traced-in-one police-traced'],
    ]);
  });

  test('control: what nothing tells of is not read, until the day is over', async () => {
    const { id } = await settledLongAgo();
    await sql`update record set closed_at = ${nation.clock.now} where id = ${id}`.execute(nation.admin);
    await keep();
    expect(await open({ record: id })).toEqual([]);
    nation.clock.later(24);
    await keep();
    expect(await open({ record: id })).toEqual(['traced-in-one portal-traced']);
  });

  test('gone through whole, the lists are as the rounds left them', async () => {
    nation.clock.later(48); // after all that was opened above
    await keep();
    const rows = async () =>
      (await sql`select list, reason, subject, record_id, other_record_id, station_id from exchange_mismatch where ended_at is null order by 1, 2, 3`.execute(nation.admin)).rows;
    const before = await rows();
    await sql`delete from exchange_whole_round`.execute(nation.admin);
    await keep();
    expect(await rows()).toEqual(before);
    expect(before.length).toBeGreaterThan(3);
  });
}); // prettier-ignore

describe('whoever oversees the place sees its rows, and nobody else', () => {
  const all = { list: null, area: null, stationId: null };
  const seenBy = (officer: OfficerActor) => as(officer, (context) => readRows(context, all, { from: 0, atMost: 1000 }));

  test('row by row and counted', async () => {
    nation.clock.later(48); // after all that was opened above
    const paper = paperNamed();
    await told(paper, traced(paper, 2));
    await keep();
    const { rows } = await sql<{ id: string }>`select id from exchange_mismatch where ended_at is null order by since, id`.execute(
      nation.admin,
    );
    const every = rows.map(({ id }) => id);
    expect(every.length).toBeGreaterThan(1); // or the next lines say nothing
    for (const role of [
      'station-in-charge Saran',
      'district-nodal-officer Saran',
      'state-nodal-officer Saran',
      'national-nodal-officer Saran',
    ] as const)
      expect([role, (await seenBy(nation.officer(role))).map(({ id }) => id)]).toEqual([role, every]);
    for (const role of [
      'station-in-charge Kozhikode',
      'district-nodal-officer Kozhikode',
      'state-nodal-officer Kozhikode',
      'ministry-official Saran',
    ] as const)
      expect([role, await seenBy(nation.officer(role))]).toEqual([role, []]);
    const counts = await as(nation.officer('national-nodal-officer Saran'), (context) =>
      countRows(context, { area: { level: 'nation' }, stationId: null }),
    );
    expect(counts.reduce((sum, { rows: some }) => sum + some, 0)).toBe(every.length);
  });
});
