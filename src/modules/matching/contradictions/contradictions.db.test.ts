// Status contradictions: found by what two records share to the letter, shown to who watches over the open one, and gone once somebody judged or time explains it.
import { sql } from 'kysely';
import { renderToString } from 'preact-render-to-string';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { type Nation, startNation } from '../../../../tests/database/tools.ts';
import { viewOf } from '../../../../tests/database/view.ts';
import {
  DAYS,
  kozhikode,
  listed,
  national,
  nodal,
  photographed,
  registerFound,
  report,
  saran,
  seen,
  trace,
} from '../../../../tests/matching/contradicting.ts';
import type { FormRoute, RequestContext } from '../../../web/route.ts';
import { closeReport } from '../../missing-reports/outcome.ts';
import { contradictionsRoute } from './desk-contradictions.ts';
import type { VNode } from 'preact';

let nation: Nation;

beforeEach(async () => {
  nation = await startNation();
});
afterEach(() => nation.stop());

test.each([
  ['telephone', { informantTelephone: '98300 12345' }, { informantTelephone: '+91 9830012345' }],
  ['address', { informantAddress: '12, Beach Road, Kozhikode' }, { informantAddress: '12 beach road Kozhikode.' }],
])('the same %s, one traced, the other still missing', async (what, one, other) => {
  const [home] = await report(nation, saran, one);
  const [open] = await report(nation, kozhikode, other);
  expect(await seen(nation)).toEqual([]); // two open reports of one family contradict nothing yet
  expect(isRefusal(await trace(nation, saran, home!))).toBe(false);
  nation.clock.later(3 * DAYS);
  expect(await seen(nation)).toEqual([`${open!.reference} / ${home!.reference}: ${what}`]);
  expect(await seen(nation, 'state-nodal-officer Kannur')).toHaveLength(1);
  expect(await seen(nation, 'district-nodal-officer Kannur')).toEqual([]);
  expect(await seen(nation, 'district-nodal-officer Saran')).toEqual([]); // the open one is not of that district
  const [row] = (await listed(nation, nodal)).rows;
  expect([row!.open.visible, row!.other.visible]).toEqual([true, false]);
});

test('one FIR of three children, one of them found: her sister is asked about, her brother is not', async () => {
  const [first, second] = await report(nation, kozhikode, {
    children: [
      { childName: 'Puja', sex: 'female' },
      { childName: 'Rani', sex: 'female' },
      { childName: 'Raju', sex: 'male' },
    ],
  });
  await trace(nation, kozhikode, first!);
  expect(await seen(nation)).toEqual([`${second!.reference} / ${first!.reference}: fir`]);
});

test('the same photograph on a missing report and a found child, both open: listed once, until somebody judged', async () => {
  const [missing] = await report(nation, saran);
  const found = await registerFound(nation);
  await photographed(nation, [missing!, found]);
  nation.clock.later(3 * DAYS);
  expect(await seen(nation, national)).toEqual([`${missing!.reference} / ${found.reference}: photograph`]);
  expect(await seen(nation)).toEqual([`${found.reference} / ${missing!.reference}: photograph`]);
  await sql`insert into match_candidate (id, missing_id, found_id, probability, total_bits, one_in, band, comparison, weights_version, missing_version, found_version, computed_at, standing)
    values (${newId()}, ${missing!.id}, ${found.id}, 0.5, 1, 1, 'possible', '[]', 'test', 1, 1, ${nation.clock.now}, 'different')`.execute(
    nation.admin,
  );
  expect(await seen(nation)).toEqual([]);
});

test('what time, a sister or an officer explains is not listed', async () => {
  const shared = { informantTelephone: '9830012345' };
  const [brother] = await report(nation, saran, { ...shared, children: [{ childName: 'Raju', sex: 'male' }] });
  const [earlier] = await report(nation, saran, shared);
  const [duplicate] = await report(nation, saran, shared);
  await trace(nation, saran, brother!);
  await sql`update record set opened_at = '2026-10-01', closed_at = '2026-11-01', status = 'closed' where id = ${earlier!.id}`.execute(
    nation.admin,
  );
  const [open] = await report(nation, kozhikode, shared);
  const closed = await nation.ask(saran, (context) =>
    closeReport(context, duplicate!.reference, { outcome: 'duplicate', duplicateOf: open!.reference, reason: 'the same girl' } as never),
  );
  expect(isRefusal(closed)).toBe(false);
  expect(await seen(nation)).toEqual([]);
});

test('each record named is audited, the page names the child of the own area alone, and a page begins where the last ended', async () => {
  const shared = { informantTelephone: '9830012345' };
  const [home] = await report(nation, saran, { ...shared, children: [{ childName: 'Lakshmi', sex: 'female' }] });
  await report(nation, kozhikode, shared);
  nation.clock.tick();
  await report(nation, kozhikode, shared);
  await trace(nation, saran, home!);
  nation.clock.later(3 * DAYS);
  const { rows } = await listed(nation, nodal);
  expect(rows.map(({ openedAt }) => openedAt)).toEqual(
    rows
      .map(({ openedAt }) => openedAt)
      .toSorted()
      .toReversed(),
  );
  const rest = await listed(nation, nodal, { at: rows[0]!.openedAt, id: rows[0]!.open.recordId });
  expect(rest.rows.map(({ open }) => open.reference)).toEqual([rows[1]!.open.reference]);
  const audited = await sql<{
    recordId: string;
  }>`select record_id from audit_entry where action = 'read' and officer_id = ${nation.officer(nodal).officerId}`.execute(nation.admin);
  expect(audited.rows.map(({ recordId }) => recordId)).toContain(home!.id);
  const drawn = await nation.ask(nodal, async (context) =>
    (contradictionsRoute as FormRoute).show!(
      { ...context, view: viewOf(context, 'hi') } as RequestContext,
      { query: {}, values: {}, errors: {} } as never,
    ),
  );
  const page = renderToString((drawn as { body: VNode }).body);
  expect(page).toContain('एक ही फ़ोन');
  expect(page).toContain('Puja');
  expect(page).not.toContain('Lakshmi');
  expect(page).not.toContain(`href="/missing/${home!.reference}"`);
});
