// The particulars of the two records, row by row, as they were compared: the other side's file stays closed, only these fields are shown.
import { dayOf } from '../../kernel/time.ts';
import { formatDay, formatMoment, languageName } from '../../platform/i18n/index.ts';
import type { View } from '../../web/view.ts';
import { type Description, type NameBearer, namesOf } from '../children/index.ts';
import type { Side } from './review.ts';
import { ageThenAndNow, markInWords, nameInBoth } from './words.ts';

/** Null where that side does not say: unknown, never "no". */
export type Particular = { label: string; missing: string | null; found: string | null };

type Reading = (view: View, side: Side) => string | null;

const listed = (parts: readonly string[]): string | null => (parts.length > 0 ? parts.join(', ') : null);
const names =
  (bearer: NameBearer): Reading =>
  (_, { description }) =>
    listed(namesOf(description, bearer).map(nameInBoth));

function height({ heightCentimetres: height }: Description): string | null {
  if (!height) return null;
  return height.low === height.high ? `${height.low} cm` : `${height.low}–${height.high} cm`;
}

const readings: readonly (readonly [label: string, Reading])[] = [
  ['match-review.field.names', names('child')],
  ['match-review.field.age', ageThenAndNow],
  ['match-review.field.sex', (view, { description }) => (description.sex ? view.t('match-review.sex', { sex: description.sex }) : null)],
  ['match-review.field.father', names('father')],
  ['match-review.field.mother', names('mother')],
  ['match-review.field.guardian', names('guardian')],
  ['match-review.field.sibling', names('sibling')],
  ['match-review.field.marks', (view, { description }) => listed(description.marks.map((mark) => markInWords(view, mark)))],
  ['match-review.field.languages', (view, { description }) => listed(description.languages.map((code) => languageName(view.locale, code)))],
  ['match-review.field.home', (_, { description }) => listed(description.homeWords)],
  ['match-review.field.words', (_, { description }) => description.wordsRepeated],
  ['match-review.field.height', (_, { description }) => height(description)],
  [
    'match-review.field.build',
    (view, { description }) => (description.build ? view.t('match-review.build', { build: description.build }) : null),
  ],
  [
    'match-review.field.complexion',
    (view, { description }) => (description.complexion ? view.t('match-review.complexion', { complexion: description.complexion }) : null),
  ],
  ['match-review.field.clothing', (_, { description }) => description.clothing],
  ['match-review.field.where', (_, { district }) => (district ? `${district.name}, ${district.stateName}` : null)],
  // Of a missing child the day only: the time a record carries may be one nobody told.
  [
    'match-review.field.when',
    (view, { record }) => (record.kind === 'missing' ? formatDay(view, dayOf(record.happenedAt)) : formatMoment(view, record.happenedAt)),
  ],
];

/** Rows neither side says anything about are left out. */
export function particularsOf(view: View, missing: Side, found: Side): Particular[] {
  return readings
    .map(([label, read]) => ({ label: view.t(label), missing: read(view, missing), found: read(view, found) }))
    .filter((row) => row.missing !== null || row.found !== null);
}
