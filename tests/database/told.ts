// What a State's police node tells: messages of invented children, kept as the door of machines keeps them, and settled as the worker does.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '../../src/kernel/ids.ts';
import { type Instant, addMinutes } from '../../src/kernel/time.ts';
import { settleNext } from '../../src/modules/fir-exchange/inbox/settle.ts';
import {
  type FoundChild,
  type MessageOf,
  type MissingChild,
  type Paper,
  type PaperMessage,
  contentDigest,
  paperKey,
} from '../../src/modules/fir-exchange/messages/index.ts';
import { keep } from '../../src/modules/fir-exchange/trust/kept.ts';
import { type Nation, noon, secret, worker } from './tools.ts';

export const NODE = 'police-BR';
export const station = 'police-station-Saran';
export const saran = '220';

const keyOf = (code: string): string => (code === NODE ? 'key' : `key of ${code}`);

/** The node and its key: call it in `beforeAll`. */
export async function openNode(nation: Nation, code = NODE, state: string | null = 'BR'): Promise<void> {
  await sql`insert into exchange_node (code, name, state_code, messages_a_minute, silent_after_minutes, opened_at)
    values (${code}, ${`Police of ${state ?? 'India'}`}, ${state}, 10000, 120, ${noon})`.execute(nation.admin);
  await sql`insert into exchange_node_key (key_id, node_code, public_key, valid_from, entered_at, confirmed_at)
    values (${keyOf(code)}, ${code}, ${createHash('sha256').update(code).digest()}, ${noon}, ${noon}, ${noon})`.execute(nation.admin);
}

let numbers = 0;

export function paperNamed(change: Partial<Paper> = {}): Paper {
  numbers += 1;
  return { kind: 'fir', state: 'BR', district: saran, station, year: 2026, number: String(numbers), ...change };
}

type Change<M> = Partial<Omit<M, 'body' | 'type'>>;

function message<M extends PaperMessage>(type: M['type'], paper: Paper, sequence: number, body: M['body'], change: Change<M>): M {
  const sentAt = change.sentAt ?? addMinutes(noon, sequence - 30);
  const rawNumber = `BR-RAW-${paper.number}`;
  return {
    messageId: newId(),
    type,
    version: 1,
    node: NODE,
    sentAt,
    eventAt: sentAt,
    paper,
    rawNumber,
    sequence,
    ...change,
    body,
  } as unknown as M;
}

export const asha: MissingChild = {
  childNumber: 1,
  names: [{ text: 'Asha' }],
  sex: 'female',
  ageFrom: 9,
  ageTo: 9,
  clothing: 'yellow frock',
  circumstance: 'lost',
};

type Fir = MessageOf<'FIR.registered'>;

export function fir(paper: Paper, body: Partial<Fir['body']> = {}, change: Change<Fir> & { sequence?: number } = {}): Fir {
  const at = addMinutes(noon, -90);
  return message<Fir>(
    'FIR.registered',
    paper,
    change.sequence ?? 1,
    {
      informationReceivedAt: at,
      registeredAt: addMinutes(at, 10),
      actsAndSections: [{ act: 'BNS', section: '137(2)' }],
      informant: { name: 'Kamala Devi', relation: 'mother', telephone: '+919830000001' },
      lastSeen: { at: addMinutes(at, -60), place: 'Chhapra station, platform 2', district: saran },
      children: [asha],
      ...body,
    },
    change,
  );
}

export function updated(
  paper: Paper,
  sequence: number,
  child: Partial<MissingChild>,
  change: Change<MessageOf<'MissingPerson.updated'>> = {},
) {
  return message<MessageOf<'MissingPerson.updated'>>('MissingPerson.updated', paper, sequence, { child: { ...asha, ...child } }, change);
}

export function traced(paper: Paper, sequence: number, change: Change<MessageOf<'MissingPerson.traced'>> = {}, childNumber = 1) {
  const tracedAt = addMinutes(noon, -20);
  return message<MessageOf<'MissingPerson.traced'>>(
    'MissingPerson.traced',
    paper,
    sequence,
    { childNumber, tracedAt, condition: 'alive', place: 'Asansol' },
    change,
  );
}

export function closed(
  paper: Paper,
  sequence: number,
  change: Change<MessageOf<'Case.closed'>> = {},
  outcome: MessageOf<'Case.closed'>['body']['outcome'] = 'recovered',
) {
  return message<MessageOf<'Case.closed'>>('Case.closed', paper, sequence, { closedAt: addMinutes(noon, -20), outcome }, change);
}

