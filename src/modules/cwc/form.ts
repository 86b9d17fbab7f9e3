// Forms of the Committee: a production, an answer on identity, a restoration order.
import { z } from 'zod';
import { choice, choices, day, optionalText, text, ticked, time, uuid, wholeNumber } from '../../web/fields.ts';
import { identityBases, placements, relations, sittings } from './identity.ts';

export const productionSchema = z.strictObject({
  producedOn: day(),
  producedAt: time(),
  sitting: choice(sittings),
  producedBy: optionalText(200),
  journeyMinutes: wholeNumber(0, 14_400).optional(),
  childHeard: optionalText(2000),
  placedWith: choice(placements),
  /** The home the child is placed in, which may then admit the child. */
  home: uuid().optional(),
});
export type ProductionDraft = z.output<typeof productionSchema>;

export const identitySchema = z
  .strictObject({
    /** Which of the requests about this child is answered: two families may both have been judged to fit. */
    requestId: uuid(),
    answer: choice(['confirmed', 'refused']),
    basis: choices(identityBases),
    /** The found child is already confirmed to be another missing child: both reports are about this one. */
    both: ticked(),
    reasons: text(2000, 'cwc.error.reasons'),
  })
  .refine((draft) => draft.answer === 'refused' || draft.basis.length > 0, { path: ['basis'], message: 'cwc.error.basis' });
export type IdentityDraft = z.output<typeof identitySchema>;

export const restorationSchema = z.strictObject({
  orderNumber: text(60, 'cwc.error.orderNumber'),
  orderedOn: day(),
  toRelation: choice(relations),
  restoredOn: day(),
  restoredAt: time(),
  conditions: optionalText(2000),
  escortedBy: optionalText(200),
});
export type RestorationDraft = z.output<typeof restorationSchema>;
