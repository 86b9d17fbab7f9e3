// SQL of how each place stands with the police's system: counted by the worker, read as it was counted. No row here is of a child.
import { sql } from 'kysely';
import type { Day, Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { Area } from '../../officers/index.ts';
import type { LagCounts, Way } from './lag-steps.ts';

export const periods = ['today', 'month'] as const;
export type Period = (typeof periods)[number];
export const counted = ['received', 'applied', 'parked', 'quarantined', 'ignored', 'waiting'] as const;
export type Counted = Record<(typeof counted)[number], number>;

export type PlaceRow = Counted & {
  place: string;
  lastHeard: Instant | null;
  /** Of what waits, is parked or in quarantine. */
  oldestOpen: Instant | null;
  mismatches: { 'no-record': number; 'no-paper': number; 'traced-in-one': number; differs: number; duplicate: number };
  stations: number;
  stationsWhole: number;
  completeUpTo: Instant | null;
  countedAt: Instant;
};

/** The State's districts, the nation's States, or the one district. */
const placesOf = (area: Area) =>
  area.level === 'nation'
    ? sql`p.within = 'IN'`
    : area.level === 'state'
      ? sql`p.within = ${area.code}`
      : sql`p.within = ${area.stateCode} and p.place = ${area.code}`;

export async function readPlaces({ db }: Context, area: Area, period: Period): Promise<PlaceRow[]> {
  const { rows } =
    await sql<PlaceRow>`select p.place, p.last_heard, p.oldest_open, p.stations, p.stations_whole, p.complete_up_to, p.counted_at,
      jsonb_build_object('no-record', p.no_record, 'no-paper', p.no_paper, 'traced-in-one', p.traced_in_one, 'differs', p.differs, 'duplicate', p.duplicate) as mismatches,
      coalesce(s.received, 0)::int as received, coalesce(s.waiting, 0)::int as waiting, coalesce(s.applied, 0)::int as applied, coalesce(s.parked, 0)::int as parked,
      coalesce(s.quarantined, 0)::int as quarantined, coalesce(s.ignored, 0)::int as ignored
    from exchange_place p left join exchange_standing s on s.within = p.within and s.place = p.place and s.period = ${period}
    where ${placesOf(area)} order by p.place = '', p.place`.execute(db);
  return rows;
}

export type PlaceLag = LagCounts & { place: string; step: Way };

export async function readLags({ db }: Context, area: Area, period: Period): Promise<PlaceLag[]> {
  const { rows } =
    await sql<PlaceLag>`select p.place, p.step, p.buckets, p.entries::int[] from exchange_standing_lag p where ${placesOf(area)} and p.period = ${period}`.execute(
      db,
    );
  return rows;
}

/** Days to count again, the newest first; all, where nothing was counted yet. */
export async function daysDue({ db, now }: Context): Promise<Day[]> {
  const { rows } = await sql<{
    day: Day;
  }>`select to_char(d, 'YYYY-MM-DD') as day from exchange_days_due((select max(counted_at) from exchange_place), ${now}) as d order by d desc`.execute(
    db,
  );
  return rows.map(({ day }) => day);
}

/** Workers that count the same day wait for each other: else both would add what both took away. */
export async function countDay({ db }: Context, day: Day): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('exchange day ' || ${day}::text, 0))`.execute(db);
  await sql`select count_exchange_day(${day})`.execute(db);
}

/** Two workers counting at once would take each other's rows: the second has nothing to do. */
export async function countPlaces({ db, now }: Context): Promise<void> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtextextended('exchange places', 0)) as mine`.execute(
    db,
  );
  if (rows[0]!.mine) await sql`select count_exchange_places(${now})`.execute(db);
}
