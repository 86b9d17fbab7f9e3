// A child in a message: what the missing-person form and Form 17 say of one, in the portal's own codes. Left out = not known, never "no".
import {
  ageBases, bodySides, builds, circumstances, complexions, languages, markKinds, markSites, pictureTypes, sexes,
} from './codes.ts'; // prettier-ignore
import { type GroupValue, bytes, day, group, listOf, may, must, oneOf, text, whole } from './field.ts';
import { district, names } from './places-and-people.ts';

export const MOST_PICTURE_BYTES = 300 * 1024;
/** More than any FIR of missing children names; an FIR of more is sent in two messages. */
export const MOST_CHILDREN = 20;
const OLDEST_CHILD_YEARS = 17;

const mark = group('Mark', {
  kind: must(oneOf(markKinds), 'What it is.', 'Missing person form, Identification mark'),
  site: may(oneOf(markSites), 'Where on the body.', 'Missing person form, Identification mark'),
  side: may(oneOf(bodySides), 'On which side.'),
  words: may(text(200), 'What no code says.', 'Missing person form, Identification mark'),
});

const photograph = group('Photograph', {
  mediaType: must(oneOf(pictureTypes), 'What kind of picture it is.'),
  base64: must(bytes(MOST_PICTURE_BYTES), 'The picture of this child alone, at most 300 KB. It is shown to nobody until an officer of the portal lets it be.', 'Missing person form, Photograph'),
  takenOn: may(day, 'The day it was taken, where known: faces of children change.'),
}); // prettier-ignore

const identity = {
  childNumber: must(whole(1, MOST_CHILDREN), 'Which child of this paper it is, from 1. It never changes.', 'Missing person form, serial'),
  names: may(names, "The child's names.", 'Missing person form, Name and alias'),
  fatherNames: may(names, "The father's names.", "Missing person form, Father's name"),
  motherNames: may(names, "The mother's names.", "Missing person form, Mother's name"),
  guardianNames: may(names, "The guardian's names, where the child lives with another.", 'Missing person form, Guardian'),
  siblingNames: may(names, 'Names of brothers, sisters or friends the child speaks of.'),
  sex: must(oneOf(sexes), 'The sex.', 'Missing person form, Sex'),
  birthDate: may(day, 'The date of birth, where known. With it no age is sent.', 'Missing person form, Date of birth'),
  ageFrom: may(whole(0, OLDEST_CHILD_YEARS), 'Completed years on the day last seen or found: the least.', 'Missing person form, Age from'),
  ageTo: may(whole(0, OLDEST_CHILD_YEARS), 'Completed years on that day: the most.', 'Missing person form, Age to'),
  ageBasis: may(oneOf(ageBases), 'How the age is known.'),
} as const;

const looks = {
  heightFrom: may(whole(30, 220), 'The height in centimetres: the least.', 'Missing person form, Height from'),
  heightTo: may(whole(30, 220), 'The height in centimetres: the most.', 'Missing person form, Height to'),
  build: may(oneOf(builds), 'The build.', 'Missing person form, Build'),
  complexion: may(oneOf(complexions), 'The complexion.', 'Missing person form, Complexion'),
  languages: may(listOf('language', oneOf(languages), 10), 'Languages the child speaks, best first.', 'Missing person form, Language'),
  marks: may(listOf('mark', mark, 10), 'Identification marks.', 'Missing person form, Identification marks'),
  clothing: may(text(500), 'Clothes, footwear and ornaments, in words.', 'Missing person form, Dress'),
  disability: may(text(500), 'A disability or illness, in words. Never public.', 'Missing person form, Physical and mental condition'),
  homeAddress: may(text(500), 'Where the child lives, or what the child calls home.', 'Missing person form, Address'),
  homeDistrict: may(district, 'The district of that home, where known for sure.', 'Missing person form, Address, district'),
} as const;

export const missingChild = group('MissingChild', {
  ...identity,
  ...looks,
  circumstance: must(oneOf(circumstances), 'How the child came to be missing; "unknown" where nobody can say.', 'Missing person form, Circumstance'),
  details: may(text(4000), 'What happened, in words.', 'Missing person form, Remarks'),
  photograph: may(photograph, 'One photograph, the latest.'),
}); // prettier-ignore
export type MissingChild = GroupValue<typeof missingChild.fields>;

export const foundChild = group('FoundChild', {
  ...identity,
  ...looks,
  wordsRepeated: may(text(500), 'Words or place names the child keeps saying, as heard.', 'Form 17'),
  condition: may(text(1000), 'In what condition the child is.', 'Form 17, physical condition'),
  belongings: may(text(500), 'What the child has with it.', 'Form 17, belongings'),
  photograph: may(photograph, 'One photograph. Photographs of found children are never public.'),
});
export type FoundChild = GroupValue<typeof foundChild.fields>;
