// A State's node that is stolen: what it signs reaches no child, no report and no office of another State, and tells it nothing of them.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { das, nation, startCase } from '../../../../tests/database/asha.ts';
import {
  asha,
  became,
  come,
  fir,
  found,
  openNode,
  paperNamed,
  settleAll,
  traced,
  updated,
  zeroTransferred,
} from '../../../../tests/database/told.ts';
import { worker } from '../../../../tests/database/tools.ts';
import { type ChildRecord, peekRecords, readDescription } from '../../children/index.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { markTraced } from '../../missing-reports/outcome.ts';
import { effectiveEntries, readDiary } from '../../diary/index.ts';
import { type Paper, paperKey } from '../messages/index.ts';
import { tellNodes } from '../outbox/telling.ts';
import { childrenOfPapers } from './paper-store.ts';

const ROGUE = 'police-KL';
const rogue = { node: ROGUE } as const;
const kannur = { state: 'KL', district: '557', station: 'police-station-Kannur' } as const;
const rogues = (change: Partial<Paper> = {}): Paper => paperNamed({ ...kannur, ...change });

beforeAll(async () => {
  await startCase();
  await openNode(nation);
  await openNode(nation, ROGUE, 'KL');
});
afterAll(() => nation.stop());

async function recordsOf(paper: Paper): Promise<ChildRecord[]> {
  return nation.ask(worker, async (context) => {
    const children = await childrenOfPapers(context, [paperKey(paper)]);
    return peekRecords(context, children.map(({ recordId }) => recordId)); // prettier-ignore
  });
}
/** Whatever a message of the other State could have changed of a child. */
async function stateOf(paper: Paper): Promise<unknown> {
  const records = await recordsOf(paper);
  return nation.ask(worker, async (context) => {
    const seen = [];
    for (const record of records)
      seen.push({
        record,
        described: await readDescription(context, record.id),
        diary: effectiveEntries(await readDiary(context, record.id)).map(({ happening }) => happening),
      });
    const complaint = await sql`select c.*, p.standing from exchange_paper p join complaint c on c.id = p.complaint_id
      where p.paper_key = ${paperKey(paper)}`.execute(nation.admin);
    return { seen, complaint: complaint.rows };
  });
}
async function toldTo(node: string): Promise<unknown[]> {
  const { rows } = await sql`select content from exchange_outgoing where node_code = ${node}`.execute(nation.admin);
  return rows;
}
async function ownZero(): Promise<Paper> {
  const zero = paperNamed({ kind: 'zero-fir' });
  await come(nation, fir(zero));
  await settleAll(nation);
  return zero;
}

test('an FIR that says it carries on another State’s Zero FIR has nothing of it while that State says no such thing', async () => {
  const zero = await ownZero();
  const before = await stateOf(zero);
  const theirs = rogues();
  await come(
    nation,
    fir(theirs, { transferredFrom: zero, actsAndSections: [{ act: 'POCSO', section: '8' }] }, rogue),
    updated(theirs, 2, { clothing: 'nothing told of her' }, rogue),
    traced(theirs, 3, rogue),
  );
  await settleAll(nation);
  expect(await stateOf(zero)).toEqual(before);
  expect(await recordsOf(theirs)).toHaveLength(1);
  const [record] = await recordsOf(zero);
  await nation.ask(worker, (context) => tellNodes(context, record!.id));
  expect([(await toldTo('police-BR')).length, await toldTo(ROGUE)]).toEqual([1, []]);
});

test('once that State has sent its Zero FIR there, both are one complaint', async () => {
  const zero = await ownZero();
  await come(nation, zeroTransferred(zero, 2, { to: kannur }));
  const theirs = rogues();
  await come(nation, fir(theirs, { transferredFrom: zero }, rogue));
  await settleAll(nation);
  expect((await recordsOf(theirs)).map(({ id }) => id)).toEqual((await recordsOf(zero)).map(({ id }) => id));
});

test('another State’s station is let in by a Zero FIR sent there while the child is missing; never by another FIR, nor to a child that was traced', async () => {
  const [zero, plain, found] = [await ownZero(), paperNamed(), await ownZero()];
  await come(nation, fir(plain));
  await settleAll(nation);
  const [record] = await recordsOf(found);
  const traced = { how: 'by-police', alive: 'yes', tracedOn: '2026-11-24', tracedAt: '11:50', where: 'Asansol' } as never;
  expect(isRefusal(await nation.ask(das, (context) => markTraced(context, record!.reference, traced)))).toBe(false);
  await come(nation, ...[zero, plain, found].map((paper) => zeroTransferred(paper, 2, { to: kannur })));
  await settleAll(nation);
  const letIn = async (paper: Paper) => {
    const { rows } = await sql`select a.ground from record_access a join office o on o.id = a.office_id
      where a.record_id = ${(await recordsOf(paper))[0]!.id} and o.code = ${kannur.station}`.execute(nation.admin);
    return rows.length;
  };
  expect([await letIn(zero), await letIn(plain), await letIn(found)]).toEqual([1, 0, 0]);
});

test('a number of another State’s FIR cannot be taken beforehand', async () => {
  const [zero, next] = [rogues({ kind: 'zero-fir' }), paperNamed()];
  const to = { state: next.state, district: next.district, station: next.station };
  await come(nation, fir(zero, {}, rogue), zeroTransferred(zero, 2, { to, registeredAs: next }, rogue));
  await settleAll(nation);
  await come(nation, fir(next, { children: [{ ...asha, names: [{ text: 'Farida' }], sex: 'male' }] }));
  await settleAll(nation);
  const [record] = await recordsOf(next);
  expect(record).toMatchObject({ officeId: das.officeId });
  expect(await recordsOf(zero)).not.toContainEqual(expect.objectContaining({ id: record!.id }));
  const { rows } = await sql`select count(distinct complaint_id)::int as complaints from exchange_paper
    where paper_key in (${paperKey(zero)}, ${paperKey(next)})`.execute(nation.admin);
  expect(rows).toEqual([{ complaints: 2 }]);
});

test('a correction takes back what its own paper said, never what another did', async () => {
  const [paper, theirs] = [paperNamed(), rogues()];
  const said = traced(paper, 2);
  await come(nation, fir(paper), said);
  await settleAll(nation);
  const before = await stateOf(paper);
  await come(
    nation,
    fir(theirs, {}, rogue),
    traced(theirs, 2, { ...rogue, corrects: { messageId: said.messageId, reason: 'wrong-child' } }),
  );
  await come(nation, traced(theirs, 3, { ...rogue, messageId: said.messageId }));
  await come(nation, traced(theirs, 3, { ...rogue, sentAt: traced(theirs, 1).sentAt })); // stands in place of the one before, which is withdrawn
  await settleAll(nation);
  expect(await stateOf(paper)).toEqual(before);
  expect(JSON.stringify(before)).toContain('missing.policeReported');
});

test('a child is found into an office of the node’s own State alone', async () => {
  const paper = rogues({ kind: 'general-diary' });
  const kept = found(paper, rogue);
  const intoBihar = { ...kept, body: { ...kept.body, keptAt: 'children-home-Saran' } };
  await come(nation, intoBihar);
  await settleAll(nation);
  expect([await became(nation, intoBihar), await recordsOf(paper)]).toEqual([['quarantined unknown-office'], []]);
  const own = found(rogues({ kind: 'general-diary' }), rogue);
  const intoKerala = { ...own, body: { ...own.body, keptAt: 'children-home-Kannur' } };
  await come(nation, intoKerala);
  await settleAll(nation);
  expect(await became(nation, intoKerala)).toEqual(['applied']); // control
});
