// Order of days: a child found before being last seen is a strong contradiction, shown and never fatal, since days are misremembered.
import { type AspectResult, unknown, weigh } from '../aspect.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { dateBands } from '../weighing/weights.ts';

function levelOf(days: number): string {
  if (days < -1) return 'before';
  if (days < 0) return 'dayBefore';
  return Object.entries(dateBands).find(([, upTo]) => days <= upTo)![0];
}

const sentences: Readonly<Record<string, string>> = { before: 'foundBefore', dayBefore: 'dayBefore', to3: 'soonAfter', to30: 'soonAfter' };

/** Facts: days from last seen to found, and both days. */
export function compareDates(missing: Prepared, found: Prepared, { weights }: ScoreContext): AspectResult {
  const days = found.day - missing.day;
  if (!Number.isFinite(days)) return unknown('dates');
  const facts = { days: Math.abs(days), missing: missing.circumstances.happenedOn, found: found.circumstances.happenedOn };
  const level = levelOf(days);
  return weigh(weights, 'dates', { level, code: sentences[level] ?? 'longAfter', facts });
}
