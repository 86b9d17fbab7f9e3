// Worked examples of the duties of homes and of care: each line is a test, and a row of docs/law.md.
import { endOf, entry, example } from './write.ts';

const admitted = (at: string) => entry(at, 'care.admitted', { home: 'H1' });
const planned = (at: string) => entry(at, 'care.planMade', { version: 1 });

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
    example('Admitted before the rules of 2016', [admitted('2016-09-20 10:00')], '2016-11-01 09:00', null),
  ],
};
