// Worked examples of the Board's duties: each line is a test, and a row of docs/law.md.
import { endOf, entry, example } from './write.ts';

type Gravity = 'petty' | 'serious' | 'heinous';
const apprehended = (at: string) => entry(at, 'conflict.apprehended', {});
const produced = (at: string, gravity: Gravity = 'serious', sixteenAtOffence = false, corrects: string | null = null) =>
  entry(at, 'conflict.producedBeforeBoard', { gravity, sixteenAtOffence }, corrects);
const journey = (at: string, minutes: number) => entry(at, 'conflict.journeyRecorded', { minutes });
const parentsTold = (at: string) => entry(at, 'conflict.parentsTold', {});
const officerTold = (at: string) => entry(at, 'conflict.probationOfficerTold', {});
const socialReport = (at: string) => entry(at, 'conflict.socialReportSubmitted', {});
const ended = (at: string, by: 'final-order' | 'termination' | 'transfer' | 'not-a-child' = 'final-order') =>
  entry(at, 'conflict.proceedingEnded', { by });
const moreByBoard = (at: string, gravity: Gravity = 'serious') => entry(at, 'conflict.timeExtendedByBoard', { gravity });
const moreByMagistrate = (at: string, until: string, of: 'inquiry' | 'preliminary-assessment', gravity: Gravity = 'heinous') =>
  entry(at, 'conflict.timeExtendedByMagistrate', { of, gravity, until });
const assessed = (at: string) => entry(at, 'conflict.preliminaryAssessmentMade', {});
const eighteen = (at: string) => entry(at, 'conflict.turnedEighteen', {});
const tested = (at: string, order: string) => entry(at, 'conflict.ageTestOrdered', { order });
const testReported = (at: string, order: string) => entry(at, 'conflict.ageTestReported', { order });
const bail = (at: string, order = 'A') => entry(at, 'conflict.bailGranted', { order });
const bailMet = (at: string, order = 'A') => entry(at, 'conflict.bailConditionsMet', { order });
const broughtBack = (at: string) => entry(at, 'conflict.broughtBackBeforeBoard', {});
const appealOver = (at: string, heinousAndSixteen = false) => entry(at, 'conflict.appealPeriodOver', { heinousAndSixteen });
const destroyed = (at: string, by: 'board' | 'police' | 'court') => entry(at, 'conflict.recordsDestroyed', { by });

const AT = '2026-11-13 14:20';
const TOLD_BY = '2026-11-13 20:20';

/** Seven years from the end of the period for appeal, for one of the three who hold records. */
const sevenYears = (by: 'board' | 'police' | 'court', other: 'board' | 'police' | 'court') => [
  example('Destroyed in the seventh year', [appealOver('2019-11-13 10:00'), destroyed('2026-06-01 12:00', by)], '2026-12-01 09:00', [
    'met',
    endOf('2026-11-13'),
  ]),
  example(
    'Another holder’s copies were destroyed, these were not',
    [appealOver('2019-11-13 10:00'), destroyed('2026-06-01 12:00', other)],
    '2026-11-14 00:00',
    ['late', endOf('2026-11-13')],
  ),
  example('Heinous and sixteen or older: the records are kept', [appealOver('2019-11-13 10:00', true)], '2026-12-01 09:00', null),
  example('The period for appeal was over before the Act', [appealOver('2016-01-14 23:59')], '2026-12-01 09:00', null),
  example('From a leap day to the end of February', [appealOver('2024-02-29 10:00')], '2031-02-28 23:59', [
    'nearly-late',
    endOf('2031-02-28'),
  ]),
];

