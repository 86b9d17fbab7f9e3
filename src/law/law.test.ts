// The law as a whole: every duty this portal promises is there, named once, worded in each language, and argued by examples.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { happenings } from '../kernel/happenings.ts';
import { actors, ifMissedCode, law, provisions, ruleById, titleCode, waitedFor } from './index.ts';
import type { Rule } from './rule.ts';

/** Every row of the law this portal keeps, by chapter: so many of each. A row is a duty with a clock, or a provision without one. */
const chapters = { M: 20, F: 11, C: 21, J: 12, I: 16 } as const;
const portals = 'P01 P02 P03 P04 P05 P06 P07 P08 P09 P10 P11 P12 P13 P14 P15 P16 P17'.split(' ');
const rows = Object.entries(chapters).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, at) => `${letter}${String(at + 1).padStart(2, '0')}`),
);
/** A duty may have further clocks: C20.6 is of row C20. */
const rowOf = (id: string): string => id.split('.')[0]!;

function wordsOf(language: string): Record<string, string> {
  const read = (file: string) => JSON.parse(readFileSync(new URL(`../../locales/${language}/${file}.json`, import.meta.url), 'utf8'));
  return { ...read('law'), ...read('obligations') } as Record<string, string>;
}

test('every row of the law is there, and no other', () => {
  const present = [...law, ...provisions].map(({ id }) => rowOf(id));
  expect(rows.filter((row) => !present.includes(row))).toEqual([]);
  expect(present.filter((row) => !rows.includes(row) && !portals.includes(row))).toEqual([]);
  expect(law.map(({ id }) => id)).toHaveLength(new Set(law.map(({ id }) => id)).size);
  expect(ruleById('M11')?.due).toEqual({ months: 4, basis: 'source' });
  expect(ruleById('M04')).toBeUndefined();
});

test('the family sees these duties and no other: a new one is shown to it only by a decision', () => {
  const seen = law.filter(({ told }) => told === 'family').map(({ id }) => id);
  expect(seen).toEqual('M01 M03 M05 M06 M07 M09 M10 M11 M15 M16 P05 P07'.split(' '));
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

test.each(['en', 'hi'])('every actor, happening and provision has words in %s', (language) => {
  const words = wordsOf(language);
  const keys = [
    ...actors.map((actor) => `law.actor.${actor}`),
    ...happenings.map((happening) => `law.happening.${happening}`),
    ...waitedFor.map((part) => `law.waitsFor.${part}`),
    ...provisions.flatMap(({ id, nature, who }) => [`law.provision.${id}`, `law.nature.${nature}`, `law.actor.${who}`]),
  ];
  expect(keys.filter((key) => !words[key])).toEqual([]);
});

test('whatever is said to keep a provision is a file of this portal', () => {
  const files = provisions.flatMap(({ keptBy }) => keptBy ?? []);
  const isThere = (file: string) => existsSync(new URL(`../../${file}`, import.meta.url));
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => !isThere(file))).toEqual([]);
  expect(isThere('src/law/forgotten.ts')).toBe(false);
});

/** What a rule reads and what its examples write: the happenings of a diary it needs. */
function happeningsIn(rule: Rule): string[] {
  const { startedBy, onlyIf, actorBy, dueBy, extendedBy, extendedTo, metBy, cancelledBy, overBefore, revivedBy, examples } = rule;
  const named = [startedBy, onlyIf, actorBy, dueBy, extendedBy, extendedTo, metBy, cancelledBy, overBefore, revivedBy].flatMap(
    (ons) => ons ?? [],
  );
  return [...named, ...examples.flatMap(({ diary }) => diary)].map(({ happening }) => happening);
}

test('no duty of another record reads anything of a child in conflict with law, and a Board’s duty reads no other child’s record', () => {
  const readsConflict = (rule: Rule) => happeningsIn(rule).some((happening) => happening.startsWith('conflict.'));
  const readsOthers = (rule: Rule) =>
    happeningsIn(rule).filter((one) => /^(missing|found|sighting|match|identity|care|adoption)\./.test(one));
  const vault = law.filter((rule) => rule.record === 'conflict');
  expect(vault.length).toBeGreaterThan(10);
  expect(vault.flatMap(readsOthers)).toEqual([]);
  expect(law.filter((rule) => rule.record !== 'conflict' && readsConflict(rule)).map(({ id }) => id)).toEqual([]);
  // Would be noticed: a found child's duty met by what happens before a Board, a Board's duty started by a finding.
  expect(readsConflict({ ...ruleById('F03')!, metBy: [{ happening: 'conflict.producedBeforeBoard' }] })).toBe(true);
  expect(readsOthers({ ...ruleById('J01')!, startedBy: [{ happening: 'found.found' }] })).toContain('found.found');
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
