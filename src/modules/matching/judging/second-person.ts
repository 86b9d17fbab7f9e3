// "Same child" takes two people: the officer who judged, and the Committee of the place where the child is. Where that stands, from the diary.
import type { Instant } from '../../../kernel/time.ts';
import type { TimelineEntry } from '../../diary/index.ts';
import type { Judgement } from '../candidate.ts';

export type SecondPerson = {
  state: 'notAsked' | 'asked' | 'confirmed' | 'refused';
  at: Instant;
  /** Who answered; null while nobody did. */
  officer: string | null;
  office: string | null;
};

const states = { 'identity.productionAsked': 'asked', 'identity.confirmed': 'confirmed', 'identity.refused': 'refused' } as const;

/** What was done since the judgement, of the found child's diary; the last step counts. */
export function secondPersonOf(judged: Judgement, timeline: readonly TimelineEntry[]): SecondPerson {
  let second: SecondPerson = { state: 'notAsked', at: judged.judgedAt, officer: null, office: null };
  for (const { happening, facts, recordedAt, byOfficerName, byOfficeName } of timeline) {
    if (!(happening in states) || recordedAt < judged.judgedAt) continue;
    if ((facts as { candidate: string }).candidate !== judged.candidateId) continue;
    second = { state: states[happening as keyof typeof states], at: recordedAt, officer: byOfficerName, office: byOfficeName };
  }
  return second;
}
