// What every message carries, whatever it says: who sends it, when, of which paper, and where it stands in the paper's row of messages.
import { type Bodies, bodies } from './bodies.ts';
import { correctionReasons } from './codes.ts';
import { type Fields, type GroupValue, group, instant, may, must, oneOf, text, whole, written } from './field.ts';
import { nodeForm, uuidForm } from './forms.ts';
import { paper } from './places-and-people.ts';

export type MessageType = keyof Bodies;
/** Messages of a station's day have no paper, no number and no sequence. */
export type StationType = 'Station.nilReport';
export type PaperType = Exclude<MessageType, StationType>;

const heading = {
  messageId: must(written(uuidForm, 36), 'A UUID of your own. Sent again, a message keeps its id, byte for byte the same content.'),
} as const;

const sender = {
  version: must(whole(1, 1), 'The version of this contract: 1.'),
  node: must(written(nodeForm, 15), 'Your node. It must be the one whose key signs the delivery.'),
  sentAt: must(instant, 'When this message was written by your system. A message sent again keeps it.'),
  eventAt: must(instant, 'When what it tells happened.'),
} as const;

const ofPaper = {
  paper: must(paper, 'The FIR or diary entry, by its natural key.'),
  rawNumber: must(text(60), "Your system's own number of it, as it stands there. It is kept as sent."),
  sequence: must(whole(1, 1_000_000), 'The place of this message among those of this paper: 1, 2, 3, without gaps.'),
} as const;

const corrects = group('Corrects', {
  messageId: must(written(uuidForm, 36), 'The message that said it wrongly.'),
  reason: must(oneOf(correctionReasons), 'Why it is corrected.'),
});

/** The envelope's fields, in the order of the XML rendering, around this type's body. */
function fieldsOf(type: MessageType): Fields {
  const { about, body } = bodies[type];
  return {
    ...heading,
    type: must(oneOf({ name: 'MessageType', codes: { [type]: bodies[type].says } }), 'What kind of message it is.'),
    ...sender,
    ...(about === 'paper' ? ofPaper : {}),
    corrects: may(corrects, 'The earlier message this one puts right. It has a sequence of its own and says everything anew.'),
    body: must(body, 'What the message says, by its type.'),
  };
}

export const envelopes = Object.fromEntries(Object.keys(bodies).map((type) => [type, fieldsOf(type as MessageType)])) as Record<
  MessageType,
  Fields
>;

type Sent = GroupValue<typeof heading & typeof sender> & { version: 1; corrects?: GroupValue<typeof corrects.fields> };
type OfPaper = GroupValue<typeof ofPaper>;
type Of<Type extends MessageType> = Sent & { type: Type; body: Bodies[Type] } & (Type extends PaperType ? OfPaper : object);

/** A message of one type, read and valid. */
export type MessageOf<Type extends MessageType> = Type extends MessageType ? { [Name in keyof Of<Type>]: Of<Type>[Name] } : never;
export type PaperMessage = MessageOf<PaperType>;
export type StationMessage = MessageOf<StationType>;
export type Message = PaperMessage | StationMessage;

export function isOfPaper(message: Message): message is PaperMessage {
  return message.type !== 'Station.nilReport';
}
