// Worked examples of the duties for a found child: each line is a test, and a row of docs/law.md.
import { entry, example, found, journey, produced } from './write.ts';

const toldChildline = (at: string) => entry(at, 'found.informationGiven', { to: 'childline' });
const toldHome = (at: string) => entry(at, 'found.informationGiven', { to: 'cci' });
const registered = (at: string) => entry(at, 'found.registered', { place: 'cci' });
const report = (at: string) => entry(at, 'found.productionReportFiled', {});
const unfitReport = (at: string) => entry(at, 'inquiry.unfitReported', { photograph: true });
const notAChild = (at: string) => entry(at, 'found.closed', { outcome: 'not-a-child' });

const FOUND = '2026-11-13 14:20';

export const foundChildExamples = {
  F01: [
    example('1098 told within the hour', [found(FOUND), toldChildline('2026-11-13 15:00')], '2026-11-14 09:00', [
      'met',
      '2026-11-14 14:20',
    ]),
    example('Handing the child to a registered home is enough', [found(FOUND), registered('2026-11-14 10:00')], '2026-11-15 09:00', [
      'met',
      '2026-11-14 14:20',
    ]),
    example('A night train of six hours is not counted', [found(FOUND), journey('2026-11-14 02:00', 360)], '2026-11-14 20:00', [
      'nearly-late',
      '2026-11-14 20:20',
    ]),
    example('Nobody told', [found(FOUND)], '2026-11-14 14:21', ['late', '2026-11-14 14:20']),
  ],
  F02: [
    example('Uploaded the same day', [found(FOUND), toldHome('2026-11-13 16:00'), registered('2026-11-13 18:00')], '2026-11-14 09:00', [
      'met',
      '2026-11-14 16:00',
    ]),
    example('Not uploaded', [found(FOUND), toldHome('2026-11-13 16:00')], '2026-11-14 16:01', ['late', '2026-11-14 16:00']),
    example(
      'Telling Childline puts the duty to upload on nobody yet',
      [found(FOUND), toldChildline('2026-11-13 16:00')],
      '2026-11-14 16:01',
      null,
    ),
    example('Before the amendment of 1 September 2022', [toldHome('2022-08-31 16:00')], '2022-09-02 10:00', null),
  ],
  F03: [
    example('Before the Committee the next morning', [found(FOUND), produced('2026-11-14 11:00')], '2026-11-15 09:00', [
      'met',
      '2026-11-14 14:20',
    ]),
    example('Two hours of journey move the limit by two hours', [found(FOUND), journey('2026-11-13 20:00', 120)], '2026-11-14 14:21', [
      'nearly-late',
      '2026-11-14 16:20',
    ]),
    example('Exactly at the limit is in time', [found(FOUND), produced('2026-11-14 14:20')], '2026-11-15 09:00', [
      'met',
      '2026-11-14 14:20',
    ]),
    example(
      'A journey after production excuses nothing',
      [found(FOUND), produced('2026-11-14 15:00'), journey('2026-11-16 08:00', 600)],
      '2026-11-17 09:00',
      ['met-late', '2026-11-14 14:20'],
    ),
    example('Grown up after all', [found(FOUND), notAChild('2026-11-13 19:00')], '2026-11-15 09:00', ['cancelled', '2026-11-14 14:20']),
    example(
      'Under two and too ill to travel: report and photograph went instead',
      [found(FOUND), unfitReport('2026-11-14 09:00')],
      '2026-11-15 09:00',
      ['cancelled', '2026-11-14 14:20'],
    ),
    example('Found ten minutes before midnight', [found('2026-11-13 23:50')], '2026-11-14 23:50', ['nearly-late', '2026-11-14 23:50']),
  ],
  F04: [
    example('Form 17 was ready at production', [produced(FOUND), report(FOUND)], '2026-11-13 15:00', ['met', FOUND]),
    example('Form 17 written on the way there', [report('2026-11-13 13:00'), produced(FOUND)], '2026-11-13 15:00', ['met', FOUND]),
    example('No Form 17', [produced(FOUND)], '2026-11-13 15:21', ['late', FOUND]),
  ],
};
