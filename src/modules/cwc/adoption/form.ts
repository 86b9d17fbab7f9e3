// Forms of a child without parents (JJ Act s.35, s.38): taken as such, family come forward, the certificate of Form 25.
import { z } from 'zod';
import { choice, day, optionalText, text, ticked } from '../../../web/fields.ts';

export const because = ['orphan', 'abandoned', 'surrendered'] as const;
export const ages = ['two-or-under', 'over-two'] as const;
/** Of a surrender: Form 23, the application, and Form 24, the deed. */
export const withoutParentsSchema = z
  .strictObject({
    because: choice(because),
    ageThen: choice(ages),
    appliedOn: day().optional(),
    deedOn: day().optional(),
    surrenderedBy: optionalText(200),
    surrenderReasons: optionalText(2000),
    counselled: ticked(),
  })
  .superRefine((draft, refine) => {
    const wrong = (path: string, message: string) => refine.addIssue({ code: 'custom', path: [path], message });
    if (draft.because !== 'surrendered') {
      for (const name of ['appliedOn', 'deedOn', 'surrenderedBy', 'surrenderReasons'] as const)
        if (draft[name] !== undefined) wrong(name, 'cwc-moves.error.onlySurrender');
      return;
    }
    if (!draft.deedOn) wrong('deedOn', 'web.error.required');
    if (!draft.surrenderedBy) wrong('surrenderedBy', 'web.error.required');
    if (!draft.counselled) wrong('counselled', 'cwc-moves.error.counselled');
    if (draft.appliedOn && draft.deedOn && draft.appliedOn > draft.deedOn) wrong('appliedOn', 'cwc-moves.error.appliedAfter');
  });
export type WithoutParentsDraft = z.output<typeof withoutParentsSchema>;

export const familySchema = z.strictObject({ cameOn: day(), whoCame: text(200) });
export type FamilyDraft = z.output<typeof familySchema>;

export const certificateSchema = z
  .strictObject({ givenOn: day(), basis: text(2000), restorationTried: ticked(), counsellingDone: ticked(), photographSent: ticked() })
  .superRefine((draft, refine) => {
    for (const name of ['restorationTried', 'counsellingDone'] as const)
      if (!draft[name]) refine.addIssue({ code: 'custom', path: [name], message: `cwc-moves.error.${name}` });
  });
export type CertificateDraft = z.output<typeof certificateSchema>;
