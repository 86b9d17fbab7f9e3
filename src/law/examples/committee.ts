// Worked examples of the Committee's inquiry: each line is a test, and a row of docs/law.md.
import type { HappeningFacts } from '../../kernel/happenings.ts';
import { endOf, entry, example, produced } from './write.ts';

type Step = HappeningFacts['inquiry.stepDone']['step'];
const ordered = (at: string, order: string, dueOn = '', corrects: string | null = null) =>
  entry(at, 'inquiry.reportOrdered', { order, dueOn }, corrects);
const submitted = (at: string, order: string) => entry(at, 'inquiry.reportSubmitted', { order });
const finalOrder = (at: string) => entry(at, 'inquiry.finalOrderMade', {});
const withoutParents = (at: string) => entry(at, 'inquiry.takenAsWithoutParents', { because: 'abandoned', age: 'over-two' });
const familyCame = (at: string) => entry(at, 'inquiry.familyCameForward', {});
const restored = (at: string) => entry(at, 'found.restored', { to: 'parents' });
const transferred = (at: string) => entry(at, 'inquiry.transferOrdered', {});
const eighteen = (at: string) => entry(at, 'care.turnedEighteen', {});
const closed = (at: string, outcome: 'in-care' | 'not-a-child') => entry(at, 'found.closed', { outcome });
const died = (at: string) => entry(at, 'care.died', {});
const released = (at: string) => entry(at, 'care.released', {});
const hearing = (at: string) => entry(at, 'inquiry.hearingHeld', {});
const schedule = (at: string) => entry(at, 'inquiry.scheduleFixed', {});
/** `reference`: the line of the sheet; the first of each step is named as the step. */
const planned = (at: string, step: Step, plannedFor: string, reference: string = step) =>
  entry(at, 'inquiry.stepScheduled', { reference, step, plannedFor });
const done = (at: string, step: Step, reference: string = step) => entry(at, 'inquiry.stepDone', { reference, step });
const placed = (at: string, kind: 'children-home' | 'fit-person' = 'children-home') => entry(at, 'found.placed', { with: kind });
const reviewed = (at: string) => entry(at, 'inquiry.placementReviewed', {});

const AT = '2026-11-13 14:20';
const JULY = '2026-07-13 14:20';
const wrong = ordered(AT, 'A');

