// Settling in the database: what a node tells becomes papers, reports and duties once, in whatever order it comes, and never over an officer's words.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { addMinutes } from '../../../kernel/time.ts';
import { as, complaint, das, nation, publish, startCase } from '../../../../tests/database/asha.ts';
import { asha, became, come, fir, found, openNode, paperNamed, settleAll, updated } from '../../../../tests/database/told.ts';
import { noon, worker } from '../../../../tests/database/tools.ts';
import { type ChildRecord, changeDescription, peekRecords, readDescription } from '../../children/index.ts';
import { effectiveEntries, readDiary, writeDiary } from '../../diary/index.ts';
import { registerComplaint } from '../../missing-reports/actions.ts';
import { type Paper, paperKey } from '../messages/index.ts';
import { childrenOfPapers } from '../applying/paper-store.ts';

beforeAll(async () => {
  await startCase();
  await openNode(nation);
});
afterAll(() => nation.stop());

async function recordsOf(paper: Paper): Promise<ChildRecord[]> {
  return nation.ask(worker, async (context) => {
    const children = await childrenOfPapers(context, [paperKey(paper)]);
    const records = await peekRecords(context, children.map(({ recordId }) => recordId)); // prettier-ignore
    return children.map(({ recordId }) => records.find(({ id }) => id === recordId)!);
  });
}
const happened = (id: RecordId): Promise<string[]> =>
  nation.ask(worker, async (context) => effectiveEntries(await readDiary(context, id)).map(({ happening }) => happening));
const described = (id: RecordId) => nation.ask(worker, (context) => readDescription(context, id));

/** Set aside as it is, and said anew since. */
async function asksNobody({ messageId }: { messageId: string }): Promise<boolean> {
  const { rows } = await sql`select from exchange_message where message_id = ${messageId} and said_anew_at is not null`.execute(
    nation.admin,
  );
  return rows.length > 0;
}

async function differences(paper: Paper): Promise<string[]> {
  const { rows } = await sql<{
    field: string;
    policeValue: string;
    portalValue: string;
  }>`select field, police_value, portal_value from exchange_difference
    where paper_key = ${paperKey(paper)} and ended_at is null order by field`.execute(nation.admin);
  return rows.map(({ field, policeValue, portalValue }) => `${field}: ${policeValue} | ${portalValue}`);
}

describe('an FIR told by the police’s system', () => {
  test('opens a complaint and a report for each child, with alerts, at its station, seen by the station', async () => {
    const paper = paperNamed();
    const second = { ...asha, childNumber: 2, names: [{ text: 'Ravi' }], sex: 'male' as const };
    const told = fir(paper, { children: [asha, second] });
    await come(nation, told);
    await settleAll(nation);
    expect(await became(nation, told)).toEqual(['applied']);
    const records = await recordsOf(paper);
    expect(records.map(({ status, officeId }) => [status, officeId])).toEqual([
      ['fir-registered', das.officeId],
      ['fir-registered', das.officeId],
    ]);
    expect(await happened(records[0]!.id)).toEqual(['missing.reported', 'missing.firRegistered', 'missing.nodalOfficersAlerted']);
    expect((await described(records[1]!.id))!.names).toEqual([{ bearer: 'child', text: 'Ravi', alias: false }]);
    expect((await as(das, (context) => peekRecords(context, records.map(({ id }) => id)))).length).toBe(2); // prettier-ignore
    const { rows } =
      await sql`select visible_at is not null as visible, settled_at from exchange_message where message_id = ${told.messageId}`.execute(
        nation.admin,
      );
    expect(rows).toMatchObject([{ visible: true, settledAt: noon }]);
  });

  test('comes twice, and under another id: it takes effect once', async () => {
    const paper = paperNamed();
    const told = fir(paper);
    const again = { ...told, messageId: fir(paper).messageId, sentAt: addMinutes(told.sentAt, 1) };
    await come(nation, told, told, again);
    await settleAll(nation);
    expect(await became(nation, told, again)).toEqual(['applied', 'ignored older']);
    expect(await recordsOf(paper)).toHaveLength(1);
  });

  test('of an offence against a child bars every notice, as a station’s own entry does', async () => {
    const paper = paperNamed();
    await come(nation, fir(paper, { actsAndSections: [{ act: 'POCSO', section: '8' }] }));
    await settleAll(nation);
    const [record] = await recordsOf(paper);
    const { rows } = await sql`select offence_link from missing_report where record_id = ${record!.id}`.execute(nation.admin);
    expect(rows).toEqual([{ offenceLink: true }]);
  });

  test('that the station typed is linked, not doubled, and what differs is told', async () => {
    const paper = paperNamed({ number: '4711' });
    const [typed] = (await as(das, (context) =>
      registerComplaint(context, complaint({ paperNumber: '4711/2026', children: [{ childName: 'Asha', ageFrom: '9', sex: 'male' }] }), []),
    )) as ChildRecord[];
    await come(nation, fir(paper), updated(paper, 2, { clothing: 'red frock' }));
    await settleAll(nation);
    expect((await recordsOf(paper)).map(({ id }) => id)).toEqual([typed!.id]);
    expect((await described(typed!.id))!.clothing).toBe(null);
    expect(await differences(paper)).toEqual(['sex: female | male']);
  });

  test('at a station nobody knows goes to quarantine with its place', async () => {
    const told = fir(paperNamed({ station: 'PS-BR-XX-9' }));
    await come(nation, told);
    await settleAll(nation);
    expect(await became(nation, told)).toEqual(['quarantined unknown-station']);
    const { rows } = await sql`select reason_facts from exchange_message where message_id = ${told.messageId}`.execute(nation.admin);
    expect(rows).toEqual([{ reasonFacts: { path: '/paper/station', code: 'PS-BR-XX-9' } }]);
  });
});

