// A State's list as it really comes, read and planned: Hindi headings under a title, merged cells, dates of every kind, parts of restricted holidays, rows that are wrong.
import { describe, expect, test } from 'vitest';
import { workbook } from '../../../tests/sheets/workbook.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Day } from '../../kernel/time.ts';
import { readDayOfYear, readWeekday } from '../../platform/sheets/index.ts';
import type { Holiday } from './holiday.ts';
import { isReady, planText, planYear } from './import-plan.ts';
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
const csv = (text: string): Buffer => Buffer.from(text, 'utf8');
/** What the rows of a list of 2027 make: the day with its kind, or what is wrong. */
const madeOf = (rows: readonly SheetRow[]) =>
  planYear(rows, 2027, []).rows.map((planned) => [
    planned.row.line,
    planned.holiday
      ? `${planned.holiday.day} ${planned.holiday.kind} ${planned.holiday.name}`
      : planned.outcome === 'rejected'
        ? planned.why
        : '',
  ]);

test('a workbook: Hindi headings under a title, merged days and names, Excel’s count of days, a part of restricted holidays, another calendar beside', async () => {
  const rows = await rowsOf(
    workbook(
      [
        ['बिहार सरकार, सामान्य प्रशासन विभाग'],
        ['वर्ष 2027 के राजपत्रित अवकाश'],
        [],
        ['क्र.सं.', 'अवकाश का नाम', 'दिनांक', 'शक संवत दिनांक', 'वार'],
        ['1', 'गणतंत्र दिवस', { serial: 46413 }, '6 माघ 1948', 'मंगलवार'],
        ['2', 'दुर्गा पूजा', '०८-१०-२०२७', null, 'शुक्रवार'],
        [null, null, '09-10-2027', null, 'शनिवार'],
        ['3', 'क्रिसमस', '25 दिसंबर', null, 'शनिवार'],
        [null, 'गुरु दिवस', null, null, null],
        [null, null, null, null, null],
        ['परिशिष्ट 2: ऐच्छिक अवकाश'],
        ['क्र.सं.', 'अवकाश का नाम', 'दिनांक', 'शक संवत दिनांक', 'वार'],
        ['1', 'नव वर्ष', '01.01.2027', null, 'शुक्रवार'],
      ],
      ['A1:E1', 'B6:B7', 'C8:C9'],
    ),
  );
  expect(madeOf(rows)).toEqual([
    [5, '2027-01-26 gazetted गणतंत्र दिवस'],
    [6, '2027-10-08 gazetted दुर्गा पूजा'],
    [7, '2027-10-09 gazetted दुर्गा पूजा'],
    [8, '2027-12-25 gazetted क्रिसमस'],
    [9, '2027-12-25 gazetted गुरु दिवस'],
    [13, '2027-01-01 restricted नव वर्ष'],
  ]);
});

test('CSV: semicolons, a byte-order mark, a column of kinds, and each thing that can be wrong with a row at that row', async () => {
  const rows = await rowsOf(
    csv(
      '\uFEFFSl. No;Date;Day;Name of holiday;Type of holiday\n1;26-01-2027;Tuesday;Republic Day;Gazetted\n2;14-01-2027;;Makar Sankranti;Restricted\n3;26-01-2027;;Republic Day;Gazetted\n' +
        '4;26-01-2026;;Republic Day;Gazetted\n5;31-02-2027;;Nothing;Gazetted\n6;10-02-2027;Saturday;Gandhi Jayanti;Gazetted\n7;01-04-2027;;Closing of accounts;Bank holiday\n8;;;;\n',
    ),
  );
  expect(madeOf(rows)).toEqual([
    [2, '2027-01-26 gazetted Republic Day'],
    [3, '2027-01-14 restricted Makar Sankranti'],
    [4, 'duplicate'],
    [5, 'otherYear'],
    [6, 'badDay'],
    [7, 'wrongWeekday'],
    [8, 'unknownKind'],
  ]);
  expect(isReady(planYear(rows, 2027, []))).toBe(false);
  expect(isReady(planYear(rows.slice(0, 2), 2027, []))).toBe(true);
});

test('a title that names both kinds decides neither; holidays of banks alone are not taken for anybody’s', async () => {
  const rows = await rowsOf(
    csv('Public and restricted holidays\nDate,Holiday\n26-01-2027,Republic Day\nHolidays of banks only,\n01-04-2027,Closing of accounts\n'),
  );
  expect(madeOf(rows)).toEqual([
    [3, '2027-01-26 gazetted Republic Day'],
    [5, 'unknownKind'],
  ]);
});

test.each([
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'calendars.error.notASheet'],
  ['letters of an old font', Buffer.from([0xd2, 0xe3, 0xff, 0x0a]), 'calendars.error.notASheet'],
  ['a broken workbook', Buffer.from('PK\u0003\u0004 nothing'), 'calendars.error.notASheet'],
  ['too large', Buffer.alloc(2 * 1024 * 1024 + 1, 'a'), 'calendars.error.fileTooLarge'],
  ['no headings', csv('a,b\n1,2\n'), 'calendars.error.noHeadings'],
  ['too many rows', csv(`date,name\n${'26-01-2027,x\n'.repeat(401)}`), 'calendars.error.tooManyRows'],
  ['a list (control)', csv('date,name\n26-01-2027,x\n'), 'read'],
])('%s is answered in words', async (_, bytes, code) => expect(await codeOf(bytes)).toBe(code));

test.each([
  ['26 January', '2027-01-26'],
  ['January 26', '2027-01-26'],
  ['Jan 26, 2027', '2027-01-26'],
  ['26.01.2027 (Tuesday)', '2027-01-26'],
  ['26 जनवरी', '2027-01-26'],
  ['15th August', '2027-08-15'],
  ['26-01-28', null],
  ['8-10 October', null],
  ['30 February', null],
  ['to be announced', null],
])('the day %j of a list of 2027 is %s', (text, day) => expect(readDayOfYear(text, 2027)).toBe(day));

test.each([['Mon', 0], ['sunday', 6], ['बृहस्पतिवार', 3], ['गुरुवार', 3], ['शनिवार', 5], ['?', null]] as const)('%s is day %s of the week', (text, day) =>
  expect(readWeekday(text)).toBe(day),
); // prettier-ignore

describe('against the list before', () => {
  const row = (line: number, day: string, name: string): SheetRow => ({ line, part: null, day, weekday: '', name, kind: '' });
  const before: Holiday[] = [
    { day: '2027-03-22' as Day, name: 'Holi', kind: 'gazetted' },
    { day: '2027-04-14' as Day, name: 'Ambedkar Jayanti', kind: 'gazetted' },
  ];
  test('what stays, what is new, what is gone', () => {
    const plan = planYear([row(2, '23-03-2027', 'Holi'), row(3, '14-04-2027', 'Ambedkar Jayanti')], 2027, before);
    expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['new', 'same']);
    expect(plan.gone.map(({ day }) => day)).toEqual(['2027-03-22']);
    expect(isReady(plan)).toBe(true);
    expect(isReady(planYear([row(2, '22-03-2027', 'Holi'), row(3, '14-04-2027', 'Ambedkar Jayanti')], 2027, before))).toBe(false);
  });
  test('what is shown is another thing once another list counts', () => {
    const plan = planYear([row(2, '23-03-2027', 'Holi')], 2027, []);
    expect(planText('a', plan)).toBe(planText('a', plan));
    expect(planText('a', plan)).not.toBe(planText('b', plan));
  });
});
