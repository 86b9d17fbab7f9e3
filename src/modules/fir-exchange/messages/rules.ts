// What no single field shows: how the parts of a message must fit together. Each rule is a value; the contract's page lists them.
import { type Day, addMonths, dayOf } from '../../../kernel/time.ts';
import { inForce } from './acts.ts';
import type { FirRegisteredBody } from './bodies.ts';
import type { FoundChild, MissingChild } from './child-fields.ts';
import { type Message, isOfPaper } from './envelope.ts';
import { otherYearIn } from './paper-key.ts';
import { pictureMatches } from './picture.ts';
import type { Paper } from './places-and-people.ts';
import type { Flaw, Reason } from './reasons.ts';

type Child = MissingChild | FoundChild;
type Described = { child: Child; path: string; on: Day };
/** `broken`: the paths at which a message breaks it. */
type Rule = { readonly reason: Reason; readonly says: string; broken(message: Message): string[] };

function lastSeenDay(lastSeen: FirRegisteredBody['lastSeen'] | undefined): Day | undefined {
  return lastSeen?.at ? dayOf(lastSeen.at) : lastSeen?.onlyDay;
}

/** Each child a message describes, where it stands, and the day it is described on. */
function described(message: Message): Described[] {
  const all = (children: Child[], on: Day) => children.map((child, index) => ({ child, on, path: `/body/children/${index}` }));
  switch (message.type) {
    case 'FIR.registered':
      return all(message.body.children, lastSeenDay(message.body.lastSeen) ?? dayOf(message.body.informationReceivedAt));
    case 'UnidentifiedChild.found':
      return all(message.body.children, dayOf(message.body.foundAt));
    case 'MissingPerson.updated':
      return [{ child: message.body.child, path: '/body/child', on: lastSeenDay(message.body.lastSeen) ?? dayOf(message.eventAt) }];
    default:
      return [];
  }
}

function papersOf(message: Message): { path: string; paper: Paper }[] {
  const papers = [{ path: '/paper', paper: isOfPaper(message) ? message.paper : undefined }];
  if (message.type === 'FIR.registered') papers.push({ path: '/body/transferredFrom', paper: message.body.transferredFrom });
  if (message.type === 'FIR.zeroTransferred') papers.push({ path: '/body/registeredAs', paper: message.body.registeredAs });
  return papers.flatMap(({ path, paper }) => (paper ? [{ path, paper }] : []));
}

function stationsOf(message: Message): { path: string; station: { state: string; district: string } }[] {
  const named = papersOf(message).map(({ path, paper }) => ({ path, station: paper }));
  if (message.type === 'FIR.zeroTransferred') return [...named, { path: '/body/to', station: message.body.to }];
  return message.type === 'Station.nilReport' ? [{ path: '/body/station', station: message.body.station }] : named;
}

function lastSeenOf(message: Message): FirRegisteredBody['lastSeen'] | undefined {
  return message.type === 'FIR.registered' || message.type === 'MissingPerson.updated' ? message.body.lastSeen : undefined;
}

/** The days the offence can be of: as the FIR says, else from the day the child was last seen on; unknown where neither is there. */
function chargesOutOfForce(body: FirRegisteredBody): string[] {
  const first = body.occurredFrom ? dayOf(body.occurredFrom) : (lastSeenDay(body.lastSeen) ?? null);
  const days = { offence: { first, last: body.occurredTo ? dayOf(body.occurredTo) : null }, registered: dayOf(body.registeredAt) };
  return body.actsAndSections.flatMap(({ act }, index) => (inForce(act, days) ? [] : [`/body/actsAndSections/${index}/act`]));
}

function twice(numbers: readonly number[], path: (index: number) => string): string[] {
  return numbers.flatMap((number, index) => (numbers.indexOf(number) < index ? [path(index)] : []));
}

const below = (low: number | undefined, high: number | undefined) => low !== undefined && high !== undefined && high < low;
const ofChildren = (is: (described: Described) => boolean, field: string) => (message: Message): string[] =>
  described(message).flatMap((one) => (is(one) ? [`${one.path}/${field}`] : [])); // prettier-ignore

