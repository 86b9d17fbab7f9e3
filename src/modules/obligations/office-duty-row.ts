// A duty of an office as an office, as a line of the desk: the same words as a child's, with the period or the order it is about in place of the child.
import { formOf, ifMissedCode, ruleById, titleCode } from '../../law/index.ts';
import { dayOf } from '../../kernel/time.ts';
import type { RequestContext } from '../../web/route.ts';
import type { View } from '../../web/view.ts';
import { periodInWords } from '../journals/index.ts';
import { type DutyRow, escalatedInWords } from './duty-row.ts';
import { obligationAt } from './obligation.ts';
import type { OfficeDuty } from './office-duty-store.ts';
import { sentenceOf } from './sentence.ts';
import { wordSentence } from './duty-story.ts';
import { type WordShown, wordsOf } from './word-store.ts';

export function officeDutyRow(view: View, duty: OfficeDuty, words: readonly WordShown[] = []): DutyRow | null {
  const rule = ruleById(duty.ruleId);
  if (!rule) return null; // a rule that left the law
  const obligation = obligationAt(duty, view.now);
  const sentence = sentenceOf(view, obligation, rule, { stateCode: duty.stateCode }, view.now);
  const path = `/returns/${duty.journalId}${duty.about && /^\d{4}-/.test(duty.about) ? `?period=${duty.about}` : ''}`;
  return {
    key: `${duty.journalId} ${duty.ruleId} ${duty.triggerEntryId}`,
    state: obligation.state,
    lateAfter: duty.lateAfter,
    duty: view.t(titleCode(rule.id)),
    why: view.t(sentence.code, sentence.facts),
    child: duty.journalName,
    reference: duty.about ? periodInWords(view, duty.about) : '',
    recordPath: path,
    officeName: duty.officeName,
    kind: view.t(`law.kind.${rule.kind}`),
    citation: [formOf(rule, duty.stateCode, dayOf(duty.startedAt)), rule.citation].filter(Boolean).join('; '),
    confidence: { code: rule.confidence, words: view.t(`law.confidence.${rule.confidence}`) },
    ifMissed: view.t(ifMissedCode(rule.id)),
    escalated: escalatedInWords(view, duty),
    doPath: path,
    recordedBy: null,
    param: '',
    acts: [],
    words: words.map((word) => wordSentence(view, word)),
    actable: false,
    acknowledgeable: false,
  };
}

/** With word of each that went to an office. */
export async function officeDutyRows(context: RequestContext, duties: readonly OfficeDuty[]): Promise<DutyRow[]> {
  const keyOf = (recordId: string, { ruleId, triggerEntryId }: Pick<OfficeDuty, 'ruleId' | 'triggerEntryId'>) =>
    `${recordId} ${ruleId} ${triggerEntryId}`;
  const journals = [...new Set(duties.map(({ journalId }) => journalId))];
  const words = Map.groupBy(await wordsOf(context, journals, 'office'), (word) => keyOf(word.recordId, word));
  return duties.flatMap((one) => officeDutyRow(context.view, one, words.get(keyOf(one.journalId, one))) ?? []);
}
