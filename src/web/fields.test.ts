// Numbers, telephones, days and times as people type them, in any script of India.
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { day, telephone, time, wholeNumber } from './fields.ts';

const read = (schema: z.ZodType, typed: string): unknown => schema.safeParse(typed).data;

test.each(['6', '६', '৬', '੬', '૬', '୬', '௬', '౬', '೬', '൬', '꯶', '᱖', '٦', '۶'])('%s is six', (typed) => {
  expect(read(wholeNumber(0, 17), typed)).toBe(6);
});

test.each(['9876543210', '९८७६५ ४३२१०', '+९१ ९८७६५४३२१०', '۰۹۸۷۶۵۴۳۲۱۰'])('%s is a telephone', (typed) => {
  expect(read(telephone(), typed)).toBe('+919876543210');
});

test('days and times', () => {
  expect([read(day(), '२०२६-११-२४'), read(time(), '१५:१०')]).toEqual(['2026-11-24', '15:10']);
});

test.each(['', 'x', '६x', '१८', '-1', '6.5'])('%s is no age', (typed) => {
  expect(wholeNumber(0, 17).safeParse(typed).success).toBe(false);
});
