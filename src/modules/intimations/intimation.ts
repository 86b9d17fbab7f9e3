// An intimation: an office is told once of a matter, by an officer's word or a citizen's, urgently or in its time.
import type { OfficeId, RecordId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { FactsOf, TemplateId } from '../../platform/messages/templates.ts';

/** Templates that say which matter and where to answer: whoever is told next is told the same two. */
export type IntimationTemplate = {
  [Id in TemplateId]: FactsOf<Id> extends { reference: string; link: string } ? Id : never;
}[TemplateId];

/** Templates of several things together. */
export type TogetherTemplate = 'alertDigest' | 'dutiesFellDue';
/** Several things told together: words of the public held back in a flood, and duties that fell due. */
export type TogetherKind = 'digest' | 'duties';

/** One office is told of one matter once. `recordId`: when that record closes, nobody is told further. */
export type About = { kind: string; id: string; recordId: RecordId | null };

/** The word of a proved telephone alone; an officer's, or the portal's own, has none. */
export type WordOf = { reporterKey: string } | null;

export type NewIntimation<T extends IntimationTemplate = IntimationTemplate> = {
  [Id in T]: { officeId: OfficeId; template: Id; facts: FactsOf<Id>; alarm: boolean; about: About; wordOf?: WordOf };
}[T];

export type Attempt = {
  officeName: string;
  /** Null: the office's own telephone or address. */
  officerName: string | null;
  channel: string;
  why: string;
  at: Instant;
  dispatchedAt: Instant | null;
  deliveredAt: Instant | null;
  failedAt: Instant | null;
  readAt: Instant | null;
};

/** How far an intimation has come. `held`: told in the digest, not by itself. */
export type Intimated = {
  id: string;
  aboutId: string;
  officeId: OfficeId;
  officeName: string;
  isHeld: boolean;
  nextAt: Instant | null;
  acknowledgedAt: Instant | null;
  acknowledgedBy: string | null;
  endedBecause: string | null;
  attempts: Attempt[];
};
