// The law as a whole: every duty this portal promises is there, named once, worded in each language, and argued by examples.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { happenings } from '../kernel/happenings.ts';
import { actors, ifMissedCode, law, ruleById, titleCode } from './index.ts';
import type { Rule } from './rule.ts';

const promised = 'M01 M05 M06 M07 M08 M09 M10 M11 M12 M15 F01 F02 F03 F04 P01 P02 P03 P04 P05 P06 P07'.split(' ');

function wordsOf(language: string): Record<string, string> {
  const read = (file: string) => JSON.parse(readFileSync(new URL(`../../locales/${language}/${file}.json`, import.meta.url), 'utf8'));
  return { ...read('law'), ...read('obligations') } as Record<string, string>;
}

test('the promised duties and no others, each once', () => {
  expect(law.map((rule) => rule.id)).toEqual(promised);
  expect(ruleById('M11')?.due).toEqual({ months: 4, basis: 'source' });
  expect(ruleById('M04')).toBeUndefined();
});

describe.each(law)('$id', (rule) => {
  test('has three examples or more, each with its own name', () => {
    expect(new Set(rule.examples.map((example) => example.name)).size).toBeGreaterThanOrEqual(3);
    expect(rule.examples.length).toBe(new Set(rule.examples.map((example) => example.name)).size);
  });

  test.each(['en', 'hi'])('has a title and what happens if missed in %s', (language) => {
    const words = wordsOf(language);
    expect(words[titleCode(rule.id)]).toBeTruthy();
    expect(words[ifMissedCode(rule.id)]).toBeTruthy();
  });

  test('does not pass off the portal’s own period as law', () => {
    if (rule.id.startsWith('P')) expect(rule.kind).toBe('administrative');
    expect(rule.confidence === 'ours').toBe(rule.id.startsWith('P'));
    if (rule.citation.includes('SOP') || rule.citation.startsWith('MWCD')) expect(rule.kind).not.toBe('statutory');
    if (rule.kind === 'administrative' && !('atOnce' in rule.due)) expect(rule.due.basis).toBe('portal');
  });

  test('tells somebody when it is late, in ascending steps', () => {
    const hours = rule.escalation.map((step) => step.afterHours);
    expect(hours.length).toBeGreaterThan(0);
    expect(hours).toEqual(hours.toSorted((one, other) => one - other));
  });
});

test.each(['en', 'hi'])('every actor and happening has words in %s', (language) => {
  const words = wordsOf(language);
  const keys = [...actors.map((actor) => `law.actor.${actor}`), ...happenings.map((happening) => `law.happening.${happening}`)];
  expect(keys.filter((key) => !words[key])).toEqual([]);
});

test('a rule that names an unknown happening, or a fact it does not carry, does not compile', () => {
  const rule: Pick<Rule, 'startedBy' | 'metBy'> = {
    // @ts-expect-error no such happening
    startedBy: [{ happening: 'missing.forgotten' }],
    // @ts-expect-error a report has no paper
    metBy: [{ happening: 'missing.reported', where: { paper: 'fir' } }],
  };
  expect(rule.metBy).toHaveLength(1);
});
