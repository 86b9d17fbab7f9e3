// What the forms of a home offer to choose from, and what they warn of beforehand: units with their free places, homes of the State, brothers and sisters elsewhere.
import { dayOf } from '../../../kernel/time.ts';
import type { RequestContext } from '../../../web/route.ts';
import type { ChildRecord } from '../../children/index.ts';
import { officesOfKind } from '../../officers/index.ts';
import { districtOf } from '../../places/index.ts';
import { type Unit, isOpen } from '../register/institution.ts';
import { countsOf, unitsOf } from '../register/store.ts';
import { type Transfer, apartFrom } from './residence.ts';
import { openTransfer, siblingsOf } from './store.ts';

export type UnitChoice = Unit & { here: number };
export type Choices = {
  units: readonly UnitChoice[];
  /** Homes of the State, with their districts. */
  homes: readonly { value: string; label: string }[];
  /** Names of other homes in which a brother or sister lives. */
  apart: readonly string[];
  transfer: Transfer | null;
};

export async function choicesFor(context: RequestContext, record: ChildRecord): Promise<Choices> {
  const { actor } = context;
  const officeId = actor.kind === 'officer' ? actor.officeId : '';
  const counts = await countsOf(context, officeId);
  const living = (unitId: string) => counts.filter((count) => count.unitId === unitId).reduce((sum, { children }) => sum + children, 0);
  const units = (await unitsOf(context, officeId)).filter((unit) => isOpen(unit, dayOf(context.now)));
  const apart = apartFrom(officeId, await siblingsOf(context, record.id));
  return {
    units: units.map((unit) => ({ ...unit, here: living(unit.id) })),
    homes: await homesOfState(context, officeId),
    apart: apart.flatMap(({ homeName }) => homeName ?? []),
    transfer: (await openTransfer(context, record.id)) ?? null,
  };
}

async function homesOfState(context: RequestContext, own: string) {
  const { actor } = context;
  const stateCode = actor.kind === 'officer' ? actor.stateCode : null;
  const homes = (await officesOfKind(context, 'children-home')).filter((home) => home.stateCode === stateCode && home.id !== own);
  return Promise.all(
    homes.map(async ({ id, name, districtCode }) => {
      const district = await districtOf(context, districtCode ?? '');
      return { value: id as string, label: district && !name.includes(district.name) ? `${name}, ${district.name}` : name };
    }),
  );
}
