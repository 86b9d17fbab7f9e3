// Scores the matcher against the invented nation's truth file, which no door can read: how often is the true pair shown, and first?
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { type Figure, atMost, printFigures } from './figures.ts';

const { values: options } = parseArgs({
  options: { database: { type: 'string' }, data: { type: 'string', default: './.data' }, json: { type: 'boolean', default: false } },
});

type Truth = { missingReference: string; foundReference: string; hardCase: string | null };
type Ranked = { missing: string; found: string; rank: number; probability: number };

const ratio = (id: string, hits: number, of: number): Figure => atMost(id, of === 0 ? 0 : hits / of, 'share', of, null);

async function ranked(client: pg.Client): Promise<Map<string, Ranked>> {
  const { rows } = await client.query<Ranked>(`select m.reference as missing, f.reference as found, c.probability,
      rank() over (partition by c.missing_id order by c.probability desc, c.total_bits desc)::int as rank
    from match_candidate c join record m on m.id = c.missing_id join record f on f.id = c.found_id
    where c.band <> 'weak' and c.standing in ('open', 'unsure', 'different')`);
  return new Map(rows.map((row) => [`${row.missing} ${row.found}`, row]));
}

/** Pairs a matcher could still find: both records open, nobody has judged them the same. */
async function findable(client: pg.Client, truth: Truth[]): Promise<Truth[]> {
  const { rows } = await client.query<{ reference: string }>(`select reference from record r where closed_at is null
    and not exists (select 1 from match_candidate c where c.standing = 'same' and r.id in (c.missing_id, c.found_id))`);
  const open = new Set(rows.map((row) => row.reference));
  return truth.filter((pair) => open.has(pair.missingReference) && open.has(pair.foundReference));
}

async function main(): Promise<void> {
  const client = new pg.Client({ connectionString: options.database ?? process.env['DATABASE_URL'] });
  await client.connect();
  const truth = JSON.parse(readFileSync(join(options.data, 'truth.json'), 'utf8')) as Truth[];
  const pairs = await findable(client, truth);
  const shown = await ranked(client);
  await client.end();
  const hits = pairs.map((pair) => shown.get(`${pair.missingReference} ${pair.foundReference}`));
  const isTrue = new Set(truth.map((pair) => `${pair.missingReference} ${pair.foundReference}`));
  const likely = [...shown].filter(([, row]) => row.probability >= 0.5);
  printFigures(
    [
      ratio('true pair shown to the officer', hits.filter(Boolean).length, pairs.length),
      ratio('true pair shown first', hits.filter((hit) => hit?.rank === 1).length, pairs.length),
      ratio('true pair called likely', hits.filter((hit) => hit && hit.probability >= 0.5).length, pairs.length),
      ratio('pairs called likely that are true', likely.filter(([pair]) => isTrue.has(pair)).length, likely.length),
      atMost(
        'pairs shown per missing child with any',
        shown.size / Math.max(1, new Set([...shown.values()].map((row) => row.missing)).size),
        'pairs',
        shown.size,
        null,
      ),
    ],
    options.json,
  );
}

await main();
