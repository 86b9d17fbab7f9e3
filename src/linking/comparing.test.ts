// Levels of two values: what counts as the same, as a slip, as something else. Each row is one thing people really write.
import { describe, expect, it } from 'vitest';
import { editsBetween } from '../kernel/edits.ts';
import { birthLevels, compareBirths } from './births-compared.ts';
import { compareNames, nameLevels } from './names-compared.ts';
import { oneSlip, spellingSimilarity } from './spelling.ts';
import { codeLevels, compareCodes, comparePostcodes, compareTexts, postcodeLevels, textLevels } from './texts-compared.ts';
import { bookOf } from './words.ts';

describe('names', () => {
  it.each([
    ['pooja yadav', 'पूजा यादव', 'sounds the same'],
    ['yadav pooja', 'pooja yadav', 'sounds the same'],
    ['mitchell', 'micthell', 'sounds close'],
    ['bill', 'william', 'a short or pet form'],
    ['wm smith', 'smith will', 'a short or pet form'],
    ['peggy', 'margaret', 'a short or pet form'],
    ['peggy', 'william', 'different'],
    ['ashby-cole', 'cole', 'one in the other'],
    ['pooja', 'pooja yadav', 'one in the other'],
    ['p yadav', 'pooja yadav', 'one in the other'],
    ['pooja urf guddi', 'guddi', 'sounds the same'],
    ['pooja yadav', 'rekha yadav', 'one word the same'],
    ['smith', 'nguyen', 'different'],
    ['ราชา', 'สมชาย', 'different'],
  ])('%s and %s: %s', (one, other, level) => {
    const book = bookOf([one, other], 'names');
    expect(nameLevels[compareNames(book, 0, 1)]).toBe(level);
    expect(compareNames(book, 1, 0)).toBe(compareNames(book, 0, 1));
  });
});

describe('births', () => {
  it.each([
    ['19850304', '19850304', 'the same day'],
    ['19850304', '19850403', 'day and month exchanged, or one digit off'],
    ['19850304', '19850394', 'day and month exchanged, or one digit off'],
    ['19850304', '19850322', 'two parts of three the same'],
    ['19850304', '19851122', 'the same year only'],
    ['19850304', '19861122', 'a year or two apart'],
    ['19850304', '20011122', 'different dates'],
    ['19850000', '19850304', 'the same year, no more known'],
    ['20100000', '~2010.9', 'ages agree'],
    ['20100304', '~2014.0', 'ages within four years'],
    ['20100304', '~2020.0', 'ages differ'],
  ])('%s and %s: %s', (one, other, level) => expect(birthLevels[compareBirths(one, other)]).toBe(level));
});

describe('codes and texts', () => {
  it('tells slips from other numbers', () => {
    expect(codeLevels[compareCodes('9876543210', '9876543120')]).toBe('one digit off');
    expect(codeLevels[compareCodes('9876543210', '9876500210')]).toBe('two digits off');
    expect(codeLevels[compareCodes('9876543210', '9123456780')]).toBe('different');
  });

  it('knows areas of Indian and British postcodes', () => {
    expect(postcodeLevels[comparePostcodes('560001', '560095')]).toBe('the same area');
    expect(postcodeLevels[comparePostcodes('TA42ND', 'TA49XX')]).toBe('the same area');
    expect(postcodeLevels[comparePostcodes('TA42ND', 'BS12ND')]).toBe('different');
  });

  it('weighs words of an address by how rare they are', () => {
    const texts = [
      '12 station road',
      '14 station road',
      '12 hospital road',
      '9 station road',
      '7 mill road',
      'kumbharwada lane 3',
      'kumbharwada lane',
    ];
    const book = bookOf(texts, 'plain');
    expect(textLevels[compareTexts(book, 5, 6)]).toBe('nearly the same');
    expect(compareTexts(book, 0, 4)).toBeGreaterThan(compareTexts(book, 0, 1));
  });

  it.each([
    ['abcd', 'abdc'],
    ['abcd', 'abcde'],
    ['abcd', 'xbcd'],
    ['abcd', 'bcd'],
    ['abcd', 'badc'],
    ['aab', 'ab'],
    ['', 'a'],
    ['abcd', 'wxyz'],
  ])('one slip between %s and %s is told as the full count tells it', (one, other) =>
    expect(oneSlip(one, other)).toBe(editsBetween(one, other, 'exchanged', 3) <= 1),
  );

  it('reckons Jaro–Winkler as its authors do', () => {
    expect(spellingSimilarity('martha', 'marhta')).toBeCloseTo(0.9611, 4);
    expect(spellingSimilarity('dwayne', 'duane')).toBeCloseTo(0.84, 4);
    expect(spellingSimilarity('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
  });
});
