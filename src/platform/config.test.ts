// The configuration refuses what is wrong by name, and never repeats a secret.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ConfigError, type Environment, readConfig } from './config.ts';

const SECRET = 'correct-horse-battery-staple-0123456789';
const sms = { SMS_GATEWAY_URL: 'https://sms.example', SMS_GATEWAY_KEY: 'key', SMS_SENDER: 'VATSLY' };
const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://desk:pw@db.internal/vatsalya', SECRET, ...sms };
const read = (environment: Environment) => readConfig(environment, () => SECRET);

function problemsOf(environment: Environment): readonly string[] {
  try {
    read(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

test('an empty environment is a demonstration on loopback with the bundled database', () => {
  const config = read({});
  expect(config).toMatchObject({ production: false, demo: true, databaseUrl: undefined, host: '127.0.0.1', oidc: undefined });
  expect(config.ports).toEqual({ citizen: 4710, desk: 4711, exchange: 4712, worker: 4713 });
  expect(config.session).toEqual({ idleMinutes: 15, hours: 8 });
});

test('a complete production environment is accepted and is no demonstration', () => {
  expect(read(production)).toMatchObject({ production: true, demo: false, secret: SECRET, databaseUrl: production.DATABASE_URL });
});

test('with a database of its own a demonstration is asked for, never assumed', () => {
  const { NODE_ENV: _, ...operator } = production;
  expect(read(operator).demo).toBe(false);
  expect(read({ ...operator, DEMO: 'true' }).demo).toBe(true);
});

const oidc = { OIDC_ISSUER: 'https://sign-in.example', OIDC_CLIENT_ID: 'vatsalya', OIDC_CLIENT_SECRET: 'very-hidden' };

test('single sign-on is on when all its variables are set', () => {
  expect(read(oidc).oidc).toEqual({ issuer: 'https://sign-in.example', clientId: 'vatsalya', clientSecret: 'very-hidden' });
});

test('e-mail is on when its server and sender are set', () => {
  const mail = { SMTP_URL: 'smtps://user:very-hidden@mail.example:465', MAIL_FROM: 'no-reply@vatsalya.example' };
  expect(read(mail).mail).toEqual({ url: mail.SMTP_URL, from: mail.MAIL_FROM });
  expect(read({}).mail).toBe(undefined);
});

const wrong: [string, Environment, string[]][] = [
  ['a port in words', { CITIZEN_PORT: 'http' }, ['CITIZEN_PORT']],
  ['a port too high', { DESK_PORT: '70000' }, ['DESK_PORT']],
  ['one port for two doors', { DESK_PORT: '4710' }, ['DESK_PORT']],
  ['another database', { DATABASE_URL: 'mysql://db' }, ['DATABASE_URL']],
  ['a role that is SQL', { DATABASE_ROLE: 'desk; drop table child' }, ['DATABASE_ROLE']],
  ['an origin with a path', { PUBLIC_ORIGIN_DESK: 'https://a.example/desk' }, ['PUBLIC_ORIGIN_DESK']],
  ['a key that signs nothing', { EXCHANGE_SIGNING_KEY: 'not a key at all, but hidden' }, ['EXCHANGE_SIGNING_KEY']],
  ['a next key that is none', { EXCHANGE_NEXT_KEY: 'AAAA' }, ['EXCHANGE_NEXT_KEY']],
  ['a short secret', { SECRET: 'short' }, ['SECRET']],
  ['a short token for receipts', { SMS_RECEIPTS_TOKEN: 'short' }, ['SMS_RECEIPTS_TOKEN']],
  [
    'one token for receipts of two carriers',
    { SMS_RECEIPTS_TOKEN: 'the same token, long enough', MAIL_RECEIPTS_TOKEN: 'the same token, long enough' },
    ['MAIL_RECEIPTS_TOKEN'],
  ],
  ['a level that is none', { LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
  ['half of single sign-on', { OIDC_ISSUER: 'https://sign-in.example' }, ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']],
  ['demonstration in production', { ...production, DEMO: 'true' }, ['DEMO']],
  ['production without a secret', { ...production, SECRET: undefined }, ['SECRET']],
  ['production on the bundled database', { ...production, DATABASE_URL: '' }, ['DATABASE_URL']],
  ['no demonstration and no secret', { ...sms, DEMO: 'false' }, ['SECRET']],
  [
    'production without a gateway for SMS',
    { ...production, SMS_GATEWAY_URL: '', SMS_GATEWAY_KEY: '', SMS_SENDER: '' },
    ['SMS_GATEWAY_URL'],
  ],
  ['half a gateway for SMS', { ...production, SMS_GATEWAY_KEY: '' }, ['SMS_GATEWAY_KEY']],
  ['half of e-mail', { SMTP_URL: 'smtps://u:p@mail.example' }, ['MAIL_FROM']],
  ['a mail server with options', { SMTP_URL: 'smtps://mail.example/?tls.rejectUnauthorized=false', MAIL_FROM: 'a@b.in' }, ['SMTP_URL']],
  ['a mail server spoken to over the web', { SMTP_URL: 'https://mail.example', MAIL_FROM: 'a@b.in' }, ['SMTP_URL']],
  ['a sender with a name', { SMTP_URL: 'smtp://mail.example:587', MAIL_FROM: 'Vatsalya <a@b.in>' }, ['MAIL_FROM']],
  ['half a gateway for WhatsApp', { WHATSAPP_GATEWAY_URL: 'https://wa.example' }, ['WHATSAPP_GATEWAY_KEY', 'WHATSAPP_SENDER']],
  ['several at once', { DEMO: 'yes', SESSION_HOURS: '0', DATABASE_POOL_SIZE: '1.5' }, ['DATABASE_POOL_SIZE', 'DEMO', 'SESSION_HOURS']],
];

test.each(wrong)('refused by name: %s', (_what, environment, names) => {
  expect(problemsOf(environment).map((problem) => problem.split(':')[0])).toEqual(names);
});

test('a refusal never repeats a value', () => {
  const hidden = 'hunter2-password';
  const environment = { DATABASE_URL: `mysql://root:${hidden}@db`, SECRET: hidden, SMS_GATEWAY_URL: hidden, OIDC_ISSUER: hidden };
  expect(problemsOf(environment)).toHaveLength(4);
  expect(problemsOf(environment).join()).not.toContain(hidden);
});

test('a demonstration keeps one secret, readable by its owner only', () => {
  const directory = mkdtempSync(join(tmpdir(), 'vatsalya-config-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const first = readConfig({ DATA_DIRECTORY: directory }).secret;
  expect(first.length).toBeGreaterThanOrEqual(32);
  expect(readConfig({ DATA_DIRECTORY: directory }).secret).toBe(first);
  expect(statSync(join(directory, 'secret')).mode & 0o777).toBe(0o600);
});
