// The door of sheets: tables people bring, read to text and days.
export { type Cell, holdsOneOf, sheetCells, simpleText, textOf, workbookCells } from './cells.ts';
export { type Headings, fieldOf, headingRow } from './headings.ts';
export { writeWorkbook } from './workbook.ts';
export { readDay, readDayOfYear, readWeekday } from './days.ts';
