// Messages leave side by side: what was tried is written down before, one that cannot be opened holds up no other, none is sent for ever, and none fails that went.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { sendWaitingMessages } from '../../../tests/database/send-waiting.ts';
import { type Nation, startNation, worker } from '../../../tests/database/tools.ts';
import type { Delivery, MessageProvider } from './provider.ts';
import { takeTurn } from './sending-store.ts';
import { queueMessage } from './store.ts';
import type { MessageChannel, Urgency } from './templates.ts';

let nation: Nation;
beforeAll(async () => void (nation = await startNation()));
afterAll(() => nation?.stop());
beforeEach(() => sql`delete from message`.execute(nation.admin));

type Queued = { channel?: MessageChannel; urgency?: Urgency; because?: string };
const queue = (to: string, { channel = 'sms', urgency, because }: Queued = {}) =>
  nation.ask(worker, (context) =>
    queueMessage(
      context,
      { channel, to, template: 'oneTimeCode', facts: { code: '123456', minutes: 10 }, locale: 'en', ...(urgency ? { urgency } : {}) },
      because,
    ),
  );

const saying = (outcome: Delivery['outcome']): Delivery =>
  outcome === 'accepted'
    ? { outcome }
    : outcome === 'tryAgain'
      ? { outcome, because: 'said' }
      : { outcome, because: 'said', refused: 'request' };

