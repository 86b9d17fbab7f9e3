// Forms of a Committee's calendar: a day put on it, who came, a child heard.
import { z } from 'zod';
import { choice, choices, day, optionalText, ticked, time, uuid } from '../../../web/fields.ts';
import { sittings } from '../identity.ts';
import { adjourners, presences } from './sitting.ts';

export const planSchema = z.strictObject({ sitsOn: day(), sitsAt: time(), bench: choice(sittings) });
export type PlanDraft = z.output<typeof planSchema>;

const MOST_MEMBERS = 10;
export const heldSchema = z.strictObject({
  members: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(uuid()).min(1, 'cwc-sittings.error.members').max(MOST_MEMBERS, 'web.error.notAChoice'),
  ),
});
export type HeldDraft = z.output<typeof heldSchema>;

export const hearingSchema = z
  .strictObject({
    sitting: uuid('cwc-sittings.error.sitting'),
    present: choices(presences),
    said: optionalText(4000),
    /** Form 26, the step of the child's statement. */
    statementTaken: ticked(),
    adjournedFor: choice(adjourners).optional(),
    adjournedBecause: optionalText(1000),
    nextOn: day().optional(),
  })
  .superRefine(({ present, said, adjournedFor, adjournedBecause, nextOn }, refine) => {
    const wrong = (path: string, message: string) => refine.addIssue({ code: 'custom', path: [path], message });
    if (present.length === 0 && !said && !adjournedFor) wrong('present', 'cwc-sittings.error.nothing');
    if (adjournedFor && !adjournedBecause) wrong('adjournedBecause', 'cwc-sittings.error.because');
    if (adjournedFor && !nextOn) wrong('nextOn', 'cwc-sittings.error.nextOn');
    if (!adjournedFor && adjournedBecause) wrong('adjournedFor', 'cwc-sittings.error.who');
  });
export type HearingDraft = z.output<typeof hearingSchema>;
