// What a calendar is made of: lists of holidays by State and year, orders that close Saturdays, and the calendar that follows from both.
import { createHash } from 'node:crypto';
import type { Day, Instant } from '../../kernel/time.ts';
import type { Calendar } from '../../law/index.ts';

/** A restricted holiday may be taken by choice and closes no office. */
export const holidayKinds = ['gazetted', 'restricted'] as const;
export type HolidayKind = (typeof holidayKinds)[number];
export type Holiday = { readonly day: Day; readonly name: string; readonly kind: HolidayKind };

/** Two letters of a State, or `nation`. */
export const nation = 'IN';

/** `replaces`: the list it corrects, of the same place and year. `source`: number of the notification. */
export type HolidayList = {
  readonly id: string;
  readonly place: string;
  readonly year: number;
  readonly source: string;
  readonly notifiedOn: Day;
  readonly replaces: string | null;
  readonly importedByName: string;
  readonly importedAt: Instant;
};

/** Which Saturdays of a month (1 to 5) a State closes from a day on, by which order. */
export type SaturdayOrder = {
  readonly stateCode: string;
  readonly fromOn: Day;
  readonly saturdays: readonly number[];
  readonly source: string;
  readonly recordedByName: string;
  readonly recordedAt: Instant;
};

type Closed = { readonly holidays: readonly Day[]; readonly orders: readonly Pick<SaturdayOrder, 'fromOn' | 'saturdays'>[] };

/** `orders` in the order they were recorded: of two from the same day the later counts. */
export function calendarOf({ holidays, orders }: Closed): Calendar {
  const latest = new Map(orders.map(({ fromOn, saturdays }) => [fromOn, saturdays]));
  return { holidays: new Set(holidays), saturdays: [...latest].map(([from, closed]) => ({ from, closed })) };
}

/** The same for calendars that close the same days, whatever the days are called and however often a list was corrected. */
export function printOf({ holidays, saturdays }: Calendar): string {
  const orders = saturdays.map(({ from, closed }) => [from, ...closed.toSorted()].join(' '));
  return createHash('sha256').update(JSON.stringify([[...holidays].toSorted(), orders.toSorted()])).digest('hex').slice(0, 16); // prettier-ignore
}