/** One round with a carrier that answers so; tells whom it was asked to reach. */
async function round(answer: (to: string) => Promise<Delivery['outcome']>): Promise<{ reached: string[]; faults: number }> {
  const reached: string[] = [];
  let faults = 0;
  const send = async ({ to }: { to: string }): Promise<Delivery> => {
    reached.push(to);
    return saying(await answer(to));
  };
  await sendWaitingMessages(nation.tools('worker'), [{ channel: 'sms', send }], () => (faults += 1));
  return { reached: reached.toSorted(), faults };
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
const sentTo = async (): Promise<number> => (await rows()).filter(({ sent }) => sent).length;

/** A carrier whose answers the test gives by hand. */
function held(channel: MessageChannel, atOnce?: number) {
  const waiting: { to: string; answer(outcome: Delivery['outcome']): void }[] = [];
  const provider: MessageProvider = {
    channel,
    ...(atOnce === undefined ? {} : { atOnce }),
    send: ({ to }) => new Promise((resolve) => waiting.push({ to, answer: (outcome) => resolve(saying(outcome)) })),
  };
  const asked = (many: number) => vi.waitFor(() => expect(waiting.length).toBe(many), { timeout: 10_000 });
  return { provider, waiting, asked };
}

const lanes = (...providers: MessageProvider[]) =>
  sendWaitingMessages(nation.tools('worker'), providers, (error) => {
    throw error;
  });

test('the attempt is written before the carrier is asked, so a crash there re-sends nothing that went before', async () => {
  await queue('+911');
  const seen: unknown[] = [];
  await round(async () => {
    seen.push(...(await rows()));
    return 'accepted';
  });
  expect(seen).toEqual([{ attempts: 1, sent: false, failed: false }]);
  expect(await rows()).toEqual([{ attempts: 1, sent: true, failed: false }]);
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
  for (const to of ['+911', '+911', '+912']) await queue(to, { because: 'entry' });
  for (const to of ['+911', '+911']) await queue(to);
  expect((await rows()).length).toBe(4);
});

test('several are in hand at once, never more than the carrier may have; what is ordinary leaves hands free for an alarm', async () => {
  const sms = held('sms', 8);
  for (let n = 0; n < 12; n += 1) await queue(`+91${n}`);
  const sending = lanes(sms.provider);
  await sms.asked(6);
  await queue('+91alarm', { urgency: 'alarm' });
  await sms.asked(7); // every hand of the ordinary ones hangs
  expect(sms.waiting[6]!.to).toBe('+91alarm');
  for (let answered = 0; answered < 13; answered += 1) {
    await vi.waitFor(() => expect(sms.waiting.length).toBeGreaterThan(answered));
    expect(sms.waiting.length - answered).toBeLessThanOrEqual(8);
    sms.waiting[answered]!.answer('accepted');
  }
  await sending;
  expect(await sentTo()).toBe(13);
});

test('an alarm leaves before what waited longer', async () => {
  const sms = held('sms', 1);
  for (const to of ['+911', '+912']) {
    await queue(to);
    nation.clock.tick();
  }
  await queue('+913', { urgency: 'alarm' });
  const sending = lanes(sms.provider);
  for (let answered = 0; answered < 3; answered += 1) {
    await sms.asked(answered + 1);
    sms.waiting[answered]!.answer('accepted');
  }
  await sending;
  expect(sms.waiting.map(({ to }) => to)).toEqual(['+913', '+911', '+912']);
});

test('a carrier that never answers holds up its own channel alone', async () => {
  const [sms, email] = [held('sms'), held('email')];
  await queue('+911');
  await queue('a@example.in', { channel: 'email' });
  const sending = lanes(sms.provider, email.provider);
  await sms.asked(1);
  await email.asked(1);
  email.waiting[0]!.answer('accepted');
  await vi.waitFor(async () => expect(await sentTo()).toBe(1), { timeout: 10_000 });
  sms.waiting[0]!.answer('accepted');
  await sending;
  expect(await sentTo()).toBe(2);
});

test('a carrier that is asked too much loses no message a try: it is asked again a second later, as often as it takes', async () => {
  await queue('+911');
  for (let second = 0; second < 12; second += 1) {
    let asked = 0;
    const provider: MessageProvider = { channel: 'sms', send: async () => ((asked += 1), saying('later')) };
    const untilAsked = (): boolean => asked === 0; // left to itself the lane would wait for what comes up again
    await sendWaitingMessages(nation.tools('worker'), [provider], () => {}, untilAsked);
    expect(asked).toBe(1);
    nation.clock.tick();
  }
  expect(await rows()).toEqual([{ attempts: 0, sent: false, failed: false }]);
  await round(async () => 'accepted');
  expect(await rows()).toEqual([{ attempts: 1, sent: true, failed: false }]);
});

test('two workers at the same queue hand each message over once', async () => {
  for (let n = 0; n < 60; n += 1) await queue(`+91${n}`);
  const handed: string[] = [];
  const provider: MessageProvider = {
    channel: 'sms',
    atOnce: 8,
    async send({ id }) {
      handed.push(id);
      return saying('accepted');
    },
  };
  await Promise.all([lanes(provider), lanes(provider)]);
  expect([handed.length, new Set(handed).size, await sentTo()]).toEqual([60, 60, 60]);
});

const all = { alarm: 5, ordinary: 5, both: 5 };
const turn = (...outcomes: Parameters<typeof takeTurn>[1]) => takeTurn(nation.tools('worker'), outcomes, 'sms', all);

test('a worker that dies between handing over and noting has its message handed over again under the same id, once its claim has run out', async () => {
  const id = await queue('+911');
  const [lost] = await turn(); // handed over, and never noted
  const again: string[] = [];
  const provider: MessageProvider = {
    channel: 'sms',
    async send(message) {
      again.push(message.id);
      return saying('accepted');
    },
  };
  await lanes(provider);
  expect(again).toEqual([]);
  for (let second = 0; second < 20; second += 1) nation.clock.tick();
  await lanes(provider);
  expect([lost!.id, ...again]).toEqual([id, id]);
});

test('a worker that slept past its claim cannot call failed what another has sent, nor lose what it sent itself', async () => {
  await queue('+911');
  const [slept] = await turn();
  nation.clock.later(1);
  const [woke] = await turn();
  await turn({ row: slept!, delivery: saying('rejected') });
  expect(await rows()).toEqual([{ attempts: 2, sent: false, failed: false }]);
  await turn({ row: { ...woke!, attempts: 2 }, delivery: saying('rejected') }); // control: the last claim's word counts
  expect(await rows()).toEqual([{ attempts: 2, sent: false, failed: true }]);
  await sql`update message set failed_because = 'tries'`.execute(nation.admin);
  await turn({ row: slept!, delivery: saying('accepted') });
  expect(await rows()).toEqual([{ attempts: 2, sent: true, failed: false }]);
  await turn({ row: { ...woke!, attempts: 2 }, delivery: saying('rejected') });
  expect(await rows()).toEqual([{ attempts: 2, sent: true, failed: false }]);
  const { rows: times } = await sql<{ first: boolean }>`select dispatched_at < sent_at as first from message`.execute(nation.admin);
  expect(times).toEqual([{ first: true }]);
});
