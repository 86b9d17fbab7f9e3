// States and districts, and finding one by a few letters.

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

const AT_MOST = 12;

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
