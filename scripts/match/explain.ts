// `match explain`: one pair in plain words, from what was known before to the probability, one line per field.
import { parseArgs } from 'node:util';
import { waterfall } from '../../src/linking/explaining.ts';
import { link } from '../../src/linking/linking.ts';
import type { Records } from '../../src/linking/records.ts';
import { parseModel } from '../../src/linking/weights.ts';
import { fileOptions, inWords, loadRecords, readJson } from './load.ts';
import { print, say } from './say.ts';
import { Mistake } from './mistake.ts';

/** An id may hold commas itself: of all ways to part the text, the one that names two records. */
function pairAsked(asked: string, { ids, left, right }: Records, leftFile: string, rightFile: string): { one: number; other: number } {
  const parts = [...asked.matchAll(/[,\t]/g)].map(({ index }) => [asked.slice(0, index).trim(), asked.slice(index + 1).trim()] as const);
  const found = parts.map(([one, other]) => ({ one: ids.indexOf(one), other: ids.indexOf(other, right > 0 ? left : 0) }));
  const named = found.filter(({ one, other }) => one >= 0 && one < left && other >= 0);
  if (named.length > 1) throw new Mistake(`--pair ${asked} can be read as several pairs; put a tab between the two ids`);
  const [pair] = named;
  if (pair && pair.one !== pair.other) return pair;
  if (pair) throw new Mistake('--pair names one record twice');
  const [[leftId, rightId]] = parts as [readonly [string, string]];
  const { one } = found[0]!;
  throw new Mistake(
    one < 0 || one >= left ? `there is no record "${leftId}" in ${leftFile}` : `there is no record "${rightId}" in ${rightFile}`,
  );
}

export async function explainPair(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { ...fileOptions, model: { type: 'string' }, pair: { type: 'string' } } });
  const asked = values.pair ?? '';
  if (!/[,\t]/.test(asked)) throw new Mistake('say --pair <id of the left record>,<id of the right record>');
  await inWords(async () => {
    const records = await loadRecords(values);
    const { one, other } = pairAsked(asked, records, values.left!, values.right ?? values.left!);
    const linked = link(records, { model: values.model ? parseModel(readJson(values.model)) : null, say });
    for (const line of waterfall(records, linked.explain(one, other), one, other)) print(line);
  });
}
