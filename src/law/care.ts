// Homes, care plans and families of care; and the age test a Committee orders. Juvenile Justice (Care and Protection of Children) Act 2015 s.39-55, s.94;
// JJ Model Rules 2016 r.23-25, r.39, r.69-I; Mission Vatsalya Guidelines 2022 4.1-4.3. A child gone from a home: absence.ts.
// Adoption: adoption.ts. A home's own returns: oversight.ts.
import type { Day } from '../kernel/time.ts';
import { careExamples as examples } from './examples/care.ts';
import type { Provision } from './provisions.ts';
import type { On, Rule } from './rule.ts';

const since = (from: string) => ({ from: from as Day, to: null });
const RULES = '2016-09-21';

/** The child has a family again, another Committee, or never was a child. A record closed because the child stays in care ends no duty of care. */
const careOver: readonly On[] = [
  { happening: 'found.restored' },
  { happening: 'found.closed', where: { outcome: ['restored', 'transferred', 'not-a-child'] } },
  { happening: 'adoption.applicationDecided', where: { how: 'order' } },
  { happening: 'care.died' },
];
const leftTheHome: readonly On[] = [...careOver, { happening: 'care.released' }];

/** The ladder is administrative. */
const planned = {
  record: 'found',
  kind: 'statutory',
  actor: 'children-home',
  clock: 'each',
  earlierCounts: false,
  cancelledBy: leftTheHome,
  escalation: [
    { to: 'dcpu', afterHours: 0 },
    { to: 'cwc', afterHours: 7 * 24 },
    { to: 'district-magistrate', afterHours: 30 * 24 },
  ],
  inForce: since(RULES),
  told: 'desk',
  stateOverrides: [],
} satisfies Partial<Rule>;

