// The door to messages: the closed templates, how one gets its words, and the carriers.
export { type Message, type TranslateMessage, type WrittenMessage, writeMessage } from './message.ts';
export { outboxProvider } from './outbox.ts';
export type { Delivery, MessageProvider } from './provider.ts';
export { type SmsGateway, smsOverHttp } from './sms-over-http.ts';
export { type FactsOf, type MessageChannel, type TemplateId, templateIds, templates } from './templates.ts';
export { type Providers, type SentMessage, recentMessages, sendWaitingMessages } from './send-waiting.ts';
export { queueMessage } from './store.ts';
