// E-mail to a real SMTP server on loopback: what arrives, what each refusal means, and that nothing is said to a server that offers no TLS or shows a wrong certificate.
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { certificate, key } from '../../../tests/mail/loopback-certificate.ts';
import type { WrittenMessage } from './message.ts';
import type { MessageProvider } from './provider.ts';
import { type Smtp, smtpCarrier } from './smtp.ts';

const message: WrittenMessage = {
  id: '01234567-89ab-7def-8123-456789abcdef',
  channel: 'email',
  to: 'nodal@example.in',
  template: 'nodalAlert',
  facts: { reference: 'MC-BR-2026-000123-K', office: 'PS Bantra', link: 'https://desk.example/alerts' },
  locale: 'hi',
  subject: 'नई सूचना MC-BR-2026-000123-K',
  text: 'PS Bantra ने नई सूचना दर्ज की है: https://desk.example/alerts',
};

type Mail = { from: string; to: string[]; user: unknown; raw: string; secure: boolean };
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

async function listen(options: SMTPServerOptions = {}): Promise<{ port: number; mails: Mail[]; passwords: unknown[] }> {
  const mails: Mail[] = [];
  const passwords: unknown[] = [];
  const server = new SMTPServer({
    authOptional: true,
    key,
    cert: certificate,
    onAuth({ username, password }, _session, done) {
      passwords.push(password);
      return password === 'right' ? done(null, { user: username ?? '' }) : done(new Error('wrong password'));
    },
    onRcptTo({ address }, _session, done) {
      const refusal = /^(\d{3})-(.*)@/.exec(address);
      return refusal ? done(Object.assign(new Error(refusal[2]), { responseCode: Number(refusal[1]) })) : done();
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const raw = Buffer.concat(pieces).toString();
        const from = mailFrom ? mailFrom.address : '';
        mails.push({ from, to: rcptTo.map(({ address }) => address), user: session.user, raw, secure: session.secure });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {}); // a client that hangs up on a wrong certificate
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => server.close());
  return { port: (server.server.address() as AddressInfo).port, mails, passwords };
}

function carrier(settings: Omit<Smtp, 'from'>): MessageProvider {
  const made = smtpCarrier({ from: 'no-reply@vatsalya.example', ...settings });
  stops.unshift(() => made.close!());
  return made;
}

test('text in the receiver’s language arrives under an id made from the message’s', async () => {
  const { port, mails } = await listen();
  const provider = carrier({ url: `smtp://127.0.0.1:${port}` });
  expect(await provider.send(message)).toEqual({ outcome: 'accepted' });
  expect(await provider.send(message)).toEqual({ outcome: 'accepted' });
  const [first, again] = mails;
  const [head, body] = first!.raw.split('\r\n\r\n', 2);
  expect([first!.from, first!.to]).toEqual(['no-reply@vatsalya.example', ['nodal@example.in']]);
  expect(head).toContain('Message-ID: <01234567-89ab-7def-8123-456789abcdef@vatsalya.example>');
  expect(head).toMatch(/content-type: text\/plain; charset=utf-8/i);
  expect(head).toMatch(/auto-submitted: auto-generated/i);
  const encoded = /content-transfer-encoding: base64/i.test(head!) ? Buffer.from(body!, 'base64').toString() : decodeQuoted(body!);
  expect(encoded.trim()).toBe(message.text);
  expect(/^Message-ID: .*$/m.exec(again!.raw)?.[0]).toBe(/^Message-ID: .*$/m.exec(first!.raw)?.[0]);
});

function decodeQuoted(body: string): string {
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

test.each([
  ['450-busy@example.in', { outcome: 'tryAgain', because: 'EENVELOPE' }],
  ['550-5.1.1 no such user@example.in', { outcome: 'rejected', because: 'no-address', refused: 'receiver' }],
  ['550-unknown@example.in', { outcome: 'rejected', because: 'smtp-550', refused: 'receiver' }],
  ['550-5.7.1_relaying_denied@example.in', { outcome: 'rejected', because: 'smtp-550', refused: 'request' }],
  ['two@example.in, three@example.in', { outcome: 'rejected', because: 'no-address', refused: 'receiver' }],
  ['a@example.in\r\nRCPT TO:<b@example.in>', { outcome: 'rejected', because: 'no-address', refused: 'receiver' }],
])('to %s', async (to, delivery) => {
  const { port, mails } = await listen();
  expect(await carrier({ url: `smtp://127.0.0.1:${port}` }).send({ ...message, to })).toEqual(delivery);
  expect(mails).toEqual([]);
});

test('a line in the subject makes no header of its own', async () => {
  const { port, mails } = await listen();
  await carrier({ url: `smtp://127.0.0.1:${port}` }).send({ ...message, subject: 'New\r\nBcc: thief@example.in' });
  expect(mails[0]!.to).toEqual(['nodal@example.in']);
  expect(mails[0]!.raw).not.toMatch(/^bcc:/im);
});

test('with TLS from the first byte, and with STARTTLS, the password is shown to a server whose certificate is trusted', async () => {
  for (const secure of [true, false]) {
    const { port, mails } = await listen({ secure });
    const url = `${secure ? 'smtps' : 'smtp'}://portal:right@127.0.0.1:${port}`;
    expect(await carrier({ url, ca: certificate, requireTls: true }).send(message)).toEqual({ outcome: 'accepted' });
    expect(mails).toMatchObject([{ user: 'portal', secure: true }]);
  }
});

test.each([
  ['offers no TLS', { hideSTARTTLS: true, disabledCommands: ['STARTTLS'] }, certificate],
  ['shows a certificate nobody trusts', {}, undefined],
])('to a server that %s neither password nor mail is shown', async (_what, options, ca) => {
  const { port, mails, passwords } = await listen(options);
  const provider = carrier({ url: `smtp://portal:right@127.0.0.1:${port}`, requireTls: true, ...(ca ? { ca } : {}) });
  expect((await provider.send(message)).outcome).toBe('tryAgain');
  expect([mails, passwords]).toEqual([[], []]);
});

test('a wrong password waits for the operator; so does a server that is not there', async () => {
  const { port } = await listen();
  const wrong = carrier({ url: `smtp://portal:wrong@127.0.0.1:${port}`, ca: certificate, requireTls: true });
  expect(await wrong.send(message)).toEqual({ outcome: 'tryAgain', because: 'EAUTH' });
  expect((await carrier({ url: 'smtp://127.0.0.1:1' }).send(message)).outcome).toBe('tryAgain');
});
