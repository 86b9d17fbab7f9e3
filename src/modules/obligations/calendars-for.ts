// The calendars a set of rules asks for: none is read where no rule counts working days.
import { createHash } from 'node:crypto';
import { type Calendar, type Rule, countsWorkingDays } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import { calendarPrints, readCalendars } from '../calendars/index.ts';

/** By State. */
export async function calendarsFor(
  context: Context,
  places: readonly { stateCode: string }[],
  rules: readonly Rule[],
): Promise<ReadonlyMap<string, Calendar>> {
  if (!rules.some(countsWorkingDays)) return new Map();
  return readCalendars(context, [...new Set(places.map(({ stateCode }) => stateCode))]);
}

/** A print of every calendar, for what is worked out again whole when one changes; empty where the rules ask for none. */
export async function calendarsPrint(context: Context, rules: readonly Rule[]): Promise<string> {
  if (!rules.some(countsWorkingDays)) return '';
  const prints = Object.entries(await calendarPrints(context)).toSorted();
  return createHash('sha256').update(JSON.stringify(prints)).digest('hex').slice(0, 16);
}
