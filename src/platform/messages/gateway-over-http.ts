// Hands an SMS or a WhatsApp message to the operator's gateway as JSON, one adapter of whose making stands before each telecom provider.
import { type DltRegister, dltNumberOf } from './dlt.ts';
import { isLoopback } from './loopback.ts';
import type { Delivery, MessageProvider } from './provider.ts';

/** `url` must be https, or http on loopback. `key` is sent as a bearer token. `sender` is the registered header of SMS, or the number WhatsApp messages come from. */
export type Gateway = { url: string; key: string; sender: string; timeoutMilliseconds?: number };

/** Numbers the templates of SMS are registered under; `required`: without one a message is refused here, since operators would drop it unsaid. */
export type Dlt = { register: DltRegister | undefined; required: boolean };

/**
 * The message's id goes as `Idempotency-Key` and as `reference`, under which the gateway reports what becomes of it. A gateway that honours the key
 * sends the message once however often a worker dies before noting that it handed it over. One that does not may send it twice in that case alone:
 * the window is the time from its acceptance to our note, some milliseconds, for at most as many messages as were in hand.
 * Throws at start-up if the gateway's address is not safe to send telephone numbers to.
 */
export function gatewayOverHttp(channel: 'sms' | 'whatsapp', gateway: Gateway, dlt?: Dlt): MessageProvider {
  const url = safeAddress(gateway.url);
  const entity = dlt?.register?.entity;
  return {
    channel,
    async send({ id, to, text, template, locale }) {
      const dltTemplate = dltNumberOf(dlt?.register, template, locale);
      if (dlt?.required && !dltTemplate) return { outcome: 'rejected', because: 'dlt-template-missing', refused: 'request' };
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.key}`, 'idempotency-key': id },
          body: JSON.stringify({ reference: id, to, text, template, locale, sender: gateway.sender, dltTemplate, dltEntity: entity }),
          redirect: 'error', // a redirect would carry the number and the key somewhere nobody configured
          signal: AbortSignal.timeout(gateway.timeoutMilliseconds ?? 10_000),
        });
        await response.body?.cancel(); // accepted or not is all we read: what becomes of it comes as a receipt
        return deliveryOf(response.status);
      } catch (fault) {
        return { outcome: 'tryAgain', because: fault instanceof Error ? fault.name : 'unreachable' };
      }
    },
  };
}

function safeAddress(text: string): URL {
  const url = new URL(text);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url;
  throw new Error('a gateway must be reached over https');
}

/** What an operator mends while messages wait: a key that ran out, a path mistyped, a gateway in trouble of its own. */
const passing: readonly number[] = [401, 403, 404, 407, 408, 409, 425];
/** The number takes no message: the two the gateway's adapter says it by. */
const ofReceiver: readonly number[] = [410, 422];

function deliveryOf(status: number): Delivery {
  const because = `http-${status}`;
  if (status >= 200 && status < 300) return { outcome: 'accepted' };
  if (status === 429) return { outcome: 'later', because };
  if (passing.includes(status) || status < 400 || status >= 500) return { outcome: 'tryAgain', because };
  return { outcome: 'rejected', because, refused: ofReceiver.includes(status) ? 'receiver' : 'request' };
}
