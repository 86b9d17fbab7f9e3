// Homes, care plans, families of care, adoption. Juvenile Justice (Care and Protection of Children) Act 2015 s.39-61; JJ Model Rules 2016 r.23-25, r.39,
// r.69-I; Adoption Regulations 2022; Mission Vatsalya Guidelines 2022 4.1-4.3.
import type { Day } from '../kernel/time.ts';
import { careExamples as examples } from './examples/care.ts';
import type { On, Rule } from './rule.ts';

const since = (from: string) => ({ from: from as Day, to: null });
const caseOver: readonly On[] = [{ happening: 'found.closed' }, { happening: 'found.restored' }];

const inCare = {
  record: 'found',
  waitsFor: 'homes-and-care',
  kind: 'statutory',
  actor: 'children-home',
  clock: 'each',
  earlierCounts: false,
  cancelledBy: caseOver,
  escalation: [
    { to: 'dcpu', afterHours: 0 },
    { to: 'cwc', afterHours: 7 * 24 },
    { to: 'district-magistrate', afterHours: 30 * 24 },
  ],
  stateOverrides: [],
} satisfies Partial<Rule>;

export const careDuties: readonly Rule[] = [
  {
    ...inCare,
    id: 'I01',
    startedBy: [{ happening: 'care.admitted' }],
    due: { months: 1, basis: 'source' },
    metBy: [{ happening: 'care.planMade' }],
    warnBeforeHours: 7 * 24,
    form: 'Form 7',
    citation: 'JJ Model Rules 2016 r.69-I and the text of Form 26: individual care plan within one month of admission [C-f]',
    confidence: 'C-f',
    inForce: since('2016-09-21'),
    stateOverrides: [
      {
        stateCode: 'TN',
        from: '2017-01-01' as Day,
        form: 'Form V',
        citation: 'Tamil Nadu JJ Rules 2017 r.24(l); the first day of the year stands for the day of their notification',
        confidence: 'C',
      },
    ],
    examples: examples.I01,
  },
];
