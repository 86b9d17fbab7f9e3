// What a column of a spreadsheet may say of a person, and the fields that pairs of people are compared by.

/** What a column may be mapped to. Several columns of one aspect are read as one, joined by a space. */
export const columnAspects = [
  'name',
  'alias',
  'given-name',
  'surname',
  'father',
  'mother',
  'sex',
  'birth-date',
  'birth-year',
  'birth-month',
  'birth-day',
  'age',
  'age-as-of',
  'address',
  'street-number',
  'place',
  'city',
  'state',
  'postcode',
  'telephone',
  'email',
  'identifier',
  'occupation',
  'languages',
  'marks',
  'height',
  'text',
] as const;
export type ColumnAspect = (typeof columnAspects)[number];

/** What is compared: the columns about birth become one field, every other aspect is a field of its own. */
export const fields = [
  'given',
  'surname',
  'name',
  'father',
  'mother',
  'sex',
  'birth',
  'address',
  'streetNumber',
  'place',
  'city',
  'state',
  'postcode',
  'telephone',
  'email',
  'identifier',
  'occupation',
  'languages',
  'marks',
  'height',
  'text',
] as const;
export type Field = (typeof fields)[number];

export const birthAspects: readonly ColumnAspect[] = ['birth-date', 'birth-year', 'birth-month', 'birth-day', 'age', 'age-as-of'];

/** What brothers and sisters, couples and flatmates share. The rest is a person's own. */
export const householdFields: readonly Field[] = [
  'surname',
  'father',
  'mother',
  'address',
  'streetNumber',
  'place',
  'city',
  'state',
  'postcode',
  'telephone',
  'languages',
];

/** Fields that say much the same: a postcode all but names its city and State. */
export const areaFields: readonly Field[] = ['place', 'city', 'state', 'postcode'];

/** Names, places and parents go with a language already: one in common adds nothing to them, none in common speaks against. */
export const onlyAgainst: readonly Field[] = ['languages'];

const fieldNames: Partial<Record<ColumnAspect, Field>> = { 'given-name': 'given', 'street-number': 'streetNumber', alias: 'name' };

export function fieldOf(aspect: ColumnAspect): Field {
  return birthAspects.includes(aspect) ? 'birth' : (fieldNames[aspect] ?? (aspect as Field));
}

/** How the fields are called in sentences. */
export const fieldWords: Readonly<Record<Field, string>> = {
  given: 'given name',
  surname: 'surname',
  name: 'name',
  father: 'father’s name',
  mother: 'mother’s name',
  sex: 'sex',
  birth: 'birth or age',
  address: 'address',
  streetNumber: 'street number',
  place: 'place',
  city: 'city',
  state: 'State',
  postcode: 'postcode',
  telephone: 'telephone',
  email: 'e-mail',
  identifier: 'identifier',
  occupation: 'occupation',
  languages: 'languages',
  marks: 'marks on the body',
  height: 'height',
  text: 'description',
};

/** What is wrong with the files or the mapping, in words for whoever called. Anything else thrown is a fault of ours. */
export class InputFault extends Error {
  /** Of the file, counted from 1 below the header; none where the fault is in no row. */
  readonly rows: readonly number[];

  constructor(message: string, rows: readonly number[] = []) {
    super(message);
    this.rows = rows;
  }
}
