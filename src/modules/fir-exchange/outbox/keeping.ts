// What the keepers of a node do about what goes out: send again, put aside; the nation says where a node is called.
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { audit } from '../../../platform/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { nodeSeen, nodesSeen } from '../trust/keeping.ts';
import type { KeptNode } from '../trust/keys-store.ts';
import { callAddress } from '../../../platform/messages/index.ts';
import { type DeadLetter, deadLetter, putAside, replay, setCallUrl } from './desk-store.ts';

/** A State keeps its own node, the nation all. */
function keeps({ actor, tools }: Context, { stateCode }: Pick<KeptNode, 'stateCode'>): boolean {
  return actor.kind === 'officer' && tools.may(actor, 'exchangeNode.keep') && (actor.stateCode === null || actor.stateCode === stateCode);
}

export async function nodesKept(context: Context): Promise<KeptNode[]> {
  return (await nodesSeen(context)).filter((node) => keeps(context, node));
}

export async function nodeKept(context: Context, code: string): Promise<KeptNode | Refusal> {
  const node = await nodeSeen(context, code);
  return isRefusal(node) || keeps(context, node) ? node : refuse('web.error.notFound');
}

export async function letterKept(context: Context, code: string, sequence: number): Promise<DeadLetter | Refusal> {
  const node = await nodeKept(context, code);
  if (isRefusal(node)) return node;
  return (await deadLetter(context, code, sequence)) ?? refuse('exchange-outgoing.error.gone');
}

export async function sendAgain(context: Context, code: string, sequence: number | null): Promise<number | Refusal> {
  const node = await nodeKept(context, code);
  if (isRefusal(node)) return node;
  await audit(context, 'write');
  const done = await replay(context, code, sequence);
  return done > 0 ? done : refuse('exchange-outgoing.error.gone');
}

export async function setAside(context: Context, code: string, sequence: number, reason: string): Promise<Refusal | null> {
  const node = await nodeKept(context, code);
  if (isRefusal(node)) return node;
  await audit(context, 'write');
  return (await putAside(context, code, sequence, reason)) ? null : refuse('exchange-outgoing.error.gone');
}

export async function enterAddress(context: Context, node: KeptNode, address: string | undefined): Promise<Refusal | null> {
  if (address !== undefined && !callAddress(address, { loopback: context.tools.demo }))
    return refuse('exchange-outgoing.error.address', {}, 'address');
  await audit(context, 'write');
  await setCallUrl(context, node.code, address ?? null);
  return null;
}
