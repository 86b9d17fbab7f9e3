// The form of a judgement: which verdict, which facts decided, and why. What decided is read by whoever asks later, and by the matcher.
import { z } from 'zod';
import { choice, choices, optionalText, text, ticked, uuid } from '../../web/fields.ts';
import { aspects } from './aspect.ts';
import { verdicts } from './candidate.ts';

export const MOST_REASON = 1000;

// The last judgement the officer saw, so that nobody rules over a colleague unknowingly. A form without it is shown again, filled in.
const seen = text(40, 'matching.error.notSeen');

/** "Same" needs its reason in words, for the Committee reads it; a "no" or "can't tell" the facts that decided, or words. */
export const judgementSchema = z
  .strictObject({
    verdict: choice(verdicts, 'matching.error.verdict'),
    cited: choices(aspects),
    // The found child is already judged the same as another missing child: the officer has compared all three.
    both: ticked(),
    seen,
    reason: optionalText(MOST_REASON),
  })
  .superRefine(({ verdict, cited, reason }, refused) => {
    if (reason || (verdict !== 'same' && cited.length > 0)) return;
    refused.addIssue({ code: 'custom', path: ['reason'], message: verdict === 'same' ? 'matching.error.reason' : 'matching.error.cited' });
  });
export type JudgementDraft = z.output<typeof judgementSchema>;

export const reversalSchema = z.strictObject({ seen, reason: text(MOST_REASON, 'matching.error.reason') });

/** Why a guarded record is opened to the other office of a pair. */
export const openingSchema = z.strictObject({ reason: text(MOST_REASON, 'matching.error.reason') });

/** Two reports that share something and are two children. */
export const dismissalSchema = z.strictObject({ openId: uuid(), otherId: uuid(), reason: text(MOST_REASON, 'matching.error.reason') });
