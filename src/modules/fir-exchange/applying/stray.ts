// Whether a paper is of a station there is, where that station is. Pure.
import type { Office } from '../../officers/index.ts';

type Named = { state: string; district: string; station: string };
type Stray = { reason: 'unknown-station' | 'station-elsewhere'; facts: Record<string, string> };

/**
 * The district is part of a paper's key: under two districts one FIR would be two children. `isOpened`: a paper that was taken keeps its key where its station
 * moves to another district later. A station without a district, of the railways, has none to differ from.
 */
export function strayOf(paper: Named, station: Pick<Office, 'stateCode' | 'districtCode'> | undefined, isOpened: boolean): Stray | null {
  if (station?.stateCode !== paper.state) return { reason: 'unknown-station', facts: { path: '/paper/station', code: paper.station } };
  if (isOpened || station.districtCode === null || station.districtCode === paper.district) return null;
  return { reason: 'station-elsewhere', facts: { path: '/paper/district', code: paper.district, expected: station.districtCode } };
}
