// A sexual offence against a child: who is told, where the child is safe, who stays by the child. POCSO Act 2012 s.19(6), s.21; POCSO Rules 2020 r.4
// (in force 9-3-2020), before them POCSO Rules 2012 r.4. Who the child is may not be told without the Special Court's leave (s.23).
import type { Day } from '../kernel/time.ts';
import { sexualOffenceExamples as examples } from './examples/sexual-offences.ts';
import type { On, Rule } from './rule.ts';

const since = (from: string) => ({ from: from as Day, to: null });
/** Neither restoration nor an order of care excuses these: only an adult falls outside the Act. */
const noChild: readonly On[] = [{ happening: 'found.closed', where: { outcome: 'not-a-child' } }];

const ofAnOffence = {
  record: 'found',
  kind: 'statutory',
  actor: 'station-in-charge',
  clock: 'each',
  earlierCounts: false,
  cancelledBy: noChild,
  warnBeforeHours: 6,
  escalation: [
    { to: 'superintendent-of-police', afterHours: 0 },
    { to: 'director-general-of-police', afterHours: 24 },
  ],
  told: 'desk',
  stateOverrides: [],
} satisfies Partial<Rule>;

const beforeTheCommittee = {
  ...ofAnOffence,
  actor: 'cwc',
  startedBy: [{ happening: 'inquiry.producedForSafety' }],
  inForce: since('2020-03-09'),
  escalation: [
    { to: 'dcpu', afterHours: 0 },
    { to: 'district-magistrate', afterHours: 72 },
  ],
} satisfies Partial<Rule>;

const recorded: On = { happening: 'inquiry.sexualOffenceRecorded' };
const REPORT =
  'POCSO Act 2012 s.19(6): to the Committee and to the Special Court within twenty-four hours [C]; in force since 14-11-2012 [M]';

export const sexualOffences: readonly Rule[] = [
  {
    ...ofAnOffence,
    id: 'F08',
    owedByWriter: true,
    startedBy: [recorded],
    due: { hours: 24, basis: 'source' },
    metBy: [{ happening: 'inquiry.sexualOffenceReported', where: { to: 'committee' } }],
    citation: REPORT,
    confidence: 'C',
    inForce: since('2012-11-14'),
    examples: examples.F08,
  },
  {
    ...ofAnOffence,
    id: 'F08.2',
    owedByWriter: true,
    startedBy: [recorded],
    due: { hours: 24, basis: 'source' },
    metBy: [{ happening: 'inquiry.sexualOffenceReported', where: { to: 'special-court' } }],
    citation: REPORT,
    confidence: 'C',
    inForce: since('2012-11-14'),
    examples: examples['F08.2'],
  },
  {
    ...ofAnOffence,
    id: 'F09',
    owedByWriter: true,
    startedBy: [
      {
        happening: 'inquiry.sexualOffenceRecorded',
        where: { setting: ['shared-household', 'institution-without-parents', 'no-home-or-support'] },
      },
    ],
    due: { hours: 24, basis: 'source' },
    metBy: [{ happening: 'inquiry.producedForSafety' }],
    citation:
      'POCSO Rules r.4: produced before the Committee within twenty-four hours with recorded reasons [C for r.4(3) of 2012; r.4 of 2020 to the same effect]; the first rules in force since 14-11-2012 [M]',
    confidence: 'C',
    inForce: since('2012-11-14'),
    examples: examples.F09,
  },
  {
    ...beforeTheCommittee,
    id: 'F10',
    due: { days: 3, basis: 'source' },
    metBy: [{ happening: 'inquiry.householdDecided' }],
    warnBeforeHours: 24,
    citation: 'POCSO Rules 2020 r.4: within three days whether the child leaves the household [M]',
    confidence: 'M',
    examples: examples.F10,
  },
  {
    ...beforeTheCommittee,
    id: 'F10.2',
    due: { days: 3, basis: 'portal' },
    metBy: [{ happening: 'inquiry.supportPersonNamed' }],
    earlierCounts: true,
    warnBeforeHours: 24,
    citation: 'POCSO Rules 2020 r.4: the Committee names a support person; no period found [M]',
    confidence: 'M',
    examples: examples['F10.2'],
  },
  {
    ...beforeTheCommittee,
    id: 'F10.3',
    actor: 'support-person',
    startedBy: [{ happening: 'inquiry.supportPersonNamed' }, { happening: 'inquiry.supportPersonReported' }],
    due: { months: 1, basis: 'source' },
    metBy: [{ happening: 'inquiry.supportPersonReported' }],
    cancelledBy: [...noChild, { happening: 'inquiry.supportPersonReleased' }],
    warnBeforeHours: 7 * 24,
    escalation: [
      { to: 'cwc', afterHours: 0 },
      { to: 'dcpu', afterHours: 7 * 24 },
    ],
    citation: 'POCSO Rules 2020 r.4: monthly reports of the support person [C-n, vidhayakbharti.org]',
    confidence: 'C-n',
    examples: examples['F10.3'],
  },
];
