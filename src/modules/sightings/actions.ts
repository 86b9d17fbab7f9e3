// The verbs of sightings: report one, answer one. Each is one transaction with its diary entry.
import type { Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { momentOf, notBefore } from '../../web/when.ts';
import { announce } from '../../platform/live.ts';
import {
  type ChildRecord,
  auditWrite,
  checkHomeDistrict,
  moveRecord,
  openRecord,
  readToChange,
  shareRecord,
  toDescription,
  writeDescription,
} from '../children/index.ts';
import { writeDiary } from '../diary/index.ts';
import { type Office, officeForPlace } from '../officers/index.ts';
import { type AnswerDraft, type SightingDraft, isInFuture, seenAt } from './form.ts';
import { insertSighting, readSighting, writeAnswer } from './store.ts';

/** Who opens the sighting: the station of the place for a citizen, the officer's own office until it is handed to that station. */
function openedBy({ actor }: Context, station: Office): Office['id'] {
  return actor.kind === 'officer' ? actor.officeId : station.id;
}

/** A station answers for its own district, whichever station of it was told. */
function isTheirs({ actor }: Context, districtCode: string): boolean {
  return actor.kind !== 'officer' || (actor.officeKind === 'police-station' && actor.districtCode === districtCode);
}

/** Opens a sighting at the police office responsible for the place. A citizen's own key, proved or made up for the moment, owns it. */
export async function reportSighting(context: Context, draft: SightingDraft): Promise<ChildRecord | Refusal> {
  const { actor } = context;
  if (isInFuture(draft, context.now)) return refuse('sightings.error.future', {}, 'seenOn');
  const unknown = await checkHomeDistrict(context, draft);
  if (unknown) return unknown;
  const station = await officeForPlace(context, 'police-station', draft.districtCode);
  if (!station?.stateCode) return refuse('sightings.error.district', {}, 'districtCode');
  const place = { districtCode: draft.districtCode, stateCode: station.stateCode };
  const officeId = openedBy(context, station);
  const reporterKey = actor.kind === 'citizen' ? actor.reporterKey : null;
  const record = await openRecord(context, {
    kind: 'sighting',
    status: 'open',
    officeId,
    ...place,
    happenedAt: seenAt(draft, context.now),
    reporterKey,
  });
  await insertSighting(context, record.id, draft);
  await writeDescription(context, record.id, toDescription(draft, draft.seenOn, 'apparent'));
  const source = actor.kind === 'citizen' ? 'citizen-door' : (draft.source ?? 'telephone');
  const paper = { kind: 'sighting', id: record.id };
  await writeDiary(context, record.id, { happening: 'sighting.reported', facts: { source }, happenedAt: record.happenedAt, paper });
  await announce(context, { kind: 'sighting', offices: [station.id], count: 1 });
  if (isTheirs(context, draft.districtCode)) return record;
  await shareRecord(context, record.id, officeId, 'transfer'); // before the record leaves, or it could not be handed over
  await moveRecord(context, record.id, { officeId: station.id, ...place });
  await writeDiary(context, record.id, { happening: 'sighting.movedToStation', facts: { toOffice: station.id } });
  return { ...record, officeId: station.id };
}

/** Once: an answer may be corrected by a later entry, never given twice. */
export async function answerSighting(context: Context, reference: Reference, draft: AnswerDraft): Promise<ChildRecord | Refusal> {
  if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
  const record = await readToChange(context, reference, 'sighting');
  if (isRefusal(record)) return record;
  if (record.status === 'answered') return refuse('sightings.error.alreadyAnswered');
  if (draft.childOfNotice && draft.answer === 'hoax') return refuse('sightings.error.hoaxOfNotice', {}, 'childOfNotice');
  if (draft.childOfNotice && !(await readSighting(context, record.id))?.noticePublicId)
    return refuse('web.error.notAChoice', {}, 'childOfNotice');
  const at = momentOf(draft, context.now);
  if (isRefusal(at)) return at;
  const happenedAt = notBefore(at, record.happenedAt);
  if (happenedAt === null) return refuse('sightings.error.beforeSeen', {}, 'doneOn');
  await auditWrite(context, record.id);
  await writeAnswer(context, record.id, draft, context.actor.officerId);
  await writeDiary(context, record.id, {
    happening: 'sighting.answered',
    facts: { outcome: draft.answer, ...(draft.childOfNotice ? { childOfNotice: true as const } : {}) },
    happenedAt,
    paper: { kind: 'sighting', id: record.id },
  });
  return record;
}
