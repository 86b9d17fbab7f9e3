// A home for children as an institution: its units and their places (JJ Act s.41, s.50; domain sheet 2.2), and how its registration stands on a day.
import type { OfficeId } from '../../../kernel/ids.ts';
import { type Day, addDays } from '../../../kernel/time.ts';

export const runners = ['government', 'organisation'] as const;
export type Runner = (typeof runners)[number];

export const unitKinds = ['children-home', 'special-needs-home', 'open-shelter', 'adoption-agency', 'aftercare-home'] as const;
export type UnitKind = (typeof unitKinds)[number];
/** Whom a unit takes in. */
export const unitSexes = ['female', 'male', 'combined'] as const;
export type UnitSex = (typeof unitSexes)[number];

/** The bands of the State's return. */
export const bands = ['0-6', '7-11', '12-15', '16-18', 'over-18', 'unknown'] as const;
export type Band = (typeof bands)[number];
export const countedSexes = ['female', 'male', 'third', 'unknown'] as const;
export type CountedSex = (typeof countedSexes)[number];

export type Institution = {
  officeId: OfficeId;
  runBy: Runner;
  runner: string | null;
  registrationNumber: string | null;
  registeredOn: Day | null;
  registeredUntil: Day | null;
  grantApproved: boolean;
  address: string | null;
  /** The police station of the place, told when a child is gone; null: the first of the district. */
  stationId: OfficeId | null;
  latitude: number | null;
  longitude: number | null;
  version: number;
};

export type Unit = { id: string; officeId: OfficeId; kind: UnitKind; sex: UnitSex; strength: number; openedOn: Day; closedOn: Day | null };

/** How many children of a sex and band live in a unit. */
export type Count = { officeId: OfficeId; unitId: string; sex: CountedSex; band: Band; children: number };

const EXPIRES_SOON_DAYS = 90;
export type RegistrationState = 'none' | 'valid' | 'expiring' | 'expired';

/** A home that is not registered may house nobody (s.41, s.42); one whose registration runs out within three months is to apply again. */
export function registrationState(home: Pick<Institution, 'registrationNumber' | 'registeredUntil'> | null, on: Day): RegistrationState {
  if (!home?.registrationNumber) return 'none';
  if (home.registeredUntil === null) return 'valid';
  if (home.registeredUntil < on) return 'expired';
  return home.registeredUntil <= addDays(on, EXPIRES_SOON_DAYS) ? 'expiring' : 'valid';
}

export function isOpen({ openedOn, closedOn }: Pick<Unit, 'openedOn' | 'closedOn'>, on: Day): boolean {
  return openedOn <= on && (closedOn === null || closedOn >= on);
}

/** Whether a unit takes in a child of that sex; a child of the third gender, or whose sex nobody wrote down, is for the home to place. */
export function takes(unit: Pick<Unit, 'sex'>, sex: string | null): boolean {
  return unit.sex === 'combined' || (sex !== 'female' && sex !== 'male') || unit.sex === sex;
}

export type Occupancy = { strength: number; here: number; free: number; over: number };

/** Places that are empty in one unit do not make room in another. */
export function occupancy(units: readonly Unit[], counts: readonly Pick<Count, 'unitId' | 'children'>[], on: Day): Occupancy {
  const all: Occupancy = { strength: 0, here: 0, free: 0, over: 0 };
  const here = new Map<string, number>();
  for (const { unitId, children } of counts) here.set(unitId, (here.get(unitId) ?? 0) + children);
  for (const unit of units) {
    const [strength, living] = [isOpen(unit, on) ? unit.strength : 0, here.get(unit.id) ?? 0];
    all.strength += strength;
    all.here += living;
    all.free += Math.max(0, strength - living);
    all.over += Math.max(0, living - strength);
  }
  return all;
}
