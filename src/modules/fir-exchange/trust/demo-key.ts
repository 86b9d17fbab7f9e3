// The invented nation's node keys, made from the demonstration's secret, so that its nodes can be given theirs without anything being kept.
import type { KeyObject } from 'node:crypto';
import { keyIdOf, privateKeyFromSecret, rawPublicKey } from '../../../platform/credentials/index.ts';

export type DemoKey = { keyId: string; publicKey: Buffer; privateKey: KeyObject };

export function demoNodeKey(secret: string, nodeCode: string): DemoKey {
  const privateKey = privateKeyFromSecret(secret, `demonstration node ${nodeCode}`);
  const publicKey = rawPublicKey(privateKey);
  return { keyId: keyIdOf(nodeCode, publicKey), publicKey, privateKey };
}
