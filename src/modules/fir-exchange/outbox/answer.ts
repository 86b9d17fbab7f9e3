// What a node's answer comes to: receipted, tried again, or refused for good. Only a receipt signed by a key of the node's own counts.
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import { publicKeyOf } from '../../../platform/credentials/index.ts';
import { nodeReceipt } from '../messages/index.ts';
import { treeOfJson } from '../messages/json.ts';
import { readGroup } from '../messages/read-value.ts';
import { saysDigest, sha256 } from '../trust/digest.ts';
import { type NodeKey, standingOf } from '../trust/node.ts';
import { type Claim, holds, inWindow, profiles, readSignature } from '../trust/signature.ts';
import type { Answer, Called } from './call.ts';

export type Receipt = { raw: Buffer; signature: string; keyId: string };
export type Verdict = { kind: 'receipt'; receipt: Receipt } | { kind: 'again' | 'refused'; reason: string };

/** Not the message's fault, though the node says 4xx: too slow, too early, too many. */
const NOT_FOR_GOOD = [408, 425, 429];

const again = (reason: string): Verdict => ({ kind: 'again', reason });

/** Who says to have signed the receipt; nothing is proved yet. */
export function claimOfAnswer(called: Called): Claim | null {
  if ('failed' in called) return null;
  const claim = readSignature(profiles.receipt, called);
  return typeof claim === 'string' ? null : claim;
}

/** `key`: that which the claim names, if it is known. */
export function verdictOf(called: Called, sent: { messageId: string; nodeCode: string }, key: NodeKey | null, now: Instant): Verdict {
  if ('failed' in called) return again(called.failed);
  const { status } = called;
  if (status >= 400 && status < 500 && !NOT_FOR_GOOD.includes(status)) return { kind: 'refused', reason: `refused-${status}` };
  if (status !== 200 && status !== 202) return again(status >= 300 && status < 400 ? 'redirect' : `status-${status}`);
  const claim = claimOfAnswer(called);
  const fault = claim ? receiptFault(called, claim, sent, key, now) : 'receipt-unsigned';
  if (fault !== null) return again(fault);
  return { kind: 'receipt', receipt: { raw: called.raw, signature: `${called.input}\n${called.signature}`, keyId: claim!.keyId } };
}

/** The signature covers what was sent and what is answered: neither another message's receipt nor another's words fit. */
function receiptFault(
  { raw, components }: Answer,
  claim: Claim,
  { messageId, nodeCode }: { messageId: string; nodeCode: string },
  key: NodeKey | null,
  now: Instant,
): string | null {
  if (key?.nodeCode !== nodeCode || standingOf(key, now) !== 'in-force') return 'receipt-key';
  if (!inWindow(claim, Math.floor(milliseconds(now) / 1000))) return 'receipt-clock';
  if (!holds(claim, components, publicKeyOf(key.publicKey))) return 'receipt-signature';
  if (!saysDigest(components['"content-digest"'] ?? '', sha256(raw))) return 'receipt-digest';
  return receiptedId(raw) === messageId ? null : 'receipt-other';
}

function receiptedId(raw: Buffer): unknown {
  const { tree, flaws } = treeOfJson(raw.toString('utf8'));
  const read = flaws.length === 0 ? readGroup(nodeReceipt, tree, '', flaws) : undefined;
  return flaws.length === 0 ? read?.['messageId'] : undefined;
}
