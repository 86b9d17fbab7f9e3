// How many hours an authority has to enter what happened. The Act gives the duty to upload and no hours: every period here is this portal's own,
// administrative, and a State may set another. Versions begin with a month, so that each month of figures has one policy.
import type { Happening } from '../kernel/happenings.ts';
import type { Day } from '../kernel/time.ts';
import type { Confidence } from './rule.ts';

/** Offices whose entries are held against the policy, as the directory of offices calls them. */
export const uploadOffices = ['police-station', 'railway-post', 'anti-trafficking-unit', 'cwc', 'dcpu', 'children-home'] as const;
export type UploadOffice = (typeof uploadOffices)[number];

/** From the first of a month on, in one State. */
export type UploadOverride = { readonly stateCode: string; readonly from: Day; readonly hours: number; readonly citation: string };

export type UploadRule = {
  /** Words: `timeliness.upload.<id>`. Several rows may share one: the latest begun counts. */
  readonly id: string;
  readonly happenings: readonly Happening[];
  readonly officeKinds: readonly UploadOffice[];
  /** From the happening to the entry; a border of the steps of lag, so that counts by step say exactly how many were in time. */
  readonly hours: number;
  /** The first of a month: what happened before is held against no hours. */
  readonly from: Day;
  readonly kind: 'administrative';
  readonly stateOverrides: readonly UploadOverride[];
  readonly citation: string;
  readonly confidence: Confidence;
};

const NO_HOURS =
  'JJ Act 2015 s.32(2), as substituted by Act 23 of 2021 s.10 [C]: the information must be uploaded; the Act gives no hours. Delhi WCD advisory of January 2026 [C-n, press]: "real-time", no hours. The hours are this portal’s own';

const everyRule = {
  from: '2026-01-01' as Day,
  kind: 'administrative',
  stateOverrides: [],
  citation: NO_HOURS,
  confidence: 'ours',
} as const;
const police = ['police-station', 'railway-post', 'anti-trafficking-unit'] as const;

/** Only what its form asks the moment of: where doing is entering, a lag of nothing would flatter. */
export const uploadPolicy: readonly UploadRule[] = [
  { ...everyRule, id: 'reported', happenings: ['missing.reported', 'missing.firRegistered'], officeKinds: police, hours: 6 },
  {
    ...everyRule,
    id: 'search',
    happenings: [
      'missing.riskAssessed',
      'missing.forwardedToJuvenilePoliceUnit',
      'missing.sentToAgencies',
      'missing.copySentToLegalServices',
      'missing.hueAndCryIssued',
      'missing.traffickingSuspected',
      'missing.progressReported',
    ],
    officeKinds: police,
    hours: 24,
  },
  // A traced child’s notice must come down: s.74 lets the child be shown only while it is missing.
  { ...everyRule, id: 'traced', happenings: ['missing.traced'], officeKinds: [...police, 'cwc'], hours: 6 },
  { ...everyRule, id: 'closed', happenings: ['missing.falseReport', 'missing.closed'], officeKinds: police, hours: 24 },
  { ...everyRule, id: 'found', happenings: ['found.found', 'found.informationGiven'], officeKinds: uploadOffices, hours: 12 },
  { ...everyRule, id: 'productionReport', happenings: ['found.productionReportFiled'], officeKinds: uploadOffices, hours: 24 },
  { ...everyRule, id: 'foundClosed', happenings: ['found.closed'], officeKinds: uploadOffices, hours: 24 },
  { ...everyRule, id: 'sighting', happenings: ['sighting.answered'], officeKinds: police, hours: 24 },
  { ...everyRule, id: 'journey', happenings: ['found.journeyRecorded'], officeKinds: uploadOffices, hours: 24 },
  // The police enter the production of a child they traced themselves.
  {
    ...everyRule,
    id: 'committee',
    happenings: ['found.produced', 'found.placed', 'found.restored'],
    officeKinds: ['cwc', ...police],
    hours: 48,
  },
];

/** The rule that holds an entry to its hours, and the hours in that State; undefined where none does. `month`: its first day. */
export function uploadHours(
  policy: readonly UploadRule[],
  about: { happening: string; officeKind: string; stateCode: string | null; month: Day },
): { rule: UploadRule; hours: number } | undefined {
  const rule = policy
    .filter(
      ({ happenings, officeKinds, from }) =>
        (happenings as readonly string[]).includes(about.happening) &&
        (officeKinds as readonly string[]).includes(about.officeKind) &&
        from <= about.month,
    )
    .toSorted((one, other) => (one.from < other.from ? 1 : -1))[0];
  if (!rule) return undefined;
  const own = rule.stateOverrides
    .filter(({ stateCode, from }) => stateCode === about.stateCode && from <= about.month)
    .toSorted((one, other) => (one.from < other.from ? 1 : -1))[0];
  return { rule, hours: own?.hours ?? rule.hours };
}

/**
 * What happens to a missing or a found child and has no hours: done on the portal itself, so that doing is entering; or entered by a form that does
 * not ask when it happened.
 */
export const untimed: readonly Happening[] = [
  'missing.movedToStation',
  'missing.photographAdded',
  'missing.nodalOfficersAlerted',
  'missing.alertAcknowledged',
  'missing.informantSigned',
  'missing.transferredToAntiTrafficking',
  'missing.noticePublished',
  'missing.noticeWithdrawn',
  'missing.reopened',
  'missing.policeReported',
  'missing.policeReportConfirmed',
  'missing.policeReportDenied',
  'missing.searchGoesOn',
  'missing.policeReportTakenBack',
  'missing.cameFromPast',
  'missing.mismatchOpened',
  'missing.mismatchEnded',
  'found.registered',
  'found.photographAdded',
  'sighting.reported',
  'sighting.movedToStation',
];
