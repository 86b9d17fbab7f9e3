// What came is kept sealed, and each message marked by whoever read it: what stands in the table and bears no mark of ours, no door of ours wrote.
import { timingSafeEqual } from 'node:crypto';
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import { markOf, sealBytes, unsealBytes } from '../../../platform/credentials/index.ts';
import { type Message, isOfPaper } from '../messages/index.ts';

type Secret = { secret: string };

const rawOf = ({ secret }: Secret, deliveryId: string) => ({ secret, purpose: 'exchange-delivery', boundTo: deliveryId });

/** Bytes as they came, sealed for this delivery. */
export const sealRaw = (tools: Secret, deliveryId: string, raw: Buffer): Buffer => sealBytes(rawOf(tools, deliveryId), raw);
export const openRaw = (tools: Secret, deliveryId: string, sealed: Buffer): Buffer => unsealBytes(rawOf(tools, deliveryId), sealed);

/** All of a row that decides what becomes of a message; what it says is bound to it by the digest. */
export type Marked = {
  deliveryId: string;
  position: number;
  node: string;
  messageId: string;
  type: string;
  sentAt: Instant;
  eventAt: Instant;
  paperKey: string | null;
  sequence: number | null;
  /** In hex. */
  digest: string;
};

function markFor({ secret }: Secret, { deliveryId, position, node, messageId, type, sentAt, eventAt, paperKey, sequence, digest }: Marked): Buffer {
  const said = [deliveryId, position, node, messageId, type, milliseconds(sentAt), milliseconds(eventAt), paperKey, sequence, digest];
  return markOf({ secret, purpose: 'exchange-message' }, JSON.stringify(said));
} // prettier-ignore

/** Whether a door or a desk of ours wrote this row, as it stands. */
export function bearsMark(tools: Secret, row: Marked, mark: Buffer | null): boolean {
  return mark?.length === 32 && timingSafeEqual(mark, markFor(tools, row));
}

/** What of a message stands unsealed, for statements to ask: codes and numbers, of nobody by name. */
type Outline = Record<string, unknown>;

function outlineOf(message: Message): Outline {
  const { body } = message;
  const { children, child, lastSeen, station, to, transferredFrom, condition, outcome } = body as unknown as Record<string, never>;
  const numbers = ((children ?? (child ? [child] : [])) as { childNumber: number }[]).map(({ childNumber }) => childNumber);
  const stated = {
    children: numbers.length > 0 ? numbers : undefined,
    raw: isOfPaper(message) ? message.rawNumber : undefined,
    place: lastSeen ? true : undefined,
    station: (station as { station?: string } | undefined)?.station,
    to: (to as { station?: string } | undefined)?.station,
    from: transferredFrom,
    condition,
    outcome,
  };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
}

type Pictured = { childNumber: number; photograph?: { base64: string } };
const picturedIn = (message: Message): Pictured[] => {
  const { children, child } = message.body as { children?: Pictured[]; child?: Pictured };
  return (children ?? (child ? [child] : [])).filter(({ photograph }) => photograph !== undefined);
};

export type Kept = { mark: Buffer; sealed: Buffer; pictures: Buffer | null; outline: Outline };

const contentOf = ({ secret }: Secret, mark: Buffer, part: 'content' | 'pictures') => ({
  secret,
  purpose: `exchange-${part}`,
  boundTo: mark.toString('hex'),
});

/** Where a message stands; `node` where it is another's than the message says, as of one that bears another's name. */
type Place = Pick<Marked, 'deliveryId' | 'position' | 'paperKey' | 'digest'> & { node?: string };

/** As it is written into its row. Pictures apart: once they are among the photographs they are kept there alone. */
export function keep(tools: Secret, place: Place, message: Message): Kept {
  const { node, messageId, type, sentAt, eventAt } = message;
  return keepUnder(tools, markFor(tools, { node, messageId, type, sentAt, eventAt, sequence: isOfPaper(message) ? message.sequence : null, ...place }), message);
} // prettier-ignore

/** A message of a list stands before all others of its paper, and is sent when it is taken. */
export function keepOfList(tools: Secret, row: Marked, message: Message): Kept {
  return keepUnder(tools, markFor(tools, row), message);
}

function keepUnder(tools: Secret, mark: Buffer, message: Message): Kept {
  const pictured = picturedIn(message);
  const pictures = pictured.map(({ photograph }) => photograph!.base64);
  const bare = pictures.length > 0 ? (JSON.parse(JSON.stringify(message)) as Message) : message;
  if (pictures.length > 0) for (const { photograph } of picturedIn(bare)) photograph!.base64 = '';
  return {
    mark,
    sealed: sealBytes(contentOf(tools, mark, 'content'), Buffer.from(JSON.stringify(bare))),
    pictures: pictures.length > 0 ? sealBytes(contentOf(tools, mark, 'pictures'), Buffer.from(JSON.stringify(pictures))) : null,
    outline: outlineOf(message),
  };
}

export type KeptRow = { mark: Buffer | null; sealed: Buffer | null; pictures: Buffer | null };

/** What a message says, without pictures that are kept no longer. Null: it could not be read when it came, or is erased. */
export function openKept<M = Message>(tools: Secret, { mark, sealed, pictures }: KeptRow): M | null {
  if (!mark || !sealed) return null;
  const message = JSON.parse(unsealBytes(contentOf(tools, mark, 'content'), sealed).toString('utf8')) as Message;
  const pictured = picturedIn(message);
  const kept = pictures && (JSON.parse(unsealBytes(contentOf(tools, mark, 'pictures'), pictures).toString('utf8')) as string[]);
  for (const [at, one] of pictured.entries()) {
    if (kept) one.photograph!.base64 = kept[at]!;
    else delete one.photograph;
  }
  return message as M;
}
