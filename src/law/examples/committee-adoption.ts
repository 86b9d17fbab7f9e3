// Worked examples of a child without parents before the Committee: each line is a test, and a row of docs/law.md.
import { endOf, entry, example, produced } from './write.ts';

type Age = 'two-or-under' | 'over-two';
const alone = (at: string, age: Age, corrects: string | null = null) =>
  entry(at, 'inquiry.takenAsWithoutParents', { because: 'abandoned', age }, corrects);
const declared = (at: string) => entry(at, 'inquiry.declaredLegallyFree', {});
const certified = (at: string) => entry(at, 'inquiry.certificateGiven', {});
const familyCame = (at: string) => entry(at, 'inquiry.familyCameForward', {});
const restored = (at: string) => entry(at, 'found.restored', { to: 'parents' });

const JULY = '2026-07-13 14:20';
const young = alone('2026-07-20 10:00', 'two-or-under');

export const committeeAdoptionExamples = {
  C05: [
    example('A newborn child: two months', [produced(JULY), young], '2026-09-14 00:00', ['late', endOf('2026-09-13')]),
    example('A child of five: four months', [produced(JULY), alone('2026-07-20 10:00', 'over-two')], '2026-09-14 00:00', [
      'running',
      endOf('2026-11-13'),
    ]),
    example(
      'Seen in the third month that nobody is there: still counted from the production',
      [produced(JULY), alone('2026-10-01 10:00', 'over-two')],
      '2026-11-14 00:00',
      ['late', endOf('2026-11-13')],
    ),
    example(
      'The age was judged wrong and corrected',
      [produced(JULY), young, alone('2026-07-20 10:00', 'over-two', young.entryId)],
      '2026-09-14 00:00',
      ['running', endOf('2026-11-13')],
    ),
    example(
      'Produced on 31 December: two months end with February',
      [produced('2026-12-31 10:00'), alone('2027-01-05 10:00', 'two-or-under')],
      '2027-02-28 12:00',
      ['nearly-late', endOf('2027-02-28')],
    ),
    example('The mother comes forward', [produced(JULY), young, familyCame('2026-08-10 10:00')], '2026-09-14 00:00', [
      'cancelled',
      endOf('2026-09-13'),
    ]),
    example(
      'It was not the mother',
      [produced(JULY), young, familyCame('2026-08-10 10:00'), alone('2026-08-20 10:00', 'two-or-under')],
      '2026-09-14 00:00',
      ['late', endOf('2026-09-13')],
    ),
    example('Declared on the last day', [produced(JULY), young, declared('2026-09-13 23:30')], '2026-09-20 09:00', [
      'met',
      endOf('2026-09-13'),
    ]),
    example('A child with parents', [produced(JULY)], '2026-09-14 00:00', null),
  ],
  C06: [
    example('Two months and three days', [produced(JULY), young, declared('2026-09-10 11:00')], '2026-09-17 00:00', [
      'late',
      endOf('2026-09-16'),
    ]),
    example(
      'Four months and three days, over the end of February',
      [produced('2026-10-31 10:00'), alone('2026-11-05 10:00', 'over-two')],
      '2027-03-03 12:00',
      ['nearly-late', endOf('2027-03-03')],
    ),
    example('The same in a leap year', [produced('2027-10-31 10:00'), alone('2027-11-05 10:00', 'over-two')], '2028-03-03 12:00', [
      'nearly-late',
      endOf('2028-03-03'),
    ]),
    example('Certificate with the declaration', [produced(JULY), young, certified('2026-09-10 11:00')], '2026-09-20 09:00', [
      'met',
      endOf('2026-09-16'),
    ]),
    example('Home again', [produced(JULY), young, restored('2026-08-10 10:00')], '2026-09-20 09:00', ['cancelled', endOf('2026-09-16')]),
    example(
      'Produced the day before the Regulations were gazetted: counted for none before them',
      [produced('2022-09-22 10:00'), alone('2022-09-25 10:00', 'two-or-under')],
      '2022-12-01 09:00',
      null,
    ),
  ],
};
