// Worked examples of the duties after a sexual offence: each line is a test, and a row of docs/law.md.
import type { HappeningFacts } from '../../kernel/happenings.ts';
import { endOf, entry, example, found, journey, produced } from './write.ts';

type Setting = HappeningFacts['inquiry.sexualOffenceRecorded']['setting'];
const recorded = (at: string, setting: Setting = 'elsewhere') => entry(at, 'inquiry.sexualOffenceRecorded', { setting });
const reported = (at: string, to: 'committee' | 'special-court') => entry(at, 'inquiry.sexualOffenceReported', { to });
const forSafety = (at: string) => entry(at, 'inquiry.producedForSafety', {});
const decided = (at: string) => entry(at, 'inquiry.householdDecided', { leaves: true });
const named = (at: string) => entry(at, 'inquiry.supportPersonNamed', {});
const support = (at: string) => entry(at, 'inquiry.supportPersonReported', {});
const released = (at: string) => entry(at, 'inquiry.supportPersonReleased', {});
const restored = (at: string) => entry(at, 'found.restored', { to: 'parents' });
const grownUp = (at: string) => entry(at, 'found.closed', { outcome: 'not-a-child' });

const AT = '2026-11-13 14:20';
const NEXT_DAY = '2026-11-14 14:20';

const reports = (to: 'committee' | 'special-court', other: 'committee' | 'special-court') => [
  example('Reported the next morning', [recorded(AT), reported('2026-11-14 10:00', to)], '2026-11-15 09:00', ['met', NEXT_DAY]),
  example('Only the other of the two was told', [recorded(AT), reported('2026-11-14 10:00', other)], '2026-11-14 14:21', [
    'late',
    NEXT_DAY,
  ]),
  example('A journey excuses nothing here', [recorded(AT), journey('2026-11-14 08:00', 300)], '2026-11-14 14:21', ['late', NEXT_DAY]),
  example('The child went home: the report is still owed', [recorded(AT), restored('2026-11-13 20:00')], '2026-11-14 14:21', [
    'late',
    NEXT_DAY,
  ]),
  example('Grown up after all', [recorded(AT), grownUp('2026-11-13 20:00')], '2026-11-15 09:00', ['cancelled', NEXT_DAY]),
  example(
    'A second offence, recorded later, has its own day',
    [recorded(AT), reported('2026-11-14 10:00', to), recorded('2026-11-20 10:00', 'no-home-or-support')],
    '2026-11-21 10:01',
    ['met', NEXT_DAY],
    ['late', '2026-11-21 10:00'],
  ),
  example('A case of 2019, under the same Act', [recorded('2019-05-02 23:50'), reported('2019-05-04 10:00', to)], '2019-06-01 09:00', [
    'met-late',
    '2019-05-03 23:50',
  ]),
];

export const sexualOffenceExamples = {
  F08: reports('committee', 'special-court'),
  'F08.2': reports('special-court', 'committee'),
  F09: [
    example('The offender lives in the household', [recorded(AT, 'shared-household'), forSafety('2026-11-14 11:00')], '2026-11-15 09:00', [
      'met',
      NEXT_DAY,
    ]),
    example('In a home, with no parents to stand by', [recorded(AT, 'institution-without-parents')], '2026-11-14 14:21', [
      'late',
      NEXT_DAY,
    ]),
    example(
      'An earlier production, for another reason, is not this one',
      [found('2026-11-01 09:00'), produced('2026-11-01 12:00'), recorded(AT, 'no-home-or-support')],
      '2026-11-14 14:21',
      ['late', NEXT_DAY],
    ),
    example('A stranger, and the child safe at home', [recorded(AT)], '2026-11-15 09:00', null),
  ],
  F10: [
    example('Decided on the third day', [forSafety(AT), decided('2026-11-16 22:00')], '2026-11-18 09:00', ['met', endOf('2026-11-16')]),
    example('Produced ten minutes before midnight: three days from that day', [forSafety('2026-11-13 23:50')], '2026-11-17 00:00', [
      'late',
      endOf('2026-11-16'),
    ]),
    example('A Sunday does not stop the clock', [forSafety('2026-11-14 11:00')], '2026-11-17 12:00', ['nearly-late', endOf('2026-11-17')]),
    example('The day before the rules of 2020', [forSafety('2020-03-08 11:00')], '2020-03-20 09:00', null),
  ],
  'F10.2': [
    example('Named at the production', [forSafety(AT), named(AT)], '2026-11-14 09:00', ['met', endOf('2026-11-16')]),
    example('Named the day before, with the first report', [named('2026-11-12 10:00'), forSafety(AT)], '2026-11-14 09:00', [
      'met',
      endOf('2026-11-16'),
    ]),
    example('Nobody named', [forSafety(AT)], '2026-11-17 00:00', ['late', endOf('2026-11-16')]),
  ],
  'F10.3': [
    example(
      'Each report starts the next month',
      [named(AT), support('2026-12-10 12:00')],
      '2026-12-14 09:00',
      ['met', endOf('2026-12-13')],
      ['running', endOf('2027-01-10')],
    ),
    example('Named on 31 January: the month ends with February', [named('2027-01-31 10:00')], '2027-03-01 00:00', [
      'late',
      endOf('2027-02-28'),
    ]),
    example('The same in a leap year', [named('2028-01-31 10:00')], '2028-02-29 23:00', ['nearly-late', endOf('2028-02-29')]),
    example('The child is back with the parents: the support goes on', [named(AT), restored('2026-11-20 10:00')], '2026-12-14 00:00', [
      'late',
      endOf('2026-12-13'),
    ]),
    example('The trial is over', [support(AT), released('2026-11-30 10:00')], '2026-12-14 00:00', ['cancelled', endOf('2026-12-13')]),
  ],
};
