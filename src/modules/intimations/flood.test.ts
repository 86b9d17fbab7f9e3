// Which words of the public are sent by themselves in a flood, and which are told together.
import { expect, test } from 'vitest';
import { type Day, addMinutes, fromMilliseconds, instantAt, milliseconds } from '../../kernel/time.ts';
import { type Words, sift } from './flood.ts';
import { flood, wordsAnHour } from './waits.ts';

const now = instantAt('2026-11-24' as Day, '12:00');
const one: Words = { saidAt: now, officeKind: 'district-nodal', ofTelephone: 1, toOffice: 1, sentThisHour: 0 };
const inFlood = { ...one, toOffice: flood.words + 1 };

test('on a common day each is sent at once, also the second and third of one telephone', () => {
  expect(sift(one, now)).toEqual({ verdict: 'send' });
  expect(sift({ ...one, ofTelephone: flood.perTelephoneADay }, now)).toEqual({ verdict: 'send' });
});

test('a telephone that reports more than a family could is held back on any day', () => {
  expect(sift({ ...one, ofTelephone: flood.perTelephoneADay + 1 }, now)).toEqual({ verdict: 'hold', single: false });
});

test('in a flood a single report waits a minute and is then sent; one of several is held', () => {
  const waited = sift(inFlood, now);
  expect(waited).toEqual({ verdict: 'wait', until: fromMilliseconds(milliseconds(now) + 60_000) });
  expect(sift(inFlood, addMinutes(now, 1))).toEqual({ verdict: 'send' });
  expect(sift({ ...inFlood, ofTelephone: 2 }, addMinutes(now, 1))).toEqual({ verdict: 'hold', single: false });
});

test('what an office cannot read in an hour is held; a State and the nation read more', () => {
  const full = { ...inFlood, sentThisHour: wordsAnHour('district-nodal') };
  expect(sift(full, addMinutes(now, 5))).toEqual({ verdict: 'hold', single: true });
  expect(sift({ ...full, officeKind: 'state-nodal' }, addMinutes(now, 5))).toEqual({ verdict: 'send' });
});

test('the wait of a flood and the worker’s rounds stay within the two minutes a true report may take', () => {
  expect(flood.waitSeconds).toBeLessThanOrEqual(90);
});
