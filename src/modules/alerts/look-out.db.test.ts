// How long offices down the line see a record: no longer than the child is looked for, whoever was told in whose place and whatever is written afterwards.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { as, asha, das, nation, startCase, traced } from '../../../tests/database/asha.ts';
import { worker } from '../../../tests/database/tools.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Day } from '../../kernel/time.ts';
import { type ChildRecord, readRecord } from '../children/index.ts';
import { registerFir } from '../missing-reports/actions.ts';
import { tellNext } from '../intimations/index.ts';
import { listeners as ofReports } from '../missing-reports/index.ts';
import { closeReport, markTraced, reopenReport } from '../missing-reports/outcome.ts';
import { missingHappenings } from '../../kernel/happenings/missing.ts';
import { isStillMissing, missingStatus } from '../missing-reports/missing-report.ts';
import { endLookOut } from './actions.ts';
import { listeners } from './jobs.ts';

/** Far from Saran and from Kannur: of a State of its own, so that what its offices see comes of the look-out alone. */
const kannur = 'district-nodal-officer Kannur' as const;
const stateOfKannur = 'state-nodal-officer Kannur' as const;

beforeAll(async () => {
  await startCase();
  await sql`insert into rail_stop values ('Long', 1, '220'), ('Long', 2, '557')`.execute(nation.admin);
});
afterAll(() => nation?.stop());

const unregistered = { paper: 'to-be-registered', paperNumber: undefined, paperOn: undefined, paperAt: undefined, sections: undefined };
const opens = async (who: Parameters<typeof nation.officer>[0], record: ChildRecord) =>
  !isRefusal(await as(nation.officer(who), (context) => readRecord(context, { id: record.id })));

/** What the worker makes of a happening. */
async function hear(record: ChildRecord, happening: string): Promise<void> {
  const hearing = [...listeners, ...ofReports].filter(({ happenings }) => happenings.some((heard) => heard === happening));
  for (const listener of hearing)
    await as(worker, (context) => listener.hear(context, { recordId: record.id, entryId: newId(), happening } as never));
}

async function trace(record: ChildRecord): Promise<void> {
  expect(await as(das, (context) => markTraced(context, record.reference, traced))).toMatchObject({ id: record.id });
  await as(worker, (context) => endLookOut(context, record.id));
}

test('an FIR registered after the child is traced does not open the record down the line again', async () => {
  const record = await asha(unregistered);
  expect(await opens(kannur, record)).toBe(true);
  await trace(record);
  expect(await opens(kannur, record)).toBe(false);
  const fir = { paper: 'fir', paperNumber: '901', paperOn: '2026-11-24' as Day, paperAt: '11:45', sections: 'BNS 137(2)' } as const;
  expect(isRefusal(await as(das, (context) => registerFir(context, record.reference, fir)))).toBe(false);
  expect(await opens(kannur, record)).toBe(false);
});

test('a report opened again opens to them again, for as long as it is open', async () => {
  const record = await asha({ paperNumber: '902' });
  const close = { outcome: 'false-report', reason: 'Said to be at home', doneOn: '2026-11-24', doneAt: '11:50' } as never;
  expect(isRefusal(await as(das, (context) => closeReport(context, record.reference, close)))).toBe(false);
  await hear(record, 'missing.closed');
  expect(await opens(kannur, record)).toBe(false);
  expect(isRefusal(await as(das, (context) => reopenReport(context, record.reference, { reason: 'Not at home' } as never)))).toBe(false);
  await hear(record, 'missing.reopened');
  expect(await opens(kannur, record)).toBe(true);
  while (await as(worker, tellNext));
  const told = await sql<{ tries: number; end: string }>`select i.ended_because as end, (select count(*) from intimation_attempt a
      where a.intimation_id = i.id and a.channel <> 'in-app') as tries from intimation i
    where i.record_id = ${record.id} and i.about_kind = 'reopened' and i.office_id = ${nation.officer(kannur).officeId}`.execute(
    nation.admin,
  );
  expect(told.rows).toEqual([{ tries: 1, end: 'once' }]);
  await trace(record);
  await hear(record, 'missing.reopened'); // told late, after the trace: it opens nothing
  expect(await opens(kannur, record)).toBe(false);
});

test('who looks out in the place of a vacant post down the line sees the record no longer than that post would have', async () => {
  await sql`update posting set to_on = '2026-11-23' where id = ${nation.officer(kannur).postingId}`.execute(nation.admin);
  const record = await asha();
  expect(await opens(stateOfKannur, record)).toBe(true);
  await trace(record);
  expect(await opens(stateOfKannur, record)).toBe(false);
});

test('whatever says where the child is, or ends the report, ends the look-out', () => {
  const facts = { outcome: 'restored', candidate: 'c', how: 'by-police', alive: true, paper: 'fir' };
  const ends = [...missingHappenings, 'identity.confirmed'].filter(
    (happening) => !isStillMissing(missingStatus([{ happening, facts } as unknown as Parameters<typeof missingStatus>[0][number]]).status),
  );
  expect(ends).toContain('identity.confirmed');
  expect(ends.filter((happening) => !listeners[0]!.happenings.some((heard) => heard === happening))).toEqual([]);
});
