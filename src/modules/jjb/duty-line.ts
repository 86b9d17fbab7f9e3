// A duty of a case as a line: what the law asks, by when, since what, and on whose authority.
import type { Instant } from '../../kernel/time.ts';
import { ruleById, titleCode } from '../../law/index.ts';
import type { View } from '../../web/view.ts';
import { obligationAt, sentenceOf } from '../obligations/index.ts';
import { numberOf } from './proceeding.ts';
import type { Duty } from './duty-store.ts';

export type DutyLine = {
  key: string;
  title: string;
  why: string;
  /** Who owes it, and on what authority. */
  authority: string;
  /** The title where cases stand beside each other. */
  ofCase: string;
  due: Instant;
  href: string;
  endedAt: Instant | null;
};

/** Duties that fell away are left out, and those of a rule that left the law. */
export function dutyLines(view: View, duties: readonly Duty[], stateCode: string): DutyLine[] {
  return duties.flatMap(({ proceedingId, number, year, stored, officeName }) => {
    const rule = ruleById(stored.ruleId);
    if (!rule || stored.ending === 'cancelled') return [];
    const obligation = obligationAt(stored, view.now);
    const sentence = sentenceOf(view, obligation, rule, { stateCode }, view.now);
    return [
      {
        key: `${proceedingId} ${stored.ruleId} ${stored.triggerEntryId}`,
        title: view.t(titleCode(rule.id)),
        why: view.t(sentence.code, sentence.facts),
        authority: `${officeName} · ${rule.citation} (${view.t(`law.confidence.${rule.confidence}`)})`,
        ofCase: view.t('jjb.duty.ofCase', { duty: view.t(titleCode(rule.id)), number: numberOf({ number, year }) }),
        due: stored.lateAfter,
        href: `/board/cases/${proceedingId}`,
        endedAt: stored.endedAt,
      },
    ];
  });
}
