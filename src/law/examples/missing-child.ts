// Worked examples of the duties for a missing child: each line is a test, and a row of docs/law.md.
import { endOf, entry, example, falseReport, fir, reopened, reported, traced } from './write.ts';

const transferred = (at: string) => entry(at, 'missing.transferredToAntiTrafficking', { toOffice: 'the unit of the district' });
const suspected = (at: string) => entry(at, 'missing.traffickingSuspected', {});
const photograph = (at: string) => entry(at, 'missing.photographAdded', {});
const sent = (at: string, withPhotograph = true) => entry(at, 'missing.sentToAgencies', { photograph: withPhotograph });
const generalDiary = (at: string) => entry(at, 'missing.firRegistered', { paper: 'general-diary', trafficking: false });
const zeroFir = (at: string) => entry(at, 'missing.firRegistered', { paper: 'zero-fir', trafficking: false });
const copySent = (at: string) => entry(at, 'missing.copySentToLegalServices', {});
const alerted = (at: string) => entry(at, 'missing.nodalOfficersAlerted', { offices: 4 });

const NIGHT = '2026-11-13 23:50';
const AFTERNOON = '2026-11-13 14:20';

export const missingChildExamples = {
  M01: [
    example('The FIR follows within the half hour', [reported(AFTERNOON), fir('2026-11-13 14:45')], '2026-11-14 09:00', ['met', AFTERNOON]),
    example('A general diary entry is not an FIR', [reported(AFTERNOON), generalDiary('2026-11-13 14:30')], '2026-11-13 15:21', [
      'late',
      AFTERNOON,
    ]),
    example('A zero FIR at any station is an FIR', [reported(AFTERNOON), zeroFir('2026-11-13 14:40')], '2026-11-13 15:00', [
      'met',
      AFTERNOON,
    ]),
    example('The family is told to wait a day', [reported(AFTERNOON), fir('2026-11-14 14:20')], '2026-11-14 15:00', [
      'met-late',
      AFTERNOON,
    ]),
    example('Finding the child does not excuse the FIR', [reported(AFTERNOON), traced('2026-11-13 15:00')], '2026-11-13 16:00', [
      'late',
      AFTERNOON,
    ]),
    example('A report before the 2013 direction', [reported('2013-05-09 23:59')], '2013-05-12 10:00', null),
  ],
  M05: [
    example(
      'Traced before the FIR: there is no child left to assess',
      [reported('2026-11-13 12:00'), traced('2026-11-13 13:00'), fir(AFTERNOON)],
      '2026-11-14 09:00',
      ['cancelled', AFTERNOON],
    ),
    example(
      'Assessed an hour after the FIR',
      [fir(AFTERNOON), entry('2026-11-13 15:20', 'missing.riskAssessed', { level: 'high' })],
      '2026-11-14 09:00',
      ['met', AFTERNOON],
    ),
    example('No assessment by the evening', [fir(AFTERNOON)], '2026-11-13 18:21', ['late', AFTERNOON]),
    example('The child is traced first', [fir(AFTERNOON), traced('2026-11-13 15:00')], '2026-11-14 09:00', ['cancelled', AFTERNOON]),
  ],
  M06: [
    example(
      'Forwarded the same afternoon',
      [fir(AFTERNOON), entry('2026-11-13 15:00', 'missing.forwardedToJuvenilePoliceUnit', {})],
      '2026-11-13 16:00',
      ['met', AFTERNOON],
    ),
    example('Just registered', [fir(AFTERNOON)], '2026-11-13 14:30', ['running', AFTERNOON]),
    example('Still at the station next morning', [fir(AFTERNOON)], '2026-11-14 09:00', ['late', AFTERNOON]),
  ],
  M07: [
    example(
      'The parents gave the photograph with the report, and it was sent on the same evening',
      [reported('2026-11-13 14:00'), photograph('2026-11-13 14:05'), fir(AFTERNOON), sent('2026-11-13 19:00')],
      '2026-11-14 09:00',
      ['met', '2026-11-14 14:20'],
    ),
    example('A photograph that nobody was sent', [photograph('2026-11-13 14:05'), fir(AFTERNOON)], '2026-11-14 14:21', [
      'late',
      '2026-11-14 14:20',
    ]),
    example(
      'There is no photograph: the particulars are sent without',
      [fir(AFTERNOON), sent('2026-11-14 10:00', false)],
      '2026-11-15 09:00',
      ['met', '2026-11-14 14:20'],
    ),
    example('Sent on the third day', [fir(AFTERNOON), photograph('2026-11-16 10:00'), sent('2026-11-16 10:05')], '2026-11-17 09:00', [
      'met-late',
      '2026-11-14 14:20',
    ]),
    example('Six hours to go', [fir(AFTERNOON)], '2026-11-14 08:20', ['nearly-late', '2026-11-14 14:20']),
  ],
  M08: [
    example('Four offices told in the same minute', [reported(AFTERNOON), alerted(AFTERNOON)], '2026-11-13 14:30', ['met', AFTERNOON]),
    example('Nobody told', [reported(AFTERNOON)], '2026-11-13 14:26', ['late', AFTERNOON]),
    example('Told the next day', [reported(AFTERNOON), alerted('2026-11-14 09:00')], '2026-11-14 10:00', ['met-late', AFTERNOON]),
    example('A report before the direction of 14 October 2025', [reported('2025-10-13 23:59')], '2025-10-14 12:00', null),
  ],
  M09: [
    example('Copy sent the next morning', [fir(AFTERNOON), copySent('2026-11-14 10:00')], '2026-11-15 09:00', ['met', '2026-11-14 14:20']),
    example('The child is traced, the copy is still owed', [fir(AFTERNOON), traced('2026-11-13 18:00')], '2026-11-15 09:00', [
      'late',
      '2026-11-14 14:20',
    ]),
    example('There was no missing child', [fir(AFTERNOON), falseReport('2026-11-13 18:00')], '2026-11-15 09:00', [
      'cancelled',
      '2026-11-14 14:20',
    ]),
    example(
      'Traced before the FIR, the copy is owed all the same',
      [reported('2026-11-13 12:00'), traced('2026-11-13 13:00'), fir(AFTERNOON)],
      '2026-11-14 14:21',
      ['late', '2026-11-14 14:20'],
    ),
  ],
  M10: [
    example('Notices on the second day', [fir(AFTERNOON), entry('2026-11-14 11:00', 'missing.hueAndCryIssued', {})], '2026-11-15 09:00', [
      'met',
      endOf('2026-11-20'),
    ]),
    example('Registered ten minutes before midnight: the week still ends with its seventh day', [fir(NIGHT)], '2026-11-20 23:59', [
      'nearly-late',
      endOf('2026-11-20'),
    ]),
    example('A week after the judgment of 14 November 2002, before the rules', [fir('2002-11-20 10:00')], '2002-11-28 00:00', [
      'late',
      endOf('2002-11-27'),
    ]),
    example('The week is over', [fir(AFTERNOON)], '2026-11-21 00:00', ['late', endOf('2026-11-20')]),
  ],
  M11: [
    example('Four months from 13 July end with 13 November', [fir('2026-07-13 14:20')], '2026-11-13 23:00', [
      'nearly-late',
      endOf('2026-11-13'),
    ]),
    example('One day too late', [fir('2026-07-13 14:20')], '2026-11-14 00:00', ['late', endOf('2026-11-13')]),
    example('From 31 October to the last day of February', [fir('2026-10-31 10:00')], '2026-11-24 09:00', ['running', endOf('2027-02-28')]),
    example('The same in a leap year', [fir('2027-10-31 10:00')], '2027-11-24 09:00', ['running', endOf('2028-02-29')]),
    example('Traced in the third month', [fir('2026-07-13 14:20'), traced('2026-09-20 10:00')], '2026-11-24 09:00', [
      'cancelled',
      endOf('2026-11-13'),
    ]),
    example(
      'Traced by mistake and opened again: the four months have run on',
      [fir('2026-07-13 14:20'), traced('2026-09-20 10:00'), reopened('2026-09-22 10:00')],
      '2026-11-24 09:00',
      ['late', endOf('2026-11-13')],
    ),
    example('A second FIR does not restart them', [zeroFir('2026-07-13 14:20'), fir('2026-08-20 10:00')], '2026-11-14 09:00', [
      'late',
      endOf('2026-11-13'),
    ]),
  ],
  M12: [
    example(
      'Suspected on the third day, transferred the same evening',
      [fir(AFTERNOON), suspected('2026-11-16 11:00'), transferred('2026-11-16 19:00')],
      '2026-11-17 09:00',
      ['met', '2026-11-16 11:00'],
    ),
    example(
      'Trafficking sections in the FIR itself',
      [entry(AFTERNOON, 'missing.firRegistered', { paper: 'fir', trafficking: true })],
      '2026-11-14 14:21',
      ['late', AFTERNOON],
    ),
    example('An FIR without suspicion', [fir(AFTERNOON)], '2026-11-14 14:21', null),
    example('Suspicion before the judgment of 22 May 2026', [suspected('2026-05-21 23:59')], '2026-06-01 09:00', null),
  ],
  M15: [
    example('Traced by the police, not yet before the Committee', [fir('2026-11-01 10:00'), traced(AFTERNOON)], '2026-11-14 14:21', [
      'late',
      '2026-11-14 14:20',
    ]),
    example(
      'Two hours on the road are not counted',
      [traced(AFTERNOON), entry('2026-11-13 18:00', 'found.journeyRecorded', { minutes: 120 })],
      '2026-11-14 16:20',
      ['nearly-late', '2026-11-14 16:20'],
    ),
    example(
      'Recognised in a home: the Committee had the child before it already',
      [entry('2026-11-10 11:00', 'found.produced', { sitting: 'committee' }), traced(AFTERNOON, 'by-match')],
      '2026-11-14 09:00',
      ['met', '2026-11-14 14:20'],
    ),
    example(
      'Found by the police themselves and taken before the Committee that evening',
      [traced(AFTERNOON), entry('2026-11-13 18:00', 'found.produced', { sitting: 'single-member' })],
      '2026-11-14 09:00',
      ['met', '2026-11-14 14:20'],
    ),
    example('The child came home alone', [traced(AFTERNOON, 'by-family')], '2026-11-15 09:00', null),
  ],
};
