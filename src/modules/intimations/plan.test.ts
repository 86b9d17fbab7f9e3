// Whom to tell next: on duty first, channel by channel, officer by officer, level by level; nobody asleep but for an alarm, no empty room.
import { expect, test } from 'vitest';
import type { OfficeId, OfficerId } from '../../kernel/ids.ts';
import { type Day, addMinutes, instantAt } from '../../kernel/time.ts';
import type { Office } from '../officers/index.ts';
import { type Level, type Person, type Tried, nextRound } from './plan.ts';
import { waits } from './waits.ts';

const now = instantAt('2026-11-24' as Day, '23:30');
const morning = instantAt('2026-11-25' as Day, '06:00');

const person = (name: string, change: Partial<Person> = {}): Person => ({
  officerId: name as OfficerId,
  isHead: false,
  onDuty: false,
  quietUntil: null,
  ways: [
    { channel: 'sms', to: `+91-${name}` },
    { channel: 'email', to: `${name}@police.example` },
  ],
  ...change,
});
const level = (id: string, people: Person[]): Level => ({
  office: { id: id as OfficeId, kind: 'district-nodal', name: id } as Office,
  people,
  ways: [{ channel: 'sms', to: `desk-${id}` }],
});

/** Every round until nobody is left, as "office/officer channel", with the minutes before the next. */
function wholeChain(levels: Level[], alarm = true): string[] {
  const tried: Tried[] = [];
  const told: string[] = [];
  for (;;) {
    const round = nextRound({ levels, tried, alarm, now });
    if (round.kind !== 'tell') return [...told, round.kind];
    const minutes = round.nextAt === null ? '-' : (Date.parse(round.nextAt) - Date.parse(now)) / 60_000;
    told.push(
      `${round.targets.map(({ officeId, officerId, channel }) => `${officeId}/${officerId ?? 'desk'} ${channel}`).join(' + ')} ${minutes}${round.above ? ' above' : ''}`,
    );
    tried.push(...round.targets);
  }
}

test('without a roster the head and the office’s own telephone are told together, then the rest one by one, then the level above', () => {
  const district = level('district', [person('head', { isHead: true }), person('clerk')]);
  const { channel, officer, level: up } = waits.alarm;
  expect(wholeChain([district, level('state', [person('ig', { isHead: true })])])).toEqual([
    `district/head sms + district/desk sms ${channel}`,
    `district/head email ${officer}`,
    `district/clerk sms ${channel}`,
    `district/clerk email ${up}`,
    `state/ig sms + state/desk sms ${channel} above`,
    'state/ig email - above',
    'exhausted',
  ]);
});

test('who is on duty is told before the head, and the desk’s telephone only after officers', () => {
  const office = level('district', [person('head', { isHead: true }), person('night', { onDuty: true })]);
  const told = wholeChain([office]);
  expect(told.map((one) => one.split(' ')[0])).toEqual([
    'district/night',
    'district/night',
    'district/head',
    'district/head',
    'district/desk',
    'exhausted',
  ]);
});

test('an ordinary word waits for the end of quiet hours; an alarm does not', () => {
  const office = level('district', [person('head', { isHead: true, quietUntil: morning, ways: [{ channel: 'sms', to: '+91' }] })]);
  const asleep = { levels: [{ ...office, ways: [] }], tried: [], now };
  expect(nextRound({ ...asleep, alarm: false })).toEqual({ kind: 'wait', until: morning });
  expect(nextRound({ ...asleep, alarm: true })).toMatchObject({ kind: 'tell', targets: [{ officerId: 'head' }] });
});

test('an ordinary word goes to a colleague who is awake rather than wait', () => {
  const office = level('district', [
    person('one', { onDuty: true, quietUntil: morning }),
    person('two', { onDuty: true, ways: [{ channel: 'email', to: 'two@police.example' }] }),
  ]);
  expect(nextRound({ levels: [office], tried: [], alarm: false, now })).toMatchObject({ targets: [{ officerId: 'two' }] });
});

test('empty rooms are passed over at once, and the first filled level has the matter as its own', () => {
  const chain = wholeChain([level('district', []), level('state', []), level('nation', [person('director', { isHead: true })])]);
  expect(chain[0]).toBe('nation/director sms + nation/desk sms 5');
  expect(wholeChain([level('district', []), level('state', [])])).toEqual(['exhausted']);
});

test('an officer transferred in between is asked no more, the new one from the first channel on', () => {
  const before = level('district', [person('old', { isHead: true })]);
  const first = nextRound({ levels: [before], tried: [], alarm: true, now });
  const tried = first.kind === 'tell' ? first.targets : [];
  const after = level('district', [person('new', { isHead: true })]);
  const next = nextRound({ levels: [after], tried, alarm: true, now: addMinutes(now, 5) });
  expect(next).toMatchObject({ kind: 'tell', targets: [{ officerId: 'new', channel: 'sms' }] });
});
