// Order of days: a child found before being last seen is a strong contradiction, shown and never fatal, since days are misremembered.
import { type AspectResult, atLevel, unknown } from '../aspect.ts';
import type { Prepared } from '../prepare.ts';
import { dates as weights } from '../weights.ts';

/** Facts: days from last seen to found, and both days. */
export function compareDates(missing: Prepared, found: Prepared): AspectResult {
  const days = found.day - missing.day;
  if (!Number.isFinite(days)) return unknown('dates');
  const facts = { days: Math.abs(days), missing: missing.circumstances.happenedOn, found: found.circumstances.happenedOn };
  if (days < -1) return atLevel('dates', weights.before, 'foundBefore', facts);
  if (days < 0) return atLevel('dates', weights.dayBefore, 'dayBefore', facts);
  const at = weights.after.findIndex((band) => days <= band.upTo);
  return atLevel('dates', weights.after[at]!, at < 2 ? 'soonAfter' : 'longAfter', facts);
}
