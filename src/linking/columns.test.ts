// What spreadsheets say and how it is read: headers guessed, mappings refused with a reason, dates and numbers in many shapes.
import { describe, expect, it } from 'vitest';
import {
  compareHeights,
  compareLanguages,
  compareMarks,
  heightLevels,
  languageLevels,
  markLevels,
  normaliseHeight,
  normaliseLanguages,
  normaliseMarks,
} from './bodies-compared.ts';
import { InputFault } from './aspects.ts';
import { monthComesFirst, parseAge, parseDate, plainDigits } from './dates.ts';
import { guessMapping } from './guess.ts';
import { checkMapping, parseMapping } from './mapping.ts';
import { normalise, normaliseBirth } from './normalise.ts';
import { openRecords } from './records.ts';

describe('dates', () => {
  it.each([
    ['19851203', '19851203'],
    ['03121985', '19851203'],
    ['1985-12-03', '19851203'],
    ['03/12/1985', '19851203'],
    ['3.12.85', '19851203'],
    ['3 Dec 1985', '19851203'],
    ['December 3, 1985', '19851203'],
    ['०३/१२/१९८५', '19851203'],
    ['1985-12-03T00:00:00Z', '19851203'],
    ['1985', '19850000'],
    ['Dec 1985', '19851200'],
    ['19851345', '19851345'],
    ['someday', null],
    ['', null],
  ])('%s is %s', (text, date) => expect(parseDate(text, false)).toBe(date));

  it('reads the month first only where a column proves it', () => {
    expect(monthComesFirst(['04/05/1990', '12/31/1990'])).toBe(true);
    expect(monthComesFirst(['04/05/1990', '31/12/1990'])).toBe(false);
    expect(parseDate('04/05/1990', true)).toBe('19900405');
  });

  it('reads ages of every kind, 0 and 40 among them', () => {
    expect(['0', '40', '12-14', '8 months', '१२ वर्ष', 'old', '999'].map(parseAge)).toEqual([0, 40, 13, 8 / 12, 12, null, null]);
  });

  it('carries an age to a birth, and refuses to without a day', () => {
    expect(normaliseBirth({ age: '10', asOf: '2020-07-01' }, false)).toBe('~2010.0');
    expect(normaliseBirth({ age: '0', asOf: '2020-07-01' }, false)).toBe('~2020.0');
    expect(normaliseBirth({ age: '10' }, false)).toBe('');
    expect(normaliseBirth({ year: '1974', month: '3', day: '' }, false)).toBe('19740300');
  });
});

describe('fields', () => {
  it.each([
    ['telephone', '+91 98765-43210', '9876543210'],
    ['telephone', '०९८७६५४३२१०', '9876543210'],
    ['telephone', '100', ''],
    ['sex', 'लड़की', 'f'],
    ['sex', 'Boy', 'm'],
    ['postcode', 'ta4 2nd', 'TA42ND'],
    ['identifier', '12/2024', '122024'],
    ['address', "12, St. Mary's Rd", '12 st marys rd'],
    ['name', 'N/A', ''],
    ['name', 'अज्ञात', ''],
    ['name', 'Raju\u200B', 'raju'],
  ] as const)('%s %s is written %s', (field, text, written) => expect(normalise(field, text)).toBe(written));

  it('knows the digits of every script', () => expect(plainDigits('१২৩௪౫٦9')).toBe('1234569'));
});

