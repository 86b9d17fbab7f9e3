// A rescue drive: an order to look for children at work or trafficked, in some places between two days, by teams of several agencies; and its raids.
import type { OfficeId, RecordId } from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/time.ts';

export const agencies = [
  'police',
  'anti-trafficking-unit',
  'railway-police',
  'child-protection-unit',
  'labour',
  'revenue',
  'childline',
  'organisation',
] as const;
export type Agency = (typeof agencies)[number];

export type Drive = {
  id: string;
  name: string;
  orderNumber: string;
  orderAuthority: string;
  orderedOn: Day;
  fromOn: Day;
  toOn: Day;
  agencies: Agency[];
  /** Codes: every State the drive touches; those named wholly; and districts of the others. */
  states: string[];
  wholeStates: string[];
  districts: string[];
  officeId: OfficeId;
  officeName: string;
  madeAt: Instant;
  /** Null: the worker has not come to it yet. */
  countedAt: Instant | null;
};

/** Somebody of a joint team; teams are numbered. */
export type Member = { team: number; agency: Agency; officerName: string; designation: string };

export type Raid = {
  id: string;
  driveId: string;
  districtCode: string;
  stateCode: string;
  districtName: string;
  place: string;
  raidedAt: Instant;
  officeName: string;
};

export type Joined = { recordId: RecordId; raidId: string; officeId: OfficeId };

/** Who kept children at work, or brought them there, in the words of the police. */
export type Accused = { id: string; words: string; officeName: string; recordedBy: string; recordedAt: Instant };

/** Whether a raid of the drive can have been there. */
export function reachesPlace(
  { wholeStates, districts }: Pick<Drive, 'wholeStates' | 'districts'>,
  place: { code: string; stateCode: string },
): boolean {
  return districts.includes(place.code) || wholeStates.includes(place.stateCode);
}
