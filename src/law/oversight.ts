// Offices that watch over Boards and homes, read from each office's own journal: the Board's from the Board's, a home's from the home's. Juvenile
// Justice (Care and Protection of Children) Act 2015 s.8, s.16, s.41, s.54; JJ Model Rules 2016 r.5, r.39 as amended on 1-9-2022.
import type { Day } from '../kernel/time.ts';
import { oversightExamples as examples } from './examples/oversight.ts';
import type { Provision } from './provisions.ts';
import type { Rule } from './rule.ts';

const since = (from: string) => ({ from: from as Day, to: null });
const ACT = '2016-01-15';

/** Once in every period: the day after it has ended is written down, and the days from there are for the writing, not for the doing. */
const periodic = {
  record: 'office',
  kind: 'statutory',
  clock: 'each',
  earlierCounts: true,
  cancelledBy: [],
  pairedBy: 'period',
  inForce: since(ACT),
  told: 'desk',
  stateOverrides: [],
} satisfies Partial<Rule>;

const quarterly = {
  ...periodic,
  startedBy: [{ happening: 'office.periodEnded', where: { length: 'quarter' } }],
  due: { days: 15, basis: 'portal' },
  warnBeforeHours: 72,
} satisfies Partial<Rule>;

const pendencyReport = {
  ...quarterly,
  actor: 'jjb',
  escalation: [
    { to: 'chief-judicial-magistrate', afterHours: 0 },
    { to: 'high-level-committee', afterHours: 30 * 24 },
  ],
  citation:
    'JJ Act 2015 s.16(3): each quarter, pendency in the prescribed form to the Chief Judicial or Chief Metropolitan Magistrate and to the District Magistrate; no day after the quarter found in the source',
  confidence: 'C',
} satisfies Partial<Rule>;

/** Each complaint, each order is a matter of its own. */
const onOneMatter = {
  record: 'office',
  waitsFor: 'complaints-of-boards',
  kind: 'statutory',
  actor: 'state-government',
  clock: 'each',
  earlierCounts: false,
  cancelledBy: [],
  pairedBy: 'reference',
  warnBeforeHours: 7 * 24,
  escalation: [
    { to: 'high-level-committee', afterHours: 0 },
    { to: 'ministry-of-women-and-child-development', afterHours: 30 * 24 },
  ],
  confidence: 'C',
  inForce: since('2022-09-01'),
  told: 'desk',
  stateOverrides: [],
} satisfies Partial<Rule>;

const MEMBERS = 'JJ Model Rules 2016 r.5(5) as amended on 1-9-2022 (SCC Online)';

export const boardOversight: readonly Rule[] = [
  {
    ...quarterly,
    id: 'J06',
    journalOf: 'jjb',
    actor: 'chief-judicial-magistrate',
    metBy: [{ happening: 'office.returnMade', where: { what: 'review-of-board-pendency' } }],
    escalation: [
      { to: 'high-level-committee', afterHours: 0 },
      { to: 'state-government', afterHours: 30 * 24 },
    ],
    citation:
      'JJ Act 2015 s.16(1): the Chief Judicial or Chief Metropolitan Magistrate reviews the pendency of the Board each quarter, orders more sittings or recommends more Boards; no day after the quarter found in the source',
    confidence: 'C',
    examples: examples.J06,
  },
  {
    ...quarterly,
    id: 'J07',
    journalOf: 'jjb',
    actor: 'high-level-committee',
    startedBy: [{ happening: 'office.periodEnded', where: { length: 'half-year' } }],
    due: { days: 30, basis: 'portal' },
    metBy: [{ happening: 'office.returnMade', where: { what: 'half-yearly-review-of-boards' } }],
    escalation: [
      { to: 'state-government', afterHours: 0 },
      { to: 'ministry-of-women-and-child-development', afterHours: 30 * 24 },
    ],
    citation:
      'JJ Act 2015 s.16(2): the high-level committee (Executive Chair of the State legal services authority, Home Secretary, Secretary of the department, a voluntary organisation) reviews pendency, duration, nature and reasons each six months; no day after the half-year found in the source',
    confidence: 'C',
    examples: examples.J07,
  },
  {
    ...pendencyReport,
    id: 'J08',
    metBy: [{ happening: 'office.returnMade', where: { what: 'board-pendency-to-judicial-magistrate' } }],
    examples: examples.J08,
  },
  {
    ...pendencyReport,
    id: 'J08.2',
    metBy: [{ happening: 'office.returnMade', where: { what: 'board-pendency-to-district-magistrate' } }],
    examples: examples['J08.2'],
  },
  {
    ...periodic,
    id: 'J10',
    actor: 'jjb',
    startedBy: [{ happening: 'office.periodEnded', where: { length: 'month' } }],
    due: { days: 7, basis: 'portal' },
    metBy: [{ happening: 'office.returnMade', where: { what: 'inspection-of-homes-in-conflict' } }],
    warnBeforeHours: 48,
    escalation: [
      { to: 'chief-judicial-magistrate', afterHours: 0 },
      { to: 'high-level-committee', afterHours: 60 * 24 },
    ],
    citation:
      'JJ Act 2015 s.8(3)(j): at least one inspection a month of homes for children in conflict with law [M]; rows K.3-K.4 of the monthly return [C]; the visit belongs to the month itself, the days after it are for writing it down',
    confidence: 'M',
    examples: examples.J10,
  },
  {
    ...onOneMatter,
    id: 'J12',
    journalOf: 'jjb',
    startedBy: [{ happening: 'office.memberComplainedOf', where: { member: 'non-judicial' } }],
    due: { months: 2, basis: 'source' },
    metBy: [{ happening: 'office.memberInquiryDone' }],
    citation: `${MEMBERS}: the State inquires within two months into a complaint about a member who is no judicial member`,
    examples: examples.J12,
  },
  {
    ...onOneMatter,
    id: 'J12.2',
    journalOf: 'jjb',
    startedBy: [{ happening: 'office.memberInquiryDone' }],
    due: { months: 1, basis: 'source' },
    metBy: [{ happening: 'office.memberDealtWith' }],
    citation: `${MEMBERS}: action within one month; the source does not say from when, here from the end of the inquiry`,
    examples: examples['J12.2'],
  },
];

