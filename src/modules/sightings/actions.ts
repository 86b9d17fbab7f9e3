// The verbs of sightings: report one, answer one. Each is one transaction with its diary entry.
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { auditWrite, openRecord, readRecord, toDescription, writeDescription } from '../children/index.ts';
import type { ChildRecord } from '../children/index.ts';
import type { Reference } from '../../kernel/reference.ts';
import type { Context } from '../../platform/context.ts';
import { writeDiary } from '../diary/index.ts';
import { type Office, officeForPlace } from '../officers/index.ts';
import { type AnswerDraft, type SightingDraft, isInFuture, seenAt } from './form.ts';
import { insertSighting, writeAnswer } from './store.ts';

/** Opens a sighting at the police office responsible for the place. A citizen's own key, proved or made up for the moment, owns it. */
export async function reportSighting(context: Context, draft: SightingDraft): Promise<ChildRecord | Refusal> {
  if (isInFuture(draft, context.now)) return refuse('sightings.error.future', {}, 'seenOn');
  const office: Office | undefined = await officeForPlace(context, 'police-station', draft.districtCode);
  if (!office) return refuse('sightings.error.district', {}, 'districtCode');
  const reporterKey = context.actor.kind === 'citizen' ? context.actor.reporterKey : null;
  const record = await openRecord(context, {
    kind: 'sighting',
    status: 'open',
    officeId: office.id,
    districtCode: draft.districtCode,
    stateCode: office.stateCode!,
    happenedAt: seenAt(draft),
    reporterKey,
  });
  await insertSighting(context, record.id, draft);
  await writeDescription(context, record.id, toDescription(draft, draft.seenOn, 'apparent'));
  const source = context.actor.kind === 'citizen' ? 'citizen-door' : (draft.source ?? 'telephone');
  await writeDiary(context, record.id, { happening: 'sighting.reported', facts: { source }, happenedAt: record.happenedAt, paper: { kind: 'sighting', id: record.id } });
  return record;
}

export async function answerSighting(context: Context, reference: Reference, draft: AnswerDraft): Promise<ChildRecord | Refusal> {
  if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
  const record = await readRecord(context, { reference }, 'sighting');
  if (isRefusal(record)) return record;
  if (record.status === 'answered') return refuse('sightings.error.alreadyAnswered');
  await auditWrite(context, record.id);
  await writeAnswer(context, record.id, draft, context.actor.officerId);
  await writeDiary(context, record.id, { happening: 'sighting.answered', facts: { outcome: draft.answer }, paper: { kind: 'sighting', id: record.id } });
  return record;
}
