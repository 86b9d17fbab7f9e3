// What an officer does with a message in quarantine: sends it in again put right, sets it aside with a reason, or looks at the very bytes.
import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Context } from '../../../platform/context.ts';
import { audit } from '../../../platform/audit.ts';
import { text } from '../../../web/fields.ts';
import { contentDigest, isOfPaper, paperKey, readMessage } from '../messages/index.ts';
import { type Held, askRaw, dismiss, isTaken, readHeld, readRaw, recordsOfMessage, resubmit } from './quarantine-store.ts';

const MOST_REASON = 1000;
const MOST_EDITED = 2_000_000;
const reason = text(MOST_REASON, 'quarantine.error.words');
export const dismissSchema = z.strictObject({ aside: reason });
export const rawSchema = z.strictObject({ words: reason });
export const resubmitSchema = z.strictObject({ words: reason, message: text(MOST_EDITED, 'quarantine.error.message') });

/** As the pages read a row number; null if it is none. */
export const rowIn = (typed: string | undefined): number | null => (typed !== undefined && /^\d{1,15}$/.test(typed) ? Number(typed) : null);

/** Under the children of its paper that are here; under none where none is. */
async function noteRead(context: Context, held: Held): Promise<void> {
  const records = await recordsOfMessage(context, held);
  await audit(context, 'read', records.length > 0 ? records : undefined);
}

/** The message, if the officer answers for it and it still waits. Looking at what it says is written down. */
export async function openHeld(context: Context, row: number): Promise<Held | Refusal> {
  const held = await readHeld(context, row);
  if (!held) return refuse('web.error.notFound');
  await noteRead(context, held);
  return held;
}

export async function dismissHeld(context: Context, row: number, words: string): Promise<Refusal | null> {
  const held = await readHeld(context, row);
  if (!held) return refuse('web.error.notFound');
  if (held.state !== 'quarantined') return refuse('quarantine.error.settled');
  await audit(context, 'write');
  await dismiss(context, row, words);
  return null;
}

/** Under a new id, written now by whoever sends it in: it stands before what came before it. Everything else is as the contract asks. */
export async function resubmitHeld(
  context: Context,
  row: number,
  { words, message }: z.output<typeof resubmitSchema>,
): Promise<Refusal | null> {
  const held = await readHeld(context, row);
  if (!held) return refuse('web.error.notFound');
  if (held.state !== 'quarantined') return refuse('quarantine.error.settled');
  const edited = parsed(message);
  if (!edited) return refuse('quarantine.error.notJson', {}, 'message');
  const reading = readMessage(Buffer.from(JSON.stringify({ ...edited, messageId: newId(), sentAt: context.now })), 'application/json');
  if (!reading.valid) {
    const [flaw] = reading.flaws;
    return refuse('quarantine.error.flaw', { path: flaw!.path || '/', reason: flaw!.reason, count: reading.flaws.length }, 'message');
  }
  if (reading.message.node !== held.nodeCode) return refuse('quarantine.error.node', { node: held.nodeCode }, 'message');
  const edition = isOfPaper(reading.message) ? reading.message : null;
  const key = edition && paperKey(edition.paper);
  if (!edition || key === null || key.split('/')[0] !== stateOf(held))
    return refuse('quarantine.error.state', { state: stateOf(held) }, 'message');
  if (await isTaken(context, held, key, edition.sequence))
    return refuse('quarantine.error.taken', { sequence: edition.sequence }, 'message');
  await audit(context, 'write');
  await resubmit(context, row, { message: reading.message, digest: contentDigest(reading.message), paperKey: key, because: words });
  return null;
}

/** A State's node speaks of its own State; of a message of the grid the paper says it. */
function stateOf({ nodeCode, paperKey: key }: Held): string {
  return nodeCode.startsWith('police-') ? nodeCode.slice('police-'.length) : (key?.split('/')[0] ?? '');
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const MOST_SHOWN = 200_000;

/** Why the very bytes are looked at: kept, before anything is shown. */
export async function askRawOf(context: Context, row: number, words: string): Promise<Refusal | null> {
  const held = await readHeld(context, row);
  if (!held || held.state !== 'quarantined') return refuse('web.error.notFound');
  await audit(context, 'write');
  await askRaw(context, row, words);
  return null;
}

/** The very bytes of one message as text: its own line of a delivery of many. Null: nobody said why. */
export async function rawOf(context: Context, held: Held): Promise<string | null> {
  const found = await readRaw(context, held.row);
  if (!found) return null;
  const { mediaType, raw, position } = found;
  const whole = raw.toString('utf8');
  const own = mediaType === 'application/x-ndjson' ? (whole.split('\n').filter((line) => line.trim() !== '')[position - 1] ?? '') : whole;
  return own.slice(0, MOST_SHOWN);
}
