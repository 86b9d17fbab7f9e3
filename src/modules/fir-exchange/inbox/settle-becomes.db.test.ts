// What the police say became of a child or a paper, and what they say anew: proposed, never done by itself.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordId } from '../../../kernel/ids.ts';
import { addMinutes } from '../../../kernel/time.ts';
import { as, das, nation, startCase } from '../../../../tests/database/asha.ts';
import {
  asha,
  became,
  closed,
  come,
  fir,
  openNode,
  paperNamed,
  settleAll,
  traced,
  transferred,
  zeroTransferred,
} from '../../../../tests/database/told.ts';
import { noon, worker } from '../../../../tests/database/tools.ts';
import { type ChildRecord, peekRecords } from '../../children/index.ts';
import { effectiveEntries, readDiary } from '../../diary/index.ts';
import { markTraced } from '../../missing-reports/outcome.ts';
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

/** Set aside as it is, and said anew since. */
async function asksNobody({ messageId }: { messageId: string }): Promise<boolean> {
  const { rows } = await sql`select from exchange_message where message_id = ${messageId} and said_anew_at is not null`.execute(
    nation.admin,
  );
  return rows.length > 0;
}

describe('traced, closed, transferred', () => {
  test.each([
    ['traced', traced, 'P09'],
    ['closed', closed, 'P10'],
    ['transferred', transferred, 'P11'],
  ] as const)('%s is asked of the station and ends nothing', async (what, told, duty) => {
    const paper = paperNamed();
    await come(nation, fir(paper), told(paper, 2));
    await settleAll(nation);
    const [record] = await recordsOf(paper);
    expect(record).toMatchObject({ status: 'fir-registered', closedAt: null });
    expect((await happened(record!.id)).at(-1)).toBe('missing.policeReported');
    const { rows } = await sql<{
      duty: string;
    }>`select rule_id as duty from obligation where record_id = ${record!.id} and rule_id like 'P%' order by 1`.execute(nation.admin);
    const owed = rows.map((row) => row.duty);
    expect(owed).toContain(duty);
    expect(owed.includes('P12')).toBe(what === 'traced');
  });

  test('what the station knew already is asked of nobody', async () => {
    const paper = paperNamed();
    await come(nation, fir(paper));
    await settleAll(nation);
    const [record] = await recordsOf(paper);
    await as(das, (context) =>
      markTraced(context, record!.reference, {
        how: 'by-police',
        alive: 'yes',
        tracedOn: '2026-11-24',
        tracedAt: '11:50',
        where: 'Asansol',
      } as never),
    );
    await come(nation, traced(paper, 2));
    await settleAll(nation);
    expect(await happened(record!.id)).not.toContain('missing.policeReported');
  });

  test('said of the wrong child and corrected: taken back of the one, asked of the other', async () => {
    const paper = paperNamed();
    const ravi = { ...asha, childNumber: 2, names: [{ text: 'Ravi' }] };
    const wrongly = traced(paper, 2);
    await come(
      nation,
      fir(paper, { children: [asha, ravi] }),
      wrongly,
      traced(paper, 3, { corrects: { messageId: wrongly.messageId, reason: 'wrong-child' } }, 2),
    );
    await settleAll(nation);
    const [one, two] = await recordsOf(paper);
    expect((await happened(one!.id)).filter((happening) => happening.includes('police'))).toEqual(['missing.policeReportTakenBack']);
    expect((await happened(two!.id)).filter((happening) => happening.includes('police'))).toEqual(['missing.policeReported']);
  });

  test('told before its FIR is parked until the FIR comes', async () => {
    const paper = paperNamed();
    const early = closed(paper, 1);
    await come(nation, early);
    await settleAll(nation);
    expect(await became(nation, early)).toEqual(['parked no-fir']);
    await come(nation, fir(paper, {}, { sequence: 2 }));
    await settleAll(nation);
    expect(await became(nation, early)).toEqual(['applied']);
  });
});

