// A missing report: a child whose whereabouts the family does not know (JJ Model Rules 2016 r.92). Its words, and its status as a fold over the diary.
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { OfficeId, OfficerId, RecordId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { missingStatuses } from '../children/index.ts';

export type MissingStatus = (typeof missingStatuses)[number];

/** How the information came (MWCD report form, "source"). */
export const sources = ['walk-in', 'telephone', 'citizen-door', 'childline', 'railway', 'other-station'] as const;
/** Beside the ways a station is told: its own system, or a list, told the portal, and not by which way the station had been told; of a child gone from a home the portal tells the station. */
export type Source = (typeof sources)[number] | 'police-system' | 'list' | 'home';

/** What the police wrote it into. Only the first two are an FIR. */
export const papers = ['fir', 'zero-fir', 'general-diary'] as const;
export type Paper = (typeof papers)[number];

/** The circumstance codes of the CCTNS missing-person form. */
export const circumstances = [
  'ran-away',
  'lost',
  'abducted',
  'trafficking-suspected',
  'elopement',
  'left-for-work',
  'family-dispute',
  'school-stress',
  'disaster',
  'abandoned',
  'unknown',
] as const;
export type Circumstance = (typeof circumstances)[number];

/** Risk signs of the MWCD SOP 2016 assessment form. */
export const riskSigns = [
  'under-twelve',
  'disability-or-illness',
  'needs-medicine',
  'abduction-suspected',
  'trafficking-signs',
  'online-contact',
  'earlier-abuse',
  'weather-or-terrain',
  'with-unknown-adult',
  'out-of-district',
] as const;
export type RiskSign = (typeof riskSigns)[number];

export type MissingReport = {
  recordId: RecordId;
  complaintId: string;
  lastSeenPlace: string | null;
  lastSeenWith: string | null;
  /** False where nobody could say when: the record then carries the day of the report. */
  lastSeenKnown: boolean;
  /** False where only the day was told: the record then carries noon, for reckoning, and no page shows it. */
  lastSeenTimeKnown: boolean;
  circumstance: Circumstance | null;
  details: string | null;
  previousEpisodes: boolean | null;
  officerId: OfficerId | null;
  antiTraffickingOfficeId: OfficeId | null;
  offenceLink: boolean;
  contactBarred: boolean;
  /** Made by somebody whom a child is kept from: never public, and they are told no more than of a search that goes on. */
  askerBarred: boolean;
};

export type Complaint = {
  id: string;
  stationId: OfficeId;
  source: Source;
  receivedAt: Instant;
  informantName: string | null;
  informantRelation: string | null;
  informantTelephone: string | null;
  informantAddress: string | null;
  paper: Paper | null;
  paperNumber: string | null;
  paperYear: number | null;
  paperAt: Instant | null;
  sections: string[];
  delayReason: string | null;
};

export type RiskAssessment = {
  id: string;
  signs: RiskSign[];
  level: 'standard' | 'high';
  urgency: string | null;
  linesOfInquiry: string | null;
  assessedAt: Instant;
};

type Stage = {
  fir: boolean;
  assessed: boolean;
  antiTrafficking: boolean;
  /** What became of the child since somebody knew where the child is. */
  found: 'traced' | 'produced' | 'in-care' | 'restored' | null;
  /** The candidate whose identity with this child the Committee confirmed. */
  confirmed: string | null;
  ended: 'closed' | 'false-report' | null;
  closedAt: Instant | null;
};

const beginning: Stage = { fir: false, assessed: false, antiTrafficking: false, found: null, confirmed: null, ended: null, closedAt: null };

/** One entry's effect. Entries copied from the linked found child (`found.*`) count only once the child was traced. */
function step(stage: Stage, entry: DiaryFact): Stage {
  switch (entry.happening) {
    case 'missing.firRegistered':
      return { ...stage, fir: stage.fir || entry.facts.paper !== 'general-diary' };
    case 'missing.riskAssessed':
      return { ...stage, assessed: true };
    case 'missing.transferredToAntiTrafficking':
      return { ...stage, antiTrafficking: true };
    case 'missing.traced':
      return { ...stage, found: stage.found ?? 'traced' };
    case 'identity.confirmed':
      return { ...stage, found: stage.found ?? 'traced', confirmed: entry.facts.candidate };
    case 'match.judgementReversed':
      return stage.confirmed === entry.facts.candidate ? { ...stage, found: null, confirmed: null } : stage;
    case 'found.produced':
      return stage.found ? { ...stage, found: 'produced' } : stage;
    case 'found.placed':
      return stage.found ? { ...stage, found: 'in-care' } : stage;
    case 'found.restored':
      return stage.found ? { ...stage, found: 'restored' } : stage;
    case 'missing.falseReport':
      return { ...stage, ended: 'false-report', closedAt: entry.recordedAt };
    case 'missing.closed': {
      const ended = stage.ended === 'false-report' || entry.facts.outcome === 'false-report' ? 'false-report' : 'closed';
      return { ...stage, ended, closedAt: entry.recordedAt };
    }
    case 'missing.reopened':
      return { ...stage, found: null, confirmed: null, ended: null, closedAt: null };
    default:
      return stage;
  }
}

function statusOf({ ended, found, antiTrafficking, fir, assessed }: Stage): MissingStatus {
  if (ended) return ended;
  if (found) return found;
  if (antiTrafficking) return 'with-anti-trafficking';
  if (fir) return assessed ? 'under-investigation' : 'fir-registered';
  return 'reported';
}

/**
 * The status a missing report has after these entries (corrections already in place), and when it was closed.
 * "Untraced" is not an end here: only a trace, a false report or an explicit closing ends a case (Bachpan Bachao Andolan 2013; G Ganesh 2026).
 */
export function missingStatus(diary: readonly DiaryFact[]): { status: MissingStatus; closedAt: Instant | null } {
  const stage = diary.reduce(step, beginning);
  return { status: statusOf(stage), closedAt: stage.closedAt };
}

export const stillMissing: readonly MissingStatus[] = ['reported', 'fir-registered', 'under-investigation', 'with-anti-trafficking'];

/** True while nobody knows where the child is. Everything the public may see ends when this turns false. */
export function isStillMissing(status: string): boolean {
  return (stillMissing as readonly string[]).includes(status);
}