export const careDuties: readonly Rule[] = [
  {
    ...planned,
    id: 'I01',
    startedBy: [{ happening: 'care.admitted' }],
    due: { months: 1, basis: 'source' },
    metBy: [{ happening: 'care.planMade' }],
    warnBeforeHours: 7 * 24,
    form: 'Form 7',
    citation: 'JJ Model Rules 2016 r.69-I and the text of Form 26: individual care plan within one month of admission [C-f]',
    confidence: 'C-f',
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
  {
    ...planned,
    id: 'I02',
    startedBy: [{ happening: 'care.planMade', where: { version: 1 } }, { happening: 'care.progressReported' }],
    due: { days: 14, basis: 'source' },
    dueBy: [{ happening: 'care.firstMonthsOver', due: { months: 1, basis: 'source' } }],
    kindAtStart: true,
    metBy: [{ happening: 'care.progressReported' }],
    warnBeforeHours: 72,
    form: 'Form 7, part B',
    citation:
      'Form 7 part B: progress report each fortnight for the first three months, then each month [M]; a fortnight is taken as fourteen days',
    confidence: 'M',
    examples: examples.I02,
  },
  {
    ...planned,
    id: 'I04',
    startedBy: [{ happening: 'care.releaseFixed' }],
    due: { daysBefore: 15, basis: 'source' },
    metBy: [{ happening: 'care.preReleaseReported' }],
    // Another day fixed is another duty.
    cancelledBy: [...leftTheHome, { happening: 'care.releaseFixed' }],
    warnBeforeHours: 72,
    form: 'Form 7, part C',
    citation: 'Form 7 part C: pre-release report fifteen days before the release [M]',
    confidence: 'M',
    examples: examples.I04,
  },
  {
    ...planned,
    id: 'I13',
    actor: 'cwc',
    startedBy: [{ happening: 'care.fosterPlaced' }, { happening: 'care.fosterInspected' }],
    due: { months: 1, basis: 'source' },
    metBy: [{ happening: 'care.fosterInspected' }],
    cancelledBy: [...careOver, { happening: 'care.fosterEnded' }],
    warnBeforeHours: 7 * 24,
    escalation: [
      { to: 'dcpu', afterHours: 0 },
      { to: 'district-magistrate', afterHours: 30 * 24 },
    ],
    form: 'Form 35',
    citation: 'JJ Model Rules 2016 r.23(18) and Form 35: monthly inspection by the Committee or the District Child Protection Unit [C-f]',
    confidence: 'C-f',
    examples: examples.I13,
  },
  {
    ...planned,
    id: 'I13.3',
    actor: 'cwc',
    startedBy: [{ happening: 'care.fosterAbuseFound' }],
    due: { atOnce: true, graceMinutes: 120 },
    metBy: [{ happening: 'care.fosterEnded' }],
    cancelledBy: careOver,
    warnBeforeHours: 0,
    escalation: [
      { to: 'dcpu', afterHours: 0 },
      { to: 'special-juvenile-police-unit', afterHours: 2 },
      { to: 'district-magistrate', afterHours: 6 },
    ],
    form: 'Form 35',
    citation:
      'Form 35: any yes to abuse, and the child is removed from the family at once [C-f]; the grace of two hours is the portal’s own',
    confidence: 'C-f',
    examples: examples['I13.3'],
  },
  {
    ...planned,
    id: 'I14',
    actor: 'aftercare-organisation',
    startedBy: [{ happening: 'care.aftercareOrdered' }, { happening: 'care.aftercareReported' }],
    due: { months: 6, basis: 'source' },
    metBy: [{ happening: 'care.aftercareReported' }],
    cancelledBy: [{ happening: 'care.aftercareEnded' }, { happening: 'care.died' }],
    warnBeforeHours: 14 * 24,
    form: 'Form 37',
    citation: 'JJ Model Rules 2016 r.25(2) and Form 37: half-yearly status report to the Committee [C-f]',
    confidence: 'C-f',
    examples: examples.I14,
  },
  {
    ...planned,
    id: 'I15',
    kind: 'administrative',
    actor: 'sponsorship-committee',
    startedBy: [{ happening: 'care.sponsorshipGranted' }, { happening: 'care.sponsorshipReviewed' }],
    due: { months: 6, basis: 'portal' },
    metBy: [{ happening: 'care.sponsorshipReviewed' }],
    cancelledBy: [{ happening: 'care.sponsorshipStopped' }, { happening: 'care.died' }],
    warnBeforeHours: 14 * 24,
    escalation: [
      { to: 'dcpu', afterHours: 0 },
      { to: 'state-child-protection-society', afterHours: 30 * 24 },
    ],
    citation: 'Mission Vatsalya Guidelines 2022 4.1: periodic review (press: chvblog.com); no period found in the source',
    confidence: 'C-n',
    inForce: since('2022-07-05'),
    examples: examples.I15,
  },
  {
    ...planned,
    id: 'I15.3',
    kind: 'administrative',
    actor: 'sponsorship-committee',
    startedBy: [{ happening: 'care.sponsorshipStopSeen' }],
    due: { days: 7, basis: 'portal' },
    metBy: [{ happening: 'care.sponsorshipStopped' }, { happening: 'care.sponsorshipReviewed' }],
    cancelledBy: [{ happening: 'care.died' }],
    warnBeforeHours: 48,
    escalation: [
      { to: 'dcpu', afterHours: 0 },
      { to: 'state-child-protection-society', afterHours: 30 * 24 },
    ],
    citation:
      'Mission Vatsalya Guidelines 2022 4.1: sponsorship stops at eighteen, in a home, when the family’s means improve, after thirty days of absence (press: chvblog.com); the portal raises it, a person stops it; seven days are the portal’s own',
    confidence: 'C-n',
    inForce: since('2022-07-05'),
    examples: examples['I15.3'],
  },
  {
    ...planned,
    id: 'J05.2',
    actor: 'cwc',
    startedBy: [{ happening: 'care.ageTestOrdered' }],
    due: { days: 15, basis: 'source' },
    metBy: [{ happening: 'care.ageTestReported' }],
    cancelledBy: careOver,
    pairedBy: 'order',
    warnBeforeHours: 72,
    escalation: [
      { to: 'dcpu', afterHours: 0 },
      { to: 'district-magistrate', afterHours: 7 * 24 },
    ],
    citation: 'JJ Act 2015 s.94: a medical age test ordered by the Committee, fifteen days [M]',
    confidence: 'M',
    inForce: since('2016-01-15'),
    examples: examples['J05.2'],
  },
];

export const careProvisions: readonly Provision[] = [
  {
    id: 'I05',
    nature: 'standing',
    who: 'children-home',
    citation: 'Tamil Nadu JJ Rules 2017 r.24(l)(v); the first day of the year stands for the day of their notification',
    confidence: 'C',
    from: '2017-01-01' as Day,
    keptBy: null,
  },
  {
    id: 'I13.2',
    nature: 'standing',
    who: 'cwc',
    citation: 'JJ Model Rules 2016 r.23(17) and Form 34',
    confidence: 'C-f',
    from: RULES as Day,
    keptBy: 'src/modules/family-care/papers/paper-fields.ts',
  },
  {
    id: 'I14.2',
    nature: 'right',
    who: 'aftercare-organisation',
    citation: 'JJ Model Rules 2016 r.25(2) and Form 37 [C-f]; the extension to twenty-three [M]',
    confidence: 'C-f',
    from: RULES as Day,
    keptBy: 'src/law/schemes.ts',
  },
  {
    id: 'I15.2',
    nature: 'consequence',
    who: 'sponsorship-committee',
    citation: 'Mission Vatsalya Guidelines 2022 4.1 (press: chvblog.com)',
    confidence: 'C-n',
    from: '2022-07-05' as Day,
    keptBy: 'src/modules/family-care/placings/placing.ts',
  },
];
