// Compliance with one directive: by State of the nation, by district of a State, by office of a district; each point with the period it is shown of.
import { type Day, type Instant, dayOf, isDay } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Area } from '../officers/index.ts';
import { allDistricts, allStates } from '../places/index.ts';
import {
  type CasesAt,
  type PointAt,
  type PostsAt,
  type ReachedAt,
  casesBy,
  casesCountedAt,
  officesNamed,
  pointsBy,
  postsBy,
  reachedBy,
} from './compliance-store.ts';
import type { Directive, Point } from './directive.ts';
import { isAsked, isOfCases, keepingOf } from './law-duty.ts';
import { type Cell, coarse } from './small-cells.ts';
import { lastEnded, periodOf, periodsBetween } from './term.ts';

/** `period`: what the figures of the point are of; null where the offices are not asked. */
export type PointShown = { point: Point; period: Day | null };
export type PlaceRow = {
  place: string;
  name: string;
  /** Of an office. */
  telephone: string | null;
  kind: string | null;
  reached: ReachedAt;
  points: ReadonlyMap<string, PointAt>;
  /** By id of the point. */
  posts: ReadonlyMap<string, PostsAt>;
  /** Duties of children, by id of the point. */
  cases: ReadonlyMap<string, CasesTold>;
};
export type CasesTold = { [Count in 'open' | 'late' | 'met' | 'metLate']: Cell };
/** `exact`: the reader may see the children, and is told how many exactly. `casesAt`: when duties of children were last counted; null where no point is one, or before the first count. */
export type Compliance = { shown: PointShown[]; rows: PlaceRow[]; total: PlaceRow; months: Day[]; casesAt: Instant | null; exact: boolean };

/** `trail`: State and district of the area, the wider first. `wrong`: the place asked for is none, or not the reader's. */
export type Asked = {
  directive: Directive;
  area: Area;
  widest: Area;
  trail: { code: string; name: string }[];
  month: string;
  wrong: boolean;
};

const MONTHS_OFFERED = 24;

/** Months since the directive was issued, the running one first. */
export function monthsOf({ issuedAt }: Pick<Directive, 'issuedAt'>, now: Instant): Day[] {
  return periodsBetween('monthly', dayOf(issuedAt ?? now), dayOf(now))
    .toReversed()
    .slice(0, MONTHS_OFFERED);
}

/** `month` asked for, `YYYY-MM`: of what is answered each month that one, of what is each quarter the one it lies in; else the last that has ended. */
export function periodShown(directive: Pick<Directive, 'dated' | 'issuedAt'>, point: Point, month: string, now: Instant): Day {
  if (point.repeats === 'once') return directive.dated;
  const asked = `${month}-01`;
  return isDay(asked) ? periodOf(point.repeats, asked) : lastEnded(point.repeats, dayOf(directive.issuedAt ?? now), dayOf(now));
}

export async function complianceOf(
  context: Context,
  directive: Directive,
  points: readonly Point[],
  area: Area,
  month: string,
  seesChildren: boolean,
): Promise<Compliance> {
  const shown = points.map((point) => ({ point, period: isAsked(point) ? periodShown(directive, point, month, context.now) : null }));
  const wanted = shown.flatMap(({ point: { id }, period }) => (period === null ? [] : [{ pointId: id, period }]));
  const reached = await reachedBy(context, directive.id, area);
  const byPlace = Map.groupBy(await pointsBy(context, wanted, area), ({ place }) => place);
  const posts = await postsOf(context, points, area);
  const ofCases = points.filter(isOfCases).map(({ id }) => id);
  const allCases = await casesBy(context, ofCases, area);
  const places = placesOf(area, reached, [...posts.values()].flat(), allCases);
  const cases = area.level === 'district' && places.length > 0 ? allCases : allCases.filter(({ place }) => places.includes(place));
  const named = await namesIn(context, area, places);
  const reachedAt = new Map(reached.map((one) => [one.place, one]));
  const rows = places.map((place): PlaceRow => {
    const { name, telephone = null, kind = null } = named.get(place) ?? { name: '' };
    const own = new Map((byPlace.get(place) ?? []).map((counts) => [counts.pointId, counts]));
    const ownPosts = [...posts].flatMap(([id, all]): [string, PostsAt][] =>
      all.filter((one) => one.place === place).map((one) => [id, one]),
    );
    const none = { place, offices: 0, acknowledged: 0, silentSince: null };
    const ownCases = new Map(cases.filter((one) => one.place === place).map((one) => [one.pointId, toldOf(one, seesChildren)]));
    return { place, name, telephone, kind, reached: reachedAt.get(place) ?? none, points: own, posts: new Map(ownPosts), cases: ownCases };
  });
  const casesAt = ofCases.length > 0 ? await casesCountedAt(context) : null;
  return {
    shown,
    rows: rows.toSorted(silentFirst),
    total: totalOf(rows, cases, seesChildren),
    months: monthsOf(directive, context.now),
    casesAt,
    exact: seesChildren,
  };
}

