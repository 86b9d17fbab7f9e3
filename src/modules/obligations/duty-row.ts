// A duty as a line of the desk home, of a record's page or of an office's: how long is left, the sentence, about whom or what, on what authority, and where it is done.
import { type Confidence, type ObligationState, formOf, ifMissedCode, ruleById, titleCode } from '../../law/index.ts';
import { formatMoment } from '../../platform/i18n/index.ts';
import { type Instant, dayOf, timeOfDay } from '../../kernel/time.ts';
import type { View } from '../../web/view.ts';
import { escalationOf } from './escalation.ts';
import { obligationAt } from './obligation.ts';
import { sentenceOf } from './sentence.ts';
import { type DutyStory, type StoryOf, actSentence, wordSentence } from './duty-story.ts';
import { aboutOf } from './duty-about.ts';
import { dutyParam } from './form.ts';
import { type Reader, nobody } from './reader.ts';
import type { ListedDuty } from './store.ts';
import type { Recorder } from './where-done.ts';

export type DutyRow = {
  key: string;
  /** As its forms name it, and where they are. */
  param: string;
  actPath: string;
  state: ObligationState;
  /** Past this it is late. */
  lateAfter: Instant;
  duty: string;
  /** The whole sentence: by when, since what, how long. */
  why: string;
  /** Whose: the child, or the office whose journal it is; and the record, or the period or order. */
  child: string | null;
  reference: string;
  recordPath: string;
  officeName: string;
  kind: string;
  citation: string;
  confidence: { code: Confidence; words: string };
  ifMissed: string;
  /** "escalated to nodal officer 11:40"; of the past, that nobody was told; or null. */
  escalated: string | null;
  doPath: string;
  /** Who writes down that an open duty was done, where it is not the one who owes it. */
  recordedBy: Recorder | null;
  /** What officers did about it, the latest first. */
  acts: readonly string[];
  /** Which offices were sent word of it, in order. */
  words: readonly string[];
  /** Whether the reader may act on it now, and has not acknowledged it yet. Filled by lists that know who reads. */
  actable: boolean;
  acknowledgeable: boolean;
};

const untold: DutyStory = { acts: [], words: [] };

export function dutyRow(view: View, listed: ListedDuty, { acts, words }: DutyStory = untold, reader: Reader = nobody): DutyRow | null {
  const rule = ruleById(listed.ruleId);
  if (!rule) return null; // a rule that left the law; its row goes with the next entry of the diary
  const obligation = obligationAt(listed, view.now);
  const actable = reader.actable(listed);
  const sentence = sentenceOf(view, obligation, rule, { stateCode: listed.stateCode }, view.now);
  return {
    param: dutyParam(listed),
    key: `${listed.recordId} ${listed.ruleId} ${listed.triggerEntryId}`,
    state: obligation.state,
    lateAfter: listed.lateAfter,
    duty: view.t(titleCode(rule.id)),
    why: view.t(sentence.code, sentence.facts),
    ...aboutOf(view, listed),
    officeName: listed.officeName,
    kind: view.t(`law.kind.${rule.kind}`),
    citation: [formOf(rule, listed.stateCode, dayOf(listed.startedAt)), rule.citation].filter(Boolean).join('; '),
    confidence: { code: rule.confidence, words: view.t(`law.confidence.${rule.confidence}`) },
    ifMissed: view.t(ifMissedCode(rule.id)),
    escalated: escalatedInWords(view, listed),
    acts: acts.map((act) => actSentence(view, act)),
    words: words.map((word) => wordSentence(view, word)),
    actable,
    acknowledgeable: actable && !acts.some(({ kind, byPosting }) => kind === 'acknowledged' && byPosting === reader.postingId),
  };
}

export function dutyRows(view: View, listed: readonly ListedDuty[], storyOf?: StoryOf, reader?: Reader): DutyRow[] {
  return listed.flatMap((one) => dutyRow(view, one, storyOf?.(one), reader) ?? []);
}

function escalatedInWords(view: View, listed: ListedDuty): string | null {
  if (listed.lateWhenKnown && !listed.ending) return view.t('duties.lateWhenKnown');
  const escalation = listed.ending ? null : escalationOf(listed, view.now);
  if (!escalation) return null;
  const today = dayOf(escalation.at) === dayOf(view.now);
  const at = today ? timeOfDay(escalation.at) : formatMoment(view, escalation.at);
  return view.t('duties.escalated', { to: view.t(`law.actor.${escalation.to}`), at });
}
