// Old and new names of places, in any script and spelling, alone and among other words; what is no such place has no other names.
import { describe, expect, it } from 'vitest';
import { soundsOf } from '../names/index.ts';
import { otherPlaceNames } from './other-names.ts';
import { renamedPlaces } from './renamed.ts';

describe('otherPlaceNames', () => {
  it.each([
    ['Bombay', 'Mumbai'],
    ['बंबई', 'Mumbai'],
    ['मद्रास', 'Chennai'],
    ['কলিকাতা', 'Kolkata'],
    ['Cawnpore', 'Kanpur'],
    ['Benares', 'Varanasi'],
    ['Trivandram', 'Thiruvananthapuram'],
    ['Aurangabad', 'Chhatrapati Sambhajinagar'],
    ['Sambhaji Nagar', 'Aurangabad'],
    ['Faizabad', 'Ayodhya'],
    ['Bombay Central', 'Mumbai Central'],
    ['Dist Gurgaon', 'Dist Gurugram'],
    ['East Midnapore', 'Purba Medinipur'],
  ])('%s is also %s', (text, other) => {
    expect(otherPlaceNames(text)).toContain(other);
  });

  it.each(['', '🙂', 'Pooja Sharma', 'Rampur', 'Ram Kumar'])('"%s" has none', (text) => {
    expect(otherPlaceNames(text)).toEqual([]);
  });

  it('lists every place once on its line, with names that can be read and another beside it', () => {
    expect(renamedPlaces.length).toBeGreaterThan(400);
    for (const names of renamedPlaces) {
      expect(names.length, names[0]).toBeGreaterThan(1);
      expect(new Set(names).size, names[0]).toBe(names.length);
      for (const name of names) expect(soundsOf(name).length, name).toBeGreaterThan(0);
    }
  });
});
