// Forms by which messages that did not arrive are sent again or put aside, and a node's address is entered.
import { z } from 'zod';
import { optionalText, text } from '../../../web/fields.ts';

const sequence = z.string().regex(/^\d{1,15}$/, 'web.error.notANumber').transform(Number); // prettier-ignore

/** Without a message: all of the node. */
export const replaySchema = z.strictObject({ message: sequence.optional() });
export const putAsideSchema = z.strictObject({ message: sequence, reason: text(300, 'exchange-outgoing.error.reason') });
/** Empty: the node fetches. */
export const addressSchema = z.strictObject({ address: optionalText(300) });
