// Pendency of an area, by the places in it or, of a district, by its Committees: added up from the matters themselves at the moment it is asked.
import { type Day, dayOf } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import { allDistricts, allStates, districtOf } from '../places/index.ts';
import { type Area, contains, widestArea } from '../officers/index.ts';
import { type Figures, sumOf } from './figures.ts';
import { figuresOf } from './matter-store.ts';
import { type ReturningOffice, officesOverseen } from './office-store.ts';

export type AskedArea = { area: Area; widest: Area; wrong: boolean };

/** The place asked for, if it lies in what the officer may read; else the widest. Null for an officer whose office stands for no place. */
export async function areaAsked(context: Context, actor: OfficerActor, place: string | undefined): Promise<AskedArea | null> {
  const widest = widestArea(actor);
  if (!widest) return null;
  if (!place) return { area: widest, widest, wrong: false };
  const named = await areaNamed(context, place);
  return named && contains(widest, named) ? { area: named, widest, wrong: false } : { area: widest, widest, wrong: true };
}

async function areaNamed(context: Context, place: string): Promise<Area | undefined> {
  const district = await districtOf(context, place);
  if (district) return { level: 'district', code: district.code, stateCode: district.stateCode };
  const state = (await allStates(context)).find(({ code }) => code === place);
  return state && { level: 'state', code: state.code };
}

export async function officesIn(context: Context, area: Area): Promise<ReturningOffice[]> {
  if (area.level === 'nation') return officesOverseen(context, {});
  return officesOverseen(context, area.level === 'state' ? { stateCode: area.code } : { districtCode: area.code });
}

/** `figures` null where no Committee there has had a matter recorded: that is no figure of none. */
export type PendencyRow = { id: string; name: string; isPlace: boolean; committees: ReturningOffice[]; figures: Figures | null };
export type Pendency = { rows: PendencyRow[]; all: Figures | null; boards: number; on: Day };

export async function pendencyIn(context: Context, area: Area): Promise<Pendency> {
  const on = dayOf(context.now);
  const offices = await officesIn(context, area);
  const committees = offices.filter(({ kind }) => kind === 'cwc');
  const counted = new Map((await figuresOf(context, committees.map(({ id }) => id), { from: on, to: on })).map((one) => [one.officeId, one])); // prettier-ignore
  const figuresIn = (some: readonly ReturningOffice[]): Figures | null => {
    const known = some.flatMap(({ id }) => counted.get(id) ?? []);
    return known.length > 0 ? sumOf(known) : null;
  };
  const rows = (await groupsOf(context, area, committees)).map((group) => ({ ...group, figures: figuresIn(group.committees) }));
  return { rows, all: figuresIn(committees), boards: offices.length - committees.length, on };
}

type Group = Omit<PendencyRow, 'figures'>;

/** The States of the nation, the districts of a State, the Committees of a district; each with its Committees. */
export async function groupsOf(context: Context, area: Area, committees: readonly ReturningOffice[]): Promise<Group[]> {
  if (area.level === 'district') return committees.map((one) => ({ id: one.id, name: one.name, isPlace: false, committees: [one] }));
  const places =
    area.level === 'nation' ? await allStates(context) : (await allDistricts(context)).filter(({ stateCode }) => stateCode === area.code);
  const within = Map.groupBy(committees, (one) => (area.level === 'nation' ? one.stateCode : one.districtCode));
  return places.flatMap(({ code, name }) => {
    const some = within.get(code);
    return some ? [{ id: code, name, isPlace: true, committees: some }] : [];
  });
}

/** State and district of the area, the wider first, from where the reader may read on. */
export async function trailOf(context: Context, { area, widest }: AskedArea): Promise<{ place: string; name: string }[]> {
  if (area.level === 'nation') return [];
  const stateCode = area.level === 'state' ? area.code : area.stateCode;
  const state = (await allStates(context)).filter(({ code }) => code === stateCode);
  const district = area.level === 'district' ? (await allDistricts(context)).filter(({ code }) => code === area.code) : [];
  const depth = ['nation', 'state', 'district'].indexOf(widest.level);
  return [...state, ...district].map(({ code, name }) => ({ place: code, name })).slice(Math.max(0, depth - 1));
}
