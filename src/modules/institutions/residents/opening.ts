// A child who lives in the home, opened for one of the home's acts; and from when on the act may have been done.
import type { Reference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { type When, momentOf, notBefore } from '../../../web/when.ts';
import { type ChildRecord, auditWrite, readToChange } from '../../children/index.ts';
import { holdDiaries } from '../../diary/index.ts';
import type { Absence, Residence } from './residence.ts';
import { absencesOf, openAbsence, residenceOf } from './store.ts';

export type Resident = { record: ChildRecord; residence: Residence; away: Absence | undefined };

/** A child who lives in the officer's own home, held until the act is written. */
export async function openResident(context: Context, reference: Reference): Promise<Resident | Refusal> {
  const { actor } = context;
  const record = await readToChange(context, reference, 'found');
  if (isRefusal(record)) return record;
  await holdDiaries(context, [record.id]);
  const residence = await residenceOf(context, record.id);
  if (actor.kind !== 'officer' || residence?.officeId !== actor.officeId || residence.leftAt !== null)
    return refuse('institutions.error.notResident');
  await auditWrite(context, record.id);
  return { record, residence, away: await openAbsence(context, residence.id) };
}

/** When it was done, not before what it follows. */
export function doneAt(draft: When, now: Instant, limit: Instant, tooEarly: string): Instant | Refusal {
  const at = momentOf(draft, now);
  if (isRefusal(at)) return at;
  return notBefore(at, limit) ?? refuse(tooEarly, {}, 'doneOn');
}

/** Since when the child is where it is now: away, back from where it was last, or in the home since the admission. */
export async function hereSince(context: Context, { record, residence, away }: Resident): Promise<Instant> {
  const returns = (await absencesOf(context, record.id)).flatMap(
    ({ residenceId, backAt }) => (residenceId === residence.id && backAt) || [],
  );
  return away?.fromAt ?? [residence.admittedAt, ...returns].toSorted().at(-1)!;
}
