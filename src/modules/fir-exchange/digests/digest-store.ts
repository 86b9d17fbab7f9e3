// SQL of digests: those of stations, kept; a node's papers grouped by branch, read from an index that holds all they need; and what was last agreed.
import { sql } from 'kysely';
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { type Spot } from './narrow.ts';
import { type Leaf, type StationSummary, type Summary, digits, emptyDigest } from './tree.ts';

const digestOf = sql`encode(sha256(string_agg(p.leaf, ''::bytea order by p.place)), 'hex')`;
/** Papers of which the node has told something: one a station typed in has nothing to compare yet. */
const told = sql`p.leaf is not null`;

/** Nodes of which a station's papers changed since its digest was kept. */
export async function changedNodes({ db }: Context): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select distinct node_code as code from exchange_station_changed order by 1`.execute(db);
  return rows.map(({ code }) => code);
}

export async function renewDigests({ db }: Context, nodeCode: string): Promise<void> {
  await sql`select renew_station_digests(${nodeCode})`.execute(db);
}

export async function stationSummaries(context: Context, nodeCode: string): Promise<StationSummary[]> {
  await renewDigests(context, nodeCode);
  const { rows } = await sql<StationSummary>`select station_code as station, papers as count, encode(digest, 'hex') as digest
    from exchange_station_digest where node_code = ${nodeCode} and papers > 0 order by station_code collate "C"`.execute(context.db);
  return rows;
}

/** The branches asked for, numbered, with the first and last place each holds. */
function asked(spots: readonly Spot[]) {
  const list = spots.map(({ station, prefix }, at) => ({
    at,
    station,
    length: prefix.length,
    from: prefix.padEnd(64, '0'),
    until: prefix.padEnd(64, 'f'),
  }));
  return sql`jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as asked (at int, station text, length int, "from" text, until text)`;
}
const inBranch = sql`p.station_code = asked.station and p.place between decode(asked."from", 'hex') and decode(asked.until, 'hex')`;

/** The sixteen branches below each. */
export async function branchesBelow(context: Context, nodeCode: string, spots: readonly Spot[]): Promise<Summary[][]> {
  const { rows } = await sql<
    Summary & { at: number; digit: string }
  >`select asked.at, substr(encode(p.place, 'hex'), asked.length + 1, 1) as digit,
      count(*)::int as count, ${digestOf} as digest
    from ${asked(spots)} join exchange_paper p on p.node_code = ${nodeCode} and ${inBranch} where ${told} group by 1, 2`.execute(
    context.db,
  );
  const found = spots.map(() => digits.map((): Summary => ({ count: 0, digest: emptyDigest })));
  for (const { at, digit, count, digest } of rows) found[at]![digits.indexOf(digit as (typeof digits)[number])] = { count, digest };
  return found;
}

export async function leavesUnder(context: Context, nodeCode: string, spots: readonly Spot[]): Promise<Leaf[][]> {
  const { rows } = await sql<
    Leaf & { at: number }
  >`select asked.at, p.paper_key, p.last_sequence as sequence, encode(p.last_digest, 'hex') as digest
    from ${asked(spots)} join exchange_paper p on p.node_code = ${nodeCode} and ${inBranch} where ${told} order by asked.at, p.place`.execute(
    context.db,
  );
  const found = spots.map((): Leaf[] => []);
  for (const { at, ...leaf } of rows) found[at]!.push(leaf);
  return found;
}

export type Compared = { station: string; here: Summary; there: Summary };

/**
 * The last word on each station; `complete_up_to` moves on where both sides hold the same, and never back. Of stations that do not differ what is kept here is the word
 * of both: it stands still until the transaction ends, as only one at a time renews the digests of a node.
 */
export async function noteCompared(
  context: Context,
  nodeCode: string,
  upTo: Instant,
  day: string,
  differing: readonly Compared[],
): Promise<void> {
  const rows = differing.map(({ station, here, there }) => ({
    station,
    here: here.count,
    hereDigest: here.digest,
    there: there.count,
    thereDigest: there.digest,
  }));
  await sql`with differing as materialized (
      select s.station, s.here, decode(s."hereDigest", 'hex') as here_digest, s.there, decode(s."thereDigest", 'hex') as there_digest
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s (station text, here int, "hereDigest" text, there int, "thereDigest" text)
        join stations_there_are(${differing.map(({ station }) => station)}::text[]) as known (code) on known.code = s.station)
    insert into exchange_digest as d (node_code, station_code, day, up_to, count_here, digest_here, count_there, digest_there, exchanged_at, complete_up_to)
    select ${nodeCode}, c.station, ${day}::date, ${upTo}::timestamptz, c.here, c.here_digest, c.there, c.there_digest, ${context.now}::timestamptz, c.complete from (
      select station, here, here_digest, there, there_digest, null::timestamptz as complete from differing
      union all select k.station_code, k.papers, k.digest, k.papers, k.digest, ${upTo}::timestamptz from exchange_station_digest k
        where k.node_code = ${nodeCode} and k.papers > 0 and k.station_code <> all (${differing.map(({ station }) => station)}::text[])) c
    order by c.station
    on conflict (node_code, station_code) do update set day = excluded.day, up_to = excluded.up_to, count_here = excluded.count_here, digest_here = excluded.digest_here,
      count_there = excluded.count_there, digest_there = excluded.digest_there, exchanged_at = excluded.exchanged_at,
      complete_up_to = greatest(d.complete_up_to, excluded.complete_up_to)
    where excluded.up_to >= d.up_to`.execute(context.db);
}
