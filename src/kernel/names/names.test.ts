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
  ['कमला', 'kamlA'], // and one inside
  ['नरेन्द्र', 'narendr@'], // kept after a cluster, softly
  ['రామ', 'rAm@'], // southern scripts speak it
  ['फ़ातिमा', 'fAtimA'],
  ['क़ासिम', 'qAsim'],
  ['\u0915\u093C\u093E\u0938\u093F\u092E', 'qAsim'], // nukta as its own sign
  ['সত্য', 'sOty@'],
  ['ரமேஷ்', 'rameS'],
  ['மகேஷ்', 'maKeS'],
  ['അർജുൻ', 'arjun'],
  ['കുഞ്ഞമ്മ', 'kunjam@'],
  ['کریم', 'k*rYm'],
  ['عائشہ', '*ASa'],
  ['Krishna', 'kriSna'],
  ['Xavier', 'zEviar'],
  ['D’Souza', 'dswza'],
  ['සිංහල', 'singal@'], // Sinhala
  ['අඹේපුස්ස', 'ambepus@'], // a stop with its nasal in one letter
  ['ඇල්ල', 'El@'],
  ['ব্যানার্জি', 'bEnArji'],
  ['مَلِک', 'malik'], // short vowels that somebody wrote
  ['ਸੰਤੋਖ', 'santoX'],
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

/** What a person's name is written as by different hands: the level every comparer calls the same sound. */
describe('one name, spelled otherwise, is the same', () => {
  test.each([
    ['Banerji', 'Banerjee', 'बनर्जी', 'ব্যানার্জি'],
    ['Lakshmi', 'Laxmi', 'लक्ष्मी', 'লক্ষ্মী'],
    ['Krishnamurthy', 'Krishnamoorthi', 'கிருஷ்ணமூர்த்தி', 'कृष्णमूर्ति'],
    ['Zeeshan', 'Jishan', 'ज़ीशान', 'جیشان', 'ذیشان'],
    ['Shaikh', 'Sheikh', 'शेख', 'শেখ', 'شیخ'],
    ['Geetha', 'Gita', 'गीता', 'கீதா', 'ഗീത', 'ගීතා'],
    ['Vijay', 'विजय', 'விஜய்', 'విజయ్'],
    ['Mohammed', 'Muhammad', 'Mahammad', 'محمد'],
    ['Rai', 'राय', 'রায়', 'Ray'],
    ['Nooruddin', 'Nuruddin', 'نورالدین', 'नूरुद्दीन'],
    ['Abdurrahman', 'عبدالرحمن', 'अब्दुर्रहमान'],
    ['Jitendra', 'Jitender', 'Jitinder', 'जितेन्द्र'],
    ['Gowda', 'Gouda', 'ಗೌಡ'],
    ['Rehman', 'Rahman', 'رحمان', 'रहमान'],
    ['Sanjay', 'Sanjoy', 'সঞ্জয়', 'சஞ்சய்'],
    ['George', 'ജോർജ്'],
    ['Mathew', 'മാത്യു'],
    ['Naidu', 'నాయుడు'],
    ['Nair', 'നായർ'],
    ['Reddy', 'రెడ్డి', 'ரெட்டி'],
    ['Hussain', 'Hossain', 'হোসেন', 'حسین'],
    ['Umar', 'Omar', 'عمر'],
    ['Rauf', 'رؤف'],
    ['Razia', 'رضیہ', 'रज़िया'],
    ['Sunder', 'Sundar', 'सुंदर'],
    ['Prince', 'प्रिंस'],
    ['Ranveer', 'रणवीर'],
    ['Shaik', 'शेख', 'షేక్'],
    ['Mendis', 'මෙන්ඩිස්'],
    ['Bandara', 'බණ්ඩාර', 'බඬාර'],
  ])('%s', (first, ...others) => {
    for (const other of others) expect(soundSimilarity(phonemesOf(first), phonemesOf(other)), other).toBeGreaterThanOrEqual(0.92);
  });
});

test('an answer that need not be exact is still on the right side of the least asked for', () => {
  const words = ['karim', 'karima', 'rahim', 'rameS', 'suresh', 'kriSna'];
  for (const one of words)
    for (const other of words) {
      const exact = soundSimilarity(one, other);
      expect(soundSimilarity(one, other, exact)).toBe(exact);
      expect(soundSimilarity(one, other, Math.min(1, exact + 0.05)) <= exact + 0.05).toBe(true);
    }
});

describe('titles and aliases', () => {
  test.each([
    ['Smt. Sita Devi', ['sita devi'], null],
    ['Late Shri Ramesh', ['rameS'], null],
    ['Pooja urf Guddi', ['pUja', 'gudi'], null],
    ['पूजा उर्फ गुड्डी', ['pUjA', 'gudI'], null],
    ['Pooja @ Guddi', ['pUja', 'gudi'], null],
    ['Pooja (Guddi)', ['pUja', 'gudi'], null],
    ['Pooja D/o Ramesh Mandal', ['pUja'], 'Ramesh Mandal'],
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
