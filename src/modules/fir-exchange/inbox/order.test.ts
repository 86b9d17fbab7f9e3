// The rules of settling: a table of what becomes of each message, and that no order of coming and no repetition changes the end.
import { describe, expect, test } from 'vitest';
import { type Instant, addMinutes, instantFrom } from '../../../kernel/time.ts';
import { seeded } from '../../../../tests/seeded.ts';
import { type Arrived, type Verdict, GAP_MINUTES, inTurn, judge, oddities, reusedAmong } from './order.ts';

const noon = instantFrom('2026-11-26T06:30:00.000Z');
let rows = 0;

function message(overrides: Partial<Arrived> = {}): Arrived {
  rows += 1;
  const at = overrides.sentAt ?? noon;
  return {
    row: rows,
    node: 'police-WB',
    messageId: `id-${rows}`,
    sequence: 1,
    type: 'FIR.registered',
    sentAt: at,
    eventAt: at,
    receivedAt: at,
    digest: `content-${rows}`,
    fromDesk: false,
    failed: false,
    ...overrides,
  };
}

const later = (minutes: number): Instant => addMinutes(noon, minutes);

function ends(messages: readonly Arrived[], about: { isKnown?: boolean; now?: Instant } = {}): string[] {
  const verdicts = judge(messages, { reused: reusedAmong(messages), isKnown: about.isKnown ?? false, now: about.now ?? later(60) });
  return messages.map(({ row }) => say(verdicts.get(row)!));
}
const say = (verdict: Verdict): string => ('reason' in verdict ? `${verdict.place} ${verdict.reason}` : verdict.place);

describe('what becomes of messages of one paper', () => {
  const fir = message();
  const update = (overrides: Partial<Arrived>) => message({ type: 'MissingPerson.updated', sentAt: later(1), ...overrides });
  test.each<[string, Arrived[], string[], { isKnown?: boolean; now?: Instant }?]>([
    ['the first FIR', [message()], ['stands']],
    ['in sequence', [message(), update({ sequence: 2 })], ['stands', 'stands']],
    ['the second before the first', [update({ sequence: 2 }), message()], ['stands', 'stands']],
    ['a gap, not waited for long', [message(), update({ sequence: 3 })], ['stands', 'parked gap'], { now: later(10) }],
    [
      'a gap, waited for',
      [message(), update({ sequence: 3 })],
      ['stands', 'parked replay-wanted'],
      { now: addMinutes(later(1), GAP_MINUTES) },
    ],
    ['the same content under another id', [fir, { ...fir, row: 900, messageId: 'other', sentAt: later(5) }], ['stands', 'ignored older']],
    ['other content at the same sequence, sent later', [message(), message({ sentAt: later(1) })], ['stands', 'quarantined conflict']],
    ['other content at the same sequence, sent earlier', [message(), message({ sentAt: later(-1) })], ['quarantined conflict', 'stands']],
    ['sent at once', [message({ digest: 'b' }), message({ digest: 'a' })], ['quarantined conflict', 'stands']],
    [
      'other content at a sequence long passed',
      [message(), update({ sequence: 2 }), message({ sentAt: later(9) })],
      ['stands', 'stands', 'quarantined conflict'],
    ],
    ['sent in again from the desk', [message(), message({ sentAt: later(9), fromDesk: true })], ['quarantined conflict', 'stands']],
    [
      'the last from the desk',
      [message({ fromDesk: true }), message({ sentAt: later(9), fromDesk: true })],
      ['quarantined conflict', 'stands'],
    ],
    [
      'an id used for two messages',
      [message({ messageId: 'one' }), message({ messageId: 'one', sequence: 2, sentAt: later(1) })],
      ['stands', 'quarantined message-id-reused'],
    ],
    ['an event of tomorrow', [message({ eventAt: later(24 * 60) })], ['quarantined future']],
    ['an event some minutes ahead', [message({ eventAt: later(5) })], ['stands']],
    ['sent after it came', [message({ sentAt: later(30), receivedAt: noon })], ['quarantined future']],
    ['a list before any node', [message({ sequence: 0 })], ['stands']],
    ['a list after the FIR came', [message(), message({ sequence: 0 })], ['stands', 'ignored older']],
    ['a list, and the FIR after it', [message({ sequence: 0, done: true }), message()], ['stands', 'stands']],
    ['two lists', [message({ sequence: 0, row: 801 }), message({ sequence: 0, row: 800 })], ['ignored older', 'stands']],
    [
      'two lists, the later done',
      [message({ sequence: 0, row: 802 }), message({ sequence: 0, row: 803, done: true })],
      ['ignored older', 'stands'],
    ],
    [
      'a list, and a case whose FIR is not told yet',
      [message({ sequence: 0, done: true }), update({ sequence: 2 })],
      ['stands', 'parked gap'],
      { now: later(10) },
    ],
    ['a case nobody told of', [update({ sequence: 1 })], ['parked no-fir']],
    ['a case the station typed', [update({ sequence: 1 })], ['stands'], { isKnown: true }],
    ['closed before its FIR came', [update({ sequence: 1 }), message({ sequence: 2 })], ['stands', 'stands']],
    [
      'behind one that could not take effect',
      [message(), update({ sequence: 2, failed: true }), update({ sequence: 3 })],
      ['stands', 'stands', 'stands'],
    ],
    [
      'one that could not take effect, and what is said in its place',
      [message(), update({ sequence: 2, failed: true }), update({ sequence: 2, sentAt: later(9) })],
      ['stands', 'ignored sent-anew', 'stands'],
    ],
    [
      'two that could not take effect',
      [message(), update({ sequence: 2, failed: true }), update({ sequence: 2, sentAt: later(9), failed: true })],
      ['stands', 'ignored sent-anew', 'stands'],
    ],
    ['behind an FIR that could not take effect', [message({ failed: true }), update({ sequence: 2 })], ['stands', 'parked no-fir']],
    ['the FIR itself beyond a gap', [update({ sequence: 1 }), message({ sequence: 3 })], ['parked no-fir', 'parked replay-wanted']],
  ])('%s', (_, messages, expected, about) => expect(ends(messages, about)).toEqual(expected));
});

