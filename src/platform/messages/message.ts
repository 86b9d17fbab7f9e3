// A message before and after it has words. Its words come from the catalogues through a translate function handed in.
import type { Facts } from '../../kernel/refusal.ts';
import { type FactsOf, type MessageChannel, type TemplateId, type Urgency, templates } from './templates.ts';

/** `to` is a telephone number (`+91…`), an e-mail address, or for `push` the id of an officer's device; `locale` is the language the receiver chose. */
export type Message<T extends TemplateId = TemplateId> = {
  [Id in T]: {
    readonly channel: MessageChannel;
    readonly to: string;
    readonly template: Id;
    readonly facts: FactsOf<Id>;
    readonly locale: string;
    /** Ordinary unless said. */
    readonly urgency?: Urgency;
  };
}[T];

/** `id` is the same at every try: a carrier that honours it takes the message once. `subject` is null for SMS and WhatsApp. */
export type WrittenMessage = Message & { readonly id: string; readonly subject: string | null; readonly text: string };

export type TranslateMessage = (locale: string, key: string, facts: Facts) => string;

const titled: readonly MessageChannel[] = ['email', 'push'];

/** Fills the message's template in its language. Facts the template does not name are dropped, so nothing extra can leak through. */
export function writeMessage(id: string, message: Message, translate: TranslateMessage): WrittenMessage {
  const given: Facts = message.facts;
  const allowed: readonly string[] = templates[message.template].facts;
  const facts = Object.fromEntries(Object.entries(given).filter(([kind]) => allowed.includes(kind)));
  const words = (part: string) => translate(message.locale, `messages.${message.template}.${part}`, facts);
  const subject = titled.includes(message.channel) ? words('subject') : null;
  return { ...message, id, subject, text: words(message.channel === 'email' ? 'email' : 'sms') };
}
