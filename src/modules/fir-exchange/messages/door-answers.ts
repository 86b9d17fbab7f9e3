// What the exchange door answers, as JSON Schema: receipts, outcomes, refusals. Answers may gain members within a version; messages never do.
import { reasons } from './reasons.ts';
import { settlingReasons } from './settling-reasons.ts';
import { version1 } from './version-1.ts';

type Schema = { [keyword: string]: unknown };

const described = (schema: Schema, description: string): Schema => ({ ...schema, description });
const texts = { type: 'string' };
const uuid = { type: 'string', format: 'uuid' };
const moment = { type: 'string', format: 'date-time' };
const orNull = (schema: Schema): Schema => ({ ...schema, type: [schema.type, 'null'] });
const position = described({ type: 'integer', minimum: 1, maximum: version1.limits.messages }, 'Which message of the delivery, from 1.');
const cursor = described({ type: 'integer', minimum: 0 }, 'Where it stands in the row of outcomes.');

const object = (properties: Schema, required: readonly string[]): Schema => ({ type: 'object', properties, required: [...required] });

const taken = {
  type: 'string',
  enum: ['taken', 'duplicate', 'quarantined'],
  description:
    'taken: kept, waiting to be worked. duplicate: the same message came before. quarantined: kept, and set aside with a reason.',
};
const settled = {
  type: 'string',
  enum: ['applied', 'ignored', 'parked', 'quarantined'],
  description:
    'applied: it is in the portal. ignored: a later message stands. parked: it waits for one before it. quarantined: a person must look, or you send it put right.',
};
const why = described({ type: ['string', 'null'] }, 'Why, as a code: one of Reason, or one of SettlingReason. Further ones may come.');

function codes(says: Readonly<Record<string, string>>): Schema {
  return { type: 'string', enum: Object.keys(says), description: Object.entries(says).map(([code, words]) => `${code}: ${words}`).join(' ') }; // prettier-ignore
}

export const answers: { [name: string]: Schema } = {
  Reason: codes(reasons),
  SettlingReason: codes(settlingReasons),
  Flaw: object(
    {
      path: described(texts, 'A JSON pointer into the message, alike in both renderings. Empty: the whole message.'),
      reason: { $ref: '#/components/schemas/Reason' },
      expected: described(texts, 'What would be right.'),
    },
    ['path', 'reason'],
  ),
  Receipt: object(
    {
      deliveryId: described(uuid, 'Our name for the delivery.'),
      node: described(texts, 'Your node.'),
      receivedAt: described(moment, 'When it was kept.'),
      digest: described({ type: 'string', contentEncoding: 'base64' }, 'SHA-256 of the bytes you sent.'),
      messages: {
        type: 'array',
        items: object({ position, messageId: uuid, state: taken, reason: texts, path: texts }, ['position', 'state']),
        description: 'Each message of the delivery, in order.',
      },
    },
    ['deliveryId', 'node', 'receivedAt', 'digest', 'messages'],
  ),
  Outcome: object(
    {
      cursor,
      deliveryId: described(uuid, 'The delivery it came in.'),
      position,
      messageId: described(orNull(uuid), 'Its id, where it could be read.'),
      paper: described(orNull(texts), 'The natural key of its paper.'),
      state: settled,
      reason: why,
      facts: { type: ['object', 'null'], description: 'What the reason speaks of: `path`, and all `flaws` found.' },
      at: described(moment, 'When it was settled.'),
    },
    ['cursor', 'deliveryId', 'position', 'state', 'at'],
  ),
  Outcomes: object(
    {
      node: described(texts, 'Your node.'),
      outcomes: {
        type: 'array',
        items: { $ref: '#/components/schemas/Outcome' },
        description: 'What was settled after the cursor, in order.',
      },
      next: described(cursor, 'The cursor to ask with next.'),
      more: described({ type: 'boolean' }, 'Whether more is there now.'),
    },
    ['node', 'outcomes', 'next'],
  ),
  Refusal: object({ error: described(texts, 'Why the delivery was not taken.') }, ['error']),
};
