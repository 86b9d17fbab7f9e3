// Every message the portal can send, and the facts each may carry. Closed on purpose: a message lies on a lock screen anyone can
// read, so there is no fact here for a child, a family member, an offence or a place of safety, and none may be added (threat A24).

/** What a fact is when its sentence is filled. Links carry public ids or one-use keys, never a record's own id. */
export type FactTypes = {
  reference: string;
  code: string;
  minutes: number;
  office: string;
  telephone: string;
  link: string;
  count: number;
  /** Duties of the office that are late, soon due, and others' that climbed to it. */
  late: number;
  soon: number;
  others: number;
};
export type FactKind = keyof FactTypes;

export type MessageChannel = 'sms' | 'email' | 'whatsapp' | 'push';
/** An `alarm` leaves before what is ordinary. */
export type Urgency = 'alarm' | 'ordinary';

/** `only`: the one channel it goes by. */
type Template = { facts: readonly FactKind[]; only?: MessageChannel };

/** Words live in the catalogue under `messages.<template>.sms`, which a WhatsApp message and a push say too, `.subject` and `.email`. */
export const templates = {
  oneTimeCode: { facts: ['code', 'minutes'] },
  reportReceived: { facts: ['reference', 'office', 'telephone'] },
  nodalAlert: { facts: ['reference', 'office', 'link'] },
  unanswered: { facts: ['reference', 'office', 'link'] },
  alertDigest: { facts: ['count', 'link'] },
  digestUnanswered: { facts: ['count', 'office', 'link'] },
  nodalConfirmation: { facts: ['office', 'link'] },
  dutiesFellDue: { facts: ['office', 'late', 'soon', 'others', 'link'] },
  noticeObjected: { facts: ['reference', 'link'] },
  /** Somebody asked whether a child is known: compare, and call back. */
  checkAsked: { facts: ['reference', 'link'] },
  checkFound: { facts: ['reference', 'link'] },
  checkLate: { facts: ['reference', 'link'] },
  /** A person whom a child is kept from asked for a child. */
  barRecorded: { facts: ['reference', 'link'] },
  barredAsked: { facts: ['reference', 'link'] },
  recallUnanswered: { facts: ['reference', 'link'] },
  policeHeld: { facts: ['reference', 'link'] },
  stationHeld: { facts: ['reference', 'link'] },
  /** Somebody has to go to a child now; which child, and why, is behind the link. */
  actAtOnce: { facts: ['reference', 'link'] },
  directiveIssued: { facts: ['reference', 'link'] },
  noticeWithdrawn: { facts: ['reference', 'office'] },
  deviceTest: { facts: [], only: 'push' },
} as const satisfies Record<string, Template>;

export type TemplateId = keyof typeof templates;
export const templateIds = Object.keys(templates) as TemplateId[];

/** The facts of one template, no more and no fewer. */
export type FactsOf<T extends TemplateId> = { [Kind in (typeof templates)[T]['facts'][number]]: FactTypes[Kind] };
