// The figures of the exchange: equal to a recount from the messages, day by day and place by place, whatever is settled afterwards.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMinutes, dayOf } from '../../../kernel/time.ts';
import { as, das, nation, startCase } from '../../../../tests/database/asha.ts';
import { come, fir, openNode, paperNamed, settleAll, updated } from '../../../../tests/database/told.ts';
import { noon, worker } from '../../../../tests/database/tools.ts';
import type { Context } from '../../../platform/context.ts';
import { countExchange } from '../jobs.ts';
import { borders, percentileStep, stepOf } from './lag-steps.ts';
import { type Standing, standingsOf } from './standing.ts';

beforeAll(async () => {
  await startCase();
  await openNode(nation);
});
afterAll(() => nation.stop());

const count = () =>
  countExchange(
    (work) => nation.ask(worker, work),
    () => true,
  );
const bihar = { level: 'state', code: 'BR' } as const;
const saran = { level: 'district', code: '220', stateCode: 'BR' } as const;
const stands = (area: Parameters<typeof standingsOf>[1], period: 'today' | 'month' = 'today') =>
  as(nation.officer('national-nodal-officer Saran'), (context: Context) => standingsOf(context, area, period));

const said = ({ received, applied, parked, quarantined, ignored, waiting }: Standing) => ({
  received,
  applied,
  parked,
  quarantined,
  ignored,
  waiting,
});

/** Straight from the messages that came on a day. */
async function recount(): Promise<Record<string, number>> {
  const { rows } = await sql<
    Record<string, number>
  >`select count(*)::int as received, count(*) filter (where state = 'applied')::int as applied,
    count(*) filter (where state = 'parked')::int as parked, count(*) filter (where state = 'quarantined')::int as quarantined,
    count(*) filter (where state = 'ignored')::int as ignored, count(*) filter (where state = 'received')::int as waiting from exchange_message
    where (received_at at time zone 'Asia/Kolkata')::date = ${dayOf(nation.clock.now)}::date`.execute(nation.admin);
  return rows[0]!;
}

describe('counted', () => {
  const fifth = paperNamed();
  test('before anything came there is nothing; then as many as a recount finds, in the district, the State and the nation', async () => {
    await count();
    expect((await stands(bihar)).whole).toBe(null);
    const [one, two, three] = [paperNamed(), paperNamed(), paperNamed()];
    await come(nation, fir(one), updated(one, 3, {}), fir(two), { ...fir(two), sentAt: addMinutes(noon, -1) });
    await come(nation, fir(three, { lastSeen: { place: 'Nowhere', district: 'none such' } }));
    await settleAll(nation);
    await count();
    const expected = await recount();
    expect(expected).toEqual({ received: 5, applied: 2, parked: 1, quarantined: 1, ignored: 1, waiting: 0 });
    expect(said((await stands(saran)).whole!)).toEqual(expected);
    expect(said((await stands(bihar)).whole!)).toEqual(expected);
    expect((await stands(bihar)).places.map(({ place }) => place)).toEqual(['220']);
    expect(said((await stands({ level: 'nation' })).whole!)).toEqual(expected);
    const kerala = await stands({ level: 'state', code: 'KL' });
    expect(kerala.whole).toBe(null);
  });

  test('a message settled on a later day is counted where it came, and no longer as parked', async () => {
    const paper = paperNamed();
    await come(nation, updated(paper, 2, {}));
    await settleAll(nation);
    await count();
    const before = (await stands(saran, 'month')).whole!;
    nation.clock.later(72);
    await come(nation, fir(paper));
    await settleAll(nation);
    await count();
    const after = (await stands(saran, 'month')).whole!;
    expect([after.parked, after.applied]).toEqual([before.parked - 1, before.applied + 2]);
    expect(said((await stands(saran)).whole!)).toEqual(await recount());
  });

  test('the way of an FIR is counted in steps: registered, sent, received, visible', async () => {
    const { lags, lastHeard } = (await stands(saran)).whole!;
    // Registered when it was sent, as these messages are made; received three days later, and settled at once.
    expect(lags.sent).toEqual({ p50: 0, p95: 0 });
    expect(lags.received.p50).toBe(stepOf(72 * 3600 + 29 * 60));
    expect(lags.visible).toEqual({ p50: 0, p95: 0 });
    expect(lastHeard).toBe(nation.clock.now);
  });

  test('complete up to: of the district when each station compared is whole, and never before', async () => {
    expect((await stands(saran)).whole!.completeUpTo).toBe(null);
    const compared = (station: string, upTo: string | null) => sql`insert into exchange_digest (node_code, station_code, day, up_to, count_here, digest_here, count_there, digest_there,
      exchanged_at, complete_up_to) values ('police-BR', ${station}, '2026-11-24', ${noon}, 1, '', 1, '', ${noon}, ${upTo}) on conflict (node_code, station_code)
      do update set complete_up_to = excluded.complete_up_to`.execute(nation.admin); // prettier-ignore
    const { rows } = await sql<{
      code: string;
    }>`select code from office where district_code = '220' order by id = ${das.officeId} desc limit 2`.execute(nation.admin);
    await compared(rows[0]!.code, noon);
    await compared(rows[1]!.code, null);
    await count();
    expect((await stands(saran)).whole).toMatchObject({ stations: 2, stationsWhole: 1, completeUpTo: null });
    await compared(rows[1]!.code, addMinutes(noon, -60));
    await count();
    expect((await stands(saran)).whole).toMatchObject({ stations: 2, stationsWhole: 2, completeUpTo: addMinutes(noon, -60) });
  });

  test('what waited for a person and is said anew on a later day waits no longer on the day it came', async () => {
    await come(nation, fir({ ...fifth, station: 'PS-BR-SAR-90' }));
    await settleAll(nation);
    await count();
    const before = (await stands(bihar, 'month')).whole!;
    nation.clock.later(48);
    await come(nation, fir(fifth));
    await settleAll(nation);
    await count();
    nation.clock.later(-48);
    expect((await stands(bihar, 'month')).whole!.quarantined).toBe(before.quarantined - 1);
  });
});

describe('steps of lag', () => {
  test('are the same in the database as here, at each border and just after', async () => {
    for (const border of borders.slice(0, -1))
      for (const seconds of [border, border + 1]) {
        const { rows } = await sql<{
          step: number;
        }>`select exchange_lag_step(now(), now() + make_interval(secs => ${seconds})) as step`.execute(nation.admin);
        expect([seconds, rows[0]!.step]).toEqual([seconds, stepOf(seconds)]);
      }
  });

  test.each([
    ['nothing', [], [], 0.5, null],
    ['one', [4], [1], 0.95, 4],
    ['half and half, not in order', [9, 2], [5, 5], 0.5, 2],
    ['nineteen of twenty', [0, 20], [19, 1], 0.95, 0],
    ['one short of it', [0, 20], [18, 2], 0.95, 20],
  ])('percentile of %s', (_name, buckets, entries, share, expected) => {
    expect(percentileStep({ buckets, entries }, share)).toBe(expected);
  });
});
