// `match link`: finds the pairs of two spreadsheets, or the repeats within one, each with a probability that means something.
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { scored, truthPairs } from '../../src/linking/evaluating.ts';
import { pairInCells } from '../../src/linking/explaining.ts';
import { type Linked, finishLinking, startLinking } from '../../src/linking/linking.ts';
import type { Records } from '../../src/linking/records.ts';
import { type Resolved, clustersOf } from '../../src/linking/resolving.ts';
import { parseModel } from '../../src/linking/weights.ts';
import { rowWriter } from './cells.ts';
import { tell } from './evaluate.ts';
import { findTogether, startThreads } from './find.ts';
import { checkJournal, openJournal } from './journal.ts';
import { fileOptions, inWords, loadRecords, readJson } from './load.ts';
import { say } from './say.ts';
import { Mistake } from './mistake.ts';
import { checkOutputs, writeLines } from './outputs.ts';

const mostExplained = 100_000;

function* pairLines(records: Records, pairs: readonly Resolved[]): Generator<string> {
  yield 'id_left\tid_right\tprobability';
  for (const { one, other, probability } of pairs) yield `${records.ids[one]}\t${records.ids[other]}\t${probability.toFixed(4)}`;
}

function* reviewLines(path: string, records: Records, linked: Linked, pairs: readonly Resolved[]): Generator<string> {
  const row = rowWriter(path);
  const fields = [...records.columns.keys()].flatMap((field) => [`${field} left`, `${field} right`, `${field} bits`]);
  yield row(['id_left', 'id_right', 'probability', ...fields, 'household bits', 'other records bits', 'prior bits']);
  for (const { one, other, probability } of pairs.slice(0, mostExplained)) {
    const cells = pairInCells(records, linked.explain(one, other), one, other);
    yield row([records.ids[one]!, records.ids[other]!, probability.toFixed(4), ...cells]);
  }
}

function* clusterLines(records: Records, clusters: Uint32Array): Generator<string> {
  yield 'id\tcluster';
  for (const [record, cluster] of clusters.entries()) yield `${records.ids[record]}\t${records.ids[cluster]}`;
}

const options = {
  ...fileOptions,
  model: { type: 'string' },
  out: { type: 'string' },
  review: { type: 'string' },
  clusters: { type: 'string' },
  threshold: { type: 'string', default: '0.01' },
  'one-to-one': { type: 'boolean', default: false },
  threads: { type: 'string' },
  'save-every': { type: 'string', default: '30' },
} as const;

/** All that the found pairs depend on: the files as they are, what their columns say, and the weights. */
function journalKey(
  { left, right, mapping, id }: { left?: string; right?: string; mapping?: string; id?: string },
  model: unknown,
): string {
  const files = [left, right, mapping].map((path) => (path ? [path, statSync(path).size, statSync(path).mtimeMs] : null));
  return createHash('sha256')
    .update(JSON.stringify([files, id, model]))
    .digest('hex');
}

export async function linkFiles(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const { out, review, clusters } = values;
  if (!out) throw new Mistake('--out is missing: say where to write the pairs');
  const threshold = Number(values.threshold);
  if (!(threshold >= 0 && threshold <= 1)) throw new Mistake(`--threshold ${values.threshold}: must be from 0 to 1`);
  const threads = values.threads === undefined ? null : Number(values.threads);
  if (threads !== null && !(Number.isInteger(threads) && threads >= 1 && threads <= 64))
    throw new Mistake(`--threads ${values.threads}: must be a whole number from 1 to 64`);
  const saveEvery = Number(values['save-every']);
  if (!(saveEvery >= 0)) throw new Mistake(`--save-every ${values['save-every']}: must be a number of seconds`);
  if (clusters && values.right) throw new Mistake('--clusters is for repeats within one file: leave --right out');
  const unfinished = `${out}.unfinished`;
  const read = { '--left': values.left, '--right': values.right, '--mapping': values.mapping, '--model': values.model };
  checkOutputs({ '--out': out, '--review': review, '--clusters': clusters }, { ...read, 'what an interrupted run keeps': unfinished });
  checkJournal(unfinished);
  await inWords(async () => {
    const model = values.model ? parseModel(readJson(values.model)) : null;
    const records = await loadRecords(values);
    const crew = startThreads(records, threads);
    const started = startLinking(records, model);
    say(model ? 'weights read' : 'weights learned');
    const journal = openJournal(unfinished, journalKey(values, started.model));
    const linked = finishLinking(started, await findTogether(started, crew, journal, saveEvery), values['one-to-one']);
    const pairs = linked.pairs.filter(({ probability }) => probability >= threshold);
    await writeLines(out, pairLines(records, pairs));
    if (review) await writeLines(review, reviewLines(review, records, linked, pairs));
    if (clusters) await writeLines(clusters, clusterLines(records, clustersOf(linked.pairs, records.ids.length)));
    journal.close();
    if (linked.purged > 0) say(`${linked.purged} pairs share only what is too common to be worth comparing; they were not looked at`);
    say(
      `${pairs.length} pairs at ${threshold} or more written to ${out}; about ${Math.round(linked.model.expected)} are thought to be true`,
    );
    if (records.truth) tell(scored(pairs, truthPairs(records), records.ids.length));
  });
}
