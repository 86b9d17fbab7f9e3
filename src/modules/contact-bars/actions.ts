// The verbs of contact bars: write one down for a child; tell the Committee when the person it names asks for a child.
import type { RecordId } from '../../kernel/ids.ts';
import type { Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, auditWrite, openForChange, peekRecord, readRecord, recordPath } from '../children/index.ts';
import { intimate } from '../intimations/index.ts';
import { barFromPublication } from '../missing-reports/index.ts';
import { officeForPlace } from '../officers/index.ts';
import { type Ask, barsOfTelephones, insertAsk, insertBar, liftBar, takeUntoldBars } from './bar-store.ts';
import type { BarDraft, LiftDraft } from './form.ts';

export type BarredKind = 'missing' | 'found';

/** Stands from now on: no notice of the child, no look-alike opens its record, and whoever asks by that telephone alarms the Committee. */
export async function recordBar(context: Context, kind: BarredKind, reference: Reference, draft: BarDraft): Promise<ChildRecord | Refusal> {
  const { actor } = context;
  if (actor.kind !== 'officer') return refuse('web.error.notFound');
  const record =
    kind === 'missing'
      ? await barFromPublication(context, reference, { because: 'contact' })
      : await openForChange(context, reference, kind);
  if (isRefusal(record)) return record;
  await auditWrite(context, record.id);
  await insertBar(context, record.id, draft, actor);
  return record;
}

/** The Committee of each child is told of a bar written down: it may lift a wrong one. Answers how many. The worker alone. */
export async function tellBars(context: Context): Promise<number> {
  const untold = await takeUntoldBars(context);
  for (const { barId, recordId } of untold) await tellCommittee(context, recordId, { template: 'barRecorded', alarm: false, id: barId });
  return untold.length;
}

async function tellCommittee(
  context: Context,
  recordId: RecordId,
  { template, alarm, id }: { template: 'barRecorded' | 'barredAsked'; alarm: boolean; id: string },
): Promise<void> {
  const record = await peekRecord(context, { id: recordId });
  const committee = record && (await officeForPlace(context, 'cwc', record.districtCode));
  if (!committee) return;
  const facts = { reference: record.reference, link: `${context.tools.deskOrigin}${recordPath(record)}` };
  await intimate(context, { officeId: committee.id, template, facts, alarm, about: { kind: 'contact-bar', id, recordId } });
}

/** By the Committee, which was told of it; whoever wrote it down does not lift it. */
export async function lift(
  context: Context,
  kind: BarredKind,
  reference: Reference,
  { bar, because }: LiftDraft,
): Promise<ChildRecord | Refusal> {
  const { actor } = context;
  const record = await readRecord(context, { reference }, kind);
  if (isRefusal(record)) return record;
  if (actor.kind !== 'officer') return refuse('web.error.notFound');
  await auditWrite(context, record.id);
  return (await liftBar(context, record.id, bar, because, actor)) ? record : refuse('contact-bars.error.lifted', {}, 'bar');
}

/** Somebody with one of these telephones asked. The Committee of each child kept from them is woken, once; whoever asked is told nothing. The worker alone. */
export async function alarmIfBarred(context: Context, telephoneKeys: readonly string[], ask: Ask): Promise<boolean> {
  const bars = await barsOfTelephones(context, telephoneKeys);
  for (const bar of bars)
    if (await insertAsk(context, bar, ask))
      await tellCommittee(context, bar.recordId, { template: 'barredAsked', alarm: true, id: `${bar.barId} ${ask.id}` });
  return bars.length > 0;
}
