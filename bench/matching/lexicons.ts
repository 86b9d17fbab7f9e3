// Lexicons to learn from and to measure on: words in their own script with the spellings people gave them in Latin letters, parted by a hash of the word.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Of ten words eight are learned from, one is for choosing between ways of doing, one is only reported on. */
export type Part = 'learn' | 'tune' | 'held';
/** `times`: how many people wrote it so. */
type Spelling = { latin: string; times: number };
export type Entry = { native: string; spellings: readonly Spelling[] };
export type Lexicon = { language: string; entries: readonly Entry[] };

export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** All spellings of a native word are in one part. */
export function partOf(native: string): Part {
  const digit = hashOf(native) % 10;
  return digit === 9 ? 'held' : digit === 8 ? 'tune' : 'learn';
}

function lexicon(path: string, language: string): Lexicon {
  const words = new Map<string, Spelling[]>();
  for (const line of readFileSync(path, 'utf8').split('\n').slice(1)) {
    const [native, latin, times] = line.split('\t');
    if (!native || !latin) continue;
    const spelling = { latin, times: Number(times) };
    const known = words.get(native);
    if (known) known.push(spelling);
    else words.set(native, [spelling]);
  }
  return { language, entries: [...words].map(([native, spellings]) => ({ native, spellings })) };
}

/** Every file `*_<language>.*.tsv` of a folder: rows `native TAB latin TAB times` under a header. */
export function lexiconsIn(folder: string): Lexicon[] {
  return readdirSync(folder)
    .flatMap((file) => {
      const language = /_([a-z]+)\..*tsv$/.exec(file)?.[1];
      return language === undefined ? [] : [{ file, language }];
    })
    .map(({ file, language }) => lexicon(join(folder, file), language));
}

/** One person's spelling, each as likely as people wrote it; the same for the same word. */
export function oneSpelling({ native, spellings }: Entry): string {
  const all = spellings.reduce((sum, { times }) => sum + times, 0);
  let place = hashOf(`spelling ${native}`) % all;
  for (const { latin, times } of spellings) if ((place -= times) < 0) return latin;
  return spellings[0]!.latin;
}
