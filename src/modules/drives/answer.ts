// The answer a page gives: figures of one drive, or of all between two days in some States, for the part of the nation the reader may read.
import type { Context, OfficerActor } from '../../platform/context.ts';
import { type Day, isDay } from '../../kernel/time.ts';
import { seesChildrenOf } from '../directives/index.ts';
import { type Area, contains, widestArea } from '../officers/index.ts';
import { type State, allStates } from '../places/index.ts';
import { type CountRow, countsIn } from './count-store.ts';
import type { Drive } from './drive.ts';
import { type DrivesAsked, drivesBetween } from './drive-store.ts';
import { type PlaceCounts, type Told, summed, told } from './figure.ts';

/** `rows`: by district of the raid, with its State's code. `exact`: the reader may see the children, and is told how many exactly. */
export type Figures = { total: Told; rows: (Told & { stateCode: string })[]; exact: boolean; area: Area };

function byDistrict(rows: readonly CountRow[]): (PlaceCounts & { stateCode: string })[] {
  return [...Map.groupBy(rows, ({ districtCode }) => districtCode)].map(([place, own]) => {
    const counts = new Map<string, number>();
    for (const { figure, children } of own) counts.set(figure, (counts.get(figure) ?? 0) + children);
    return { place, name: own[0]!.districtName, stateCode: own[0]!.stateCode, counts };
  });
}

export async function figuresOf(
  context: Context,
  officer: OfficerActor,
  driveIds: readonly string[],
  states: readonly string[] = [],
): Promise<Figures | null> {
  const area = widestArea(officer);
  if (!area) return null;
  const exact = seesChildrenOf(officer, area);
  const rows = byDistrict(await countsIn(context, driveIds, area, states));
  return { total: told(summed(rows), exact), rows: rows.map((row) => ({ ...told(row, exact), stateCode: row.stateCode })), exact, area };
}

/** How many drives one answer adds up. A year of the nation's; who asks for more asks for less at a time. */
export const MOST_DRIVES = 500;

export type Asked = DrivesAsked & { stateCodes: readonly State[] };

/** `from`, `to` and `states` of an address: what is no day or no State asks for nothing less. States outside the reader's own part are left out. */
export async function askedIn(context: Context, officer: OfficerActor, query: Record<string, string>): Promise<Asked> {
  const day = (text: string | undefined): Day | null => (text !== undefined && isDay(text) ? text : null);
  const area = widestArea(officer);
  const readable = (await allStates(context)).filter(({ code }) =>
    area === null ? false : area.level === 'district' ? area.stateCode === code : contains(area, { level: 'state', code }),
  );
  const named = [query['state'], query['state2'], query['state3']];
  const states = readable.map(({ code }) => code).filter((code) => named.includes(code));
  return { from: day(query['from']), to: day(query['to']), states, stateCodes: readable };
}

export type Answered = { asked: Asked; drives: Drive[]; figures: Figures | null };

export async function answerOf(context: Context, officer: OfficerActor, query: Record<string, string>): Promise<Answered> {
  const asked = await askedIn(context, officer, query);
  const drives = await drivesBetween(context, asked, MOST_DRIVES);
  const figures = await figuresOf(context, officer, drives.map(({ id }) => id), asked.states); // prettier-ignore
  return { asked, drives, figures };
}
