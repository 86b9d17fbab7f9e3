// What the league page shows: the figures, the names of its places, and the way up.
import type { Instant } from '../../kernel/time.ts';
import { uploadPolicy } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import { allDistricts, allStates } from '../places/index.ts';
import { arrivalsByPlace } from './arrivals.ts';
import type { Area } from '../officers/index.ts';
import type { Asked } from './form.ts';
import { type League, leagueOf } from './league.ts';
import { limitsOf } from './limits.ts';
import { arrivalCounts, countedAt, officesNamed, standingsByPlace, tallies } from './store.ts';
import { heldTo } from './tally.ts';

export type Place = { code: string; name: string; telephone: string | null };
export type LoadedLeague = {
  asked: Asked;
  league: League;
  arrivals: ReturnType<typeof arrivalsByPlace>;
  places: ReadonlyMap<string, Place>;
  trail: readonly Place[];
  /** When the figures of the nation or a State were added up, null if not yet; a district's are of this moment. */
  countedAt: Instant | null;
};

async function placesIn(context: Context, area: Area): Promise<Place[]> {
  if (area.level === 'district')
    return (await officesNamed(context, area.code)).map(({ id, name, telephone }) => ({ code: id, name, telephone }));
  const list =
    area.level === 'nation' ? await allStates(context) : (await allDistricts(context)).filter(({ stateCode }) => stateCode === area.code);
  return list.map(({ code, name }) => ({ code, name, telephone: null }));
}

/** State and district of the area, the wider first; none for the nation. */
export async function trailOf(context: Context, area: Area): Promise<Place[]> {
  if (area.level === 'nation') return [];
  const stateCode = area.level === 'state' ? area.code : area.stateCode;
  const state = (await allStates(context)).filter(({ code }) => code === stateCode);
  const district = area.level === 'district' ? (await allDistricts(context)).filter(({ code }) => code === area.code) : [];
  return [...state, ...district].map(({ code, name }) => ({ code, name, telephone: null }));
}

export async function loadLeague(context: Context, asked: Asked): Promise<LoadedLeague> {
  const { area, month, kind } = asked;
  const counts = heldTo(limitsOf(uploadPolicy, month), await tallies(context, area, month));
  const standings = await standingsByPlace(context, area, month);
  const places = await placesIn(context, area);
  return {
    asked,
    league: leagueOf(counts, standings, kind),
    arrivals: arrivalsByPlace(await arrivalCounts(context, area, month)),
    places: new Map(places.map((place) => [place.code, place])),
    trail: await trailOf(context, area),
    countedAt: area.level === 'district' ? context.now : await countedAt(context, month),
  };
}
