// The rows of one or two spreadsheets as columns of numbers, one numbering for both: the left file's rows first, then the right file's.
import { type ColumnAspect, type Field, InputFault, birthAspects, fieldOf, fields } from './aspects.ts';
import { monthComesFirst } from './dates.ts';
import { type FileMapping, checkMapping } from './mapping.ts';
import { type BirthParts, normalise, normaliseBirth } from './normalise.ts';
import { type Growing, type Vocabulary, mostTexts, newGrowing, newVocabulary, numberOf, push } from './vocabulary.ts';

/** `numbers[record]` is a place in `texts`, −1 where nothing is known. Names share one vocabulary, places another. */
export type Column = { readonly texts: readonly string[]; readonly numbers: Int32Array };

/** `right` is 0 when one file is compared with itself. `truth`: records of one person bear one text; null where no column tells. */
export type Records = {
  readonly ids: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly columns: ReadonlyMap<Field, Column>;
  readonly truth: readonly string[] | null;
};

export type Side = 'left' | 'right';
/** Takes rows in the order of the header, one call each; `finish` gives the records. */
export type Reading = { open(side: Side, header: readonly string[], file: string): (row: readonly string[]) => void; finish(): Records };

/** `aliases`: columns with other ways the person is called. */
type Source = { readonly field: Field; readonly columns: readonly string[]; readonly aliases: readonly string[] };

const joined: readonly Field[] = [
  'given',
  'surname',
  'name',
  'father',
  'mother',
  'address',
  'place',
  'city',
  'state',
  'occupation',
  'languages',
  'marks',
  'text',
];
const people: readonly Field[] = ['given', 'surname', 'name', 'father', 'mother'];
const places: readonly Field[] = ['place', 'city', 'state'];

const columnsOf = (mapping: FileMapping, aspect: ColumnAspect): string[] =>
  [...mapping.columns].filter(([, of]) => of === aspect).map(([column]) => column);

/** Given name and surname apart if both files have them so; else whole names, put together where need be. */
function sourcesOf(mapping: FileMapping, apart: boolean): Source[] {
  const sources = new Map<Field, string[]>();
  for (const [column, aspect] of mapping.columns) {
    if (aspect === 'alias') continue;
    const field = fieldOf(aspect);
    if (apart ? field === 'name' : field === 'given' || field === 'surname') continue;
    sources.set(field, [...(sources.get(field) ?? []), column]);
  }
  const whole = [...columnsOf(mapping, 'given-name'), ...columnsOf(mapping, 'surname')];
  if (!apart && whole.length > 0 && !sources.has('name')) sources.set('name', whole);
  const aliases = columnsOf(mapping, 'alias');
  const bearer: Field = apart ? 'given' : 'name';
  if (aliases.length > 0 && !sources.has(bearer)) sources.set(bearer, []);
  return [...sources].map(([field, columns]) => ({ field, columns, aliases: field === bearer ? aliases : [] }));
}

/** Names are compared in parts when every file has some part and no file has only the whole. */
function namesApart(mappings: readonly FileMapping[]): boolean {
  return (
    mappings.every((mapping) => ['given-name', 'surname'].some((part) => columnsOf(mapping, part as ColumnAspect).length > 0)) &&
    !mappings.some((mapping) => columnsOf(mapping, 'name').length > 0 && columnsOf(mapping, 'surname').length === 0)
  );
}

function vocabularyFor(shelf: Map<string, Vocabulary>, field: Field): Vocabulary {
  const domain = people.includes(field) ? 'person' : places.includes(field) ? 'place' : field;
  const vocabulary = shelf.get(domain) ?? newVocabulary();
  shelf.set(domain, vocabulary);
  return vocabulary;
}

