// How late each office's entries came, counted a second time: straight from the diary, with the borders as the code lists them.
import type pg from 'pg';
import { lagBorders } from '../../src/modules/timeliness/lag.ts';

const counted = `select to_char(e.happened_at at time zone 'Asia/Kolkata', 'YYYY-MM') as month, e.by_office as office_id, e.happening,
    (select count(*) from unnest($1::float8[]) as border where border < extract(epoch from coalesce(e.entered_at, e.recorded_at)) / 3600 - extract(epoch from e.happened_at) / 3600) as bucket, count(*) as entries
  from diary_entry e where e.by_office is not null and e.corrects is null group by 1, 2, 3, 4`;

/** Counts that differ from the table's, one line each; `entries`: how many were counted. */
export async function wrongEntryLag(client: Pick<pg.Client, 'query'>): Promise<{ wrong: string[]; entries: number }> {
  const { rows } = await client.query<{ line: string; differs: boolean; entries: string }>(
    `select concat_ws(' ', coalesce(c.month, to_char(l.month, 'YYYY-MM')), coalesce(c.happening, l.happening), 'step', coalesce(c.bucket, l.bucket), c.entries, 'not', l.entries) as line,
      c.entries is distinct from l.entries as differs, coalesce(c.entries, 0) as entries
    from (${counted}) c full join entry_lag l on to_char(l.month, 'YYYY-MM') = c.month and l.office_id = c.office_id and l.happening = c.happening and l.bucket = c.bucket`,
    [lagBorders.filter(Number.isFinite)],
  );
  return {
    wrong: rows.filter(({ differs }) => differs).map(({ line }) => line),
    entries: rows.reduce((sum, row) => sum + Number(row.entries), 0),
  };
}
