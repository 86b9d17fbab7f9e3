// The Juvenile Justice Board and the child in conflict with law. Juvenile Justice (Care and Protection of Children) Act 2015 s.8-24, s.94, s.99;
// JJ Model Rules 2016 r.5-14. These duties are read from diaries in a vault of their own, and from no other.
import type { Day } from '../kernel/time.ts';
import { boardExamples as examples } from './examples/boards.ts';
import type { Provision } from './provisions.ts';
import type { Ladder, On, Rule } from './rule.ts';

const since = (from: string) => ({ from: from as Day, to: null });
const ACT = '2016-01-15';
const ended: readonly On[] = [{ happening: 'conflict.proceedingEnded' }];
const police: Ladder = [
  { to: 'superintendent-of-police', afterHours: 0 },
  { to: 'chief-judicial-magistrate', afterHours: 24 },
  { to: 'director-general-of-police', afterHours: 72 },
];

const proceeding = {
  record: 'conflict',
  kind: 'statutory',
  actor: 'jjb',
  clock: 'first',
  earlierCounts: false,
  cancelledBy: ended,
  escalation: [
    { to: 'chief-judicial-magistrate', afterHours: 0 },
    { to: 'high-level-committee', afterHours: 30 * 24 },
  ],
  inForce: since(ACT),
  told: 'desk',
  stateOverrides: [],
} satisfies Partial<Rule>;

const onApprehension = {
  ...proceeding,
  actor: 'child-welfare-police-officer',
  startedBy: [{ happening: 'conflict.apprehended' }],
  clock: 'each',
  confidence: 'M',
  escalation: police,
} satisfies Partial<Rule>;

/** Records of a conviction, held by three: each destroys its own. */
const records = {
  ...proceeding,
  startedBy: [{ happening: 'conflict.appealPeriodOver', where: { heinousAndSixteen: false } }],
  due: { months: 84, basis: 'source', about: true },
  cancelledBy: [],
  warnBeforeHours: 30 * 24,
  citation:
    'JJ Act 2015 s.24, s.3(xiv); JJ Model Rules 2016 r.14: after the period for appeal, about seven years; not where heinous and sixteen or older [M]',
  confidence: 'M',
} satisfies Partial<Rule>;

