// The verbs of the register: the child protection unit keeps a home's particulars and its units.
import { isUuid } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { type Office, readOffice } from '../../officers/index.ts';
import type { ParticularsDraft, UnitDraft } from './form.ts';
import { countsOf, readInstitution, unitsOf, writeInstitution, writeUnit } from './store.ts';

/** A home of the officer's own district, or none. */
async function homeKept(context: Context, officeId: string): Promise<Office | null> {
  const { actor } = context;
  const office = isUuid(officeId) ? await readOffice(context, officeId) : undefined;
  const own = actor.kind === 'officer' && actor.districtCode !== null && office?.districtCode === actor.districtCode;
  return office?.kind === 'children-home' && own ? office : null;
}

export async function keepParticulars(context: Context, officeId: string, draft: ParticularsDraft): Promise<Office | Refusal> {
  const office = await homeKept(context, officeId);
  if (!office) return refuse('web.error.notFound');
  if (draft.registeredOn && draft.registeredOn > dayOf(context.now)) return refuse('web.error.inFuture', {}, 'registeredOn');
  const station = draft.stationId ? await readOffice(context, draft.stationId) : null;
  if (station === undefined || (station && (station.kind !== 'police-station' || station.districtCode !== office.districtCode)))
    return refuse('institutions.error.station', {}, 'stationId');
  if (await writeInstitution(context, officeId, draft)) return office;
  return refuse('institutions.error.changedMeanwhile');
}

/** A unit closes only when nobody lives in it. */
export async function keepUnit(context: Context, officeId: string, draft: UnitDraft): Promise<Office | Refusal> {
  const office = await homeKept(context, officeId);
  if (!office) return refuse('web.error.notFound');
  if (!(await readInstitution(context, officeId))) return refuse('institutions.error.particularsFirst');
  if (draft.unit && !(await unitsOf(context, officeId)).some(({ id }) => id === draft.unit)) return refuse('web.error.notFound');
  const living = (await countsOf(context, officeId))
    .filter(({ unitId }) => unitId === draft.unit)
    .reduce((sum, { children }) => sum + children, 0);
  if (draft.closedOn && living > 0) return refuse('institutions.error.unitLivedIn', { count: living }, 'closedOn');
  return (await writeUnit(context, officeId, draft)) ? office : refuse('web.error.notFound');
}