export const rules: readonly Rule[] = [
  {
    reason: 'one-of-two',
    says: '`lastSeen` has `at` or `onlyDay`, never both.',
    broken: (message) => (lastSeenOf(message)?.at && lastSeenOf(message)?.onlyDay ? ['/body/lastSeen/onlyDay'] : []),
  },
  {
    reason: 'one-of-two',
    says: 'With `birthDate`, no `ageFrom` and no `ageTo`.',
    broken: ofChildren(({ child }) => child.birthDate !== undefined && (child.ageFrom ?? child.ageTo) !== undefined, 'birthDate'),
  },
  {
    reason: 'age-missing',
    says: 'Each child has `birthDate`, `ageFrom` or `ageTo`.',
    broken: ofChildren(({ child }) => child.birthDate === undefined && (child.ageFrom ?? child.ageTo) === undefined, 'ageFrom'),
  },
  {
    reason: 'wrong-way-round',
    says: '`ageTo` is not below `ageFrom`.',
    broken: ofChildren(({ child }) => below(child.ageFrom, child.ageTo), 'ageTo'),
  },
  {
    reason: 'wrong-way-round',
    says: '`heightTo` is not below `heightFrom`.',
    broken: ofChildren(({ child }) => below(child.heightFrom, child.heightTo), 'heightTo'),
  },
  {
    reason: 'born-later',
    says: '`birthDate` is not after the day last seen, or found; where no such day is told, of `informationReceivedAt` or `eventAt`.',
    broken: ofChildren(({ child, on }) => child.birthDate !== undefined && child.birthDate > on, 'birthDate'),
  },
  {
    reason: 'not-a-child',
    says: 'The person was under 18 on that day (JJ Act s.2(12)).',
    broken: ofChildren(({ child, on }) => child.birthDate !== undefined && addMonths(child.birthDate, 18 * 12) <= on, 'birthDate'),
  },
  {
    reason: 'not-a-picture',
    says: '`photograph.base64` begins as pictures of its `mediaType` do.',
    broken: ofChildren(({ child }) => child.photograph !== undefined && !pictureMatches(child.photograph), 'photograph/base64'),
  },
  {
    reason: 'child-repeated',
    says: 'No two children of a message have one `childNumber`; no number stands twice in `childNumbers`.',
    broken(message) {
      if (message.type === 'FIR.registered' || message.type === 'UnidentifiedChild.found') {
        const numbers = message.body.children.map(({ childNumber }) => childNumber);
        return twice(numbers, (index) => `/body/children/${index}/childNumber`);
      }
      const named = message.type === 'Case.closed' || message.type === 'Case.transferredToAHTU' ? (message.body.childNumbers ?? []) : [];
      return twice(named, (index) => `/body/childNumbers/${index}`);
    },
  },
  {
    reason: 'wrong-way-round',
    says: '`occurredTo` is not before `occurredFrom`.',
    broken({ type, body }) {
      if (type !== 'FIR.registered' || !body.occurredFrom || !body.occurredTo) return [];
      return body.occurredTo < body.occurredFrom ? ['/body/occurredTo'] : [];
    },
  },
  {
    reason: 'act-not-in-force',
    says: 'Each Act was in force on a day that can count: IPC and CrPC until 30-6-2024, BNS and BNSS from 1-7-2024, and so on.',
    broken: (message) => (message.type === 'FIR.registered' ? chargesOutOfForce(message.body) : []),
  },
  {
    reason: 'number-of-other-year',
    says: 'A year written after a number ("12/2026") is the paper\'s `year`.',
    broken: (message) =>
      papersOf(message).flatMap(({ path, paper }) => (otherYearIn(paper.number, paper.year) === null ? [] : [`${path}/number`])),
  },
  {
    reason: 'district-elsewhere',
    says: "A station's `district` begins with its `state`.",
    broken: (message) =>
      stationsOf(message).flatMap(({ path, station }) => (station.district.startsWith(`${station.state}-`) ? [] : [`${path}/district`])),
  },
  {
    reason: 'day-not-over',
    says: 'The `day` of a nil report was over in India at `sentAt`: of a day that goes on nobody knows that it has none.',
    broken: (message) => (message.type === 'Station.nilReport' && message.body.day >= dayOf(message.sentAt) ? ['/body/day'] : []),
  },
  {
    reason: 'corrects-itself',
    says: '`corrects.messageId` is another message.',
    broken: ({ corrects, messageId }) => (corrects?.messageId === messageId ? ['/corrects/messageId'] : []),
  },
];

export function rulesBroken(message: Message): Flaw[] {
  return rules.flatMap(({ reason, broken }) => broken(message).map((path) => ({ path, reason })));
}
