// Urdu letters for the places of the Brahmic plan: short vowels are not written, a long vowel has its letter.

const letters: Readonly<Record<number, string>> = {
  0x01: 'ں',
  0x02: 'ن',
  0x03: 'ہ',
  0x05: 'ا',
  0x06: 'آ',
  0x07: 'ا',
  0x08: 'ای',
  0x09: 'ا',
  0x0a: 'او',
  0x0b: 'ر',
  0x0e: 'ای',
  0x0f: 'ای',
  0x10: 'ای',
  0x12: 'او',
  0x13: 'او',
  0x14: 'او',
  0x15: 'ک',
  0x16: 'کھ',
  0x17: 'گ',
  0x18: 'گھ',
  0x19: 'ن',
  0x1a: 'چ',
  0x1b: 'چھ',
  0x1c: 'ج',
  0x1d: 'جھ',
  0x1e: 'ن',
  0x1f: 'ٹ',
  0x20: 'ٹھ',
  0x21: 'ڈ',
  0x22: 'ڈھ',
  0x23: 'ن',
  0x24: 'ت',
  0x25: 'تھ',
  0x26: 'د',
  0x27: 'دھ',
  0x28: 'ن',
  0x2a: 'پ',
  0x2b: 'پھ',
  0x2c: 'ب',
  0x2d: 'بھ',
  0x2e: 'م',
  0x2f: 'ی',
  0x30: 'ر',
  0x31: 'ر',
  0x32: 'ل',
  0x33: 'ل',
  0x34: 'ل',
  0x35: 'و',
  0x36: 'ش',
  0x37: 'ش',
  0x38: 'س',
  0x39: 'ہ',
  0x3e: 'ا',
  0x40: 'ی',
  0x42: 'و',
  0x46: 'ی',
  0x47: 'ی',
  0x48: 'ی',
  0x4a: 'و',
  0x4b: 'و',
  0x4c: 'و',
};
/** At the end of a word e is written with the large ye. */
const finals: Readonly<Record<number, string>> = { 0x46: 'ے', 0x47: 'ے', 0x48: 'ے', 0x3f: 'ی', 0x41: 'و' };

export function urduOf(places: readonly number[]): string {
  return places
    .map((place, at) => {
      if (place >= 0x1000) return String.fromCodePoint(place - 0x1000);
      return (at === places.length - 1 ? finals[place] : undefined) ?? letters[place] ?? '';
    })
    .join('');
}
