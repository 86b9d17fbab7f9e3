// Hands an SMS to the operator's gateway as JSON. The gateway maps `template` to the registered (DLT) template the law on
// commercial communication requires in India (TRAI TCCCPR 2018), so only the closed list can ever be sent.
import { z } from 'zod';
import type { Delivery, MessageProvider } from './provider.ts';

/** `url` must be https, or http on loopback. `key` is sent as a bearer token. `sender` is the registered six-letter header. */
export type SmsGateway = { url: string; key: string; sender: string; timeoutMilliseconds?: number };

const receiptSchema = z.object({ id: z.union([z.string(), z.number()]) });

/** Throws at start-up if the gateway's address is not safe to send telephone numbers to. */
export function smsOverHttp(gateway: SmsGateway): MessageProvider {
  const url = safeAddress(gateway.url);
  return {
    channel: 'sms',
    async send(message) {
      const { to, text, template, locale } = message;
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.key}` },
          body: JSON.stringify({ to, text, template, locale, sender: gateway.sender }),
          redirect: 'error', // a redirect would carry the number and the key somewhere nobody configured
          signal: AbortSignal.timeout(gateway.timeoutMilliseconds ?? 10_000),
        });
        return await deliveryOf(response);
      } catch (fault) {
        return { outcome: 'tryAgain', because: fault instanceof Error ? fault.name : 'unreachable' };
      }
    },
  };
}

function safeAddress(text: string): URL {
  const url = new URL(text);
  const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && loopback)) return url;
  throw new Error('the SMS gateway must be reached over https');
}

/** Too many requests and the gateway's own troubles pass; anything else it refused will be refused again. */
async function deliveryOf(response: Response): Promise<Delivery> {
  const body = await response.text();
  if (response.ok) return { outcome: 'accepted', receipt: receiptIn(body) };
  const passing = response.status === 429 || response.status === 408 || response.status >= 500;
  return { outcome: passing ? 'tryAgain' : 'rejected', because: `http-${response.status}` };
}

function receiptIn(body: string): string | null {
  try {
    const parsed = receiptSchema.safeParse(JSON.parse(body));
    return parsed.success ? String(parsed.data.id) : null;
  } catch {
    return null; // accepted all the same: a second SMS would be worse than a missing receipt
  }
}
