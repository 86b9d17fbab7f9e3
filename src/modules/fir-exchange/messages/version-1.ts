// Version 1 of the contract as one value: its types, their fields in order, what they must hold, their bounds. Frozen once published; what differs is version 2.
import { bodies } from './bodies.ts';
import { type MessageType, envelopes } from './envelope.ts';
import type { Fields } from './field.ts';

export type MessageDefinition = {
  readonly type: MessageType;
  readonly says: string;
  readonly about: 'paper' | 'station';
  readonly fields: Fields;
};

export const version1 = {
  version: 1,
  /** The namespace of the XML rendering. */
  namespace: 'urn:vatsalya:exchange:1',
  types: (Object.keys(bodies) as MessageType[]).map((type): MessageDefinition => ({
    type,
    says: bodies[type].says,
    about: bodies[type].about,
    fields: envelopes[type],
  })),
  limits: {
    /** One message, in either rendering, and one delivery of many. Four photographs of the largest size fit. */
    bytes: 2 * 1024 * 1024,
    /** In one delivery. */
    messages: 500,
    /** Objects and lists within each other; the deepest message has six. */
    depth: 12,
  },
} as const;

const byType = new Map<string, MessageDefinition>(version1.types.map((definition) => [definition.type, definition]));

export function definitionOf(type: string): MessageDefinition | undefined {
  return byType.get(type);
}
