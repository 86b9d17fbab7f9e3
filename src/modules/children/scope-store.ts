// Which records an officer's lists cover: one office's own, a district's, a State's, or all; and the same as a condition of a query.
import { sql } from 'kysely';
import type { OfficerActor } from '../../platform/context.ts';

export type Scope = { officeId: string } | { districtCode: string } | { stateCode: string } | { nation: true };

/** What the officer's own lists cover; null for a role that sees no records. */
export function scopeOf(actor: OfficerActor): Scope | null {
  if (actor.reach === 'nation') return { nation: true };
  if (actor.reach === 'state' && actor.stateCode) return { stateCode: actor.stateCode };
  if (actor.reach === 'district' && actor.districtCode) return { districtCode: actor.districtCode };
  return actor.reach === 'none' ? null : { officeId: actor.officeId };
}

/** The condition on `record r`. Row security stands behind it; this only keeps a list to what the officer means by "mine". */
export function inScope(scope: Scope) {
  if ('officeId' in scope) return sql`r.office_id = ${scope.officeId}`;
  if ('districtCode' in scope) return sql`r.district_code = ${scope.districtCode}`;
  return 'stateCode' in scope ? sql`r.state_code = ${scope.stateCode}` : sql`true`;
}
