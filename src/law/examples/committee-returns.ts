// Worked examples of the Committee as an office: each line is a test, and a row of docs/law.md.
import { endOf, entry, example } from './write.ts';

const month = (at: string, period: string) => entry(at, 'office.periodEnded', { length: 'month', period });
const quarter = (at: string, period: string) => entry(at, 'office.periodEnded', { length: 'quarter', period });
const made = (at: string, what: string, period: string) => entry(at, 'office.returnMade', { what, period });
const shortfall = (at: string, what: string, period: string) => entry(at, 'office.shortfallReviewed', { what, period });
const directed = (at: string, reference: string) => entry(at, 'office.directionGiven', { direction: 'pending-inquiries', reference });
const cleared = (at: string, reference: string) => entry(at, 'office.directionKept', { direction: 'pending-inquiries', reference });
const complaint = (at: string, reference: string) => entry(at, 'office.committeeComplainedOf', { reference });
const decided = (at: string, reference: string) => entry(at, 'office.complaintDecided', { reference });

const NOVEMBER = '2026-12-01 00:00';
const FEBRUARY = '2028-03-01 00:00';
const AUTUMN = '2026-10-01 00:00';
const AT = '2026-11-13 14:20';

/** A month's return of seven days: made, forgotten, made for another month. */
const ofTheMonth = (what: string) => [
  example(
    'Made on the third of the next month',
    [month(NOVEMBER, '2026-11'), made('2026-12-03 12:00', what, '2026-11')],
    '2026-12-09 09:00',
    ['met', endOf('2026-12-08')],
  ),
  example('Another month’s return', [month(NOVEMBER, '2026-11'), made('2026-12-03 12:00', what, '2026-10')], '2026-12-09 00:00', [
    'late',
    endOf('2026-12-08'),
  ]),
  example('After the leap day', [month(FEBRUARY, '2028-02')], '2028-03-08 23:59', ['nearly-late', endOf('2028-03-08')]),
  example(
    'Another return of the same month',
    [month(NOVEMBER, '2026-11'), made('2026-12-03 12:00', 'another return', '2026-11')],
    '2026-12-09 00:00',
    ['late', endOf('2026-12-08')],
  ),
  example(
    'Each month anew: made for November, not for December',
    [month(NOVEMBER, '2026-11'), made('2026-12-03 12:00', what, '2026-11'), month('2027-01-01 00:00', '2026-12')],
    '2027-01-09 00:00',
    ['met', endOf('2026-12-08')],
    ['late', endOf('2027-01-08')],
  ),
  example('A quarter’s end asks for none', [quarter(AUTUMN, '2026-Q3')], '2026-11-01 09:00', null),
];

/** A quarter's return, due on that day of October. */
const ofTheQuarter = (what: string, lastDay: string, dayAfter: string) => [
  example('Made in the second week', [quarter(AUTUMN, '2026-Q3'), made('2026-10-12 12:00', what, '2026-Q3')], '2026-12-01 09:00', [
    'met',
    endOf(lastDay),
  ]),
  example('Not made', [quarter(AUTUMN, '2026-Q3')], `${dayAfter} 00:00`, ['late', endOf(lastDay)]),
  example(
    'Another return was made',
    [quarter(AUTUMN, '2026-Q3'), made('2026-10-12 12:00', 'another return', '2026-Q3')],
    `${dayAfter} 00:00`,
    ['late', endOf(lastDay)],
  ),
  example('Last quarter’s return', [quarter(AUTUMN, '2026-Q3'), made('2026-10-12 12:00', what, '2026-Q2')], `${dayAfter} 00:00`, [
    'late',
    endOf(lastDay),
  ]),
  example('A month’s end asks for none', [month(AUTUMN, '2026-09')], '2026-12-01 09:00', null),
];

/** What had to be done within the month itself. */
const withinTheMonth = (what: string) => [
  example(
    'Enough, counted in the first week',
    [month(NOVEMBER, '2026-11'), made('2026-12-03 12:00', what, '2026-11')],
    '2026-12-09 09:00',
    ['met', NOVEMBER],
  ),
  example('Enough before the month was over', [made('2026-11-28 17:00', what, '2026-11'), month(NOVEMBER, '2026-11')], '2026-12-01 09:00', [
    'met',
    NOVEMBER,
  ]),
  example('Too few, or nobody counted', [month(NOVEMBER, '2026-11')], '2026-12-08 00:01', ['late', NOVEMBER]),
  example(
    'Too few, and the District Magistrate has looked at it',
    [month(NOVEMBER, '2026-11'), shortfall('2026-12-20 12:00', what, '2026-11')],
    '2027-01-10 09:00',
    ['cancelled', NOVEMBER],
  ),
  example(
    'Enough in October does not help November',
    [month(NOVEMBER, '2026-11'), made('2026-11-02 12:00', what, '2026-10')],
    '2026-12-08 00:01',
    ['late', NOVEMBER],
  ),
  example(
    'The other count of that month',
    [month(NOVEMBER, '2026-11'), made('2026-12-03 12:00', 'another count', '2026-11')],
    '2026-12-08 00:01',
    ['late', NOVEMBER],
  ),
  example(
    'Each month anew',
    [month(NOVEMBER, '2026-11'), made('2026-12-03 12:00', what, '2026-11'), month('2027-01-01 00:00', '2026-12')],
    '2027-01-06 09:00',
    ['met', NOVEMBER],
    ['nearly-late', '2027-01-01 00:00'],
  ),
  example('A quarter’s end asks for none', [quarter(AUTUMN, '2026-Q3')], '2026-11-01 09:00', null),
];

