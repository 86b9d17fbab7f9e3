// SQL of calendars: the days as every door reads them, lists and orders with their history. What changes them is in import-store.ts.
import { sql } from 'kysely';
import type { Day } from '../../kernel/time.ts';
import type { Calendar } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import { type Holiday, type HolidayList, type SaturdayOrder, calendarOf, nation, printOf } from './holiday.ts';

type Known = { place: string; holidays: Day[]; orders: { fromOn: Day; saturdays: number[] }[] };
type Places = readonly string[] | null;

/** A list no other replaces. */
const current = sql`not exists (select from holiday_list n where n.replaces = l.id)`;

/** The day in India of a moment. */
const indianDay = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Kolkata')::date`;

/**
 * `places` null: all of them. A day is as it was said to be when it came: a list or an order counts from the day it was brought on, so that nothing brought
 * later moves a date that rests on days gone by. Of two orders the one from the later day stands, also where the other was recorded after it.
 */
async function closedDays(context: Context, places: Places): Promise<Map<string, Known>> {
  const among = (place: string) =>
    sql`(${places as string[] | null}::text[] is null or ${sql.ref(place)} = any (${places as string[] | null}::text[]))`;
  const { rows: holidays } = await sql<{ place: string; days: Day[] }>`select l.place, array_agg(distinct h.day::text) as days
    from holiday_list l join holiday h on h.list_id = l.id where h.kind = 'gazetted' and ${among('l.place')} and h.day >= ${indianDay('l.imported_at')}
      and not exists (select from holiday_list n where n.place = l.place and n.year = l.year and (n.imported_at, n.id) > (l.imported_at, l.id)
        and h.day >= ${indianDay('n.imported_at')}) group by l.place`.execute(context.db);
  const { rows: orders } = await sql<{ place: string; fromOn: Day; saturdays: number[] }>`select s.state_code as place,
      greatest(s.from_on, ${indianDay('s.recorded_at')})::text as from_on, s.saturdays
    from closed_saturdays s where ${among('s.state_code')} and not exists (select from closed_saturdays o where o.state_code = s.state_code
      and o.from_on > s.from_on and o.from_on <= ${indianDay('s.recorded_at')} and o.recorded_at < s.recorded_at) order by s.recorded_at, s.id`.execute(
    context.db,
  );
  const known = new Map<string, Known>();
  const of = (place: string): Known => {
    const here = known.get(place) ?? { place, holidays: [], orders: [] };
    known.set(place, here);
    return here;
  };
  for (const { place, days } of holidays) of(place).holidays.push(...days);
  for (const { place, ...order } of orders) of(place).orders.push(order);
  return known;
}

/** Of each of these States. Until the transaction ends no calendar changes: what is worked out by these is stored before any other counts. */
export async function readCalendars(context: Context, states: readonly string[]): Promise<Map<string, Calendar>> {
  await sql`select share_calendars()`.execute(context.db);
  const known = await closedDays(context, [nation, ...states]);
  const everywhere = known.get(nation)?.holidays ?? [];
  return new Map(
    states.map((state) => {
      const { holidays = [], orders = [] } = known.get(state) ?? {};
      return [state, calendarOf({ holidays: [...everywhere, ...holidays], orders })];
    }),
  );
}

/** A print of each place that brought something, `nation` among them: another print, other days. */
export async function calendarPrints(context: Context): Promise<Record<string, string>> {
  const known = await closedDays(context, null);
  return Object.fromEntries([...known.values()].map((one) => [one.place, printOf(calendarOf(one))]));
}

const listColumns = sql`l.id, l.place, l.year, l.source, l.notified_on, l.replaces, o.name as imported_by_name, l.imported_at`;

/** Every list of the place and year, the one that counts first. */
export async function listsOf(context: Context, place: string, year: number): Promise<HolidayList[]> {
  const { rows } = await sql<HolidayList>`select ${listColumns} from holiday_list l join officer o on o.id = l.imported_by
    where l.place = ${place} and l.year = ${year} order by l.imported_at desc, l.id desc`.execute(context.db);
  return rows;
}

export type ListedYear = { place: string; year: number; days: number; notifiedOn: Day };

/** Of each place and year between these the list that counts, with how many days it closes. */
export async function currentLists(context: Context, from: number, to: number): Promise<ListedYear[]> {
  const { rows } = await sql<ListedYear>`select l.place, l.year, l.notified_on,
      (select count(distinct h.day) from holiday h where h.list_id = l.id and h.kind = 'gazetted')::int as days
    from holiday_list l where l.year between ${from} and ${to} and ${current} order by l.place, l.year`.execute(context.db);
  return rows;
}

/** The days of lists, by list, in order. */
export async function holidaysOf(context: Context, listIds: readonly string[]): Promise<Map<string, Holiday[]>> {
  const { rows } = await sql<
    Holiday & { listId: string }
  >`select list_id, day, name, kind from holiday where list_id = any (${listIds as string[]}::uuid[])
    order by day, name`.execute(context.db);
  return Map.groupBy(rows, ({ listId }) => listId);
}

/** In the order they were recorded. */
export async function saturdayOrders(context: Context, stateCode: string): Promise<SaturdayOrder[]> {
  const { rows } = await sql<SaturdayOrder>`select s.state_code, s.from_on, s.saturdays, s.source, o.name as recorded_by_name, s.recorded_at
    from closed_saturdays s join officer o on o.id = s.recorded_by where s.state_code = ${stateCode} order by s.recorded_at, s.id`.execute(
    context.db,
  );
  return rows;
}

export async function statesWithSaturdays(context: Context): Promise<Set<string>> {
  const { rows } = await sql<{ stateCode: string }>`select distinct state_code from closed_saturdays`.execute(context.db);
  return new Set(rows.map(({ stateCode }) => stateCode));
}
