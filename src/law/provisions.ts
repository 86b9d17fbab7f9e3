// What the law says without setting a clock: presumptions, prohibitions, powers, rights, exceptions. Listed so that no row of it is silently
// dropped; each names where the portal keeps to it. Words: `law.provision.<id>`.
import type { Day } from '../kernel/time.ts';
import type { Actor } from './actors.ts';
import { adoptionProvisions } from './adoption.ts';
import { boardProvisions } from './boards.ts';
import { careProvisions } from './care.ts';
import { homeProvisions } from './oversight.ts';
import type { Confidence } from './rule.ts';

export type Provision = {
  /** As in the domain sheet. */
  readonly id: string;
  readonly nature: 'presumption' | 'prohibition' | 'power' | 'right' | 'exception' | 'consequence' | 'standing';
  /** Whom it binds, or whose right it is: a family has rights and no duty kept here. */
  readonly who: Actor | 'foster-family';
  readonly citation: string;
  readonly confidence: Confidence;
  /** Null: known from a draft only. */
  readonly from: Day | null;
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
  {
    id: 'M03.2',
    nature: 'right',
    who: 'station-in-charge',
    citation: 'BNSS 2023 s.173(1): at any police station, a Zero FIR',
    confidence: 'M',
    from: '2024-07-01' as Day,
    keptBy: 'src/modules/missing-reports/move.ts',
  },
  {
    id: 'M03.3',
    nature: 'right',
    who: 'station-in-charge',
    citation: 'BNSS 2023 s.173(2): a free copy to the informant and the victim',
    confidence: 'M',
    from: '2024-07-01' as Day,
    keptBy: null,
  },
  {
    id: 'M04',
    nature: 'prohibition',
    who: 'station-in-charge',
    citation:
      'BNSS 2023 s.173(3): a preliminary enquiry of fourteen days for offences of three to under seven years [M]; not for a missing child, whose FIR is due at once, kidnapping carrying up to seven years: G Ganesh, Supreme Court, 22-5-2026 [C-n]',
    confidence: 'C-n',
    from: '2024-07-01' as Day,
    keptBy: 'src/law/missing-child-procedure.ts',
  },
  {
    id: 'M17.3',
    nature: 'standing',
    who: 'superintendent-of-police',
    citation:
      'JJ Act 2015 s.107: the rank of the child welfare police officer; two social workers in the special juvenile police unit, one of them a woman',
    confidence: 'M',
    from: '2016-01-15' as Day,
    keptBy: null,
  },
  {
    id: 'M19.3',
    nature: 'standing',
    who: 'ministry-of-home-affairs',
    citation: 'Guria, Supreme Court, 9-12-2025; G Ganesh, Supreme Court, 22-5-2026 (press reports)',
    confidence: 'C-n',
    from: '2026-05-22' as Day,
    keptBy: null,
  },
  {
    id: 'M20',
    nature: 'prohibition',
    who: 'investigating-officer',
    citation:
      'JJ Model Rules 2016 r.92(1), definition: missing until located or safety established (read at icmec.org); that no birthday ends it is drawn from that',
    confidence: 'C',
    from: '2016-09-21' as Day,
    keptBy: 'src/modules/missing-reports/outcome.ts',
  },
  {
    id: 'M20.2',
    nature: 'standing',
    who: 'investigating-officer',
    citation: 'Drawn from the same definition, JJ Model Rules 2016 r.92(1): the text itself says nothing of categories',
    confidence: 'C',
    from: '2016-09-21' as Day,
    keptBy: null,
  },
  {
    id: 'F06.2',
    nature: 'power',
    who: 'cwc',
    citation: 'JJ Act 2015 s.28(4) (sub-section to be checked), JJ Model Rules 2016 r.17-18',
    confidence: 'M',
    from: '2016-01-15' as Day,
    keptBy: 'src/modules/cwc/actions.ts',
  },
  {
    id: 'F11',
    nature: 'consequence',
    who: 'hospital',
    citation: 'Pinki v State of Uttar Pradesh, Supreme Court, 15-4-2025',
    confidence: 'M',
    from: '2025-04-15' as Day,
    keptBy: null,
  },
  {
    id: 'C03',
    nature: 'exception',
    who: 'cwc',
    citation: 'JJ Act 2015 s.36(2) proviso',
    confidence: 'M',
    from: '2016-01-15' as Day,
    keptBy: 'src/law/committee-adoption.ts',
  },
  {
    id: 'C04',
    nature: 'right',
    who: 'cwc',
    citation: 'JJ Act 2015 s.35(3) [C]; Form 24, the deed of surrender [C-f]',
    confidence: 'C',
    from: '2016-01-15' as Day,
    keptBy: 'src/modules/cwc/orders/may-order.ts',
  },
  {
    id: 'C05.2',
    nature: 'standing',
    who: 'cwc',
    citation: 'JJ Act 2015 s.38',
    confidence: 'C',
    from: '2016-01-15' as Day,
    keptBy: 'src/modules/cwc/orders/order-type.ts',
  },
  {
    id: 'C05.3',
    nature: 'prohibition',
    who: 'station-in-charge',
    citation: 'JJ Act 2015 s.38',
    confidence: 'C',
    from: '2016-01-15' as Day,
    keptBy: null,
  },
  {
    id: 'C08.4',
    nature: 'consequence',
    who: 'state-government',
    citation: 'JJ Act 2015 s.36(4)-(6)',
    confidence: 'M',
    from: '2016-01-15' as Day,
    keptBy: null,
  },
  {
    id: 'C12',
    nature: 'power',
    who: 'district-magistrate',
    citation: 'JJ Act 2015 s.16(4), inserted by Act 23 of 2021',
    confidence: 'C',
    from: '2022-09-01' as Day,
    keptBy: null,
  },
  {
    id: 'C19',
    nature: 'standing',
    who: 'cwc',
    citation: 'JJ Model Rules 2016 r.82(1), Form 44 [C-f]',
    confidence: 'C-f',
    from: '2016-09-21' as Day,
    keptBy: 'src/modules/cwc/actions.ts',
  },
  {
    id: 'C19.2',
    nature: 'standing',
    who: 'cwc',
    citation: 'JJ Act 2015 s.40(3)',
    confidence: 'C',
    from: '2016-01-15' as Day,
    keptBy: 'src/modules/cwc/orders/order-type.ts',
  },
  {
    id: 'C21',
    nature: 'right',
    who: 'district-magistrate',
    citation: 'JJ Act 2015 s.101 as amended by Act 23 of 2021',
    confidence: 'M',
    from: '2022-09-01' as Day,
    keptBy: 'src/modules/cwc/transfers/actions.ts',
  },
  ...boardProvisions,
  ...homeProvisions,
  ...careProvisions,
  ...adoptionProvisions,
];
