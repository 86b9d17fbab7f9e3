// What officers did about duties and which offices were sent word of them, in sentences: who, in which post, when.
import { type Instant, dayOf, timeOfDay } from '../../kernel/time.ts';
import { ruleById } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import { formatMoment } from '../../platform/i18n/index.ts';
import type { View } from '../../web/view.ts';
import { type Act, actsOf } from './act-store.ts';
import type { DutyKey, DutyOf } from './store.ts';
import { type WordShown, wordsOf } from './word-store.ts';

/** Of one duty: acts the latest first, words in the order they went. */
export type DutyStory = { acts: readonly Act[]; words: readonly WordShown[] };
export type StoryOf = (duty: DutyKey) => DutyStory;

const keyOf = ({ recordId, ruleId, triggerEntryId }: DutyKey): string => `${recordId} ${ruleId} ${triggerEntryId}`;

/** Of the duties of these records, or of these journals. */
export async function storiesOf(context: Context, of: DutyOf, subjectIds: readonly string[]): Promise<StoryOf> {
  const ids = [...new Set(subjectIds)];
  const acts = Map.groupBy(await actsOf(context, ids, of), keyOf);
  const words = Map.groupBy(await wordsOf(context, ids, of), keyOf);
  return (duty) => ({ acts: acts.get(keyOf(duty)) ?? [], words: words.get(keyOf(duty)) ?? [] });
}

/** "16:05" today, "12 Nov 2026, 16:05" on any other day. */
function whenOf(view: View, at: Instant): string {
  return dayOf(at) === dayOf(view.now) ? timeOfDay(at) : formatMoment(view, at);
}

export function actSentence(view: View, act: Act): string {
  return view.t(`duties.act.${act.kind}`, {
    name: act.byName,
    role: view.t(`officers.role.${act.byRole}`),
    office: act.byOfficeName,
    when: whenOf(view, act.at),
    reason: act.reason ? view.t(`duties.reason.${act.reason}`) : '',
    note: act.note ?? '',
    to: act.toOfficerName ?? act.toOfficeName ?? '',
    at: act.remindAt ? whenOf(view, act.remindAt) : '',
    said: act.note ? 'yes' : 'no',
  });
}

export function wordSentence(view: View, word: WordShown): string {
  const told = view.t(`duties.word.${word.kind}`, { office: word.officeName, when: whenOf(view, word.sentAt ?? word.at), step: word.step });
  const rule = word.breach ? ruleById(word.breach) : undefined;
  const vacancy = word.insteadOf
    ? view.t('duties.word.vacant', {
        post: word.insteadOf,
        breach: rule ? 'yes' : 'no',
        by: rule ? view.t(`law.actor.${rule.actor}`) : '',
        rule: word.breach ?? '',
      })
    : null;
  const state = word.droppedAt ? view.t('duties.word.dropped') : word.sentAt ? null : view.t('duties.word.waits');
  return [told, vacancy, state].filter(Boolean).join(' ');
}
