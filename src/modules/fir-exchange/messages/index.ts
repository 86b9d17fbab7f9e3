// The contract as the rest of the exchange uses it: messages read and written, their natural key, their digest, what is odd in them.
export type { Bodies, FirRegisteredBody } from './bodies.ts';
export type { FoundChild, MissingChild } from './child-fields.ts';
export { canonicalJson, contentDigest } from './digest.ts';
export { type Message, type MessageOf, type MessageType, type PaperMessage, type StationMessage, isOfPaper } from './envelope.ts';
export { writeJson } from './json.ts';
export { type Oddity, type OddityCode, oddityCodes, odditiesOf } from './oddities.ts';
export { type OutgoingMessage, type PortalHappening, acknowledgement, nodeReceipt, outgoing1 } from './outgoing.ts';
export { canonicalNumber, paperKey } from './paper-key.ts';
export type { Paper } from './places-and-people.ts';
export { type Heading, type MediaType, type Reading, mediaTypes, readMessage, readTree } from './read.ts';
export { type Flaw, type Reason, reasons } from './reasons.ts';
export { version1 } from './version-1.ts';
export { writeXml } from './xml.ts';
