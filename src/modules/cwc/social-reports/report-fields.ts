// Form 22, the social investigation report, as one table: every item in our own words, its part, how it is answered, and whether it is sealed.
// The lists of choices are of the form as remembered [M]; that the items exist was read in a reproduction of it [C-f].

import type { SealedClass } from '../../unsealing/index.ts';

export const reportParts = [
  'child', 'family', 'home', 'school', 'work', 'company', 'health', 'leaving', 'harm', 'before', 'mind', 'observations', 'plan',
] as const; // prettier-ignore
export type ReportPart = (typeof reportParts)[number];

type Answer =
  | { readonly kind: 'line' | 'text' | 'day' }
  | { readonly kind: 'choice' | 'choices'; readonly options: readonly [string, ...string[]] };
/** `sealed`: psychological, or about abuse and offences; opened apart, by the Committee alone. */
export type ReportField = { readonly name: string; readonly part: ReportPart; readonly sealed?: true } & Answer;

const line = (part: ReportPart, ...names: string[]): ReportField[] => names.map((name) => ({ name, part, kind: 'line' }));
const text = (part: ReportPart, ...names: string[]): ReportField[] => names.map((name) => ({ name, part, kind: 'text' }));
const choice = (part: ReportPart, name: string, ...options: [string, ...string[]]): ReportField => ({
  name,
  part,
  kind: 'choice',
  options,
});
const choices = (part: ReportPart, name: string, ...options: [string, ...string[]]): ReportField => ({
  name,
  part,
  kind: 'choices',
  options,
});
const sealed = (fields: readonly ReportField[]): ReportField[] => fields.map((field) => ({ ...field, sealed: true }));

const rating = ['cordial', 'not-cordial', 'not-known'] as const;
const presence = ['present', 'absent', 'not-known'] as const;
const yesNo = ['yes', 'no', 'not-known'] as const;
const relations = ['fatherMother', 'fatherChild', 'motherChild', 'fatherSiblings', 'motherSiblings', 'childSiblings', 'childRelatives'];
const ailments = [
  'breathing',
  'ears',
  'eyes',
  'teeth',
  'heart',
  'skin',
  'infection',
  'nerves',
  'mentalHandicap',
  'physicalHandicap',
  'urinary',
  'otherAilment',
];

export const reportFields: readonly ReportField[] = [
  ...line('child', 'name', 'ageOrBirth', 'sex', 'caste', 'religion', 'parents', 'guardian', 'permanentAddress', 'landmark', 'lastAddress', 'telephone'),
  choices('child', 'disability', 'hearing', 'speech', 'physical', 'mental', 'other'),
  ...line('child', 'spouseAndChildren'),
  ...text('family', 'familyMembers'),
  ...relations.map((name) => choice('family', name, ...rating)),
  ...text('family', 'familyReligion'),
  ...text('home', 'livingConditions'),
  choices('home', 'habits', 'tobacco', 'alcohol', 'drugs', 'gambling', 'begging', 'other'),
  choices('home', 'goodHabits', 'sports', 'reading', 'drawing', 'music', 'prayer', 'television', 'other'),
  ...text('home', 'interests', 'personality'),
  choice('school', 'education', 'none', 'up-to-five', 'above-five', 'above-eight', 'above-ten', 'above-twelve'),
  choice('school', 'lastSchool', 'government', 'municipal', 'private', 'religious', 'open', 'none'),
  ...text('school', 'classmates', 'teachers'),
  choices('school', 'leftSchoolBecause', 'failed', 'no-interest', 'teachers-indifferent', 'friends', 'to-earn', 'parents-died', 'rigid-school', 'absent-then-ran', 'no-school-near', 'abused', 'humiliated', 'beaten', 'language', 'sickness', 'other'),
  ...text('school', 'vocational'),
  ...text('work', 'employment', 'incomeUse', 'workRecord'),
  choices('company', 'friends', 'educated', 'not-educated', 'same-age', 'older', 'younger', 'same-sex', 'other-sex', 'addicts', 'with-offences'),
  ...text('company', 'attitudeToFriends', 'friendsAttitude', 'neighbours', 'neighbourhood'),
  ...text('health', 'physicalCondition'),
  ...ailments.map((name) => choice('health', name, ...presence)),
  choices('health', 'addiction', 'none', 'tobacco', 'alcohol', 'solvents', 'drugs', 'other'),
  choice('leaving', 'livedWith', 'parents', 'relatives', 'guardian', 'friends', 'street', 'night-shelter', 'hostel-or-home', 'other'),
  choice('leaving', 'runAway', ...yesNo),
  ...text('leaving', 'runAwayWhere', 'discipline'),
  choices('leaving', 'leftFamilyBecause', 'abuse', 'work', 'friends', 'parents-incapable', 'parents-offences', 'parents-separated', 'parents-died', 'poverty', 'other'),
  ...sealed([
    ...text('harm', 'familyOffences'),
    choice('harm', 'victimOfOffence', ...yesNo),
    choices('harm', 'abuse', 'verbal', 'physical', 'sexual', 'neglect', 'other'),
    choices('harm', 'abusedBy', 'parents', 'siblings', 'relatives', 'employer', 'teachers', 'neighbours', 'police', 'strangers', 'other'),
    choices('harm', 'illTreatment', 'no-food', 'beaten', 'injured', 'locked-in', 'other'),
    choices('harm', 'exploitation', 'unpaid-work', 'low-wages', 'long-hours', 'dangerous-work', 'other'),
    choice('harm', 'boughtOrSold', ...yesNo),
    choice('harm', 'usedForBegging', ...yesNo),
    choices('harm', 'usedBy', 'gang', 'drug-peddling', 'adults', 'none', 'other'),
    ...text('harm', 'perpetrators', 'attitudeToPerpetrator'),
  ]),
  choice('before', 'policeInformed', ...yesNo),
  ...text('before', 'previousInstitution', 'action', 'remarks'),
  ...sealed(text('mind', 'mentalCondition', 'emotional', 'intelligence', 'psychoSocial', 'experts')),
  ...text('observations', 'physicalFactors', 'socioEconomic', 'causes', 'analysis', 'needOfCare', 'religiousFactors', 'history'),
  ...text('plan', 'restorationRisk', 'recommendation'),
]; // prettier-ignore

/** Under which class of sealed parts the sealed items of a part fall. */
export const classOfPart: Partial<Record<ReportPart, SealedClass>> = { harm: 'harm', mind: 'psychological' };

const byName = new Map(reportFields.map((field) => [field.name, field]));
export const fieldNamed = (name: string): ReportField | undefined => byName.get(name);
export const fieldsOfPart = (part: ReportPart): ReportField[] => reportFields.filter((field) => field.part === part);

/** Without these no report answers what the Committee asked (§ 3.7: risk analysis of restoration, recommendation). */
export const neededToSubmit = ['name', 'familyMembers', 'restorationRisk', 'recommendation'] as const;
export const isNeeded = (name: string): boolean => (neededToSubmit as readonly string[]).includes(name);
