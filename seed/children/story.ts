// What the generator tells of one child: the missing side, the found side, the sightings, and the truth nobody in the portal knows yet.
import type { DiaryFact } from '../../src/kernel/happenings.ts';
import type { Day, Instant } from '../../src/kernel/time.ts';
import type { Description } from '../../src/modules/children/description.ts';
import type { HardCase } from './cases.ts';

/** Diary entries as in the portal, except: `entryId` is `m12-3` (side, index, number), `byOffice` an office code, `candidate` = `pair-<index>`. */
export type SeedDiary = DiaryFact[];

/** `face` is a number of the pool of faces.ts; `view` which of its two drawings. */
/** `picture`: of which child; two records with one number hold the same picture. */
export type SeedPhotograph = { face: number; view: 'missing' | 'found'; picture: number; takenOn: Day };

export type SeedCircumstance =
  | 'ran-away'
  | 'lost'
  | 'abducted'
  | 'trafficking-suspected'
  | 'elopement'
  | 'left-for-work'
  | 'family-dispute'
  | 'school-stress'
  | 'abandoned'
  | 'unknown';

/** Two children of one FIR carry the same `key`. `paper` null: not yet written. */
export type SeedComplaint = {
  key: string;
  stationCode: string;
  source: 'walk-in' | 'telephone' | 'citizen-door' | 'childline' | 'railway' | 'other-station';
  receivedAt: Instant;
  informantName: string;
  informantRelation: 'mother' | 'father' | 'uncle' | 'neighbour' | 'teacher' | 'citizen';
  informantTelephone: string;
  paper: 'fir' | 'zero-fir' | 'general-diary' | null;
  paperNumber: string | null;
  paperYear: number | null;
  paperAt: Instant | null;
  sections: string[];
};

export type MissingSide = {
  number: number;
  description: Description;
  complaint: SeedComplaint;
  circumstance: SeedCircumstance;
  details: string;
  lastSeenAt: Instant;
  lastSeenDistrict: string;
  lastSeenPlace: string;
  lastSeenWith: string | null;
  previousEpisodes: boolean | null;
  offenceLink: boolean;
  photograph: SeedPhotograph | null;
  diary: SeedDiary;
};

export type FoundSide = {
  number: number;
  description: Description;
  officeCode: string;
  committeeCode: string;
  homeCode: string;
  foundAt: Instant;
  foundDistrict: string;
  foundPlace: string;
  foundWith: string | null;
  circumstances: string;
  condition: string;
  broughtBy: 'police' | 'railway-police' | 'childline' | 'citizen' | 'ngo';
  photograph: SeedPhotograph | null;
  diary: SeedDiary;
};

export type SightingSide = {
  number: number;
  description: Description;
  officeCode: string;
  seenAt: Instant;
  districtCode: string;
  place: string;
  doing: string;
  seenWith: string | null;
  reporterName: string;
  diary: SeedDiary;
};

/**
 * What truly became of the child. `undiscovered`: found and in somebody's care while the missing report stays open; nobody has linked the two.
 * `still-missing`: nobody holds the child. `unclaimed`: found, no missing report anywhere.
 */
export type Ending = 'traced' | 'matched' | 'undiscovered' | 'still-missing' | 'false-report' | 'unclaimed';

export type ChildStory = {
  index: number;
  hardCase: HardCase | null;
  ending: Ending;
  /** Whether the child was (or is) in another State than home. */
  interState: boolean;
  missing: MissingSide | null;
  found: FoundSide | null;
  sightings: SightingSide[];
  /** The pair that is one child, by the sides' `number`; null where there is only one side. */
  truth: { missingIndex: number; foundIndex: number } | null;
};
