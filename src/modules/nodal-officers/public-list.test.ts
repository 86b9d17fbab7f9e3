// The public list for machines: its columns stay, and no cell of the CSV runs in a spreadsheet.
import { expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import type { Instant } from '../../kernel/time.ts';
import { type PublicRow, columns, csvList, jsonList, rowOf } from './public-list.ts';

const row = (more: Partial<PublicRow> = {}): PublicRow => ({
  level: 'district',
  stateCode: 'BR',
  state: 'Bihar',
  districtCode: 'BR-SRN',
  district: 'Saran',
  office: 'District Nodal Office, Saran',
  name: 'सुनीता मिंज',
  designation: 'Deputy "SP", Saran',
  telephone: '0612-5550100',
  heldSince: '2026-01-02',
  vacantSince: null,
  ...more,
});
const read = (rows: PublicRow[]) => parse(csvList(rows), { bom: true, columns: true }) as Record<string, string>[];

test('the columns are those of version 1, in their order, and both forms say the same', () => {
  expect(columns.join()).toBe('level,stateCode,state,districtCode,district,office,name,designation,telephone,heldSince,vacantSince');
  expect(read([row()])).toEqual([{ ...row(), vacantSince: '' }]);
  expect(jsonList([row()], '2026-11-24T06:30:00.000Z' as Instant)).toEqual({
    version: 1,
    at: '2026-11-24T06:30:00.000Z',
    officers: [row()],
  });
});

test('a post becomes a row without anything that is not published', () => {
  const post = { kind: 'state-nodal', stateCode: 'BR', districtCode: null, office: 'State Nodal Office', telephone: null, name: null, designation: null, heldSince: null, vacantSince: null } as const; // prettier-ignore
  const made = rowOf({ ...post, mobile: '98300', email: 'a@b' } as never, { states: new Map(), districts: new Map() });
  expect(Object.keys(made)).toEqual([...columns]);
  expect(made.level).toBe('state');
});

test.each(['=1+1', '+91 98300', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\u00a0=1', '＝1', '\n@x', '=HYPERLINK("http://x","y")'])('%j is text in a spreadsheet', (name) => {
  const [cell] = read([row({ name })]).map((one) => one['name']!);
  expect(cell).toBe(`'${name}`);
}); // prettier-ignore

test('control: what is no formula stays as it is', () => {
  for (const name of ['Anil', 'A=B', '0612-5550100', '1-2', "'=1"]) expect(read([row({ name })])[0]!['name']).toBe(name);
});
