// What the police owe to whoever gave the information, and the anti-trafficking unit to the legal services authority: Bharatiya Nagarik Suraksha
// Sanhita 2023 s.173 and s.193, in force since 1-7-2024, and Bachpan Bachao Andolan 2013. Texts marked C-n and M must be re-read in the original.
import type { Day } from '../kernel/time.ts';
import { policeReportingExamples as examples } from './examples/police-reporting.ts';
import type { On, Rule } from './rule.ts';

const since = (from: string) => ({ from: from as Day, to: null });
const caseOver: readonly On[] = [{ happening: 'missing.falseReport' }, { happening: 'missing.closed' }];

const onTheReport = {
  record: 'missing',
  cancelledBy: caseOver,
  revivedBy: [{ happening: 'missing.reopened' }],
  told: 'desk',
  stateOverrides: [],
} satisfies Partial<Rule>;

/** Administrative. */
const police: Rule['escalation'] = [
  { to: 'superintendent-of-police', afterHours: 0 },
  { to: 'director-general-of-police', afterHours: 7 * 24 },
];

export const policeReporting: readonly Rule[] = [
  {
    ...onTheReport,
    id: 'M03',
    told: 'family',
    waitsFor: 'police-exchange',
    kind: 'statutory',
    actor: 'station-in-charge',
    // Of the ways a report comes here the citizens' door is the electronic one.
    startedBy: [{ happening: 'missing.reported', where: { source: 'citizen-door' } }],
    clock: 'first',
    // The FIR does not wait for it: M01 asks for it at once, whoever gave the information.
    due: { days: 3, basis: 'source' },
    metBy: [{ happening: 'missing.informantSigned' }],
    earlierCounts: true,
    warnBeforeHours: 24,
    escalation: police,
    citation:
      'BNSS 2023 s.173(1)-(2): information given electronically is signed within three days by whoever gave it [M]; the three-day practice appears in a police procedure [C-n]',
    confidence: 'M',
    inForce: since('2024-07-01'),
    examples: examples.M03,
  },
  {
    ...onTheReport,
    id: 'M13',
    kind: 'court',
    actor: 'anti-trafficking-unit',
    // Each report starts the next three months: a late one is late, and the next is counted from it.
    startedBy: [
      { happening: 'missing.transferredToAntiTrafficking' },
      { happening: 'missing.progressReported', where: { to: 'legal-services' } },
    ],
    clock: 'each',
    due: { months: 3, basis: 'source' },
    metBy: [{ happening: 'missing.progressReported', where: { to: 'legal-services' } }],
    earlierCounts: false,
    warnBeforeHours: 14 * 24,
    escalation: [
      { to: 'legal-services-authority', afterHours: 0 },
      { to: 'state-legal-services-authority', afterHours: 14 * 24 },
    ],
    citation:
      'Bachpan Bachao Andolan v Union of India, W.P.(C) 75/2012, Supreme Court, 2013: progress report every three months to the legal services authority [C-n, press]; JJ Model Rules 2016 r.92 [M]',
    confidence: 'C-n',
    inForce: since('2013-05-10'),
    examples: examples.M13,
  },
  {
    ...onTheReport,
    id: 'M16',
    told: 'family',
    waitsFor: 'family-progress',
    kind: 'statutory',
    actor: 'investigating-officer',
    actorBy: [{ happening: 'missing.transferredToAntiTrafficking', actor: 'anti-trafficking-unit' }],
    startedBy: [{ happening: 'missing.reported' }],
    clock: 'first',
    due: { days: 90, basis: 'source' },
    metBy: [{ happening: 'missing.progressReported', where: { to: 'informant' } }],
    earlierCounts: false,
    warnBeforeHours: 14 * 24,
    escalation: police,
    citation:
      'BNSS 2023 s.193(3): the progress of the investigation is told to the informant or the victim within ninety days, electronically too [M]',
    confidence: 'M',
    inForce: since('2024-07-01'),
    examples: examples.M16,
  },
];