test('the opener takes effect first, and what happened before it is told as odd', () => {
  const told = [
    message({ sequence: 3, type: 'Case.closed' }),
    message({ sequence: 2 }),
    message({ sequence: 1, type: 'MissingPerson.traced' }),
  ];
  expect(inTurn(told).map(({ sequence }) => sequence)).toEqual([2, 1, 3]);
  expect(oddities({ type: 'MissingPerson.traced', eventAt: noon }, later(1))).toEqual(['before-fir']);
  expect(oddities({ type: 'MissingPerson.traced', eventAt: later(1) }, noon)).toEqual([]);
  expect(oddities({ type: 'FIR.registered', eventAt: noon }, later(1))).toEqual([]);
});

/** Two papers with all that can go wrong between them. */
function oneSet(): Arrived[] {
  const paper = (number: string) => (overrides: Partial<Arrived>) => message({ ...overrides, node: `police-${number}` });
  const [one, two] = [paper('1'), paper('2')];
  const traced = { type: 'MissingPerson.traced' };
  return [
    one({ sequence: 1, sentAt: later(0) }),
    one({ sequence: 2, sentAt: later(2), type: 'MissingPerson.updated' }),
    one({ sequence: 2, sentAt: later(1), type: 'MissingPerson.updated' }),
    one({ sequence: 2, sentAt: later(1), type: 'MissingPerson.updated', digest: 'a' }),
    one({ sequence: 3, sentAt: later(3), messageId: 'twice', ...traced }),
    one({ sequence: 4, sentAt: later(4), messageId: 'twice', ...traced }),
    one({ sequence: 5, sentAt: later(5), type: 'Case.closed' }),
    one({ sequence: 5, sentAt: later(6), eventAt: later(600), type: 'Case.closed' }),
    two({ sequence: 1, sentAt: later(1), digest: 'same' }),
    two({ sequence: 1, sentAt: later(4), digest: 'same' }),
    two({ sequence: 3, sentAt: later(3), ...traced }),
  ];
}

/** Messages come one after another, some of them twice; each time the papers are judged anew, and the end is told by content. */
function endOf(set: readonly Arrived[], random: () => number, asTheyCome: (one: Arrived, place: number) => Arrived): string[] {
  const coming = [...set, ...set.filter(() => random() < 0.3)].map((one) => ({ one, at: random() })).toSorted((a, b) => a.at - b.at);
  const known = new Map<string, Arrived>();
  const end = new Map<number, Verdict>();
  for (const [place, { one }] of coming.entries()) {
    const key = `${one.node} ${one.messageId} ${one.digest}`;
    if (!known.has(key)) known.set(key, asTheyCome(one, place));
    const all = [...known.values()];
    const reused = reusedAmong(all);
    for (const messages of Map.groupBy(all, ({ node }) => node).values())
      for (const [row, verdict] of judge(messages, { reused, isKnown: false, now: later(60) })) end.set(row, verdict);
  }
  return set.map(({ row, digest, sequence, node }) => `${node} ${sequence} ${digest}: ${say(end.get(row)!)}`);
}

const SHUFFLES = 600;

function endings(asTheyCome: (one: Arrived, place: number) => Arrived): Set<string> {
  const set = oneSet();
  return new Set(Array.from({ length: SHUFFLES }, (_, seed) => endOf(set, seeded(seed + 1), asTheyCome).join('\n')));
}

test(`${SHUFFLES} orders of one set of messages, with repetitions, end in one way`, () => {
  const ways = endings((one) => one);
  expect(ways.size).toBe(1);
  const [way] = ways;
  for (const reason of ['conflict', 'message-id-reused', 'future', 'older', 'replay-wanted']) expect(way).toContain(reason);
});

test('a rule by which the first to come stands would be noticed', () => {
  expect(
    endings((one, place) => ({ ...one, sentAt: later(place / 60), eventAt: later(place / 60), receivedAt: later(60) })).size,
  ).toBeGreaterThan(1);
});
