// The public list for machines, version 1 (docs/nodal-officers.md): JSON and CSV with the same columns in the same order. Columns are only ever added at the end.
import type { Instant } from '../../kernel/time.ts';
import { csvText } from '../../platform/csv.ts';
import type { District, State } from '../places/index.ts';
import type { PublicPost } from './public-store.ts';

export const columns = [
  'level',
  'stateCode',
  'state',
  'districtCode',
  'district',
  'office',
  'name',
  'designation',
  'telephone',
  'heldSince',
  'vacantSince',
] as const;
export type PublicRow = Record<(typeof columns)[number], string | null>;

export type Places = { states: ReadonlyMap<string, State>; districts: ReadonlyMap<string, District> };

const levels = { 'national-nodal': 'nation', 'state-nodal': 'state', 'district-nodal': 'district' } as const;

export function rowOf(post: PublicPost, { states, districts }: Places): PublicRow {
  const { kind, stateCode, districtCode, office, name, designation, telephone, heldSince, vacantSince } = post;
  const state = states.get(stateCode ?? '')?.name ?? null;
  const district = districts.get(districtCode ?? '')?.name ?? null;
  return { level: levels[kind], stateCode, state, districtCode, district, office, name, designation, telephone, heldSince, vacantSince };
}

export function jsonList(rows: readonly PublicRow[], at: Instant): unknown {
  return { version: 1, at, officers: rows };
}

export function csvList(rows: readonly PublicRow[]): string {
  return csvText(columns, rows);
}
