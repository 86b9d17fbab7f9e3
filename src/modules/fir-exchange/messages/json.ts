// The JSON rendering of a message: opened strictly, and written. A name that stands twice is refused: two readers would read two messages.
import type { Message } from './envelope.ts';
import { type Flaw, type Opened, step } from './reasons.ts';
import { version1 } from './version-1.ts';

/** An object or list that is open: the names met in it (null: a list), and where reading stands. */
type Open = { names: Set<string> | null; at: string | number };

/** Where the string that begins at `from` ends: the place of its closing quote. */
function endOfString(text: string, from: number): number {
  for (let quote = text.indexOf('"', from + 1); ; quote = text.indexOf('"', quote + 1)) {
    let before = quote;
    while (text[before - 1] === '\\') before--;
    if ((quote - before) % 2 === 0) return quote;
  }
}

const pathOf = (opened: readonly Open[]): string => opened.reduce((path, { at }) => step(path, at), '');

/** What JSON.parse lets pass: depth, and names that stand twice. Reads only text JSON.parse took. */
function passedOver(text: string): Flaw | null {
  const opened: Open[] = [];
  let nameNext = false;
  for (let at = 0; at < text.length; at++) {
    const inside = opened.at(-1);
    switch (text[at]) {
      case '{':
      case '[':
        if (opened.length >= version1.limits.depth) return { path: pathOf(opened), reason: 'too-deep' };
        opened.push(text[at] === '{' ? { names: new Set(), at: '' } : { names: null, at: 0 });
        nameNext = text[at] === '{';
        break;
      case '}':
      case ']':
        opened.pop();
        nameNext = false;
        break;
      case ',':
        if (inside?.names) nameNext = true;
        else if (inside) inside.at = Number(inside.at) + 1;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (nameNext && inside?.names) {
          inside.at = JSON.parse(text.slice(at, end + 1)) as string;
          if (inside.names.has(inside.at)) return { path: pathOf(opened), reason: 'name-repeated' };
          inside.names.add(inside.at);
          nameNext = false;
        }
        at = end;
      }
    }
  }
  return null;
}

export function treeOfJson(text: string): Opened {
  let tree: unknown;
  try {
    tree = JSON.parse(text);
  } catch {
    return { tree: null, flaws: [{ path: '', reason: 'json-broken' }] };
  }
  const flaw = passedOver(text);
  return { tree, flaws: flaw ? [flaw] : [] };
}

/** One line, in the version's order. */
export function writeJson(message: Message): string {
  return JSON.stringify(message);
}
