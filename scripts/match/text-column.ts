// Many short texts outside the heap: bytes one after the other, found by number; and which of them are there already.

export type TextColumn = { bytes: Buffer; used: number; ends: Uint32Array; count: number; places: Uint32Array };

/** Holds up to 4 GB of text. */
export function startTexts(): TextColumn {
  return { bytes: Buffer.alloc(1 << 16), used: 0, ends: new Uint32Array(1024), count: 0, places: new Uint32Array(4096) };
}

export function textAt(texts: TextColumn, at: number): string {
  return texts.bytes.toString('utf8', at === 0 ? 0 : texts.ends[at - 1], texts.ends[at]);
}

function placeOf(texts: TextColumn, text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  const last = texts.places.length - 1;
  let place = (Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) ^ (hash >>> 13)) & last;
  while (texts.places[place] !== 0 && textAt(texts, texts.places[place]! - 1) !== text) place = (place + 1) & last;
  return place;
}

/** Adds a text at the next number; false, and nothing added, if it is there already. */
export function addText(texts: TextColumn, text: string): boolean {
  const place = placeOf(texts, text);
  if (texts.places[place] !== 0) return false;
  appendText(texts, text);
  texts.places[place] = texts.count;
  if (texts.count * 2 > texts.places.length) {
    texts.places = new Uint32Array(texts.places.length * 2);
    for (let at = 0; at < texts.count; at++) texts.places[placeOf(texts, textAt(texts, at))] = at + 1;
  }
  return true;
}

/** Adds a text at the next number, whether it is there already or not. A column is filled by this or by `addText`, never by both. */
export function appendText(texts: TextColumn, text: string): void {
  const size = Buffer.byteLength(text);
  if (texts.used + size > texts.bytes.length) texts.bytes = Buffer.concat([texts.bytes], Math.ceil((texts.used + size) * 1.5));
  if (texts.count === texts.ends.length) {
    const ends = new Uint32Array(texts.count * 2);
    ends.set(texts.ends);
    texts.ends = ends;
  }
  texts.used += texts.bytes.write(text, texts.used);
  texts.ends[texts.count++] = texts.used;
}
