// The pools are full, every name is written in its own script, and people come out many and distinct.
import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { drawChildName, drawFamily, nativeScript, poolLanguages, poolOf, writeName } from './names.ts';
import { noiseRates, noisyName } from './noise.ts';
import { scriptOfText } from './script.ts';

const major = ['hi', 'bn', 'te', 'mr', 'ta', 'gu', 'kn', 'ml', 'pa', 'or', 'as', 'ur'];

test.each(major)('%s has 60 girls, 60 boys and 40 surnames in its own script', (language) => {
  const { names, script } = poolOf(language);
  expect(names.girl.length).toBeGreaterThanOrEqual(60);
  expect(names.boy.length).toBeGreaterThanOrEqual(60);
  expect(names.surname.length).toBeGreaterThanOrEqual(40);
  for (const name of Object.values(names).flat()) {
    expect(scriptOfText(name.native!), name.native!).toBe(script);
    expect(name.native).toBe(name.native!.normalize('NFC'));
  }
});

test('every Latin spelling is letters only', () => {
  const spellings = poolLanguages.flatMap((language) => Object.values(poolOf(language).names).flat()).flatMap((name) => name.latin);
  for (const spelling of spellings) expect(spelling).toMatch(/^[A-Z][A-Za-zé' ]+$/);
});

test('20,000 children of one language bear many distinct names with their fathers', () => {
  const random = seededRandom('names');
  const seen = new Set<string>();
  for (let child = 0; child < 20_000; child++) {
    const family = drawFamily(random, 'hi');
    seen.add(`${writeName(drawChildName(random, family, 'female'), 'Latn')} of ${writeName(family.father, 'Latn')}`);
  }
  expect(seen.size).toBeGreaterThan(19_500);
});

test('more noise changes more names; no noise changes none', () => {
  const none = Object.fromEntries(Object.keys(noiseRates.low).map((key) => [key, 0])) as typeof noiseRates.low;
  const changed = (rates: typeof noiseRates.low): number => {
    const random = seededRandom('noise');
    let count = 0;
    for (let child = 0; child < 3000; child++) {
      const family = drawFamily(random, poolLanguages[child % 12]!);
      const person = drawChildName(random, family, 'male');
      const script = child % 2 ? 'Latn' : nativeScript(person);
      if (noisyName(random, person, script, rates) !== writeName(person, script)) count++;
    }
    return count / 3000;
  };
  const [low, middle, high] = [changed(noiseRates.low), changed(noiseRates.middle), changed(noiseRates.high)];
  expect(changed(none)).toBe(0);
  expect(low).toBeGreaterThan(0.1);
  expect(middle).toBeGreaterThan(low * 1.4);
  expect(high).toBeGreaterThan(middle * 1.2);
});

test('a family keeps to names that go together, and a child is never named as the father', () => {
  const random = seededRandom('communities');
  for (let child = 0; child < 5000; child++) {
    const family = drawFamily(random, 'ml');
    const name = drawChildName(random, family, 'female');
    expect(family.names.girl).toContain(name.words[0]);
    expect(family.names.surname).toContain(family.surname);
    expect(name.words[0]!.latin[0]).not.toBe(family.father.words[0]!.latin[0]);
  }
  expect(poolOf('ml').communities.values.length).toBe(3);
});
