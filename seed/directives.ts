// The four directives a demonstration starts with, in our own summary sentences from the domain sheet (0, 1.2, 9): none of their texts was seen, and each says so.
import type { Day } from '../src/kernel/time.ts';
import type { Directive, Point } from '../src/modules/directives/directive.ts';

export type SeedPoint = Omit<Point, 'id' | 'position'>;
export type SeedDirective = Omit<Directive, 'id' | 'issuedAt' | 'inStates' | 'inDistricts'> & {
  /** Code of the office that entered it. */
  enteredIn: string;
  points: readonly SeedPoint[];
};

const asked = {
  officeKind: null,
  dueKind: 'none',
  dueOn: null,
  dueCount: null,
  dueFrom: null,
  dueBasis: null,
  repeats: 'once',
  figure: null,
  setsDuty: null,
} as const;
const duty = (setsDuty: string, officeKind: Point['officeKind'], what: string): SeedPoint => ({ ...asked, setsDuty, officeKind, what });
/** From the date; `source` where the report itself gives the period. */
const within = (dueCount: number, dueBasis: 'source' | 'portal') => ({ dueKind: 'days', dueCount, dueFrom: 'date', dueBasis }) as const;
/** After the end of each period; no source gives the days. */
const each = (repeats: 'monthly' | 'quarterly') =>
  ({ repeats, dueKind: 'days', dueCount: 7, dueFrom: 'period', dueBasis: 'portal' }) as const;

const court = {
  kind: 'court-order',
  authority: 'Supreme Court of India',
  number: null,
  confidence: 'C-n',
  audience: 'public',
  stateCode: null,
  enteredIn: 'NNO-IN',
} as const;

export const seedDirectives: readonly SeedDirective[] = [
  {
    ...court,
    title: 'A nodal officer of every State, named and published (Guria)',
    dated: '2025-10-14' as Day,
    original: 'LiveLaw 15-10-2025; ETV Bharat; Verdictum',
    officeKinds: ['state-nodal'],
    text: 'Each State and Union Territory names a nodal officer for missing children, with designation and telephone, and this portal publishes them.\nA complaint that comes in on the portal goes to all nodal officers concerned at the same moment; they trace, investigate and register what more they learn.',
    points: [
      duty(
        'M18',
        'state-nodal',
        'Keep a nodal officer of the State appointed, with designation and telephone, so that the portal can publish them.',
      ),
      duty(
        'M08',
        'state-nodal',
        'Act on each complaint of the portal, which is passed on to every nodal officer concerned at the same moment.',
      ),
    ],
  },
  {
    ...court,
    title: 'Nodal officers of the nation and of every district; figures of 2020 to 2025 (Guria)',
    dated: '2025-12-09' as Day,
    original: 'Hindustan Times 10-12-2025; VisionIAS',
    officeKinds: ['national-nodal', 'state-nodal'],
    text: 'The Ministry of Home Affairs appoints a dedicated nodal officer within two weeks, and there is a nodal officer in every district.\nFigures of missing children from 1 January 2020 to 31 December 2025 are sent and brought together within six weeks.\nDirectors of Prosecution send all cases of missing children pending in court.',
    points: [
      duty('M19.2', 'national-nodal', 'Keep a dedicated nodal officer of the nation appointed.'),
      duty('M18.2', 'state-nodal', 'Keep a nodal officer appointed in every district.'),
      {
        ...asked,
        ...within(42, 'source'),
        officeKind: 'state-nodal',
        what: 'Send the figures of missing children from 1 January 2020 to 31 December 2025, district by district.',
        figure: 'children reported missing, 2020 to 2025',
      },
      {
        ...asked,
        ...within(42, 'portal'),
        officeKind: 'state-nodal',
        what: 'Have the Director of Prosecution send every case of a missing child pending in court.',
        figure: 'cases pending in court',
      },
    ],
  },
  {
    kind: 'advisory',
    title: 'Portal data accurate, complete and real-time; nil reports with reasons',
    authority: 'Department of Women and Child Development, Delhi',
    number: null,
    dated: '2026-01-07' as Day,
    original: 'Millennium Post 7-1-2026; awazthevoice.in',
    confidence: 'C-n',
    audience: 'public',
    stateCode: 'DL',
    enteredIn: 'SNO-DL',
    officeKinds: ['state-nodal', 'dcpu', 'cwc', 'children-home', 'police-station'],
    text: 'The date is that of the press report; the day of the advisory itself was not seen.\nAll district child protection units and agencies keep what they enter on the portal accurate, complete and in real time. A review had found districts uneven, nil or under-reporting, and delays.\nA district that reports nil gives its reasons. Data of missing and found children is checked against the police and others.\nWeekly and monthly reports tell of updates, gaps and corrections.',
    points: [
      { ...asked, what: 'Keep your entries on the portal accurate, complete and in real time; say here once how it is seen to.' },
      {
        ...asked,
        ...each('monthly'),
        officeKind: 'dcpu',
        what: 'Send the month’s report of updates, gaps and corrections; where the district reports nil, with its reasons.',
        figure: 'entries corrected',
      },
      {
        ...asked,
        ...each('quarterly'),
        officeKind: 'dcpu',
        what: 'Check the district’s missing and found children against the registers of the police and others.',
      },
    ],
  },
  {
    ...court,
    title: 'FIR at once, anti-trafficking units functional, records exchanged in real time (G Ganesh)',
    dated: '2026-05-22' as Day,
    original: 'Bar & Bench; newsbharati 23-5-2026',
    officeKinds: ['national-nodal', 'state-nodal', 'police-station', 'anti-trafficking-unit'],
    text: 'An FIR at once on any information that a child is missing, with the sections on kidnapping or abduction.\nWhere trafficking is suspected the case goes to the anti-trafficking unit without waiting four months; all these units are fully functional in four weeks.\nA child recovered is restored without any loss of time.\nCCTNS and the Mission Vatsalya database are integrated for exchange in real time among police, Committees, protection units and homes.',
    points: [
      duty('M01', 'police-station', 'Register an FIR at once on any information that a child is missing.'),
      duty('M12', 'police-station', 'Where trafficking is suspected, hand the case to the anti-trafficking unit at once.'),
      duty('M15', 'police-station', 'Question and produce a child that is traced, and restore it without loss of time.'),
      {
        ...duty('M14', 'state-nodal', 'See that every anti-trafficking unit of the State is fully functional within four weeks.'),
        ...within(28, 'source'),
        figure: 'units fully functional',
      },
      {
        ...asked,
        ...within(28, 'source'),
        officeKind: 'anti-trafficking-unit',
        what: 'Say whether your unit is fully functional: staff, vehicle, powers, telephone.',
      },
      { ...asked, officeKind: 'national-nodal', what: 'Report on the real-time exchange between CCTNS and this portal.' },
    ],
  },
];
