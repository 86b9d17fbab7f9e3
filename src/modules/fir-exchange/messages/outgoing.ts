// What the portal tells the node that owns an FIR, as a value: what happened, when, to which child of which paper. Nothing here can hold a name, a place or an offence.
import { MOST_CHILDREN } from './child-fields.ts';
import { type CodeList, type GroupValue, group, instant, may, must, oneOf, whole, written } from './field.ts';
import { nodeForm, uuidForm } from './forms.ts';
import { paper } from './places-and-people.ts';

export const portalHappenings = {
  name: 'PortalHappening',
  codes: {
    'record-opened': 'The portal opened a record for the child of this paper',
    'alert-acknowledged': 'A nodal officer acknowledged the alert',
    'judged-same': 'An officer holds a found child to be this child. A second person has yet to confirm it',
    sighting: 'A child was seen, and the officer who went to see holds it to be this child',
    'judgement-reversed': 'What was held to be the same child is so no longer',
    'identity-confirmed': 'The Committee confirmed it',
    'identity-refused': 'The Committee did not confirm it',
    produced: 'The child, or one held to be this child, was produced before the Committee',
    restored: 'The child was restored',
    closed: 'The station closed the report in the portal',
    reopened: 'It was opened again',
    'entry-disputed': 'What your system said became of the case was denied by the station or the Committee',
    'search-goes-on': 'Your system closed the case as untraced: the station says that the search goes on here',
  },
} as const satisfies CodeList;
export type PortalHappening = keyof typeof portalHappenings.codes;

const referenceForm = {
  name: 'PortalReference',
  pattern: 'MC-[A-Z]{2}-[0-9]{4}-[0-9]{6,7}-[0-9A-Z]',
  says: 'a number of the portal, as "MC-WB-2026-004211-K"',
};

const body = group('PortalHappenedBody', {
  what: must(oneOf(portalHappenings), 'What happened.'),
  happenedAt: must(instant, 'When it happened.'),
  recordedAt: must(instant, 'When it was recorded in the portal.'),
  childNumber: may(whole(1, MOST_CHILDREN), 'Which child of the paper, where your system has numbered them.'),
  reference: must(written(referenceForm, 40), "The portal's number of the child's record."),
});

const fields = {
  messageId: must(written(uuidForm, 36), 'Its id. Sent again, it keeps its id, byte for byte the same content: take it once.'),
  type: must(oneOf({ name: 'PortalMessageType', codes: { 'Portal.happened': 'Something happened to a child of this paper' } }), 'What kind of message it is.'),
  version: must(whole(1, 1), 'The version of this contract: 1.'),
  node: must(written(nodeForm, 15), 'Your node, which it is for.'),
  sentAt: must(instant, 'When the portal wrote it. Sent again, it keeps it.'),
  paper: must(paper, 'The FIR or diary entry, by its natural key.'),
  corrects: may(written(uuidForm, 36), 'The earlier message whose moment this one puts right.'),
  body: must(body, 'What happened.'),
} as const; // prettier-ignore

/** Version 1 of what goes out. JSON alone. */
export const outgoing1 = { type: 'Portal.happened', says: 'What the portal learned of a child of your paper.', fields } as const;
export type OutgoingMessage = GroupValue<typeof fields>;

/** What a node answers when it has taken one, signed as the portal signs its own receipts. */
export const nodeReceipt = {
  messageId: must(written(uuidForm, 36), 'The message taken.'),
  receivedAt: must(instant, 'When it was taken.'),
} as const;

/** What a node that fetches says when it has kept them. */
export const acknowledgement = {
  upTo: must(whole(0, 999_999_999_999_999), 'The sequence up to which you have kept everything.'),
} as const;
