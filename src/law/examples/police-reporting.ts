// Worked examples of what the police owe to informants and legal services: each line is a test, and a row of docs/law.md.
import { endOf, entry, example, falseReport, fir, reopened, reported, traced } from './write.ts';

const online = (at: string) => entry(at, 'missing.reported', { source: 'citizen-door' });
const signed = (at: string) => entry(at, 'missing.informantSigned', {});
const transferred = (at: string) => entry(at, 'missing.transferredToAntiTrafficking', { toOffice: 'unit' });
const toLegalServices = (at: string) => entry(at, 'missing.progressReported', { to: 'legal-services' });
const toFamily = (at: string) => entry(at, 'missing.progressReported', { to: 'informant' });
const closed = (at: string) => entry(at, 'missing.closed', { outcome: 'restored' });

const eighteen = (at: string) => entry(at, 'care.turnedEighteen', {});

const AT = '2026-11-13 14:20';
const JULY = '2026-07-13 14:20';

export const policeReportingExamples = {
  M03: [
    example('Signed at the station on the third day', [online(AT), signed('2026-11-16 18:00')], '2026-11-17 09:00', [
      'met',
      endOf('2026-11-16'),
    ]),
    example('Reported ten minutes before midnight: three days end with the 16th', [online('2026-11-13 23:50')], '2026-11-17 00:00', [
      'late',
      endOf('2026-11-16'),
    ]),
    example('Reported at midnight: three days end with the 17th', [online('2026-11-14 00:00')], '2026-11-17 00:00', [
      'nearly-late',
      endOf('2026-11-17'),
    ]),
    example('The FIR is registered at once and the signature is still asked for', [online(AT), fir(AT)], '2026-11-14 09:00', [
      'running',
      endOf('2026-11-16'),
    ]),
    example('Told in person: nothing electronic to sign', [reported(AT)], '2026-11-17 09:00', null),
    example('On the last day of the old code', [online('2024-06-30 23:59')], '2024-07-10 09:00', null),
  ],
  M13: [
    example('Transferred at the end of November: three months end with February', [transferred('2026-11-30 10:00')], '2027-03-01 00:00', [
      'late',
      endOf('2027-02-28'),
    ]),
    example('The same in a leap year', [transferred('2027-11-30 10:00')], '2028-02-29 12:00', ['nearly-late', endOf('2028-02-29')]),
    example('The case came home before the first report was due', [transferred(JULY), closed('2026-09-20 10:00')], '2026-11-24 09:00', [
      'cancelled',
      endOf('2026-10-13'),
    ]),
    example(
      'Traced, and the case not closed: the unit still reports',
      [transferred(JULY), traced('2026-09-20 10:00')],
      '2026-10-14 00:00',
      ['late', endOf('2026-10-13')],
    ),
    example(
      'Closed by mistake and opened again',
      [transferred(JULY), closed('2026-09-20 10:00'), reopened('2026-09-22 10:00')],
      '2026-10-10 09:00',
      ['nearly-late', endOf('2026-10-13')],
    ),
    example(
      'Telling the family is not reporting to legal services',
      [transferred(JULY), toFamily('2026-10-01 10:00')],
      '2026-10-14 00:00',
      ['late', endOf('2026-10-13')],
    ),
    example(
      'The child turns eighteen: the case stays open, and so does the duty (M20)',
      [transferred(JULY), eighteen('2026-08-01 00:00')],
      '2026-10-14 00:00',
      ['late', endOf('2026-10-13')],
    ),
    example(
      'Each report starts the next three months',
      [transferred('2026-01-31 10:00'), toLegalServices('2026-04-20 10:00'), toLegalServices('2026-08-05 10:00')],
      '2026-11-06 00:00',
      ['met', endOf('2026-04-30')],
      ['met-late', endOf('2026-07-20')],
      ['late', endOf('2026-11-05')],
    ),
    example('Transferred the day before the judgment of 2013', [transferred('2013-05-09 10:00')], '2013-09-01 09:00', null),
    example('A report made long after: from it the next three months run', [toLegalServices('2026-10-20 11:00')], '2026-11-24 09:00', [
      'running',
      endOf('2027-01-20'),
    ]),
  ],
  M16: [
    example('Told on the ninetieth day', [reported(JULY), toFamily('2026-10-11 20:00')], '2026-10-12 09:00', ['met', endOf('2026-10-11')]),
    example('Ninety days over a leap day', [reported('2028-01-31 10:00')], '2028-05-01 00:00', ['late', endOf('2028-04-30')]),
    example(
      'Telling the legal services authority is not telling the family',
      [reported(JULY), toLegalServices('2026-10-01 10:00')],
      '2026-10-12 00:00',
      ['late', endOf('2026-10-11')],
    ),
    example('A false report', [reported(JULY), falseReport('2026-07-20 10:00')], '2026-10-12 00:00', ['cancelled', endOf('2026-10-11')]),
    example(
      'Reported again: the ninety days run from the first report',
      [reported(JULY), reported('2026-08-20 10:00')],
      '2026-10-12 00:00',
      ['late', endOf('2026-10-11')],
    ),
    example('The child is home: the family is still told', [reported(JULY), traced('2026-08-20 10:00')], '2026-10-12 00:00', [
      'late',
      endOf('2026-10-11'),
    ]),
    example('A case of 2019, under the code before', [reported('2019-05-02 10:00')], '2019-08-01 09:00', null),
  ],
};
