// What a message says, field by field and in words; of two that contradict each other, where.
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import type { View } from '../../../web/view.ts';
import type { PaperMessage } from '../messages/index.ts';
import type { Fill } from '../quarantine/fill.ts';
import { type MessageField, type Tree, fieldsOf } from '../quarantine/message-fields.ts';
import { shownIn } from '../quarantine/typed-values.ts';
import { codeText, wholeFieldText } from './field-words.ts';
import type { Said } from './held-page.tsx';

function valueText(view: View, field: MessageField, { names }: Fill): string {
  const { shape, value } = field;
  const shown = shownIn(field, names);
  if (shape.kind === 'code') return shown === '' ? String(value ?? '') : codeText(view, shape.list, shown);
  if (shape.kind === 'yes-no') return shown === '' ? '' : view.t(`message-fields.${shown as 'yes' | 'no'}`);
  if (shape.kind === 'instant' && shown !== '') return formatMoment(view, value as Instant);
  if (shape.kind === 'day' && shown !== '') return formatDay(view, value as Day);
  return shown;
}

/** Of what it says; nothing of what it leaves out. */
export function saidIn(view: View, fill: Fill): Said[] {
  return fill.fields
    .map((field) => ({ id: field.path, field: wholeFieldText(view, field), says: valueText(view, field, fill), stands: '' }))
    .filter(({ says }) => says !== '');
}

export function differing(view: View, fill: Fill, stands: PaperMessage): Said[] {
  const others = fieldsOf(stands as unknown as Tree, []);
  const here = new Map(fill.fields.map((field) => [field.path, field]));
  const there = new Map(others.map((field) => [field.path, field]));
  const textOf = (field: MessageField | undefined) => (field && valueText(view, field, fill)) || '–';
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((path) => {
    const [says, other] = [textOf(here.get(path)), textOf(there.get(path))];
    return says === other ? [] : [{ id: path, field: wholeFieldText(view, (here.get(path) ?? there.get(path))!), says, stands: other }];
  });
}
