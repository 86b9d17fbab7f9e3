// The door to messages: the closed templates, how one gets its words, and the carriers.
export { type DltRegister, readDltRegister, withoutDltNumber } from './dlt.ts';
export { callAddress } from './call-address.ts';
export { outboxProvider } from './outbox.ts';
export { gatewayOverHttp } from './gateway-over-http.ts';
export type { MessageProvider } from './provider.ts';
export { type LaneWatch, sendLane } from './lane.ts';
export { smtpCarrier } from './smtp.ts';
export { type SentMessage, recentMessages } from './recent.ts';
export { type ReportingChannel, insertReceipts, receiptStatuses, reportingChannels, takeReceipts } from './receipts.ts';
export { type PushDevice, pushCarrier } from './push.ts';
export { publicLookup, pushAddress } from './push-address.ts';
export { type PushKeys, pushKeys, pushPublicKey } from './push-keys.ts';
export { sending } from './sending-store.ts';
