// A month's figures of a place, by kind of authority and by the places or offices in it.
import type { Instant } from '../../kernel/time.ts';
import { type UploadOffice, uploadOffices } from '../../law/index.ts';
import { percentileBorder } from './lag.ts';
import type { StandingRow } from './store.ts';
import type { CountRow } from './tally.ts';

/** Fewer entries than this say little of anybody: listed apart, without a rank. */
export const FEW = 10;

export type Figures = {
  entries: number;
  /** Upper borders in hours; null of no entries. */
  p50: number | null;
  p90: number | null;
  p95: number | null;
  /** Entries held to hours, and how many of them came within. */
  timed: number;
  inTime: number;
  offices: number;
  silent: number;
  oldestLate: Instant | null;
};
export type LeagueRow = Figures & { place: string };

/** In per cent, whole, rounded down so that only all is 100; null where nothing was held to hours. */
export function shareOf({ timed, inTime }: Pick<Figures, 'timed' | 'inTime'>): number | null {
  return timed === 0 ? null : Math.floor((100 * inTime) / timed);
}

function figuresOf(counts: readonly CountRow[], standings: readonly StandingRow[]): Figures {
  const sum = <Row>(rows: readonly Row[], read: (row: Row) => number): number => rows.reduce((total, row) => total + read(row), 0);
  const late = standings.flatMap(({ oldestLate }) => (oldestLate === null ? [] : [oldestLate])).toSorted();
  const [p50, p90, p95] = [0.5, 0.9, 0.95].map((share) => percentileBorder(counts, share)) as [number | null, number | null, number | null];
  return {
    entries: sum(counts, ({ entries }) => entries),
    p50,
    p90,
    p95,
    timed: sum(counts, ({ timed }) => timed),
    inTime: sum(counts, ({ inTime }) => inTime),
    offices: sum(standings, ({ offices }) => offices),
    silent: sum(standings, ({ silent }) => silent),
    oldestLate: late[0] ?? null,
  };
}

/** The smallest share in time first: where to ring first. Of equal shares the slower. */
function slowestFirst(one: LeagueRow, other: LeagueRow): number {
  return (shareOf(one) ?? 101) - (shareOf(other) ?? 101) || (other.p90 ?? 0) - (one.p90 ?? 0) || other.entries - one.entries;
}

export type League = {
  byKind: { kind: UploadOffice; figures: Figures }[];
  /** Of the chosen kind. */
  ranked: LeagueRow[];
  few: LeagueRow[];
  silent: LeagueRow[];
};

export function leagueOf(counts: readonly CountRow[], standings: readonly StandingRow[], chosen: UploadOffice): League {
  const [countsOf, standingsOf] = [Map.groupBy(counts, ({ kind }) => kind), Map.groupBy(standings, ({ kind }) => kind)];
  const byKind = uploadOffices.map((kind) => ({ kind, figures: figuresOf(countsOf.get(kind) ?? [], standingsOf.get(kind) ?? []) }));
  const ofPlace = Map.groupBy(countsOf.get(chosen) ?? [], ({ place }) => place);
  const standingOf = Map.groupBy(standingsOf.get(chosen) ?? [], ({ place }) => place);
  const places = [...new Set([...ofPlace.keys(), ...standingOf.keys()])];
  const rows = places
    .map((place) => ({ place, ...figuresOf(ofPlace.get(place) ?? [], standingOf.get(place) ?? []) }))
    .toSorted(slowestFirst);
  const isSilent = ({ entries, silent, offices }: LeagueRow): boolean => entries === 0 && silent === offices;
  return {
    byKind,
    ranked: rows.filter(({ entries }) => entries >= FEW),
    few: rows.filter((row) => row.entries < FEW && !isSilent(row)),
    silent: rows.filter(isSilent),
  };
}