describe('a child told anew', () => {
  test('is written where the police’s own words stand', async () => {
    const paper = paperNamed();
    await come(nation, fir(paper), updated(paper, 2, { clothing: 'red frock' }));
    await settleAll(nation);
    const [record] = await recordsOf(paper);
    expect((await described(record!.id))!.clothing).toBe('red frock');
  });

  test('is never written over an officer’s words', async () => {
    const paper = paperNamed();
    await come(nation, fir(paper));
    await settleAll(nation);
    const [record] = await recordsOf(paper);
    const typed = { ...(await described(record!.id))!, clothing: 'blue frock', sex: 'third' as const };
    await as(das, async (context) => {
      await changeDescription(context, record!.id, record!.version, typed);
      await writeDiary(context, record!.id, { happening: 'record.described', facts: { version: 2 } });
    });
    await come(nation, updated(paper, 2, { clothing: 'red frock' }));
    await settleAll(nation);
    expect(await described(record!.id)).toEqual(typed);
    expect(await differences(paper)).toEqual(['sex: female | third']);
    await come(nation, updated(paper, 3, { clothing: 'red frock', sex: 'third' }));
    await settleAll(nation);
    expect(await differences(paper)).toEqual([]);
  });

  test('is not written into a notice the public reads: what differs goes to an officer', async () => {
    const paper = paperNamed();
    await come(nation, fir(paper));
    await settleAll(nation);
    const [record] = await recordsOf(paper);
    expect(isRefusal(await publish(record!, { fields: ['name', 'clothing', 'lastSeen'] as never }))).toBe(false);
    const shown = async () =>
      (
        await sql`select v.name, v.clothing, v.district_code, v.last_seen_on from public_notice v join notice n using (public_id)
        where n.record_id = ${record!.id}`.execute(nation.admin)
      ).rows;
    const before = await shown();
    expect(before).toMatchObject([{ name: 'Asha', clothing: 'yellow frock' }]);
    const ransom = 'who has her calls +91 98300 00009';
    const reworded = updated(paper, 2, { clothing: ransom, names: [{ text: 'Call me' }] });
    await come(nation, {
      ...reworded,
      body: { ...reworded.body, lastSeen: { onlyDay: '2026-11-01' as never, place: 'elsewhere', district: '560' } },
    });
    await settleAll(nation);
    expect(await shown()).toEqual(before);
    expect(await differences(paper)).toEqual(['childName: Call me | Asha', `clothing: ${ransom} | yellow frock`]);
    await sql`update notice set withdrawn_at = ${nation.clock.now}, withdrawn_because = 'mistake' where record_id = ${record!.id}`.execute(
      nation.admin,
    );
    await come(nation, updated(paper, 3, { clothing: 'red frock' })); // control: shown to nobody, it is written
    await settleAll(nation);
    expect([(await described(record!.id))!.clothing, await differences(paper)]).toEqual(['red frock', []]);
  });

  test('whom the FIR does not name goes to quarantine, and holds up nothing behind it', async () => {
    const paper = paperNamed();
    const stray = updated(paper, 2, { childNumber: 7 });
    const next = updated(paper, 3, { clothing: 'green frock' });
    await come(nation, fir(paper), stray, next);
    await settleAll(nation);
    expect(await became(nation, stray, next)).toEqual(['quarantined unknown-child', 'applied']);
  });
});

test('a gap is parked, a missing message asked for after a quarter of an hour, and all of it taken when it comes', async () => {
  const paper = paperNamed();
  const third = updated(paper, 3, { clothing: 'red frock' }, { sentAt: noon });
  await come(nation, fir(paper), third);
  await settleAll(nation);
  expect(await became(nation, third)).toEqual(['parked gap']);
  nation.clock.now = addMinutes(noon, 16);
  await settleAll(nation);
  expect(await became(nation, third)).toEqual(['parked replay-wanted']);
  await come(nation, updated(paper, 2, { clothing: 'blue frock' }));
  await settleAll(nation);
  const [record] = await recordsOf(paper);
  expect((await described(record!.id))!.clothing).toBe('red frock');
  nation.clock.now = noon;
});

test('a child found by the police is a found record at the station', async () => {
  const paper = paperNamed({ kind: 'general-diary' });
  await come(nation, found(paper));
  await settleAll(nation);
  const [record] = await recordsOf(paper);
  expect(record).toMatchObject({ kind: 'found', status: 'unidentified', officeId: das.officeId });
  expect(await happened(record!.id)).toEqual(['found.found', 'found.registered']);
});

test('a paper under another district than its station’s waits for a person; the same under its own opens one child', async () => {
  const paper = paperNamed();
  const [astray, right] = [fir({ ...paper, district: 'BR-PAT' }), fir(paper)];
  await come(nation, astray);
  await settleAll(nation);
  expect(await became(nation, astray)).toEqual(['quarantined station-elsewhere']);
  await come(nation, right);
  await settleAll(nation);
  expect(await became(nation, astray, right)).toEqual(['quarantined station-elsewhere', 'applied']);
  expect(await asksNobody(astray)).toBe(true);
});
