// Words on screen and the code that says them: every key the code names exists, and no key is left that nothing says.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../src/platform/i18n/catalogue.ts';

const root = join(import.meta.dirname, '..');
const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
const code = ['src', 'seed'].flatMap(filesOf).join('\n');
const keys = [...catalogueOf('en').keys()];

const all = (pattern: RegExp, text = code): string[] => [...text.matchAll(pattern)].map((match) => match[1]!);

/** Keys given as they are to `t` or `refuse`. */
const named = (text: string): string[] => all(/\b(?:t|refuse)\(\s*'([\w-]+\.[\w.-]+)'/g, text);

/** Of States: their rows come from a table, so no code quotes them. */
const stateCodes = all(/^([A-Z]{2})\t/gm, readFileSync(join(root, 'seed/places/states.tsv'), 'utf8'));

/** Everything that can fill a gap in a key: quoted words, names of properties, codes of States, and all as they are joined where a key is built. */
const quoted = new Set(all(/'([\w./-]+)'/g));
const words = new Set(
  [...quoted, ...stateCodes, ...all(/\b(\w+):/g)].flatMap((word) => [
    word,
    word.replaceAll('/', '-'),
    word.replaceAll(/[-/]/g, ''),
    camelCase(word),
  ]),
);

function camelCase(word: string): string {
  return word.replace(/[-/](\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Keys built in code, `a.${b}.c`, as patterns that capture each gap. A gap holds a dot only where a happening fills it. */
const built = [...new Set(all(/`([a-z][\w.-]*\.(?:[\w.-]*\$\{(?:[^{}`]|\{[^{}]*\})*\})+[\w.-]*)`/g))].map((template) => {
  const parts = template.split(/\$\{(?:[^{}`]|\{[^{}]*\})*\}/).map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${parts.join('(.+?)')}$`);
});

function isSaid(key: string, said: ReadonlySet<string> = quoted): boolean {
  return (
    said.has(key) ||
    built.some((pattern) =>
      pattern
        .exec(key)
        ?.slice(1)
        .every((gap) => words.has(gap)),
    )
  );
}

describe('every key', () => {
  it('the code names exists', () => {
    const known = new Set(keys);
    expect(named(code).length).toBeGreaterThan(500);
    expect([...new Set(named(code))].filter((key) => !known.has(key))).toEqual([]);
    expect(named("t('web.no.such')")).toEqual(['web.no.such']);
  });

  it('of the catalogues is said somewhere', () => {
    expect(keys.filter((key) => !isSaid(key))).toEqual([]);
    expect(['web.nobody.saysThis', 'missing-reports.error.nobodySaysThis'].filter((key) => isSaid(key))).toEqual([]);
  });

  it('a happening that some module writes has its sentence in the diary', () => {
    const known = new Set(keys);
    const unsaid = (text: string) =>
      [...new Set(all(/happening: '([a-z]+\.[a-zA-Z]+)'/g, text))].filter((each) => !known.has(`diary.${each}`));
    const modules = filesOf('src/modules').join('\n'); // elsewhere in the source a happening is named, not written
    expect(all(/happening: '([a-z]+\.[a-zA-Z]+)'/g, modules).length).toBeGreaterThan(60);
    expect(unsaid(modules).filter((each) => !/^(office|conflict)\./.test(each))).toEqual([]);
    expect(unsaid("happening: 'care.nobodySays'")).toEqual(['care.nobodySays']);
  });
});