describe('what the police say anew in place of what waits for a person', () => {
  const goodAndBad = () => {
    const paper = paperNamed();
    return { told: fir(paper), bad: traced(paper, 2, { sentAt: addMinutes(noon, -20) }, 7), good: traced(paper, 2, { sentAt: addMinutes(noon, -10) }) };
  };

  test.each(['bad then good', 'good then bad', 'together'])('takes effect, and nobody is asked any more: %s', async (order) => {
    const { told, bad, good } = goodAndBad();
    const deliveries = order === 'together' ? [[told, bad, good]] : order === 'bad then good' ? [[told], [bad], [good]] : [[told], [good], [bad]];
    for (const messages of deliveries) {
      await come(nation, ...messages);
      await settleAll(nation);
    }
    expect(await became(nation, told, bad, good)).toEqual(['applied', 'ignored sent-anew', 'applied']);
  });

  test('under another key too, by the police’s own number; another message of that number waits on', async () => {
    const paper = paperNamed();
    const rawNumber = `BR-RAW-${paper.number}`;
    const [astray, other] = [fir({ ...paper, station: 'PS-BR-SAR-77' }, {}, { rawNumber }), fir(paperNamed({ station: 'PS-BR-SAR-78' }))];
    await come(nation, astray, other);
    await settleAll(nation);
    expect(await became(nation, astray)).toEqual(['quarantined unknown-station']);
    const right = fir(paper, {}, { rawNumber });
    await come(nation, right);
    await settleAll(nation);
    expect(await became(nation, astray, right, other)).toEqual(['quarantined unknown-station', 'applied', 'quarantined unknown-station']);
    expect([await asksNobody(astray), await asksNobody(other)]).toEqual([true, false]);
  });

  test('not by a number alone: another station’s case of that number hides no child who waits', async () => {
    const paper = paperNamed();
    const change = { rawNumber: `${paper.number}/2026` };
    const waiting = fir({ ...paper, station: 'PS-BR-SAR-79' }, {}, change);
    await come(nation, waiting);
    await settleAll(nation);
    const [elsewhere, right] = [fir(paperNamed(), {}, { ...change, eventAt: addMinutes(waiting.eventAt, -3) }), fir(paper, {}, change)];
    await come(nation, elsewhere);
    await settleAll(nation);
    expect([await became(nation, elsewhere), await asksNobody(waiting)]).toEqual([['applied'], false]);
    await come(nation, right);
    await settleAll(nation);
    expect(await asksNobody(waiting)).toBe(true); // control
  });
}); // prettier-ignore

describe('a Zero FIR sent on', () => {
  test('moves the record to the station of the place, and both numbers lead to one complaint', async () => {
    const zero = paperNamed({ kind: 'zero-fir' });
    const registered = paperNamed({ station: 'PS-BR-SAR-2' });
    await sql`insert into office (id, kind, code, name, district_code, state_code, opened_on)
      values (gen_random_uuid(), 'police-station', 'PS-BR-SAR-2', 'Second station', '220', 'BR', '2020-01-01') on conflict do nothing`.execute(
      nation.admin,
    );
    const to = { state: 'BR', district: '220', station: 'PS-BR-SAR-2' } as const;
    await come(
      nation,
      fir(zero),
      zeroTransferred(zero, 2, { to, registeredAs: registered }),
      fir(registered, { transferredFrom: zero }),
      traced(registered, 2),
    );
    await settleAll(nation);
    const [record] = await recordsOf(zero);
    expect((await recordsOf(registered)).map(({ id }) => id)).toEqual([record!.id]);
    const { rows } = await sql`select code from office where id = ${record!.officeId}`.execute(nation.admin);
    expect(rows).toEqual([{ code: 'PS-BR-SAR-2' }]);
    expect(await happened(record!.id)).toContain('missing.policeReported');
  });
});
