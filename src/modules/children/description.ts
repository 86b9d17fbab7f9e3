// What is known of a child in one record: names as given, sex, age as a range with a basis, marks, languages, clothes, places spoken of.
// Fields follow the missing-child report (domain: TrackChild page, FIR form) and Form 17 / found-child intake. Absent = unknown, never "no".
import type { Age } from '../../kernel/age.ts';
import type { Day } from '../../kernel/time.ts';

export const sexes = ['female', 'male', 'third'] as const;
export type Sex = (typeof sexes)[number];

/** Whose name it is. `sibling` also holds a friend's or neighbour's name the child speaks. */
export const nameBearers = ['child', 'father', 'mother', 'guardian', 'sibling'] as const;
export type NameBearer = (typeof nameBearers)[number];

/** A name in the script given; never translated, never stripped. `alias` = urf, pet name, or a second spelling. */
export type GivenName = { bearer: NameBearer; text: string; alias: boolean };

export const markKinds = [
  'scar',
  'burn',
  'mole',
  'tattoo',
  'birthmark',
  'leucoderma',
  'missing-finger',
  'squint',
  'cleft-lip',
  'limp',
  'pierced-nose',
  'amputation',
  'other',
] as const;
export type MarkKind = (typeof markKinds)[number];
export const markSites = [
  'face',
  'forehead',
  'cheek',
  'chin',
  'eye',
  'ear',
  'neck',
  'chest',
  'back',
  'stomach',
  'arm',
  'forearm',
  'hand',
  'thigh',
  'leg',
  'foot',
] as const;
export type MarkSite = (typeof markSites)[number];
export type Mark = { kind: MarkKind; site: MarkSite | null; side: 'left' | 'right' | null; text: string | null };

export const complexions = ['fair', 'wheatish', 'dusky', 'dark'] as const;
export const builds = ['thin', 'medium', 'stout'] as const;

/** ISO 639 codes of languages the child speaks or understands, best first. */
export type LanguageCode = string;

export type Description = {
  names: GivenName[];
  sex: Sex | null;
  birthDate: Day | null;
  age: Age | null;
  heightCentimetres: { low: number; high: number } | null;
  complexion: (typeof complexions)[number] | null;
  build: (typeof builds)[number] | null;
  languages: LanguageCode[];
  marks: Mark[];
  clothing: string | null;
  /** Disability or illness that helps recognition, in words. Never public. */
  disability: string | null;
  /** Place words the child or family gives for home, as spoken ("Sonpur", "near big temple"). */
  homeWords: string[];
  /** The home district if known for sure. */
  homeDistrict: string | null;
  /** Words a found child keeps repeating. */
  wordsRepeated: string | null;
};

export const emptyDescription: Description = {
  names: [],
  sex: null,
  birthDate: null,
  age: null,
  heightCentimetres: null,
  complexion: null,
  build: null,
  languages: [],
  marks: [],
  clothing: null,
  disability: null,
  homeWords: [],
  homeDistrict: null,
  wordsRepeated: null,
};

export function namesOf(description: Description, bearer: NameBearer): string[] {
  return description.names.filter((name) => name.bearer === bearer).map((name) => name.text);
}

/** The aspects of a record matching needs beside the description: when and where. */
export type Circumstances = {
  kind: 'missing' | 'found' | 'sighting';
  /** Last seen (missing), found (found), seen (sighting). */
  happenedOn: Day;
  districtCode: string | null;
};
