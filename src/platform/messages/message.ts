// A message before and after it has words. Its words come from the catalogues through a translate function handed in.
import type { Facts } from '../../kernel/refusal.ts';
import { type FactsOf, type MessageChannel, type TemplateId, templates } from './templates.ts';

/** `to` is a telephone number (`+91…`) or an e-mail address; `locale` is the language the receiver chose. */
export type Message<T extends TemplateId = TemplateId> = {
  [Id in T]: {
    readonly channel: MessageChannel;
    readonly to: string;
    readonly template: Id;
    readonly facts: FactsOf<Id>;
    readonly locale: string;
  };
}[T];

/** `subject` is null for SMS. */
export type WrittenMessage = Message & { readonly subject: string | null; readonly text: string };

export type TranslateMessage = (locale: string, key: string, facts: Facts) => string;

/** Fills the message's template in its language. Facts the template does not name are dropped, so nothing extra can leak through. */
export function writeMessage(message: Message, translate: TranslateMessage): WrittenMessage {
  const given: Facts = message.facts;
  const allowed: readonly string[] = templates[message.template].facts;
  const facts = Object.fromEntries(Object.entries(given).filter(([kind]) => allowed.includes(kind)));
  const words = (part: string) => translate(message.locale, `messages.${message.template}.${part}`, facts);
  const subject = message.channel === 'email' ? words('subject') : null;
  return { ...message, subject, text: words(message.channel) };
}
