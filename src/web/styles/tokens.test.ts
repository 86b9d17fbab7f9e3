// Contrast of every colour against the ground it is used on, in light, dark and print (WCAG 2.2, 1.4.3 and 1.4.11).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

type Tokens = ReadonlyMap<string, string>;

function tokensIn(css: string, from: string): Tokens {
  const start = css.indexOf(from);
  const block = css.slice(start, css.indexOf('\n}', start));
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]));
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const schemes = {
  light: tokensIn(css, ':root {'),
  dark: tokensIn(css, '@media (prefers-color-scheme: dark)'),
  print: tokensIn(css, '@media print'),
};

const text = 4.5;
const edge = 3;
const pairs: [front: string, back: string, least: number][] = [
  ['ink', 'ground', text],
  ['ink', 'raised', text],
  ['quiet', 'ground', text],
  ['quiet', 'raised', text],
  ['accent', 'ground', text],
  ['accent-strong', 'ground', text],
  ['accent-ink', 'accent', text],
  ['accent-ink', 'accent-strong', text],
  ['late', 'ground', text],
  ['late', 'raised', text],
  ['late', 'late-ground', text],
  ['soon', 'ground', text],
  ['soon', 'raised', text],
  ['soon', 'soon-ground', text],
  ['edge', 'ground', edge],
];

test('the measure knows black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

describe.each(Object.entries(schemes))('%s', (_name, tokens) => {
  test.each(pairs)('%s on %s is at least %d : 1', (front, back, least) => {
    expect(contrast(tokens.get(front)!, tokens.get(back)!)).toBeGreaterThanOrEqual(least);
  });
});
