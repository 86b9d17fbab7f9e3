// Worked examples of what the law asks of police and government as offices: each line is a test, and a row of docs/law.md.
import { endOf, entry, example } from './write.ts';

const ordered = (at: string, direction: string, reference = 'order') => entry(at, 'office.directionGiven', { direction, reference });
const kept = (at: string, direction: string, reference = 'order') => entry(at, 'office.directionKept', { direction, reference });
const vacant = (at: string, post: string) => entry(at, 'office.postVacant', { post });
const filled = (at: string, post: string) => entry(at, 'office.postFilled', { post });

const UNITS = 'anti-trafficking-units';
const ORDER_DAY = '2026-05-22 16:00';
const AT = '2026-11-13 14:20';

/** A post that fell vacant: filled in time, filled late, and the wrong post filled. */
const vacancies = (post: string) => [
  example('Handed over the same moment', [vacant(AT, post), filled(AT, post)], '2026-11-13 16:00', ['met', AT]),
  example('Vacant on the second day', [vacant(AT, post)], '2026-11-14 14:21', ['late', AT]),
  example('Filled after a fortnight', [vacant(AT, post), filled('2026-11-27 10:00', post)], '2026-11-28 09:00', ['met-late', AT]),
  example(
    'Vacant once more',
    [vacant(AT, post), filled(AT, post), vacant('2027-02-28 18:00', post)],
    '2027-03-02 09:00',
    ['met', AT],
    ['late', '2027-02-28 18:00'],
  ),
  example('Another post is vacant', [vacant(AT, 'duty-officer')], '2026-11-15 09:00', null),
  example('Another post is filled', [vacant(AT, post), filled('2026-11-13 14:30', 'duty-officer')], '2026-11-15 09:00', ['late', AT]),
];

export const policeOfficeExamples = {
  M14: [
    example('An order of another kind', [ordered(ORDER_DAY, 'national-nodal-officer')], '2026-06-20 09:00', null),
    example('Directed the day before the judgment', [ordered('2026-05-21 16:00', UNITS)], '2026-06-20 09:00', null),
    example('Four weeks from 22 May end with 19 June', [ordered(ORDER_DAY, UNITS)], '2026-06-19 23:59', [
      'nearly-late',
      endOf('2026-06-19'),
    ]),
    example('The first minute of 20 June', [ordered(ORDER_DAY, UNITS)], '2026-06-20 00:00', ['late', endOf('2026-06-19')]),
    example('All units working in the third week', [ordered(ORDER_DAY, UNITS), kept('2026-06-10 12:00', UNITS)], '2026-06-20 09:00', [
      'met',
      endOf('2026-06-19'),
    ]),
    example('Another order was kept', [ordered(ORDER_DAY, UNITS), kept('2026-06-10 12:00', UNITS, 'another order')], '2026-06-20 09:00', [
      'late',
      endOf('2026-06-19'),
    ]),
  ],
  M17: [
    ...vacancies('child-welfare-police-officer'),
    example('Vacant before the Act', [vacant('2016-01-14 10:00', 'child-welfare-police-officer')], '2016-02-01 09:00', null),
  ],
  'M17.2': [
    ...vacancies('juvenile-police-head'),
    example('Vacant before the Act', [vacant('2016-01-14 10:00', 'juvenile-police-head')], '2016-02-01 09:00', null),
  ],
  M18: [
    ...vacancies('state-nodal-officer'),
    example('A vacancy is a breach from its first minute', [vacant(AT, 'state-nodal-officer')], '2026-11-13 14:21', ['late', AT]),
    example('Before the order of 14 October 2025', [vacant('2025-10-13 10:00', 'state-nodal-officer')], '2025-11-01 09:00', null),
  ],
  'M18.2': [
    example('A vacancy is a breach from its first minute', [vacant(AT, 'district-nodal-officer')], '2026-11-13 14:21', ['late', AT]),
    ...vacancies('district-nodal-officer'),
    example('Before the order of 9 December 2025', [vacant('2025-12-08 10:00', 'district-nodal-officer')], '2026-01-01 09:00', null),
  ],
  M19: [
    example('An order of another kind', [ordered('2025-12-09 15:00', UNITS)], '2026-01-02 09:00', null),
    example('Two weeks from 9 December end with 23 December', [ordered('2025-12-09 15:00', 'national-nodal-officer')], '2025-12-24 00:00', [
      'late',
      endOf('2025-12-23'),
    ]),
    example(
      'Appointed on the tenth day',
      [ordered('2025-12-09 15:00', 'national-nodal-officer'), filled('2025-12-19 11:00', 'national-nodal-officer')],
      '2026-01-02 09:00',
      ['met', endOf('2025-12-23')],
    ),
    example(
      'A district’s officer is not the nation’s',
      [ordered('2025-12-09 15:00', 'national-nodal-officer'), filled('2025-12-19 11:00', 'district-nodal-officer')],
      '2025-12-24 00:00',
      ['late', endOf('2025-12-23')],
    ),
  ],
  'M19.2': [
    example('Late from its first minute', [vacant(AT, 'national-nodal-officer')], '2026-11-13 14:21', ['late', AT]),
    ...vacancies('national-nodal-officer'),
    example('Before the order of 9 December 2025', [vacant('2025-12-08 10:00', 'national-nodal-officer')], '2026-01-01 09:00', null),
  ],
};
