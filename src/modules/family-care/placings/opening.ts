// A found child's record opened for a change of its care, with its placings. Closed or not: a child who went home, or stays in care, is supported all the same.
import type { Reference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import { type ChildRecord, type Description, auditWrite, readDescription, readToChange } from '../../children/index.ts';
import type { Placing } from './placing.ts';
import { holdPlacing, placingsOf } from './placing-store.ts';

export type OpenedChild = { record: ChildRecord; officer: OfficerActor; description: Description | undefined; placings: Placing[] };

export async function openChild(context: Context, reference: Reference): Promise<OpenedChild | Refusal> {
  const { actor } = context;
  const record = await readToChange(context, reference, 'found');
  if (isRefusal(record)) return record;
  if (actor.kind !== 'officer' || actor.districtCode !== record.districtCode) return refuse('web.error.notFound');
  const [description, placings] = [await readDescription(context, record.id), await placingsOf(context, record.id)];
  return { record, officer: actor, description, placings };
}

export type OpenedPlacing = OpenedChild & { placing: Placing };

/** Held until the end of the transaction, and the write audited. */
export async function openPlacing(context: Context, reference: Reference, placingId: string): Promise<OpenedPlacing | Refusal> {
  const seen = await openChild(context, reference);
  if (isRefusal(seen)) return seen;
  await holdPlacing(context, seen.record.id, placingId);
  const placings = await placingsOf(context, seen.record.id);
  const placing = placings.find(({ id }) => id === placingId);
  if (!placing) return refuse('web.error.notFound');
  await auditWrite(context, seen.record.id);
  return { ...seen, placings, placing };
}