export const committeeExamples = {
  C01: [
    example('In on the fifteenth day', [ordered(AT, 'A'), submitted('2026-11-28 23:30', 'A')], '2026-11-29 09:00', [
      'met',
      endOf('2026-11-28'),
    ]),
    example('The order itself names an earlier day', [ordered(AT, 'A', '2026-11-20')], '2026-11-21 00:00', ['late', endOf('2026-11-20')]),
    example('A later day in the order gives no more than the Act', [ordered(AT, 'A', '2026-12-20')], '2026-11-29 00:00', [
      'late',
      endOf('2026-11-28'),
    ]),
    example('The report on another order does not count', [ordered(AT, 'A'), submitted('2026-11-20 10:00', 'B')], '2026-11-29 00:00', [
      'late',
      endOf('2026-11-28'),
    ]),
    example(
      'The date of the order was written down wrong and corrected',
      [wrong, ordered('2026-11-03 10:00', 'A', '', wrong.entryId)],
      '2026-11-19 00:00',
      ['late', endOf('2026-11-18')],
    ),
    example('The child went home: no report is needed any more', [ordered(AT, 'A'), restored('2026-11-20 10:00')], '2026-11-29 00:00', [
      'cancelled',
      endOf('2026-11-28'),
    ]),
    example('Ordered before the Act was in force', [ordered('2016-01-14 23:59', 'A')], '2016-02-20 09:00', null),
  ],
  C02: [
    example('Ordered in the fourth month', [produced(JULY), finalOrder('2026-11-10 12:00')], '2026-11-24 09:00', [
      'met',
      endOf('2026-11-13'),
    ]),
    example('From 31 October to the last day of February of a leap year', [produced('2027-10-31 10:00')], '2028-03-01 00:00', [
      'late',
      endOf('2028-02-29'),
    ]),
    example('Sent home in the fifth month: the order came late', [produced(JULY), restored('2026-12-01 12:00')], '2026-12-02 09:00', [
      'met-late',
      endOf('2026-11-13'),
    ]),
    example('A second production does not restart the four months', [produced(JULY), produced('2026-09-01 10:00')], '2026-11-14 00:00', [
      'late',
      endOf('2026-11-13'),
    ]),
    example(
      'Eighteen in the third month: the inquiry still ends with an order',
      [produced(JULY), eighteen('2026-09-20 00:00')],
      '2026-11-14 00:00',
      ['late', endOf('2026-11-13')],
    ),
    example(
      'Nobody is there for the child: the time of s.38 counts instead',
      [produced(JULY), withoutParents('2026-08-20 10:00')],
      '2026-11-14 00:00',
      ['cancelled', endOf('2026-11-13')],
    ),
    example(
      'A family comes forward: the four months have run on',
      [produced(JULY), withoutParents('2026-08-20 10:00'), familyCame('2026-10-01 10:00')],
      '2026-11-14 00:00',
      ['late', endOf('2026-11-13')],
    ),
    example('Sent to the Committee of the child’s own district', [produced(JULY), transferred('2026-08-20 10:00')], '2026-11-14 00:00', [
      'cancelled',
      endOf('2026-11-13'),
    ]),
    example('Kept in care by order, and the record closed', [produced(JULY), closed('2026-10-01 10:00', 'in-care')], '2026-11-24 09:00', [
      'met',
      endOf('2026-11-13'),
    ]),
    example('The child has died', [produced(JULY), died('2026-10-01 10:00')], '2026-11-24 09:00', ['cancelled', endOf('2026-11-13')]),
    example('Grown up when found', [produced(JULY), closed('2026-08-01 10:00', 'not-a-child')], '2026-11-24 09:00', [
      'cancelled',
      endOf('2026-11-13'),
    ]),
    example('Produced the day before the Act was in force', [produced('2016-01-14 10:00')], '2016-06-01 09:00', null),
    example('A case of 2019, under the same Act', [produced('2019-05-02 10:00')], '2019-09-03 09:00', ['late', endOf('2019-09-02')]),
  ],
  C15: [
    example('Fixed at the hearing', [hearing(AT), schedule(AT)], '2026-11-14 09:00', ['met', AT]),
    example('Fixed at the production already', [schedule('2026-11-12 10:00'), hearing(AT)], '2026-11-14 09:00', ['met', AT]),
    example('No sheet a day later', [hearing(AT)], '2026-11-14 14:21', ['late', AT]),
    example('Only the first hearing asks for it', [hearing(AT), hearing('2026-11-20 11:00')], '2026-11-21 09:00', ['late', AT]),
  ],
  'C15.2': [
    example('The review after the order is no step of the inquiry', [planned(AT, 'review', '2027-03-10')], '2027-03-11 00:00', null),
    example(
      'Two steps, each on its day',
      [planned(AT, 'age', '2026-11-20'), planned('2026-11-13 14:25', 'report', '2026-11-28'), done('2026-11-19 10:00', 'age')],
      '2026-11-29 00:00',
      ['met', endOf('2026-11-20')],
      ['late', endOf('2026-11-28')],
    ),
    example(
      'The child is heard on the day fixed',
      [planned(AT, 'statement', '2026-11-20'), done('2026-11-20 16:00', 'statement')],
      '2026-11-24 09:00',
      ['met', endOf('2026-11-20')],
    ),
    example('Another step was done', [planned(AT, 'statement', '2026-11-20'), done('2026-11-18 16:00', 'age')], '2026-11-21 00:00', [
      'late',
      endOf('2026-11-20'),
    ]),
    example(
      'The age was known before it was put on the sheet',
      [done('2026-11-12 10:00', 'age'), planned(AT, 'age', '2026-11-30')],
      '2026-12-01 09:00',
      ['met', endOf('2026-11-30')],
    ),
    example('The day is a leap day', [planned('2028-01-20 10:00', 'care-plan', '2028-02-29')], '2028-02-29 23:59', [
      'nearly-late',
      endOf('2028-02-29'),
    ]),
    example('Home before the step', [planned(AT, 'final-order', '2026-12-20'), restored('2026-12-01 12:00')], '2026-12-21 09:00', [
      'cancelled',
      endOf('2026-12-20'),
    ]),
  ],
  'C15.3': [
    example('A step of the inquiry is no review', [planned(AT, 'age', '2026-11-20')], '2026-11-21 00:00', null),
    example(
      'Reviewed on its day, the child at home',
      [planned(AT, 'review', '2027-03-10'), restored('2026-12-01 12:00'), done('2027-03-10 11:00', 'review')],
      '2027-03-11 09:00',
      ['met', endOf('2027-03-10')],
    ),
    example('Home, and nobody looked again', [planned(AT, 'review', '2027-03-10'), restored('2026-12-01 12:00')], '2027-03-11 00:00', [
      'late',
      endOf('2027-03-10'),
    ]),
    example(
      'The second review is not done by the first',
      [
        planned(AT, 'review', '2027-03-10'),
        done('2027-03-10 11:00', 'review'),
        planned('2027-03-10 11:30', 'review', '2027-09-10', 'second review'),
      ],
      '2027-09-11 00:00',
      ['met', endOf('2027-03-10')],
      ['late', endOf('2027-09-10')],
    ),
    example(
      'The final order is not its review',
      [planned(AT, 'review', '2027-03-10'), done('2027-03-01 11:00', 'final-order')],
      '2027-03-11 00:00',
      ['late', endOf('2027-03-10')],
    ),
  ],
  C16: [
    example(
      'Reviewed each quarter',
      [placed('2026-01-31 10:00'), reviewed('2026-04-30 12:00')],
      '2026-05-01 09:00',
      ['met', endOf('2026-04-30')],
      ['running', endOf('2026-07-30')],
    ),
    example('Placed on 30 November: three months end with February', [placed('2026-11-30 10:00')], '2027-03-01 00:00', [
      'late',
      endOf('2027-02-28'),
    ]),
    example(
      'Moved to a fit person: that place is reviewed from then on',
      [placed(JULY), placed('2026-09-01 10:00', 'fit-person')],
      '2026-11-24 09:00',
      ['cancelled', endOf('2026-10-13')],
      ['nearly-late', endOf('2026-12-01')],
    ),
    example('Released from the home', [placed(JULY), released('2026-09-01 10:00')], '2026-11-24 09:00', ['cancelled', endOf('2026-10-13')]),
    example('Home before the review', [placed(JULY), restored('2026-09-01 10:00')], '2026-11-24 09:00', ['cancelled', endOf('2026-10-13')]),
  ],
};
