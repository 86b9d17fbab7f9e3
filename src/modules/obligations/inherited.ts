// What vacant nodal posts below leave to an office at once: the duties they owe, and the steps of ladders that were meant for them.
import type { Context, OfficerActor } from '../../platform/context.ts';
import { vacantNodalPosts } from '../officers/index.ts';
import { allDistricts } from '../places/index.ts';
import type { PassedUp } from './desk-store.ts';
import { toldAtOffice } from './escalation.ts';

export type Inherited = { officeIds: string[]; passedUp: PassedUp[] };

export async function inheritedBy(context: Context, { officeKind, stateCode }: OfficerActor): Promise<Inherited> {
  if (officeKind !== 'state-nodal' && officeKind !== 'national-nodal') return { officeIds: [], passedUp: [] };
  const isState = officeKind === 'state-nodal';
  const vacant = await vacantNodalPosts(context, isState ? (stateCode ?? '') : undefined);
  const states = new Set(vacant.filter(({ kind }) => kind === 'state-nodal').map((post) => post.stateCode));
  const posts = vacant.filter(({ kind, stateCode: code }) => (isState ? kind === 'district-nodal' : states.has(code)));
  const officeIds = posts.map(({ officeId }) => officeId);
  const ofDistricts = { told: toldAtOffice('district-nodal'), districtCodes: posts.flatMap(({ districtCode }) => districtCode ?? []) };
  if (isState) return { officeIds, passedUp: [ofDistricts] };
  const inStates = (await allDistricts(context)).filter((district) => states.has(district.stateCode)).map(({ code }) => code);
  return { officeIds, passedUp: [ofDistricts, { told: toldAtOffice('state-nodal'), districtCodes: inStates }] };
}
