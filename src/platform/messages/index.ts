// The door to messages: the closed templates, how one gets its words, and the carriers.
export { outboxProvider } from './outbox.ts';
export { smsOverHttp } from './sms-over-http.ts';
export { type Providers, type SentMessage, recentMessages, sendWaitingMessages } from './send-waiting.ts';
