// The questions a citizen is asked about a missing child, one a page, in order. "I don't know" answers every one of them.
import { z } from 'zod';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Day, type Instant, dayOf } from '../../kernel/time.ts';
import { choice, day, optionalText, telephone, text, ticked, time, wholeNumber } from '../../web/fields.ts';
import type { FormValues } from '../../web/route.ts';
import { complexions, descriptionFields, markKinds, markSites, sexes } from '../children/index.ts';
import { checkLastSeen } from './complaint-rules.ts';

export const questionNames = ['who', 'when', 'where', 'looks', 'family', 'photograph', 'you'] as const;
export type QuestionName = (typeof questionNames)[number];

/** The languages offered: those of the Eighth Schedule and two more, by number of speakers. ISO 639. */
export const askedLanguages = [
  'hi', 'bn', 'mr', 'te', 'ta', 'gu', 'ur', 'kn', 'or', 'ml', 'pa', 'as', 'mai', 'bho', 'sat', 'ks', 'ne', 'sd', 'doi', 'kok', 'mni', 'brx', 'en',
] as const; // prettier-ignore

/** Who may be telling us. Keys of the catalogue. */
export const relations = ['mother', 'father', 'guardian', 'brother-or-sister', 'relative', 'neighbour', 'teacher', 'other'] as const;

export const OLDEST_ASKED = 120;

export const questionSchemas = {
  who: z.strictObject({
    childName: optionalText(200),
    childNameUnknown: ticked(),
    alias: optionalText(200),
    sex: choice([...sexes, 'unknown'], 'missing-reports.error.sex'),
    ageFrom: wholeNumber(0, OLDEST_ASKED).optional(),
    ageFromUnknown: ticked(),
  }),
  when: z.strictObject({ lastSeenOn: day().optional(), lastSeenOnUnknown: ticked(), lastSeenAt: time().optional() }),
  where: z.strictObject({
    districtTyped: optionalText(100),
    lastSeenDistrict: optionalText(12),
    lastSeenPlace: optionalText(300),
    lastSeenPlaceUnknown: ticked(),
    lastSeenWith: optionalText(300),
  }),
  looks: z.strictObject({
    clothing: optionalText(500),
    complexion: choice(complexions).optional(),
    heightFrom: wholeNumber(30, 220).optional(),
    markKind: choice(markKinds).optional(),
    markSite: choice(markSites).optional(),
    markText: optionalText(200),
    disability: optionalText(500),
    looksUnknown: ticked(),
  }),
  family: z.strictObject({
    fatherName: optionalText(200),
    motherName: optionalText(200),
    languages: descriptionFields.languages,
    familyUnknown: ticked(),
  }),
  photograph: z.strictObject({ photographTakenOn: day().optional(), photographLater: ticked() }),
  you: z.strictObject({
    informantName: text(200, 'missing-reports.error.yourName'),
    informantRelation: choice(relations, 'missing-reports.error.yourRelation'),
    informantTelephone: telephone('missing-reports.error.yourTelephone'),
    details: optionalText(4000),
  }),
} as const satisfies Record<QuestionName, z.ZodType>;

type Answered = Partial<{
  lastSeenAt: string;
  childName: string;
  childNameUnknown: boolean;
  ageFrom: number;
  ageFromUnknown: boolean;
  lastSeenOn: Day;
  lastSeenOnUnknown: boolean;
  photographTakenOn: Day;
}>;

/** A page passed with neither an answer nor "I don't know" was not answered. Adults are another kind of case; nobody was seen in the future. */
export function checkQuestion(name: QuestionName, draft: Answered, now: Instant): Refusal[] {
  const unanswered = (field: 'childName' | 'ageFrom' | 'lastSeenOn') => draft[field] === undefined && !draft[`${field}Unknown`];
  const fields = ({ who: ['childName', 'ageFrom'], when: ['lastSeenOn'] } as const)[name as 'who' | 'when'] ?? [];
  const wrong = fields.filter(unanswered).map((field) => refuse(`missing-reports.error.tellOrUnknown.${field}`, {}, field));
  if (draft.ageFrom !== undefined && draft.ageFrom > 17) wrong.push(refuse('missing-reports.error.adult', {}, 'ageFrom'));
  if (draft.photographTakenOn && draft.photographTakenOn > dayOf(now))
    wrong.push(refuse('missing-reports.error.future', {}, 'photographTakenOn'));
  const { lastSeenOn, lastSeenAt, lastSeenOnUnknown = false } = draft;
  return lastSeenOn === undefined ? wrong : [...wrong, ...checkLastSeen({ lastSeenOn, lastSeenAt, lastSeenOnUnknown }, now)];
}

/** A parsed answer as the raw text a form shows again. */
export function asValues(draft: Record<string, unknown>): FormValues {
  const values: FormValues = {};
  for (const [name, value] of Object.entries(draft)) {
    if (value === undefined || value === false) continue;
    values[name] = value === true ? 'yes' : Array.isArray(value) ? value.map(String) : String(value);
  }
  return values;
}

/** Marks a page that was gone through, whatever was left empty on it. */
const PASSED = 'passed.';

export function passed(name: QuestionName): FormValues {
  return { [`${PASSED}${name}`]: 'yes' };
}

/** Only to steer the pages; not part of what is reported. */
const pageOnly = [
  'districtTyped',
  'childNameUnknown',
  'ageFromUnknown',
  'lastSeenPlaceUnknown',
  'looksUnknown',
  'familyUnknown',
  'photographLater',
];

/** All answers as the fields of the report's own schema. */
export function asReportValues(answers: FormValues, today: string): FormValues {
  const { markKind, markSite, markText, ...rest } = answers;
  const values = Object.fromEntries(Object.entries(rest).filter(([name]) => !pageOnly.includes(name) && !name.startsWith(PASSED)));
  if (values['lastSeenOnUnknown'] === 'yes' && !values['lastSeenOn']) values['lastSeenOn'] = today;
  if (markKind || markText) {
    values['marks.0.kind'] = markKind ?? 'other';
    if (markSite) values['marks.0.site'] = markSite;
    if (markText) values['marks.0.text'] = markText;
  }
  return values;
}

/** The first of these questions not answered yet, or null when all are. */
export function nextUnanswered(names: readonly QuestionName[], answers: FormValues): QuestionName | null {
  const answered: Record<QuestionName, boolean> = {
    who: 'sex' in answers,
    when: 'lastSeenOn' in answers || 'lastSeenOnUnknown' in answers,
    where: 'lastSeenDistrict' in answers,
    looks: `${PASSED}looks` in answers,
    family: `${PASSED}family` in answers,
    photograph: `${PASSED}photograph` in answers,
    you: 'informantTelephone' in answers,
  };
  return names.find((name) => !answered[name]) ?? null;
}
