// What a field of a message is, as a value. The strict reader, both renderings, the published schemas and the types in this code all follow from it.
import type { Day, Instant } from '../../../kernel/time.ts';

/** Codes and what each means. A published list is frozen with its version: a new code is a new version. */
export type CodeList<Code extends string = string> = { readonly name: string; readonly codes: Readonly<Record<Code, string>> };

/** A way of writing, for texts that are not free. `pattern` is written in what ECMAScript and XML Schema both read: no anchors, no look-around, no `\d`. */
export type Form = { readonly name: string; readonly pattern: string; readonly says: string };

export type TextShape = { readonly kind: 'text'; readonly most: number };
export type FormShape = { readonly kind: 'form'; readonly form: Form; readonly most: number };
export type CodeShape<Code extends string = string> = { readonly kind: 'code'; readonly list: CodeList<Code> };
export type WholeShape = { readonly kind: 'whole'; readonly least: number; readonly most: number };
export type YesNoShape = { readonly kind: 'yes-no' };
export type DayShape = { readonly kind: 'day' };
export type InstantShape = { readonly kind: 'instant' };
export type BytesShape = { readonly kind: 'bytes'; readonly mostBytes: number };
/** `name` is the type's name in the published schemas. */
export interface GroupShape<F extends Fields = Fields> {
  readonly kind: 'group';
  readonly name: string;
  readonly fields: F;
}
/** A list that is there has at least one item, so "none" is written in one way alone: by leaving it out. `item`: an item's element in XML. */
export interface ListShape<S extends Shape = Shape> {
  readonly kind: 'list';
  readonly item: string;
  readonly of: S;
  readonly most: number;
}

type PlainShape = TextShape | FormShape | CodeShape | WholeShape | YesNoShape | DayShape | InstantShape | BytesShape;
export type Shape = PlainShape | GroupShape | ListShape;

/** `from`: the item of the police form it carries. `says`: a sentence for whoever writes a client. */
export type Field<S extends Shape = Shape, Must extends boolean = boolean> = {
  readonly shape: S;
  readonly must: Must;
  readonly says: string;
  readonly from: string | null;
};
/** In the order of the XML rendering. */
export type Fields = { readonly [name: string]: Field };

type MustNames<F extends Fields> = { [Name in keyof F]: F[Name] extends { must: true } ? Name : never }[keyof F];
type Flat<T> = { [Name in keyof T]: T[Name] };
export type GroupValue<F extends Fields> = Flat<
  { -readonly [Name in MustNames<F>]: ValueOf<F[Name]['shape']> } & {
    -readonly [Name in Exclude<keyof F, MustNames<F>>]?: ValueOf<F[Name]['shape']>;
  }
>;
/** The value a shape reads into. */
export type ValueOf<S> =
  S extends CodeShape<infer Code>
    ? Code
    : S extends { kind: 'group'; fields: infer F extends Fields }
      ? GroupValue<F>
      : S extends { kind: 'list'; of: infer Item }
        ? ValueOf<Item>[]
        : S extends WholeShape
          ? number
          : S extends YesNoShape
            ? boolean
            : S extends DayShape
              ? Day
              : S extends InstantShape
                ? Instant
                : string;

export function must<S extends Shape>(shape: S, says: string, from: string | null = null): Field<S, true> {
  return { shape, must: true, says, from };
}

export function may<S extends Shape>(shape: S, says: string, from: string | null = null): Field<S, false> {
  return { shape, must: false, says, from };
}

export const text = (most: number): TextShape => ({ kind: 'text', most });
export const whole = (least: number, most: number): WholeShape => ({ kind: 'whole', least, most });
export const bytes = (mostBytes: number): BytesShape => ({ kind: 'bytes', mostBytes });
export const yesNo: YesNoShape = { kind: 'yes-no' };
export const day: DayShape = { kind: 'day' };
export const instant: InstantShape = { kind: 'instant' };

export function written(form: Form, most: number): FormShape {
  return { kind: 'form', form, most };
}

export function oneOf<Code extends string>(list: CodeList<Code>): CodeShape<Code> {
  return { kind: 'code', list };
}

export function group<F extends Fields>(name: string, fields: F): GroupShape<F> {
  return { kind: 'group', name, fields };
}

export function listOf<S extends Shape>(item: string, of: S, most: number): ListShape<S> {
  return { kind: 'list', item, of, most };
}

/** Text length as the published schemas count it: in code points. */
export function lengthOf(value: string): number {
  let length = 0;
  for (const _ of value) length++;
  return length;
}

/** Base64 characters that so many bytes take. */
export function base64Length(byteCount: number): number {
  return Math.ceil(byteCount / 3) * 4;
}