/** Spellings already written anew, forgotten when there are too many: most columns repeat themselves. */
function rememberedNormalise(field: Field, vocabulary: Vocabulary): (raw: string) => number {
  const seen = new Map<string, number>();
  return (raw) => {
    const known = seen.get(raw);
    if (known !== undefined) return known;
    if (vocabulary.texts.length >= mostTexts) throw new InputFault(`more than ${mostTexts} different texts of one kind; split the file`);
    const number = numberOf(vocabulary, normalise(field, raw));
    if (seen.size > 50_000) seen.clear();
    seen.set(raw, number);
    return number;
  };
}

type RowTaker = (row: readonly string[]) => void;

function takeText(source: Source, header: readonly string[], vocabulary: Vocabulary, into: Growing): RowTaker {
  const at = source.columns.map((column) => header.indexOf(column));
  const number = rememberedNormalise(source.field, vocabulary);
  const aliases = source.aliases.map((column) => header.indexOf(column));
  if (aliases.length > 0) {
    const called = (row: readonly string[]): string[] => [
      at.map((place) => row[place] ?? '').join(' '),
      ...aliases.map((place) => row[place] ?? ''),
    ];
    return (row) => push(into, number(called(row).filter((name) => name.trim() !== '').join(' alias '))); // prettier-ignore
  }
  if (at.length === 1) return (row) => push(into, number(row[at[0]!] ?? ''));
  if (joined.includes(source.field)) return (row) => push(into, number(at.map((place) => row[place] ?? '').join(' ')));
  return (row) => push(into, number(row[at.find((place) => (row[place] ?? '').trim() !== '') ?? -1] ?? ''));
}

const partOf: Partial<Record<ColumnAspect, keyof BirthParts>> = {
  'birth-date': 'date',
  'birth-year': 'year',
  'birth-month': 'month',
  'birth-day': 'day',
  age: 'age',
  'age-as-of': 'asOf',
};
/** Ten times what chance gives. */
const manyNewYears = 0.027;
const APART = '\u0001';

/** Birth is kept as written until the file is read: only all of a column tells whether its months come first. */
function takeBirth(mapping: FileMapping, header: readonly string[], written: Vocabulary, into: Growing): RowTaker {
  const parts = birthAspects.map((aspect) => columnsOf(mapping, aspect).map((column) => header.indexOf(column))[0] ?? -1);
  return (row) =>
    push(
      into,
      numberOf(
        written,
        parts.map((at, part) => (at >= 0 ? (row[at] ?? '').trim() : part === 5 ? (mapping.ageAsOf ?? '') : '')).join(APART),
      ),
    );
}

/** Where many were born on the first of January, it stands for a year of which no day is known. */
function withoutNewYears(births: readonly string[], times: Float64Array): readonly string[] {
  let [whole, first] = [0, 0];
  births.forEach((birth, at) => {
    if (!/^\d{4}(?!00)\d{4}$/.test(birth)) return;
    whole += times[at]!;
    if (birth.endsWith('0101')) first += times[at]!;
  });
  return first >= 20 && first > manyNewYears * whole ? births.map((birth) => birth.replace(/^(\d{4})0101$/, '$1' + '0000')) : births;
}

function finishBirth(written: Vocabulary, into: Growing, vocabulary: Vocabulary): void {
  const parts = written.texts.map((text) => text.split(APART));
  const monthFirst = monthComesFirst(parts.map(([date]) => date!));
  const times = new Float64Array(parts.length);
  for (let at = 0; at < into.length; at++) if (into.values[at]! >= 0) times[into.values[at]!]!++;
  const births = parts.map((texts) => {
    const told: BirthParts = {};
    birthAspects.forEach((aspect, at) => (told[partOf[aspect]!] = texts[at]!));
    return normaliseBirth(told, monthFirst);
  });
  const numbers = withoutNewYears(births, times).map((text) => numberOf(vocabulary, text));
  for (let at = 0; at < into.length; at++) into.values[at] = into.values[at]! < 0 ? -1 : numbers[into.values[at]!]!;
}

type SideRows = { ids: string[]; truth: string[]; numbers: Map<Field, Growing>; written: Vocabulary };

