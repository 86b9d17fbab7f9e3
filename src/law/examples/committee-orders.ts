// Worked examples of what the Committee's orders put on others: each line is a test, and a row of docs/law.md.
import { endOf, entry, example, produced } from './write.ts';

type Visit = 'first' | 'two-months' | 'six-months';
const escort = (at: string, order: string) => entry(at, 'inquiry.escortOrdered', { order, of: 'police' });
const arranged = (at: string, order: string) => entry(at, 'inquiry.escortArranged', { order });
const elsewhere = (at: string) => entry(at, 'inquiry.residenceElsewhere', { in: 'state' });
const transfer = (at: string) => entry(at, 'inquiry.transferOrdered', {});
const records = (at: string) => entry(at, 'inquiry.recordsSent', {});
const restored = (at: string) => entry(at, 'found.restored', { to: 'parents' });
const closedTransferred = (at: string) => entry(at, 'found.closed', { outcome: 'transferred' });
const closedRestored = (at: string) => entry(at, 'found.closed', { outcome: 'restored' });
const visited = (at: string, visit: Visit) => entry(at, 'inquiry.followedUp', { visit });
const eighteen = (at: string) => entry(at, 'care.turnedEighteen', {});

const AT = '2026-11-13 14:20';
const JULY = '2026-07-13 14:20';

export const committeeOrderExamples = {
  C17: [
    example('Arranged on the fifteenth day', [escort(AT, 'A'), arranged('2026-11-28 20:00', 'A')], '2026-11-29 09:00', [
      'met',
      endOf('2026-11-28'),
    ]),
    example(
      'Two orders, two escorts',
      [escort(AT, 'A'), arranged('2026-11-20 10:00', 'A'), escort('2026-11-25 10:00', 'B')],
      '2026-12-11 00:00',
      ['met', endOf('2026-11-28')],
      ['late', endOf('2026-12-10')],
    ),
    example('The escort of another order', [escort(AT, 'A'), arranged('2026-11-20 10:00', 'B')], '2026-11-29 00:00', [
      'late',
      endOf('2026-11-28'),
    ]),
    example('The parents came for the child', [escort(AT, 'A'), restored('2026-11-20 10:00')], '2026-11-29 00:00', [
      'cancelled',
      endOf('2026-11-28'),
    ]),
    example('Ordered ten minutes before midnight', [escort('2026-11-13 23:50', 'A')], '2026-11-28 23:59', [
      'nearly-late',
      endOf('2026-11-28'),
    ]),
  ],
  C18: [
    example('Transferred in the second week', [elsewhere(AT), transfer('2026-11-25 12:00')], '2026-12-20 09:00', [
      'met',
      endOf('2026-12-13'),
    ]),
    example('The record was closed as transferred', [elsewhere(AT), closedTransferred('2026-12-20 12:00')], '2026-12-21 09:00', [
      'met-late',
      endOf('2026-12-13'),
    ]),
    example('Nothing ordered', [elsewhere(AT)], '2026-12-14 00:00', ['late', endOf('2026-12-13')]),
    example('The family came from the other State', [elsewhere(AT), restored('2026-11-25 12:00')], '2026-12-14 00:00', [
      'cancelled',
      endOf('2026-12-13'),
    ]),
  ],
  'C18.2': [
    example('The file goes with the child', [transfer(AT), records(AT)], '2026-11-14 09:00', ['met', endOf('2026-11-20')]),
    example('The child arrived without a file', [transfer(AT), closedTransferred('2026-11-15 10:00')], '2026-11-21 00:00', [
      'late',
      endOf('2026-11-20'),
    ]),
    example('Sent after a fortnight', [transfer(AT), records('2026-11-27 10:00')], '2026-11-28 09:00', ['met-late', endOf('2026-11-20')]),
  ],
  C20: [
    example('A later visit is not the first', [restored(AT), visited('2026-11-27 10:00', 'two-months')], '2026-11-29 00:00', [
      'late',
      endOf('2026-11-28'),
    ]),
    example('Seen in the first week', [restored(AT), visited('2026-11-19 16:00', 'first')], '2026-11-30 09:00', [
      'met',
      endOf('2026-11-28'),
    ]),
    example('Closing the record does not excuse the visit', [restored(AT), closedRestored('2026-11-14 10:00')], '2026-11-29 00:00', [
      'late',
      endOf('2026-11-28'),
    ]),
    example(
      'Before the Committee again, and home again: a follow-up of its own',
      [restored(JULY), produced('2026-07-20 10:00'), restored(AT)],
      '2026-11-20 09:00',
      ['cancelled', endOf('2026-07-28')],
      ['running', endOf('2026-11-28')],
    ),
  ],
  'C20.2': [
    example('Home on 31 December: two months end with February', [restored('2026-12-31 18:00')], '2027-03-01 00:00', [
      'late',
      endOf('2027-02-28'),
    ]),
    example('The same before a leap day', [restored('2027-12-31 18:00')], '2028-02-29 12:00', ['nearly-late', endOf('2028-02-29')]),
    example('The first visit is not the second', [restored(JULY), visited('2026-07-20 16:00', 'first')], '2026-09-14 00:00', [
      'late',
      endOf('2026-09-13'),
    ]),
    example(
      'A visit on the next day is not the one after two months',
      [restored(JULY), visited('2026-07-14 16:00', 'two-months')],
      '2026-09-14 00:00',
      ['late', endOf('2026-09-13')],
    ),
    example('Seen after a month', [restored(JULY), visited('2026-08-13 16:00', 'two-months')], '2026-09-14 00:00', [
      'met',
      endOf('2026-09-13'),
    ]),
    example('Seen in the eighth week', [restored(JULY), visited('2026-09-05 16:00', 'two-months')], '2026-09-14 09:00', [
      'met',
      endOf('2026-09-13'),
    ]),
  ],
  'C20.6': [
    example('The visit after two months is not the last', [restored(JULY), visited('2027-01-10 16:00', 'two-months')], '2027-01-14 00:00', [
      'late',
      endOf('2027-01-13'),
    ]),
    example(
      'Seen in the third month: too early for the last visit',
      [restored(JULY), visited('2026-10-10 16:00', 'six-months')],
      '2027-01-14 00:00',
      ['late', endOf('2027-01-13')],
    ),
    example('Seen after six months', [restored(JULY), visited('2027-01-13 16:00', 'six-months')], '2027-01-20 09:00', [
      'met',
      endOf('2027-01-13'),
    ]),
    example(
      'Eighteen in the fourth month: the last visit is still owed',
      [restored(JULY), eighteen('2026-11-01 00:00')],
      '2027-01-14 00:00',
      ['late', endOf('2027-01-13')],
    ),
    example('Home on 31 August: six months end with February', [restored('2026-08-31 18:00')], '2027-02-28 23:00', [
      'nearly-late',
      endOf('2027-02-28'),
    ]),
    example('Missing once more, and before the Committee', [restored(JULY), produced('2026-10-01 10:00')], '2027-01-14 00:00', [
      'cancelled',
      endOf('2027-01-13'),
    ]),
  ],
};
