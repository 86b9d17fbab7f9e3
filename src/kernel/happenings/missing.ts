// What happens to a missing child's report (JJ Model Rules r.92; MWCD SOP 2016; Supreme Court directions), and the bare facts each entry carries.
import type { MovedTo } from './moved-to.ts';

export type MissingFacts = {
  'missing.reported': {
    source: 'walk-in' | 'telephone' | 'citizen-door' | 'childline' | 'railway' | 'other-station' | 'police-system' | 'list' | 'home';
  };
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
  /** Whoever gave the information electronically signed it. */
  'missing.informantSigned': Record<never, never>;
  /** How the search stands, told to those who must be told. */
  'missing.progressReported': { to: 'informant' | 'legal-services' };
  'missing.traffickingSuspected': Record<never, never>;
  'missing.transferredToAntiTrafficking': MovedTo;
  'missing.noticePublished': { authority: string };
  'missing.noticeWithdrawn': { because: 'traced' | 'authority-withdrawn' | 'expired' | 'offence-link' | 'corrected' };
  'missing.traced': { how: 'by-police' | 'by-family' | 'by-match'; alive: boolean };
  'missing.falseReport': Record<never, never>;
  'missing.closed': {
    outcome: 'restored' | 'in-care' | 'deceased' | 'false-report' | 'duplicate' | 'entered-in-error' | 'before-the-portal';
    duplicateOf?: string;
  };
  'missing.reopened': Record<never, never>;
  /** What the police's own system says became of the case: a proposal, until the station, and of a child traced the Committee, answers. */
  'missing.policeReported': { what: PoliceReport };
  'missing.policeReportConfirmed': { what: PoliceReport; by: 'station' | 'committee' };
  'missing.policeReportDenied': { what: PoliceReport; by: 'station' | 'committee' };
  /** The police's system says that the case was closed as untraced; the station answers that the search goes on. No denial: both are so. */
  'missing.searchGoesOn': Record<never, never>;
  /** Corrects a `missing.policeReported`: a later message put it right. */
  'missing.policeReportTakenBack': { what: PoliceReport };
  /** With a file of the police's past, the child still missing by all it says: from then on it is work of its station. */
  'missing.cameFromPast': Record<never, never>;
  /** The police's system and the portal are not one about the child. `reference`: the row of the standing list. */
  'missing.mismatchOpened': { list: MismatchList; reference: string };
  'missing.mismatchEnded': { list: MismatchList; reference: string };
};

export type PoliceReport = 'traced' | 'closed' | 'transferred';
export type MismatchList = 'no-record' | 'no-paper' | 'traced-in-one' | 'differs' | 'duplicate';

export const missingHappenings = [
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
  'missing.informantSigned',
  'missing.progressReported',
  'missing.traffickingSuspected',
  'missing.transferredToAntiTrafficking',
  'missing.noticePublished',
  'missing.noticeWithdrawn',
  'missing.traced',
  'missing.falseReport',
  'missing.closed',
  'missing.reopened',
  'missing.policeReported',
  'missing.policeReportConfirmed',
  'missing.policeReportDenied',
  'missing.searchGoesOn',
  'missing.policeReportTakenBack',
  'missing.cameFromPast',
  'missing.mismatchOpened',
  'missing.mismatchEnded',
] as const satisfies readonly (keyof MissingFacts)[];
