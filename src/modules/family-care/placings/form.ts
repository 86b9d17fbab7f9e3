// Forms of a placing: the application of each kind, the approval, what the Committee's order brings, and the end.
import { z } from 'zod';
import { areas, hardships } from '../../../law/index.ts';
import { choice, choices, day, optionalText, text, ticked, uuid, wholeNumber } from '../../../web/fields.ts';
import { type PlacingKind, endings, forms, incomeProofs, paces, purposes, relations, standings } from './placing.ts';

const MOST_RUPEES = 10_000_000;
const MOST_APPROVERS = 7;

const applied = { appliedOn: day('family-care.error.appliedOn'), why: text(2000, 'family-care.error.why') };
const carer = {
  carerName: text(200, 'family-care.error.carerName'),
  relation: choice(relations, 'family-care.error.relation'),
  address: optionalText(500),
  telephone: optionalText(20),
};

export const applicationSchemas = {
  sponsorship: z
    .strictObject({
      form: choice(forms.sponsorship, 'family-care.error.form'),
      hardships: choices(hardships),
      ...carer,
      area: choice(areas, 'family-care.error.area'),
      income: wholeNumber(0, MOST_RUPEES, 'family-care.error.income'),
      incomeProof: choice(incomeProofs, 'family-care.error.incomeProof'),
      ...applied,
    })
    .refine(({ hardships: named }) => named.length > 0, { path: ['hardships'], message: 'family-care.error.hardships' }),
  foster: z.strictObject({
    form: choice(forms.foster, 'family-care.error.form'),
    family: uuid('family-care.error.family'),
    siblingsTogether: ticked(),
    ...applied,
  }),
  kinship: z.strictObject({ ...carer, family: uuid().optional(), ...applied }),
  aftercare: z.strictObject({ organisation: text(200, 'family-care.error.organisation'), inNeed: ticked(), ...applied }),
} as const satisfies Record<PlacingKind, z.ZodType>;

/** What any of them says; what a kind does not ask is absent. */
export type ApplicationDraft = {
  appliedOn: z.output<typeof applied.appliedOn>;
  why: string;
  form?: string;
  hardships?: z.output<ReturnType<typeof choices<typeof hardships>>>;
  carerName?: string;
  relation?: (typeof relations)[number];
  address?: string | undefined;
  telephone?: string | undefined;
  area?: (typeof areas)[number];
  income?: number;
  incomeProof?: (typeof incomeProofs)[number];
  family?: string | undefined;
  siblingsTogether?: boolean;
  organisation?: string;
  inNeed?: boolean;
};

const approver = z.strictObject({ name: optionalText(120), standing: choice(standings).optional() });
export const approvalSchema = z
  .strictObject({
    metOn: day('family-care.error.metOn'),
    approvers: z.array(approver).max(MOST_APPROVERS).optional(),
    decision: choice(['approved', 'returned', 'refused'], 'family-care.error.decision'),
    reasons: text(2000, 'family-care.error.reasons'),
  })
  .superRefine(({ approvers = [] }, refine) => {
    for (const [at, { name, standing }] of approvers.entries())
      if (name && !standing)
        refine.addIssue({ code: 'custom', path: ['approvers', at, 'standing'], message: 'family-care.error.standing' });
  });
export type ApprovalDraft = z.output<typeof approvalSchema>;

export const orderSchema = z
  .strictObject({
    order: uuid('family-care.error.order'),
    fromOn: day('family-care.error.fromOn'),
    toOn: day().optional(),
    pays: choice(paces, 'family-care.error.pays'),
    amount: wholeNumber(1, MOST_RUPEES).optional(),
    purposes: choices(purposes),
    holder: optionalText(120),
    account: z.string().regex(/^[0-9]{6,20}$/, 'family-care.error.account').optional(),
    branch: z.string().regex(/^[A-Za-z]{4}0[A-Za-z0-9]{6}$/, 'family-care.error.branch').optional(),
    operator: optionalText(120),
  })
  .superRefine((draft, refine) => {
    const wrong = (path: string, message: string) => refine.addIssue({ code: 'custom', path: [path], message });
    if (draft.toOn && draft.toOn < draft.fromOn) wrong('toOn', 'family-care.error.endBeforeStart');
    if (draft.pays === 'nothing') return;
    if (draft.amount === undefined) wrong('amount', 'family-care.error.amount');
    if (draft.purposes.length === 0) wrong('purposes', 'family-care.error.purposes');
    if (!draft.account) wrong('account', 'family-care.error.accountMissing');
    if (!draft.holder) wrong('holder', 'family-care.error.holder');
    if (!draft.operator) wrong('operator', 'family-care.error.operator');
  }); // prettier-ignore
export type OrderDraft = z.output<typeof orderSchema>;

export const endSchema = z.strictObject({
  endedOn: day('family-care.error.endedOn'),
  because: choice(endings, 'family-care.error.because'),
  reasons: text(2000, 'family-care.error.reasons'),
});
export type EndDraft = z.output<typeof endSchema>;
