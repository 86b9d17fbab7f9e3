// Worked examples of the found child's other ways to the Committee: each line is a test, and a row of docs/law.md.
import type { DiaryFact } from '../../kernel/happenings.ts';
import { endOf, entry, example, found, produced } from './write.ts';

const unfit = (at: string) => entry(at, 'inquiry.unfitForProduction', {});
const unfitReport = (at: string, photograph = true) => entry(at, 'inquiry.unfitReported', { photograph });
const fit = (at: string) => entry(at, 'inquiry.medicallyFit', {});
const byMember = (at: string) => entry(at, 'found.produced', { sitting: 'single-member' });
const ratified = (at: string) => entry(at, 'inquiry.placementRatified', {});
const overnight = (at: string, dueOn: string) => entry(at, 'inquiry.keptOvernight', { dueOn });
const takenOver = (at: string) => entry(at, 'inquiry.takenOverByPolice', {});
const notTakenOver = (at: string) => entry(at, 'inquiry.notTakenOver', {});
const beforeBoard = (at: string) => entry(at, 'conflict.producedBeforeBoard', { gravity: 'serious', sixteenAtOffence: false });
const registered = (at: string) => entry(at, 'found.registered', { place: 'cci' });

const AT = '2026-11-13 14:20';
const NIGHT = '2026-11-13 22:40';
const TEN_NEXT_DAY = '2026-11-14 10:00';

/** The night in the home, of a child before the Committee or the Board. */
const nights = (before: (at: string) => DiaryFact) => [
  example('Taken over at nine the next morning', [overnight(NIGHT, TEN_NEXT_DAY), takenOver('2026-11-14 09:00')], '2026-11-14 12:00', [
    'met',
    TEN_NEXT_DAY,
  ]),
  example('The hour is over and nobody came', [overnight(NIGHT, TEN_NEXT_DAY)], '2026-11-14 10:01', ['late', TEN_NEXT_DAY]),
  example(
    'Brought in half an hour after midnight: the hour stated is that morning',
    [overnight('2026-11-14 00:30', TEN_NEXT_DAY)],
    '2026-11-14 09:00',
    ['nearly-late', TEN_NEXT_DAY],
  ),
  example('A form without an hour: the next day to its end', [overnight(NIGHT, '')], '2026-11-14 23:59', [
    'nearly-late',
    endOf('2026-11-14'),
  ]),
  example('Taken straight to the sitting', [overnight(NIGHT, TEN_NEXT_DAY), before('2026-11-14 09:30')], '2026-11-14 12:00', [
    'met',
    TEN_NEXT_DAY,
  ]),
  example(
    'Nobody came: the home has to produce the child itself',
    [overnight(NIGHT, TEN_NEXT_DAY), notTakenOver('2026-11-14 10:00')],
    '2026-11-14 12:00',
    ['cancelled', TEN_NEXT_DAY],
  ),
];
const uncollected = (before: (at: string) => DiaryFact) => [
  example('Produced by the home two hours later', [notTakenOver(TEN_NEXT_DAY), before('2026-11-14 12:00')], '2026-11-14 18:00', [
    'met',
    TEN_NEXT_DAY,
  ]),
  example('Kept over the afternoon', [notTakenOver(TEN_NEXT_DAY)], '2026-11-14 14:01', ['late', TEN_NEXT_DAY]),
  example('Produced the day after', [notTakenOver(TEN_NEXT_DAY), before('2026-11-15 11:00')], '2026-11-15 12:00', [
    'met-late',
    TEN_NEXT_DAY,
  ]),
];

export const foundChildCaseExamples = {
  F05: [
    example(
      'Report and photograph the next morning',
      [found(AT), unfit('2026-11-13 18:00'), unfitReport('2026-11-14 09:00')],
      '2026-11-14 18:00',
      ['met', '2026-11-14 14:20'],
    ),
    example(
      'A report without a photograph',
      [found(AT), unfit('2026-11-13 18:00'), unfitReport('2026-11-14 09:00', false)],
      '2026-11-14 14:21',
      ['late', '2026-11-14 14:20'],
    ),
    example('Seen by a doctor on the second day: counted from the finding', [found(AT), unfit('2026-11-14 11:00')], '2026-11-14 14:21', [
      'late',
      '2026-11-14 14:20',
    ]),
    example(
      'In a home: the duty is the home’s, and the limit the same',
      [found(AT), registered('2026-11-13 15:00'), unfit('2026-11-13 18:00')],
      '2026-11-14 09:00',
      ['nearly-late', '2026-11-14 14:20'],
    ),
    example('Produced after all', [found(AT), unfit('2026-11-13 18:00'), produced('2026-11-14 11:00')], '2026-11-14 18:00', [
      'met',
      '2026-11-14 14:20',
    ]),
    example('A child fit to travel', [found(AT)], '2026-11-14 18:00', null),
  ],
  'F05.2': [
    example('Produced the day after the certificate', [fit('2026-11-30 10:00'), produced('2026-12-01 09:30')], '2026-12-02 09:00', [
      'met',
      '2026-11-30 10:00',
    ]),
    example('Still in the hospital’s hands on the third day', [fit('2026-11-30 10:00')], '2026-12-02 10:00', ['late', '2026-11-30 10:00']),
    example('An earlier production is not this one', [produced('2026-11-14 11:00'), fit('2026-11-30 10:00')], '2026-12-02 10:00', [
      'late',
      '2026-11-30 10:00',
    ]),
  ],
  F06: [
    example(
      'A Friday; ratified on Monday. No order of the State closes its Saturdays: Saturday counts, Sunday does not',
      [byMember(AT), ratified('2026-11-16 12:00')],
      '2026-11-19 09:00',
      ['met', endOf('2026-11-17')],
    ),
    example('Ten minutes before midnight on Friday: still that Friday', [byMember('2026-11-13 23:50')], '2026-11-18 00:00', [
      'late',
      endOf('2026-11-17'),
    ]),
    example('Republic Day is a holiday in every State without any list', [byMember('2026-01-24 11:00')], '2026-01-30 00:00', [
      'late',
      endOf('2026-01-29'),
    ]),
    example('The whole Committee saw the child', [byMember(AT), produced('2026-11-17 12:00')], '2026-11-19 09:00', [
      'met',
      endOf('2026-11-17'),
    ]),
    example(
      'Another single member is not the sitting',
      [byMember(AT), byMember('2026-11-14 10:00'), ratified('2026-11-19 12:00')],
      '2026-11-20 09:00',
      ['met-late', endOf('2026-11-17')],
      ['met-late', endOf('2026-11-18')],
    ),
    example('Produced before the Committee: nothing to ratify', [produced(AT)], '2026-11-19 09:00', null),
  ],
  F07: nights(produced),
  'F07.2': uncollected(produced),
  'F07.3': nights(beforeBoard),
  'F07.4': uncollected(beforeBoard),
};
