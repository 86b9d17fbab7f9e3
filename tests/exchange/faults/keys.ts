// Whose key signs what a police node of fault tests sends.
import { demoNodeKey } from '../../../src/modules/fir-exchange/trust/demo-key.ts';
import type { Parcel } from './faulty-set.ts';

export const secret = 'a secret of fault tests, long enough to be taken for one';

/** The node's own, or under its name that of another. */
export function keyFor({ node, forged }: Pick<Parcel, 'node' | 'forged'>) {
  const { keyId, privateKey } = demoNodeKey(secret, node);
  return { keyId, privateKey: forged ? demoNodeKey('another secret altogether', node).privateKey : privateKey };
}
