// Why a message cannot be read: each reason has a code that never changes its meaning, and a sentence for whoever writes the client.

export const reasons = {
  'too-large': 'The message has more bytes than a message may have.',
  encoding: 'The bytes are not UTF-8.',
  'json-broken': 'It is not JSON.',
  'xml-broken': 'It is not well-formed XML.',
  'xml-forbidden':
    'It holds what this rendering does not allow: a document type, an entity of its own, a processing instruction or an attribute.',
  namespace: 'The elements are not in the namespace of this version.',
  'too-deep': 'Objects or elements stand too deep within each other.',
  'name-repeated': 'A name stands twice in one object or element.',
  order: 'The elements do not stand in the order of the version.',
  'text-between': 'Text stands between elements.',
  'type-unknown': 'The version has no such type of message.',
  'type-disagrees': 'The root element and `type` name two types.',
  'version-unknown': 'No such version is spoken here.',
  missing: 'A field that must be there is not.',
  'unknown-field': 'The version has no such field here.',
  'wrong-kind': 'The value is of another kind: text in place of a number, or the like.',
  empty: 'The text is empty. What is not known is left out.',
  'too-long': 'The text has more characters than the field may have.',
  character: 'The text holds a control character or half of one.',
  form: 'The text is not written as this field is.',
  'not-a-code': 'The value is not in the list of codes.',
  'not-a-day': 'No such day: YYYY-MM-DD, years 1950 to 2099.',
  'not-an-instant': 'No such moment: YYYY-MM-DDTHH:MM:SS with Z or +05:30, years 1950 to 2099.',
  'out-of-range': 'The number is below or above what the field may be.',
  'not-base64': 'It is not base64, or has line breaks.',
  'too-few': 'The list is empty. A list of nothing is left out.',
  'too-many': 'The list has more items than it may have.',
  'one-of-two': 'Two fields exclude each other and both are there.',
  'age-missing': 'Neither a date of birth nor an age is there.',
  'wrong-way-round': 'The upper bound is below the lower.',
  'born-later': 'The child is born after the day it is described on.',
  'not-a-child': 'The person was 18 or older on that day.',
  'child-repeated': 'Two children have the same number, or a number stands twice.',
  'act-not-in-force': 'The Act was not in force on any day that can count.',
  'number-of-other-year': 'The number carries another year than the paper.',
  'district-elsewhere': 'The district is not of that State.',
  'not-a-picture': 'The bytes are no picture of the media type named.',
  'day-not-over': 'A day with nothing was not over when the message was sent.',
  'corrects-itself': 'A message corrects itself.',
} as const satisfies Record<string, string>;

export type Reason = keyof typeof reasons;

/** `path`: a JSON pointer into the message, alike in both renderings; '' is the whole message. `expected`: what would be right, where that can be said. */
export type Flaw = { readonly path: string; readonly reason: Reason; readonly expected?: string };

/** A rendering opened: its tree of plain values, and what is wrong with the rendering. What was opened stays, for the heading. */
export type Opened = { tree: unknown; flaws: Flaw[] };

const LONGEST_STEP = 60;

/** One step of a pointer. A name from outside is cut and cleaned: it will be stored and shown. */
export function step(path: string, name: string | number): string {
  const clean = String(name).slice(0, LONGEST_STEP).toWellFormed().replace(/[\p{Cc}\p{Cf}]/gu, '\u{fffd}'); // prettier-ignore
  return `${path}/${clean.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
