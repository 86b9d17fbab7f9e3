// The index itself: records as columns of numbers, the names of each field, the vocabulary they share; adding, closing, settling.
import { hearName } from '../../../kernel/names/index.ts';
import { type Column, type Lists, column8, column16, column32, listsOf, noLists, push, trim } from './columns.ts';
import type { Neighbours } from './neighbours.ts';
import { type UniqueNames, nameOf, note, settleNames, startNames } from './unique-names.ts';
import { type Vocabulary, settleVocabulary, startVocabulary, wordId } from './vocabulary.ts';

export const namedFields = ['name', 'father', 'mother'] as const;
export type NamedField = (typeof namedFields)[number];
export type Sex = 'female' | 'male' | 'other';
const sexes: readonly Sex[] = ['female', 'male', 'other'];

/**
 * What is known of one person. Names as written, aliases inside them ("Pooja urf Guddi") or as a list. `born`: months from January 1900 to the
 * estimated month of birth. `place` and `region`: numbers of the caller's own, 1 to 65535 and 1 to 255 (a district and its State).
 * What is missing is not known, and never counts against anybody.
 */
export type Particulars = {
  name?: string | readonly string[] | null;
  father?: string | readonly string[] | null;
  mother?: string | readonly string[] | null;
  sex?: Sex | null;
  born?: number | null;
  place?: number | null;
  region?: number | null;
};

type FieldIndex = {
  names: UniqueNames;
  /** Where in a record's numbers (`people`) that of its name stands. */
  at: number;
  /** Further names of a record. Few have one. */
  others: Map<number, number[]>;
};

export type RankingIndex = {
  vocabulary: Vocabulary;
  fields: Record<NamedField, FieldIndex>;
  /**
   * Four numbers a record, side by side, since they are asked for together, of records all over the memory: month of birth, sex, and whether closed, in
   * one (see `bornIn`, `sexIn`, `CLOSED`, `FURTHER_NAMES`); then its name in each field, plus one, or 0 if it has none.
   */
  people: Column<Uint32Array>;
  place: Column<Uint16Array>;
  region: Column<Uint8Array>;
  /** Records by place, for those no name leads to; -late like the names' own. */
  byPlace: Lists;
  lateByPlace: Map<number, number[]>;
  /** Whether the lists were made: records that come later are noted beside them. */
  settled: boolean;
  /** Words asked for before, until a new word is learned. */
  remembered: Map<string, Neighbours>;
  /** Room for work between questions, all zero: which records were offered, and one table of words per name asked for. */
  offered: Uint8Array;
  tables: Uint16Array[];
};

const startField = (at: number): FieldIndex => ({ names: startNames(), at, others: new Map() });

export function startIndex(): RankingIndex {
  return {
    vocabulary: startVocabulary(),
    fields: { name: startField(1), father: startField(2), mother: startField(3) },
    people: column32(),
    place: column16(),
    region: column8(),
    byPlace: noLists(),
    lateByPlace: new Map(),
    settled: false,
    remembered: new Map(),
    offered: new Uint8Array(0),
    tables: [],
  };
}

/** How many numbers a record has. */
export const perRecord = 4;
export const CLOSED = 1 << 18;
/** The record bears more than one name in some field. */
export const FURTHER_NAMES = 1 << 19;
const sexShift = 16;

export function countRecords(index: RankingIndex): number {
  return index.people.length / perRecord;
}

export function factsOf(index: RankingIndex, record: number): number {
  return index.people.data[record * perRecord]!;
}

/** The number of the record's (first) name in the field, or -1 if it has none. */
export function nameIn(index: RankingIndex, { at }: FieldIndex, record: number): number {
  return index.people.data[record * perRecord + at]! - 1;
}

export function bornIn(facts: number): number {
  return facts & 0xffff;
}

/** As `sexNumber`. */
export function sexIn(facts: number): number {
  return (facts >>> sexShift) & 3;
}

/** 1 to 3, or 0 if not known. */
export function sexNumber(sex: Sex | null | undefined): number {
  return sex ? sexes.indexOf(sex) + 1 : 0;
}

function namesIn(index: RankingIndex, names: UniqueNames, written: string | readonly string[] | null | undefined, late: boolean): number[] {
  if (!written) return [];
  const all = typeof written === 'string' ? [written] : written;
  const variants = all.flatMap((name) => hearName(name).variants);
  const before = index.vocabulary.phonemes.length;
  const numbers = variants.map((variant) =>
    nameOf(
      names,
      index.vocabulary,
      variant.map((token) => wordId(index.vocabulary, token)),
      late,
    ),
  );
  if (late && index.vocabulary.phonemes.length > before) index.remembered.clear();
  return [...new Set(numbers)];
}

/** Adds a record and answers its number: 0, 1, 2, … Before the first `settle` it can not be found; after it, at once. */
export function addRecord(index: RankingIndex, particulars: Particulars): number {
  const record = countRecords(index);
  const late = index.settled;
  push(index.people, (particulars.born ?? 0) | (sexNumber(particulars.sex) << sexShift));
  for (const field of namedFields) {
    const { names, others } = index.fields[field];
    const [first, ...further] = namesIn(index, names, particulars[field], late);
    push(index.people, first === undefined ? 0 : first + 1);
    if (further.length > 0) {
      others.set(record, further);
      index.people.data[record * perRecord]! |= FURTHER_NAMES;
    }
    if (late && first !== undefined) for (const name of [first, ...further]) note(names.lateRecords, name, record);
  }
  push(index.place, particulars.place ?? 0);
  push(index.region, particulars.region ?? 0);
  if (late) note(index.lateByPlace, particulars.place ?? 0, record);
  return record;
}

/** The record is found no more. Its number stays taken. */
export function closeRecord(index: RankingIndex, record: number): void {
  index.people.data[record * perRecord]! |= CLOSED;
}

/** Makes the lists anew: after loading, and when many records came since (every one costs a little until then). */
export function settle(index: RankingIndex): void {
  settleVocabulary(index.vocabulary);
  for (const field of namedFields) {
    const { names, others } = index.fields[field];
    settleNames(names, index.vocabulary, (tell) => {
      for (let record = 0; record < countRecords(index); record++) {
        const first = nameIn(index, index.fields[field], record);
        if (first < 0) continue;
        tell(first, record);
        for (const name of others.get(record) ?? []) tell(name, record);
      }
    });
  }
  for (const column of [index.people, index.place, index.region]) trim(column);
  const highest = index.place.data.reduce((most, place) => Math.max(most, place), 0);
  index.byPlace = listsOf(highest + 1, (tell) => {
    for (let record = 0; record < countRecords(index); record++) tell(index.place.data[record]!, record);
  });
  index.lateByPlace.clear();
  index.remembered.clear();
  index.settled = true;
}
