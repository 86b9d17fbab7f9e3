// The description as every intake form asks it: strict fields in, a Description out. Shared by missing reports, found children and sightings.
import { z } from 'zod';
import { type Age, ageBases, ageFromBirth, ageInYears } from '../../kernel/age.ts';
import type { Day } from '../../kernel/time.ts';
import { choice, choices, day, optionalText, wholeNumber } from '../../web/fields.ts';
import {
  type Description,
  type GivenName,
  builds,
  complexions,
  emptyDescription,
  markKinds,
  markSites,
  nameBearers,
  sexes,
} from './description.ts';

/** ISO 639 codes offered by the forms, by number of speakers. */
export const offeredLanguages = [
  'hi', 'bn', 'mr', 'te', 'ta', 'gu', 'ur', 'kn', 'or', 'ml', 'pa', 'as', 'mai', 'bho', 'sat', 'ks', 'ne', 'sd', 'doi', 'kok', 'mni', 'brx', 'en', 'tcy', 'gon',
] as const; // prettier-ignore

const OLDEST_CHILD_YEARS = 17;

const markSchema = z.strictObject({
  kind: choice(markKinds).optional(),
  site: choice(markSites).optional(),
  side: choice(['left', 'right']).optional(),
  text: optionalText(200),
});

/** Fields to spread into an intake form's strict object. All optional: a child who can say one word must be registrable. */
export const descriptionFields = {
  childName: optionalText(200),
  childNameOtherScript: optionalText(200),
  alias: optionalText(200),
  sex: choice([...sexes, 'unknown']).optional(),
  birthDate: day().optional(),
  ageFrom: wholeNumber(0, OLDEST_CHILD_YEARS).optional(),
  ageTo: wholeNumber(0, OLDEST_CHILD_YEARS).optional(),
  ageBasis: choice(ageBases).optional(),
  fatherName: optionalText(200),
  motherName: optionalText(200),
  guardianName: optionalText(200),
  siblingName: optionalText(200),
  heightFrom: wholeNumber(30, 220).optional(),
  heightTo: wholeNumber(30, 220).optional(),
  complexion: choice(complexions).optional(),
  build: choice(builds).optional(),
  languages: choices(offeredLanguages),
  marks: z.array(markSchema).max(6, 'web.error.tooMany').default([]),
  clothing: optionalText(500),
  disability: optionalText(500),
  homeWords: optionalText(500),
  homeDistrict: optionalText(12),
  wordsRepeated: optionalText(500),
} as const;

const descriptionSchema = z.strictObject(descriptionFields);
export type DescriptionDraft = z.output<typeof descriptionSchema>;
export type DescriptionField = keyof typeof descriptionFields;

/** Adds to a schema what no single field can see: ages and heights the right way round, a birth before the day described. */
export function checkDescription(
  draft: Partial<DescriptionDraft>,
  on: Day,
  refine: { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void },
): void {
  const wrong = (path: string, message: string) => refine.addIssue({ code: 'custom', path: [path], message });
  if (draft.ageFrom !== undefined && draft.ageTo !== undefined && draft.ageTo < draft.ageFrom) wrong('ageTo', 'children.error.ageOrder');
  if (draft.heightFrom !== undefined && draft.heightTo !== undefined && draft.heightTo < draft.heightFrom)
    wrong('heightTo', 'children.error.heightOrder');
  if (draft.birthDate !== undefined && draft.birthDate > on) wrong('birthDate', 'children.error.bornLater');
}

function ageOf(draft: DescriptionDraft, on: Day, usualBasis: Age['basis']): Age | null {
  if (draft.birthDate) return { ...ageFromBirth(draft.birthDate, on), basis: draft.ageBasis ?? 'document' };
  const low = draft.ageFrom ?? draft.ageTo;
  const high = draft.ageTo ?? draft.ageFrom;
  return low === undefined || high === undefined ? null : ageInYears(low, high, on, draft.ageBasis ?? usualBasis);
}

function namesFrom(draft: DescriptionDraft): GivenName[] {
  const named: [(typeof nameBearers)[number], string | undefined, boolean][] = [
    ['child', draft.childName, false],
    ['child', draft.childNameOtherScript, true],
    ['child', draft.alias, true],
    ['father', draft.fatherName, false],
    ['mother', draft.motherName, false],
    ['guardian', draft.guardianName, false],
    ['sibling', draft.siblingName, false],
  ];
  return named.flatMap(([bearer, text, alias]) => (text ? [{ bearer, text, alias }] : []));
}

/** `on` is the day the description is of: last seen, found, or sighted. */
export function toDescription(draft: DescriptionDraft, on: Day, usualBasis: Age['basis']): Description {
  const low = draft.heightFrom ?? draft.heightTo;
  const high = draft.heightTo ?? draft.heightFrom;
  return {
    ...emptyDescription,
    names: namesFrom(draft),
    sex: draft.sex === 'unknown' ? null : (draft.sex ?? null),
    birthDate: draft.birthDate ?? null,
    age: ageOf(draft, on, usualBasis),
    heightCentimetres: low === undefined || high === undefined ? null : { low, high },
    complexion: draft.complexion ?? null,
    build: draft.build ?? null,
    languages: draft.languages,
    marks: draft.marks.flatMap((mark) =>
      mark.kind ? [{ kind: mark.kind, site: mark.site ?? null, side: mark.side ?? null, text: mark.text ?? null }] : [],
    ),
    clothing: draft.clothing ?? null,
    disability: draft.disability ?? null,
    homeWords: (draft.homeWords ?? '')
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    homeDistrict: draft.homeDistrict ?? null,
    wordsRepeated: draft.wordsRepeated ?? null,
  };
}

/** A stored description as the form's raw fields, for editing. */
export function toFormValues(description: Description): Record<string, string | string[]> {
  const child = description.names.filter((name) => name.bearer === 'child');
  const named = (bearer: string) => description.names.find((name) => name.bearer === bearer)?.text ?? '';
  const { age, heightCentimetres: height } = description;
  const marks = description.marks.flatMap((mark, index) => [
    [`marks.${index}.kind`, mark.kind],
    [`marks.${index}.site`, mark.site ?? ''],
    [`marks.${index}.side`, mark.side ?? ''],
    [`marks.${index}.text`, mark.text ?? ''],
  ]);
  return {
    childName: child.find((name) => !name.alias)?.text ?? '',
    childNameOtherScript: child.filter((name) => name.alias)[0]?.text ?? '',
    alias: child.filter((name) => name.alias)[1]?.text ?? '',
    sex: description.sex ?? 'unknown',
    birthDate: description.birthDate ?? '',
    ageFrom: age && !description.birthDate ? String(Math.floor(age.lowMonths / 12)) : '',
    ageTo: age && !description.birthDate ? String(Math.floor(age.highMonths / 12)) : '',
    ageBasis: age?.basis ?? '',
    fatherName: named('father'),
    motherName: named('mother'),
    guardianName: named('guardian'),
    siblingName: named('sibling'),
    heightFrom: height ? String(height.low) : '',
    heightTo: height ? String(height.high) : '',
    complexion: description.complexion ?? '',
    build: description.build ?? '',
    languages: description.languages,
    clothing: description.clothing ?? '',
    disability: description.disability ?? '',
    homeWords: description.homeWords.join(', '),
    homeDistrict: description.homeDistrict ?? '',
    wordsRepeated: description.wordsRepeated ?? '',
    ...Object.fromEntries(marks),
  };
}