describe('guesses', () => {
  it.each([
    ['given_name', 'given-name'],
    ['fname_c1', 'given-name'],
    ['Father Name', 'father'],
    ['date_of_birth', 'birth-date'],
    ['dob', 'birth-date'],
    ['postcode_fake', 'postcode'],
    ['soc_sec_id', 'identifier'],
    ['Mobile No', 'telephone'],
    ['child_name', 'name'],
    ['पिता का नाम', 'father'],
    ['Police Station', 'place'],
    ['district', 'city'],
    ['Date of Admission', 'age-as-of'],
    ['Date of rescue', 'age-as-of'],
    ['Missing since', 'age-as-of'],
    ['FIR date', 'age-as-of'],
    ['Date', 'age-as-of'],
    ['गुम होने की तारीख', 'age-as-of'],
    ['Approx Age', 'age'],
    ['आयु', 'age'],
    ['उम्र', 'age'],
    ['बच्चे का नाम', 'name'],
    ['बालक का नाम', 'name'],
    ['गाँव', 'place'],
    ['थाना', 'place'],
    ['माता का नाम', 'mother'],
    ['लिंग', 'sex'],
    ['जन्म तिथि', 'birth-date'],
    ['Date of Birth', 'birth-date'],
    ['Sex (M/F)', 'sex'],
    ['Contact', 'telephone'],
    ['Contact Number', 'telephone'],
    ['Mother tongue', 'languages'],
    ['নাম', 'name'],
    ['পিতার নাম', 'father'],
    ['মাতার নাম', 'mother'],
    ['বয়স', 'age'],
    ['লিঙ্গ', 'sex'],
    ['গ্রাম', 'place'],
    ['জেলা', 'city'],
    ['জন্ম তারিখ', 'birth-date'],
    ['பெயர்', 'name'],
    ['தந்தை பெயர்', 'father'],
    ['தாய் பெயர்', 'mother'],
    ['வயது', 'age'],
    ['பாலினம்', 'sex'],
    ['கிராமம்', 'place'],
    ['மாவட்டம்', 'city'],
    ['பிறந்த தேதி', 'birth-date'],
    ['పేరు', 'name'],
    ['తండ్రి పేరు', 'father'],
    ['తల్లి పేరు', 'mother'],
    ['వయస్సు', 'age'],
    ['లింగం', 'sex'],
    ['గ్రామం', 'place'],
    ['జిల్లా', 'city'],
    ['పుట్టిన తేదీ', 'birth-date'],
    ['मुलाचे नाव', 'name'],
    ['वडिलांचे नाव', 'father'],
    ['आईचे नाव', 'mother'],
    ['वय', 'age'],
    ['गाव', 'place'],
    ['जिल्हा', 'city'],
    ['जन्मतारीख', 'birth-date'],
    ['نام', 'name'],
    ['والد کا نام', 'father'],
    ['والدہ کا نام', 'mother'],
    ['عمر', 'age'],
    ['جنس', 'sex'],
    ['گاؤں', 'place'],
    ['ضلع', 'city'],
    ['تاریخ پیدائش', 'birth-date'],
    ['નામ', 'name'],
    ['પિતાનું નામ', 'father'],
    ['માતાનું નામ', 'mother'],
    ['ઉંમર', 'age'],
    ['લિંગ', 'sex'],
    ['ગામ', 'place'],
    ['જિલ્લો', 'city'],
    ['જન્મ તારીખ', 'birth-date'],
    ['ಹೆಸರು', 'name'],
    ['ತಂದೆಯ ಹೆಸರು', 'father'],
    ['ತಾಯಿಯ ಹೆಸರು', 'mother'],
    ['ವಯಸ್ಸು', 'age'],
    ['ಲಿಂಗ', 'sex'],
    ['ಗ್ರಾಮ', 'place'],
    ['ಜಿಲ್ಲೆ', 'city'],
    ['ಹುಟ್ಟಿದ ದಿನಾಂಕ', 'birth-date'],
    ["Child's Name", 'name'],
  ])('%s is %s', (header, aspect) => {
    const beside = aspect === 'age-as-of' ? ['age', header] : [header];
    expect(guessMapping(beside, []).columns.get(header)).toBe(aspect);
  });

  it.each(['क्रमांक', 'क्रम संख्या'])('%s is the id', (header) => expect(guessMapping([header, 'नाम'], []).id).toBe(header));

  it('an incident’s date beside an age is the day of the age, not a birth', () => {
    const rows = Array.from({ length: 6 }, (_, at) => [`0${at + 1}/05/2025`, `${at + 7}`]);
    expect([...guessMapping(['Incident date', 'Approx Age'], rows).columns.values()]).toEqual(['age-as-of', 'age']);
  });

  it('never compares an id or a truth column, and reads a whole name only where no parts are', () => {
    const guess = guessMapping(['unique_id', 'cluster', 'full_name', 'first_name', 'surname'], []);
    expect([guess.id, guess.truth, [...guess.columns.keys()]]).toEqual(['unique_id', 'cluster', ['first_name', 'surname']]);
    expect(guessMapping(['full_name'], []).columns.get('full_name')).toBe('name');
  });

  it('looks at contents where a header says nothing', () => {
    const rows = ['a@b.in', 'c@d.in', 'e@f.in', 'g@h.in', 'i@j.in'].map((text, at) => [text, at % 2 ? 'M' : 'F']);
    expect([...guessMapping(['x1', 'x2'], rows).columns.values()]).toEqual(['email', 'sex']);
  });
});

