// What the law says without setting a clock: presumptions, prohibitions, powers, rights, exceptions. Listed so that no row of it is silently
// dropped; each names where the portal keeps to it. Words: `law.provision.<id>`.
import type { Day } from '../kernel/time.ts';
import type { Actor } from './actors.ts';
import type { Confidence } from './rule.ts';

export type Provision = {
  /** As in the domain sheet. */
  readonly id: string;
  readonly nature: 'presumption' | 'prohibition' | 'power' | 'right' | 'exception' | 'consequence' | 'standing';
  readonly who: Actor;
  readonly citation: string;
  readonly confidence: Confidence;
  readonly from: Day;
  /** The file that keeps to it, or null: nothing in the portal can break it or keep it yet. */
  readonly keptBy: string | null;
};

export const provisions: readonly Provision[] = [
  {
    id: 'M02',
    nature: 'presumption',
    who: 'investigating-officer',
    citation: 'Bachpan Bachao Andolan v Union of India, W.P.(C) 75/2012, Supreme Court, 10-5-2013',
    confidence: 'C',
    from: '2013-05-10' as Day,
    keptBy: null,
  },
];
