// The Child Welfare Committee's inquiry into one child: reports, schedule, final order. Juvenile Justice (Care and Protection of Children) Act 2015 s.36;
// JJ Model Rules 2016 r.19, r.20. What is marked M must be re-read in the Act.
import type { Day } from '../kernel/time.ts';
import { committeeExamples as examples } from './examples/committee.ts';
import type { On, Rule } from './rule.ts';

const since = (from: string) => ({ from: from as Day, to: null });
const caseOver: readonly On[] = [{ happening: 'found.closed' }, { happening: 'found.restored' }];
/** No child of this Committee any more. A birthday is not among these. */
const gone: readonly On[] = [{ happening: 'inquiry.transferOrdered' }, { happening: 'care.died' }];
/** The Committee it was sent to did not take it. */
const back: readonly On[] = [{ happening: 'inquiry.transferRefused' }];
const notItsChild: readonly On[] = [{ happening: 'found.closed', where: { outcome: ['transferred', 'not-a-child'] } }, ...gone];

/** A step of the inquiry into one child; the District Magistrate reviews the Committee (s.27(8)). The ladder is administrative. */
const inquiry = {
  record: 'found',
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
  told: 'desk',
  stateOverrides: [],
} satisfies Partial<Rule>;

/** A step that the sheet of the case puts on a day. */
const scheduled = {
  ...inquiry,
  clock: 'each',
  due: { daysBefore: 0, basis: 'source' },
  metBy: [{ happening: 'inquiry.stepDone' }],
  pairedBy: 'reference',
  earlierCounts: true,
  warnBeforeHours: 72,
  form: 'Form 26',
  citation: 'JJ Model Rules 2016 r.20(1), Form 26: the day fixed and the day it was done, of every step',
  confidence: 'C-f',
  inForce: since('2016-09-21'),
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
  {
    ...inquiry,
    id: 'C02',
    startedBy: [{ happening: 'found.produced' }],
    due: { months: 4, basis: 'source' },
    // Restored, or kept in care by order: the inquiry ended with an order, in time or late.
    metBy: [
      { happening: 'inquiry.finalOrderMade' },
      { happening: 'found.restored' },
      { happening: 'found.closed', where: { outcome: ['restored', 'in-care'] } },
    ],
    // A child without parents has the time of s.38 instead (C03); once family comes forward the four months have run on.
    cancelledBy: [...notItsChild, { happening: 'inquiry.takenAsWithoutParents' }],
    revivedBy: [{ happening: 'inquiry.familyCameForward' }, ...back],
    warnBeforeHours: 14 * 24,
    citation: 'JJ Act 2015 s.36(2): final order within four months of the first production [M; widely cited, C-n]',
    confidence: 'M',
    inForce: since('2016-01-15'),
    examples: examples.C02,
  },
  {
    ...inquiry,
    id: 'C15',
    startedBy: [{ happening: 'inquiry.hearingHeld' }],
    due: { atOnce: true, graceMinutes: 24 * 60 },
    metBy: [{ happening: 'inquiry.scheduleFixed' }],
    earlierCounts: true,
    cancelledBy: [...caseOver, ...gone],
    revivedBy: back,
    warnBeforeHours: 6,
    form: 'Form 26',
    citation: 'JJ Model Rules 2016 r.20(1), Form 26: a day for every step, fixed at the first hearing',
    confidence: 'C-f',
    inForce: since('2016-09-21'),
    examples: examples.C15,
  },
  {
    ...scheduled,
    id: 'C15.2',
    startedBy: [
      {
        happening: 'inquiry.stepScheduled',
        where: { step: ['age', 'report', 'further-investigation', 'statement', 'care-plan', 'final-order'] },
      },
    ],
    cancelledBy: [...caseOver, ...gone],
    revivedBy: back,
    examples: examples['C15.2'],
  },
  {
    ...scheduled,
    id: 'C15.3',
    startedBy: [{ happening: 'inquiry.stepScheduled', where: { step: 'review' } }],
    // What was decided is looked at again after it was carried out: restoration does not end it.
    cancelledBy: notItsChild,
    revivedBy: back,
    examples: examples['C15.3'],
  },
  {
    ...inquiry,
    id: 'C16',
    startedBy: [{ happening: 'found.placed' }, { happening: 'inquiry.placementReviewed' }],
    clock: 'each',
    due: { months: 3, basis: 'portal' },
    metBy: [{ happening: 'inquiry.placementReviewed' }],
    // Placed elsewhere: the new place is what is reviewed.
    cancelledBy: [{ happening: 'found.placed' }, { happening: 'found.restored' }, { happening: 'care.released' }, ...notItsChild],
    warnBeforeHours: 14 * 24,
    citation: 'JJ Act 2015 s.36(3) proviso: the placement is reviewed as prescribed; no period found [M]',
    confidence: 'M',
    inForce: since('2016-01-15'),
    examples: examples.C16,
  },
];
