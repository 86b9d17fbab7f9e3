// Of which records and offices an office hears when a ladder reaches whoever is told there: one answer for its lists and for its acts.
import type { OfficerActor } from '../../platform/context.ts';
import { type Scope, scopeOf } from '../children/index.ts';

/** Each of them is told of the records it holds; whoever else is told at an office that sees single records, of its whole district. */
const holders: ReadonlySet<string> = new Set(['police-station', 'railway-post', 'anti-trafficking-unit']);

/** Where a ladder must have been climbed for the office to hear of it. Row security stands behind it. */
export function heardFrom(officer: OfficerActor): Scope {
  const { officeId, officeKind, districtCode, reach } = officer;
  if (reach === 'office' && !holders.has(officeKind) && districtCode) return { districtCode };
  return scopeOf(officer) ?? { officeId };
}
