// The policy of one month, as counts by step of lag need it: up to which step an entry is in time.
import type { Day } from '../../kernel/time.ts';
import { type UploadOffice, type UploadRule, uploadHours } from '../../law/index.ts';
import { bucketOf } from './lag.ts';

/** `bucket` null: counted, but held to no hours in that month. `stateCode` null: wherever no State has its own. */
export type Limit = { happening: string; officeKind: UploadOffice; stateCode: string | null; bucket: number | null };

export function limitsOf(policy: readonly UploadRule[], month: Day): Limit[] {
  const limits = new Map<string, Limit>();
  for (const { happenings, officeKinds, stateOverrides } of policy)
    for (const happening of happenings)
      for (const officeKind of officeKinds)
        for (const stateCode of [null, ...stateOverrides.map((own) => own.stateCode)]) {
          const hours = uploadHours(policy, { happening, officeKind, stateCode, month })?.hours;
          const limit = { happening, officeKind, stateCode, bucket: hours === undefined ? null : bucketOf(hours) };
          limits.set(`${happening} ${officeKind} ${stateCode}`, limit);
        }
  return [...limits.values()];
}
