// Worked examples of a child gone from a home: each line is a test, and a row of docs/law.md.
import { entry, example } from './write.ts';

const gone = (at: string) => entry(at, 'care.missingFromHome', {});
const told = (at: string, to: 'police' | 'committee' | 'parents' | 'portal') => entry(at, 'care.absenceReported', { to });
const back = (at: string) => entry(at, 'care.backInHome', {});
const goneInConflict = (at: string) => entry(at, 'conflict.missingFromHome', {});
const toldInConflict = (at: string, to: 'police' | 'board' | 'parents') => entry(at, 'conflict.absenceReported', { to });

const NIGHT = '2026-11-13 23:10';
const NEXT_NIGHT = '2026-11-14 23:10';

export const absenceExamples = {
  I06: [
    example('The police told in the same hour', [gone(NIGHT), told('2026-11-13 23:50', 'police')], '2026-11-14 09:00', [
      'met',
      '2026-11-14 01:10',
    ]),
    example('Waiting for the morning', [gone(NIGHT), told('2026-11-14 08:00', 'police')], '2026-11-14 09:00', [
      'met-late',
      '2026-11-14 01:10',
    ]),
    example(
      'Back by itself after four hours: the police were owed word all the same',
      [gone(NIGHT), back('2026-11-14 03:10')],
      '2026-11-14 09:00',
      ['late', '2026-11-14 01:10'],
    ),
    example(
      'Gone a second time: what was told the first time does not count',
      [gone(NIGHT), told('2026-11-13 23:50', 'police'), back('2026-11-14 10:00'), gone('2026-11-20 21:00')],
      '2026-11-21 09:00',
      ['met', '2026-11-14 01:10'],
      ['late', '2026-11-20 23:00'],
    ),
    example('Telling the parents is not telling the police', [gone(NIGHT), told('2026-11-13 23:50', 'parents')], '2026-11-14 01:11', [
      'late',
      '2026-11-14 01:10',
    ]),
    example('A child gone before the rules of 2016', [gone('2016-09-20 23:10')], '2016-09-22 09:00', null),
  ],
  'I06.2': [
    example('The Committee told the next morning', [gone(NIGHT), told('2026-11-14 10:00', 'committee')], '2026-11-15 09:00', [
      'met',
      NEXT_NIGHT,
    ]),
    example('Telling the police is not telling the Committee', [gone(NIGHT), told('2026-11-13 23:50', 'police')], '2026-11-14 23:11', [
      'late',
      NEXT_NIGHT,
    ]),
    example('Exactly at the limit is in time', [gone(NIGHT), told(NEXT_NIGHT, 'committee')], '2026-11-15 09:00', ['met', NEXT_NIGHT]),
    example('A child gone before the rules of 2016', [gone('2016-09-20 23:10')], '2016-09-22 09:00', null),
  ],
  'I06.3': [
    example('The parents telephoned that night', [gone(NIGHT), told('2026-11-14 00:30', 'parents')], '2026-11-14 09:00', [
      'met',
      '2026-11-14 05:10',
    ]),
    example('The parents hear of it from the police', [gone(NIGHT), told('2026-11-13 23:50', 'police')], '2026-11-14 05:11', [
      'late',
      '2026-11-14 05:10',
    ]),
    example('A child gone before the rules of 2016', [gone('2016-09-20 23:10')], '2016-09-22 09:00', null),
  ],
  'I06.4': [
    example('On the portal within the day', [gone(NIGHT), told('2026-11-14 09:00', 'portal')], '2026-11-15 09:00', ['met', NEXT_NIGHT]),
    example('Back before anybody entered it', [gone(NIGHT), back('2026-11-14 03:10')], '2026-11-15 09:00', ['cancelled', NEXT_NIGHT]),
    example('Nobody enters it', [gone(NIGHT)], '2026-11-14 23:11', ['late', NEXT_NIGHT]),
    example('Telling the police is not entering it', [gone(NIGHT), told('2026-11-13 23:50', 'police')], '2026-11-14 23:11', [
      'late',
      NEXT_NIGHT,
    ]),
    example('A child gone before the rules of 2016', [gone('2016-09-20 23:10')], '2016-09-22 09:00', null),
  ],
  'I06.5': [
    example('The police told in the same hour', [goneInConflict(NIGHT), toldInConflict('2026-11-13 23:50', 'police')], '2026-11-14 09:00', [
      'met',
      '2026-11-14 01:10',
    ]),
    example('Nobody told', [goneInConflict(NIGHT)], '2026-11-14 01:11', ['late', '2026-11-14 01:10']),
    example(
      'Telling the Board is not telling the police',
      [goneInConflict(NIGHT), toldInConflict('2026-11-13 23:50', 'board')],
      '2026-11-14 01:11',
      ['late', '2026-11-14 01:10'],
    ),
    example('A child gone before the rules of 2016', [goneInConflict('2016-09-20 23:10')], '2016-09-22 09:00', null),
  ],
  'I06.6': [
    example('The Board told the next morning', [goneInConflict(NIGHT), toldInConflict('2026-11-14 10:30', 'board')], '2026-11-15 09:00', [
      'met',
      NEXT_NIGHT,
    ]),
    example(
      'The Board learns of it on the second day',
      [goneInConflict(NIGHT), toldInConflict('2026-11-15 10:30', 'board')],
      '2026-11-16 09:00',
      ['met-late', NEXT_NIGHT],
    ),
    example('A child gone before the rules of 2016', [goneInConflict('2016-09-20 23:10')], '2016-09-22 09:00', null),
    example(
      'Telling the police is not telling the Board',
      [goneInConflict(NIGHT), toldInConflict('2026-11-13 23:50', 'police')],
      '2026-11-14 23:11',
      ['late', NEXT_NIGHT],
    ),
  ],
  'I06.7': [
    example(
      'The parents telephoned that night',
      [goneInConflict(NIGHT), toldInConflict('2026-11-14 00:30', 'parents')],
      '2026-11-14 09:00',
      ['met', '2026-11-14 05:10'],
    ),
    example('The parents are not told', [goneInConflict(NIGHT)], '2026-11-14 05:11', ['late', '2026-11-14 05:10']),
    example('The last hours', [goneInConflict(NIGHT)], '2026-11-14 04:00', ['nearly-late', '2026-11-14 05:10']),
    example(
      'Telling the Board is not telling the parents',
      [goneInConflict(NIGHT), toldInConflict('2026-11-13 23:50', 'board')],
      '2026-11-14 05:11',
      ['late', '2026-11-14 05:10'],
    ),
    example('A child gone before the rules of 2016', [goneInConflict('2016-09-20 23:10')], '2016-09-22 09:00', null),
  ],
};
