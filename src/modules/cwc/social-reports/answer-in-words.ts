// An answer of Form 22 in words: choices in the reader's language, text as it was written.
import type { View } from '../../../web/view.ts';
import type { ReportField } from './report-fields.ts';

export function answerInWords(view: View, field: ReportField, value: string): string {
  if (field.kind !== 'choice' && field.kind !== 'choices') return value;
  return value
    .split(',')
    .map((one) => view.t(`cwc-report.answer.${one}`))
    .join(', ');
}
