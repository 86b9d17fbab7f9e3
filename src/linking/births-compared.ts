// Two births: whole dates digit by digit, years and ages by how far apart they lie.
import { yearsOf } from './dates.ts';
import { oneSlip } from './spelling.ts';

export const birthLevels = [
  '',
  'the same day',
  'day and month exchanged, or one digit off',
  'two parts of three the same',
  'the same year only',
  'a year or two apart',
  'different dates',
  'the same year, no more known',
  'ages agree',
  'ages within two years',
  'ages within four years',
  'ages differ',
] as const;

const isWhole = (birth: string): boolean => !birth.startsWith('~') && birth.slice(4, 6) !== '00';
const reckoned = (birth: string): number => (birth.startsWith('~') ? Number(birth.slice(1)) : yearsOf(birth));

function compareDates(one: string, other: string): number {
  if (one === other) return 1;
  if (oneSlip(one, other)) return 2;
  const year = one.slice(0, 4) === other.slice(0, 4);
  const month = one.slice(4, 6) === other.slice(4, 6) || one.slice(4, 6) === '00';
  const day = one.slice(6) === other.slice(6) || one.slice(6) === '00' || other.slice(6) === '00';
  if (year && one.slice(4, 6) === other.slice(6) && one.slice(6) === other.slice(4, 6)) return 2;
  if (Number(year) + Number(month) + Number(day) >= 2) return 3;
  if (year) return 4;
  return Math.abs(reckoned(one) - reckoned(other)) <= 2 ? 5 : 6;
}

export function compareBirths(one: string, other: string): number {
  if (isWhole(one) && isWhole(other)) return compareDates(one, other);
  if (!one.startsWith('~') && one.slice(0, 4) === other.slice(0, 4)) return 7;
  const apart = Math.abs(reckoned(one) - reckoned(other));
  return apart <= 1.05 ? 8 : apart <= 2.05 ? 9 : apart <= 4.05 ? 10 : 11;
}

/** The level of one and the same text: two equal ages are no birthday. */
export function sameBirth(birth: string): number {
  return isWhole(birth) ? 1 : birth.startsWith('~') ? 8 : 7;
}
