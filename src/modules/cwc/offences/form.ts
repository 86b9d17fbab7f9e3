// Forms of a case under the POCSO Act: taken down and told by the police, decided by the Committee, reported by the support person.
import { z } from 'zod';
import { choice, day, optionalText, text, uuid, wholeNumber } from '../../../web/fields.ts';
import { whenFields } from '../../../web/when.ts';
import { consents, helperKinds, settings } from './offence.ts';

const LONG = 4000;

export const takenSchema = z.strictObject({
  setting: choice(settings, 'cwc-offence.error.setting'),
  paper: optionalText(100),
  told: text(LONG, 'cwc-offence.error.told'),
  ...whenFields,
});
export type TakenDraft = z.output<typeof takenSchema>;

export const tellSchema = z.strictObject({
  to: choice(['committee', 'special-court'], 'cwc-offence.error.to'),
  words: text(500, 'cwc-offence.error.how'),
  ...whenFields,
});
export type TellDraft = z.output<typeof tellSchema>;

/** F09: with the reasons of the police, recorded. */
export const producedSchema = z.strictObject({ words: text(LONG, 'cwc-offence.error.reasons'), ...whenFields });
export type ProducedDraft = z.output<typeof producedSchema>;

export const householdSchema = z.strictObject({
  leaves: choice(['leaves', 'stays'], 'cwc-offence.error.leaves'),
  words: text(LONG, 'cwc-offence.error.reasons'),
  ...whenFields,
});
export type HouseholdDraft = z.output<typeof householdSchema>;

export const helperSchema = z
  .strictObject({
    kind: choice(helperKinds, 'cwc-offence.error.kind'),
    name: text(120, 'cwc-offence.error.name'),
    organisation: optionalText(200),
    telephone: optionalText(40),
    language: optionalText(60),
    consentBy: choice(consents).optional(),
    fromOn: day(),
  })
  .superRefine(({ kind, organisation, language, consentBy }, refine) => {
    const wrong = (path: string, message: string) => refine.addIssue({ code: 'custom', path: [path], message });
    if (kind === 'support-person' && !organisation) wrong('organisation', 'cwc-offence.error.organisation');
    if (kind === 'support-person' && !consentBy) wrong('consentBy', 'cwc-offence.error.consent');
    if (kind === 'interpreter' && !language) wrong('language', 'cwc-offence.error.language');
  });
export type HelperDraft = z.output<typeof helperSchema>;

export const helperEndedSchema = z.strictObject({
  helper: uuid('cwc-offence.error.helper'),
  endedOn: day(),
  words: text(1000, 'cwc-offence.error.endedBecause'),
});
export type HelperEndedDraft = z.output<typeof helperEndedSchema>;

export const supportReportSchema = z.strictObject({ words: text(LONG, 'cwc-offence.error.report'), ...whenFields });
export type SupportReportDraft = z.output<typeof supportReportSchema>;

export const compensationSchema = z.strictObject({
  rupees: wholeNumber(1, 10_000_000, 'cwc-offence.error.rupees'),
  words: text(1000, 'cwc-offence.error.toWhom'),
  ...whenFields,
});
export type CompensationDraft = z.output<typeof compensationSchema>;
