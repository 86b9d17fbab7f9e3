// What is written for police nodes: each entry once for each node, in the diary's order, whatever is heard twice or late; and nothing but the bare happening.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordId } from '../../../kernel/ids.ts';
import { newId } from '../../../kernel/ids.ts';
import { addMinutes } from '../../../kernel/time.ts';
import { as, asha as typedAsha, das, nation, startCase } from '../../../../tests/database/asha.ts';
import { come, fir, paperNamed, settleAll, asha } from '../../../../tests/database/told.ts';
import { noon, secret, worker } from '../../../../tests/database/tools.ts';
import { openToldNodes } from '../../../../tests/exchange/listening-node.ts';
import { type NewEntry, writeDiary } from '../../diary/index.ts';
import { type OutgoingMessage, outgoing1, paperKey } from '../messages/index.ts';
import { readGroup } from '../messages/read-value.ts';
import { childrenOfPapers, keepChildren, keepPapers } from '../applying/paper-store.ts';
import { type KeptRow, openKept } from '../trust/kept.ts';
import { tellNodes } from './telling.ts';

beforeAll(async () => {
  await startCase();
  await openToldNodes(nation);
});
afterAll(() => nation.stop());

type Row = { nodeCode: string; paperKey: string; content: OutgoingMessage; text: string };
async function outgoingOf(recordId: RecordId): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select node_code, paper_key, content, content::text as text from exchange_outgoing where record_id = ${recordId}
    order by sequence`.execute(nation.admin);
  return rows;
}
const tell = (recordId: RecordId) => nation.ask(worker, (context) => tellNodes(context, recordId));
const write = (recordId: RecordId, ...entries: NewEntry[]) => nation.ask(worker, (context) => writeDiary(context, recordId, ...entries));
const whats = async (recordId: RecordId) => (await outgoingOf(recordId)).map(({ content }) => content.body.what);
const candidate = newId();

async function told(children = [asha]) {
  const paper = paperNamed();
  await come(nation, fir(paper, { children }));
  await settleAll(nation);
  const records = await nation.ask(worker, (context) => childrenOfPapers(context, [paperKey(paper)]));
  return { paper, ids: records.map(({ recordId }) => recordId) };
}

describe('a child whose FIR the node told', () => {
  test('is told with the portal’s number, the paper and the child’s number in it, as the contract has it', async () => {
    const { paper, ids } = await told([asha, { ...asha, childNumber: 2 }]);
    for (const id of ids) await tell(id);
    const [row] = await outgoingOf(ids[1]!);
    const flaws: never[] = [];
    // The invented station's code is not written as the contract's are.
    const content = { ...row!.content, paper: { ...row!.content.paper, district: 'BR-SAR', station: 'PS-BR-SAR-1' } };
    expect(readGroup(outgoing1.fields, content, '', flaws)).toEqual(content);
    expect(flaws).toEqual([]);
    expect(row).toMatchObject({
      nodeCode: 'police-BR',
      paperKey: paperKey(paper),
      content: { node: 'police-BR', paper, body: { what: 'record-opened', childNumber: 2, recordedAt: noon } },
    });
  });

  test('leaves one message for each happening, heard however often and late, in the diary’s order', async () => {
    const { ids: [id] } = await told(); // prettier-ignore
    await tell(id!);
    await write(id!, { happening: 'missing.alertAcknowledged', facts: { officeKind: 'district-nodal' } });
    await write(id!, { happening: 'match.judged', facts: { candidate, verdict: 'unsure' } }, { happening: 'match.judged', facts: { candidate, verdict: 'same' } });
    await write(id!, { happening: 'identity.confirmed', facts: { candidate } });
    await Promise.all([tell(id!), tell(id!), tell(id!)]);
    await write(id!, { happening: 'found.restored', facts: { to: 'parents' } }, { happening: 'missing.reopened', facts: {} });
    await tell(id!);
    await tell(id!);
    expect(await whats(id!)).toEqual(['record-opened', 'alert-acknowledged', 'judged-same', 'identity-confirmed', 'restored', 'reopened']);
  }); // prettier-ignore

  test('is not told of where the transaction that heard is rolled back, and is when it is heard again', async () => {
    const { ids: [id] } = await told(); // prettier-ignore
    const killed = nation.ask(worker, async (context) => {
      await tellNodes(context, id!);
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await whats(id!)).toEqual([]);
    await tell(id!);
    expect(await whats(id!)).toEqual(['record-opened']);
  });

  test('is told of a moment put right, with the message it corrects', async () => {
    const { ids: [id] } = await told(); // prettier-ignore
    const [entryId] = await write(id!, { happening: 'found.produced', facts: { sitting: 'committee' }, happenedAt: addMinutes(noon, -5) });
    await tell(id!);
    await write(id!, {
      happening: 'found.produced',
      facts: { sitting: 'committee' },
      happenedAt: addMinutes(noon, -9),
      corrects: entryId!,
    });
    await tell(id!);
    const [, wrong, right] = await outgoingOf(id!);
    expect(right!.content).toMatchObject({
      corrects: wrong!.content.messageId,
      body: { what: 'produced', happenedAt: addMinutes(noon, -9) },
    });
  });

  test('whose judgement is taken back is told so only if it was told the judgement', async () => {
    const { ids: [id] } = await told(); // prettier-ignore
    await write(id!, { happening: 'match.judgementReversed', facts: { candidate: newId() } });
    await write(id!, { happening: 'match.judged', facts: { candidate, verdict: 'same' } }, { happening: 'match.judgementReversed', facts: { candidate } });
    await tell(id!);
    expect(await whats(id!)).toEqual(['record-opened', 'judged-same', 'judgement-reversed']);
  }); // prettier-ignore
});

describe('whose node', () => {
  test('of an FIR typed at a station it is its State’s, by the station and the number', async () => {
    const { id } = await typedAsha({ paperNumber: 'FIR No. 0912/2026' });
    await tell(id);
    const [row] = await outgoingOf(id);
    expect([row!.nodeCode, row!.paperKey]).toEqual(['police-BR', 'BR/220/police-station-Saran/fir/2026/912']);
    expect(row!.content.body).not.toHaveProperty('childNumber');
  });

  test('of words typed where a number stands it is nobody’s', async () => {
    const { id } = await typedAsha({ paperNumber: 'see Kamala Devi 12' });
    await tell(id);
    expect(await outgoingOf(id)).toEqual([]);
  });

  test('of a Zero FIR’s chain it is every State’s, from the beginning, and once where both papers are of one State', async () => {
    const { paper, ids: [id] } = await told(); // prettier-ignore
    await tell(id!);
    const next = (name: typeof paper, transferredFrom: string, nodeCode: string) => ({
      paperKey: paperKey(name), nodeCode, kind: name.kind, stationId: null, complaintId: null, openedByFeed: true, transferredFrom, name, rawNumber: null,
    }); // prettier-ignore
    const kerala = paperNamed({ state: 'KL', district: 'KL-KNR', station: 'PS-KL-KNR-1' });
    const second = paperNamed();
    await nation.ask(worker, async (context) => {
      await keepPapers(context, [next(second, paperKey(paper), 'police-BR'), next(kerala, paperKey(paper), 'police-KL')]);
      await keepChildren(context, [second, kerala].map((name) => ({ paperKey: paperKey(name), childNumber: 1, recordId: id!, writtenVersion: null })));
    }); // prettier-ignore
    await write(id!, { happening: 'missing.reopened', facts: {} });
    await tell(id!);
    expect((await outgoingOf(id!)).map(({ nodeCode, paperKey: key, content }) => [nodeCode, key, content.body.what])).toEqual([
      ['police-BR', paperKey(paper), 'record-opened'],
      ['police-BR', paperKey(second), 'reopened'],
      ['police-KL', paperKey(kerala), 'record-opened'],
      ['police-KL', paperKey(kerala), 'reopened'],
    ]);
  });
});

/** Words that stand all over a child's file, each of which would be a leak. */
const planted = ['Zarina', 'Nimtala', 'POCSO', 'Kamala', '9830000001', 'yellow frock', 'parents', 'committee', candidate];
const leaks = (rows: readonly Row[]): string[] => planted.filter((word) => rows.some(({ text }) => text.includes(word)));

test('nothing of the file, and nothing of the other child’s, is in any byte that goes out', async () => {
  const { ids: [id] } = await told([{ ...asha, names: [{ text: 'Zarina' }] }]); // prettier-ignore
  const { id: typed } = await typedAsha({ children: [{ childName: 'Zarina', ageFrom: '9', sex: 'female' }], lastSeenPlace: 'Nimtala', sections: 'POCSO 8' });
  const entries: NewEntry[] = [
    { happening: 'missing.alertAcknowledged', facts: { officeKind: 'Nimtala' } },
    { happening: 'match.judged', facts: { candidate, verdict: 'same' } },
    { happening: 'found.produced', facts: { sitting: 'committee' } },
    { happening: 'identity.confirmed', facts: { candidate } },
    { happening: 'found.restored', facts: { to: 'parents' } },
    { happening: 'missing.closed', facts: { outcome: 'restored' } },
  ];
  for (const one of [id!, typed]) {
    await write(one, ...entries);
    await tell(one);
  }
  const rows = [...(await outgoingOf(id!)), ...(await outgoingOf(typed))];
  expect(rows).toHaveLength(14);
  expect(leaks(rows)).toEqual([]);
  // The same search finds them in what the portal keeps of the two: a message that carried any of it would be caught.
  const kept = await sql<{ text: string }>`select string_agg(said.text, ' ') as text from (
      select facts::text as text from diary_entry where record_id = any (${[id!, typed]}::uuid[])
      union all select row_to_json(m)::text from missing_report m
      union all select row_to_json(c)::text from complaint c union all select row_to_json(g)::text from given_name g
      union all select row_to_json(d)::text from description d) said`.execute(nation.admin);
  const messages = await sql<KeptRow>`select mark, sealed, pictures from exchange_message`.execute(nation.admin);
  const said = messages.rows.map((row) => JSON.stringify(openKept({ secret }, row)));
  expect(leaks([{ ...rows[0]!, text: `${kept.rows[0]!.text} ${said.join(' ')}` }])).toEqual(planted);
}); // prettier-ignore

test('what was written changes in nothing but its sending, and is never removed', async () => {
  const { ids: [id] } = await told(); // prettier-ignore
  await tell(id!);
  await expect(sql`update exchange_outgoing set paper_key = 'x' where record_id = ${id!}`.execute(nation.admin)).rejects.toThrow('only its sending');
  await expect(sql`delete from exchange_outgoing where record_id = ${id!}`.execute(nation.admin)).rejects.toThrow('never removed');
  const read = await as(das, (context) => sql`select 1 from exchange_outgoing where record_id = ${id!}`.execute(context.db));
  expect(read.rows).toHaveLength(1); // who sees the record sees what was told of it
  const elsewhere = await nation.ask('station-in-charge Kannur', (context) => sql`select 1 from exchange_outgoing where record_id = ${id!}`.execute(context.db));
  expect(elsewhere.rows).toEqual([]);
}); // prettier-ignore
