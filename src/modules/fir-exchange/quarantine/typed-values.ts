// What stands in a field of a message as a person reads and types it, and back: Indian wall clock, names of districts, digits of any script.
import { plainDigits } from '../../../kernel/digits.ts';
import { dayOf, instantAt, instantFrom, isDay, timeOfDay } from '../../../kernel/time.ts';
import { cleanText } from '../../../platform/http/clean-text.ts';
import { instant } from '../messages/field.ts';
import { readValue } from '../messages/read-value.ts';
import type { LeafShape, MessageField } from './message-fields.ts';

/** Names of districts by code and codes by name, as this reader has them. */
export type DistrictNames = { nameOf: ReadonlyMap<string, string>; codeOf: ReadonlyMap<string, string> };
export const LEFT_OUT = 'left-out';

const isDistrict = (shape: LeafShape): boolean => shape.kind === 'form' && shape.form.name === 'DistrictCode';
const plain = (value: unknown): string => (value === undefined || value === null || typeof value === 'object' ? '' : cleanText(String(value))); // prettier-ignore

/** What the field holds before anybody types; empty where what came cannot stand in it. */
export function shownIn({ shape, value }: Pick<MessageField, 'shape' | 'value'>, { nameOf }: DistrictNames): string {
  if (shape.kind === 'photograph' || shape.kind === 'bytes') return '';
  if (shape.kind === 'yes-no') return value === true ? 'yes' : value === false ? 'no' : '';
  if (shape.kind === 'code') return Object.hasOwn(shape.list.codes, plain(value)) ? plain(value) : '';
  if (shape.kind === 'day') return isDay(plain(value)) ? plain(value) : '';
  if (shape.kind === 'instant') {
    if (readValue(instant, value, '', []) === undefined) return '';
    const at = instantFrom(String(value));
    return `${dayOf(at)}T${timeOfDay(at)}`;
  }
  return isDistrict(shape) ? (nameOf.get(plain(value)) ?? plain(value)) : plain(value);
}

/** What is sent in. Left as it was shown, it stays as it came: a moment keeps its seconds, a text its ends of lines. */
export function valueFrom(field: MessageField, typed: string, names: DistrictNames): unknown {
  const { shape, value } = field;
  if (shape.kind === 'photograph') return typed === LEFT_OUT ? undefined : value;
  if (typed === '') return undefined;
  if (typed === shownIn(field, names)) return value;
  const [day = '', time = ''] = plainDigits(typed).split('T');
  switch (shape.kind) {
    case 'whole':
      return /^\d{1,9}$/.test(plainDigits(typed)) ? Number(plainDigits(typed)) : typed;
    case 'yes-no':
      return typed === 'yes' ? true : typed === 'no' ? false : typed;
    case 'instant':
      return isDay(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time.slice(0, 5)) ? instantAt(day, time.slice(0, 5)) : typed;
    case 'form':
      return isDistrict(shape) ? (names.codeOf.get(typed.toLowerCase()) ?? typed) : typed;
    default:
      return typed;
  }
}
