// Forms of found children: intake (R1 found-child screen and Form 17 in our own fields), production report, journey, closing.
import { z } from 'zod';
import { instantAt } from '../../kernel/time.ts';
import { choice, day, optionalText, telephone, text, ticked, time, wholeNumber } from '../../web/fields.ts';
import { whenFields } from '../../web/when.ts';
import { checkDescription, descriptionFields } from '../children/index.ts';
import { broughtByKinds } from './found-child.ts';

const MOST_JOURNEY_MINUTES = 10 * 24 * 60;

export const foundChildSchema = z
  .strictObject({
    ...descriptionFields,
    foundOn: day('found-children.error.foundOn'),
    foundAt: time('found-children.error.foundAt'),
    districtCode: text(12, 'found-children.error.district'),
    foundPlace: text(300, 'found-children.error.foundPlace'),
    foundWith: optionalText(300),
    circumstances: optionalText(2000),
    condition: optionalText(1000),
    belongings: optionalText(500),
    broughtBy: choice(broughtByKinds, 'found-children.error.broughtBy'),
    broughtByName: optionalText(200),
    broughtByTelephone: telephone().optional(),
    allegationOfOffence: ticked(),
    policeInformed: ticked(),
    treatment: optionalText(500),
    journeyMinutes: wholeNumber(0, MOST_JOURNEY_MINUTES).optional(),
  })
  .superRefine((draft, refine) => checkDescription(draft, draft.foundOn, refine));
export type FoundChildDraft = z.output<typeof foundChildSchema>;

export function foundAt(draft: Pick<FoundChildDraft, 'foundOn' | 'foundAt'>) {
  return instantAt(draft.foundOn, draft.foundAt);
}

/** Form 17, beside what the record says already. Who signs it is the officer, unless another name is given. */
export const childSignings = ['signature', 'thumb', 'unable'] as const;
export const producerSexes = ['female', 'male', 'other'] as const;
export const productionReportSchema = z.strictObject({
  caseNumber: optionalText(60),
  producedIn: optionalText(200),
  producerName: optionalText(120),
  producerDesignation: optionalText(120),
  producerOrganisation: optionalText(200),
  producerSex: choice(producerSexes).optional(),
  producerAge: wholeNumber(18, 110).optional(),
  producerAddress: optionalText(300),
  producerTelephone: telephone().optional(),
  parentsAddress: optionalText(300),
  parentsTelephone: telephone().optional(),
  parentsOccupation: optionalText(120),
  homeReachedOn: day().optional(),
  homeReachedAt: time().optional(),
  effortsToTrace: text(2000, 'found-children.error.efforts'),
  childSigned: choice(childSignings).optional(),
  ...whenFields,
});
export type ProductionReportDraft = z.output<typeof productionReportSchema>;

export const journeySchema = z.strictObject({ startedOn: day(), startedAt: time(), endedOn: day(), endedAt: time() });
export type JourneyDraft = z.output<typeof journeySchema>;

export const informed = ['childline', 'police', 'cwc', 'dcpu', 'cci'] as const;
export const informationSchema = z.strictObject({
  to: choice(informed, 'found-children.error.informed'),
  informedOn: day('found-children.error.informedOn'),
  informedAt: time('found-children.error.informedAt'),
});
export type InformationDraft = z.output<typeof informationSchema>;

/** A restoration is not among them: only the Committee's order restores a child (JJ Act s.40). */
export const closings = ['in-care', 'transferred', 'not-a-child'] as const;
/** When the child's case was decided, or found to be none: the Committee's inquiry ends on that day. */
export const closeFoundSchema = z.strictObject({
  outcome: choice(closings),
  reasons: text(1000, 'found-children.error.reasons'),
  ...whenFields,
});
export type CloseFoundDraft = z.output<typeof closeFoundSchema>;

export const changeDescriptionSchema = z
  .strictObject({ ...descriptionFields, version: wholeNumber(1, 1_000_000) })
  .superRefine((draft, refine) => checkDescription(draft, '9999-12-31' as never, refine));
export type ChangeDescriptionDraft = z.output<typeof changeDescriptionSchema>;
