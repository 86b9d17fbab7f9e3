// A list read to FIRs: what people write, what is refused at which cell, what is here already, and what goes back in the file of refused rows.
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../kernel/refusal.ts';
import { type Instant, instantFrom } from '../../../kernel/time.ts';
import { parse } from 'csv-parse/sync';
import { translatorFor } from '../../../platform/i18n/index.ts';
import { workbook } from '../../../../tests/sheets/workbook.ts';
import { readAge, readSections, readTime } from './cells.ts';
import { columnWord, fields } from './fields.ts';
import { type Here, planList } from './plan.ts';
import type { Known } from './row.ts';
import { type SheetRow, readList } from './sheet.ts';
import { refusedCsv, templateCsv, templateWorkbook } from './template.ts';

const now = instantFrom('2026-11-24T06:30:00.000Z');
const place = { districtCode: 'BR-SAR', stateCode: 'BR' };
const office = (code: string, name: string) => ({ id: code, kind: 'police-station', code, name, telephone: null, email: null, ...place });
const districts = [
  { code: 'BR-SAR', stateCode: 'BR', stateName: 'Bihar', name: 'Saran', nativeName: 'सारण', latitude: 0, longitude: 0 },
  { code: 'BR-PAT', stateCode: 'BR', stateName: 'Bihar', name: 'Patna', nativeName: null, latitude: 0, longitude: 0 },
];
const known = {
  stations: [office('PS-BR-SAR-1', 'Chhapra Town'), office('PS-BR-SAR-2', 'Sonepur')],
  own: false,
  districts,
  now,
} as unknown as Known;

const blank = Object.fromEntries(fields.map((field) => [field, ''])) as Omit<SheetRow, 'line'>;
let lines = 1;
const row = (change: Partial<SheetRow> = {}): SheetRow => ({
  ...blank,
  line: (lines += 1),
  station: 'Sonepur',
  number: '12',
  registeredOn: '20-11-2026',
  registeredTime: '14:30',
  sections: 'BNS 137(2)',
  lastSeenPlace: 'the fair',
  childName: 'Asha',
  sex: 'Girl',
  age: '9',
  ...change,
});

let ids = 0;
function plan(rows: readonly SheetRow[], here: ReadonlyMap<string, Here> = new Map(), own: Partial<Known> = {}) {
  return planList(rows, { ...known, ...own }, here, () => `0192f0a0-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`);
}
const wrongs = (rows: readonly SheetRow[], own: Partial<Known> = {}): string[] =>
  plan(rows, new Map(), own).rows.flatMap((one) => one.wrongs.map(({ field, why }) => `${field} ${why}`));

