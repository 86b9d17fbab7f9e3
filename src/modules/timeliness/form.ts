// What a reader asks of the figures: a month, a kind of authority, a place. What cannot be is said beside its field, and what was asked stays.
import { type Day, type Instant, addMonths, dayOf, isDay } from '../../kernel/time.ts';
import { type UploadOffice, uploadOffices } from '../../law/index.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import type { Params } from '../../web/route.ts';
import { allStates, districtOf } from '../places/index.ts';
import { type Area, contains, widestArea } from './area.ts';

/** How many months back the figures are offered. */
const MONTHS_BACK = 24;

/** The first day of the month it is in India. */
export function monthOf(at: Instant): Day {
  return `${dayOf(at).slice(0, 7)}-01` as Day;
}

/** The months offered, the running one first. */
export function monthsOffered(now: Instant): Day[] {
  return Array.from({ length: MONTHS_BACK }, (_, back) => addMonths(monthOf(now), -back));
}

/** `YYYY-MM` of a month that has begun; else the key of what is wrong with it. */
export function readMonth(text: string, now: Instant): { month: Day } | { wrong: string } {
  const month = `${text}-01`;
  if (!/^\d{4}-\d\d$/.test(text) || !isDay(month)) return { wrong: 'timeliness.error.notAMonth' };
  return month > monthOf(now) ? { wrong: 'timeliness.error.future' } : { month };
}

export type Asked = {
  month: Day;
  kind: UploadOffice;
  area: Area;
  widest: Area;
  values: { month: string; kind: string; place: string };
  /** Keys of the catalogues, by field. */
  wrong: Record<string, string>;
};

async function areaNamed(context: Context, place: string): Promise<Area | undefined> {
  const district = await districtOf(context, place);
  if (district) return { level: 'district', code: district.code, stateCode: district.stateCode };
  const state = (await allStates(context)).find(({ code }) => code === place);
  return state && { level: 'state', code: state.code };
}

/** Null for an officer whose office stands for no place. Without a month: the last that is over, since late entries of the running one are still to come. */
export async function readAsked(context: Context, actor: OfficerActor, query: Params): Promise<Asked | null> {
  const widest = widestArea(actor);
  if (!widest) return null;
  const before = addMonths(monthOf(context.now), -1);
  const month = query.month ? readMonth(query.month, context.now) : { month: before };
  const kind = query.kind ? uploadOffices.find((each) => each === query.kind) : uploadOffices[0];
  const named = query.place ? await areaNamed(context, query.place) : widest;
  const area = named && contains(widest, named) ? named : undefined;
  const wrong: Record<string, string> = {};
  if ('wrong' in month) wrong['month'] = month.wrong;
  if (!kind) wrong['kind'] = 'web.error.notAChoice';
  if (!area) wrong['place'] = 'timeliness.error.place';
  const chosen = 'month' in month ? month.month : before;
  return {
    month: chosen,
    kind: kind ?? uploadOffices[0],
    area: area ?? widest,
    widest,
    values: { month: query.month ?? chosen.slice(0, 7), kind: query.kind ?? uploadOffices[0], place: query.place ?? '' },
    wrong,
  };
}
