// Worked examples of the duties of homes and of care: each line is a test, and a row of docs/law.md.
import type { DiaryFact } from '../../kernel/happenings.ts';
import { endOf, entry, example } from './write.ts';

const admitted = (at: string) => entry(at, 'care.admitted', { home: 'H1' });
const planned = (at: string, version = 1) => entry(at, 'care.planMade', { version });
const reported = (at: string, corrects: string | null = null) => entry(at, 'care.progressReported', {}, corrects);
const threeMonths = (at: string) => entry(at, 'care.firstMonthsOver', {});
const releaseFixed = (at: string, plannedFor: string, corrects: string | null = null) =>
  entry(at, 'care.releaseFixed', { plannedFor }, corrects);
const preRelease = (at: string) => entry(at, 'care.preReleaseReported', {});
const eighteen = (at: string) => entry(at, 'care.turnedEighteen', {});
const restored = (at: string) => entry(at, 'found.restored', { to: 'parents' });
const closed = (at: string, outcome: 'in-care' | 'transferred' | 'not-a-child') => entry(at, 'found.closed', { outcome });
const died = (at: string) => entry(at, 'care.died', {});
const fostered = (at: string) => entry(at, 'care.fosterPlaced', {});
const inspected = (at: string) => entry(at, 'care.fosterInspected', {});
const aftercare = (at: string) => entry(at, 'care.aftercareOrdered', {});
const statusReport = (at: string) => entry(at, 'care.aftercareReported', {});
const sponsored = (at: string) => entry(at, 'care.sponsorshipGranted', {});
const reviewed = (at: string) => entry(at, 'care.sponsorshipReviewed', {});
const stopped = (at: string, because: 'eighteen' | 'absence') => entry(at, 'care.sponsorshipStopped', { because });
const abuse = (at: string) => entry(at, 'care.fosterAbuseFound', {});
const stopSeen = (at: string) => entry(at, 'care.sponsorshipStopSeen', { because: 'absence' });
const tested = (at: string, order: string) => entry(at, 'care.ageTestOrdered', { order });
const testReported = (at: string, order: string) => entry(at, 'care.ageTestReported', { order });

/** What ends every duty of care, in the first days: home, another Committee, adoption, death. `last`: the day it would have been due. */
const endings = (diary: DiaryFact[], last: string) =>
  (
    [
      ['Restored to the parents in the first days', restored('2026-11-16 12:00')],
      ['The case goes to another Committee', closed('2026-11-16 12:00', 'transferred')],
      ['Adopted', entry('2026-11-16 12:00', 'adoption.applicationDecided', { reference: 'A', how: 'order' })],
      ['Grown up after all', closed('2026-11-16 12:00', 'not-a-child')],
      ['The child dies', died('2026-11-16 12:00')],
    ] as const
  ).map(([name, end]) => example(name, [...diary, end], '2026-12-20 09:00', ['cancelled', endOf(last)]));
const released = (diary: DiaryFact[], last: string) =>
  example('Released from the home', [...diary, entry('2026-11-16 12:00', 'care.released', {})], '2026-12-20 09:00', [
    'cancelled',
    endOf(last),
  ]);