describe('rows', () => {
  test('of one number are one FIR, its children numbered in their order; the key is the feed’s own', () => {
    const { firs, rows } = plan([
      row(),
      row({ childName: 'Ravi', sex: 'boy', age: '7' }),
      row({ number: '0013/2026', childName: 'Meena' }),
    ]);
    expect(firs.map(({ key }) => key)).toEqual(['BR/BR-SAR/PS-BR-SAR-2/fir/2026/12', 'BR/BR-SAR/PS-BR-SAR-2/fir/2026/13']);
    expect(firs[0]!.message.body.children.map(({ childNumber, sex, names }) => [childNumber, sex, names])).toEqual([
      [1, 'female', [{ text: 'Asha' }]],
      [2, 'male', [{ text: 'Ravi' }]],
    ]);
    expect(firs[1]!.message.rawNumber).toBe('0013/2026');
    expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'new']);
  });

  test.each<[string, Partial<SheetRow>, string[]]>([
    ['without a number', { number: '' }, ['number empty']],
    ['of a day that is none', { registeredOn: '31-02-2026' }, ['registeredOn badDay']],
    ['of tomorrow', { registeredOn: '25-11-2026' }, ['registeredOn future']],
    ['of another station', { station: 'Patna Town' }, ['station noStation']],
    ['of no station, for a whole district', { station: '' }, ['station empty']],
    ['of a law nobody knows', { sections: 'ABC 12' }, ['sections badSections']],
    ['of a law that had ended', { sections: 'IPC 363', lastSeenOn: '20-11-2026' }, ['sections act-not-in-force']],
    ['of a grown person', { age: '19' }, ['age out-of-range']],
    ['born on a day that makes 18', { age: '', birthDate: '01-01-2008' }, ['birthDate not-a-child']],
    ['without an age', { age: '' }, ['age age-missing']],
    ['of a word in no list', { sex: 'kid', circumstance: 'vanished' }, ['sex unknownWord', 'circumstance unknownWord']],
    ['last seen in a district that is none', { lastSeenDistrict: 'Atlantis' }, ['lastSeenDistrict noDistrict']],
    ['with nine digits of telephone', { telephone: '983000000' }, ['telephone badTelephone']],
    ['with another year behind the number', { number: '12/2024' }, ['number number-of-other-year']],
    ['in Hindi', { registeredOn: '२०-११-२०२६', sex: 'लड़की', age: '९', lastSeenDistrict: 'सारण', sections: 'धारा 137(2) बीएनएस' }, []],
  ])('%s', (_, change, expected) => {
    expect(wrongs([row(change)])).toEqual(expected);
  });

  test('of an FIR with a refused row wait with it; a row that tells the FIR otherwise is refused; one that stands twice counts once', () => {
    expect(wrongs([row(), row({ childName: 'Ravi', age: '40' })])).toEqual(['number withheld', 'age out-of-range']);
    expect(wrongs([row(), row({ childName: 'Ravi', sex: 'x' })])).toEqual(['number withheld', 'sex unknownWord']);
    expect(wrongs([row(), row({ childName: 'Ravi', lastSeenPlace: 'elsewhere' })])).toEqual(['number withheld', 'lastSeenPlace differs']);
    const { rows, firs } = plan([row(), row()]);
    expect([rows.map(({ outcome }) => outcome), firs.length]).toEqual([['new', 'refused'], 1]);
  });

  test('a station needs no name for itself, and may not name another', () => {
    const own = { own: true, stations: known.stations.slice(0, 1) };
    expect(wrongs([row({ station: '' })], own)).toEqual([]);
    expect(wrongs([row({ station: 'Sonepur' })], own)).toEqual(['station notYourStation']);
  });

  test('of an FIR that is here are marked, and bring nothing; of a typed one they are compared', () => {
    const key = 'BR/BR-SAR/PS-BR-SAR-2/fir/2026/12';
    for (const here of ['list', 'police'] as const) {
      const told = plan([row({ number: 'FIR No. 0012/2026' })], new Map([[key, here]]));
      expect([told.rows[0]!.outcome, told.rows[0]!.here, told.firs.length]).toEqual(['here', here, 0]);
    }
    const typed = plan([row()], new Map([[key, 'typed']]));
    expect([typed.rows[0]!.outcome, typed.firs.map(({ here }) => here)]).toEqual(['typed', ['typed']]);
  });
});

describe('cells', () => {
  test.each([
    ['BNS 137(2), POCSO 8', ['BNS 137(2)', 'POCSO 8']],
    ['u/s 363/366A IPC', ['IPC 363', 'IPC 366A']],
    ['137(2), 143 BNS 2023', ['BNS 137(2)', 'BNS 143']],
    ['Section 137(2) r/w 3(5) of B.N.S. & 8 POCSO Act', null],
    ['137(2)', null],
    ['BNS', null],
    ['', null],
  ])('%s', (text, expected) => {
    const read = readSections(text);
    if (text.startsWith('Section')) expect(read?.every(({ section }) => /^\d/.test(section)) ?? true).toBe(true);
    else expect(read && read.map(({ act, section }) => `${act} ${section}`)).toEqual(expected);
  });
  test.each([
    ['9', 9, 9],
    ['8-10 years', 8, 10],
    ['६ वर्ष', 6, 6],
    ['7 months', 0, 0],
  ])('age %s', (text, ageFrom, ageTo) => {
    // prettier-ignore
    expect(readAge(text)).toEqual({ ageFrom, ageTo });
  });
  test.each([
    ['14:30', '14:30'],
    ['9.05', '09:05'],
    ['2:30 PM', '14:30'],
    ['12:15 am', '00:15'],
    ['25:00', null],
    ['noon', null],
  ])('time %s', (text, expected) => {
    // prettier-ignore
    expect(readTime(text)).toBe(expected);
  });
});

