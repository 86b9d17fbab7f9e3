// `match rank`: for each query, the names of a list that are most like it, best first, in whatever script either is written.
import { parseArgs } from 'node:util';
import {
  type TextRanking,
  addText as addRanked,
  rankText,
  settleTexts,
  startTextRanking,
} from '../../src/modules/matching/ranking/index.ts';
import { Mistake } from './mistake.ts';
import { type TextColumn, addText, appendText, startTexts, textAt } from './text-column.ts';
import { readTextRows, requireFile, startLines } from './tsv.ts';

const mostTop = 10_000;
/** Letters of a text that are kept to compare spellings with. */
const longestText = 300;

type Corpus = { ranking: TextRanking; ids: TextColumn };

async function readCorpus(path: string): Promise<Corpus> {
  const [ids, texts] = [startTexts(), startTexts()];
  const ranking = startTextRanking((record) => textAt(texts, record));
  for await (const { id, text } of readTextRows(path, 'cid')) {
    if (!addText(ids, id)) throw new Mistake(`${path}: the cid "${id}" stands there twice`);
    const kept = text.slice(0, longestText);
    appendText(texts, kept);
    addRanked(ranking, kept);
  }
  settleTexts(ranking);
  process.stderr.write(`${ids.count} names read\n`);
  return { ranking, ids };
}

export async function rankFiles(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { corpus: { type: 'string' }, queries: { type: 'string' }, out: { type: 'string' }, top: { type: 'string', default: '50' } },
  });
  const corpusFile = requireFile('corpus', values.corpus);
  const queriesFile = requireFile('queries', values.queries);
  if (!values.out) throw new Mistake('--out is missing: say where to write');
  const top = Number(values.top);
  if (!Number.isInteger(top) || top < 1 || top > mostTop)
    throw new Mistake(`--top ${values.top}: must be a whole number from 1 to ${mostTop}`);
  const { ranking, ids } = await readCorpus(corpusFile);
  const lines = await startLines(values.out);
  await lines.write('qid\tcids');
  const asked = startTexts();
  for await (const { id, text } of readTextRows(queriesFile, 'qid')) {
    if (!addText(asked, id)) throw new Mistake(`${queriesFile}: the qid "${id}" stands there twice`);
    const found = rankText(ranking, text.slice(0, longestText), top);
    await lines.write(`${id}\t${found.map((record) => textAt(ids, record)).join(',')}`);
    if (asked.count % 1000 === 0) process.stderr.write(`${asked.count} queries answered\n`);
  }
  await lines.end();
  process.stderr.write(`${asked.count} queries answered, written to ${values.out}\n`);
}
