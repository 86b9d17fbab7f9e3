// Who carries what, by configuration: nothing passes for sent without a carrier, and the operator is told what is missing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Environment, readConfig } from '../platform/config.ts';
import { type LogFacts, openLog } from '../platform/log.ts';
import { type MessageProvider, outboxProvider } from '../platform/messages/index.ts';
import type { WrittenMessage } from '../platform/messages/message.ts';
import { carriersOf } from './carriers.ts';

const production: Environment = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://worker:pw@db.internal/vatsalya',
  SECRET: 'correct-horse-battery-staple-0123456789',
  SMS_GATEWAY_URL: 'http://127.0.0.1:1/',
  SMS_GATEWAY_KEY: 'key',
  SMS_SENDER: 'VATSLY',
};
const push = outboxProvider('push', true);

function built(environment: Environment): { carriers: MessageProvider[]; warned: string[] } {
  const warned: string[] = [];
  const log = { ...openLog('silent'), warn: ({ rule }: LogFacts, event?: string) => void warned.push(`${event} ${String(rule)}`) };
  return { carriers: carriersOf(readConfig(environment), log, push), warned };
}

async function says(carriers: readonly MessageProvider[], channel: WrittenMessage['channel']): Promise<string> {
  const facts = { code: '123456', minutes: 10 };
  const message = { id: 'x', channel, to: '+919800000001', template: 'oneTimeCode', facts, locale: 'en', subject: '', text: '' } as const;
  const delivery = await carriers.find((carrier) => carrier.channel === channel)!.send(message);
  return delivery.outcome === 'accepted' ? 'accepted' : `${delivery.outcome} ${delivery.because}`;
}

function fileOf(content: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'vatsalya-carriers-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  writeFileSync(join(directory, 'dlt.json'), content);
  return join(directory, 'dlt.json');
}

test('a demonstration keeps every message for its outbox', async () => {
  const { carriers } = built({ SECRET: production['SECRET'] });
  for (const channel of ['sms', 'email', 'whatsapp', 'push'] as const) expect(await says(carriers, channel)).toBe('accepted');
});

test('in production what has no carrier is refused, and so is an SMS without a registered number, each named at the start', async () => {
  const { carriers, warned } = built(production);
  expect(await says(carriers, 'email')).toBe('rejected no-carrier');
  expect(await says(carriers, 'whatsapp')).toBe('rejected no-carrier');
  expect(await says(carriers, 'sms')).toBe('rejected dlt-template-missing');
  expect(warned).toContain('message.noDltTemplate oneTimeCode/en');
});

test('with its number it goes to the gateway, which here is not there', async () => {
  const register = { entity: '1101234567890123456', templates: { oneTimeCode: { en: '1107160000000000001' } } };
  const { carriers, warned } = built({ ...production, DLT_TEMPLATES_FILE: fileOf(JSON.stringify(register)) });
  expect(await says(carriers, 'sms')).toMatch(/^tryAgain/);
  expect(warned).not.toContain('message.noDltTemplate oneTimeCode/en');
  expect(warned).toContain('message.noDltTemplate oneTimeCode/hi');
});

test('a register that cannot be read stops the worker and is named by its variable', () => {
  expect(() => built({ ...production, DLT_TEMPLATES_FILE: fileOf('{"entity": 5}') })).toThrow(/DLT_TEMPLATES_FILE/);
  expect(() => built({ ...production, DLT_TEMPLATES_FILE: '/nowhere/dlt.json' })).toThrow(/DLT_TEMPLATES_FILE/);
});
