// Writing a message: its words, its language, and no fact beyond its template.
import { expect, test } from 'vitest';
import { type Message, type TranslateMessage, writeMessage } from './message.ts';

const showing: TranslateMessage = (locale, key, facts) => `${locale} ${key} ${JSON.stringify(facts)}`;
const code: Message<'oneTimeCode'> = {
  channel: 'sms',
  to: '+919800000001',
  template: 'oneTimeCode',
  facts: { code: '123456', minutes: 10 },
  locale: 'hi',
};

test('an SMS has text and no subject', () => {
  const written = writeMessage('id', code, showing);
  expect(written.text).toBe('hi messages.oneTimeCode.sms {"code":"123456","minutes":10}');
  expect(written.subject).toBeNull();
});

test('an e-mail has both', () => {
  const written = writeMessage('id', { ...code, channel: 'email', to: 'officer@example.in' }, showing);
  expect(written.text).toContain('messages.oneTimeCode.email');
  expect(written.subject).toContain('messages.oneTimeCode.subject');
});

test('a WhatsApp message says what an SMS says; a push has that as its text under a title', () => {
  const [sms, whatsapp, push] = (['sms', 'whatsapp', 'push'] as const).map((channel) => writeMessage('id', { ...code, channel }, showing));
  expect([whatsapp!.text, push!.text]).toEqual([sms!.text, sms!.text]);
  expect([whatsapp!.subject, push!.subject]).toEqual([null, 'hi messages.oneTimeCode.subject {"code":"123456","minutes":10}']);
});

test('a fact smuggled past the types is dropped', () => {
  const smuggled = { ...code.facts, childName: 'Meenakshi' };
  expect(writeMessage('id', { ...code, facts: smuggled }, showing).text).not.toContain('Meenakshi');
});
