// Status contradictions: found by what two records share to the letter, shown to who watches over the open one, and gone once somebody judged or time explains it.
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { type Nation, type Who, startNation, worker } from '../../../../tests/database/tools.ts';
import { viewOf } from '../../../../tests/database/view.ts';
import type { PageRoute, RequestContext } from '../../../web/route.ts';
import type { ChildRecord } from '../../children/index.ts';
import { registerFoundChild } from '../../found-children/actions.ts';
import { foundChildSchema } from '../../found-children/form.ts';
import { complaintSchema } from '../../missing-reports/form.ts';
import { closeReport, markTraced } from '../../missing-reports/outcome.ts';
import { registerComplaint } from '../../missing-reports/index.ts';
import { loadContradictions } from './contradictions.ts';
import { contradictionsRoute } from './desk-contradictions.ts';
import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';

let nation: Nation;
let paper = 0;
const saran = 'station-in-charge Saran' as const;
const kozhikode = 'station-in-charge Kozhikode' as const;
const nodal = 'district-nodal-officer Kozhikode' as const;
const day = {
  receivedOn: '2026-11-20',
  receivedAt: '12:00',
  paperOn: '2026-11-20',
  paperAt: '12:00',
  lastSeenOn: '2026-11-20',
  lastSeenAt: '10:00',
};

type Told = { children?: { childName: string; sex?: string }[] } & Record<string, unknown>;
async function report(who: Who, told: Told = {}): Promise<ChildRecord[]> {
  const children = told.children ?? [{ childName: 'Puja', sex: 'female' }];
  const district = who === saran ? '220' : '560';
  const draft = complaintSchema.parse({
    ...day,
    source: 'walk-in',
    paper: 'fir',
    paperNumber: String(++paper),
    lastSeenDistrict: district,
    ...told,
    children,
  });
  return (await nation.ask(who, (context) => registerComplaint(context, draft, []))) as ChildRecord[];
}

const trace = (who: Who, { reference }: ChildRecord) =>
  nation.ask(who, (context) =>
    markTraced(context, reference, {
      tracedOn: '2026-11-22',
      tracedAt: '10:00',
      how: 'by-police',
      alive: 'yes',
      where: 'her aunt',
    } as never),
  );

const listed = (who: Who) => nation.ask(who, (context) => loadContradictions(context, null), 'identification');
/** What is listed, as "open reference / other reference: what they share". */
const seen = async (who: Who = nodal) =>
  (await listed(who)).rows.map(({ open, other, shared }) => `${open.reference} / ${other.reference}: ${shared}`);

async function photographed(...records: ChildRecord[]): Promise<void> {
  for (const { id } of records)
    await sql`insert into photograph (id, record_id, name, supplied_by, width, height, sha256, added_at)
      values (${newId()}, ${id}, ${newId()}, 'family', 1, 1, '\\x01', ${nation.clock.now})`.execute(nation.admin);
}

beforeEach(async () => {
  nation = await startNation();
});
afterEach(() => nation.stop());

test.each([
  ['telephone', { informantTelephone: '98300 12345' }, { informantTelephone: '+91 9830012345' }],
  ['address', { informantAddress: '12, Beach Road, Kozhikode' }, { informantAddress: '12 beach road Kozhikode.' }],
])('the same %s, one traced, the other still missing', async (what, one, other) => {
  const [home] = await report(saran, one);
  const [open] = await report(kozhikode, other);
  expect(await seen()).toEqual([]); // two open reports of one family contradict nothing yet
  expect(isRefusal(await trace(saran, home!))).toBe(false);
  expect(await seen()).toEqual([`${open!.reference} / ${home!.reference}: ${what}`]);
  expect(await seen('state-nodal-officer Kannur')).toHaveLength(1);
  expect(await seen('district-nodal-officer Kannur')).toEqual([]);
  expect(await seen('district-nodal-officer Saran')).toEqual([]); // the open one is not of that district
  const [row] = (await listed(nodal)).rows;
  expect([row!.open.visible, row!.other.visible]).toEqual([true, false]);
});

test('one FIR of three children, one of them found: her sister is asked about, her brother is not', async () => {
  const [first, second] = await report(kozhikode, {
    children: [
      { childName: 'Puja', sex: 'female' },
      { childName: 'Rani', sex: 'female' },
      { childName: 'Raju', sex: 'male' },
    ],
  });
  await trace(kozhikode, first!);
  expect(await seen()).toEqual([`${second!.reference} / ${first!.reference}: fir`]);
});

