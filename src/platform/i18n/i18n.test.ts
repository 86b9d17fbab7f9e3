// English and Hindi say the same things with the same values; languages are negotiated; dates, spans and ages read as people say them.
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { ageInYears } from '../../kernel/age.ts';
import { type Day, addMinutes, instantFrom } from '../../kernel/time.ts';
import { catalogueFiles, readCatalogue } from './catalogue.ts';
import { formatAge, formatAgeNow, formatAgo, formatDeadline, formatDuration, formatMoment, formatWhen } from './format.ts';
import { negotiate } from './locales.ts';
import { translatorFor, wordsIn } from './translate.ts';

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

/** Names of the values a message takes (type 0 is plain text), those inside plural and select branches too. */
function placeholders(message: string): string[] {
  const walk = (parts: readonly Part[]): string[] =>
    parts.flatMap((part) => {
      const named = 'value' in part && part.type !== 0 ? [part.value] : [];
      const branches = 'options' in part ? Object.values(part.options).flatMap((option) => walk(option.value)) : [];
      return [...named, ...branches];
    });
  const parsed = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
  return [...new Set(walk(parsed))].toSorted();
}

test('both languages have the same files', () => {
  expect(catalogueFiles('hi').toSorted()).toEqual(catalogueFiles('en').toSorted());
});

describe.each(catalogueFiles('en'))('%s', (file) => {
  const [english, hindi] = [readCatalogue('en', file), readCatalogue('hi', file)];

  test('has the same keys in both languages', () => {
    expect(Object.keys(hindi).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  test('takes the same values in both languages', () => {
    for (const [key, message] of Object.entries(english)) expect(placeholders(hindi[key] ?? ''), key).toEqual(placeholders(message));
  });
});

describe('translate', () => {
  test('fills in values, with plurals', () => {
    expect(translatorFor('en')('web.form.errorTitle', { count: 2 })).toBe('2 answers need another look');
    expect(translatorFor('hi')('web.back')).toBe('वापस');
  });

  test('a value is text, never markup or another message', () => {
    expect(translatorFor('en')('web.photo.of', { name: '<b>{name}</b>' })).toBe('Photograph of <b>{name}</b>');
  });

  test('a missing key is a fault here, so that no page ships with a hole', () => {
    expect(() => translatorFor('en')('web.no.such.key')).toThrow('web.no.such.key');
  });
});

describe('negotiate', () => {
  test.each([
    ['hi-IN,hi;q=0.9,en;q=0.8', undefined, 'hi'],
    ['en;q=0.5, hi;q=0.8', undefined, 'hi'],
    ['ta,fr;q=0.9', undefined, 'en'],
    ['hi;q=0,en;q=0.1', undefined, 'en'],
    [undefined, undefined, 'en'],
    ['en', 'hi', 'hi'],
    ['hi', 'ta', 'hi'],
  ])('%s with cookie %s gives %s', (header, cookie, locale) => {
    expect(negotiate(header, cookie)).toBe(locale);
  });
});

describe('time', () => {
  const now = instantFrom('2026-11-15T10:35:00.000Z');
  const [en, hi] = [wordsIn('en'), wordsIn('hi')];

  test('moments are Indian time, in figures everybody reads', () => {
    expect(formatMoment(en, instantFrom('2026-11-12T20:00:00.000Z'))).toBe('13 Nov 2026, 01:30');
    expect(formatMoment(hi, instantFrom('2026-11-12T10:35:00.000Z'))).toMatch(/^12 .+ 2026, 16:05$/);
  });

  test('days ago are days of the calendar in India', () => {
    expect(formatWhen(en, instantFrom('2026-11-12T10:35:00.000Z'), now)).toBe('3 days ago · 12 Nov 2026, 16:05');
    expect(formatAgo(en, addMinutes(now, -5), now)).toBe('5 minutes ago');
    expect(formatAgo(en, addMinutes(now, 120), now)).toBe('in 2 hours');
    expect(formatAgo(en, now, now)).toBe('just now');
  });

  test.each([
    [0, '0 min'],
    [59, '59 min'],
    [60, '1 h'],
    [220, '3 h 40 min'],
    [1440, '1 day'],
    [1500, '1 day 1 h'],
    [2880, '2 days'],
    [14_460, '10 days'],
  ])('%i minutes read %s', (minutes, expected) => {
    expect(formatDuration(en, minutes)).toBe(expected);
  });

  test('a deadline is left until its moment and late after it', () => {
    expect(formatDeadline(en, addMinutes(now, 220), now)).toBe('3 h 40 min left');
    expect(formatDeadline(en, addMinutes(now, -2880), now)).toBe('2 days late');
  });

  test('ages keep their range and basis, and grow', () => {
    const age = ageInYears(9, 10, '2025-11-15' as Day, 'told');
    expect(formatAge(en, age)).toBe('9–10 years');
    expect(formatAgeNow(en, age, '2026-11-15' as Day)).toBe('about 9–10 years when seen (told), 10–11 years now');
    expect(formatAgeNow(en, age, '2025-11-15' as Day)).toBe('about 9–10 years (told)');
    expect(formatAge(en, { ...age, lowMonths: 3, highMonths: 5 })).toBe('3–5 months');
  });
});
