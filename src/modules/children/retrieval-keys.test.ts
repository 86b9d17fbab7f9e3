// Keys a record is found by: the same name in two scripts shares one, and each thing known opens a door of its own.
import { expect, test } from 'vitest';
import { type Description, type NameBearer, emptyDescription } from './description.ts';
import { retrievalKeysOf } from './retrieval-keys.ts';

const named = (bearer: NameBearer, text: string): Description => ({ ...emptyDescription, names: [{ bearer, text, alias: false }] });
const keysIn = (description: Description, family: string) =>
  retrievalKeysOf(description)
    .filter((key) => key.family === family)
    .map(({ key }) => key);

test.each([
  ['पूजा', 'Pooja'],
  ['Puja', 'പൂജ'],
  ['रामेश्वर', 'Rameshwar'],
])('%s and %s share a key', (one, other) => {
  const shared = keysIn(named('child', one), 'child-name').filter((key) => keysIn(named('child', other), 'child-name').includes(key));
  expect(shared.length).toBeGreaterThan(0);
});

test('a father’s name finds among fathers, not among children', () => {
  const father = named('father', 'Ramesh');
  expect([keysIn(father, 'father').length > 0, keysIn(father, 'child-name')]).toEqual([true, []]);
});

test('no key twice, and none for a child nothing is known of', () => {
  const twice = retrievalKeysOf({ ...emptyDescription, names: [...named('child', 'Asha').names, ...named('child', 'आशा').names] });
  expect(new Set(twice.map(({ family, key }) => `${family} ${key}`)).size).toBe(twice.length);
  expect(retrievalKeysOf(emptyDescription)).toEqual([]);
});
