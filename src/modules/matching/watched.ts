// Whose pairs an officer looks after.
import type { OfficerActor } from '../../platform/context.ts';
import { type Scope, scopeOf } from '../children/index.ts';

/** The office's own records; for an office that watches over a district or a State, all of it. */
export function watchedBy(officer: OfficerActor): Scope {
  const scope = scopeOf(officer);
  return scope && !('nation' in scope) ? scope : { officeId: officer.officeId };
}
