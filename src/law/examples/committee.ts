// Worked examples of the Committee's duties: each line is a test, and a row of docs/law.md.
import { endOf, entry, example } from './write.ts';

const ordered = (at: string, order: string, dueOn = '') => entry(at, 'inquiry.reportOrdered', { order, dueOn });
const submitted = (at: string, order: string) => entry(at, 'inquiry.reportSubmitted', { order });

const AT = '2026-11-13 14:20';

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
    example('Ordered before the Act was in force', [ordered('2016-01-14 23:59', 'A')], '2016-02-20 09:00', null),
  ],
};
