// Names as people write them: titles and relation words in many scripts, initials, words written together, pet names.
import { describe, expect, test } from 'vitest';
import { hearName, mayBegin, soundKeys, soundSimilarity, soundsOf } from './index.ts';

const wordsHeard = (name: string): string => soundsOf(name).map(({ phonemes }) => phonemes).join(' '); // prettier-ignore

test.each([
  ['Shrimati Sita', 'Sita'],
  ['Km. Pooja', 'Pooja'],
  ['Er. Ramesh Yadav', 'Ramesh Yadav'],
  ['Haji Karim', 'Karim'],
  ['Thirumathi Kamala', 'Kamala'],
  ['डॉ. रमेश', 'रमेश'],
  ['চৌ শ্রীমতি সীতা', 'চৌ সীতা'],
  ['శ్రీమతి సీత గారు', 'సీత'],
  ['ڈاکٹر کریم صاحب', 'کریم'],
  ['Baby', 'Baby'], // a title alone is the name
  ['Selvi R', 'Selvi R'], // nor is an initial enough beside it
])('%s is heard as %s', (written, plain) => {
  const words = plain.split(' ');
  const heard = hearName(written).variants[0]!;
  expect(heard).toHaveLength(words.length);
  expect(heard.at(-1)!.text).toBe(words.at(-1));
});

test.each([
  ['Ramesh S/o Suresh', 'Suresh'],
  ['Sita W/O. Mohan', 'Mohan'],
  ['Karim C/o Rahim', 'Rahim'],
  ['राम वल्द श्याम', 'श्याम'],
  ['ರಮೇಶ ಬಿನ್ ಸುರೇಶ', 'ಸುರೇಶ'],
  ['சீதா த/பெ ராமன்', 'ராமன்'],
  ['کریم ولد رحیم', 'رحیم'],
])('%s: the other person is %s', (written, relative) => {
  expect(hearName(written).relative).toBe(relative);
  expect(hearName(written).variants.flat()).toHaveLength(1);
});

test.each([['Pooja urph Guddi'], ['Pooja alias Guddi'], ['पूजा अलियास गुड्डी'], ['பூஜா என்கிற குட்டி'], ['ಪೂಜಾ ಅಲಿಯಾಸ್ ಗುಡ್ಡಿ']])(
  '%s is called two ways',
  (written) => {
    expect(hearName(written).variants).toHaveLength(2);
  },
);

describe('initials are one letter in Latin, whatever they were written in', () => {
  test.each([
    ['K. R. Narayanan', 'K R'],
    ['के. आर. नारायणन', 'k r'],
    ['के आर नारायणन', 'k r'],
    ['எம்.ஜி. ராமச்சந்திரன்', 'm g'],
    ['மு. கருணாநிதி', 'm'],
    ['ഡി. രാജൻ', 'd'],
    ['కె. రాములు', 'k'],
    ['ಎಸ್. ರಮೇಶ್', 's'],
    ['ایم کے نارائن', 'm k'],
    ['MG Ramachandran', 'M G'],
    ['MGR', ''], // alone it is a name
    ['मुमताज बी', ''], // last and without a dot it is a surname
    ['Md Rafiq', ''],
  ])('%s', (written, letters) => {
    const initials = soundsOf(written).filter(({ text }) => text.length === 1);
    expect(initials.map(({ text }) => text).join(' ')).toBe(letters);
  });

  test('and begin what the same letter begins in Latin', () => {
    const first = (name: string): string => soundsOf(name)[0]!.skeleton[0]!;
    for (const [native, latin] of [
      ['एम. राम', 'M. Ram'],
      ['सी. राम', 'C. Ram'],
      ['एफ. राम', 'F. Ram'],
      ['டி. ராம்', 'T. Ram'],
      ['ஏ. ராம்', 'A. Ram'],
    ] as const)
      expect(first(native), native).toBe(first(latin));
  });
});

test.each([
  ['Rameshbhai', 'Ramesh bhai'],
  ['Sureshkumar', 'Suresh Kumar'],
  ['રમેશભાઈ', 'રમેશ ભાઈ'],
  ['सुरेशकुमार', 'सुरेश कुमार'],
  ['Jawaharlal', 'Jawahar Lal'],
  ['Venkatrao', 'Venkat Rao'],
  ['சுரேஷ்குமார்', 'சுரேஷ் குமார்'],
])('%s is %s', (together, apart) => {
  expect(wordsHeard(together)).toBe(wordsHeard(apart));
});

test.each([
  ['Siva Kumar', 'Sivakumar'],
  ['Ram Lal', 'Ramlal'],
])('%s, too short to be taken apart, shares a key with %s', (apart, together) => {
  expect(soundKeys(apart).some((key) => soundKeys(together).includes(key))).toBe(true);
});

test.each([['Ramlal'], ['Reuben'], ['Bhai'], ['Helen'], ['ब्रह्मकुमार्']])('%s stays one word', (name) => {
  expect(soundsOf(name)).toHaveLength(1);
});

test.each([
  ['K.', 'Khan', true],
  ['K.', 'कुमार', true],
  ['S.', 'Sharma', true],
  ['A.', 'اکبر', true],
  ['A.', 'आशा', true],
  ['K.', 'Ramesh', false],
  ['R.', 'Lata', false],
])('%s may stand for %s: %s', (initial, name, may) => {
  expect(mayBegin(soundsOf(initial)[0]!.phonemes, soundsOf(name)[0]!.phonemes)).toBe(may);
});

describe('a pet name', () => {
  test.each([
    ['Raju', 'Rajesh'],
    ['राजू', 'राजेश'],
    ['Sunny', 'सुनील'],
    ['Venky', 'Venkatesh'],
    ['Unni', 'ഉണ്ണികൃഷ്ണൻ'],
  ])('%s is close to %s, both ways, and shares a key with it', (pet, given) => {
    const [one, other] = [soundsOf(pet)[0]!.phonemes, soundsOf(given)[0]!.phonemes];
    for (const likeness of [soundSimilarity(one, other), soundSimilarity(other, one)]) {
      expect(likeness).toBeGreaterThanOrEqual(0.82);
      expect(likeness).toBeLessThan(0.92);
    }
    expect(soundKeys(pet).some((key) => soundKeys(given).includes(key))).toBe(true);
  });

  test.each([
    ['Bombay', 'मुंबई'],
    ['कलकत्ता', 'কলকাতা'],
    ['Bangalore', 'ಬೆಂಗಳೂರು'],
    ['Calicut', 'കോഴിക്കോട്'],
  ])('a town by its old name, %s, is %s', (old, now) => {
    expect(soundSimilarity(soundsOf(old)[0]!.phonemes, soundsOf(now)[0]!.phonemes)).toBeGreaterThanOrEqual(0.92);
    expect(soundKeys(old).some((key) => soundKeys(now).includes(key))).toBe(true);
  });

  test('is not tied to any other name', () => {
    expect(soundSimilarity('rAjU', 'sureS')).toBeLessThan(0.6);
  });
});
