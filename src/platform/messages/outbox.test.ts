// The demonstration's carrier: outside a demonstration it may not say that anything was sent.
import { expect, test } from 'vitest';
import { outboxProvider } from './outbox.ts';
import type { WrittenMessage } from './message.ts';

const message: WrittenMessage = {
  id: 'id',
  channel: 'email',
  to: 'nodal@example.in',
  template: 'oneTimeCode',
  facts: { code: '123456', minutes: 10 },
  locale: 'en',
  subject: null,
  text: '123456 is your code.',
};

test.each([
  [true, 'accepted'],
  [false, 'rejected'],
])('in a demonstration (%s) a message is %s', async (demo, outcome) => {
  expect((await outboxProvider('email', demo).send(message)).outcome).toBe(outcome);
});
