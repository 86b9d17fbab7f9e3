// Whom a report of a missing child is told to, and why each: the nodal officers of every district concerned and those above them, the police and bodies
// the law names, and a few districts down the line, where a child on a train may be next.
import type { OfficeId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { type Office, type OfficeKind, officeForPlace, officesOfKind, vacantAmong } from '../officers/index.ts';
import { type LikelyDestination, likelyDestinations } from '../places/index.ts';

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

async function nodalChains(context: Context, districtCodes: readonly string[], national: readonly Office[]): Promise<Office[][]> {
  const chains: Office[][] = [];
  for (const districtCode of districtCodes) {
    const above = [await officeForPlace(context, 'state-nodal', districtCode), national[0]].filter((office) => office !== undefined);
    const own = await officesOfKind(context, 'district-nodal', districtCode);
    chains.push(above, ...own.map((office) => [office, ...above]));
  }
  return chains;
}

async function inDistricts(context: Context, kind: OfficeKind, districtCodes: readonly string[], why: Why): Promise<Chosen[]> {
  const chosen: Chosen[] = [];
  for (const code of districtCodes) {
    chosen.push(...(await officesOfKind(context, kind, code)).map((office) => ({ office, why, line: null })));
  }
  return chosen;
}

/** Once each, for the first reason that names it. */
export async function officesToTell(context: Context, concerned: Concerned): Promise<Told[]> {
  const { districtCodes, stationDistrict, placeDistrict, hasFir, station, isLookedFor } = concerned;
  const national = await officesOfKind(context, 'national-nodal');
  const chains = await nodalChains(context, districtCodes, national);
  const along = isLookedFor ? await likelyDestinations(context, placeDistrict) : [];
  const likely = along.filter(({ districtCode }) => !districtCodes.includes(districtCode));
  const beyond: Chosen[] = [];
  for (const { districtCode, why, line } of likely) {
    for (const chain of await nodalChains(context, [districtCode], national)) {
      if (chain[0]?.kind !== 'district-nodal') continue;
      beyond.push({ office: chain[0], why, line });
      chains.push(chain);
    }
  }
  const chosen: Chosen[] = [
    ...[...national, ...chains.slice(0, chains.length - beyond.length).flat()].map((office) => ({
      office,
      why: 'nodal' as const,
      line: null,
    })),
    ...(station ? [{ office: station, why: 'station' as const, line: null }] : []),
    ...(await inDistricts(context, 'juvenile-police-unit', [stationDistrict], 'police')),
    ...(await inDistricts(context, 'anti-trafficking-unit', [stationDistrict], 'police')),
    ...(await inDistricts(context, 'cwc', districtCodes, 'committee')),
    ...(hasFir ? await inDistricts(context, 'legal-services', [stationDistrict], 'legal-services') : []),
    ...beyond,
  ];
  return withHeirs(context, chosen, chains);
}

/**
 * A vacant post keeps its alert for whoever comes next, and the first filled post above it is told at once that the alert is now its own as well, also
 * where it would not have been told otherwise. Nobody is above the nation's.
 */
async function withHeirs(context: Context, chosen: readonly Chosen[], chains: readonly Office[][]): Promise<Told[]> {
  const nodal = new Map(chains.flat().map((office) => [office.id, office]));
  const vacant = await vacantAmong(context, [...nodal.keys()]);
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
