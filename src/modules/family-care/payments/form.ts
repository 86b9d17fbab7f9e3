// A payment made, or held back with the reason why.
import { z } from 'zod';
import { choice, day, optionalText, wholeNumber } from '../../../web/fields.ts';
import { holdings } from './payment.ts';

export const paymentSchema = z
  .strictObject({
    period: z.string({ error: 'family-care.error.period' }).regex(/^(\d{4}-(0[1-9]|1[0-2]|Q[1-4])|once)$/, 'web.error.notAChoice'),
    act: choice(['paid', 'held'], 'family-care.error.act'),
    paidOn: day().optional(),
    amount: wholeNumber(1, 10_000_000).optional(),
    voucher: optionalText(60),
    heldBecause: choice(holdings).optional(),
  })
  .superRefine(({ act, paidOn, amount, heldBecause }, refine) => {
    const wrong = (path: string, message: string) => refine.addIssue({ code: 'custom', path: [path], message });
    if (act === 'held' && !heldBecause) wrong('heldBecause', 'family-care.error.heldBecause');
    if (act === 'paid' && !paidOn) wrong('paidOn', 'family-care.error.paidOn');
    if (act === 'paid' && amount === undefined) wrong('amount', 'family-care.error.amount');
  });
export type PaymentDraft = z.output<typeof paymentSchema>;
