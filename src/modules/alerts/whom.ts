// Whom a report of a missing child is told to, and why each: the nodal officers of every district concerned and those above them, the police and bodies
// the law names, and a few districts down the line, where a child on a train may be next.
import type { OfficeId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { type Office, type OfficeKind, officesServing, vacantAmong } from '../officers/index.ts';
import { type LikelyDestination, districtOf, likelyDestinations } from '../places/index.ts';

/**
 * Nodal officers of the place, the station and the home, those above them: M08 [C-n]. Special juvenile police unit: M06 [M], M07 [C-n]; anti-trafficking
 * unit: M07 [C-n], M12. Committee: M09 [M]. Legal services authority: M09 [M], with the FIR. A station that did not take the report itself: M01 [C-n].
 */
export type Why = 'nodal' | 'police' | 'committee' | 'legal-services' | 'station' | LikelyDestination['why'];

/** `insteadOf`: the vacant post whose alert this office now has as its own. */
export type Told = { office: Office; isVacant: boolean; insteadOf: OfficeId | null; why: Why; line: string | null };

export type Concerned = {
  /** Of the place last seen, the station, the home. */
  districtCodes: readonly string[];
  stationDistrict: string;
  placeDistrict: string;
  /** The legal services authority gets the case with its FIR. */
  hasFir: boolean;
  /** The station that keeps the record, if somebody else reported. */
  station: Office | null;
  /** Nobody knows where the child is: the districts down the line look out. */
  isLookedFor: boolean;
};

type Chosen = Pick<Told, 'office' | 'why' | 'line'>;

/** What is asked of the offices for many reports at once: who serves which district, which nodal post is vacant, where a train may go. */
export type Directory = {
  inDistrict(kind: OfficeKind, districtCode: string): readonly Office[];
  stateNodal(districtCode: string): Office | undefined;
  national: readonly Office[];
  vacant: ReadonlySet<OfficeId>;
  destinations: ReadonlyMap<string, readonly LikelyDestination[]>;
};

const kinds = [
  'district-nodal',
  'state-nodal',
  'national-nodal',
  'juvenile-police-unit',
  'anti-trafficking-unit',
  'cwc',
  'legal-services',
] as const;

/** In two statements, however many reports. */
export async function readDirectory(context: Context, all: readonly Concerned[]): Promise<Directory> {
  const destinations = new Map<string, readonly LikelyDestination[]>();
  for (const code of new Set(all.filter(({ isLookedFor }) => isLookedFor).map(({ placeDistrict }) => placeDistrict)))
    destinations.set(code, await likelyDestinations(context, code));
  const near = all.flatMap(({ districtCodes, stationDistrict }) => [...districtCodes, stationDistrict]);
  const far = [...destinations.values()].flatMap((along) => along.map(({ districtCode }) => districtCode));
  const codes = [...new Set([...near, ...far])];
  const offices = await officesServing(context, kinds, codes);
  const nodal = offices.filter(({ kind }) => kind.endsWith('-nodal'));
  const byPlace = Map.groupBy(offices, ({ kind, districtCode }) => `${kind} ${districtCode}`);
  const states = new Map<string, string | undefined>();
  for (const code of codes) states.set(code, (await districtOf(context, code))?.stateCode);
  return {
    inDistrict: (kind, code) => byPlace.get(`${kind} ${code}`) ?? [],
    // The district's own if there is one of that kind, else the State's.
    stateNodal: (code) =>
      byPlace.get(`state-nodal ${code}`)?.[0] ?? byPlace.get('state-nodal null')?.find(({ stateCode }) => stateCode === states.get(code)),
    national: offices.filter(({ kind }) => kind === 'national-nodal'),
    vacant: await vacantAmong(context, nodal.map(({ id }) => id)), // prettier-ignore
    destinations,
  };
}

function nodalChains({ inDistrict, stateNodal, national }: Directory, districtCodes: readonly string[]): Office[][] {
  return districtCodes.flatMap((code) => {
    const above = [stateNodal(code), national[0]].filter((office) => office !== undefined);
    return [above, ...inDistrict('district-nodal', code).map((office) => [office, ...above])];
  });
}

/** Once each, for the first reason that names it. */
export function officesToTell(directory: Directory, concerned: Concerned): Told[] {
  const { districtCodes, stationDistrict, placeDistrict, hasFir, station, isLookedFor } = concerned;
  const chains = nodalChains(directory, districtCodes);
  const along = isLookedFor ? (directory.destinations.get(placeDistrict) ?? []) : [];
  const likely = along.filter(({ districtCode }) => !districtCodes.includes(districtCode));
  const beyond: Chosen[] = [];
  for (const { districtCode, why, line } of likely) {
    for (const chain of nodalChains(directory, [districtCode])) {
      if (chain[0]?.kind !== 'district-nodal') continue;
      beyond.push({ office: chain[0], why, line });
      chains.push(chain);
    }
  }
  const inDistricts = (kind: OfficeKind, codes: readonly string[], why: Why): Chosen[] =>
    codes.flatMap((code) => directory.inDistrict(kind, code).map((office) => ({ office, why, line: null })));
  const chosen: Chosen[] = [
    ...[...directory.national, ...chains.slice(0, chains.length - beyond.length).flat()].map((office) => ({
      office,
      why: 'nodal' as const,
      line: null,
    })),
    ...(station ? [{ office: station, why: 'station' as const, line: null }] : []),
    ...inDistricts('juvenile-police-unit', [stationDistrict], 'police'),
    ...inDistricts('anti-trafficking-unit', [stationDistrict], 'police'),
    ...inDistricts('cwc', districtCodes, 'committee'),
    ...(hasFir ? inDistricts('legal-services', [stationDistrict], 'legal-services') : []),
    ...beyond,
  ];
  return withHeirs(directory.vacant, chosen, chains);
}

/**
 * A vacant post keeps its alert for whoever comes next, and the first filled post above it is told at once that the alert is now its own as well, also
 * where it would not have been told otherwise. Nobody is above the nation's.
 */
function withHeirs(vacant: ReadonlySet<OfficeId>, chosen: readonly Chosen[], chains: readonly Office[][]): Told[] {
  const insteadOf = new Map<OfficeId, OfficeId>();
  const heirs: Chosen[] = [];
  for (const [first, ...above] of chains) {
    const heir = first && vacant.has(first.id) ? above.find(({ id }) => !vacant.has(id)) : undefined;
    if (!heir || insteadOf.has(heir.id)) continue;
    insteadOf.set(heir.id, first!.id);
    // Told for the post's own reason: who only looks out in its place loses the record with it.
    const { why, line } = chosen.find(({ office }) => office.id === first!.id) ?? { why: 'nodal' as const, line: null };
    heirs.push({ office: heir, why, line });
  }
  const once = new Map<OfficeId, Chosen>();
  for (const one of [...chosen, ...heirs]) if (!once.has(one.office.id)) once.set(one.office.id, one);
  return [...once.values()].map((one) => ({
    ...one,
    isVacant: vacant.has(one.office.id),
    insteadOf: insteadOf.get(one.office.id) ?? null,
  }));
}
