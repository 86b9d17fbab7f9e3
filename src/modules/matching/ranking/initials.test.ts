// Initials run together become single letters; words that only look like initials stay.
import { describe, expect, it } from 'vitest';
import { withPlainInitials } from './initials.ts';

describe('withPlainInitials', () => {
  it.each([
    ['RK Narayan', 'R K Narayan'],
    ['PVR Rao', 'P V R Rao'],
    ['S. O. Roy', 'S O Roy'],
    ['RAM PVN RAO', 'RAM P V N RAO'],
    ['Ch. Devi Lal', 'C. Devi Lal'],
  ])('%s is %s', (written, plain) => {
    expect(withPlainInitials(written).replace(/\s+/g, ' ')).toBe(plain.replaceAll('.', ' ').replace(/\s+/g, ' '));
  });

  it.each(['Md Karim', 'Dr Rao', 'SK Abdul', 'RAM DEV', 'महात्मा गाँधी जी', 'ए', 'Pooja, Sharma (Guddi)', 'Om Puri'])(
    '%s stays',
    (written) => {
      expect(withPlainInitials(written)).toBe(written);
    },
  );
});