export const committeeReturnExamples = {
  C07: [
    ...ofTheMonth('legally-free-and-pending'),
    example('Before the amendment of 1 September 2022', [month('2022-08-31 23:59', '2022-08')], '2022-10-01 09:00', null),
  ],
  C08: ofTheQuarter('inquiries-disposed-and-pending', '2026-10-16', '2026-10-17'),
  'C08.2': [
    example(
      'Reviewed in the third week',
      [
        made(AT, 'inquiries-disposed-and-pending', '2026-Q3'),
        made('2026-12-02 12:00', 'pendency-reviewed-and-reported-to-state', '2026-Q3'),
      ],
      '2026-12-20 09:00',
      ['met', endOf('2026-12-13')],
    ),
    example(
      'Last quarter’s review is not this quarter’s',
      [
        made(AT, 'inquiries-disposed-and-pending', '2026-Q3'),
        made('2026-11-20 12:00', 'pendency-reviewed-and-reported-to-state', '2026-Q2'),
      ],
      '2026-12-14 00:00',
      ['late', endOf('2026-12-13')],
    ),
    example('The Committee’s other return asks for none', [made(AT, 'restored-dead-and-runaway', '2026-Q3')], '2026-12-20 09:00', null),
  ],
  'C08.3': [
    example(
      'Another direction sets no such limit',
      [entry(AT, 'office.directionGiven', { direction: 'anti-trafficking-units', reference: 'D1' })],
      '2027-03-01 00:00',
      null,
    ),
    example('Three months from 30 November end with February', [directed('2026-11-30 10:00', 'D1')], '2027-03-01 00:00', [
      'late',
      endOf('2027-02-28'),
    ]),
    example('The same in a leap year', [directed('2027-11-30 10:00', 'D1')], '2028-02-29 12:00', ['nearly-late', endOf('2028-02-29')]),
    example('The pendency is gone in the second month', [directed(AT, 'D1'), cleared('2027-01-10 12:00', 'D1')], '2027-02-20 09:00', [
      'met',
      endOf('2027-02-13'),
    ]),
    example('An earlier direction was kept', [directed(AT, 'D2'), cleared('2027-01-10 12:00', 'D1')], '2027-02-14 00:00', [
      'late',
      endOf('2027-02-13'),
    ]),
  ],
  C09: ofTheQuarter('restored-dead-and-runaway', '2026-10-16', '2026-10-17'),
  C10: [
    ...ofTheQuarter('committee-reviewed', '2026-11-15', '2026-11-16'),
    example('Before the amendment of 1 September 2022', [quarter('2022-07-01 00:00', '2022-Q2')], '2022-10-01 09:00', null),
  ],
  C11: [
    example(
      'Two complaints, each with its thirty days',
      [complaint(AT, 'K1'), complaint('2026-11-20 10:00', 'K2'), decided('2026-12-01 12:00', 'K2')],
      '2026-12-14 00:00',
      ['late', endOf('2026-12-13')],
      ['met', endOf('2026-12-20')],
    ),
    example('Decided on the thirtieth day', [complaint(AT, 'K1'), decided('2026-12-13 20:00', 'K1')], '2026-12-14 09:00', [
      'met',
      endOf('2026-12-13'),
    ]),
    example('Another complaint was decided', [complaint(AT, 'K1'), decided('2026-12-01 12:00', 'K2')], '2026-12-14 00:00', [
      'late',
      endOf('2026-12-13'),
    ]),
    example('Made on 31 January: thirty days end with 2 March', [complaint('2027-01-31 10:00', 'K1')], '2027-03-02 23:00', [
      'nearly-late',
      endOf('2027-03-02'),
    ]),
  ],
  C13: withinTheMonth('twenty-sittings'),
  C14: withinTheMonth('two-visits'),
};