function takeId(mapping: FileMapping, header: readonly string[], file: string, ids: string[]): RowTaker {
  const at = mapping.id === null ? -1 : header.indexOf(mapping.id);
  const seen = new Set<string>();
  return (row) => {
    const id = at < 0 ? String(ids.length + 1) : (row[at] ?? '').trim();
    const number = ids.length + 1;
    if (id === '') throw new InputFault(`${file}: row ${number} has no id in column "${mapping.id}"`, [number]);
    if (at >= 0 && seen.has(id)) {
      const before = ids.indexOf(id) + 1;
      throw new InputFault(`${file}: the id "${id}" stands twice, in rows ${before} and ${number}; ids must be different`, [
        before,
        number,
      ]);
    }
    if (at >= 0) seen.add(id);
    ids.push(id);
  };
}

function concatenated(lists: readonly (Growing | undefined)[], lengths: readonly number[]): Int32Array {
  const length = lengths.reduce((sum, one) => sum + one, 0);
  const all = new Int32Array(new SharedArrayBuffer(4 * length)).fill(-1); // threads look into it together
  let at = 0;
  lists.forEach((list, side) => {
    if (list) all.set(list.values.subarray(0, list.length), at);
    at += lengths[side]!;
  });
  return all;
}

/** Pass the right mapping to link two files, null to find repeats within one. Fields only one file has are left out: they can agree with nothing. */
export function openRecords(left: FileMapping, right: FileMapping | null): Reading {
  const mappings = right ? [left, right] : [left];
  const apart = namesApart(mappings);
  const sources = mappings.map((mapping) => sourcesOf(mapping, apart));
  const compared = fields.filter((field) => sources.every((side) => side.some((source) => source.field === field)));
  if (compared.length === 0) {
    throw new InputFault(
      right
        ? 'the two files have no kind of column in common; check the mapping'
        : 'no column says anything that can be compared; give a mapping',
    );
  }
  const shelf = new Map<string, Vocabulary>();
  const sides: SideRows[] = mappings.map(() => ({ ids: [], truth: [], numbers: new Map(), written: newVocabulary() }));
  return {
    open(side, header, file) {
      const number = side === 'left' ? 0 : 1;
      const mapping = mappings[number]!;
      checkMapping(mapping, header, file);
      const rows = sides[number]!;
      const takers: RowTaker[] = [takeId(mapping, header, file, rows.ids)];
      for (const source of sources[number]!.filter(({ field }) => compared.includes(field))) {
        const into = newGrowing();
        rows.numbers.set(source.field, into);
        if (source.field === 'birth') takers.push(takeBirth(mapping, header, rows.written, into));
        else takers.push(takeText(source, header, vocabularyFor(shelf, source.field), into));
      }
      const truthAt = mapping.truth === null ? -1 : header.indexOf(mapping.truth);
      if (truthAt >= 0) takers.push((row) => rows.truth.push((row[truthAt] ?? '').trim()));
      return (row) => {
        for (const take of takers) take(row);
      };
    },
    finish() {
      for (const rows of sides) {
        const birth = rows.numbers.get('birth');
        if (birth) finishBirth(rows.written, birth, vocabularyFor(shelf, 'birth'));
      }
      const lengths = sides.map((rows) => rows.ids.length);
      const columns = compared.map(
        (field) =>
          [
            field,
            {
              texts: vocabularyFor(shelf, field).texts,
              numbers: concatenated(
                sides.map((rows) => rows.numbers.get(field)),
                lengths,
              ),
            },
          ] as const,
      );
      const truth = sides.flatMap((rows) => rows.truth);
      const ids = sides.length === 2 ? sides[0]!.ids.concat(sides[1]!.ids) : sides[0]!.ids;
      return {
        ids,
        left: lengths[0]!,
        right: lengths[1] ?? 0,
        columns: new Map(columns),
        truth: truth.length === ids.length && ids.length > 0 ? truth : null,
      };
    },
  };
}
