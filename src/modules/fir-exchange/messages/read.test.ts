// Reading is strict, bounded, and throws on nothing: whatever comes, there is a message or there are flaws with a path and a reason.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../../seed/random.ts';
import { randomMessage, randomMessageOf } from '../../../../tests/exchange/random-message.ts';
import {
  type Bodies, type FirRegisteredBody, type Flaw, type FoundChild, type Heading, type MediaType, type Message, type MessageOf, type MessageType,
  type MissingChild, type Oddity, type OddityCode, type Paper, type PaperMessage, type Reading, type Reason, type StationMessage,
  canonicalJson, contentDigest, isOfPaper, mediaTypes, oddityCodes, odditiesOf, paperKey, readMessage, readTree, reasons, version1, writeJson, writeXml,
} from './index.ts'; // prettier-ignore

const ROUND_TRIPS = 2_000;
const bytes = (text: string) => Buffer.from(text);

describe('what is written reads back equal', () => {
  const random = seededRandom('round trips of messages');
  const comesBack = (message: Message, text: string, mediaType: MediaType): boolean => {
    const reading: Reading = readMessage(bytes(text), mediaType);
    return reading.valid && isDeepStrictEqual(reading.message, message) && contentDigest(reading.message).equals(contentDigest(message));
  };
  test(`${ROUND_TRIPS} random messages, in both renderings`, { timeout: 180_000 }, () => {
    const seen = new Map<MessageType, number>();
    const lost: Message[] = [];
    for (let count = 0; count < ROUND_TRIPS; count++) {
      const message = randomMessage(random);
      seen.set(message.type, (seen.get(message.type) ?? 0) + 1);
      const back = comesBack(message, writeJson(message), 'application/json') && comesBack(message, writeXml(message), 'application/xml');
      if (!back) lost.push(message);
    }
    expect(lost).toEqual([]);
    expect([...seen.keys()].toSorted()).toEqual(version1.types.map(({ type }) => type).toSorted());
    expect(Math.min(...seen.values())).toBeGreaterThan(100);
  });

  test('and a rendering that changes one letter would be noticed', () => {
    const message = randomMessageOf(random, 'Case.closed');
    expect(comesBack(message, writeJson(message), 'application/json')).toBe(true);
    expect(comesBack(message, writeJson({ ...message, rawNumber: `${message.rawNumber}x` }), 'application/json')).toBe(false);
  });
});

