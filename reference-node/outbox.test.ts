// The node's file of what it owes: nothing owed is forgotten by a node that is killed, wherever it is killed.
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Message } from './message.ts';
import { differingIn } from './differing.ts';
import { type Standing, openOutbox } from './outbox.ts';

const file = (): string => join(mkdtempSync(join(tmpdir(), 'node-')), 'deep', 'WB.ndjson');
const message = (id: string, number: string, sequence: number): Message => ({
  messageId: id,
  type: 'MissingPerson.updated',
  version: 1,
  node: 'police-WB',
  sentAt: '2026-11-01T10:00:00.000Z',
  eventAt: '2026-11-01T09:00:00.000Z',
  paper: { kind: 'fir', state: 'WB', district: 'WB-HWH', station: 'PS-WB-HWH-1', year: 2026, number },
  rawNumber: number,
  sequence,
  body: { sequence },
});
const KEY = 'WB/WB-HWH/PS-WB-HWH-1/fir/2026/7001';

describe('the outbox', () => {
  it('is the same after a restart as before', () => {
    const path = file();
    const outbox = openOutbox(path);
    for (const one of [message('a', '7001', 1), message('b', '7001', 2), message('c', '7002', 1)]) outbox.keep(one);
    outbox.stand([
      ['a', 'taken'],
      ['c', 'lost'],
    ]);
    outbox.moveCursor('17');
    outbox.agree('2026-11-01T11:00:00.000Z');
    const again = openOutbox(path);
    expect(again.owed().map(({ messageId }) => messageId)).toEqual(['b']);
    expect([again.standingOf('a'), again.standingOf('c'), again.cursor(), again.agreed()]).toEqual([
      'taken',
      'lost',
      '17',
      '2026-11-01T11:00:00.000Z',
    ]);
    expect(again.papers()).toEqual(outbox.papers());
    expect(
      again
        .papers()
        .get('PS-WB-HWH-1')!
        .find(({ paperKey }) => paperKey === KEY)!.sequence,
    ).toBe(2);
    expect(again.nextSequence(message('x', '7001', 1).paper!)).toBe(3);
  });

  it('owes every message of a paper again, in its order, when the portal wants it', () => {
    const outbox = openOutbox(file());
    for (const one of [message('a', '7001', 1), message('b', '7001', 2), message('c', '7002', 1)]) outbox.keep(one);
    outbox.stand(['a', 'b', 'c'].map((id) => [id, 'taken']));
    expect(outbox.again(KEY)).toBe(2);
    expect(outbox.again('of nobody')).toBe(0);
    expect(outbox.owed().map(({ messageId }) => messageId)).toEqual(['a', 'b']);
  });

  it('goes on after a line that was cut off, and what was cut off was never owed', () => {
    const path = file();
    openOutbox(path).keep(message('a', '7001', 1));
    const whole = readFileSync(path, 'utf8');
    appendFileSync(path, JSON.stringify({ kept: message('b', '7001', 2) }).slice(0, 40));
    const outbox = openOutbox(path);
    expect(outbox.owed().map(({ messageId }) => messageId)).toEqual(['a']);
    outbox.keep(message('c', '7002', 1));
    expect(
      openOutbox(path)
        .owed()
        .map(({ messageId }) => messageId),
    ).toEqual(['a', 'c']);
    writeFileSync(path, whole.slice(0, -1)); // the control: without its last line feed the first line itself is a cut one
    expect(openOutbox(path).owed()).toEqual([]);
  });

  it.each<[Standing, Standing, RegExp]>([
    ['applied', 'owed', /^1 of 2 messages have no receipt/],
    ['taken', 'taken', /^2 of 2 messages have a receipt, and/],
    ['lost', 'parked', /^1 of 2 messages were never sent/],
    ['applied', 'parked', /^1 of 2 messages wait/],
    ['quarantined', 'applied', /^1 of 2 messages are in quarantine/],
    ['applied', 'applied', /^the portal has settled every message/],
  ])('says why a paper differs whose messages are %s and %s', (first, second, why) => {
    const outbox = openOutbox(file());
    for (const one of [message('a', '7001', 1), message('b', '7001', 2)]) outbox.keep(one);
    outbox.stand([
      ['a', first],
      ['b', second],
    ]);
    const [differing] = differingIn(outbox, { wanted: [KEY], unknown: [] });
    expect(differing!.why).toMatch(why);
    expect(outbox.inHand(KEY)).toBe(first === 'taken');
  });
});
