// The closed list of what can happen to a child's record or to an authority, and the bare facts (never personal) each entry carries.
// Law names these; a rule that names an unknown happening does not compile. One file per subject in `happenings/`.
import { type AdoptionFacts, adoptionHappenings } from './happenings/adoption.ts';
import { type CareFacts, careHappenings } from './happenings/care.ts';
import { type ConflictFacts, conflictHappenings } from './happenings/conflict.ts';
import { type FoundFacts, foundHappenings } from './happenings/found.ts';
import { type InquiryFacts, inquiryHappenings } from './happenings/inquiry.ts';
import { type MissingFacts, missingHappenings } from './happenings/missing.ts';
import { type OfficeFacts, officeHappenings } from './happenings/office.ts';
import { type RecordFacts, recordHappenings } from './happenings/record.ts';
import { type SightingFacts, sightingHappenings } from './happenings/sighting.ts';
import type { Instant } from './time.ts';

/** Which happenings there are, and what the facts of each are. */
export type HappeningFacts = MissingFacts &
  FoundFacts &
  InquiryFacts &
  CareFacts &
  AdoptionFacts &
  ConflictFacts &
  OfficeFacts &
  SightingFacts &
  RecordFacts;

export type Happening = keyof HappeningFacts;

/** The order of this list is the order in the glossary. */
export const happenings = [
  ...missingHappenings,
  ...foundHappenings,
  ...inquiryHappenings,
  ...careHappenings,
  ...adoptionHappenings,
  ...conflictHappenings,
  ...officeHappenings,
  ...sightingHappenings,
  ...recordHappenings,
] as const satisfies readonly Happening[];

/** One entry of a diary as pure code sees it: what, when it happened, when another system wrote it down (if one did), when it was recorded here. */
export type DiaryFact<H extends Happening = Happening> = {
  [K in H]: {
    readonly entryId: string;
    readonly happening: K;
    readonly facts: HappeningFacts[K];
    readonly happenedAt: Instant;
    /** When another system wrote it down, before it reached us; null: it was entered here, when it was recorded. */
    readonly enteredAt: Instant | null;
    readonly recordedAt: Instant;
    /** The office whose entry it is: that of the officer who recorded it, or that in whose name another system told it. */
    readonly byOffice: string | null;
    /** The entry this one corrects: readers use the correction in its place. */
    readonly corrects: string | null;
  };
}[H];
