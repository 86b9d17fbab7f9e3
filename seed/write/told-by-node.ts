// In some States the police's own systems already tell the portal of FIRs: every second FIR there was entered in one some minutes before it was here.
import type { DiaryFact } from '../../src/kernel/happenings.ts';
import { type Instant, addMinutes } from '../../src/kernel/time.ts';

const speaking: ReadonlySet<string> = new Set(['KA', 'KL', 'MH', 'TN', 'WB']);

/** Nine in ten are carried in minutes; of the tenth the line was down for some hours. */
function minutesCarried(draw: number): number {
  return draw % 10 === 0 ? 70 + (draw % 400) : 1 + (draw % 40);
}

/** Null: entered here. The same for the same entry, without a draw of its own. */
export function enteredElsewhere(
  { happening, entryId, byOffice, happenedAt, recordedAt }: DiaryFact,
  stateCode: string | null,
): Instant | null {
  if (happening !== 'missing.firRegistered' || byOffice === null || stateCode === null || !speaking.has(stateCode)) return null;
  const draw = Number.parseInt(entryId.slice(-6), 16);
  if (draw % 2 !== 0) return null;
  const at = addMinutes(recordedAt, -minutesCarried(Math.floor(draw / 2)));
  return at < happenedAt ? happenedAt : at;
}
