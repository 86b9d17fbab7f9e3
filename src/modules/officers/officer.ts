// An officer's posting: a person, in a role, at an office, for a time. What an officer may do follows from the posting, never from the person.
import type { OfficeId, OfficerId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/time.ts';
import type { OfficerActor } from '../../platform/context.ts';
import { type Role, officesFor, reachOf } from './may.ts';
import type { OfficeKind } from './office-kind.ts';

export type Posting = {
  postingId: string;
  officerId: OfficerId;
  name: string;
  rank: string | null;
  role: Role;
  fromOn: Day;
  officeId: OfficeId;
  officeName: string;
  officeKind: OfficeKind;
  districtCode: string | null;
  stateCode: string | null;
};

/** The actor a posting makes of its officer. A role held in the wrong kind of office reaches nothing. */
export function actorOf(posting: Posting): OfficerActor {
  const { postingId, officerId, name, role, officeId, officeName, officeKind, districtCode, stateCode } = posting;
  const reach = officesFor(role).includes(officeKind) ? reachOf(role) : 'none';
  return { kind: 'officer', officerId, name, postingId, role, officeId, officeName, officeKind, districtCode, stateCode, reach };
}