/** In the journal of each home. */
const ofAHome = {
  ...quarterly,
  due: { days: 7, basis: 'portal' },
  confidence: 'M',
} satisfies Partial<Rule>;

export const homeOversight: readonly Rule[] = [
  {
    ...ofAHome,
    waitsFor: 'homes-and-care',
    id: 'I03',
    journalOf: 'children-home',
    actor: 'management-committee',
    metBy: [{ happening: 'office.returnMade', where: { what: 'review-of-care-plans' } }],
    escalation: [
      { to: 'dcpu', afterHours: 0 },
      { to: 'district-magistrate', afterHours: 30 * 24 },
    ],
    citation:
      'Tamil Nadu JJ Rules 2017 r.24(l)(iii) [C, for Tamil Nadu]; JJ Model Rules 2016 r.39 [M]: every individual care plan reviewed each quarter, towards release, restoration, foster care or adoption; the days after the quarter are for writing it down',
    examples: examples.I03,
  },
  {
    ...ofAHome,
    id: 'I07',
    journalOf: 'children-home',
    actor: 'inspection-committee',
    metBy: [{ happening: 'office.returnMade', where: { what: 'inspection-of-home' } }],
    escalation: [
      { to: 'district-magistrate', afterHours: 0 },
      { to: 'state-child-protection-society', afterHours: 30 * 24 },
    ],
    citation:
      'JJ Act 2015 s.54: every home visited each quarter [M]; India Justice Report: 810 of 1,992 mandated inspections done in 166 homes [C-n]; the days after the quarter are for writing it down',
    examples: examples.I07,
  },
  {
    ...onOneMatter,
    id: 'I08.2',
    journalOf: 'children-home',
    waitsFor: 'homes-and-care',
    actor: 'district-magistrate',
    startedBy: [{ happening: 'office.homeOrderedClosed' }],
    due: { days: 7, basis: 'source' },
    metBy: [{ happening: 'office.homeClosed' }],
    warnBeforeHours: 72,
    escalation: [
      { to: 'state-child-protection-society', afterHours: 0 },
      { to: 'state-government', afterHours: 7 * 24 },
    ],
    citation:
      'JJ Act 2015 s.41 and JJ Model Rules as amended on 1-9-2022 (press: Millennium Post 2021, askprep): an offending home closed and its children moved within seven days; the press names neither the first day nor who acts, here the order and the District Magistrate',
    confidence: 'C-n',
    examples: examples['I08.2'],
  },
];

export const homeProvisions: readonly Provision[] = [
  {
    id: 'I08',
    nature: 'standing',
    who: 'district-magistrate',
    citation: 'JJ Act 2015 s.41 and JJ Model Rules as amended on 1-9-2022 (press: Millennium Post 2021, askprep)',
    confidence: 'C-n',
    from: '2022-09-01' as Day,
    keptBy: null,
  },
];
