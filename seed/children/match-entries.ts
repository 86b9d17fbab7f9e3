// The entries both sides' diaries share once a person has judged two records to be the same child, up to the restoration.
import type { Plan } from './plan.ts';
import { type DiaryWriter } from './diary.ts';
import { day, hour } from './instants.ts';

/** When each step of the linking happened, in milliseconds; fixed by the plan so that both diaries agree. */
export function linkTimes(
  plan: Plan,
): { proposed: number; judged: number; asked: number; confirmed: number; restored: number; closed: number } | null {
  if (plan.matchedAt === null) return null;
  const judged = plan.matchedAt;
  const pace = 1 + ((plan.index * 7) % 5); // days the Committee takes
  const confirmed = judged + pace * 2 * day;
  return {
    proposed: judged - 5 * hour,
    judged,
    asked: judged + hour,
    confirmed,
    restored: confirmed + pace * day,
    closed: confirmed + pace * day + 4 * hour,
  };
}

export function candidateOf(plan: Plan): string {
  return `pair-${plan.index}`;
}

/** Proposal, judgement, production asked, identity confirmed. Written by the portal and the officers on it: no lag. */
export function writeLink(diary: DiaryWriter, plan: Plan, committeeCode: string): void {
  const candidate = candidateOf(plan);
  if (plan.hardCase === 'judgement-reversed') writeReversal(diary, plan);
  const times = linkTimes(plan);
  if (!times) return;
  diary.write('match.proposed', { candidate, band: plan.index % 3 ? 'likely' : 'possible' }, times.proposed, { by: null, lag: 0 });
  diary.write('match.judged', { candidate, verdict: 'same' }, times.judged, { by: plan.station.code, lag: 0 });
  diary.write('identity.productionAsked', { candidate }, times.asked, { by: plan.station.code, lag: 0 });
  diary.write('identity.confirmed', { candidate }, times.confirmed, { by: committeeCode, lag: 0 });
}

/** Judged "different" in haste, taken back when the family was asked again: the pair is open once more. */
function writeReversal(diary: DiaryWriter, plan: Plan): void {
  const candidate = candidateOf(plan);
  const judged = plan.now - 9 * day;
  diary.write('match.proposed', { candidate, band: 'possible' }, judged - 2 * day, { by: null, lag: 0 });
  diary.write('match.judged', { candidate, verdict: 'different' }, judged, { by: plan.station.code, lag: 0 });
  diary.write('match.judgementReversed', { candidate }, plan.now - 3 * day, { by: plan.station.code, lag: 0 });
}
