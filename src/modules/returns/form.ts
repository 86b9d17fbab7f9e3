// What may be done on the page of an office's return, one form for each act.
import { z } from 'zod';
import { choice, day, optionalText, text, uuid, wholeNumber } from '../../web/fields.ts';
import { nilCodes } from '../timeliness/index.ts';

const WORDS = 2000;
const NUMBER = 100;
const period = text(7, 'returns.error.quarter');

export const actSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('sign'), period, remarks: optionalText(WORDS), nilCode: choice(nilCodes).optional() }),
  z.strictObject({ act: z.literal('receive'), period }),
  z.strictObject({ act: z.literal('review'), period, found: text(WORDS) }),
  z.strictObject({ act: z.literal('direct'), period, reference: text(NUMBER), directed: text(WORDS), givenOn: day() }),
  z.strictObject({ act: z.literal('keep'), period, direction: uuid(), keptOn: day(), keptWords: text(WORDS) }),
  z.strictObject({ act: z.literal('made'), period, made: text(120, 'web.error.chooseOne'), madeOn: day(), letter: text(NUMBER) }),
  z.strictObject({
    act: z.literal('worked'),
    period,
    month: text(7, 'web.error.chooseOne'),
    sittings: wholeNumber(0, 31),
    visits: wholeNumber(0, 500),
  }),
  z.strictObject({ act: z.literal('shortfall'), period, short: text(120, 'web.error.chooseOne'), shortWords: text(WORDS) }),
  z.strictObject({ act: z.literal('complain'), period, complaint: text(NUMBER), complainedOn: day(), complaintWords: text(WORDS) }),
  z.strictObject({ act: z.literal('decide'), period, complaintId: uuid(), decidedOn: day(), decision: text(WORDS) }),
]);
export type Act = z.output<typeof actSchema>;
type Of<Name extends Act['act']> = Extract<Act, { act: Name }>;
export type SignDraft = Of<'sign'>;
export type ReviewDraft = Of<'review'>;
export type DirectDraft = Of<'direct'>;
export type KeepDraft = Of<'keep'>;
export type MadeDraft = Of<'made'>;
export type WorkedDraft = Of<'worked'>;
export type ShortfallDraft = Of<'shortfall'>;
export type ComplainDraft = Of<'complain'>;
export type DecideDraft = Of<'decide'>;
