// A notice goes up by an order and comes down, each with its diary entry. Whether a child may be shown at all, the report's own module decides.
import type { RecordId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { addDays, dayOf, endOfDay } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, auditWrite, photographsOf } from '../children/index.ts';
import { writeDiary } from '../diary/index.ts';
import type { NoticeDraft } from './form.ts';
import { MOST_NOTICE_DAYS, type WithdrawnBecause, authoritiesFor } from './notice.ts';
import { endNotice, insertNotice, liveNoticeOf } from './store.ts';

function checkNotice(context: Context, draft: NoticeDraft, officeKind: string): Refusal | null {
  const today = dayOf(context.now);
  if (!authoritiesFor(officeKind).includes(draft.authority)) return refuse('notices.error.authority', {}, 'authority');
  if (draft.expiresOn <= today) return refuse('notices.error.expiresPast', {}, 'expiresOn');
  if (draft.expiresOn > addDays(today, MOST_NOTICE_DAYS))
    return refuse('notices.error.expiresTooLate', { days: MOST_NOTICE_DAYS }, 'expiresOn');
  return null;
}

/** Puts the notice up: it is public when the transaction commits. The caller has read the record and found that this child may be shown at all. */
export async function putUpNotice(context: Context, record: ChildRecord, draft: NoticeDraft): Promise<Refusal | null> {
  const { actor } = context;
  if (actor.kind !== 'officer') return refuse('web.error.notFound');
  const refusal = checkNotice(context, draft, actor.officeKind);
  if (refusal) return refusal;
  if (!(await endExpired(context, record.id))) return refuse('notices.error.noticeLive');
  const photographs = (await photographsOf(context, [record.id])).get(record.id) ?? [];
  const photographId = draft.fields.includes('photograph') ? (draft.photographId ?? photographs[0]?.id) : undefined;
  if (draft.fields.includes('photograph') && !photographs.some(({ id }) => id === photographId)) {
    return refuse('notices.error.noPhotograph', {}, 'fields');
  }
  await auditWrite(context, record.id);
  const id = await insertNotice(context, record.id, { ...draft, photographId: photographId ?? null, expiresAt: endOfDay(draft.expiresOn) });
  await writeDiary(context, record.id, {
    happening: 'missing.noticePublished',
    facts: { authority: draft.authority },
    paper: { kind: 'notice', id },
  });
  return null;
}

/** Ends a notice whose day is over. False if one is still live. */
async function endExpired(context: Context, recordId: RecordId): Promise<boolean> {
  const live = await liveNoticeOf(context, recordId);
  if (!live) return true;
  if (live.expiresAt > context.now) return false;
  await withdrawLiveNotice(context, recordId, 'expired');
  return true;
}

/** Takes the live notice of a record down, if there is one, and says so in its diary. Answers whether there was. */
export async function withdrawLiveNotice(context: Context, recordId: RecordId, because: WithdrawnBecause): Promise<boolean> {
  const id = await endNotice(context, recordId, because);
  if (!id) return false;
  await writeDiary(context, recordId, { happening: 'missing.noticeWithdrawn', facts: { because }, paper: { kind: 'notice', id } });
  return true;
}
