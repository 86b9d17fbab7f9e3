// A paper names a station where it is: under two districts one FIR would be two.
import { expect, test } from 'vitest';
import { strayOf } from './stray.ts';

const paper = { state: 'WB', district: 'WB-HWH', station: 'PS-WB-HWH-1' };
const station = { stateCode: 'WB', districtCode: 'WB-HWH' };

test.each([
  ['where it is', station, false, undefined],
  ['in another district', { ...station, districtCode: 'WB-KOL' }, false, 'station-elsewhere'],
  ['moved after the paper was taken', { ...station, districtCode: 'WB-KOL' }, true, undefined],
  ['in another State', { ...station, stateCode: 'BR' }, false, 'unknown-station'],
  ['in another State, of a paper that was taken', { ...station, stateCode: 'BR' }, true, 'unknown-station'],
  ['that there is not', undefined, true, 'unknown-station'],
  ['of the railways, without a district', { ...station, districtCode: null }, false, undefined],
])('a station %s', (_, there, isOpened, reason) => {
  expect(strayOf(paper, there, isOpened)?.reason).toBe(reason);
});
