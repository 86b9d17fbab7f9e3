// SQL of places. The list is small and changes a few times a year, so each process keeps it for ten minutes.
import { sql } from 'kysely';
import { type Instant, addMinutes } from '../../kernel/time.ts';
import type { Context, Tools } from '../../platform/context.ts';
import { type District, type State, matchDistricts } from './place.ts';
import { type LikelyDestination, type RailLine, destinationsAlong, neighboursOf } from './rail.ts';

type Places = { states: State[]; districts: District[]; lines: RailLine[]; byCode: Map<string, District>; until: Instant };
const kept = new WeakMap<Tools, Places>();
const KEEP_MINUTES = 10;

async function places(context: Context): Promise<Places> {
  const known = kept.get(context.tools);
  if (known && context.now < known.until) return known;
  const states = await sql<State>`select code, lgd_code, name, native_name, languages from state order by name`.execute(context.db);
  const { rows } = await sql<District>`select d.code, d.state_code, s.name as state_name, d.name, d.native_name, d.latitude, d.longitude
    from district d join state s on s.code = d.state_code order by s.name, d.name`.execute(context.db);
  const lines = await sql<RailLine>`select line, array_agg(district_code order by position) as districts from rail_stop group by line
    order by line`.execute(context.db);
  const byCode = new Map(rows.map((district) => [district.code, district]));
  const fresh = { states: states.rows, districts: rows, lines: lines.rows, byCode, until: addMinutes(context.now, KEEP_MINUTES) };
  if (rows.length > 0) kept.set(context.tools, fresh); // an empty answer means the seed is still running
  return fresh;
}

/** In order of name. */
export async function allStates(context: Context): Promise<State[]> {
  return (await places(context)).states;
}

/** The languages of a State (ISO 639), the foremost first; none of a State nobody knows. */
export async function spokenIn(context: Context, stateCode: string): Promise<readonly string[]> {
  return (await allStates(context)).find(({ code }) => code === stateCode)?.languages ?? [];
}

/** In order of State, then name. */
export async function allDistricts(context: Context): Promise<District[]> {
  return (await places(context)).districts;
}

export async function districtOf(context: Context, code: string): Promise<District | undefined> {
  return (await places(context)).byCode.get(code);
}

/** At most twelve, best first; none for an empty text. */
export async function findDistricts(context: Context, typed: string): Promise<District[]> {
  return matchDistricts(await allDistricts(context), typed);
}

/** Where a child last seen in a district may be next: down the lines that pass it, else in the districts beside it. At most four. */
export async function likelyDestinations(context: Context, code: string): Promise<LikelyDestination[]> {
  const { lines, districts } = await places(context);
  const along = destinationsAlong(lines, code);
  return along.length > 0 ? along : neighboursOf(districts, code);
}
