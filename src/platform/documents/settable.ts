// What the typesetter must be told about a text that a browser sees by itself: where a long word may break, and which way a sentence runs.

const ZERO_WIDTH_SPACE = '\u200b';
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
/** The longest word that fits the narrowest column we print. */
const longWord = /\S{25,}/gu;
const signs = new Intl.Segmenter('und', { granularity: 'grapheme' });
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** After every sign as a reader sees it, so that no conjunct is torn apart. Joined writing has no such words. */
function breakable(word: string): string {
  return rightToLeft.test(word) ? word : [...signs.segment(word)].map(({ segment }) => segment).join(ZERO_WIDTH_SPACE);
}

/** Each line runs as its own first letter says: without this the full stop of an English answer stands before it in an Urdu document. */
function isolated(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : FIRST_STRONG_ISOLATE + line + POP_ISOLATE))
    .join('\n');
}

export function settable<Values>(values: Values, direction: 'ltr' | 'rtl'): Values {
  const set = (text: string) => {
    const broken = text.replace(longWord, breakable);
    return direction === 'rtl' || rightToLeft.test(text) ? isolated(broken) : broken;
  };
  return JSON.parse(JSON.stringify(values), (key, value: unknown) =>
    typeof value === 'string' && key !== 'kind' ? set(value) : value,
  ) as Values;
}
