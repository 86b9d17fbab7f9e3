// Registered numbers of SMS templates: read strictly, sent with the message, and none missing unsaid.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { json } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type DltRegister, readDltRegister, withoutDltNumber } from './dlt.ts';
import { gatewayOverHttp } from './gateway-over-http.ts';
import type { WrittenMessage } from './message.ts';
import { templateIds } from './templates.ts';

const entity = '1101234567890123456';
const alertHindi = '1107160000000000002';
const register: DltRegister = { entity, templates: { nodalAlert: { hi: alertHindi } } };

function fileOf(content: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'vatsalya-dlt-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const path = join(directory, 'dlt.json');
  writeFileSync(path, content);
  return path;
}

test('a register is read; each template and language without a number is named', () => {
  expect(readDltRegister(fileOf(JSON.stringify(register)))).toEqual(register);
  const missing = withoutDltNumber(register);
  expect(missing.includes('nodalAlert/hi')).toBe(false);
  expect(missing).toContain('nodalAlert/en');
  expect(missing.length).toBe((templateIds.length - 1) * 2 - 1); // the test of a device goes by push alone
});

test.each([
  ['no JSON', '{'],
  ['no entity', JSON.stringify({ templates: {} })],
  ['a number written as one, which JSON would round', `{"entity": "${entity}", "templates": {"nodalAlert": {"hi": 1107160000000000002}}}`],
  ['a template we do not have', JSON.stringify({ entity, templates: { lottery: { en: alertHindi } } })],
])('refused: %s', (_what, content) => expect(() => readDltRegister(fileOf(content))).toThrow());

const message: WrittenMessage = {
  id: '01234567-89ab-7def-8123-456789abcdef',
  channel: 'sms',
  to: '+919800000001',
  template: 'nodalAlert',
  facts: { reference: 'MC-BR-2026-000123-K', office: 'PS Bantra', link: 'https://desk.example/alerts' },
  locale: 'hi',
  subject: null,
  text: 'नई सूचना',
};

test('the numbers go with the message; where they are required, one without is refused by name and never leaves', async () => {
  const seen: unknown[] = [];
  const server = createServer(async (request, response) => {
    seen.push(await json(request));
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const gateway = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, key: '', sender: 'VATSLY' };
  const provider = gatewayOverHttp('sms', gateway, { register, required: true });
  expect(await provider.send(message)).toEqual({ outcome: 'accepted' });
  expect(seen).toMatchObject([{ dltTemplate: alertHindi, dltEntity: entity, sender: 'VATSLY' }]);
  expect(await provider.send({ ...message, locale: 'en' })).toEqual({
    outcome: 'rejected',
    because: 'dlt-template-missing',
    refused: 'request',
  });
  expect(seen.length).toBe(1);
  expect((await gatewayOverHttp('sms', gateway, { register, required: false }).send({ ...message, locale: 'en' })).outcome).toBe(
    'accepted',
  );
});
