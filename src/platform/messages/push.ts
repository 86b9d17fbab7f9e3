// Web push to an officer's device: encrypted for the browser alone, to push services we know, following nobody elsewhere; a device that is gone is forgotten.
import { type RequestOptions, request as requestPlain } from 'node:http';
import { Agent, request as requestTls } from 'node:https';
import { isLoopback } from './loopback.ts';
import type { WrittenMessage } from './message.ts';
import type { Delivery, MessageProvider } from './provider.ts';
import { publicLookup, pushAddress } from './push-address.ts';
import type { PushKeys } from './push-keys.ts';

/** As the browser gave it: where its push service takes messages, and the keys it reads them with (base64url). */
export type PushDevice = { endpoint: string; p256dh: string; auth: string };

export type Push = {
  keys: PushKeys;
  /** Whom a push service writes to about us: `mailto:…` or `https://…`. */
  subject: string;
  /** What is known of a device now; one that was turned off is not. */
  deviceOf(id: string): Promise<PushDevice | undefined>;
  /** Its push service says it is gone. */
  forget(id: string): Promise<void>;
};

/** Tests have no push service but their own, over http on loopback. A portal in production refuses to be built with it. */
export type PushReach = { loopback: true; production: boolean };

const KEPT_SECONDS = 24 * 3600; // by the push service, for a device that is off
const WAIT_MILLISECONDS = 10_000;

/** The same shape in the service worker (`web/islands/push-worker.ts`), which draws it. */
type Shown = { id: string; title: string; text: string; open: string; alarm: boolean };

/**
 * Two copies of one message show once: the topic lets a push service replace one that waits, the id lets the browser replace one that is shown.
 */
export function pushCarrier({ keys, subject, deviceOf, forget }: Push, reach?: PushReach): MessageProvider {
  if (reach?.production) throw new Error('a push service on loopback is for tests');
  const agent = new Agent({ keepAlive: true, lookup: publicLookup() });
  return {
    channel: 'push',
    close: () => agent.destroy(),
    async send(message) {
      const device = await deviceOf(message.to);
      if (!device) return { outcome: 'rejected', because: 'device-off', refused: 'receiver' };
      const url = reach ? loopbackAddress(device.endpoint) : pushAddress(device.endpoint);
      if (!url) return { outcome: 'rejected', because: 'push-address', refused: 'receiver' };
      const { default: webPush } = await import('web-push'); // CommonJS: node finds no names in it; read where a device is first written to
      const { headers, body } = webPush.generateRequestDetails(
        { endpoint: device.endpoint, keys: { p256dh: device.p256dh, auth: device.auth } },
        JSON.stringify(shown(message)),
        {
          vapidDetails: { subject, ...keys },
          TTL: KEPT_SECONDS,
          urgency: message.urgency === 'alarm' ? 'high' : 'normal',
          topic: Buffer.from(message.id.replaceAll('-', ''), 'hex').toString('base64url'),
        },
      );
      const status = await post(url, { method: 'POST', headers, ...(reach ? {} : { agent }) }, body as Buffer);
      if (status === 404 || status === 410) await forget(message.to);
      return deliveryOf(status);
    },
  };
}

function loopbackAddress(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && url.protocol === 'http:' && isLoopback(url.hostname) ? url : null;
}

function shown({ id, subject, text, facts, urgency }: WrittenMessage): Shown {
  return { id, title: subject ?? '', text, open: 'link' in facts ? facts.link : '/', alarm: urgency === 'alarm' };
}

/** The status answered; a code where nothing was. Redirects are not followed: node's client follows none. */
function post(url: URL, options: RequestOptions, body: Buffer): Promise<number | string> {
  return new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? requestTls : requestPlain)(url, { ...options, timeout: WAIT_MILLISECONDS }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('timeout', () => request.destroy(Object.assign(new Error('no answer'), { code: 'TIMEOUT' })));
    request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
    request.end(body);
  });
}

/** 401 and 403 are about our keys, 3xx about nobody we know: both wait for the operator. */
function deliveryOf(status: number | string): Delivery {
  const because = typeof status === 'number' ? `push-${status}` : status;
  if (typeof status === 'string') return { outcome: 'tryAgain', because };
  if (status >= 200 && status < 300) return { outcome: 'accepted' };
  if (status === 429) return { outcome: 'later', because };
  if (status === 404 || status === 410) return { outcome: 'rejected', because, refused: 'receiver' };
  if (status === 400 || status === 413) return { outcome: 'rejected', because, refused: 'request' };
  return { outcome: 'tryAgain', because };
}
