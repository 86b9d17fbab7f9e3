// Everything the environment may set, read once at start. A wrong value stops the program and is named, never shown.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { readPrivateKey, readPublicKey } from './credentials/ed25519.ts';

export type Environment = Record<string, string | undefined>;

export type Config = {
  production: boolean;
  /** Demonstration: fictional data, no real messages, sign-in without a second device. */
  demo: boolean;
  /** Absent: the bundled PostgreSQL under `dataDirectory`. */
  databaseUrl: string | undefined;
  /** The role every connection works as, if it is not the login's own. */
  databaseRole: string | undefined;
  databasePoolSize: number;
  /** Absolute. */
  dataDirectory: string;
  host: string;
  ports: { citizen: number; desk: number; exchange: number; worker: number };
  /** What browsers call each door, for example `https://vatsalya.example`. Absent: the address it listens on. */
  publicOrigins: { citizen: string | undefined; desk: string | undefined };
  /** At least 32 characters; keys are derived from it. */
  secret: string;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  session: { idleMinutes: number; hours: number };
  oidc: { issuer: string; clientId: string; clientSecret: string } | undefined;
  sms: { url: string; key: string; sender: string } | undefined;
  whatsapp: { url: string; key: string; sender: string } | undefined;
  /** The file with the numbers SMS templates are registered under (messages/dlt.ts). */
  dltTemplatesFile: string | undefined;
  mail: { url: string; from: string } | undefined;
  /** What each channel's carrier shows to report what became of its messages; without any the exchange door takes no reports. */
  receiptsTokens: { sms?: string | undefined; whatsapp?: string | undefined; email?: string | undefined };
  /** What receipts to police nodes are signed with (PKCS#8), and the public key that comes next. A demonstration signs with a key of its own. */
  exchangeKeys: { signing: string | undefined; next: string | undefined };
  /** What the worker signs the list of notices that may be shown with (PKCS#8), and the public key the doors check it by. */
  noticeKeys: { signing: string | undefined; published: string | undefined };
  /** How long what police systems sent is kept after it is settled, in days. */
  exchangeKeepDays: number;
  /** How long a stopping door answers that it is not ready before it closes. */
  drainSeconds: number;
  /** Children of the invented nation made on the first run of a demonstration. */
  seedChildren: number;
  /** With it a collector on another machine may read /metrics; without, only the machine itself. */
  metricsToken: string | undefined;
  /** Proxies whose word on the caller's address is taken. None: every caller is who connects. */
  trustedProxies: readonly string[];
};

