// Whether a word of the public is sent to an office by itself, a moment later, or told in the digest. Nothing is dropped: it stands on the list either way.
import { type Instant, addMinutes, fromMilliseconds, milliseconds } from '../../kernel/time.ts';
import type { OfficeKind } from '../officers/index.ts';
import { flood, wordsAnHour } from './waits.ts';

/** What is known when the office would be told: counted up to a bound, so that a storm costs no more than a busy day. */
export type Words = {
  saidAt: Instant;
  officeKind: OfficeKind;
  /** Different matters this telephone spoke of in a day, this one included. */
  ofTelephone: number;
  /** Words of the public to this office in the last minutes, this one included. */
  toOffice: number;
  /** Of them sent one by one in the last hour. */
  sentThisHour: number;
};

export type Sifted = { verdict: 'send' } | { verdict: 'wait'; until: Instant } | { verdict: 'hold'; single: boolean };

/**
 * A telephone that reports more than a family could is held back, flood or not. In a flood only a telephone with a single report is sent by itself, after
 * a wait that shows whether it stays single. Beyond what the office can read in an hour these too are held, and told in a digest that comes at once.
 */
export function sift({ saidAt, officeKind, ofTelephone, toOffice, sentThisHour }: Words, now: Instant): Sifted {
  if (ofTelephone > flood.perTelephoneADay || (ofTelephone > 1 && toOffice > flood.words)) return { verdict: 'hold', single: false };
  if (toOffice > flood.words) {
    const until = fromMilliseconds(milliseconds(saidAt) + flood.waitSeconds * 1000);
    if (now < until) return { verdict: 'wait', until };
  }
  return sentThisHour >= wordsAnHour(officeKind) ? { verdict: 'hold', single: true } : { verdict: 'send' };
}

export const floodSince = (now: Instant): Instant => addMinutes(now, -flood.withinMinutes);
