// The found record, opened for a change by an officer of a Committee: before every verb of the file.
import type { Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import { type ChildRecord, auditWrite, peekRecord, readToChange } from '../children/index.ts';
import { effectiveEntries, has, holdDiaries, lastOf, readDiary } from '../diary/index.ts';
import { requestsOf } from './store.ts';

export type Opened = { record: ChildRecord; cwc: OfficerActor };

/** `restored`: also a child who is home again, whom the Committee follows. */
export async function openFound(
  context: Context,
  reference: Reference,
  restored: 'also-restored' | 'not-restored' = 'not-restored',
): Promise<Opened | Refusal> {
  const { actor } = context;
  if (actor.kind !== 'officer' || actor.officeKind !== 'cwc') return refuse('web.error.notFound');
  const known = await readToChange(context, reference, 'found');
  if (isRefusal(known)) return known;
  await holdDiaries(context, [known.id, ...(await requestsOf(context, known.id)).map(({ missingId }) => missingId)]);
  const record = (await peekRecord(context, { reference })) ?? known; // as it stands now that nobody else writes
  if (record.status === 'restored' && restored === 'not-restored') return refuse('cwc.error.alreadyRestored');
  if (record.status === 'closed') return refuse('cwc.error.closed');
  await auditWrite(context, record.id);
  return { record, cwc: actor };
}

/** The same of a child who was before a Committee: nothing is heard, ordered or scheduled about one who was not (JJ Act s.31, s.36). */
export async function openProduced(
  context: Context,
  reference: Reference,
  restored: 'also-restored' | 'not-restored' = 'not-restored',
): Promise<(Opened & { producedAt: Instant }) | Refusal> {
  const opened = await openFound(context, reference, restored);
  if (isRefusal(opened)) return opened;
  const diary = effectiveEntries(await readDiary(context, opened.record.id));
  const produced = has(diary, 'found.produced') ? lastOf(diary, 'found.produced') : null;
  return produced ? { ...opened, producedAt: produced.happenedAt } : refuse('cwc.error.producedFirst');
}
