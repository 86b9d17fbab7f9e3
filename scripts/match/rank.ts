// `match rank`: for each query, the names of a list that are most like it, best first, in whatever script either is written.
import { parseArgs } from 'node:util';
import {
  type TextRanking,
  addText as addRanked,
  rankText,
  settleTexts,
  startTextRanking,
} from '../../src/modules/matching/ranking/index.ts';
import { checkedIds } from './ids.ts';
import { Mistake } from './mistake.ts';
import { checkOutputs, writeLines } from './outputs.ts';
import { say } from './say.ts';
import { type TextColumn, addText, appendText, startTexts, textAt } from './text-column.ts';
import { readTextRows, requireFile } from './tsv.ts';

const mostTop = 10_000;
/** Letters of a text that are kept to compare spellings with. */
const longestText = 300;

type Corpus = { ranking: TextRanking; ids: TextColumn };

async function readCorpus(path: string): Promise<Corpus> {
  const [ids, texts] = [startTexts(), startTexts()];
  const ranking = startTextRanking((record) => textAt(texts, record));
  const check = checkedIds(path, true);
  for await (const { id, text, line } of readTextRows(path, 'cid')) {
    if (!addText(ids, id)) throw new Mistake(`${path}, line ${line}: the cid "${id}" stands there twice`);
    check.take(id, line);
    const kept = text.slice(0, longestText);
    appendText(texts, kept);
    addRanked(ranking, kept);
  }
  await check.end(asLines);
  settleTexts(ranking);
  say(ids.count === 0 ? `WARNING: ${path} has a header but no rows; every answer will be empty` : `${ids.count} names read`);
  return { ranking, ids };
}

const asLines = async (lines: readonly number[]): Promise<readonly number[]> => lines;

/** Before the long work: a query nobody could find again in the output, or twice, is told at once. */
async function checkQueries(path: string): Promise<void> {
  const asked = startTexts();
  const check = checkedIds(path, false);
  for await (const { id, line } of readTextRows(path, 'qid')) {
    if (!addText(asked, id)) throw new Mistake(`${path}, line ${line}: the qid "${id}" stands there twice`);
    check.take(id, line);
  }
  await check.end(asLines);
  if (asked.count === 0) say(`WARNING: ${path} has a header but no rows`);
}

async function* answers({ ranking, ids }: Corpus, queries: string, top: number): AsyncGenerator<string> {
  yield 'qid\tcids';
  let count = 0;
  for await (const { id, text } of readTextRows(queries, 'qid')) {
    const found = rankText(ranking, text.slice(0, longestText), top);
    yield `${id}\t${found.map((record) => textAt(ids, record)).join(',')}`;
    if (++count % 1000 === 0) say(`${count} queries answered`);
  }
  say(`${count} queries answered`);
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
  checkOutputs({ '--out': values.out }, { '--corpus': corpusFile, '--queries': queriesFile });
  await checkQueries(queriesFile);
  await writeLines(values.out, answers(await readCorpus(corpusFile), queriesFile, top));
  say(`written to ${values.out}`);
}
