// Whole texts: names otherwise written, renamed places, lines with a father and a village; as many answers as asked for, whatever is asked.
import { describe, expect, it } from 'vitest';
import { addText, rankText, settleTexts, startTextRanking } from './index.ts';

function rankingOf(texts: readonly string[]) {
  const ranking = startTextRanking((record) => texts[record]!);
  for (const text of texts) addText(ranking, text);
  settleTexts(ranking);
  return ranking;
}

const names = [
  'Rasipuram Krishnaswami Narayan',
  'Venkataraman Krishnamurthy',
  'Ram Kumar',
  'Abdul Rahman',
  'Mumbai',
  'Prayagraj',
  'Роман',
  'Sonia Aulakh',
  'Ram',
];
const lines = ['Asha, D/o Mohan Lal, Rampur', 'Asha, D/o Sohan Lal, Sitapur', 'Usha, D/o Mohan Lal, Rampur', 'Asha, D/o Gopal, Rampur'];

describe('rankText', () => {
  it.each([
    ['R. K. Narayan', 0],
    ['आर. के. नारायण', 0],
    ['Krishnamurthy V', 1],
    ['Ramkumar', 2],
    ['Kumar, Ram', 2],
    ['Abdurrahman', 3],
    ['बंबई', 4],
    ['Allahabad', 5],
    ['Роман', 6],
    ['Aulakhsonia', 7],
    ['ram', 8],
  ])('%s', (query, record) => {
    const ranking = rankingOf(names);
    expect(rankText(ranking, query, 3)[0]).toBe(record);
  });

  it.each([
    ['Asha, d/o Sohan, Seetapur', 1],
    ['Asha d/o Gopal', 3],
    ['Asha, Sitapur', 1],
  ])('of lines, %s', (query, record) => {
    expect(rankText(rankingOf(lines), query, 4)[0]).toBe(record);
  });

  it('answers with as many as were asked for, each once, if the query holds a letter', () => {
    const ranking = rankingOf(names);
    for (const query of ['Xyzzy', 'Роман', 'K', `Ram ${'x'.repeat(10_000)}`]) {
      const found = rankText(ranking, query, 5);
      expect(new Set(found).size, query.slice(0, 20)).toBe(5);
    }
    expect(rankText(ranking, '🙂 12', 5)).toEqual([]);
  });
});
