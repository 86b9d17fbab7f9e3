// Every class the styles speak of stands somewhere in the markup: a style nobody wears is deleted.
import { readFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const textsOf = (pattern: string): string[] => globSync(pattern, { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));

function classesIn(css: string): string[] {
  const selectors = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@import[^;]*;/g, '')
    .replace(/\{[^{}]*\}/g, '{}');
  return [...selectors.matchAll(/\.(-?[a-zA-Z_][\w-]*)/g)].map(([, name]) => name!);
}

/** Whole words inside quotes, and the fixed beginning of names made up as the page is drawn (`bar-${kind}`). */
const said = textsOf('src/**/*.{ts,tsx}')
  .filter((text) => !text.includes("from 'vitest'"))
  .flatMap((text) =>
    [...text.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)].flatMap(([, one, two, three]) => (one ?? two ?? three)!.split(/\s+/)),
  );
const words = new Set(said);
const beginnings = said.flatMap((word) => /^([\w-]+-)\$\{/.exec(word)?.[1] ?? []);

function isWorn(name: string): boolean {
  return words.has(name) || beginnings.some((start) => name.startsWith(start));
}

test('no style without markup', () => {
  const unworn = new Set(
    textsOf('src/web/styles/*.css')
      .flatMap(classesIn)
      .filter((name) => !isWorn(name)),
  );
  expect([...unworn]).toEqual([]);
  expect(classesIn('.nobody-wears-this { color: red }').filter((name) => !isWorn(name))).toEqual(['nobody-wears-this']);
});
