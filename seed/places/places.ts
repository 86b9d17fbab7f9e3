// The 36 States and Union Territories and their districts: codes, names, languages, where the headquarters lies.
import { readTsv } from '../tsv.ts';

/** `languages` principal official ones first; `spoken` at home; `names` which pools of people's names, with shares; `desk` what offices write in. */
export type State = {
  code: string;
  lgdCode: number;
  name: string;
  nativeName: string | null;
  languages: string[];
  spoken: string[];
  names: [pool: string, share: number][];
  /** Missing children reported in a year, to an order of magnitude: the weight of the State in the nation. */
  children: number;
  desk: string;
};
export type District = { code: string; stateCode: string; name: string; nativeName: string | null; latitude: number; longitude: number };

export const states: readonly State[] = readTsv(new URL('states.tsv', import.meta.url)).map((row) => ({
  code: row.code!,
  lgdCode: Number(row.lgd),
  name: row.name!,
  nativeName: row.native || null,
  languages: row.languages!.split(','),
  spoken: row.spoken!.split(','),
  names: row.names!.split(',').map((pair) => [pair.split(':')[0]!, Number(pair.split(':')[1])]),
  children: Number(row.children),
  desk: row.desk!,
}));

export const districts: readonly District[] = readTsv(new URL('districts.tsv', import.meta.url)).map((row) => ({
  code: row.code!,
  stateCode: row.code!.slice(0, 2),
  name: row.name!,
  nativeName: row.native || null,
  latitude: Number(row.latitude),
  longitude: Number(row.longitude),
}));

/** Larger stations of the trunk lines, by district, in order. From general knowledge of the network [M], not from a timetable. */
export const railStops = readTsv(new URL('rail-lines.tsv', import.meta.url)).map((row) => ({
  line: row.line!,
  position: Number(row.position),
  districtCode: row.district!,
}));

const stateByCode = new Map(states.map((state) => [state.code, state]));
const districtByCode = new Map(districts.map((district) => [district.code, district]));
const districtsByState = Map.groupBy(districts, (district) => district.stateCode);

export function stateOf(code: string): State {
  const state = stateByCode.get(code.slice(0, 2));
  if (!state) throw new Error(`no State ${code}`);
  return state;
}

export function districtOf(code: string): District {
  const district = districtByCode.get(code);
  if (!district) throw new Error(`no district ${code}`);
  return district;
}

export function districtsOf(stateCode: string): readonly District[] {
  return districtsByState.get(stateCode) ?? [];
}

/** Kilometres between two district headquarters, along the great circle. */
export function kilometresBetween(one: District, other: District): number {
  const radians = Math.PI / 180;
  const halfLatitude = Math.sin(((other.latitude - one.latitude) * radians) / 2);
  const halfLongitude = Math.sin(((other.longitude - one.longitude) * radians) / 2);
  const haversine =
    halfLatitude * halfLatitude + Math.cos(one.latitude * radians) * Math.cos(other.latitude * radians) * halfLongitude * halfLongitude;
  return 2 * 6371 * Math.asin(Math.sqrt(haversine));
}
