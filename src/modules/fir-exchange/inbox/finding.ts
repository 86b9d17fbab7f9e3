// The messages in a delivery: one, or one a line; each read by the contract, or set aside with what is wrong with it and where.
import { type MediaType as MessageMediaType, type Message, contentDigest, isOfPaper, paperKey, readMessage } from '../messages/index.ts';
import { sha256 } from '../trust/digest.ts';
import type { Node } from '../trust/node.ts';
import type { FoundMessage } from './message-store.ts';

export const mediaTypes = ['application/json', 'application/xml', 'application/x-ndjson'] as const;
export type MediaType = (typeof mediaTypes)[number];
/** In one delivery. */
export const MOST_MESSAGES = 500;

const LINE_FEED = 10;
const MOST_INTEGER = 2_147_483_647;

/** Lines that hold something, without their ends. */
function linesOf(raw: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < raw.length;) {
    const found = raw.indexOf(LINE_FEED, from);
    const end = found < 0 ? raw.length : found;
    const line = raw.subarray(from, end);
    if (line.some((byte) => byte !== 32 && byte !== 9 && byte !== 13)) lines.push(line);
    from = end + 1;
  }
  return lines;
}

export function countMessages(raw: Buffer, mediaType: MediaType): number {
  return mediaType === 'application/x-ndjson' ? linesOf(raw).length : 1;
}

/** A node signs for itself, and a State's node for papers of its own State. */
function trespass(message: Message, node: Node): { reason: string; path: string } | null {
  if (message.node !== node.code) return { reason: 'not-your-node', path: '/node' };
  const [state, path] = isOfPaper(message) ? [message.paper.state, '/paper/state'] : [message.body.station.state, '/body/station/state'];
  return node.stateCode !== null && state !== node.stateCode ? { reason: 'not-your-state', path } : null;
}

function found(bytes: Buffer, mediaType: MessageMediaType, position: number, node: Node): FoundMessage {
  const reading = readMessage(bytes, mediaType);
  if (!reading.valid) {
    const { flaws, heading } = reading;
    const { sequence, node: _claimed, ...told } = heading;
    return {
      ...told,
      position,
      version: null,
      paperSequence: sequence !== null && sequence <= MOST_INTEGER ? sequence : null,
      content: null,
      contentDigest: sha256(bytes).toString('hex'),
      reason: flaws[0]!.reason,
      reasonFacts: { path: flaws[0]!.path, flaws },
    };
  }
  const { message } = reading;
  const refused = trespass(message, node);
  const { messageId, type, version, sentAt, eventAt } = message;
  return {
    position,
    messageId,
    type,
    version,
    sentAt,
    eventAt,
    paperKey: isOfPaper(message) ? paperKey(message.paper) : null,
    paperSequence: isOfPaper(message) ? message.sequence : null,
    rawNumber: null,
    content: message,
    contentDigest: contentDigest(message).toString('hex'),
    reason: refused?.reason ?? null,
    reasonFacts: refused && { path: refused.path },
  };
}

export function findMessages(raw: Buffer, mediaType: MediaType, node: Node): FoundMessage[] {
  if (mediaType !== 'application/x-ndjson') return [found(raw, mediaType, 1, node)];
  return linesOf(raw).map((line, index) => found(line, 'application/json', index + 1, node));
}
