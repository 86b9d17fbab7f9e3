// The closed list of what can happen to a child's record, and the bare facts (never personal) each entry carries.
// Law names these; a rule that names an unknown happening does not compile.

/** The office that holds the record from then on: whose a record is follows from its diary. */
type MovedTo = { toOffice: string };

/** Which kinds of record may carry the happening, and what its facts are. */
export type HappeningFacts = {
  // a child is missing (JJ Model Rules r.92; MWCD SOP 2016)
  'missing.reported': { source: 'walk-in' | 'telephone' | 'citizen-door' | 'childline' | 'railway' | 'other-station' };
  'missing.firRegistered': { paper: 'fir' | 'zero-fir' | 'general-diary'; trafficking: boolean };
  'missing.riskAssessed': { level: 'standard' | 'high' };
  'missing.movedToStation': MovedTo;
  'missing.forwardedToJuvenilePoliceUnit': Record<never, never>;
  'missing.photographAdded': Record<never, never>;
  /** Other agencies told; `photograph` is false where there is none to send. */
  'missing.sentToAgencies': { photograph: boolean };
  'missing.nodalOfficersAlerted': { offices: number };
  'missing.alertAcknowledged': { officeKind: string };
  'missing.copySentToLegalServices': Record<never, never>;
  'missing.hueAndCryIssued': Record<never, never>;
  'missing.traffickingSuspected': Record<never, never>;
  'missing.transferredToAntiTrafficking': MovedTo;
  'missing.noticePublished': { authority: string };
  'missing.noticeWithdrawn': { because: 'traced' | 'authority-withdrawn' | 'expired' | 'offence-link' | 'corrected' };
  'missing.traced': { how: 'by-police' | 'by-family' | 'by-match'; alive: boolean };
  'missing.falseReport': Record<never, never>;
  'missing.closed': { outcome: 'restored' | 'in-care' | 'deceased' | 'false-report' | 'duplicate'; duplicateOf?: string };
  'missing.reopened': Record<never, never>;
  // a child is found (JJ Act s.31, s.32)
  'found.found': Record<never, never>;
  'found.informationGiven': { to: 'childline' | 'police' | 'cwc' | 'dcpu' | 'cci' };
  'found.registered': { place: 'police' | 'cci' | 'railway' | 'childline' | 'dcpu' | 'cwc' };
  'found.journeyRecorded': { minutes: number };
  'found.photographAdded': Record<never, never>;
  'found.productionReportFiled': Record<never, never>;
  'found.produced': { sitting: 'committee' | 'single-member' };
  'found.placed': {
    with: 'children-home' | 'open-shelter' | 'adoption-agency' | 'fit-person' | 'fit-facility' | 'parents-pending-inquiry';
  };
  'found.restored': { to: 'parents' | 'guardian' | 'relative' };
  'found.closed': { outcome: 'restored' | 'in-care' | 'transferred' | 'not-a-child' };
  // someone saw a child
  'sighting.reported': { source: 'citizen-door' | 'telephone' | 'childline' | 'railway' };
  'sighting.movedToStation': MovedTo;
  'sighting.answered': { outcome: 'child-found' | 'nobody-there' | 'no-concern' | 'hoax' };
  // any record
  'record.described': { version: number };
  'record.corrected': { field: string };
  // matching and identity: link, never merge
  'match.proposed': { candidate: string; band: 'likely' | 'possible' };
  'match.judged': { candidate: string; verdict: 'same' | 'different' | 'unsure' };
  'match.judgementReversed': { candidate: string };
  'match.withdrawn': { candidate: string };
  'identity.productionAsked': { candidate: string };
  'identity.confirmed': { candidate: string };
  'identity.refused': { candidate: string };
  /** The records now held to be this one child, this record among them: how many, and their ids joined by blanks. */
  'identity.joined': { records: number; members: string };
  'identity.parted': { records: number; members: string };
  // obligations
  'obligation.waived': { rule: string };
};

export type Happening = keyof HappeningFacts;

/** The order of this list is the order in the glossary. */
export const happenings = [
  'missing.reported',
  'missing.firRegistered',
  'missing.riskAssessed',
  'missing.movedToStation',
  'missing.forwardedToJuvenilePoliceUnit',
  'missing.photographAdded',
  'missing.sentToAgencies',
  'missing.nodalOfficersAlerted',
  'missing.alertAcknowledged',
  'missing.copySentToLegalServices',
  'missing.hueAndCryIssued',
  'missing.traffickingSuspected',
  'missing.transferredToAntiTrafficking',
  'missing.noticePublished',
  'missing.noticeWithdrawn',
  'missing.traced',
  'missing.falseReport',
  'missing.closed',
  'missing.reopened',
  'found.found',
  'found.informationGiven',
  'found.registered',
  'found.journeyRecorded',
  'found.photographAdded',
  'found.productionReportFiled',
  'found.produced',
  'found.placed',
  'found.restored',
  'found.closed',
  'sighting.reported',
  'sighting.movedToStation',
  'sighting.answered',
  'record.described',
  'record.corrected',
  'match.proposed',
  'match.judged',
  'match.judgementReversed',
  'match.withdrawn',
  'identity.productionAsked',
  'identity.confirmed',
  'identity.refused',
  'identity.joined',
  'identity.parted',
  'obligation.waived',
] as const satisfies readonly Happening[];

/** One entry of a record's diary as pure code sees it: what, when it happened, when it was recorded. */
export type DiaryFact<H extends Happening = Happening> = {
  [K in H]: {
    readonly entryId: string;
    readonly happening: K;
    readonly facts: HappeningFacts[K];
    readonly happenedAt: import('./time.ts').Instant;
    readonly recordedAt: import('./time.ts').Instant;
    /** The office that recorded it, if an officer did. */
    readonly byOffice: string | null;
    /** The entry this one corrects: readers use the correction in its place. */
    readonly corrects: string | null;
  };
}[H];
