// Every duty of the law that waits for a part of the portal: is it still true that nobody here can write down what starts it, or all that ends it?
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Rule, law, ruleById } from '../src/law/index.ts';

const modules = new URL('../src/modules/', import.meta.url);
const sources = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.includes('.test.'),
);
const source = sources.map((file) => readFileSync(new URL(file, modules), 'utf8')).join('\n');
/** What some verb of the portal writes into a diary or a journal. */
const written = new Set([...source.matchAll(/happening: '([a-z]+\.[a-zA-Z]+)'/g)].map(([, happening]) => happening!));

/** Some start is written, and everything that meets it. */
function couldRun({ startedBy, metBy }: Pick<Rule, 'startedBy' | 'metBy'>): boolean {
  return startedBy.some(({ happening }) => written.has(happening)) && metBy.every(({ happening }) => written.has(happening));
}

/** Its happenings are written, yet of something else. */
const ofSomethingElse: Record<string, string> = {
  M14: 'directions are written in a Committee’s journal alone; this one is answered as a directive',
  M16: 'progress is written down as told to the legal services authority; telling the family waits for its own page',
  'F07.3': 'a night in a home is written in the record of a found child, and never in the vault',
  'F07.4': 'the same',
  I03: 'a home’s own review of its care plans waits for the plans',
};

test('no duty waits although all of it is written here', () => {
  const waiting = law.filter(({ waitsFor }) => waitsFor !== undefined);
  expect(waiting.length).toBeGreaterThan(15);
  expect(waiting.filter(couldRun).map(({ id }) => id)).toEqual(Object.keys(ofSomethingElse));
});

test('control: what is written is found, what nobody writes is not; a duty that runs would be noticed if it waited', () => {
  expect(written).toContain('missing.progressReported');
  expect(written).not.toContain('missing.informantSigned');
  expect([ruleById('M13')!, ruleById('M11')!, ruleById('C08')!].map(couldRun)).toEqual([true, true, true]);
});