describe('what is seen and heard of a person', () => {
  it.each([
    [compareLanguages, languageLevels, normaliseLanguages, 'Hindi, Bangla', 'ben hin', 'the same'],
    [compareLanguages, languageLevels, normaliseLanguages, 'हिन्दी', 'hi and Urdu', 'one in common'],
    [compareLanguages, languageLevels, normaliseLanguages, 'Tamil', 'Telugu', 'different'],
    [compareMarks, markLevels, normaliseMarks, 'scar on the left cheek', 'cheek scar left', 'the same'],
    [compareMarks, markLevels, normaliseMarks, 'scar on left cheek', 'scar on right cheek', 'the same, left for right'],
    [compareMarks, markLevels, normaliseMarks, 'mole neck', 'burn arm', 'different'],
    [compareHeights, heightLevels, normaliseHeight, "5'2", '157 cm', 'the same'],
    [compareHeights, heightLevels, normaliseHeight, '4 ft', '1.25 m', 'within 3 cm'],
    [compareHeights, heightLevels, normaliseHeight, '110', '150', 'further apart'],
  ] as const)('%o: %s, %s', (compare, levels, normalised, one, other, level) => {
    expect(levels[compare(normalised(one), normalised(other))]).toBe(level);
  });

  it('knows their headings, also in Hindi', () => {
    const header = ['Nick Name', 'languages known', 'Identification Marks', 'height (cm)', 'उर्फ', 'भाषा', 'शरीर पर निशान', 'लंबाई'];
    expect([...guessMapping(header, []).columns.values()]).toEqual(['alias', 'languages', 'marks', 'height', 'alias', 'languages', 'marks', 'height']); // prettier-ignore
  });

  it('takes an alias for another way to be called', () => {
    const reading = openRecords(parseMapping({ columns: { a: 'name', b: 'alias' } }).left, null);
    const take = reading.open('left', ['a', 'b'], 'a.csv');
    for (const row of [['Pooja', 'Guddi'], ['Guddi', ''], ['', 'Munna']]) take(row); // prettier-ignore
    expect(reading.finish().columns.get('name')!.texts).toEqual(['pooja alias guddi', 'guddi', 'munna']);
  });
});

describe('births', () => {
  const births = (dates: readonly string[]): string[] => {
    const reading = openRecords(parseMapping({ columns: { dob: 'birth-date' } }).left, null);
    const take = reading.open('left', ['dob'], 'a.csv');
    for (const date of dates) take([date]);
    const { texts, numbers } = reading.finish().columns.get('birth')!;
    return Array.from(numbers, (number) => texts[number]!);
  };
  const days = Array.from({ length: 100 }, (_, at) => `${1950 + at}-03-1${at % 10}`);

  it('takes the first of January for an unknown day where many were born on it', () => {
    expect(births([...days, ...days.slice(0, 30).map((day) => `${day.slice(0, 4)}-01-01`)]).at(-1)).toBe('19790000');
    expect(births([...days, '1979-01-01']).at(-1)).toBe('19790101');
  });
});

describe('mistakes in a mapping or a file', () => {
  const mapping = (columns: Record<string, string>, id?: string) => parseMapping({ ...(id ? { id } : {}), columns }).left;
  const read = (id: string | undefined, rows: string[][]) => {
    const take = openRecords(mapping({ name: 'name' }, id), null).open('left', ['id', 'name'], 'a.csv');
    for (const row of rows) take(row);
  };
  it.each([
    ['an aspect nobody knows', () => parseMapping({ columns: { a: 'colour' } }), 'unknown aspect "colour"'],
    ['a key nobody knows', () => parseMapping({ columns: {}, colums: {} }), 'must look like'],
    ['a column that is not there', () => checkMapping(mapping({ nom: 'name' }), ['name'], 'a.csv'), 'a.csv has no column "nom"'],
    ['nothing to compare', () => checkMapping(mapping({}), ['name'], 'a.csv'), 'no column says anything'],
    ['an id that stands twice', () => read('id', [['1', 'A'], ['1', 'B']]), 'the id "1" stands twice, in rows 1 and 2'], // prettier-ignore
    ['a row without its id', () => read('id', [['', 'A']]), 'row 1 has no id'],
    ['files with nothing in common', () => openRecords(mapping({ a: 'name' }), mapping({ b: 'postcode' })), 'no kind of column in common'],
  ])('%s is told', (_, act, words) => {
    expect(act).toThrow(InputFault);
    expect(act).toThrow(words);
  });
});
