// What each form of a placing asks, in its order.
import { areas, hardships } from '../../../law/index.ts';
import { holdings } from '../payments/payment.ts';
import { type PlacingKind, endings, forms, incomeProofs, paces, purposes, relations, standings } from '../placings/placing.ts';
import type { Asked } from './form-sheet.tsx';

export type Option = { value: string; label: string };

const carer: readonly Asked[] = [
  { name: 'carerName', as: 'line' },
  { name: 'relation', as: 'select', options: relations },
  { name: 'address', as: 'text', optional: true, hint: 'family-care.hint.address' },
  { name: 'telephone', as: 'line', optional: true },
];
const applied: readonly Asked[] = [
  { name: 'why', as: 'text' },
  { name: 'appliedOn', as: 'day' },
];

export function applicationAsks(kind: PlacingKind, families: readonly Option[]): readonly Asked[] {
  if (kind === 'sponsorship')
    return [
      { name: 'form', as: 'radios', options: forms.sponsorship },
      { name: 'hardships', as: 'checks', group: 'hardship', options: hardships },
      ...carer,
      { name: 'area', as: 'radios', options: areas },
      { name: 'income', as: 'rupees', hint: 'family-care.hint.income' },
      { name: 'incomeProof', as: 'radios', options: incomeProofs },
      ...applied,
    ];
  if (kind === 'foster')
    return [
      { name: 'form', as: 'radios', options: forms.foster },
      { name: 'family', as: 'select', options: families },
      { name: 'siblingsTogether', as: 'tick' },
      ...applied,
    ];
  if (kind === 'kinship') return [...carer, { name: 'family', as: 'select', options: families, optional: true, hint: 'family-care.hint.kinFamily' }, ...applied];
  return [{ name: 'organisation', as: 'line' }, { name: 'inNeed', as: 'tick' }, ...applied];
} // prettier-ignore

const SEATS = 5;

/** As many lines for members as usually sit; who is left out is left empty. */
export function approvalAsks(words: (seat: number, what: 'name' | 'standing') => string): readonly Asked[] {
  const seats = Array.from({ length: SEATS }, (_, at): Asked[] => [
    { name: `approvers.${at}.name`, as: 'line', words: words(at + 1, 'name'), ...(at > 2 ? { optional: true } : {}) },
    { name: `approvers.${at}.standing`, as: 'select', group: 'standing', options: standings, words: words(at + 1, 'standing'), ...(at > 2 ? { optional: true } : {}) },
  ]); // prettier-ignore
  return [
    { name: 'metOn', as: 'day' },
    ...seats.flat(),
    { name: 'decision', as: 'radios', options: ['approved', 'returned', 'refused'] },
    { name: 'reasons', as: 'text' },
  ];
}

export function orderAsks(kind: PlacingKind, orders: readonly Option[]): readonly Asked[] {
  const pays: readonly Asked[] = [
    { name: 'pays', as: 'radios', options: kind === 'kinship' ? ['nothing'] : paces },
    ...(kind === 'kinship'
      ? []
      : ([
          { name: 'amount', as: 'rupees', optional: true, hint: 'family-care.hint.amount' },
          { name: 'purposes', as: 'checks', group: 'purpose', options: purposes, optional: true },
          { name: 'holder', as: 'line', optional: true },
          { name: 'account', as: 'line', optional: true, hint: 'family-care.hint.account' },
          { name: 'branch', as: 'line', optional: true },
          { name: 'operator', as: 'line', optional: true, hint: 'family-care.hint.operator' },
        ] as const)),
  ];
  return [
    { name: 'order', as: 'select', options: orders, hint: 'family-care.hint.order' },
    { name: 'fromOn', as: 'later' },
    { name: 'toOn', as: 'later', optional: true },
    ...pays,
  ];
}

export function paymentAsks(periods: readonly Option[]): readonly Asked[] {
  return [
    { name: 'period', as: 'select', options: periods },
    { name: 'act', as: 'radios', options: ['paid', 'held'] },
    { name: 'paidOn', as: 'day', optional: true },
    { name: 'amount', as: 'rupees', optional: true },
    { name: 'voucher', as: 'line', optional: true },
    { name: 'heldBecause', as: 'radios', group: 'held', options: holdings, optional: true },
  ];
}

export const endAsks: readonly Asked[] = [
  { name: 'because', as: 'radios', group: 'ending', options: endings },
  { name: 'endedOn', as: 'day' },
  { name: 'reasons', as: 'text' },
];
