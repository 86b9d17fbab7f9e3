// Names written across scripts come out as a clerk would write them.
import { expect, test } from 'vitest';
import { scriptOfText } from './script.ts';
import { transliterate } from './transliterate.ts';

test.each([
  ['पूजा', 'Mlym', 'പൂജ'],
  ['रमेश', 'Mlym', 'രമേശ്'],
  ['राहुल', 'Mlym', 'രാഹുൽ'],
  ['कुमारी', 'Telu', 'కుమారి'],
  ['राहुल', 'Beng', 'রাহুল'],
  ['সঞ্জয়', 'Deva', 'सञ्जय'],
  ['ৰাহুল', 'Deva', 'राहुल'],
  ['ശ്രീജിത്', 'Deva', 'श्रीजित'],
  ['ਹਰਪ੍ਰੀਤ', 'Deva', 'हरप्रीत'],
  ['सुनीता', 'Guru', 'ਸੁਨੀਤਾ'],
  ['राम', 'Arab', 'رام'],
  ['फातिमा', 'Arab', 'پھاتما'],
  ['Rahul', 'Deva', 'Rahul'],
] as const)('%s in %s is %s', (text, script, written) => {
  expect(transliterate(text, script)).toBe(written.normalize('NFC'));
});

test.each([
  ['पूजा', 'Deva'],
  ['പൂജ', 'Mlym'],
  ['نجمہ', 'Arab'],
  ['Puja', 'Latn'],
  ['புவனா', 'Taml'],
] as const)('%s is %s', (text, script) => {
  expect(scriptOfText(text)).toBe(script);
});
