// The Juvenile Justice Board and the child in conflict with law. Juvenile Justice (Care and Protection of Children) Act 2015 s.8-24, s.94, s.99;
// JJ Model Rules 2016 r.5-14. These duties are read from diaries in a vault of their own.
import type { Day } from '../kernel/time.ts';
import { boardExamples as examples } from './examples/boards.ts';
import type { Rule } from './rule.ts';

const since = (from: string) => ({ from: from as Day, to: null });

const proceeding = {
  record: 'conflict',
  waitsFor: 'boards',
  kind: 'statutory',
  actor: 'jjb',
  clock: 'first',
  earlierCounts: false,
  cancelledBy: [],
  escalation: [
    { to: 'chief-judicial-magistrate', afterHours: 0 },
    { to: 'high-level-committee', afterHours: 30 * 24 },
  ],
  stateOverrides: [],
} satisfies Partial<Rule>;

export const boardDuties: readonly Rule[] = [
  {
    ...proceeding,
    id: 'J01',
    actor: 'child-welfare-police-officer',
    startedBy: [{ happening: 'conflict.apprehended' }],
    clock: 'each',
    due: { hours: 24, basis: 'source', excludingJourney: true },
    metBy: [{ happening: 'conflict.producedBeforeBoard' }],
    warnBeforeHours: 6,
    escalation: [
      { to: 'superintendent-of-police', afterHours: 0 },
      { to: 'chief-judicial-magistrate', afterHours: 24 },
      { to: 'director-general-of-police', afterHours: 72 },
    ],
    citation: 'JJ Act 2015 s.10(1): within twenty-four hours of apprehension, excluding the journey; never a police lock-up or jail [M]',
    confidence: 'M',
    inForce: since('2016-01-15'),
    examples: examples.J01,
  },
];
