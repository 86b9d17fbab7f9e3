// The door of i18n: languages, words, and dates, spans and ages in words.
export { languageName } from './language-name.ts';
export {
  type Locale,
  type PrintLocale,
  directionOf,
  isPrinted,
  isShipped,
  languages,
  negotiate,
  printLocales,
  printLocalesFor,
  shippedLocales,
} from './locales.ts';
export { type Translate, type Values, type Words, hasWords, translatorFor, wordsIn } from './translate.ts';
export {
  formatAge,
  formatAgeNow,
  formatAgo,
  formatDay,
  formatDeadline,
  formatDuration,
  formatMoment,
  formatMonth,
  formatWhen,
} from './format.ts';
