// Settling when something faults, and several workers at once: no message delays another's paper, none takes effect twice.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMinutes } from '../../../kernel/time.ts';
import { nation, startCase } from '../../../../tests/database/asha.ts';
import { asha, became, come, fir, openNode, paperNamed, settleAll, updated } from '../../../../tests/database/told.ts';
import { noon, worker } from '../../../../tests/database/tools.ts';
import { paperKey } from '../messages/index.ts';
import { settleNext } from './settle.ts';
import { takePapers } from './taking-store.ts';

beforeAll(async () => {
  await startCase();
  await openNode(nation);
  await sql`create function poisoned() returns trigger language plpgsql as $$ begin raise exception 'poison'; end $$`.execute(nation.admin);
  await sql`create trigger poisoned before insert on given_name for each row when (new.text = 'Poison') execute function poisoned()`.execute(
    nation.admin,
  );
});
afterAll(() => nation.stop());

const poison = { ...asha, names: [{ text: 'Poison' }] };

test('a poisoned message is tried three times and quarantined; others of its delivery are not delayed, nor those of its paper forgotten', async () => {
  const [good, bad] = [paperNamed(), paperNamed()];
  const [poisoned, behind] = [fir(bad, { children: [poison] }), updated(bad, 2, { clothing: 'red frock' })];
  const others = Array.from({ length: 5 }, () => fir(paperNamed()));
  await come(nation, poisoned, behind, fir(good), ...others);
  const faults: unknown[] = [];
  await settleAll(nation, faults);
  expect(await became(nation, ...others)).toEqual(others.map(() => 'applied'));
  expect(await became(nation, poisoned, behind)).toEqual(['received', 'received']);
  nation.clock.now = addMinutes(noon, 1);
  await settleAll(nation, faults);
  expect(await became(nation, poisoned)).toEqual(['received']);
  nation.clock.now = addMinutes(noon, 6);
  await settleAll(nation, faults);
  expect(await became(nation, poisoned, behind)).toEqual(['quarantined fault', 'parked no-fir']);
  expect(faults).toHaveLength(3);
});

test('an update that faults is given up, and the next one of its paper takes effect', async () => {
  const paper = paperNamed();
  const [poisoned, next] = [updated(paper, 2, { names: poison.names }), updated(paper, 3, { clothing: 'red frock' })];
  await come(nation, fir(paper), poisoned, next);
  const faults: unknown[] = [];
  for (const minutes of [10, 11, 16, 17]) {
    nation.clock.now = addMinutes(noon, minutes);
    await settleAll(nation, faults);
  }
  expect(await became(nation, poisoned, next)).toEqual(['quarantined fault', 'applied']);
  expect(faults).toHaveLength(3);
});

test('a paper of many messages holds up no other, and all of it takes effect in the end', async () => {
  const [long, short] = [paperNamed(), fir(paperNamed())];
  const told = Array.from({ length: 70 }, (_, at) => updated(long, at + 2, { clothing: `frock ${at}` }, { sentAt: addMinutes(noon, -1) }));
  await come(nation, fir(long), ...told, short);
  await nation.ask(worker, (context) => settleNext(context));
  expect(await became(nation, short, told[0]!, told.at(-1)!)).toEqual(['applied', 'applied', 'received']);
  await settleAll(nation);
  expect(await became(nation, ...told)).toEqual(told.map(() => 'applied'));
});

test('however large messages are, no more is read at once than fits, and every one of them in its turn', async () => {
  const large = Array.from({ length: 3 }, () => fir(paperNamed()));
  await come(nation, ...large);
  const atOnce = [];
  for (let settled = 1; settled > 0; atOnce.push(settled))
    settled = await nation.ask(worker, (context) => settleNext(context, { mostBytes: 1 }));
  expect(atOnce).toEqual([1, 1, 1, 0]);
});

test('four workers at once settle each message once', async () => {
  const papers = Array.from({ length: 24 }, () => paperNamed());
  for (const paper of papers) await come(nation, fir(paper), updated(paper, 2, { clothing: 'red frock' }));
  const lane = async (): Promise<void> => {
    for (let idle = 0; idle < 20;) idle = (await nation.ask(worker, (context) => settleNext(context, { most: 6 }))) > 0 ? 0 : idle + 1;
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  await settleAll(nation);
  const keys = papers.map(paperKey);
  const { rows } =
    await sql`select count(*) as children, count(distinct record_id) as records from exchange_paper_child where paper_key = any (${keys}::text[])`.execute(
      nation.admin,
    );
  expect(rows).toEqual([{ children: 24, records: 24 }]);
  const states =
    await sql`select state, count(*) as messages from exchange_message where paper_key = any (${keys}::text[]) group by state`.execute(
      nation.admin,
    );
  expect(states.rows).toEqual([{ state: 'applied', messages: 48 }]);
});

test('a worker holds no message of a paper another has in hand: it would wait for this one, and this one for what it holds', async () => {
  const paper = paperNamed();
  await come(nation, fir(paper), updated(paper, 2, { clothing: 'red frock' }));
  const few = { most: 1, mostBytes: 1_000_000 };
  await nation.ask(worker, async (one) => {
    expect(await takePapers(one, few)).toEqual([paperKey(paper)]);
    await nation.ask(worker, async (other) => {
      expect(await takePapers(other, few)).toEqual([]);
      await sql`set local lock_timeout = '2s'`.execute(one.db);
      await sql`update exchange_message set attempts = attempts where paper_key = ${paperKey(paper)}`.execute(one.db);
    });
  });
});