/**
 * States and districts the directive reached somebody in. Where it reached a State at all, its districts stand too by their posts and duties: the State's
 * own office may be the only addressee of an order about them.
 */
function placesOf(area: Area, reached: readonly ReachedAt[], posts: readonly PostsAt[], cases: readonly CasesAt[]): string[] {
  const more = area.level === 'state' && reached.length > 0 ? [...posts, ...cases] : [];
  return [...new Set([...reached, ...more].map(({ place }) => place))];
}

/** The smallest share acknowledged first; of equal shares the one silent the longest. */
function silentFirst({ reached: one, name }: PlaceRow, { reached: other, name: otherName }: PlaceRow): number {
  const share = ({ acknowledged, offices }: ReachedAt): number => (offices === 0 ? 1 : acknowledged / offices);
  if (share(one) !== share(other)) return share(one) - share(other);
  if (one.silentSince !== other.silentSince) return (one.silentSince ?? '~') < (other.silentSince ?? '~') ? -1 : 1;
  return name < otherName ? -1 : 1;
}

type Named = { name: string; telephone?: string | null; kind?: string };

async function namesIn(context: Context, area: Area, ids: readonly string[]): Promise<Map<string, Named>> {
  if (area.level === 'district') return new Map((await officesNamed(context, ids)).map((office) => [office.id, office]));
  const places = area.level === 'nation' ? await allStates(context) : await allDistricts(context);
  return new Map(places.map(({ code, name }) => [code, { name }]));
}

/** Of each point whose duty is a post to fill: by place of the area, how many such posts there are and how many nobody holds. */
async function postsOf(context: Context, points: readonly Point[], area: Area): Promise<Map<string, PostsAt[]>> {
  const found = new Map<string, PostsAt[]>();
  for (const { id, setsDuty } of points) {
    const keeping = setsDuty === null ? null : keepingOf(setsDuty);
    if (keeping?.by === 'posts') found.set(id, await postsBy(context, keeping.kind, area));
  }
  return found;
}

function toldOf({ open, late, met, metLate }: Omit<CasesAt, 'place' | 'pointId'>, exactly: boolean): CasesTold {
  const tell = (count: number): Cell => (exactly ? count : coarse(count));
  return { open: tell(open), late: tell(late), met: tell(met), metLate: tell(metLate) };
}

function totalOf(rows: readonly PlaceRow[], cases: readonly CasesAt[], seesChildren: boolean): PlaceRow {
  const sum = <Row>(list: readonly Row[], read: (row: Row) => number): number => list.reduce((all, row) => all + read(row), 0);
  const silent = rows.flatMap(({ reached: { silentSince } }) => silentSince ?? []).toSorted();
  const ids = [...new Set(rows.flatMap(({ points }) => [...points.keys()]))];
  const points = ids.map((pointId): [string, PointAt] => {
    const own = rows.flatMap((row) => row.points.get(pointId) ?? []);
    const figures = own.flatMap(({ figure }) => figure ?? []);
    const add = (field: 'offices' | 'done' | 'doneLate' | 'notApplicable' | 'notYet' | 'late'): number => sum(own, (one) => one[field]);
    const figure = figures.length > 0 ? sum(figures, (one) => one) : null;
    return [pointId, { place: '', pointId, offices: add('offices'), done: add('done'), doneLate: add('doneLate'), notApplicable: add('notApplicable'), notYet: add('notYet'), late: add('late'), figure }]; // prettier-ignore
  });
  const postIds = [...new Set(rows.flatMap(({ posts }) => [...posts.keys()]))];
  const posts = postIds.map((id): [string, PostsAt] => {
    const own = rows.flatMap((row) => row.posts.get(id) ?? []);
    return [id, { place: '', posts: sum(own, (one) => one.posts), vacant: sum(own, (one) => one.vacant) }];
  });
  const reached = { place: '', offices: sum(rows, (row) => row.reached.offices), acknowledged: sum(rows, (row) => row.reached.acknowledged), silentSince: silent[0] ?? null }; // prettier-ignore
  const casesOf = [...Map.groupBy(cases, ({ pointId }) => pointId)].map(([pointId, own]): [string, CasesTold] => {
    const add = (field: 'open' | 'late' | 'met' | 'metLate'): number => sum(own, (one) => one[field]);
    return [pointId, toldOf({ open: add('open'), late: add('late'), met: add('met'), metLate: add('metLate') }, seesChildren)];
  });
  return {
    place: '',
    name: '',
    telephone: null,
    kind: null,
    reached,
    points: new Map(points),
    posts: new Map(posts),
    cases: new Map(casesOf),
  };
}
