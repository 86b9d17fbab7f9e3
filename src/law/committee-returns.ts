// The Committee as an office: what it reports each month and quarter, how often it sits and visits, who reviews it. Juvenile Justice (Care and
// Protection of Children) Act 2015 s.27, s.28, s.30, s.36, s.38, s.40 as amended by Act 23 of 2021. What is marked M must be re-read in the Act.
import type { Day } from '../kernel/time.ts';
import { committeeReturnExamples as examples } from './examples/committee-returns.ts';
import type { On, Rule } from './rule.ts';

const since = (from: string) => ({ from: from as Day, to: null });

const ofTheOffice = {
  record: 'office',
  kind: 'statutory',
  actor: 'cwc',
  clock: 'each',
  earlierCounts: true,
  cancelledBy: [],
  pairedBy: 'period',
  warnBeforeHours: 72,
  escalation: [
    { to: 'district-magistrate', afterHours: 0 },
    { to: 'state-child-protection-society', afterHours: 14 * 24 },
  ],
  told: 'desk',
  stateOverrides: [],
} satisfies Partial<Rule>;

const ofTheMagistrate: Pick<Rule, 'actor' | 'escalation'> = {
  actor: 'district-magistrate',
  escalation: [
    { to: 'state-child-protection-society', afterHours: 0 },
    { to: 'state-government', afterHours: 14 * 24 },
  ],
};

const periodEnded = (length: 'month' | 'quarter'): readonly On[] => [{ happening: 'office.periodEnded', where: { length } }];
const returned = (what: string): readonly On[] => [{ happening: 'office.returnMade', where: { what } }];

/** What had to be done within the month that is over: too little cannot be made good, the District Magistrate looks at it and closes it. */
function withinTheMonth(what: string) {
  return {
    ...ofTheOffice,
    startedBy: periodEnded('month'),
    due: { atOnce: true, graceMinutes: 7 * 24 * 60 },
    metBy: returned(what),
    cancelledBy: [{ happening: 'office.shortfallReviewed', where: { what } }],
  } satisfies Partial<Rule>;
}

export const committeeReturns: readonly Rule[] = [
  {
    ...ofTheOffice,
    id: 'C07',
    startedBy: periodEnded('month'),
    due: { days: 7, basis: 'portal' },
    metBy: returned('legally-free-and-pending'),
    citation:
      'JJ Act 2015 s.38(5) as amended: each month to the District Magistrate and the adoption agencies of State and Centre; no day of the month found [M]; the draft rules reported by Indian Express 29-10-2021 [C-n]',
    confidence: 'M',
    inForce: since('2022-09-01'),
    examples: examples.C07,
  },
  {
    ...ofTheOffice,
    id: 'C08',
    startedBy: periodEnded('quarter'),
    due: { days: 15, basis: 'portal' },
    metBy: returned('inquiries-disposed-and-pending'),
    citation: 'JJ Act 2015 s.36(4)-(6): each quarter to the District Magistrate; no day found [M]',
    confidence: 'M',
    inForce: since('2016-01-15'),
    examples: examples.C08,
  },
  {
    ...ofTheOffice,
    ...ofTheMagistrate,
    id: 'C08.2',
    journalOf: 'cwc',
    startedBy: returned('inquiries-disposed-and-pending'),
    due: { days: 30, basis: 'portal' },
    metBy: returned('pendency-reviewed-and-reported-to-state'),
    citation: 'JJ Act 2015 s.36(4)-(6): the District Magistrate reviews, orders remedies and reports to the State; no period found [M]',
    confidence: 'M',
    inForce: since('2016-01-15'),
    examples: examples['C08.2'],
  },
  {
    ...ofTheOffice,
    id: 'C08.3',
    startedBy: [{ happening: 'office.directionGiven', where: { direction: 'pending-inquiries' } }],
    due: { months: 3, basis: 'source' },
    metBy: [{ happening: 'office.directionKept', where: { direction: 'pending-inquiries' } }],
    earlierCounts: false,
    pairedBy: 'reference',
    warnBeforeHours: 14 * 24,
    // The State acts by the Act itself, not by this portal's choice.
    escalation: [{ to: 'state-government', afterHours: 0 }],
    citation:
      'JJ Act 2015 s.36(4)-(6): pendency unaddressed three months after the directions: the State terminates the Committee and forms a new one [M]',
    confidence: 'M',
    inForce: since('2016-01-15'),
    examples: examples['C08.3'],
  },
  {
    ...ofTheOffice,
    id: 'C09',
    startedBy: periodEnded('quarter'),
    due: { days: 15, basis: 'portal' },
    metBy: returned('restored-dead-and-runaway'),
    escalation: [
      { to: 'district-magistrate', afterHours: 0 },
      { to: 'state-government', afterHours: 14 * 24 },
    ],
    citation: 'JJ Act 2015 s.40(4): each quarter to the State Government and the District Magistrate; no day found',
    confidence: 'C',
    inForce: since('2016-01-15'),
    examples: examples.C09,
  },
  {
    ...ofTheOffice,
    ...ofTheMagistrate,
    id: 'C10',
    journalOf: 'cwc',
    startedBy: periodEnded('quarter'),
    due: { days: 45, basis: 'portal' },
    metBy: returned('committee-reviewed'),
    citation:
      'JJ Act 2015 s.27(8) as amended 2021: each quarter, on the Committee’s report; no day found [M]; the State return has a row for the District Magistrate’s quarterly review [C]',
    confidence: 'M',
    inForce: since('2022-09-01'),
    examples: examples.C10,
  },
  {
    ...ofTheOffice,
    ...ofTheMagistrate,
    id: 'C11',
    journalOf: 'cwc',
    startedBy: [{ happening: 'office.committeeComplainedOf' }],
    due: { days: 30, basis: 'source' },
    metBy: [{ happening: 'office.complaintDecided' }],
    earlierCounts: false,
    pairedBy: 'reference',
    citation: 'JJ Act 2015 s.27(10) [M]; JJ Model Amendment Rules 2022 [C-n, askprep]: decided in thirty days',
    confidence: 'M',
    inForce: since('2022-09-01'),
    examples: examples.C11,
  },
  {
    ...withinTheMonth('twenty-sittings'),
    id: 'C13',
    citation:
      'JJ Act 2015 s.28(1): at least twenty days of sitting in a month [M]; the month itself is the period, the days of grace are for counting',
    confidence: 'M',
    inForce: since('2016-01-15'),
    examples: examples.C13,
  },
  {
    ...withinTheMonth('two-visits'),
    id: 'C14',
    citation:
      'JJ Act 2015 s.30(viii): at least two inspection visits in a month to residential facilities for children in need of care; the month itself is the period, the days of grace are for counting',
    confidence: 'C',
    inForce: since('2016-01-15'),
    examples: examples.C14,
  },
];
