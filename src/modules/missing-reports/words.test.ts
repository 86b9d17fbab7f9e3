// Every code that reaches a page has its words, in every language shipped with this module.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { questionNames, relations } from './citizen-questions.ts';
import { circumstances, papers, riskSigns, sources } from './missing-report.ts';
import { actionNames } from './next-actions.ts';

const words = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../../locales/${locale}/missing-reports.json`, import.meta.url), 'utf8')) as Record<string, string>;

const dashed = actionNames.map((name) => name.replace('/', '-'));
const groups: Record<string, readonly string[]> = {
  action: dashed,
  why: dashed,
  do: dashed,
  done: actionNames.map((name) => name.replace(/[-/](\w)/g, (_, letter: string) => letter.toUpperCase())),
  ask: questionNames,
  short: questionNames,
  relation: relations,
  circumstance: circumstances,
  paper: [...papers, 'to-be-registered'],
  'my.paper': papers,
  sign: riskSigns,
  source: sources,
  level: ['standard', 'high'],
  how: ['by-police', 'by-family', 'by-match'],
  outcome: ['restored', 'in-care', 'deceased', 'false-report', 'duplicate'],
};

test.each(Object.entries(groups))('%s', (group, codes) => {
  const known = words('en');
  expect(codes.filter((code) => !(`missing-reports.${group}.${code}` in known))).toEqual([]);
});

test('Hindi has the same keys', () => {
  expect(Object.keys(words('hi')).toSorted()).toEqual(Object.keys(words('en')).toSorted());
});
