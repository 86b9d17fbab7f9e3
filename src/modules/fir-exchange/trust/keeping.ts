// Who keeps a node and its keys, and what they do: a State enters its key, the nation confirms it, either revokes it at once.
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { addDays, dayOf, instantAt } from '../../../kernel/time.ts';
import { audit } from '../../../platform/audit.ts';
import type { Actor, Context } from '../../../platform/context.ts';
import { holdsPrivateKey, keyIdOf, readPublicKey } from '../../../platform/credentials/index.ts';
import type { KeyDraft, NodeDraft } from './form.ts';
import {
  type EnteredKey,
  type KeptKey,
  type KeptNode,
  confirmKey,
  enterKey,
  isKnownKey,
  keysOf,
  openNode,
  readNodes,
  revokeKey,
} from './keys-store.ts';
import { GRID_NODE, nodeOfState } from './node.ts';

/** A State sees its own node and the grid's; whoever stands for the nation all. */
export const nodesSeen = (context: Context): Promise<KeptNode[]> =>
  readNodes(context, context.actor.kind === 'officer' ? context.actor.stateCode : null);

export async function nodeSeen(context: Context, code: string): Promise<KeptNode | Refusal> {
  const { actor } = context;
  const [node] = await readNodes(context, actor.kind === 'officer' ? actor.stateCode : null, code);
  return node ?? refuse('web.error.notFound');
}

export type Keeping = { enters: boolean; confirms: boolean; revokes: boolean };

/** The grid is the nation's alone; a State's key the State enters and the nation confirms, so that it takes two persons of two offices. */
export function keepingOf(context: Context, node: KeptNode): Keeping {
  const { actor, tools } = context;
  const keeps = actor.kind === 'officer' && tools.may(actor, 'exchangeNode.keep');
  const own = keeps && actor.stateCode === node.stateCode;
  return { enters: own, confirms: tools.may(actor, 'exchangeNode.confirm'), revokes: own || (keeps && actor.stateCode === null) };
}

/** Who entered a key is not who confirms it. */
export function mayConfirm(actor: Actor, key: KeptKey): boolean {
  return actor.kind === 'officer' && key.confirmedAt === null && key.revokedAt === null && key.enteredBy !== actor.officerId;
}

/** What would be entered, or why it cannot be. */
export async function keyIn(context: Context, node: KeptNode, draft: KeyDraft): Promise<EnteredKey | Refusal> {
  if (!keepingOf(context, node).enters) return refuse('exchange-nodes.error.notEntered', {}, 'publicKey');
  if (holdsPrivateKey(draft.publicKey)) return refuse('exchange-nodes.error.privateKey', {}, 'publicKey');
  const publicKey = readPublicKey(draft.publicKey);
  if (!publicKey) return refuse('exchange-nodes.error.key', {}, 'publicKey');
  if (await isKnownKey(context, publicKey)) return refuse('exchange-nodes.error.keyUsed', {}, 'publicKey');
  if (draft.validUntil !== undefined && (draft.validUntil < draft.validFrom || draft.validUntil < dayOf(context.now)))
    return refuse('exchange-nodes.error.until', {}, 'validUntil');
  return {
    keyId: keyIdOf(node.code, publicKey),
    nodeCode: node.code,
    publicKey,
    validFrom: instantAt(draft.validFrom),
    validUntil: draft.validUntil === undefined ? null : instantAt(addDays(draft.validUntil, 1)),
  };
}

export async function enter(context: Context, node: KeptNode, draft: KeyDraft): Promise<Refusal | null> {
  const key = await keyIn(context, node, draft);
  if (isRefusal(key)) return key;
  await audit(context, 'write');
  await enterKey(context, key);
  return null;
}

export async function keyOf(context: Context, node: KeptNode, keyId: string): Promise<KeptKey | Refusal> {
  return (await keysOf(context, [node.code])).find((key) => key.keyId === keyId) ?? refuse('web.error.notFound');
}

export async function confirm(context: Context, node: KeptNode, keyId: string): Promise<Refusal | null> {
  const key = await keyOf(context, node, keyId);
  if (isRefusal(key)) return key;
  if (!mayConfirm(context.actor, key)) return refuse('exchange-nodes.error.notConfirmed');
  await audit(context, 'write');
  return (await confirmKey(context, keyId)) ? null : refuse('exchange-nodes.error.notConfirmed');
}

export async function revoke(context: Context, node: KeptNode, keyId: string, reason: string): Promise<Refusal | null> {
  const key = await keyOf(context, node, keyId);
  if (isRefusal(key)) return key;
  if (!keepingOf(context, node).revokes) return refuse('web.error.notFound');
  await audit(context, 'write');
  return (await revokeKey(context, keyId, reason)) ? null : refuse('exchange-nodes.error.revoked');
}

/** Without a State it is the grid's. One State has one node. */
export async function open(context: Context, draft: NodeDraft): Promise<string | Refusal> {
  const stateCode = draft.state ?? null;
  const code = stateCode === null ? GRID_NODE : nodeOfState(stateCode);
  if ((await readNodes(context, null, code)).length > 0) return refuse('exchange-nodes.error.nodeThere', {}, 'state');
  await audit(context, 'write');
  const { name, messagesAMinute, silentAfterHours } = draft;
  await openNode(context, { code, name, stateCode, messagesAMinute, silentAfterMinutes: silentAfterHours * 60 });
  return code;
}