test('the same photograph on a missing report and a found child, both open: listed once, until somebody judged', async () => {
  const [missing] = await report(saran);
  const intake = {
    foundOn: '2026-11-22',
    foundAt: '09:00',
    districtCode: '560',
    foundPlace: 'station',
    broughtBy: 'police',
    childName: 'P',
    sex: 'female',
  };
  const found = (await nation.ask('investigating-officer Kozhikode', (context) =>
    registerFoundChild(context, foundChildSchema.parse(intake), []),
  )) as ChildRecord;
  await photographed(missing!, found);
  expect(await seen('national-nodal-officer Saran')).toEqual([`${missing!.reference} / ${found.reference}: photograph`]);
  expect(await seen()).toEqual([`${found.reference} / ${missing!.reference}: photograph`]);
  await sql`insert into match_candidate (id, missing_id, found_id, probability, total_bits, one_in, band, comparison, weights_version, missing_version, found_version, computed_at, standing)
    values (${newId()}, ${missing!.id}, ${found.id}, 0.5, 1, 1, 'possible', '[]', 'test', 1, 1, ${nation.clock.now}, 'different')`.execute(
    nation.admin,
  );
  expect(await seen()).toEqual([]);
});

test('what time, a sister or an officer explains is not listed', async () => {
  const shared = { informantTelephone: '9830012345' };
  const [brother] = await report(saran, { ...shared, children: [{ childName: 'Raju', sex: 'male' }] });
  const [earlier] = await report(saran, shared);
  const [duplicate] = await report(saran, shared);
  await trace(saran, brother!);
  await sql`update record set opened_at = '2026-10-01', closed_at = '2026-11-01', status = 'closed' where id = ${earlier!.id}`.execute(
    nation.admin,
  );
  const [open] = await report(kozhikode, shared);
  const closed = await nation.ask(saran, (context) =>
    closeReport(context, duplicate!.reference, { outcome: 'duplicate', duplicateOf: open!.reference, reason: 'the same girl' } as never),
  );
  expect(isRefusal(closed)).toBe(false);
  expect(await seen()).toEqual([]);
});

test('each record named is audited, the page names no child, and a page begins where the last ended', async () => {
  const shared = { informantTelephone: '9830012345' };
  const [home] = await report(saran, shared);
  await report(kozhikode, shared);
  nation.clock.tick();
  await report(kozhikode, shared);
  await trace(saran, home!);
  const { rows } = await listed(nodal);
  expect(rows.map(({ openedAt }) => openedAt)).toEqual(
    rows
      .map(({ openedAt }) => openedAt)
      .toSorted()
      .toReversed(),
  );
  const rest = await nation.ask(nodal, (context) => loadContradictions(context, { at: rows[0]!.openedAt, id: rows[0]!.open.recordId }));
  expect(rest.rows.map(({ open }) => open.reference)).toEqual([rows[1]!.open.reference]);
  const audited = await sql<{
    recordId: string;
  }>`select record_id from audit_entry where action = 'read' and officer_id = ${nation.officer(nodal).officerId}`.execute(nation.admin);
  expect(audited.rows.map(({ recordId }) => recordId)).toContain(home!.id);
  const drawn = await nation.ask(nodal, async (context) =>
    (contradictionsRoute as PageRoute).answer(
      { ...context, view: viewOf(context, 'hi') } as RequestContext,
      { query: {}, params: {}, cookies: {} } as never,
    ),
  );
  const page = renderToString((drawn as { body: VNode }).body);
  expect(page).toContain('एक ही फ़ोन');
  expect(page).not.toContain('Puja');
  expect(page).not.toContain(`href="/missing/${home!.reference}"`);
});

test('who watches over no area is told nothing, whatever is asked', async () => {
  const [missing] = await report(saran);
  await photographed(missing!);
  const asked = (who: Who) => nation.ask(who, (context) => sql`select * from status_contradictions(null, null, 50)`.execute(context.db));
  for (const who of [saran, 'auditor Saran', 'ministry-official Saran'] as const) expect((await asked(who)).rows).toEqual([]);
  await expect(
    nation.ask(worker, (context) => sql`select * from status_contradictions(null, null, 50)`.execute(context.db)),
  ).rejects.toThrow('permission denied');
});
