// Worked examples of the duties of offices over Boards and homes: each line is a test, and a row of docs/law.md.
import { endOf, entry, example } from './write.ts';

const over = (at: string, length: 'month' | 'quarter' | 'half-year', period: string) => entry(at, 'office.periodEnded', { length, period });
const made = (at: string, what: string, period: string) => entry(at, 'office.returnMade', { what, period });
const complained = (at: string, member: 'judicial' | 'non-judicial' = 'non-judicial', reference = 'A') =>
  entry(at, 'office.memberComplainedOf', { member, reference });
const inquired = (at: string, reference = 'A') => entry(at, 'office.memberInquiryDone', { reference });
const dealtWith = (at: string, reference = 'A') => entry(at, 'office.memberDealtWith', { reference });
const ordered = (at: string, reference = 'A') => entry(at, 'office.homeOrderedClosed', { reference });
const closed = (at: string, reference = 'A') => entry(at, 'office.homeClosed', { reference });

const Q3_OVER = '2026-10-01 00:00';

/** A quarter's return or visit: in time, forgotten, of another quarter, of another kind. `last`: the last day to write it down. */
const quarters = (what: string, last: string, dayAfter: string) => [
  example('Done within the quarter', [made('2026-09-20 11:00', what, '2026-Q3'), over(Q3_OVER, 'quarter', '2026-Q3')], '2026-10-02 09:00', [
    'met',
    endOf(last),
  ]),
  example(
    'Written down on the last day',
    [over(Q3_OVER, 'quarter', '2026-Q3'), made(`${last} 23:30`, what, '2026-Q3')],
    '2026-11-01 09:00',
    ['met', endOf(last)],
  ),
  example('Nothing for the quarter', [over(Q3_OVER, 'quarter', '2026-Q3')], `${dayAfter} 00:00`, ['late', endOf(last)]),
  example(
    'That of the quarter before does not count',
    [made('2026-06-28 11:00', what, '2026-Q2'), over(Q3_OVER, 'quarter', '2026-Q3')],
    `${dayAfter} 00:00`,
    ['late', endOf(last)],
  ),
  example(
    'Another return of the same quarter does not count',
    [over(Q3_OVER, 'quarter', '2026-Q3'), made('2026-10-03 11:00', 'another return', '2026-Q3')],
    `${dayAfter} 00:00`,
    ['late', endOf(last)],
  ),
  example('A month is no quarter', [over(Q3_OVER, 'month', '2026-09')], `${dayAfter} 00:00`, null),
  example('The quarter before the Act', [over('2016-01-01 00:00', 'quarter', '2015-Q4')], '2016-02-01 09:00', null),
];

const HALF_YEARLY = 'half-yearly-review-of-boards';
const INSPECTION = 'inspection-of-homes-in-conflict';

