// Values as COPY reads them, and ids that are what they say.
import { expect, test } from 'vitest';
import { isUuid } from '../../src/kernel/ids.ts';
import { type Instant, milliseconds } from '../../src/kernel/time.ts';
import { isPhotographName } from '../../src/platform/photographs/index.ts';
import { seededRandom } from '../random.ts';
import { type Held, type Out, put, startOut } from './binary.ts';
import { seededId, seededName } from './ids.ts';
import { startBatch } from './row-batch.ts';

// PostgreSQL's wire form of each kind (src/backend/utils/adt/*send): four bytes of length, then the value, highest byte first.
const cases: [kind: keyof Held, value: Held[keyof Held], hex: string][] = [
  ['text', 'PS', '00000002 5053'],
  ['text', '', '00000000'],
  ['text', 'री', '00000006 e0a4b0e0a580'],
  ['text', `${'a'.repeat(99)}é`, `00000065 ${'61'.repeat(99)}c3a9`],
  ['int', -7, '00000004 fffffff9'],
  ['real', 22.5, '00000004 41b40000'],
  ['double', 0.5, '00000008 3fe0000000000000'],
  ['bool', true, '00000001 01'],
  ['day', '1999-12-31', '00000004 ffffffff'],
  ['instant', '2000-01-01T00:00:00.001Z', '00000008 00000000000003e8'],
  ['instant', '1999-12-31T23:59:59.999Z', '00000008 fffffffffffffc18'],
  ['instant', '2026-11-24T02:30:00.000Z', '00000008 000303fb41751a00'],
  ['uuid', '0192f3a4-b5c6-7d8e-9fab-cdef01234567', '00000010 0192f3a4b5c67d8e9fabcdef01234567'],
  ['json', '{"a":1}', '00000008 01 7b2261223a317d'],
  ['bytes', Buffer.from([0, 255]), '00000002 00ff'],
  ['texts', [], '0000000c 00000000 00000000 00000019'],
  ['texts', ['hi', ''], '0000001e 00000001 00000000 00000019 00000002 00000001 000000026869 00000000'],
];

test.each(cases)('%s %j', (kind, value, hex) => {
  const out = startOut(1); // too small for anything: it must grow
  (put[kind] as (out: Out, value: Held[keyof Held]) => void)(out, value);
  expect(out.bytes.subarray(0, out.used).toString('hex')).toBe(hex.replaceAll(' ', ''));
});

test('a batch holds more than it first has room for, in order of reference', () => {
  const batch = startBatch();
  for (let ordinal = 0; ordinal < 5_000; ordinal++) {
    batch.add('given_name', { record_id: '0192f3a4-b5c6-7d8e-9fab-cdef01234567', ordinal, bearer: 'child', text: 'रीना', alias: false });
  }
  batch.add('state', { code: 'WB', lgd_code: 19, name: 'West Bengal', native_name: null, languages: ['bn'] });
  const texts = batch.texts();
  expect(texts.map(([table]) => table)).toEqual(['state', 'given_name']);
  const head = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1').toString('hex');
  const state =
    '0005 000000025742 0000000400000013 0000000b576573742042656e67616c ffffffff 0000001a000000010000000000000019000000010000000100000002626e';
  expect(texts[0]![1].toString('hex')).toBe(`${head}${state.replaceAll(' ', '')}ffff`);
  const bytes = 2 + (4 + 16) + (4 + 4) + (4 + 5) + (4 + 12) + (4 + 1);
  expect(texts[1]![1].length).toBe(19 + 5_000 * bytes + 2);
  expect(batch.count()).toBe(5_001);
});

test('ids carry their time, are of version 7, differ from each other, and are the same for the same seed', () => {
  const at = '2026-11-24T02:30:00.000Z' as Instant;
  const [random, again] = [seededRandom('ids', 7), seededRandom('ids', 7)];
  const ids = Array.from({ length: 2_000 }, () => seededId(random, at));
  expect(Array.from({ length: 2_000 }, () => seededId(again, at))).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !isUuid(id) || id[14] !== '7' || !'89ab'.includes(id[19]!))).toEqual([]);
  expect(parseInt(ids[0]!.replaceAll('-', '').slice(0, 12), 16)).toBe(milliseconds(at));
  expect(isPhotographName(seededName(random))).toBe(true);
});