describe('nothing that comes makes it throw', () => {
  const random = seededRandom('broken messages');
  const places = ['<', '>', '"', '{', '}', '[', ',', '&', '\0', '\ud83d', ']]>', '<!--', '<![CDATA[', '<!DOCTYPE x>', '&#0;', '&#x110000;', '__proto__', '9'.repeat(40), '\\u0000'];
  const broken = (text: string): string => {
    const at = random.integer(0, text.length);
    const cut = random.integer(0, 12);
    return `${text.slice(0, at)}${random.chance(0.5) ? random.pick(places) : ''}${text.slice(at + cut)}`;
  };
  test.each(mediaTypes)('%s: 3,000 messages each broken somewhere', { timeout: 180_000 }, (mediaType: MediaType) => {
    let refused = 0;
    for (let count = 0; count < 3_000; count++) {
      const message = randomMessage(random);
      const reading = readMessage(bytes(broken(mediaType === 'application/json' ? writeJson(message) : writeXml(message))), mediaType);
      if (reading.valid) continue;
      refused++;
      expect(reading.flaws.length).toBeGreaterThan(0);
      expect(reading.flaws.length).toBeLessThanOrEqual(50);
      expect(reading.flaws.filter(({ reason }: Flaw) => !(reason in reasons))).toEqual([]);
    }
    expect(refused).toBeGreaterThan(1_000);
  });

  test.each([
    ['nothing', ''], ['null', 'null'], ['a list', '[]'], ['a number', '12'], ['empty', '{}'], ['the prototype', '{"__proto__":{"type":"Case.closed"}}'],
    ['the constructor as type', '{"type":"constructor","version":1}'], ['a deep list', '['.repeat(500_000)], ['a closed deep list', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['a number beyond numbers', '{"type":"Case.closed","version":1e999}'], ['a wide object', `{${Array.from({ length: 50_000 }, (_, at) => `"a${at}":1`).join()}}`],
  ])('%s', (_, text) => {
    expect(readMessage(bytes(text), 'application/json').valid).toBe(false);
    expect(readMessage(bytes(text), 'application/xml').valid).toBe(false);
  });

  test.each([undefined, null, 1, 'x', [], new Map(), Object.create(null)])('the tree %s', (tree) => expect(readTree(tree).valid).toBe(false));
}); // prettier-ignore

const fir: MessageOf<'FIR.registered'> = randomMessageOf(seededRandom('one FIR'), 'FIR.registered');

function reasonsOf(tree: unknown): [string, Reason][] {
  const reading = readTree(tree);
  return reading.valid ? [] : reading.flaws.map(({ path, reason }) => [path, reason]);
}

test('every flaw is told at once, and its path is clean', () => {
  const tree = { ...fir, sequence: 'one', rawNumber: '', 'a\0b/~\u202e': 1 };
  expect(reasonsOf(tree)).toEqual([
    ['/a\u{fffd}b~1~0\u{fffd}', 'unknown-field'],
    ['/rawNumber', 'empty'],
    ['/sequence', 'wrong-kind'],
  ]);
});

test('a message too large is not read at all', () => {
  const large = bytes(`{"type":"${'x'.repeat(version1.limits.bytes)}"}`);
  expect(readMessage(large, 'application/json')).toMatchObject({ valid: false, flaws: [{ path: '', reason: 'too-large' }] });
});

test('what can be told of a message that is not valid is told, and nothing that is not', () => {
  const reading = readTree({ ...fir, body: {}, node: 'nobody' });
  const heading: Heading | null = reading.valid ? null : reading.heading;
  const { messageId, sentAt, eventAt, sequence } = fir;
  const rawNumber = String(fir['rawNumber']).trim();
  expect(heading).toEqual({
    messageId,
    type: 'FIR.registered',
    rawNumber,
    node: null,
    sentAt,
    eventAt,
    paperKey: paperKey(fir.paper),
    sequence,
  });
});

test('a text keeps its letters, loses what hangs over, and its lines end in one way', () => {
  const read = readTree({ ...fir, rawNumber: ' \t क्\u200dष\r\n१ \u00a0' });
  expect(read.valid && isOfPaper(read.message) && read.message.rawNumber).toBe('क्\u200dष\n१');
});

test('length is counted in characters, not in units', () => {
  expect(reasonsOf({ ...fir, rawNumber: '😀'.repeat(60) })).toEqual([]);
  expect(reasonsOf({ ...fir, rawNumber: '😀'.repeat(61) })).toEqual([['/rawNumber', 'too-long']]);
});

test('two ways of writing one number are one content', () => {
  const numbered = (number: string) => {
    const reading = readTree({ ...fir, paper: { ...fir.paper, year: 2026, number } });
    return reading.valid && contentDigest(reading.message).toString('hex');
  };
  expect(numbered('०१२/२०२६')).toBe(numbered('12'));
  expect(numbered('13')).not.toBe(numbered('12'));
});

test('the digest leaves out the id and the time of sending, and nothing else', () => {
  const digest = (change: Partial<MessageOf<'FIR.registered'>>) => contentDigest({ ...fir, ...change }).toString('hex');
  const other = fir.eventAt;
  expect(digest({ messageId: '0192f0a0-0000-7000-8000-00000000abcd', sentAt: other })).toBe(digest({}));
  const changes = [
    { eventAt: '2026-01-01T00:00:00.000Z' as typeof other },
    { sequence: fir.sequence + 1 },
    { node: 'grid-XX' },
    { rawNumber: 'x' },
  ];
  expect(new Set([digest({}), ...changes.map(digest)]).size).toBe(5);
});

test('canonical JSON: names in order of their units, no spaces, nothing that is left out', () => {
  const value = { b: [1, { z: 'é', a: true }], '\u{10000}': 0, '\ue000': 0, a: undefined };
  expect(canonicalJson(value)).toBe('{"b":[1,{"a":true,"z":"é"}],"\u{10000}":0,"\ue000":0}');
});

describe('what is odd is told, and read all the same', () => {
  const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`;
  type Change = { [name: string]: unknown };
  const plain: Change = { informationReceivedAt: at(5), registeredAt: at(6), generalDiaryAt: at(5), occurredFrom: at(1), occurredTo: at(2), arrests: [{ at: at(8) }] };
  const oddOf = (body: Change, envelope: Change = {}): OddityCode[] => {
    const seen = { place: 'x', district: 'WB-HWH', at: at(1), ...(body.lastSeen as Change | undefined) };
    const paper = { ...fir.paper, year: 2026 };
    const reading = readTree({ ...fir, paper, sentAt: at(9), eventAt: at(6), ...envelope, body: { ...fir.body, ...plain, ...body, lastSeen: seen } });
    if (!reading.valid) throw new Error(JSON.stringify(reading.flaws));
    return odditiesOf(reading.message).map(({ code }: Oddity) => code);
  };
  test.each<[OddityCode | null, Change, Change?]>([
    [null, {}],
    ['arrest-before-fir', { arrests: [{ at: at(8) }, { at: at(3) }] }],
    ['fir-before-diary', { generalDiaryAt: at(7) }],
    ['registered-before-told', { informationReceivedAt: at(7) }],
    ['occurred-after-told', { occurredFrom: at(6), occurredTo: at(6) }],
    ['last-seen-after-told', { lastSeen: { at: at(6) } }],
    ['registered-in-other-year', {}, { paper: { ...fir.paper, year: 2025 } }],
    ['sent-before-event', {}, { sentAt: at(4) }],
  ])('%s', (code, body, envelope) => expect(oddOf(body, envelope)).toEqual(code === null ? [] : [code]));

  test('each has a sentence', () => expect(Object.values(oddityCodes).filter((says) => !says.endsWith('.'))).toEqual([]));
}); // prettier-ignore

test('the types say what is read', () => {
  const body: FirRegisteredBody & Bodies['FIR.registered'] = fir.body;
  const child: MissingChild | FoundChild = body.children[0]!;
  const paper: Paper = (fir satisfies PaperMessage).paper;
  const nil: StationMessage = randomMessageOf(seededRandom('nil'), 'Station.nilReport');
  expect([child.childNumber, paper.state, nil.body.station.state, isOfPaper(nil)]).toEqual([1, 'WB', 'WB', false]);
});

/** The file of reasons is what the world is told: none may be there that no line of the reader can give. */
test('each reason is given somewhere', () => {
  const sources = readdirSync(import.meta.dirname).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'reasons.ts',
  );
  const text = sources.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join('\n');
  expect(Object.keys(reasons).filter((reason) => !text.includes(`'${reason}'`))).toEqual([]);
});
