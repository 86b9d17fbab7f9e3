// E-mail by SMTP: text only, in the receiver's language, never without TLS except to a server on the machine itself.
import type { Transporter } from 'nodemailer';
import { isLoopback } from './loopback.ts';
import type { Delivery, MessageProvider } from './provider.ts';

/**
 * `url`: `smtps://user:password@host:465` speaks TLS from the first byte, `smtp://…:587` must turn to it (STARTTLS) before anything is said.
 * `from`: the address messages come from and come back to. For tests, which have but loopback: `ca` certificates to trust, `requireTls` also there.
 */
export type Smtp = { url: string; from: string; ca?: string; requireTls?: boolean };

/** Two workers together stay below the 50 a Postfix allows one client; at a server's 100 ms a worker hands over 200 a second. */
const CONNECTIONS = 20;
/** Each wait by itself; a lane gives up on the whole after its own time. */
const WAIT_MILLISECONDS = 8_000;
/** One plain address: no second receiver, no name, no line of its own. */
const ADDRESS = /^[^\s<>(),;:"\\[\]@]{1,64}@[a-z0-9.-]{1,253}$/i;

/**
 * SMTP knows no key under which a server would take a message once. The Message-ID is made from the message's id, the same at every try: mailboxes
 * that drop a second copy of one Message-ID show it once, others show it twice if a worker dies between the server's yes and our note, or if
 * that yes is lost on the way. A mail that comes back later goes to `from`: the portal does not read that mailbox.
 */
export function smtpCarrier({ url, from, ca, requireTls }: Smtp): MessageProvider {
  const { protocol, hostname, port, username, password } = new URL(url); // nothing of its query: it could turn the checks of TLS off
  const secure = protocol === 'smtps:';
  const plain = !secure && !requireTls && isLoopback(hostname);
  const connect = async () =>
    // Read when a mail first goes: most doors never send one.
    (await import('nodemailer')).createTransport({
      pool: true,
      host: hostname.replaceAll(/[[\]]/g, ''),
      port: Number(port) || (secure ? 465 : 587),
      secure,
      requireTLS: !secure && !plain,
      ignoreTLS: plain,
      tls: { minVersion: 'TLSv1.2', ...(ca ? { ca } : {}) },
      ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
      maxConnections: CONNECTIONS,
      maxRequeues: 1, // a connection the server closed while it idled
      connectionTimeout: WAIT_MILLISECONDS,
      greetingTimeout: WAIT_MILLISECONDS,
      socketTimeout: WAIT_MILLISECONDS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  let transport: Promise<Pick<Transporter, 'sendMail' | 'close'>> | undefined;
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    channel: 'email',
    close: () => void transport?.then((open) => open.close()),
    atOnce: CONNECTIONS, // more would only wait inside the pool while their claim runs out
    async send({ id, to, subject, text, locale }) {
      if (!ADDRESS.test(to)) return { outcome: 'rejected', because: 'no-address', refused: 'receiver' };
      try {
        await (
          await (transport ??= connect())
        ).sendMail({
          envelope: { from, to: [to] },
          from: { name: 'Vatsalya', address: from },
          to: { name: '', address: to },
          subject: subject ?? '',
          text,
          messageId: `<${id}@${domain}>`,
          headers: { 'auto-submitted': 'auto-generated', 'content-language': locale },
        });
        return { outcome: 'accepted' };
      } catch (fault) {
        return deliveryOf(fault as SmtpFault);
      }
    },
  };
}

/** What nodemailer puts on its errors: the server's three digits and sentence, and the command it answered. */
type SmtpFault = { name?: string; code?: string; responseCode?: number; response?: string; command?: string };

/**
 * 421: too many connections. Any other 4xx passes, so does all that happens before a receiver is named: a wrong password or certificate is mended by the operator while messages wait.
 * A 5xx to the receiver's address is of the receiver, unless its second code says policy (5.7): then we may not send there. Any other 5xx is of
 * what we sent.
 */
function deliveryOf({ name, code, responseCode, response = '', command = '' }: SmtpFault): Delivery {
  if (responseCode === 421) return { outcome: 'later', because: 'smtp-421' };
  if (responseCode === undefined || responseCode < 500 || code === 'EAUTH' || code === 'ETLS')
    return { outcome: 'tryAgain', because: code ?? name ?? 'unreachable' };
  const because = `smtp-${responseCode}`;
  const ofReceiver = command === 'RCPT TO' && !/\b5\.7\.\d/.test(response);
  return { outcome: 'rejected', because, refused: ofReceiver ? 'receiver' : 'request' };
}
