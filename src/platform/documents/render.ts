// A document as the bytes of a PDF: the same document gives the same bytes, on any machine.
import { milliseconds } from '../../kernel/time.ts';
import { type Locale, directionOf, formatMoment, isPrinted, wordsIn } from '../i18n/index.ts';
import type { Document } from './document.ts';
import { familiesFor } from './fonts.ts';
import { settable } from './settable.ts';
import { typeset } from './typesetting.ts';

/** The words around a document. A language that has none yet is given the source's. */
function wordsAround({ form, printed }: Document, language: Locale) {
  const words = wordsIn(isPrinted(language) ? language : 'en');
  const { t } = words;
  return {
    form: form ? t('documents.form', { number: form.number }) : '',
    reference: t('documents.reference'),
    date: t('documents.date'),
    toSign: t('documents.toSign'),
    // Only the typesetter knows the numbers.
    page: t('documents.page', { page: '{page}', pages: '{pages}' }),
    printed: t('documents.printed', { by: printed.by, at: formatMoment(words, printed.at), purpose: printed.purpose }),
  };
}

/** Panjabi is also written from the right, and by its short tag the typesetter takes it to be: readers would then copy it backwards. */
const tagged: Partial<Record<Locale, string>> = { pa: 'pan' };

/** What document.typ reads. */
export function givenToTypesetter(document: Document, language: Locale): string {
  const direction = directionOf(language);
  const given = settable({ ...document, words: wordsAround(document, language) }, direction);
  return JSON.stringify({ ...given, language: tagged[language] ?? language, direction, fonts: familiesFor(language) });
}

export function renderDocument(document: Document, { language }: { language: Locale }): Promise<Uint8Array> {
  return typeset(givenToTypesetter(document, language), Math.floor(milliseconds(document.printed.at) / 1000));
}
