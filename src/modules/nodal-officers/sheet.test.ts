// A State's list as it really comes: a title, Hindi headings, merged and blank cells, dates of every kind; and files that are no list at all.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { workbook } from '../../../tests/sheets/workbook.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readDay } from '../../platform/sheets/index.ts';
import { type SheetRow, readList } from './sheet.ts';

const rowsOf = async (bytes: Buffer): Promise<SheetRow[]> => {
  const rows = await readList(bytes);
  if (isRefusal(rows)) throw new Error(rows.code);
  return rows;
};
const codeOf = async (bytes: Buffer): Promise<string> => {
  const rows = await readList(bytes);
  return isRefusal(rows) ? rows.code : 'read';
};

test('Hindi headings under a title, a merged district, blank rows and headings between the parts', async () => {
  const rows = await rowsOf(
    workbook(
      [
        ['बिहार सरकार, समाज कल्याण विभाग'],
        [],
        ['क्र.', 'जिला', 'पद', 'अधिकारी का नाम', 'पदनाम', 'ई-मेल', 'कार्यालय दूरभाष', 'आदेश संख्या', 'आदेश दिनांक', 'कब से'],
        ['१', 'सारण', 'नोडल अधिकारी', '  अनिल   कुमार ', 'पुलिस उपाधीक्षक', 'anil@police.example', '०६१२-५५५०१००', 'क/१२', { serial: 46027 }, '१५.०१.२०२६'],
        ['२', null, 'CWC', 'सुनीता मिंज', null, 's@wcd.example', null, 'क/१३', '5 जनवरी 2026', '2026-01-20'],
        [null, null, null, null],
        [null, 'जिला पटना'],
        ['३', null, null, 'Ravi', null, 'r@police.example', null, null, null, null],
      ],
      ['A1:J1', 'B4:B5'],
    ),
  );
  expect(rows.map(({ line, district, name }) => [line, district, name])).toEqual([
    [4, 'सारण', 'अनिल कुमार'],
    [5, 'सारण', 'सुनीता मिंज'],
    [8, 'पटना', 'Ravi'],
  ]);
  expect(rows[0]).toMatchObject({ kind: 'नोडल अधिकारी', rank: 'पुलिस उपाधीक्षक', orderNumber: 'क/१२', orderedOn: '2026-01-05', telephone: '०६१२-५५५०१००' });
  expect(rows.map(({ orderedOn, fromOn }) => [orderedOn, fromOn].map(readDay))).toEqual([
    ['2026-01-05', '2026-01-15'],
    ['2026-01-05', '2026-01-20'],
    [null, null],
  ]);
}); // prettier-ignore

test.each([
  [['Sr. No.', 'Name of District', 'Name of the Nodal Officer', 'Designation', 'Official E-mail', 'Telephone (Office)', 'Order No.', 'Date of Order', 'Date of joining']],
  [['S.No', 'DISTRICT', 'Officer', 'Rank', 'email', 'Phone', 'ORDER', 'Order date', 'From']],
])('English headings of either hand: %j', async (heads) => {
  const [row] = await rowsOf(workbook([heads, ['1', 'Saran', 'Anil', 'SP', 'a@b.example', '0612-5550100', 'X/1', '1/2/2026', '2/2/2026']]));
  expect(row).toMatchObject({ district: 'Saran', name: 'Anil', rank: 'SP', email: 'a@b.example', telephone: '0612-5550100', orderNumber: 'X/1', orderedOn: '1/2/2026', fromOn: '2/2/2026', kind: '' });
}); // prettier-ignore

test.each([
  ['46027', '2026-01-05'], ['46027.75', '2026-01-05'], ['2026-01-05', '2026-01-05'], ['5.1.2026', '2026-01-05'], ['05/01/2026', '2026-01-05'],
  ['05-01-2026', '2026-01-05'], ['5 Jan 2026', '2026-01-05'], ['5th January, 2026', '2026-01-05'], ['५ फ़रवरी २०२६', '2026-02-05'], ['०५.०१.२०२६', '2026-01-05'],
])('the day %j is %s', (text, day) => expect(readDay(text)).toBe(day)); // prettier-ignore

test.each(['', '31.02.2026', '05.01.26', 'January', '13/13/2026', '123', '5 xyz 2026'])('%j is no day, and none is guessed', (text) =>
  expect(readDay(text)).toBeNull(),
);

describe('refused', () => {
  test('what is no workbook, has no headings, or too many rows', async () => {
    expect(await codeOf(Buffer.from('not a sheet'))).toBe('nodal-officers.error.notASheet');
    expect(await codeOf(Buffer.from('PK\u0003\u0004 nearly'))).toBe('nodal-officers.error.notASheet');
    expect(await codeOf(workbook([['a'], ['b']]))).toBe('nodal-officers.error.noHeadings');
    const many = Array.from({ length: 2_001 }, () => ['Saran', 'Anil']);
    expect(await codeOf(workbook([['District', 'Name'], ...many]))).toBe('nodal-officers.error.tooManyRows');
    expect(await codeOf(workbook([['District', 'Name'], ...many.slice(1)]))).toBe('read'); // control
  });

  test('a bomb: few bytes that unpack to many, also one that lies about its size', async () => {
    const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': [strToU8(' '.repeat(40 * 1024 * 1024)), { level: 9 }] }));
    expect(bomb.length).toBeLessThan(200_000);
    expect(await codeOf(bomb)).toBe('nodal-officers.error.fileTooLarge');
    const entry = bomb.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    const liar = Buffer.from(bomb);
    liar.writeUInt32LE(1000, entry + 24); // the size it says it has unpacked
    expect(await codeOf(liar)).toBe('nodal-officers.error.notASheet');
    expect(await codeOf(Buffer.concat([workbook([['District', 'Name']]), Buffer.alloc(2 * 1024 * 1024)]))).toBe(
      'nodal-officers.error.fileTooLarge',
    );
  });

  test('entities, formulas and controls are text or nothing', async () => {
    const [row] = await rowsOf(
      workbook([
        ['District', 'Name'],
        ['Saran', '=HYPERLINK("x")&<b>\u202egpj'],
      ]),
    );
    expect(row!.name).toBe('=HYPERLINK("x")&<b> gpj');
  });
});
