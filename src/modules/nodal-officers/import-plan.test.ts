// What each row of a State's list would change, and why a row is not taken: one row at a time from one that is right.
import { expect, test } from 'vitest';
import type { OfficeId, OfficerId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/time.ts';
import type { District } from '../places/index.ts';
import { type Known, type PlannedRow, kindOf, planImport, planText } from './import-plan.ts';
import type { WatchedKind } from './posts.ts';
import type { SheetRow } from './sheet.ts';
import type { Post } from './store.ts';

const place = (code: string, name: string, nativeName: string | null = null): District => ({ code, name, nativeName, stateCode: 'BR', stateName: 'Bihar', latitude: 0, longitude: 0 }); // prettier-ignore
const post = (officeId: string, districtCode: string, kind: WatchedKind, holder: Post['holder']): Post => ({
  officeId: officeId as OfficeId,
  kind,
  name: `${kind} ${districtCode}`,
  stateCode: 'BR',
  districtCode,
  telephone: '0612-5550100',
  alive: { condition: 'active', since: '2026-01-01' as Day, why: 'sign-in', day: '2026-01-01' as Day, days: 0 },
  lastSign: null,
  holder,
  deputy: null,
  leave: null,
  verifiedAt: null,
  lastToOn: kind === 'dcpu' ? ('2026-11-04' as Day) : null,
});
const old = { postingId: 'p-old', officerId: 'f-old' as OfficerId, name: 'Old Officer', rank: 'SP', fromOn: '2025-01-01' as Day };
const known: Known = {
  districts: [place('BR-SRN', 'Saran', 'सारण'), place('BR-PTN', 'Patna'), place('X1', 'Twin'), place('X2', 'Twin')],
  posts: [
    post('nodal-saran', 'BR-SRN', 'district-nodal', old),
    post('cwc-saran', 'BR-SRN', 'cwc', null),
    post('dcpu-saran', 'BR-SRN', 'dcpu', null),
    post('nodal-patna', 'BR-PTN', 'district-nodal', null),
  ],
  officers: new Map([
    ['old@police.example', { name: 'Old Officer', officerId: 'f-old' }],
    ['gone@police.example', { name: 'Anil Kumar', officerId: 'f-gone', isClosed: true }],
    ['other@police.example', { name: 'Somebody Else', officerId: 'f-other' }],
  ]),
  today: '2026-11-24' as Day,
};
const right: SheetRow = { line: 4, district: 'Saran', kind: '', name: 'Anil Kumar', rank: 'DSP', email: 'Anil@police.example', telephone: '', orderNumber: 'BR/1', orderedOn: '01.11.2026', fromOn: '05.11.2026' }; // prettier-ignore
const plan = (...rows: Partial<SheetRow>[]): PlannedRow[] =>
  planImport(
    rows.map((row, at) => ({ ...right, line: at + 4, ...row })),
    known,
  );
const told = (row: PlannedRow) => (row.outcome === 'rejected' ? row.why : row.outcome);

test('a new officer follows the present one, whose last day is the day before', () => {
  const [row] = plan({ telephone: '0612 555 0199' });
  expect(row).toMatchObject({
    outcome: 'change',
    post: { officeId: 'nodal-saran' },
    change: {
      ends: { postingId: 'p-old', name: 'SP Old Officer', toOn: '2026-11-04' },
      appoint: {
        name: 'Anil Kumar',
        email: 'anil@police.example',
        isNew: true,
        orderedOn: '2026-11-01',
        fromOn: '2026-11-05',
        standing: 'holder',
      },
      telephone: '0612 555 0199',
    },
  });
});

test('a vacant post ends nobody; a known officer is not entered twice; the order’s day is the first day where none is given', () => {
  const [row] = plan({
    district: 'सारण',
    kind: 'Child Protection Unit',
    name: 'somebody  ELSE',
    email: 'other@police.example',
    orderedOn: '',
  });
  expect(row).toMatchObject({
    post: { officeId: 'dcpu-saran' },
    change: { ends: null, appoint: { isNew: false, orderedOn: '2026-11-05' } },
  });
});

test('who sits there already changes nothing, or the telephone alone, without an order', () => {
  const same = { name: 'Old Officer', email: 'OLD@police.example', orderNumber: '', orderedOn: '', fromOn: '' };
  expect(plan(same).map(told)).toEqual(['same']);
  expect(plan({ ...same, telephone: '0612-5550100' }).map(told)).toEqual(['same']);
  expect(plan({ ...same, telephone: '0612-5550111' })[0]).toMatchObject({
    change: { appoint: null, ends: null, telephone: '0612-5550111' },
  });
});

test.each<[string, Partial<SheetRow>]>([
  ['noDistrict', { district: 'Sara' }],
  ['manyDistricts', { district: 'twin' }],
  ['unknownKind', { kind: 'Fire brigade' }],
  ['noPost', { kind: 'DLSA' }],
  ['noName', { name: '' }],
  ['badEmail', { email: 'anil at police' }],
  ['badTelephone', { telephone: '12345' }],
  ['badDay', { fromOn: '31.02.2026' }],
  ['badDay', { orderedOn: 'soon' }],
  ['noOrder', { orderNumber: '' }],
  ['inFuture', { fromOn: '25.11.2026' }],
  ['heldByYounger', { orderedOn: '01.01.2025', fromOn: '01.01.2025' }],
  ['heldUntilLater', { kind: 'DCPU', fromOn: '04.11.2026' }],
  ['committee', { kind: 'Child Welfare Committee' }],
  ['accountClosed', { email: 'gone@police.example' }],
  ['otherName', { email: 'other@police.example' }],
])('%s: %j', (why, more) => expect(plan(more).map(told)).toEqual([why]));

test('of two rows for one post the second is not taken; a rejected first does not stand in its way', () => {
  expect(plan({}, { email: 'second@police.example' }, { district: 'Patna' }).map(told)).toEqual(['change', 'duplicate', 'change']);
  expect(plan({ email: '' }, {}).map(told)).toEqual(['badEmail', 'change']);
});

test.each([['', 'district-nodal'], ['नोडल अधिकारी', 'district-nodal'], ['AHTU', 'anti-trafficking-unit'], ['विशेष किशोर पुलिस इकाई', 'juvenile-police-unit'], ['बाल कल्याण समिति', 'cwc'], ['DCPU', 'dcpu'], ['जिला विधिक सेवा प्राधिकरण', 'legal-services'], ['thana', null]])('the post %j is %s', (text, kind) =>
  expect(kindOf(text)).toBe(kind)); // prettier-ignore

test('the text of a plan is the same for the same directory and another once it has changed', () => {
  const later = { ...known, posts: known.posts.map((one) => ({ ...one, holder: null })) };
  expect(planText(plan({}))).toBe(planText(plan({})));
  expect(planText(planImport([right], later))).not.toBe(planText(planImport([right], known)));
});
