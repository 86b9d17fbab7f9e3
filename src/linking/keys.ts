// What a record can be found by: for each kind of key, up to a few hashed values per record. 0 means "none".
import type { Field } from './aspects.ts';
import type { Books } from './comparing.ts';
import { yearsOf } from './dates.ts';
import type { Column, Records } from './records.ts';
import { hashed, mixed } from './vocabulary.ts';
import { OR, type WordBook } from './words.ts';

export const keyKinds = [
  'given', 'surname', 'name', 'father', 'mother', 'birthDate', 'monthDay', 'yearMonth', 'birthYear', 'birthBand', 'address', 'streetNumber',
  'place', 'city', 'state', 'postcode', 'telephone', 'telephoneHalf', 'email', 'identifier', 'identifierHalf', 'occupation', 'sex', 'text',
] as const; // prettier-ignore
export type KeyKind = (typeof keyKinds)[number];

/** `values[record * slots + slot]`. */
export type Keys = { readonly fields: readonly Field[]; readonly slots: number; readonly values: Uint32Array };

type Writer = (number: number, into: Uint32Array) => void;

/** Keys of the words that tell most: everybody's words only where there is nothing else. */
function nameWriter(book: WordBook, slots: number): Writer {
  return (number, into) => {
    let used = 0;
    for (const wantWeak of [false, true]) {
      if (wantWeak && used > 0) return;
      for (let at = book.start[number]!; at < book.start[number + 1]! && used < slots; at++) {
        const word = book.word[at]!;
        if (word === OR) continue;
        if (book.weak[word] !== wantWeak || (book.spelling[word]!.length < 2 && !wantWeak)) continue;
        const key = book.key[word]!;
        if (!into.subarray(0, used).includes(key)) into[used++] = key;
      }
    }
  };
}

/** The rarest words that stand in more than one text. */
function rareWriter(book: WordBook, slots: number): Writer {
  return (number, into) => {
    const words = [...book.word.subarray(book.start[number], book.start[number + 1])].filter((word) => book.spelling[word]!.length > 1);
    words.sort((one, other) => book.count[one]! - book.count[other]!);
    words.slice(0, slots).forEach((word, at) => (into[at] = book.key[word]!));
  };
}

function birthWriter(texts: readonly string[], kind: KeyKind): Writer {
  return (number, into) => {
    const text = texts[number]!;
    const whole = !text.startsWith('~') && text.slice(4, 6) !== '00';
    if (kind === 'birthBand') {
      const years = text.startsWith('~') ? Number(text.slice(1)) : yearsOf(text);
      // Two overlapping bands of four years: what lies within two years shares one.
      into[0] = hashed(`a${Math.floor(years / 4)}`);
      into[1] = hashed(`b${Math.floor((years + 2) / 4)}`);
    } else if (kind === 'birthYear') {
      if (!text.startsWith('~')) into[0] = hashed(text.slice(0, 4));
    } else if (whole) {
      into[0] = hashed(
        kind === 'birthDate' ? text : kind === 'monthDay' ? [text.slice(4, 6), text.slice(6)].toSorted().join('') : text.slice(0, 6),
      );
    }
  };
}

function keysOf(column: Column, fields: readonly Field[], slots: number, write: Writer): Keys {
  const perText = new Uint32Array(column.texts.length * slots);
  const ready = new Uint8Array(column.texts.length);
  const values = new Uint32Array(column.numbers.length * slots);
  column.numbers.forEach((number, record) => {
    if (number < 0) return;
    const known = perText.subarray(number * slots, (number + 1) * slots);
    if (!ready[number]) {
      write(number, known);
      ready[number] = 1;
    }
    values.set(known, record * slots);
  });
  return { fields, slots, values };
}

const nameSlots: Partial<Record<KeyKind, number>> = { given: 2, surname: 2, name: 4, father: 2, mother: 2, place: 2, city: 1, state: 1 };
const births: readonly KeyKind[] = ['birthDate', 'monthDay', 'yearMonth', 'birthYear', 'birthBand'];

/** First and last half of a number: a slip spoils one of them. */
function halves(text: string, into: Uint32Array): void {
  const half = text.length >> 1;
  if (half < 3) return;
  into[0] = hashed(`<${text.slice(0, half)}`);
  into[1] = hashed(`>${text.slice(-half)}`);
}

/** Keys of one kind, or null where the files do not say it. */
export function readKeys(records: Records, books: Books, kind: KeyKind): Keys | null {
  const field = (births.includes(kind) ? 'birth' : kind.replace('Half', '')) as Field;
  const column = records.columns.get(field);
  if (!column) return null;
  const book = books.get(field);
  if (field === 'birth') return keysOf(column, ['birth'], kind === 'birthBand' ? 2 : 1, birthWriter(column.texts, kind));
  if (nameSlots[kind]) return keysOf(column, [field], nameSlots[kind], nameWriter(book!, nameSlots[kind]));
  if (kind === 'address' || kind === 'text') return keysOf(column, [field], 3, rareWriter(book!, 3));
  if (kind !== field) return keysOf(column, [field], 2, (number, into) => halves(column.texts[number]!, into));
  return keysOf(column, [field], 1, (number, into) => {
    into[0] = hashed(column.texts[number]!);
  });
}

/** Every combination of one value from each, at most `most` per record; the same kind twice gives its unordered pairs. */
export function combined(kinds: readonly Keys[], most: number): Keys {
  const records = kinds[0]!.values.length / kinds[0]!.slots;
  const values = new Uint32Array(records * most);
  const write = (record: number, depth: number, slot: number, sofar: number, state: { used: number }): void => {
    if (depth === kinds.length) {
      if (state.used < most) values[record * most + state.used++] = sofar;
      return;
    }
    const { slots, values: from } = kinds[depth]!;
    const again = depth > 0 && kinds[depth - 1] === kinds[depth];
    for (let at = again ? slot + 1 : 0; at < slots; at++) {
      const key = from[record * slots + at]!;
      if (key === 0) continue;
      // Words of one name pair in either order, so that an exchanged order keeps its key.
      const joined = again ? mixed(Math.min(sofar, mixed(key, 1)), Math.max(sofar, mixed(key, 1))) : mixed(sofar, mixed(key, depth + 1));
      write(record, depth + 1, at, depth === 0 ? mixed(key, 1) : joined, state);
    }
  };
  for (let record = 0; record < records; record++) write(record, 0, 0, 0, { used: 0 });
  return { fields: [...new Set(kinds.flatMap((kind) => kind.fields))], slots: most, values };
}
