// Messages leave one by one: what was tried is written down before, one that cannot be opened holds up no other, and none is sent for ever.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Nation, startNation, worker } from '../../../tests/database/tools.ts';
import type { Delivery } from './provider.ts';
import { sendWaitingMessages } from './send-waiting.ts';
import { queueMessage } from './store.ts';

let nation: Nation;
beforeAll(async () => void (nation = await startNation()));
afterAll(() => nation?.stop());
beforeEach(() => sql`delete from message`.execute(nation.admin));

const queue = (to: string, becauseOf?: string) =>
  nation.ask(worker, (context) =>
    queueMessage(context, { channel: 'sms', to, template: 'oneTimeCode', facts: { code: '123456', minutes: 10 }, locale: 'en' }, becauseOf),
  );

/** One round with a carrier that answers so; tells whom it was asked to reach. */
async function round(answer: (to: string) => Promise<Delivery['outcome']>): Promise<{ reached: string[]; faults: number }> {
  const reached: string[] = [];
  let faults = 0;
  const send = async ({ to }: { to: string }): Promise<Delivery> => {
    reached.push(to);
    const outcome = await answer(to);
    return outcome === 'accepted' ? { outcome, receipt: null } : { outcome, because: 'said' };
  };
  const providers = { sms: { channel: 'sms', send }, email: { channel: 'email', send } } as const;
  await sendWaitingMessages(nation.tools('worker'), providers, () => (faults += 1));
  return { reached, faults };
}

const rows = async () =>
  (
    await sql<{
      attempts: number;
      sent: boolean;
      failed: boolean;
    }>`select attempts, sent_at is not null as sent, failed_at is not null as failed
      from message order by created_at, id`.execute(nation.admin)
  ).rows;

test('the attempt is written before the carrier is asked, so a crash there re-sends nothing that went before', async () => {
  await queue('+911');
  nation.clock.tick();
  await queue('+912');
  const seen: unknown[] = [];
  await round(async () => {
    seen.push(await rows());
    return 'accepted';
  });
  expect(seen).toEqual([
    [
      { attempts: 1, sent: false, failed: false },
      { attempts: 0, sent: false, failed: false },
    ],
    [
      { attempts: 1, sent: true, failed: false },
      { attempts: 1, sent: false, failed: false },
    ],
  ]);
});

test('one that cannot be opened, or whose carrier throws, holds up no other and is not tried again at once', async () => {
  for (const to of ['+911', '+912', '+913']) {
    await queue(to);
    nation.clock.tick();
  }
  await sql`update message set to_sealed = 'x' where created_at = (select min(created_at) from message)`.execute(nation.admin);
  const first = await round(async (to) => {
    if (to === '+912') throw new Error('carrier');
    return 'accepted';
  });
  expect(first).toEqual({ reached: ['+912', '+913'], faults: 2 });
  expect(await round(async () => 'accepted')).toEqual({ reached: [], faults: 0 });
  nation.clock.later(1);
  expect(await round(async () => 'accepted')).toEqual({ reached: ['+912'], faults: 1 });
});

test('after its tries a message has failed', async () => {
  await queue('+911');
  let tries = 0;
  for (let hour = 0; hour < 12; hour += 1) {
    tries += (await round(async () => 'tryAgain')).reached.length;
    nation.clock.later(2);
  }
  expect(tries).toBe(8);
  expect(await rows()).toEqual([{ attempts: 8, sent: false, failed: true }]);
});

test('because of one entry the same message is kept once for each receiver', async () => {
  for (const to of ['+911', '+911', '+912']) await queue(to, 'entry');
  for (const to of ['+911', '+911']) await queue(to);
  expect((await rows()).length).toBe(4);
});
