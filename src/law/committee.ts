// The Child Welfare Committee: inquiry, orders, returns. Juvenile Justice (Care and Protection of Children) Act 2015 s.27-40, s.95, s.101 as amended by
// Act 23 of 2021; JJ Model Rules 2016 r.17-20, r.82 as amended on 1-9-2022; Adoption Regulations 2022.
import type { Day } from '../kernel/time.ts';
import { committeeExamples as examples } from './examples/committee.ts';
import type { On, Rule } from './rule.ts';

const since = (from: string) => ({ from: from as Day, to: null });
const caseOver: readonly On[] = [{ happening: 'found.closed' }, { happening: 'found.restored' }];

/** A step of the inquiry into one child; the District Magistrate reviews the Committee (s.27(8)). The ladder is administrative. */
const inquiry = {
  record: 'found',
  waitsFor: 'committee-file',
  kind: 'statutory',
  actor: 'cwc',
  clock: 'first',
  earlierCounts: false,
  cancelledBy: caseOver,
  escalation: [
    { to: 'dcpu', afterHours: 0 },
    { to: 'district-magistrate', afterHours: 7 * 24 },
    { to: 'state-child-protection-society', afterHours: 30 * 24 },
  ],
  stateOverrides: [],
} satisfies Partial<Rule>;

export const committeeDuties: readonly Rule[] = [
  {
    ...inquiry,
    id: 'C01',
    actor: 'social-worker',
    startedBy: [{ happening: 'inquiry.reportOrdered' }],
    clock: 'each',
    due: { days: 15, basis: 'source' },
    orStatedDay: true,
    metBy: [{ happening: 'inquiry.reportSubmitted' }],
    pairedBy: 'order',
    warnBeforeHours: 72,
    escalation: [
      { to: 'cwc', afterHours: 0 },
      { to: 'dcpu', afterHours: 7 * 24 },
      { to: 'district-magistrate', afterHours: 30 * 24 },
    ],
    form: 'Form 22',
    citation: 'JJ Act 2015 s.36(2) [M; that the sub-section exists is confirmed]; the order is Form 21 and names its own day [C-f]',
    confidence: 'M',
    inForce: since('2016-01-15'),
    examples: examples.C01,
  },
];
