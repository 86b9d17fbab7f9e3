// Names across scripts: same sound gives the same key; readings, titles, aliases, display spelling, and odd input.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hearName, scriptOf, soundKeys, soundSimilarity, soundsOf, toLatin } from './index.ts';

function phonemesOf(name: string): string {
  return soundsOf(name)
    .map((token) => token.phonemes)
    .join(' ');
}

describe('names that sound the same share a key', () => {
  test.each([
    ['Pooja', 'Puja', 'पूजा', 'പൂജ', 'பூஜா', 'পূজা', 'పూజ', 'ಪೂಜಾ', 'ਪੂਜਾ', 'પૂજા', 'ପୂଜା', 'پوجا'],
    ['Mohammad', 'Muhammed', 'Mohd', 'محمد', 'मोहम्मद', 'মোহাম্মদ', 'മുഹമ്മദ്', 'முகமது'],
    ['Lakshmi', 'Laxmi', 'लक्ष्मी', 'ലക്ഷ്മി', 'லட்சுமி', 'లక్ష్మి', 'লক্ষ্মী', 'Lokkhi'],
    ['Vijay', 'Bijoy', 'विजय', 'বিজয়', 'விஜய்', 'విజయ్'],
    ['Yadav', 'Jadab', 'यादव', 'যাদব'],
    ['Zeeshan', 'Jishan', 'ज़ीशान', 'ذیشان'],
    ['Gyan', 'Jnan', 'ज्ञान', 'જ્ઞાન'],
    ['Rao', 'राव', 'రావ్'],
    ['Azhagan', 'Alagan', 'அழகன்'],
    ['Azhar', 'अज़हर', 'اظہر'],
    ['Singh', 'सिंह', 'ਸਿੰਘ', 'سنگھ'],
  ])('%s', (first, ...others) => {
    const keys = new Set(soundKeys(first));
    for (const other of others)
      expect(
        soundKeys(other).some((key) => keys.has(key)),
        other,
      ).toBe(true);
  });

  test('and others do not', () => {
    expect(soundKeys('Pooja').filter((key) => soundKeys('Ramesh').includes(key))).toEqual([]);
  });
});

test.each([
  ['रमेश', 'rameS'], // last inherent vowel silent
  ['कमला', 'kamla'], // and one inside
  ['नरेन्द्र', 'narendr@'], // kept after a cluster, softly
  ['రామ', 'ram@'], // southern scripts speak it
  ['फ़ातिमा', 'fatima'],
  ['क़ासिम', 'kasim'],
  ['\u0915\u093C\u093E\u0938\u093F\u092E', 'kasim'], // nukta as its own sign
  ['সত্য', 'sOty@'],
  ['ரமேஷ்', 'rameS'],
  ['மகேஷ்', 'maKeS'],
  ['അർജുൻ', 'arjun'],
  ['കുഞ്ഞമ്മ', 'kunjam@'],
  ['کریم', 'k*rim'],
  ['عائشہ', '*aSa'],
  ['Krishna', 'kriSna'],
  ['Xavier', 'zavier'],
  ['D’Souza', 'dsoza'],
])('%s is read %s', (name, phonemes) => {
  expect(phonemesOf(name)).toBe(phonemes);
});

test.each([
  ['Karim', 'Karima'],
  ['करीम', 'करीमा'],
  ['Radha', 'Radhe'],
  ['Sunil', 'Sunila'],
])('%s and %s are near, not the same', (one, other) => {
  const similarity = soundSimilarity(phonemesOf(one), phonemesOf(other));
  expect(similarity).toBeGreaterThan(0.6);
  expect(similarity).toBeLessThan(0.92);
});

describe('titles and aliases', () => {
  test.each([
    ['Smt. Sita Devi', ['sita devi'], null],
    ['Late Shri Ramesh', ['rameS'], null],
    ['Pooja urf Guddi', ['puja', 'gudi'], null],
    ['पूजा उर्फ गुड्डी', ['puja', 'gudi'], null],
    ['Pooja @ Guddi', ['puja', 'gudi'], null],
    ['Pooja (Guddi)', ['puja', 'gudi'], null],
    ['Pooja D/o Ramesh Mandal', ['puja'], 'Ramesh Mandal'],
    ['Karim s/o. Abdul', ['karim'], 'Abdul'],
    ['Shri', ['Sri'], null],
    ['123 !!', [], null],
  ])('%s', (name, variants, relative) => {
    const heard = hearName(name);
    expect(heard.variants.map((tokens) => tokens.map((token) => token.phonemes).join(' '))).toEqual(variants);
    expect(heard.relative).toBe(relative);
  });

  test('are told, and weak words are marked', () => {
    expect(hearName('Late Smt Sita Kumari').titles).toEqual(['honorific', 'late']);
    expect(soundsOf('पूजा कुमारी').map((token) => token.weak)).toEqual([false, true]);
  });
});

test.each([
  ['पूजा कुमारी', 'Puja Kumari'],
  ['മുഹമ്മദ്', 'Muhammad'],
  ['ਸਿੰਘ', 'Singh'],
  ['Pooja', 'Pooja'],
  ['खुशी (Khushi)', 'Khushi (Khushi)'],
])('%s is shown as %s', (name, latin) => {
  expect(toLatin(name)).toBe(latin);
});

test.each([
  ['Pooja', 'latin'],
  ['पूजा', 'devanagari'],
  ['ਪੂਜਾ', 'gurmukhi'],
  ['പൂജ', 'malayalam'],
  ['محمد', 'arabic'],
  ['普', 'other'],
])('%s is %s', (word, script) => {
  expect(scriptOf(word)).toBe(script);
});

describe('for any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'कषज़्िंংযாட்சഞ്ഞوی@/ so'), maxLength: 30 }),
  );

  test('keys are few, bounded and without repeats, and likeness is symmetric between 0 and 1', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const keys = soundKeys(one);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.length).toBeLessThanOrEqual(40);
        toLatin(one);
        const there = soundSimilarity(phonemesOf(one), phonemesOf(other));
        expect(there).toBeCloseTo(soundSimilarity(phonemesOf(other), phonemesOf(one)), 5);
        expect(there >= 0 && there <= 1).toBe(true);
      }),
    );
  });

  test('a name of 10,000 characters costs no more than a long name', () => {
    expect(soundsOf('क'.repeat(10_000))[0]!.phonemes.length).toBeLessThan(80);
    expect(soundsOf('ab '.repeat(10_000)).length).toBeLessThanOrEqual(8);
  });
});
