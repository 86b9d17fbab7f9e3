// The verbs of contact bars: write one down for a child; tell the Committee when the person it names asks for a child.
import type { Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, auditWrite, openForChange, peekRecord, recordPath } from '../children/index.ts';
import { intimate } from '../intimations/index.ts';
import { barFromPublication } from '../missing-reports/index.ts';
import { officeForPlace } from '../officers/index.ts';
import { type Ask, barsOfTelephones, insertAsk, insertBar } from './bar-store.ts';
import type { BarDraft } from './form.ts';

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

/** Somebody with one of these telephones asked. The Committee of each child kept from them is woken, once; whoever asked is told nothing. The worker alone. */
export async function alarmIfBarred(context: Context, telephoneKeys: readonly string[], ask: Ask): Promise<boolean> {
  const bars = await barsOfTelephones(context, telephoneKeys);
  for (const bar of bars) {
    const record = await peekRecord(context, { id: bar.recordId });
    if (!record || !(await insertAsk(context, bar, ask))) continue;
    const committee = await officeForPlace(context, 'cwc', record.districtCode);
    const facts = { reference: record.reference, link: `${context.tools.deskOrigin}${recordPath(record)}` };
    const about = { kind: 'contact-bar', id: `${bar.barId} ${ask.id}`, recordId: record.id };
    if (committee) await intimate(context, { officeId: committee.id, template: 'barredAsked', facts, alarm: true, about });
  }
  return bars.length > 0;
}
