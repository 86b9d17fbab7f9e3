// A line of a register taken apart: the person, the relative after "son of", the place after that or after "resident of".
const relation =
  /(?:^|[\s,;(])(?:[sdwcf]\s*[/\\]\s*o\b\.?|(?:son|daughter|wife|child|care|father) of|father(?:'s name)?\s*[:-]|पुत्री?|सुपुत्री?|पिता|पत्नी|पति|आत्मज|পিতা|স্বামী|ولد|بنت|زوجہ)(?=[\s:.,-]|$)[\s:.,-]*/iu;
const residence =
  /(?:^|[\s,;(])(?:r\s*[/\\]\s*o\b\.?|resident of|residing at|address\s*[:-]|vill(?:age)?\b\.?|निवासी|ग्राम|গ্রাম|ساکن)(?=[\s:.,-]|$)[\s:.,-]*/iu;

/** Empty where nothing is said. `marked`: a relation or a residence is named, so this is a line and not only a name. */
export type TextParts = { own: string; relative: string; place: string; marked: boolean };

function cut(text: string, mark: RegExp): [before: string, after: string | null] {
  const found = mark.exec(text);
  return found === null ? [text, null] : [text.slice(0, found.index), text.slice(found.index + found[0].length)];
}

function atComma(text: string): [before: string, after: string] {
  const comma = text.search(/[,;]/);
  return comma < 0 ? [text, ''] : [text.slice(0, comma), text.slice(comma + 1)];
}

/** `inLines`: the text stands among lines, so what follows a comma is a place even if nothing says so. */
export function partsOf(text: string, inLines: boolean): TextParts {
  const [person, residing] = cut(text, residence);
  const [own, after] = cut(person, relation);
  if (own.trim() === '' || (after === null && residing === null && !inLines)) return { own: text, relative: '', place: '', marked: false };
  const [relative, behind] = atComma(after ?? '');
  const [name, beside] = after === null ? atComma(own) : [own, ''];
  const place = [behind, beside, residing ?? ''].filter((part) => part.trim() !== '').join(' ');
  return { own: name, relative, place, marked: after !== null || residing !== null };
}