export const boardExamples = {
  J01: [
    example('Before the Board the next morning', [apprehended(AT), produced('2026-11-14 11:00')], '2026-11-15 09:00', [
      'met',
      '2026-11-14 14:20',
    ]),
    example('Three hours of road are not counted', [apprehended(AT), journey('2026-11-14 12:00', 180)], '2026-11-14 16:00', [
      'nearly-late',
      '2026-11-14 17:20',
    ]),
    example('A Sunday does not stop the clock', [apprehended('2026-11-14 20:00')], '2026-11-15 20:01', ['late', '2026-11-15 20:00']),
    example(
      'A case of 2019, before the codes of 2024: the hours are the Act’s own',
      [apprehended('2019-05-10 23:30')],
      '2019-05-11 23:31',
      ['late', '2019-05-11 23:30'],
    ),
    example(
      'Apprehended again a month later: a duty of its own',
      [apprehended('2026-10-13 10:00'), produced('2026-10-14 09:00'), apprehended(AT)],
      '2026-11-14 14:21',
      ['met', '2026-10-14 10:00'],
      ['late', '2026-11-14 14:20'],
    ),
    example('Apprehended before the Act', [apprehended('2016-01-14 23:59')], '2016-01-17 09:00', null),
  ],
  J02: [
    example('The parents told within the hour', [apprehended(AT), parentsTold('2026-11-13 15:10')], '2026-11-14 09:00', ['met', TOLD_BY]),
    example('The parents come to the station only the next day', [apprehended(AT), parentsTold('2026-11-14 09:00')], '2026-11-14 12:00', [
      'met-late',
      TOLD_BY,
    ]),
    example('Apprehended ten minutes before midnight', [apprehended('2026-11-13 23:50')], '2026-11-14 05:51', ['late', '2026-11-14 05:50']),
    example('Before the Act', [apprehended('2016-01-14 23:59')], '2016-01-15 09:00', null),
    example('Grown up after all', [apprehended(AT), ended('2026-11-13 18:00', 'not-a-child')], '2026-11-14 09:00', ['cancelled', TOLD_BY]),
  ],
  'J02.2': [
    example('Told the same evening', [apprehended(AT), officerTold('2026-11-13 19:00')], '2026-11-14 09:00', ['met', TOLD_BY]),
    example('Telling the parents is not telling the officer', [apprehended(AT), parentsTold('2026-11-13 15:10')], '2026-11-13 20:21', [
      'late',
      TOLD_BY,
    ]),
    example('Grown up after all', [apprehended(AT), ended('2026-11-13 18:00', 'not-a-child')], '2026-11-14 09:00', ['cancelled', TOLD_BY]),
    example('Apprehended before the Act', [apprehended('2016-01-14 23:59')], '2016-02-15 09:00', null),
  ],
  'J02.3': [
    example('In on the fourteenth day', [apprehended(AT), socialReport('2026-11-27 23:00')], '2026-11-28 09:00', [
      'met',
      endOf('2026-11-27'),
    ]),
    example('Apprehended just after midnight: the day counts from there', [apprehended('2026-11-14 00:10')], '2026-11-28 23:59', [
      'nearly-late',
      endOf('2026-11-28'),
    ]),
    example('Fourteen days over the end of a leap February', [apprehended('2028-02-20 10:00')], '2028-03-06 00:00', [
      'late',
      endOf('2028-03-05'),
    ]),
    example(
      'Apprehended again in the same proceeding: the first counts',
      [apprehended(AT), apprehended('2026-11-25 10:00')],
      '2026-11-28 00:00',
      ['late', endOf('2026-11-27')],
    ),
    example('The proceeding ends before the report', [apprehended(AT), ended('2026-11-20 16:00')], '2026-11-28 09:00', [
      'cancelled',
      endOf('2026-11-27'),
    ]),
    example('Apprehended before the Act', [apprehended('2016-01-14 23:59')], '2016-02-15 09:00', null),
  ],
  J03: [
    example('Final order in the fourth month', [produced('2026-07-13 11:00'), ended('2026-11-10 15:00')], '2026-11-20 09:00', [
      'met',
      endOf('2026-11-13'),
    ]),
    example('From 31 October to the last of February, in a leap year', [produced('2027-10-31 11:00')], '2028-03-01 00:00', [
      'late',
      endOf('2028-02-29'),
    ]),
    example('Two months more, with reasons', [produced('2026-07-13 11:00'), moreByBoard('2026-11-10 15:00')], '2026-12-01 09:00', [
      'running',
      endOf('2027-01-13'),
    ]),
    example(
      'The Board extends twice: at most two months all the same',
      [produced('2026-07-13 11:00'), moreByBoard('2026-11-10 15:00'), moreByBoard('2027-01-10 15:00')],
      '2027-01-14 00:00',
      ['late', endOf('2027-01-13')],
    ),
    example(
      'A heinous offence: the Magistrate gives time up to a day',
      [
        produced('2026-07-13 11:00', 'heinous'),
        moreByBoard('2026-11-10 15:00', 'heinous'),
        moreByMagistrate('2027-01-11 12:00', '2027-03-31', 'inquiry'),
      ],
      '2027-03-31 23:59',
      ['nearly-late', endOf('2027-03-31')],
    ),
    example(
      'A petty offence: the Magistrate can give no more time',
      [
        produced('2026-07-13 11:00', 'petty'),
        moreByBoard('2026-11-10 15:00', 'petty'),
        moreByMagistrate('2027-01-11 12:00', '2027-03-31', 'inquiry', 'petty'),
      ],
      '2027-01-14 00:00',
      ['late', endOf('2027-01-13')],
    ),
    example(
      'A petty offence and no order in time: the proceeding ends',
      [produced('2026-07-13 11:00', 'petty'), ended('2026-11-14 10:00', 'termination')],
      '2026-11-20 09:00',
      ['cancelled', endOf('2026-11-13')],
    ),
    example(
      'The child turns eighteen in the second month: the inquiry goes on',
      [produced('2026-07-13 11:00'), eighteen('2026-09-01 00:00')],
      '2026-11-01 09:00',
      ['nearly-late', endOf('2026-11-13')],
    ),
    example('A case of 2019: the months are the Act’s own, whatever the code', [produced('2019-03-31 11:00')], '2019-08-01 00:00', [
      'late',
      endOf('2019-07-31'),
    ]),
    example(
      'First production was written down a day too late and is corrected',
      [produced('2026-07-14 11:00'), produced('2026-07-13 11:00', 'serious', false, 'conflict.producedBeforeBoard 2026-07-14 11:00')],
      '2026-11-14 00:00',
      ['late', endOf('2026-11-13')],
    ),
    example('Produced the day before the Act', [produced('2016-01-14 11:00')], '2016-06-01 09:00', null),
    example(
      'Time given for the preliminary assessment is none for the inquiry',
      [produced('2026-07-13 11:00', 'heinous', true), moreByMagistrate('2026-10-12 12:00', '2026-12-31', 'preliminary-assessment')],
      '2026-11-14 00:00',
      ['late', endOf('2026-11-13')],
    ),
    example('The case goes to another court', [produced('2026-07-13 11:00'), ended('2026-09-01 12:00', 'transfer')], '2026-11-20 09:00', [
      'cancelled',
      endOf('2026-11-13'),
    ]),
    example('Found to be grown up', [produced('2026-07-13 11:00'), ended('2026-09-01 12:00', 'not-a-child')], '2026-11-20 09:00', [
      'cancelled',
      endOf('2026-11-13'),
    ]),
  ],
  J04: [
    example(
      'Assessed in the third month',
      [produced('2026-07-13 11:00', 'heinous', true), assessed('2026-10-05 16:00')],
      '2026-11-01 09:00',
      ['met', endOf('2026-10-13')],
    ),
    example('Three months from 30 November end with February', [produced('2026-11-30 11:00', 'heinous', true)], '2027-03-01 00:00', [
      'late',
      endOf('2027-02-28'),
    ]),
    example(
      'The three months are directory: the Magistrate extends with reasons',
      [produced('2026-07-13 11:00', 'heinous', true), moreByMagistrate('2026-10-12 12:00', '2026-11-30', 'preliminary-assessment')],
      '2026-11-20 09:00',
      ['nearly-late', endOf('2026-11-30')],
    ),
    example(
      'More time for the inquiry is not more time for the assessment',
      [produced('2026-07-13 11:00', 'heinous', true), moreByMagistrate('2026-10-12 12:00', '2026-11-30', 'inquiry')],
      '2026-10-14 00:00',
      ['late', endOf('2026-10-13')],
    ),
    example('Heinous, but not yet sixteen', [produced('2026-07-13 11:00', 'heinous')], '2026-11-01 09:00', null),
    example(
      'Thought fifteen, found sixteen at the offence: the entry is corrected and the months run from first production',
      [
        produced('2026-07-13 11:00', 'heinous'),
        produced('2026-07-13 11:00', 'heinous', true, 'conflict.producedBeforeBoard 2026-07-13 11:00'),
      ],
      '2026-10-14 00:00',
      ['late', endOf('2026-10-13')],
    ),
    example(
      'Turns eighteen before the assessment: it is still due',
      [produced('2026-07-13 11:00', 'heinous', true), eighteen('2026-08-01 00:00')],
      '2026-10-01 09:00',
      ['nearly-late', endOf('2026-10-13')],
    ),
    example(
      'Found no child before the assessment',
      [produced('2026-07-13 11:00', 'heinous', true), ended('2026-09-01 12:00', 'not-a-child')],
      '2026-11-01 09:00',
      ['cancelled', endOf('2026-10-13')],
    ),
    example('Produced the day before the Act', [produced('2016-01-14 11:00', 'heinous', true)], '2016-06-01 09:00', null),
  ],
  J05: [
    example('Reported on the fifteenth day', [tested(AT, 'A'), testReported('2026-11-28 17:00', 'A')], '2026-11-29 09:00', [
      'met',
      endOf('2026-11-28'),
    ]),
    example('The report on another order does not count', [tested(AT, 'A'), testReported('2026-11-20 17:00', 'B')], '2026-11-29 00:00', [
      'late',
      endOf('2026-11-28'),
    ]),
    example('Ordered on 14 February of a leap year', [tested('2028-02-14 10:00', 'A')], '2028-02-29 23:59', [
      'nearly-late',
      endOf('2028-02-29'),
    ]),
    example('The proceeding ends before the test', [tested(AT, 'A'), ended('2026-11-20 16:00', 'transfer')], '2026-11-29 09:00', [
      'cancelled',
      endOf('2026-11-28'),
    ]),
    example('Ordered before the Act', [tested('2016-01-14 16:00', 'A')], '2016-02-15 09:00', null),
  ],
  J09: [
    example('The surety is found on the third day', [bail(AT), bailMet('2026-11-16 12:00')], '2026-11-21 09:00', [
      'met',
      endOf('2026-11-20'),
    ]),
    example('Still in the home on the eighth day', [bail(AT)], '2026-11-21 00:00', ['late', endOf('2026-11-20')]),
    example('Back before the Board on the fifth day', [bail(AT), broughtBack('2026-11-18 11:00')], '2026-11-21 09:00', [
      'met',
      endOf('2026-11-20'),
    ]),
    example(
      'Brought back, other conditions, and seven days again',
      [bail(AT), broughtBack('2026-11-18 11:00'), bail('2026-11-18 11:30', 'B')],
      '2026-11-24 09:00',
      ['met', endOf('2026-11-20')],
      ['nearly-late', endOf('2026-11-25')],
    ),
    example('Over the end of December', [bail('2026-12-28 16:00')], '2027-01-05 00:00', ['late', endOf('2027-01-04')]),
    example('The conditions of another order are met', [bail(AT), bailMet('2026-11-16 12:00', 'B')], '2026-11-21 00:00', [
      'late',
      endOf('2026-11-20'),
    ]),
    example('The proceeding ends first', [bail(AT), ended('2026-11-18 11:00')], '2026-11-21 09:00', ['cancelled', endOf('2026-11-20')]),
    example('Bail before the Act', [bail('2016-01-14 16:00')], '2016-02-01 09:00', null),
  ],
  J11: sevenYears('board', 'police'),
  'J11.2': sevenYears('police', 'court'),
  'J11.3': sevenYears('court', 'board'),
};
