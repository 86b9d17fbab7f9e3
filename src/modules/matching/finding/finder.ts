// Finds, among the records of the other side held in memory, those worth comparing in full: reached by a name of any person, or by any key.
import { daysBetween } from '../../../kernel/time.ts';
import type { Day } from '../../../kernel/time.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { type Column, column8, column16, push } from '../ranking/columns.ts';
import { type Particulars, type RankingIndex, addRecord, best, closeRecord, rank, settle, startIndex } from '../ranking/index.ts';
import { type KeyLists, addKeys, startKeyLists, walkKeys } from './key-lists.ts';
import { keysOf } from './keys.ts';

/** Of the world only where districts lie is asked here: the weights may change while a copy is held. */
export type Places = Pick<ScoreContext, 'districts'>;

/** Records of one side, numbered 0, 1, 2, … as they were added. */
export type Finder = {
  readonly names: RankingIndex;
  readonly keys: KeyLists;
  /** Days since 1990 on which it happened. */
  readonly days: Column<Uint16Array>;
  /** Months from 1900 to the estimated birth; 0 if not known. */
  readonly born: Column<Uint16Array>;
  /** 1 girl, 2 boy, 3 third, 0 not known; closed records have 8 added. */
  readonly facts: Column<Uint8Array>;
};

/** How many of each way in are compared in full. */
export type Reach = { names: number; keys: number };
const usualReach: Reach = { names: 100, keys: 150 };
/** Of those reached by a name so many are compared name by name to choose the best. */
const COMPARED_BY_NAME = 200;

const CLOSED = 8;
const sexNumbers = { female: 1, male: 2, third: 3 } as const;
const monthDays = 30.44;
const birthEpoch = '1900-01-01' as Day;
const dayEpoch = '1990-01-01' as Day;

export function startFinder(): Finder {
  return { names: startIndex(), keys: startKeyLists(), days: column16(), born: column16(), facts: column8() };
}

function bornOf(record: Prepared): number {
  if (record.age === null) return 0;
  const months = daysBetween(birthEpoch, record.circumstances.happenedOn) / monthDays;
  return Math.max(1, Math.round(months - (record.age.low + record.age.high) * 6));
}

function particulars(record: Prepared): Particulars {
  const written = (bearer: 'child' | 'father' | 'mother'): string[] => record.names[bearer].map(({ text }) => text);
  const { sex } = record.description;
  return {
    name: written('child'),
    father: written('father'),
    mother: written('mother'),
    sex: sex === 'third' ? 'other' : sex,
    born: bornOf(record) || null,
  };
}

/** All a finder keeps of one record. */
export type FinderEntry = {
  readonly particulars: Particulars;
  readonly keys: readonly string[];
  readonly day: number;
  readonly sex: number;
};

/** Whatever may fault on a record's words faults here, before the finder is touched. */
export function entryOf(record: Prepared, places: Places): FinderEntry {
  const { sex } = record.description;
  return {
    particulars: particulars(record),
    keys: keysOf(record, places),
    day: Math.max(0, Math.min(65_535, daysBetween(dayEpoch, record.circumstances.happenedOn))),
    sex: sex ? sexNumbers[sex] : 0,
  };
}

/** Adds a record and answers its number. It is found at once. */
export function addEntry(finder: Finder, { particulars: said, keys, day, sex }: FinderEntry): number {
  const number = addRecord(finder.names, said);
  addKeys(finder.keys, number, keys);
  push(finder.days, day);
  push(finder.born, said.born ?? 0);
  push(finder.facts, sex);
  return number;
}

export function addToFinder(finder: Finder, record: Prepared, places: Places): number {
  return addEntry(finder, entryOf(record, places));
}

/** The record is found no more. Its number stays taken. A record described anew is closed and added again. */
export function closeInFinder(finder: Finder, number: number): void {
  closeRecord(finder.names, number);
  finder.facts.data[number]! |= CLOSED;
}

export function isClosed(finder: Finder, number: number): boolean {
  return (finder.facts.data[number]! & CLOSED) !== 0;
}

/** After many were added: makes the lists of names anew, which takes a second per million. */
export function settleFinder(finder: Finder): void {
  settle(finder.names);
}

/** Bits by how many years two estimates of one birth lie apart. */
const bornBits = [1.5, 0.8, 0, -2, -3.5];
const farthest = -6;
const sexBits = { same: 0.7, other: -5 } as const;

/** What sex, birth and order of days say, in bits, roughly: enough to choose whom to compare. */
function plausibleBits(finder: Finder, number: number, asked: { sex: number; born: number; day: number; later: boolean }): number {
  let bits = 0;
  const sex = finder.facts.data[number]!;
  if (sex !== 0 && asked.sex !== 0) bits += sex === asked.sex ? sexBits.same : sexBits.other;
  const born = finder.born.data[number]!;
  if (born !== 0 && asked.born !== 0) bits += bornBits[Math.floor(Math.abs(born - asked.born) / 12)] ?? farthest;
  const gap = (asked.later ? 1 : -1) * (asked.day - finder.days.data[number]!);
  return bits + (gap < -1 ? -7 : gap <= 30 ? 3 : gap <= 365 ? 0 : -1.5);
}

function byKeys(finder: Finder, record: Prepared, places: Places, most: number): number[] {
  const { sex } = record.description;
  const asked = {
    sex: sex ? sexNumbers[sex] : 0,
    born: bornOf(record),
    day: daysBetween(dayEpoch, record.circumstances.happenedOn),
    later: record.circumstances.kind !== 'missing',
  };
  const numbers: number[] = [];
  const bits: number[] = [];
  walkKeys(finder.keys, finder.facts.length, keysOf(record, places), (number, shared) => {
    if (finder.facts.data[number]! & CLOSED) return;
    numbers.push(number);
    bits.push(shared + plausibleBits(finder, number, asked));
  });
  return best(numbers, bits, most);
}

/** Numbers of the records worth comparing with this one of the other side, in no order, without repeats. */
export function findAmong(finder: Finder, record: Prepared, places: Places, reach: Reach = usualReach): number[] {
  const named = rank(finder.names, particulars(record), { top: reach.names, full: COMPARED_BY_NAME }).map((one) => one.record);
  return [...new Set([...named, ...byKeys(finder, record, places, reach.keys)])];
}
