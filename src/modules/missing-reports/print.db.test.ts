// The paper for the family: the station that has the report prints it, in the officer's language; nobody else does, and each printing is in the access log.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, startNation } from '../../../tests/database/tools.ts';
import { textOf } from '../../../tests/documents/read-pdf.ts';
import { deskRoutes } from './desk.ts';

let nation: Nation;
let door: TestDoor;
let path: string;

const das = 'station-in-charge Saran';
const intake = {
  source: 'walk-in',
  receivedOn: '2026-11-24',
  receivedAt: '11:05',
  paper: 'fir',
  paperNumber: '212',
  paperOn: '2026-11-24',
  paperAt: '11:40',
  sections: 'BNS 137(2)',
  lastSeenOn: '2026-11-24',
  lastSeenAt: '10:10',
  lastSeenDistrict: '220',
  informantName: 'Sita Devi',
  informantRelation: 'mother',
  'children.0.childName': 'आशा कुमारी',
  'children.0.ageFrom': '9',
  'children.0.sex': 'female',
  'children.0.clothing': 'red frock',
};

beforeAll(async () => {
  nation = await startNation();
  door = await openDoor(nation, 'desk', deskRoutes([]));
  const registered = await door.post('/missing/new', intake, das);
  expect(registered.status, registered.body).toBe(303);
  path = registered.location.split('?')[0]!;
  const risk = { signs: 'under-twelve', level: 'high', linesOfInquiry: 'Trains east', doneOn: '2026-11-24', doneAt: '11:45' };
  expect((await door.post(`${path}/risk`, risk, das)).status).toBe(303);
});
afterAll(async () => {
  await door?.close();
  await nation?.stop();
});

test('says what the family may know, and nothing of the inquiry', async () => {
  const shown = await door.get(path, das);
  expect(shown.body).toContain(`${path}/print.pdf`);
  const [page] = await textOf((await door.get(`${path}/print.pdf`, das)).bytes);
  for (const part of ['आशा कुमारी', '212/2026', 'BNS 137(2)', 'Sita Devi, mother', 'red frock', 'free of charge', 'Purpose: own casework'])
    expect(page).toContain(part);
  for (const part of ['Trains east', 'High', 'under twelve']) expect(page).not.toContain(part);
});

test('speaks the language of the officer', async () => {
  const [page] = await textOf((await door.get(`${path}/print.pdf`, das, 'hi')).bytes);
  for (const word of ['लापता', 'परिवार', 'प्राथमिकी', 'पृष्ठ 1']) expect(page).toContain(word);
});

test('is kept by no cache, and taken for nothing but a PDF', async () => {
  const { headers, status, bytes } = await door.get(`${path}/print.pdf`, das);
  expect(status).toBe(200);
  expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-disposition': `inline; filename="${path.split('/').at(-1)}.pdf"`,
  });
});

test('only the station that has the report prints it, and the log says who did', async () => {
  expect((await door.get(`${path}/print.pdf`)).status).toBe(303);
  expect((await door.get(`${path}/print.pdf`, 'cwc-member Saran')).status).toBe(403);
  expect((await door.get(path, 'cwc-member Saran')).body).not.toContain('print.pdf');
  expect((await door.get('/missing/M-2026-000000-A/print.pdf', das)).status).toBe(404);
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int from audit_entry where name = 'missingReport.print' and purpose = 'casework'`.execute(nation.admin);
  expect(rows[0]!.count).toBeGreaterThan(0);
});
