// Forms of the sightings module: a sighting as told, and an officer's answer to it.
import { z } from 'zod';
import { type Instant, dayOf, instantAt } from '../../kernel/time.ts';
import { choice, day, optionalText, telephone, text, ticked, time } from '../../web/fields.ts';
import { whenFields } from '../../web/when.ts';
import { checkDescription, descriptionFields } from '../children/index.ts';
import { sightingAnswers, sightingSources } from './sighting.ts';

export const sightingSchema = z
  .strictObject({
    ...descriptionFields,
    seenOn: day('sightings.error.seenOn'),
    seenAt: time().optional(),
    districtTyped: optionalText(100),
    districtCode: optionalText(12),
    place: text(300, 'sightings.error.place'),
    seenWith: optionalText(300),
    doing: optionalText(500),
    noticePublicId: z
      .string()
      .regex(/^[0-9a-z]{26}$/, 'web.error.notAChoice')
      .optional(),
    reporterName: optionalText(200),
    reporterTelephone: telephone().optional(),
    source: choice(sightingSources).optional(),
  })
  .superRefine((draft, refine) => checkDescription(draft, draft.seenOn, refine));

export type Told = z.output<typeof sightingSchema>;
/** With its district settled. */
export type SightingDraft = Omit<Told, 'districtTyped' | 'districtCode'> & { districtCode: string };

export const districtFields = { typed: 'districtTyped', chosen: 'districtCode' } as const;

/** Noon in India when only the day is known; before noon of that same day it is as late as now, for nothing was seen in the future. */
export function seenAt(draft: Pick<SightingDraft, 'seenOn' | 'seenAt'>, now: Instant): Instant {
  const told = instantAt(draft.seenOn, draft.seenAt ?? '12:00');
  return !draft.seenAt && draft.seenOn === dayOf(now) && told > now ? now : told;
}

export function isInFuture(draft: Pick<SightingDraft, 'seenOn' | 'seenAt'>, now: Instant): boolean {
  return seenAt(draft, now) > now;
}

export const answerSchema = z.strictObject({
  answer: choice(sightingAnswers, 'sightings.error.answer'),
  /** Ticked: the child seen is the one on the notice. */
  childOfNotice: ticked(),
  remark: optionalText(1000),
  ...whenFields,
});
type Answer = z.output<typeof answerSchema>;
/** `childOfNotice` may be left out by what is no form. */
export type AnswerDraft = Omit<Answer, 'childOfNotice'> & Partial<Pick<Answer, 'childOfNotice'>>;
