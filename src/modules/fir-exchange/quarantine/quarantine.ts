// What an officer does with a message in quarantine: sends it in again put right, sets it aside with a reason, or looks at the very bytes.
import { z } from 'zod';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Context } from '../../../platform/context.ts';
import { audit } from '../../../platform/audit.ts';
import { text } from '../../../web/fields.ts';
import type { View } from '../../../web/view.ts';
import { contentDigest } from '../messages/index.ts';
import { treeOfJson } from '../messages/json.ts';
import { treeOfXml } from '../messages/xml.ts';
import { openRaw } from '../trust/kept.ts';
import { type Mended, type Typed, districtNames, mended, mendedText } from './mending.ts';
import { type Tree, isTree } from './message-fields.ts';
import {
  type Held,
  askRaw,
  type Raw,
  dismiss,
  isTaken,
  readHeld,
  readOwn,
  readRaw,
  recordsOfMessage,
  release,
  resubmit,
} from './quarantine-store.ts';

const MOST_REASON = 1000;
const MOST_EDITED = 2_000_000;
const MOST_TYPED = 20_000;
const reason = text(MOST_REASON, 'quarantine.error.words');
export const dismissSchema = z.strictObject({ aside: reason });
export const releaseSchema = z.strictObject({ letThrough: reason });
export const rawSchema = z.strictObject({ words: reason });
/** Fields of the message by their path; `message` whole, where it could not be read field by field. Whether there is such a path the contract says. */
export const resubmitSchema = z
  .object({ words: reason, message: text(MOST_EDITED, 'quarantine.error.message').optional() })
  .catchall(text(MOST_TYPED))
  .superRefine((draft, context) => {
    const keys = Object.keys(draft).filter((name) => !name.startsWith('/') && name !== 'words' && name !== 'message');
    if (keys.length > 0) context.addIssue({ code: 'unrecognized_keys', keys, input: draft });
  });

/** As the pages read a row number; null if it is none. */
export const rowIn = (typed: string | undefined): number | null => (typed !== undefined && /^\d{1,15}$/.test(typed) ? Number(typed) : null);

/** Under the children of its paper that are here; under none where none is. */
async function noteRead(context: Context, held: Held): Promise<void> {
  const records = await recordsOfMessage(context, held);
  await audit(context, 'read', records.length > 0 ? records : undefined);
}

/** The message, if the officer answers for it and it still waits. Looking at what it says is written down. */
export async function openHeld(context: Context, row: number): Promise<(Held & { tree: Tree | null }) | Refusal> {
  const held = await readHeld(context, row);
  if (!held) return refuse('web.error.notFound');
  await noteRead(context, held);
  return { ...held, tree: await treeOfHeld(context, held) };
}

export async function dismissHeld(context: Context, row: number, words: string): Promise<Refusal | null> {
  const held = await readHeld(context, row);
  if (!held) return refuse('web.error.notFound');
  if (held.state !== 'quarantined') return refuse('quarantine.error.settled');
  await audit(context, 'write');
  await dismiss(context, row, words);
  return null;
}

/** By whoever looked at it and answers for it: a true FIR waits no day for a flood. */
export async function releaseHeld(context: Context, row: number, words: string): Promise<Refusal | null> {
  const held = await readHeld(context, row);
  if (!held) return refuse('web.error.notFound');
  if (!isHeld(held)) return refuse('quarantine.error.settled');
  await audit(context, 'write');
  return (await release(context, row, words)) ? null : refuse('quarantine.error.settled');
}

export const isHeld = ({ state, reason }: Pick<Held, 'state' | 'reason'>): boolean => state === 'parked' && reason === 'flood';

export type Resubmission = { row: number; draft: z.output<typeof resubmitSchema>; view: View };

/** It stands before what came before it; that stays as it came. Everything wrong with it is said at its field. */
export async function resubmitHeld(context: Context, { row, draft, view }: Resubmission): Promise<Refusal[] | null> {
  const held = await readHeld(context, row);
  if (!held) return [refuse('web.error.notFound')];
  if (held.state !== 'quarantined') return [refuse('quarantine.error.settled')];
  const { words, message: text, ...typed } = draft;
  const done = text === undefined ? await byField(context, held, typed, view) : mendedText(context, text, aboutOf(held));
  if (Array.isArray(done)) return done;
  const { message, key } = done;
  if (await isTaken(context, held, key, message.sequence))
    return [refuse('quarantine.error.taken', { sequence: message.sequence }, text === undefined ? '/sequence' : 'message')];
  await audit(context, 'write');
  await resubmit(context, row, { message, digest: contentDigest(message), paperKey: key, because: words });
  return null;
}

const aboutOf = (held: Held) => ({ node: held.nodeCode, state: stateOf(held) });

async function byField(context: Context, held: Held, typed: Typed, view: View): Promise<Mended | Refusal[]> {
  const tree = await treeOfHeld(context, held);
  if (!tree) return [refuse('quarantine.error.message', {}, 'message')];
  const names = await districtNames(context, view, stateOf(held));
  return mended(context, { ...aboutOf(held), tree, wrong: flawsOf(held).map(({ path }) => path), typed, names });
}

export type NotedFlaw = { path: string; reason: string };
/** What is wrong with it and where, as the reader or the worker noted; nothing, where no place of it is wrong. */
export function flawsOf({ reason, facts }: Pick<Held, 'reason' | 'facts'>): NotedFlaw[] {
  const flaws = Array.isArray(facts?.['flaws']) ? (facts['flaws'] as NotedFlaw[]) : [];
  if (flaws.length > 0) return flaws;
  const path = reason === 'future' ? '/eventAt' : facts?.['path'];
  return typeof path === 'string' && path !== '' ? [{ path, reason }] : [];
}

/** What it says, as far as it could be opened: as it was read, or out of its own bytes. */
export async function treeOfHeld(context: Context, held: Held): Promise<Tree | null> {
  if (held.content) return held.content as unknown as Tree;
  const own = await readOwn(context, held.row);
  const text = own && ownText(context, own);
  if (!text) return null;
  const { tree } = own.mediaType === 'application/xml' ? treeOfXml(text) : treeOfJson(text);
  return isTree(tree) ? tree : null;
}

/** A State's node speaks of its own State; of a message of the grid the paper says it. */
export function stateOf({ nodeCode, paperKey: key }: Held): string {
  return nodeCode.startsWith('police-') ? nodeCode.slice('police-'.length) : (key?.split('/')[0] ?? '');
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
  return (ownText(context, found) ?? (held.content ? JSON.stringify(held.content) : '')).slice(0, MOST_SHOWN);
}

/** Of a delivery the one message: its own line, where there are many. Null: an officer sent it in, or the bytes are erased. */
function ownText({ tools }: Context, { deliveryId, mediaType, raw, position }: Raw): string | null {
  if (!raw) return null;
  const whole = openRaw(tools, deliveryId, raw).toString('utf8');
  if (mediaType !== 'application/x-ndjson') return whole;
  return whole.split('\n').filter((line) => /[^ \t\r]/.test(line))[position - 1] ?? '';
}
