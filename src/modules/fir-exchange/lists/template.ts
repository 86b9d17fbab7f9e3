// Files a list comes from and goes back in: the empty template with its code lists, and the refused rows with their reasons.
import { csvText } from '../../../platform/csv.ts';
import { type Locale, type Translate, hasWords } from '../../../platform/i18n/index.ts';
import { writeWorkbook } from '../../../platform/sheets/index.ts';
import { circumstances } from '../messages/codes.ts';
import { acts } from '../messages/acts.ts';
import { type Field, columnWord, fields } from './fields.ts';
import type { PlannedRow } from './plan.ts';

type Speaking = { t: Translate; locale: Locale };

/** What may stand in a column of codes: the word, or the code itself. */
const codes: readonly [Field, readonly string[], (code: string) => string][] = [
  ['paperKind', ['fir', 'zero-fir', 'general-diary'], (code) => `fir-lists.paperKind.${code}`],
  ['sex', ['female', 'male', 'third', 'unknown'], (code) => `fir-lists.sex.${code}`],
  ['circumstance', Object.keys(circumstances.codes), (code) => `fir-lists.circumstance.${code}`],
];

function codeRows({ t, locale }: Speaking): string[][] {
  const words = codes.flatMap(([field, list, key]) => list.map((code) => [columnWord(locale, field), t(key(code)), code]));
  const charged = Object.entries(acts).map(([code, { name }]) => [columnWord(locale, 'sections'), name, code]);
  return [[t('fir-lists.template.column'), t('fir-lists.template.word'), t('fir-lists.template.code')], ...words, ...charged];
}

const headingsIn = ({ locale }: Speaking): string[] => fields.map((field) => columnWord(locale, field));

export function templateWorkbook(speaking: Speaking): Buffer {
  const { t } = speaking;
  const hints = fields.map((field) => [columnWord(speaking.locale, field), t(`fir-lists.hint.${field}`)]);
  return writeWorkbook([
    { name: t('fir-lists.template.sheet'), rows: [headingsIn(speaking)], widths: fields.map(() => 18) },
    { name: t('fir-lists.template.codes'), rows: codeRows(speaking), widths: [22, 40, 24] },
    {
      name: t('fir-lists.template.help'),
      rows: [[t('fir-lists.template.column'), t('fir-lists.template.how')], ...hints],
      widths: [26, 80],
    },
  ]);
}

export function templateCsv(speaking: Speaking): Buffer {
  return Buffer.from(csvText(headingsIn(speaking), []));
}

export function wrongInWords({ t, locale }: Speaking, { wrongs }: Pick<PlannedRow, 'wrongs'>): string[] {
  const said = (key: string): string => t(hasWords(key) ? key : 'fir-lists.wrong.other');
  return wrongs.map(({ field, why }) => t('fir-lists.wrongAt', { column: columnWord(locale, field), why: said(`fir-lists.wrong.${why}`) }));
}

/** As they were read, with their line and why: put right here, the same file is brought again. */
export function refusedCsv(speaking: Speaking, rows: readonly PlannedRow[]): Buffer {
  const { t } = speaking;
  const [line, reason] = [t('fir-lists.refused.line'), t('fir-lists.refused.reason')];
  const refused = rows.filter(({ outcome }) => outcome === 'refused');
  return Buffer.from(
    csvText(
      [...headingsIn(speaking), line, reason],
      refused.map((planned) => ({
        ...Object.fromEntries(fields.map((field) => [columnWord(speaking.locale, field), planned.row[field]])),
        [line]: planned.row.line,
        [reason]: wrongInWords(speaking, planned).join(' '),
      })),
    ),
  );
}
