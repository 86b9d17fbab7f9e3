// How a member signs: the way is one value, so that an e-sign service can stand beside the typed consent without another line of the register changing.
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { isOwnName } from '../../officers/index.ts';
import { hashOf } from './order.ts';

export type Signature = { method: string; consent: string; textHash: Buffer };

export type SigningMethod = {
  readonly name: string;
  /** `typed`: what the member entered in the own session. */
  sign(signer: { name: string }, text: string, typed: string): Signature | Refusal;
};

/** The member types the own name beneath the text, signed in as nobody else. */
export const typedConsent: SigningMethod = {
  name: 'typed-consent',
  sign: ({ name }, text, typed) =>
    isOwnName(typed, name)
      ? { method: 'typed-consent', consent: typed, textHash: hashOf(text) }
      : refuse('cwc-orders.error.consent', { name }, 'consent'),
};