export const careExamples = {
  I01: [
    example('Made in the third week', [admitted('2026-11-13 14:20'), planned('2026-12-02 10:00')], '2026-12-20 09:00', [
      'met',
      endOf('2026-12-13'),
    ]),
    example('Admitted on 31 January: the month ends with February', [admitted('2026-01-31 10:00')], '2026-03-01 00:00', [
      'late',
      endOf('2026-02-28'),
    ]),
    example('Admitted on 31 January of a leap year', [admitted('2028-01-31 10:00')], '2028-02-29 23:59', [
      'nearly-late',
      endOf('2028-02-29'),
    ]),
    example(
      'The record is closed because the child stays in care: the plan is still due',
      [admitted('2026-11-13 14:20'), closed('2026-11-20 12:00', 'in-care')],
      '2026-12-14 00:00',
      ['late', endOf('2026-12-13')],
    ),
    example('Admitted before the rules of 2016', [admitted('2016-09-20 10:00')], '2016-11-01 09:00', null),
    ...endings([admitted('2026-11-13 14:20')], '2026-12-13'),
    released([admitted('2026-11-13 14:20')], '2026-12-13'),
  ],
  I02: [
    example('The first fortnight', [planned('2026-11-13 10:00')], '2026-11-28 00:00', ['late', endOf('2026-11-27')]),
    example(
      'Each report starts the next fortnight',
      [planned('2026-11-13 10:00'), reported('2026-11-26 16:00')],
      '2026-12-01 09:00',
      ['met', endOf('2026-11-27')],
      ['running', endOf('2026-12-10')],
    ),
    example(
      'A plan made anew starts no second fortnight',
      [planned('2026-11-13 10:00'), planned('2026-11-20 10:00', 2)],
      '2026-11-20 12:00',
      ['running', endOf('2026-11-27')],
    ),
    example(
      'The three months are over: from the next report it is a month, ending with February',
      [planned('2026-10-31 10:00'), reported('2026-11-14 10:00'), threeMonths('2027-01-31 00:00'), reported('2027-01-31 10:00')],
      '2027-02-10 09:00',
      ['met', endOf('2026-11-14')],
      ['met-late', endOf('2026-11-28')],
      ['running', endOf('2027-02-28')],
    ),
    example(
      'A report late when the three months end stays late: the month gives no more time',
      [planned('2026-11-13 10:00'), threeMonths('2027-02-13 00:00')],
      '2027-02-13 09:00',
      ['late', endOf('2026-11-27')],
    ),
    example(
      'A report written down for the wrong day is corrected',
      [planned('2026-11-13 10:00'), reported('2026-12-27 16:00'), reported('2026-11-27 16:00', 'care.progressReported 2026-12-27 16:00')],
      '2026-12-01 09:00',
      ['met', endOf('2026-11-27')],
      ['running', endOf('2026-12-11')],
    ),
    ...endings([planned('2026-11-13 10:00')], '2026-11-27'),
    released([planned('2026-11-13 10:00')], '2026-11-27'),
    example('A plan made before the rules of 2016', [planned('2016-09-20 10:00')], '2016-11-01 09:00', null),
  ],
  I04: [
    example(
      'Written three weeks before',
      [releaseFixed('2026-11-01 10:00', '2026-12-15'), preRelease('2026-11-24 15:00')],
      '2026-12-01 09:00',
      ['met', endOf('2026-11-30')],
    ),
    example('Release on 10 March, over a leap day', [releaseFixed('2028-01-10 10:00', '2028-03-10')], '2028-02-25 00:00', [
      'late',
      endOf('2028-02-24'),
    ]),
    example('Release fixed for next week: the report that same day', [releaseFixed('2026-11-13 10:00', '2026-11-20')], '2026-11-13 23:59', [
      'nearly-late',
      endOf('2026-11-13'),
    ]),
    example(
      'The release is put off: the report is due fifteen days before the new day',
      [releaseFixed('2026-11-01 10:00', '2026-12-15'), releaseFixed('2026-11-20 10:00', '2027-01-31')],
      '2026-12-01 09:00',
      ['cancelled', endOf('2026-11-30')],
      ['running', endOf('2027-01-16')],
    ),
    example(
      'The day of release was written down wrong and is corrected',
      [
        releaseFixed('2026-11-01 10:00', '2026-12-05'),
        releaseFixed('2026-11-01 10:00', '2026-12-15', 'care.releaseFixed 2026-11-01 10:00'),
      ],
      '2026-11-25 09:00',
      ['running', endOf('2026-11-30')],
    ),
    ...endings([releaseFixed('2026-11-01 10:00', '2026-12-15')], '2026-11-30'),
    released([releaseFixed('2026-11-01 10:00', '2026-12-15')], '2026-11-30'),
    example('Fixed before the rules of 2016', [releaseFixed('2016-09-20 10:00', '2016-12-15')], '2017-01-15 09:00', null),
  ],
  I13: [
    example('Not inspected in the first month', [fostered('2026-11-13 10:00')], '2026-12-14 00:00', ['late', endOf('2026-12-13')]),
    example(
      'Each inspection starts the next month',
      [fostered('2026-11-13 10:00'), inspected('2026-12-10 11:00')],
      '2027-01-05 09:00',
      ['met', endOf('2026-12-13')],
      ['nearly-late', endOf('2027-01-10')],
    ),
    example('Placed on 31 January of a leap year', [fostered('2028-01-31 10:00')], '2028-03-01 00:00', ['late', endOf('2028-02-29')]),
    example(
      'The record is closed because the child stays in care: the family is inspected all the same',
      [fostered('2026-11-13 10:00'), closed('2026-11-20 12:00', 'in-care')],
      '2026-12-14 00:00',
      ['late', endOf('2026-12-13')],
    ),
    example(
      'The child moves on to another family',
      [fostered('2026-11-13 10:00'), entry('2026-11-20 10:00', 'care.fosterEnded', {})],
      '2026-12-14 00:00',
      ['cancelled', endOf('2026-12-13')],
    ),
    example('Placed before the rules of 2016', [fostered('2016-09-20 10:00')], '2016-11-01 09:00', null),
    ...endings([fostered('2026-11-13 10:00')], '2026-12-13'),
  ],
  'I13.3': [
    example(
      'Taken away within the hour',
      [fostered('2026-11-13 10:00'), abuse('2026-11-20 11:00'), entry('2026-11-20 11:50', 'care.fosterEnded', {})],
      '2026-11-20 12:00',
      ['met', '2026-11-20 11:00'],
    ),
    example('Still there after two hours', [fostered('2026-11-13 10:00'), abuse('2026-11-20 11:00')], '2026-11-20 13:01', [
      'late',
      '2026-11-20 11:00',
    ]),
    example('Restored to the parents', [abuse('2026-11-20 11:00'), restored('2026-11-20 11:30')], '2026-11-20 12:00', [
      'cancelled',
      '2026-11-20 11:00',
    ]),
    example('Seen before the rules of 2016', [abuse('2016-09-20 10:00')], '2016-11-01 09:00', null),
  ],
  I14: [
    example('No report in the first half-year, which ends with February', [aftercare('2026-08-31 10:00')], '2027-03-01 00:00', [
      'late',
      endOf('2027-02-28'),
    ]),
    example(
      'Each report starts the next half-year',
      [aftercare('2026-05-13 10:00'), statusReport('2026-11-02 10:00')],
      '2026-11-20 09:00',
      ['met', endOf('2026-11-13')],
      ['running', endOf('2027-05-02')],
    ),
    example(
      'Grown up, with work and a room: aftercare ends',
      [aftercare('2026-05-13 10:00'), entry('2026-09-01 10:00', 'care.aftercareEnded', {})],
      '2026-11-20 09:00',
      ['cancelled', endOf('2026-11-13')],
    ),
    example(
      'Aftercare ordered before eighteen runs on after it',
      [aftercare('2026-05-13 10:00'), eighteen('2026-06-01 00:00')],
      '2026-11-14 00:00',
      ['late', endOf('2026-11-13')],
    ),
    example('Ordered before the rules of 2016', [aftercare('2016-09-20 10:00')], '2017-06-01 09:00', null),
    example('The young person dies', [aftercare('2026-05-13 10:00'), died('2026-09-01 10:00')], '2026-11-20 09:00', [
      'cancelled',
      endOf('2026-11-13'),
    ]),
  ],
  I15: [
    example('Not reviewed in half a year', [sponsored('2026-05-13 10:00')], '2026-11-14 00:00', ['late', endOf('2026-11-13')]),
    example(
      'Each review starts the next',
      [sponsored('2026-05-13 10:00'), reviewed('2026-11-10 10:00')],
      '2026-11-20 09:00',
      ['met', endOf('2026-11-13')],
      ['running', endOf('2027-05-10')],
    ),
    example(
      'The child turns eighteen and the sponsorship stops',
      [sponsored('2026-05-13 10:00'), eighteen('2026-08-01 00:00'), stopped('2026-08-01 10:00', 'eighteen')],
      '2026-11-20 09:00',
      ['cancelled', endOf('2026-11-13')],
    ),
    example('Granted before the guidelines of 2022', [sponsored('2022-07-04 10:00')], '2023-02-01 09:00', null),
    example('The child dies', [sponsored('2026-05-13 10:00'), died('2026-09-01 10:00')], '2026-11-20 09:00', [
      'cancelled',
      endOf('2026-11-13'),
    ]),
  ],
  'I15.3': [
    example('Nobody stopped it in a week', [sponsored('2026-05-13 10:00'), stopSeen('2026-11-01 06:00')], '2026-11-09 00:00', [
      'late',
      endOf('2026-11-08'),
    ]),
    example('Stopped by a person', [stopSeen('2026-11-01 06:00'), stopped('2026-11-03 10:00', 'absence')], '2026-11-20 09:00', [
      'met',
      endOf('2026-11-08'),
    ]),
    example('Reviewed, and it goes on', [stopSeen('2026-11-01 06:00'), reviewed('2026-11-03 10:00')], '2026-11-05 09:00', [
      'met',
      endOf('2026-11-08'),
    ]),
    example('Seen before the guidelines of 2022', [stopSeen('2022-07-01 06:00')], '2022-08-01 09:00', null),
    example('The child dies', [stopSeen('2026-11-01 06:00'), died('2026-11-03 10:00')], '2026-11-20 09:00', [
      'cancelled',
      endOf('2026-11-08'),
    ]),
  ],
  'J05.2': [
    example('Reported on the tenth day', [tested('2026-11-13 14:20', 'A'), testReported('2026-11-23 17:00', 'A')], '2026-11-29 09:00', [
      'met',
      endOf('2026-11-28'),
    ]),
    example(
      'The report on another order does not count',
      [tested('2026-11-13 14:20', 'A'), testReported('2026-11-23 17:00', 'B')],
      '2026-11-29 00:00',
      ['late', endOf('2026-11-28')],
    ),
    example('Ordered on 14 February of a leap year', [tested('2028-02-14 10:00', 'A')], '2028-02-29 23:59', [
      'nearly-late',
      endOf('2028-02-29'),
    ]),
    ...endings([tested('2026-11-13 14:20', 'A')], '2026-11-28'),
    example('Ordered before the Act', [tested('2016-01-14 16:00', 'A')], '2016-02-15 09:00', null),
  ],
};
