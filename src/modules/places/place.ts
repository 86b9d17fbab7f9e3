// States and districts, finding one by a few letters, and how far apart two are.

export type State = { code: string; lgdCode: number; name: string; nativeName: string | null; languages: string[] };
/** `latitude` and `longitude` of the district's chief town, in degrees. */
export type District = {
  code: string;
  stateCode: string;
  stateName: string;
  name: string;
  nativeName: string | null;
  latitude: number;
  longitude: number;
};

const EARTH_KM = 6371;
const AT_MOST = 12;

/** Great-circle distance in kilometres: a straight line over the map, not a journey. */
export function kilometresBetween(from: Pick<District, 'latitude' | 'longitude'>, to: Pick<District, 'latitude' | 'longitude'>): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (one: number, other: number) => Math.sin(radians(other - one) / 2) ** 2;
  const chord =
    half(from.latitude, to.latitude) +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * half(from.longitude, to.longitude);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** At most twelve districts: names that start with what was typed, then words that do, then names that contain it. Latin or native script. */
export function matchDistricts(districts: readonly District[], typed: string): District[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  const ranked = districts.map((district) => ({ district, rank: rankOf(district, wanted) })).filter(({ rank }) => rank < 3);
  return ranked
    .toSorted((one, other) => one.rank - other.rank || (one.district.name < other.district.name ? -1 : 1))
    .slice(0, AT_MOST)
    .map(({ district }) => district);
}

function rankOf(district: District, wanted: string): number {
  const names = [district.name, district.nativeName ?? ''].map(plain);
  if (names.some((name) => name.startsWith(wanted))) return 0;
  if (names.some((name) => name.includes(` ${wanted}`))) return 1;
  return names.some((name) => name.includes(wanted)) ? 2 : 3;
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
