// Forms of the order register: a draft, a signature, an order carried out.
import { z } from 'zod';
import { printLocales } from '../../../platform/i18n/index.ts';
import { choice, day, optionalText, text, uuid } from '../../../web/fields.ts';
import { placements } from '../identity.ts';
import { type Asked, escorts, followers, kindOf, orderTypes, suitabilities } from './order-type.ts';

const MOST_SIGNERS = 5;
/** The sign the catalogue's words leave a gap with, standing alone: nobody signs an order with a gap. */
const LEFT_OPEN = /(^|\s)…(?=$|[\s.,;।])/;

export const draftSchema = z
  .strictObject({
    type: choice(orderTypes),
    language: choice(printLocales),
    body: text(8000, 'cwc-orders.error.body'),
    signers: z.preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(uuid()).min(1, 'cwc-orders.error.signers').max(MOST_SIGNERS, 'web.error.notAChoice'),
    ),
    corrects: uuid().optional(),
    toOffice: uuid().optional(),
    toCommittee: uuid().optional(),
    placedWith: choice(placements).optional(),
    dueOn: day().optional(),
    followUp: choice(followers).optional(),
    escortOf: choice(escorts).optional(),
    suitableBy: choice(suitabilities).optional(),
  })
  .superRefine((draft, refine) => {
    const kind = kindOf(draft.type);
    if (LEFT_OPEN.test(draft.body)) refine.addIssue({ code: 'custom', path: ['body'], message: 'cwc-orders.error.leftOpen' });
    for (const asked of kind.asks)
      if (draft[asked] === undefined && !kind.optional?.includes(asked))
        refine.addIssue({ code: 'custom', path: [asked], message: `cwc-orders.error.${asked}` });
    for (const name of ['toOffice', 'toCommittee', 'placedWith', 'dueOn', 'followUp', 'escortOf', 'suitableBy'] satisfies Asked[])
      if (draft[name] !== undefined && !kind.asks.includes(name))
        refine.addIssue({ code: 'custom', path: [name], message: 'web.error.notAChoice' });
  });
export type OrderDraft = z.output<typeof draftSchema>;

/** `step`: sign it, take the draft back, or say that what it asked for was done. */
export const orderSteps = ['sign', 'withdraw', 'done'] as const;
export const orderStepSchema = z
  .strictObject({ step: choice(orderSteps), consent: optionalText(200), doneOn: day().optional() })
  .superRefine(({ step, consent, doneOn }, refine) => {
    if (step === 'sign' && !consent) refine.addIssue({ code: 'custom', path: ['consent'], message: 'cwc-orders.error.consentMissing' });
    if (step === 'done' && !doneOn) refine.addIssue({ code: 'custom', path: ['doneOn'], message: 'web.error.required' });
  });
export type OrderStepDraft = z.output<typeof orderStepSchema>;
