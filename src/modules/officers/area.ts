// Of which part of the nation an officer reads figures: all of it, one State, one district; and a smaller part inside it.
import type { OfficerActor } from '../../platform/context.ts';

export type Area = { level: 'nation' } | { level: 'state'; code: string } | { level: 'district'; code: string; stateCode: string };

/** The widest an officer may read. National nodal officers and the Ministry: figures of all, though the Ministry sees no record. Null for an office without a place. */
export function widestArea({ officeKind, districtCode, stateCode }: OfficerActor): Area | null {
  if (officeKind === 'national-nodal' || officeKind === 'ministry') return { level: 'nation' };
  if (stateCode && officeKind === 'state-nodal') return { level: 'state', code: stateCode };
  return stateCode && districtCode ? { level: 'district', code: districtCode, stateCode } : null;
}

export function contains(widest: Area, area: Area): boolean {
  if (widest.level === 'nation') return true;
  if (area.level === 'nation') return false;
  if (widest.level === 'district') return area.level === 'district' && area.code === widest.code;
  return (area.level === 'state' ? area.code : area.stateCode) === widest.code;
}