export const oversightExamples = {
  J06: quarters('review-of-board-pendency', '2026-10-16', '2026-10-17'),
  J07: [
    example(
      'Reviewed three weeks after the half-year',
      [over('2026-07-01 00:00', 'half-year', '2026-H1'), made('2026-07-22 15:00', HALF_YEARLY, '2026-H1')],
      '2026-08-01 09:00',
      ['met', endOf('2026-07-31')],
    ),
    example('Not reviewed', [over('2026-07-01 00:00', 'half-year', '2026-H1')], '2026-08-01 00:00', ['late', endOf('2026-07-31')]),
    example(
      'The end of a quarter asks nothing of this committee',
      [over('2026-10-01 00:00', 'quarter', '2026-Q3')],
      '2026-12-01 09:00',
      null,
    ),
    example(
      'Two half-years, the first reviewed late, the second not yet due',
      [
        over('2026-01-01 00:00', 'half-year', '2025-H2'),
        made('2026-03-02 15:00', HALF_YEARLY, '2025-H2'),
        over('2026-07-01 00:00', 'half-year', '2026-H1'),
      ],
      '2026-07-10 09:00',
      ['met-late', endOf('2026-01-31')],
      ['running', endOf('2026-07-31')],
    ),
    example(
      'Another review of the same half-year does not count',
      [over('2026-07-01 00:00', 'half-year', '2026-H1'), made('2026-07-22 15:00', 'another return', '2026-H1')],
      '2026-08-01 00:00',
      ['late', endOf('2026-07-31')],
    ),
    example('The half-year before the Act', [over('2016-01-01 00:00', 'half-year', '2015-H2')], '2016-03-01 09:00', null),
  ],
  J08: quarters('board-pendency-to-judicial-magistrate', '2026-10-16', '2026-10-17'),
  'J08.2': [
    ...quarters('board-pendency-to-district-magistrate', '2026-10-16', '2026-10-17'),
    example(
      'The report to the Chief Judicial Magistrate is not the one to the District Magistrate',
      [over(Q3_OVER, 'quarter', '2026-Q3'), made('2026-10-05 11:00', 'board-pendency-to-judicial-magistrate', '2026-Q3')],
      '2026-10-17 00:00',
      ['late', endOf('2026-10-16')],
    ),
  ],
  J10: [
    example(
      'Inspected in the middle of the month',
      [made('2026-10-14 12:00', INSPECTION, '2026-10'), over('2026-11-01 00:00', 'month', '2026-10')],
      '2026-11-02 09:00',
      ['met', endOf('2026-11-08')],
    ),
    example('February of a leap year without a visit', [over('2028-03-01 00:00', 'month', '2028-02')], '2028-03-09 00:00', [
      'late',
      endOf('2028-03-08'),
    ]),
    example(
      'Two visits in October are none in November',
      [
        made('2026-10-14 12:00', INSPECTION, '2026-10'),
        made('2026-10-28 12:00', INSPECTION, '2026-10'),
        over('2026-12-01 00:00', 'month', '2026-11'),
      ],
      '2026-12-09 00:00',
      ['late', endOf('2026-12-08')],
    ),
    example(
      'Another return of the month does not count',
      [over('2026-11-01 00:00', 'month', '2026-10'), made('2026-11-03 12:00', 'another return', '2026-10')],
      '2026-11-09 00:00',
      ['late', endOf('2026-11-08')],
    ),
    example('A quarter is no month', [over('2026-10-01 00:00', 'quarter', '2026-Q3')], '2026-11-01 09:00', null),
    example('A month that ended before the Act', [over('2016-01-01 00:00', 'month', '2015-12')], '2016-02-01 09:00', null),
  ],
  J12: [
    example('Inquired into in six weeks', [complained('2026-11-13 12:00'), inquired('2026-12-27 16:00')], '2027-01-20 09:00', [
      'met',
      endOf('2027-01-13'),
    ]),
    example('Two months from 31 December end with February', [complained('2026-12-31 12:00')], '2027-03-01 00:00', [
      'late',
      endOf('2027-02-28'),
    ]),
    example(
      'A complaint about the judicial member goes to the High Court',
      [complained('2026-11-13 12:00', 'judicial')],
      '2027-03-01 09:00',
      null,
    ),
    example('The inquiry into another complaint', [complained('2026-11-13 12:00'), inquired('2026-12-27 16:00', 'B')], '2027-01-14 00:00', [
      'late',
      endOf('2027-01-13'),
    ]),
    example('A complaint before the rules of 2022', [complained('2022-08-31 23:59')], '2022-12-01 09:00', null),
  ],
  'J12.2': [
    example('Dealt with in the third week', [inquired('2026-11-13 12:00'), dealtWith('2026-12-01 12:00')], '2026-12-20 09:00', [
      'met',
      endOf('2026-12-13'),
    ]),
    example('A month from 31 January', [inquired('2027-01-31 12:00')], '2027-03-01 00:00', ['late', endOf('2027-02-28')]),
    example('A month from 31 January of a leap year', [inquired('2028-01-31 12:00')], '2028-02-29 23:59', [
      'nearly-late',
      endOf('2028-02-29'),
    ]),
    example('Another member is dealt with', [inquired('2026-11-13 12:00'), dealtWith('2026-12-01 12:00', 'B')], '2026-12-14 00:00', [
      'late',
      endOf('2026-12-13'),
    ]),
    example('An inquiry finished before the rules of 2022', [inquired('2022-08-31 12:00')], '2022-12-01 09:00', null),
  ],
  I03: quarters('review-of-care-plans', '2026-10-08', '2026-10-09'),
  I07: quarters('inspection-of-home', '2026-10-08', '2026-10-09'),
  'I08.2': [
    example('Every child moved by the fifth day', [ordered('2026-11-13 12:00'), closed('2026-11-18 17:00')], '2026-11-21 09:00', [
      'met',
      endOf('2026-11-20'),
    ]),
    example('Children still there on the eighth day', [ordered('2026-11-13 12:00')], '2026-11-21 00:00', ['late', endOf('2026-11-20')]),
    example('Ordered on 24 February of a leap year', [ordered('2028-02-24 12:00')], '2028-03-02 23:59', [
      'nearly-late',
      endOf('2028-03-02'),
    ]),
    example('Ordered before the rules of 2022', [ordered('2022-08-31 12:00')], '2022-09-20 09:00', null),
    example('Another home is closed', [ordered('2026-11-13 12:00'), closed('2026-11-18 17:00', 'B')], '2026-11-21 00:00', [
      'late',
      endOf('2026-11-20'),
    ]),
  ],
};
