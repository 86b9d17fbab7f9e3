// Lines of registers are taken apart; names with commas, and names alone, stay whole.
import { describe, expect, it } from 'vitest';
import { partsOf } from './text-parts.ts';

describe('partsOf', () => {
  it.each([
    ['Ram Kumar, S/o Shyam Lal, Rampur', 'Ram Kumar', 'Shyam Lal', 'Rampur'],
    ['Sita Devi W/o Ram Kumar R/o Village Rampur', 'Sita Devi', 'Ram Kumar', 'Rampur'],
    ['राम कुमार पुत्र श्याम लाल निवासी रामपुर', 'राम कुमार', 'श्याम लाल', 'रामपुर'],
    ['Asha d/o Mohan', 'Asha', 'Mohan', ''],
    ['Asha, resident of Patna', 'Asha', '', 'Patna'],
    ['Sharma, Ramesh', 'Sharma, Ramesh', '', ''],
    ['S. O. Roy', 'S. O. Roy', '', ''],
    ['Do Khan', 'Do Khan', '', ''],
    ['S/o Shyam', 'S/o Shyam', '', ''],
  ])('%s', (text, own, relative, place) => {
    const parts = partsOf(text, false);
    const trimmed = [parts.own, parts.relative, parts.place.replace(/village/i, '')].map((part) => part.trim().replace(/,$/, ''));
    expect(trimmed).toEqual([own, relative, place]);
  });

  it('takes what follows a comma for a place only among lines', () => {
    expect(partsOf('Asha, Patna', true)).toMatchObject({ own: 'Asha', place: ' Patna' });
    expect(partsOf('Asha, Patna', false)).toMatchObject({ own: 'Asha, Patna', place: '' });
  });
});
