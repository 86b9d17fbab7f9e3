// A child as the police's system tells it → the portal's description; and where two descriptions say different things. What one does not say differs from nothing.
import { type Age, ageFromBirth, ageInYears, ageOn, yearsOf } from '../../../kernel/age.ts';
import type { Day } from '../../../kernel/time.ts';
import { type Description, type GivenName, type NameBearer, emptyDescription, namesOf } from '../../children/index.ts';
import type { FoundChild, MissingChild } from '../messages/child-fields.ts';

type ToldName = { text: string; alias?: boolean };

function given(bearer: NameBearer, told: readonly ToldName[] | undefined): GivenName[] {
  return (told ?? []).map(({ text, alias }) => ({ bearer, text, alias: alias ?? false }));
}

function ageTold(child: MissingChild | FoundChild, on: Day, usualBasis: Age['basis']): Age | null {
  if (child.birthDate) return { ...ageFromBirth(child.birthDate, on), basis: child.ageBasis ?? 'document' };
  const low = child.ageFrom ?? child.ageTo;
  const high = child.ageTo ?? child.ageFrom;
  return low === undefined || high === undefined ? null : ageInYears(low, high, on, child.ageBasis ?? usualBasis);
}

/** `on`: the day the child is described on, last seen or found. */
export function descriptionTold(child: MissingChild | FoundChild, on: Day, usualBasis: Age['basis']): Description {
  const low = child.heightFrom ?? child.heightTo;
  const high = child.heightTo ?? child.heightFrom;
  return {
    ...emptyDescription,
    names: [
      ...given('child', child.names),
      ...given('father', child.fatherNames),
      ...given('mother', child.motherNames),
      ...given('guardian', child.guardianNames),
      ...given('sibling', child.siblingNames),
    ],
    sex: child.sex === 'unknown' ? null : child.sex,
    birthDate: child.birthDate ?? null,
    age: ageTold(child, on, usualBasis),
    heightCentimetres: low === undefined || high === undefined ? null : { low, high },
    complexion: child.complexion ?? null,
    build: child.build ?? null,
    languages: child.languages ?? [],
    marks: (child.marks ?? []).map(({ kind, site, side, words }) => ({
      kind,
      site: site ?? null,
      side: side ?? null,
      text: words ?? null,
    })),
    clothing: child.clothing ?? null,
    disability: child.disability ?? null,
    homeWords: (child.homeAddress ?? '')
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    homeDistrict: child.homeDistrict ?? null,
    wordsRepeated: 'wordsRepeated' in child ? (child.wordsRepeated ?? null) : null,
  };
}

export const comparedFields = ['childName', 'fatherName', 'motherName', 'sex', 'birthDate', 'age', 'homeDistrict', 'clothing'] as const;
export type ComparedField = (typeof comparedFields)[number];
export type Differing = { field: ComparedField; policeValue: string; portalValue: string };

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLocaleLowerCase('und')
    .replace(/[\p{Cf}\s.]/gu, '');

function namesDiffer(field: ComparedField, told: readonly string[], stands: readonly string[]): Differing[] {
  if (told.length === 0 || stands.length === 0) return [];
  const known = new Set(stands.map(plain));
  return told.some((name) => known.has(plain(name))) ? [] : [{ field, policeValue: told.join(' / '), portalValue: stands.join(' / ') }];
}

function valuesDiffer(field: ComparedField, told: string | null, stands: string | null): Differing[] {
  return told !== null && stands !== null && told !== stands ? [{ field, policeValue: told, portalValue: stands }] : [];
}

function agesDiffer(told: Age | null, stands: Age | null): Differing[] {
  if (!told || !stands) return [];
  const here = ageOn(stands, told.on);
  if (told.lowMonths <= here.highMonths && here.lowMonths <= told.highMonths) return [];
  const text = (age: Age): string => Object.values(yearsOf(age)).join('–');
  return [{ field: 'age', policeValue: text(told), portalValue: text(here) }];
}

/** What the police's system and the portal tell differently of one child. */
export function differencesBetween(told: Description, stands: Description): Differing[] {
  const bothBirths = told.birthDate !== null && stands.birthDate !== null;
  return [
    ...namesDiffer('childName', namesOf(told, 'child'), namesOf(stands, 'child')),
    ...namesDiffer('fatherName', namesOf(told, 'father'), namesOf(stands, 'father')),
    ...namesDiffer('motherName', namesOf(told, 'mother'), namesOf(stands, 'mother')),
    ...valuesDiffer('sex', told.sex, stands.sex),
    ...valuesDiffer('birthDate', told.birthDate, stands.birthDate),
    ...(bothBirths ? [] : agesDiffer(told.age, stands.age)),
    ...valuesDiffer('homeDistrict', told.homeDistrict, stands.homeDistrict),
  ];
}

/** What else a notice shows of a child: in ordinary records two ways of saying it are no contradiction. */
export function publicDifferences(told: Description, stands: Description): Differing[] {
  return valuesDiffer('clothing', told.clothing, stands.clothing);
}

/** How well a told child fits one of the complaint's: a name counts most, and what contradicts counts against. */
function fit(told: Description, stands: Description): number {
  const differing = new Set(differencesBetween(told, stands).map(({ field }) => field));
  const bothNamed = namesOf(told, 'child').length > 0 && namesOf(stands, 'child').length > 0;
  const named = bothNamed && !differing.has('childName') ? 4 : 0;
  return (
    named -
    (differing.has('sex') ? 3 : 0) -
    (differing.has('age') || differing.has('birthDate') ? 2 : 0) -
    (differing.has('childName') ? 1 : 0)
  );
}

/**
 * Which child of a complaint each told child is, each at most once: best fits first. A child whom nothing but its place in the list speaks for, and whose
 * sex or age contradicts, is none of them.
 */
export function sameChildren<Id>(told: ReadonlyMap<number, Description>, stands: ReadonlyMap<Id, Description>): Map<number, Id> {
  const pairs = [...told].flatMap(([childNumber, one]) => [...stands].map(([id, other]) => ({ childNumber, id, fit: fit(one, other) })));
  const found = new Map<number, Id>();
  const taken = new Set<Id>();
  for (const { childNumber, id, fit: value } of pairs.toSorted((one, other) => other.fit - one.fit)) {
    if (value < -1 || found.has(childNumber) || taken.has(id)) continue;
    found.set(childNumber, id);
    taken.add(id);
  }
  return found;
}
