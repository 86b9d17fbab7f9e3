// Worked examples of the way to adoption: each line is a test, and a row of docs/law.md.
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { Instant } from '../../kernel/time.ts';
import { endOf, entry, example } from './write.ts';

const received = (at: string, by: 'agency' | 'home' = 'agency', as: 'orphan' | 'abandoned' = 'abandoned') =>
  entry(at, 'adoption.childReceived', { as, by });
const posted = (at: string) => entry(at, 'adoption.particularsPosted', {});
const noticed = (at: string) => entry(at, 'adoption.newspaperNoticed', {});
const certificate = (at: string, corrects: string | null = null) => entry(at, 'inquiry.certificateGiven', {}, corrects);
const uploaded = (at: string, what: 'child-study' | 'medical-examination') => entry(at, 'adoption.reportUploaded', { what });
const matched = (at: string, reference = 'A') => entry(at, 'adoption.matched', { reference });
const unmatched = (at: string, reference = 'A') => entry(at, 'adoption.matchEnded', { reference });
const applied = (at: string, reference = 'A') => entry(at, 'adoption.applied', { reference });
const decided = (at: string, how: 'order' | 'refusal' | 'withdrawal' = 'order', reference = 'A') =>
  entry(at, 'adoption.applicationDecided', { reference, how });
const familyCame = (at: string) => entry(at, 'inquiry.familyCameForward', {});

const AT = '2026-11-13 16:00';
const THREE_DAYS = '2026-11-16 16:00';

/** What ends the way to adoption at any step, the next day. `last`: when it would have been due. */
const endings = (diary: DiaryFact[], last: string | Instant) =>
  (
    [
      ['The family comes forward', familyCame('2026-11-14 11:00')],
      ['Restored to the family', entry('2026-11-14 11:00', 'found.restored', { to: 'parents' })],
      ['The case goes to another Committee', entry('2026-11-14 11:00', 'found.closed', { outcome: 'transferred' })],
      ['Grown up after all', entry('2026-11-14 11:00', 'found.closed', { outcome: 'not-a-child' })],
      ['The child dies', entry('2026-11-14 11:00', 'care.died', {})],
    ] as const
  ).map(([name, end]) => example(name, [...diary, end], '2027-02-01 09:00', ['cancelled', last]));

/** Ten days from the certificate, for one of the two reports. */
const tenDays = (what: 'child-study' | 'medical-examination', other: 'child-study' | 'medical-examination') => [
  example('On the tenth day', [certificate(AT), uploaded('2026-11-23 20:00', what)], '2026-11-24 09:00', ['met', endOf('2026-11-23')]),
  example('Only the other report is there', [certificate(AT), uploaded('2026-11-15 20:00', other)], '2026-11-24 00:00', [
    'late',
    endOf('2026-11-23'),
  ]),
  ...endings([certificate(AT)], endOf('2026-11-23')),
  example('A certificate before the regulations', [certificate('2022-09-22 16:00')], '2022-11-01 09:00', null),
  example('From 20 February of a leap year', [certificate('2028-02-20 16:00')], '2028-03-01 23:59', ['nearly-late', endOf('2028-03-01')]),
  example(
    'The certificate was written down two days late and is corrected',
    [certificate('2026-11-15 16:00'), certificate(AT, 'inquiry.certificateGiven 2026-11-15 16:00')],
    '2026-11-24 00:00',
    ['late', endOf('2026-11-23')],
  ),
];

/** 72 hours from the child's coming, for one of the two steps. */
const threeDays = (done: (at: string) => DiaryFact, other: (at: string) => DiaryFact) => [
  example('Done on the second day', [received(AT), done('2026-11-14 17:00')], '2026-11-17 09:00', ['met', THREE_DAYS]),
  example('The other step is not this one', [received(AT), other('2026-11-14 17:00')], '2026-11-16 16:01', ['late', THREE_DAYS]),
  example('Received on a Friday: the 72 hours end on Monday, before the third working day', [received(AT)], '2026-11-16 16:01', [
    'late',
    THREE_DAYS,
  ]),
  example('A home has the child: an hour is left', [received(AT, 'home', 'orphan')], '2026-11-16 15:00', ['nearly-late', THREE_DAYS]),
  ...endings([received(AT)], THREE_DAYS),
  example('A child of 2019, before these regulations', [received('2019-05-10 10:00')], '2019-06-01 09:00', null),
];

export const adoptionExamples = {
  I09: threeDays(posted, noticed),
  'I09.2': threeDays(noticed, posted),
  I10: tenDays('child-study', 'medical-examination'),
  'I10.2': tenDays('medical-examination', 'child-study'),
  I11: [
    example('Applied on the eighth day', [matched(AT), applied('2026-11-21 12:00')], '2026-11-24 09:00', ['met', endOf('2026-11-23')]),
    example('Not applied', [matched(AT)], '2026-11-24 00:00', ['late', endOf('2026-11-23')]),
    example(
      'The parents withdraw, and others are found',
      [matched(AT), unmatched('2026-11-18 12:00'), matched('2026-11-30 12:00', 'B')],
      '2026-12-05 09:00',
      ['cancelled', endOf('2026-11-23')],
      ['running', endOf('2026-12-10')],
    ),
    example('Matched the day before the regulations', [matched('2022-09-22 16:00')], '2022-11-01 09:00', null),
    example('An application on another match', [matched(AT), applied('2026-11-21 12:00', 'B')], '2026-11-24 00:00', [
      'late',
      endOf('2026-11-23'),
    ]),
    ...endings([matched(AT)], endOf('2026-11-23')),
  ],
  I12: [
    example('Order in the seventh week', [applied(AT), decided('2026-12-30 15:00')], '2027-01-20 09:00', ['met', endOf('2027-01-13')]),
    example('Two months from 31 December end with February', [applied('2026-12-31 16:00')], '2027-03-01 00:00', [
      'late',
      endOf('2027-02-28'),
    ]),
    example('The same in a leap year', [applied('2027-12-31 16:00')], '2028-02-29 23:59', ['nearly-late', endOf('2028-02-29')]),
    example('A refusal is also a decision', [applied(AT), decided('2026-12-30 15:00', 'refusal')], '2027-01-20 09:00', [
      'met',
      endOf('2027-01-13'),
    ]),
    example('Withdrawn by the parents', [applied(AT), decided('2026-12-30 15:00', 'withdrawal')], '2027-01-20 09:00', [
      'cancelled',
      endOf('2027-01-13'),
    ]),
    example('The order on another application', [applied(AT), decided('2026-12-30 15:00', 'order', 'B')], '2027-01-14 00:00', [
      'late',
      endOf('2027-01-13'),
    ]),
    example('Applied to the court, the day before the amendment', [applied('2022-08-31 16:00')], '2022-12-01 09:00', null),
    example('Applied on the day of the amendment', [applied('2022-09-01 00:00')], '2022-11-02 00:00', ['late', endOf('2022-11-01')]),
    example('The match ends before the order', [applied(AT), unmatched('2026-12-10 12:00')], '2027-01-20 09:00', [
      'cancelled',
      endOf('2027-01-13'),
    ]),
    ...endings([applied(AT)], endOf('2027-01-13')),
  ],
};
