// What the worker sees by itself: a sponsorship that shows a sign that it should stop is raised once, as a duty. Nothing is stopped by it.
import { dayOf } from '../../../kernel/time.ts';
import { paiseOf } from '../../../kernel/money.ts';
import { absenceStopsAfterDays, schemeOn } from '../../../law/index.ts';
import type { Context } from '../../../platform/context.ts';
import { auditWrites, readDescriptions } from '../../children/index.ts';
import { writeDiary } from '../../diary/index.ts';
import { answersAt, papersOf } from '../papers/paper-store.ts';
import { type Placing, type Seen, signsOf } from './placing.ts';
import { livesInHome, noteSign, runningUntold } from './placing-store.ts';

const AT_ONCE = 100;

/** As the last review handed in says it; null before there is one. Whether the income is above the ceiling is asked of the scheme of the day. */
export async function lastReview(context: Context, placing: Pick<Placing, 'id' | 'recordId' | 'area'>): Promise<Seen['review']> {
  const [review] = (await papersOf(context, { recordId: placing.recordId })).filter(
    ({ kind, placingId, submittedAt }) => kind === 'sponsorship-review' && placingId === placing.id && submittedAt !== null,
  );
  if (!review) return null;
  const answers = await answersAt(context, review.id, review.version);
  const number = (field: string): number | null => (answers.get(field)?.value ? Number(answers.get(field)!.value) : null);
  const [income, ceiling] = [number('income'), schemeOn('sponsorship', dayOf(context.now))?.incomeCeiling?.[placing.area ?? 'other']];
  return { aboveCeiling: income === null || !ceiling ? null : paiseOf(income) > ceiling, daysAbsent: number('daysAbsent') };
}

/** Answers how many were raised: of those that run, each once. A review's own words are sealed: what it shows is raised on the child's page. */
export async function raiseStopSigns(context: Context): Promise<number> {
  let [raised, after] = [0, null as string | null];
  for (;;) {
    const running = await runningUntold(context, after, AT_ONCE);
    const ids = running.map(({ recordId }) => recordId);
    const [inHome, descriptions] = [await livesInHome(context, ids), await readDescriptions(context, ids)];
    for (const { id, recordId, kind } of running) {
      const scheme = kind === 'sponsorship' ? schemeOn(kind, dayOf(context.now)) : undefined;
      const seen = {
        today: dayOf(context.now),
        age: descriptions.get(recordId)?.age ?? null,
        livesInHome: inHome.has(recordId),
        review: null,
      };
      const [sign] = scheme ? signsOf(scheme.stops, absenceStopsAfterDays, seen) : [];
      if (!sign || !(await noteSign(context, id, sign))) continue;
      await auditWrites(context, [recordId]);
      await writeDiary(context, recordId, {
        happening: 'care.sponsorshipStopSeen',
        facts: { because: sign },
        paper: { kind: 'placing', id },
      });
      raised++;
    }
    if (running.length < AT_ONCE) return raised;
    after = running.at(-1)!.id;
  }
}
