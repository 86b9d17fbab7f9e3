// A child is found: who must tell, upload, produce and report. Juvenile Justice (Care and Protection of Children) Act 2015 s.31-34
// as amended by Act 23 of 2021, and JJ Model Rules 2016 r.18 and r.19.
import type { Day } from '../kernel/time.ts';
import { foundChildExamples as examples } from './examples/found-child.ts';
import type { Actor, On, Rule } from './rule.ts';

const since = (from: string) => ({ from: from as Day, to: null });
/** Restored to the family, in care by an order, or no child at all: the record is closed and nothing more can be done on it. */
const caseOver: readonly On[] = [{ happening: 'found.closed' }, { happening: 'found.restored' }];

/** Whoever took the child in has the child in hand, and so the duty to produce. */
export const whoTookTheChildIn: readonly (On & { actor: Actor })[] = [
  { happening: 'found.registered', where: { place: 'police' }, actor: 'child-welfare-police-officer' },
  { happening: 'found.registered', where: { place: 'railway' }, actor: 'railway-police' },
  { happening: 'found.registered', where: { place: 'cci' }, actor: 'children-home' },
  { happening: 'found.registered', where: { place: 'childline' }, actor: 'childline' },
  { happening: 'found.registered', where: { place: ['dcpu', 'cwc'] }, actor: 'dcpu' },
];

const whoWasTold: readonly (On & { actor: Actor })[] = [
  { happening: 'found.informationGiven', where: { to: 'cwc' }, actor: 'cwc' },
  { happening: 'found.informationGiven', where: { to: 'dcpu' }, actor: 'dcpu' },
  { happening: 'found.informationGiven', where: { to: 'cci' }, actor: 'children-home' },
];

const everyFound = {
  record: 'found',
  clock: 'first',
  earlierCounts: true,
  cancelledBy: caseOver,
  escalation: [
    { to: 'dcpu', afterHours: 0 },
    { to: 'district-magistrate', afterHours: 24 },
    { to: 'state-nodal-officer', afterHours: 72 },
  ],
  told: 'desk',
  stateOverrides: [],
} satisfies Partial<Rule>;

export const juvenileJusticeAct: readonly Rule[] = [
  {
    ...everyFound,
    id: 'F01',
    kind: 'statutory',
    actor: 'finder',
    startedBy: [{ happening: 'found.found' }],
    due: { hours: 24, basis: 'source', excludingJourney: true },
    // Handing the child to a registered home, or bringing it before the CWC, is also telling.
    metBy: [{ happening: 'found.informationGiven' }, { happening: 'found.registered' }, { happening: 'found.produced' }],
    warnBeforeHours: 6,
    citation: 'JJ Act 2015 s.32(1); non-reporting is an offence, s.33 and s.34',
    confidence: 'C',
    inForce: since('2016-01-15'),
    examples: examples.F01,
  },
  {
    ...everyFound,
    id: 'F02',
    kind: 'statutory',
    actor: 'cwc',
    actorBy: whoWasTold,
    startedBy: [{ happening: 'found.informationGiven', where: { to: ['cwc', 'dcpu', 'cci'] } }],
    due: { hours: 24, basis: 'portal' },
    metBy: [{ happening: 'found.registered' }],
    warnBeforeHours: 6,
    citation: 'JJ Act 2015 s.32(2) as substituted by Act 23 of 2021 s.10: must upload on the portal; the Act gives no hour limit',
    confidence: 'C',
    inForce: since('2022-09-01'),
    examples: examples.F02,
  },
  {
    ...everyFound,
    id: 'F03',
    kind: 'statutory',
    actor: 'child-welfare-police-officer',
    actorBy: whoTookTheChildIn,
    startedBy: [{ happening: 'found.found' }],
    due: { hours: 24, basis: 'source', excludingJourney: true },
    metBy: [{ happening: 'found.produced' }],
    // Too young and too ill to travel: the report with the photograph stands in for the production (F05), which F05.2 asks for later.
    cancelledBy: [...caseOver, { happening: 'inquiry.unfitReported', where: { photograph: true } }],
    warnBeforeHours: 6,
    citation: 'JJ Act 2015 s.31(1): before the Committee without loss of time, within twenty-four hours excluding the journey',
    confidence: 'C',
    inForce: since('2016-01-15'),
    examples: examples.F03,
  },
  {
    ...everyFound,
    id: 'F04',
    kind: 'statutory',
    actor: 'child-welfare-police-officer',
    actorBy: whoTookTheChildIn,
    startedBy: [{ happening: 'found.produced' }],
    due: { atOnce: true, graceMinutes: 60 },
    metBy: [{ happening: 'found.productionReportFiled' }],
    warnBeforeHours: 0.5,
    form: 'Form 17',
    stateOverrides: [
      {
        stateCode: 'TN',
        from: '2017-01-01' as Day,
        form: 'Form XI',
        citation: 'Tamil Nadu JJ Rules 2017; the first day of the year stands for the day of their notification',
        confidence: 'C',
      },
    ],
    citation: 'JJ Model Rules 2016 r.18(2), r.19(25): report in Form 17',
    confidence: 'C-f',
    inForce: since('2016-09-21'),
    examples: examples.F04,
  },
];