describe('files', () => {
  test('an Excel sheet with a title, merged cells and dates of its own', async () => {
    const sheet = workbook(
      [
        ['लापता बच्चों की सूची'],
        ['थाना', 'प्राथमिकी संख्या', 'प्राथमिकी की तिथि', 'अधिनियम और धाराएँ', 'बच्चे का नाम', 'लिंग', 'आयु', 'आख़िरी बार देखे जाने का स्थान'],
        ['Sonepur', '12', { serial: 46346 }, 'BNS 137(2)', 'आशा', 'लड़की', '9', 'मेला'],
        [null, null, null, null, 'रवि', 'लड़का', '7', null],
      ],
      ['A3:A4', 'B3:B4'],
    );
    const rows = (await readList(sheet)) as SheetRow[];
    expect(rows.map(({ line, number, childName, registeredOn }) => [line, number, childName, registeredOn])).toEqual([
      [3, '12', 'आशा', '2026-11-20'],
      [4, '12', 'रवि', '2026-11-20'],
    ]);
    expect(plan(rows).firs.map(({ message }) => message.body.children.length)).toEqual([2]);
  });

  test.each(['en', 'hi'] as const)(
    'the template in %s is read back, column by column, and its code list is the contract’s',
    async (locale) => {
      const speaking = { t: translatorFor(locale), locale };
      const [head] = parse(templateCsv(speaking), { bom: true }) as string[][];
      const values = Object.fromEntries(fields.map((field) => [field, `the ${field}`]));
      const text = [head!, fields.map((field) => values[field])].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');
      expect(await readList(Buffer.from(text))).toEqual([{ line: 2, ...values }]);
      expect(isRefusal(await readList(templateWorkbook(speaking)))).toBe(true); // read as a table: headings, no rows
      expect(await readList(templateWorkbook(speaking))).toMatchObject({ code: 'fir-lists.error.noRows' });
    },
  );

  test('refused rows go back with their reason, no formula in them alive, and are taken once they are right', async () => {
    const speaking = { t: translatorFor('en'), locale: 'en' as const };
    const planned = plan([
      row({ childName: '=HYPERLINK("http://evil.example")', age: '40', telephone: '+91 98300 00001' }),
      row({ number: '99' }),
    ]);
    const text = refusedCsv(speaking, planned.rows).toString('utf8');
    const [head, ...cells] = parse(text, { bom: true }) as string[][];
    expect(cells).toHaveLength(1);
    expect(cells[0]![head!.indexOf(columnWord('en', 'childName'))]).toMatch(/^'=/);
    expect(cells[0]!.at(-1)).toBe('Age: too small or too large');
    const again = (await readList(Buffer.from(text.replace(',40,', ',4,')))) as SheetRow[];
    expect(plan(again).firs).toHaveLength(1);
  });
  test('what is no table is refused', async () => {
    expect(await readList(Buffer.from([0xff, 0x00, 0x81]))).toMatchObject({ field: 'list' });
    expect(await readList(Buffer.from('a,b\n1,2'))).toMatchObject({ code: 'fir-lists.error.noHeadings' });
  });
});

test('only days: the information is not later than the FIR it led to, and noon that has not come is now', () => {
  const at = (now: Instant, change: Partial<SheetRow>) => planList([row(change)], { ...known, now }, new Map(), () => '0192f0a0-0000-7000-8000-000000000001').firs[0]!.message.body; // prettier-ignore
  const typed = at(now, { receivedOn: '20-11-2026', registeredTime: '09:00' });
  expect([typed.informationReceivedAt, typed.registeredAt]).toEqual(['2026-11-20T03:30:00.000Z', '2026-11-20T03:30:00.000Z']);
  const early = instantFrom('2026-11-20T03:00:00.000Z');
  expect(at(early, { registeredTime: '' }).registeredAt).toBe(early);
});