/** `problems` has one line for each variable: its name and what was expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The configuration is wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

const port = (usual: number) => z.coerce.number().int().min(0).max(65_535).default(usual);
const whole = (low: number, high: number, usual: number) => z.coerce.number().int().min(low).max(high).default(usual);
const webAddress = z.url({ protocol: /^https?$/ });
/** Nothing after the port: options in an address could turn the checks of TLS off. */
const mailServer = z.url({ protocol: /^smtps?$/ }).refine((text) => /^smtps?:\/\/[^/?#]+\/?$/.test(text));
const origin = webAddress.refine((text) => new URL(text).origin === text);

const receiptsToken: [z.ZodOptional<z.ZodString>, string] = [
  z.string().min(24).optional(),
  'at least 24 characters, other than the other carriers’',
];

const privateKey = z
  .string()
  .refine((text) => readPrivateKey(text) !== null)
  .optional();
const publicKey = z
  .string()
  .refine((text) => readPublicKey(text) !== null)
  .optional();

// Each variable with the words that tell an operator what it may be.
const variables = {
  NODE_ENV: [z.string().optional(), 'any text; production turns the strict rules on'],
  DATABASE_URL: [z.url({ protocol: /^postgres(ql)?$/ }).optional(), 'a postgres:// URL'],
  DATABASE_ROLE: [
    z
      .string()
      .regex(/^[a-z_][a-z0-9_]{0,62}$/)
      .optional(),
    'a role name in lower case',
  ],
  DATABASE_POOL_SIZE: [whole(1, 200, 10), 'a whole number from 1 to 200'],
  DATA_DIRECTORY: [z.string().default('./.data'), 'a folder'],
  HOST: [
    z
      .string()
      .regex(/^[\w.:-]+$/)
      .default('127.0.0.1'),
    'an address to listen on',
  ],
  CITIZEN_PORT: [port(4710), 'a port from 0 (any free one) to 65535'],
  DESK_PORT: [port(4711), 'a port from 0 (any free one) to 65535'],
  EXCHANGE_PORT: [port(4712), 'a port from 0 (any free one) to 65535'],
  WORKER_PORT: [port(4713), 'a port from 0 (any free one) to 65535'],
  DEMO: [z.enum(['true', 'false']).optional(), 'true or false'],
  PUBLIC_ORIGIN_CITIZEN: [origin.optional(), 'an origin such as https://vatsalya.example, without a path'],
  PUBLIC_ORIGIN_DESK: [origin.optional(), 'an origin such as https://desk.vatsalya.example, without a path'],
  SECRET: [z.string().min(32).optional(), 'at least 32 characters'],
  LOG_LEVEL: [z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'), 'debug, info, warn, error or silent'],
  SESSION_IDLE_MINUTES: [whole(1, 480, 15), 'a whole number of minutes from 1 to 480'],
  SESSION_HOURS: [whole(1, 24, 8), 'a whole number of hours from 1 to 24'],
  OIDC_ISSUER: [webAddress.optional(), 'the https:// address of the sign-in service'],
  OIDC_CLIENT_ID: [z.string().optional(), 'the name this portal has at the sign-in service'],
  OIDC_CLIENT_SECRET: [z.string().optional(), 'the secret this portal has at the sign-in service'],
  SMS_GATEWAY_URL: [webAddress.optional(), 'an https:// address'],
  SMS_GATEWAY_KEY: [z.string().optional(), 'the key this portal has at the SMS gateway'],
  SMS_SENDER: [z.string().optional(), 'the registered header messages are sent under'],
  WHATSAPP_GATEWAY_URL: [webAddress.optional(), 'an https:// address'],
  WHATSAPP_GATEWAY_KEY: [z.string().optional(), 'the key this portal has at the WhatsApp gateway'],
  WHATSAPP_SENDER: [z.string().optional(), 'the number WhatsApp messages come from'],
  DLT_TEMPLATES_FILE: [z.string().optional(), 'the path of a JSON file'],
  SMTP_URL: [
    mailServer.optional(),
    'smtps://user:password@host:465 or smtp://…:587 (which must offer STARTTLS), without anything after the port',
  ],
  MAIL_FROM: [z.email().optional(), 'a plain e-mail address'],
  SMS_RECEIPTS_TOKEN: receiptsToken,
  WHATSAPP_RECEIPTS_TOKEN: receiptsToken,
  MAIL_RECEIPTS_TOKEN: receiptsToken,
  EXCHANGE_SIGNING_KEY: [privateKey, 'an Ed25519 private key as PKCS#8, PEM or base64'],
  EXCHANGE_NEXT_KEY: [publicKey, 'an Ed25519 public key, PEM or base64'],
  NOTICES_SIGNING_KEY: [privateKey, 'an Ed25519 private key as PKCS#8, PEM or base64, set for the worker alone'],
  NOTICES_PUBLIC_KEY: [publicKey, 'the Ed25519 public key of NOTICES_SIGNING_KEY, PEM or base64'],
  EXCHANGE_KEEP_DAYS: [whole(7, 3650, 90), 'a whole number of days from 7 to 3650'],
  METRICS_TOKEN: [z.string().min(16).optional(), 'at least 16 characters'],
  TRUSTED_PROXIES: [
    z
      .string()
      .regex(/^[\da-f.:/]+(,[\da-f.:/]+)*$/i)
      .optional(),
    'addresses or ranges such as 10.0.0.0/8, with commas between',
  ],
  DRAIN_SECONDS: [z.coerce.number().int().min(0).max(8).optional(), 'a whole number of seconds from 0 to 8'],
  SEED_CHILDREN: [whole(0, 2_000_000, 5_000), 'a whole number from 0 to 2000000'],
} as const;

type Name = keyof typeof variables;
type Values = { [N in Name]: z.output<(typeof variables)[N][0]> };

/**
 * Reads the configuration or throws ConfigError naming every wrong variable.
 * `keptSecret` gives the secret of a demonstration, which sets none: by default one generated into the data directory.
 */
export function readConfig(environment: Environment, keptSecret: (dataDirectory: string) => string = secretKeptIn): Config {
  const values = readVariables(environment);
  const production = values.NODE_ENV === 'production';
  // A database of the operator's own may hold real children: there a demonstration is asked for, never assumed.
  const demo = values.DEMO === undefined ? !production && !values.DATABASE_URL : values.DEMO === 'true';
  const problems = contradictions(values, production, demo);
  if (problems.length > 0) throw new ConfigError(problems);
  const dataDirectory = resolve(values.DATA_DIRECTORY);
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  const { SMS_GATEWAY_URL: smsUrl, SMS_GATEWAY_KEY: key, SMS_SENDER: sender } = values;
  const { WHATSAPP_GATEWAY_URL: whatsappUrl, WHATSAPP_GATEWAY_KEY: whatsappKey, WHATSAPP_SENDER: whatsappSender } = values;
  return {
    production,
    demo,
    databaseUrl: values.DATABASE_URL,
    databaseRole: values.DATABASE_ROLE,
    databasePoolSize: values.DATABASE_POOL_SIZE,
    dataDirectory,
    host: values.HOST,
    ports: { citizen: values.CITIZEN_PORT, desk: values.DESK_PORT, exchange: values.EXCHANGE_PORT, worker: values.WORKER_PORT },
    publicOrigins: { citizen: values.PUBLIC_ORIGIN_CITIZEN, desk: values.PUBLIC_ORIGIN_DESK },
    secret: values.SECRET ?? keptSecret(dataDirectory),
    logLevel: values.LOG_LEVEL,
    session: { idleMinutes: values.SESSION_IDLE_MINUTES, hours: values.SESSION_HOURS },
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined,
    sms: smsUrl && key && sender ? { url: smsUrl, key, sender } : undefined,
    whatsapp: whatsappUrl && whatsappKey && whatsappSender ? { url: whatsappUrl, key: whatsappKey, sender: whatsappSender } : undefined,
    dltTemplatesFile: values.DLT_TEMPLATES_FILE,
    mail: values.SMTP_URL && values.MAIL_FROM ? { url: values.SMTP_URL, from: values.MAIL_FROM } : undefined,
    receiptsTokens: { sms: values.SMS_RECEIPTS_TOKEN, whatsapp: values.WHATSAPP_RECEIPTS_TOKEN, email: values.MAIL_RECEIPTS_TOKEN },
    exchangeKeys: { signing: values.EXCHANGE_SIGNING_KEY, next: values.EXCHANGE_NEXT_KEY },
    noticeKeys: { signing: values.NOTICES_SIGNING_KEY, published: values.NOTICES_PUBLIC_KEY },
    exchangeKeepDays: values.EXCHANGE_KEEP_DAYS,
    drainSeconds: values.DRAIN_SECONDS ?? (demo ? 0 : 5),
    seedChildren: values.SEED_CHILDREN,
    metricsToken: values.METRICS_TOKEN,
    trustedProxies: values.TRUSTED_PROXIES?.split(',') ?? [],
  };
}

/** Set to nothing counts as not set. zod's own messages are not used: they may quote the value. */
function readVariables(environment: Environment): Values {
  const problems: string[] = [];
  const values = Object.entries(variables).map(([name, [schema, expected]]) => {
    const result = schema.safeParse(environment[name] || undefined);
    if (!result.success) problems.push(`${name}: expected ${expected}`);
    return [name, result.data];
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.fromEntries(values) as Values;
}

const togetherOrNot: readonly Name[][] = [
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['SMS_GATEWAY_URL', 'SMS_GATEWAY_KEY', 'SMS_SENDER'],
  ['WHATSAPP_GATEWAY_URL', 'WHATSAPP_GATEWAY_KEY', 'WHATSAPP_SENDER'],
  ['SMTP_URL', 'MAIL_FROM'],
];

function contradictions(values: Values, production: boolean, demo: boolean): string[] {
  const problems: string[] = [];
  if (production && demo) problems.push('DEMO: expected false when NODE_ENV is production');
  if (production && !values.DATABASE_URL)
    problems.push('DATABASE_URL: expected when NODE_ENV is production (the bundled database is for trying out)');
  if (!demo && !values.SECRET) problems.push('SECRET: expected at least 32 characters unless DEMO is true');
  if (!demo && !values.SMS_GATEWAY_URL)
    problems.push('SMS_GATEWAY_URL: expected unless DEMO is true (codes and alerts would reach nobody)');
  for (const names of togetherOrNot) {
    const missing = names.filter((name) => !values[name]);
    if (missing.length < names.length)
      problems.push(...missing.map((name) => `${name}: expected together with the variables it belongs to`));
  }
  const ports = (['CITIZEN_PORT', 'DESK_PORT', 'EXCHANGE_PORT', 'WORKER_PORT'] as const).filter((name) => values[name] !== 0);
  const twice = ports.filter((name, index) => ports.findIndex((other) => values[other] === values[name]) < index);
  // One carrier's token would report in another's name.
  const tokens = (['SMS_RECEIPTS_TOKEN', 'WHATSAPP_RECEIPTS_TOKEN', 'MAIL_RECEIPTS_TOKEN'] as const).filter((name) => values[name]);
  const shared = tokens.filter((name, index) => tokens.findIndex((other) => values[other] === values[name]) < index);
  problems.push(...shared.map((name) => `${name}: expected a token no other carrier has`));
  return [...problems, ...twice.map((name) => `${name}: expected a port no other door uses`)];
}

function secretKeptIn(dataDirectory: string): string {
  const file = join(dataDirectory, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataDirectory, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}