export const boardDuties: readonly Rule[] = [
  {
    ...onApprehension,
    id: 'J01',
    cancelledBy: [],
    due: { hours: 24, basis: 'source', excludingJourney: true },
    metBy: [{ happening: 'conflict.producedBeforeBoard' }],
    warnBeforeHours: 6,
    citation: 'JJ Act 2015 s.10: within twenty-four hours of apprehension, excluding the journey; never a police lock-up or jail [M]',
    examples: examples.J01,
  },
  {
    ...onApprehension,
    id: 'J02',
    due: { hours: 6, basis: 'portal' },
    metBy: [{ happening: 'conflict.parentsTold' }],
    warnBeforeHours: 2,
    citation: 'JJ Act 2015 s.13: the parents are told [M]; no hour found in the source',
    examples: examples.J02,
  },
  {
    ...onApprehension,
    id: 'J02.2',
    due: { hours: 6, basis: 'portal' },
    metBy: [{ happening: 'conflict.probationOfficerTold' }],
    warnBeforeHours: 2,
    citation: 'JJ Act 2015 s.13: the probation officer is told [M]; no hour found in the source',
    examples: examples['J02.2'],
  },
  {
    ...onApprehension,
    id: 'J02.3',
    actor: 'probation-officer',
    clock: 'first',
    due: { days: 14, basis: 'source' },
    metBy: [{ happening: 'conflict.socialReportSubmitted' }],
    warnBeforeHours: 72,
    escalation: [
      { to: 'jjb', afterHours: 0 },
      { to: 'dcpu', afterHours: 7 * 24 },
    ],
    form: 'Form 6',
    citation: 'JJ Act 2015 s.13: social investigation report to the Board in two weeks [M]; the number of the form is from memory',
    examples: examples['J02.3'],
  },
  {
    ...proceeding,
    id: 'J03',
    startedBy: [{ happening: 'conflict.producedBeforeBoard' }],
    due: { months: 4, basis: 'source' },
    extendedBy: [{ happening: 'conflict.timeExtendedByBoard', months: 2 }],
    // The Act lets the Magistrate give more time in serious and heinous cases only, and names no limit.
    extendedTo: [{ happening: 'conflict.timeExtendedByMagistrate', where: { of: 'inquiry', gravity: ['serious', 'heinous'] } }],
    metBy: [{ happening: 'conflict.proceedingEnded', where: { by: 'final-order' } }],
    cancelledBy: [{ happening: 'conflict.proceedingEnded', where: { by: ['termination', 'transfer', 'not-a-child'] } }],
    warnBeforeHours: 14 * 24,
    citation:
      'JJ Act 2015 s.14(2), (4) (read at apnilaw): four months from first production and at most two more with reasons; serious or heinous: further time only by the Chief Judicial or Chief Metropolitan Magistrate',
    confidence: 'C',
    examples: examples.J03,
  },
  {
    ...proceeding,
    id: 'J04',
    startedBy: [{ happening: 'conflict.producedBeforeBoard', where: { gravity: 'heinous', sixteenAtOffence: true } }],
    due: { months: 3, basis: 'source' },
    extendedTo: [{ happening: 'conflict.timeExtendedByMagistrate', where: { of: 'preliminary-assessment' } }],
    metBy: [{ happening: 'conflict.preliminaryAssessmentMade' }],
    warnBeforeHours: 14 * 24,
    citation:
      'JJ Act 2015 s.14(3) [C]: three months from first production; directory, and the Chief Judicial or Chief Metropolitan Magistrate may extend with recorded reasons: Child in Conflict with Law through his Mother v State of Karnataka, 2024 INSC 387, Supreme Court, 7-5-2024 [C citecase.in, lawtodaylive.com]',
    confidence: 'C',
    examples: examples.J04,
  },
  {
    ...proceeding,
    id: 'J05',
    startedBy: [{ happening: 'conflict.ageTestOrdered' }],
    clock: 'each',
    due: { days: 15, basis: 'source' },
    metBy: [{ happening: 'conflict.ageTestReported' }],
    pairedBy: 'order',
    warnBeforeHours: 72,
    citation: 'JJ Act 2015 s.94: a medical age test ordered by the Board, fifteen days [M]',
    confidence: 'M',
    examples: examples.J05,
  },
  {
    ...proceeding,
    id: 'J09',
    startedBy: [{ happening: 'conflict.bailGranted' }],
    clock: 'each',
    due: { days: 7, basis: 'source' },
    metBy: [{ happening: 'conflict.bailConditionsMet' }, { happening: 'conflict.broughtBackBeforeBoard' }],
    pairedBy: 'order',
    warnBeforeHours: 48,
    citation: 'JJ Act 2015 s.12(4): conditions not met in seven days, the child is back before the Board to change them [M]',
    confidence: 'M',
    examples: examples.J09,
  },
  { ...records, id: 'J11', metBy: [{ happening: 'conflict.recordsDestroyed', where: { by: 'board' } }], examples: examples.J11 },
  {
    ...records,
    id: 'J11.2',
    actor: 'station-in-charge',
    metBy: [{ happening: 'conflict.recordsDestroyed', where: { by: 'police' } }],
    escalation: police,
    examples: examples['J11.2'],
  },
  {
    ...records,
    id: 'J11.3',
    actor: 'court',
    metBy: [{ happening: 'conflict.recordsDestroyed', where: { by: 'court' } }],
    escalation: [{ to: 'high-level-committee', afterHours: 0 }],
    examples: examples['J11.3'],
  },
];

const from = ACT as Day;
export const boardProvisions: readonly Provision[] = [
  {
    id: 'J01.2',
    nature: 'prohibition',
    who: 'child-welfare-police-officer',
    citation: 'JJ Act 2015 s.10',
    confidence: 'M',
    from,
    keptBy: null,
  },
  {
    id: 'J03.2',
    nature: 'consequence',
    who: 'jjb',
    citation: 'JJ Act 2015 s.14(4) (read at apnilaw)',
    confidence: 'C',
    from,
    keptBy: null,
  },
  {
    id: 'J04.2',
    nature: 'standing',
    who: 'jjb',
    citation: '2024 INSC 387, Supreme Court, 7-5-2024 (read at citecase.in, lawtodaylive.com)',
    confidence: 'C',
    from: '2024-05-07' as Day,
    keptBy: null,
  },
  {
    id: 'J10.2',
    nature: 'standing',
    who: 'jjb',
    citation: 'JJ Act 2015 s.8(3)(m) [M]; rows K.3-K.4 of the monthly return [C]; no period found in the source',
    confidence: 'M',
    from,
    keptBy: null,
  },
  { id: 'J11.4', nature: 'right', who: 'jjb', citation: 'JJ Act 2015 s.24, s.3(xiv)', confidence: 'M', from, keptBy: null },
  {
    id: 'J11.5',
    nature: 'exception',
    who: 'jjb',
    citation: 'JJ Act 2015 s.24; JJ Model Rules 2016 r.14',
    confidence: 'M',
    from,
    keptBy: 'src/law/boards.ts',
  },
  {
    id: 'J12.3',
    nature: 'exception',
    who: 'state-government',
    citation: 'JJ Model Rules 2016 r.5(5) as amended on 1-9-2022 (SCC Online)',
    confidence: 'C',
    from: '2022-09-01' as Day,
    keptBy: 'src/law/oversight.ts',
  },
];
