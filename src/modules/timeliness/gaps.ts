// The gaps of a district in a month: silent offices, late entries nobody explained, duties late today.
import type { Day } from '../../kernel/time.ts';
import { uploadPolicy } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import { districtOf } from '../places/index.ts';
import { type OfficeStanding, standingsOfOffices } from './gap-store.ts';
import { limitsOf } from './limits.ts';
import { tallies } from './store.ts';
import { heldTo } from './tally.ts';

/** `unexplained`: late entries without a reason. */
export type OfficeGaps = OfficeStanding & { entries: number; timed: number; inTime: number; unexplained: number };

export async function gapsOfDistrict(context: Context, districtCode: string, month: Day): Promise<OfficeGaps[]> {
  const district = await districtOf(context, districtCode);
  if (!district) return [];
  const area = { level: 'district', code: districtCode, stateCode: district.stateCode } as const;
  const counts = Map.groupBy(heldTo(limitsOf(uploadPolicy, month), await tallies(context, area, month)), ({ place }) => place);
  return (await standingsOfOffices(context, districtCode, month)).map((standing) => {
    const own = counts.get(standing.officeId) ?? [];
    const sum = (read: (row: (typeof own)[number]) => number): number => own.reduce((total, row) => total + read(row), 0);
    const [entries, timed, inTime] = [sum((row) => row.entries), sum((row) => row.timed), sum((row) => row.inTime)];
    return { ...standing, entries, timed, inTime, unexplained: Math.max(0, timed - inTime - standing.reasons) };
  });
}

/** Silent and without a word. */
export function isSilent({ silent, nilCode }: Pick<OfficeGaps, 'silent' | 'nilCode'>): boolean {
  return silent && nilCode === null;
}
