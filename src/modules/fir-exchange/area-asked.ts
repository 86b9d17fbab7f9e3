// Which place a page of the exchange is asked for: the officer's own widest, or one inside it; and the names on the way down to it.
import type { Context, OfficerActor } from '../../platform/context.ts';
import { type Area, contains, widestArea } from '../officers/index.ts';
import { allDistricts, allStates } from '../places/index.ts';

export type NamedPlace = { code: string; name: string };
/** `trail`: State and district of the area. `wrong`: the place asked for is none, or not the reader's; the widest is shown. */
export type AreaAsked = { area: Area; widest: Area; trail: NamedPlace[]; wrong: boolean };

/** Null for an officer whose office stands for no place. */
export async function areaAsked(context: Context, actor: OfficerActor, place: string | undefined): Promise<AreaAsked | null> {
  const widest = widestArea(actor);
  if (!widest) return null;
  const [states, districts] = [await allStates(context), await allDistricts(context)];
  const district = districts.find(({ code }) => code === place);
  const named: Area | undefined = !place
    ? widest
    : district
      ? { level: 'district', code: district.code, stateCode: district.stateCode }
      : states.some(({ code }) => code === place)
        ? { level: 'state', code: place }
        : undefined;
  const allowed = named !== undefined && contains(widest, named);
  const area = allowed ? named : widest;
  const stateCode = area.level === 'nation' ? null : area.level === 'state' ? area.code : area.stateCode;
  const trail = [
    ...states.filter(({ code }) => code === stateCode),
    ...districts.filter(({ code }) => area.level === 'district' && code === area.code),
  ].map(({ code, name }) => ({ code, name }));
  return { area, widest, trail, wrong: !allowed };
}

/** Places one step below an area, by code; a district's stations are no places. */
export async function placesBelow(context: Context, area: Area): Promise<Map<string, string>> {
  if (area.level === 'district') return new Map();
  const list =
    area.level === 'nation' ? await allStates(context) : (await allDistricts(context)).filter(({ stateCode }) => stateCode === area.code);
  return new Map(list.map(({ code, name }) => [code, name]));
}
