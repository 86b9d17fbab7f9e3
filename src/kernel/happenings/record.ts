// What can happen to any record: described, corrected, matched, held to be the same child; duties waived or suspended by order.

export type RecordFacts = {
  'record.described': { version: number };
  'record.corrected': { field: string };
  'match.proposed': { candidate: string; band: 'likely' | 'possible' };
  /** A guarded record stands in a new pair, which the other office may not open. */
  'match.heldBack': { candidate: string; band: 'likely' | 'possible' };
  /** Its own office let the other in, for this pair. */
  'match.opened': { candidate: string };
  'match.judged': { candidate: string; verdict: 'same' | 'different' | 'unsure' };
  'match.judgementReversed': { candidate: string };
  'match.withdrawn': { candidate: string };
  'identity.productionAsked': { candidate: string };
  'identity.confirmed': { candidate: string };
  'identity.refused': { candidate: string };
  /** The records now held to be this one child, this record among them: how many, and their ids joined by blanks. */
  'identity.joined': { records: number; members: string };
  'identity.parted': { records: number; members: string };
  /** `rule`: the duty's id; `orderNumber`: the paper of the authority that excused it. */
  'obligation.waived': { rule: string; orderNumber: string };
  /** A court or a higher authority holds the duty up; the time until it is resumed does not count. */
  'obligation.suspended': { rule: string; orderNumber: string };
  'obligation.resumed': { rule: string; orderNumber: string };
  /** `duty`: the entry that started it. From here another office owes it; its clock and its ladder run on. */
  'obligation.handedOver': { rule: string; duty: string; toOffice: string };
};

export const recordHappenings = [
  'record.described',
  'record.corrected',
  'match.proposed',
  'match.heldBack',
  'match.opened',
  'match.judged',
  'match.judgementReversed',
  'match.withdrawn',
  'identity.productionAsked',
  'identity.confirmed',
  'identity.refused',
  'identity.joined',
  'identity.parted',
  'obligation.waived',
  'obligation.suspended',
  'obligation.resumed',
  'obligation.handedOver',
] as const satisfies readonly (keyof RecordFacts)[];