export function transferred(paper: Paper, sequence: number, change: Change<MessageOf<'Case.transferredToAHTU'>> = {}) {
  return message<MessageOf<'Case.transferredToAHTU'>>(
    'Case.transferredToAHTU',
    paper,
    sequence,
    { transferredAt: addMinutes(noon, -20), reason: 'four-months' },
    change,
  );
}

export function zeroTransferred(
  paper: Paper,
  sequence: number,
  body: Partial<MessageOf<'FIR.zeroTransferred'>['body']>,
  change: Change<MessageOf<'FIR.zeroTransferred'>> = {},
) {
  const to = { state: 'BR', district: saran, station } as const;
  return message<MessageOf<'FIR.zeroTransferred'>>(
    'FIR.zeroTransferred',
    paper,
    sequence,
    { transferredAt: addMinutes(noon, -20), to, ...body },
    change,
  );
}

export function found(paper: Paper, change: Change<MessageOf<'UnidentifiedChild.found'>> = {}) {
  const child = {
    childNumber: 1,
    names: [{ text: 'Puja' }],
    sex: 'female' as const,
    ageFrom: 6,
    ageTo: 8,
  } satisfies FoundChild as FoundChild;
  return message<MessageOf<'UnidentifiedChild.found'>>(
    'UnidentifiedChild.found',
    paper,
    1,
    { foundAt: addMinutes(noon, -100), place: 'Platform 2', district: saran, broughtBy: 'railway-police', children: [child] },
    change,
  );
}

/** They come in this order, in one delivery of the first one's node; one that came before is not kept twice. */
export async function come(nation: Nation, ...messages: PaperMessage[]): Promise<void> {
  const node = messages[0]?.node ?? NODE;
  const id = newId();
  const digest = createHash('sha256').update(id).digest();
  await sql`insert into exchange_delivery (id, node_code, source, received_at, media_type, raw, digest, base, signature, key_id)
    values (${id}, ${node}, 'node', ${nation.clock.now}, 'application/x-ndjson', null, ${digest}, 'base', 'signature', ${keyOf(node)})`.execute(
    nation.admin,
  );
  for (const [index, content] of messages.entries()) {
    const row = { deliveryId: id, position: index + 1, paperKey: paperKey(content.paper), digest: contentDigest(content).toString('hex') };
    const { mark, sealed, pictures, outline } = keep({ secret }, { ...row, node }, content);
    await sql`insert into exchange_message (delivery_id, position, node_code, message_id, type, version, sent_at, event_at, received_at, paper_key, paper_sequence,
        content_digest, mark, sealed, pictures, outline, state, next_at)
      values (${id}, ${row.position}, ${node}, ${content.messageId}, ${content.type}, 1, ${content.sentAt}, ${content.eventAt}, ${nation.clock.now}, ${row.paperKey},
        ${content.sequence}, ${contentDigest(content)}, ${mark}, ${sealed}, ${pictures}, ${JSON.stringify(outline)}, 'received', ${nation.clock.now}) on conflict do nothing`.execute(
      nation.admin,
    );
  }
}

/** Until nothing is due. Faults are thrown unless `faults` takes them. */
export async function settleAll(nation: Nation, faults?: unknown[]): Promise<void> {
  const onFault = (fault: unknown): void => {
    if (!faults) throw fault;
    faults.push(fault);
  };
  while ((await nation.ask(worker, (context) => settleNext(context, { onFault }))) > 0);
}

export type Row = {
  messageId: string;
  state: string;
  reason: string | null;
  facts: Record<string, unknown> | null;
  nextAt: Instant | null;
  attempts: number;
};

/** What became of the messages of a paper, by message. */
export async function became(nation: Nation, ...messages: PaperMessage[]): Promise<string[]> {
  const { rows } = await sql<Row>`select message_id, state, reason, reason_facts as facts, next_at, attempts from exchange_message
    where message_id = any (${messages.map(({ messageId }) => messageId)}::uuid[])`.execute(nation.admin);
  return messages.map(({ messageId }) => {
    const row = rows.find((one) => one.messageId === messageId)!;
    return [row.state, row.reason].filter(Boolean).join(' ');
  });
}
