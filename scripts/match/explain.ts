// `match explain`: one pair in plain words, from what was known before to the probability, one line per field.
import { parseArgs } from 'node:util';
import { waterfall } from '../../src/linking/explaining.ts';
import { link } from '../../src/linking/linking.ts';
import { parseModel } from '../../src/linking/weights.ts';
import { fileOptions, inWords, loadRecords, readJson, say } from './load.ts';
import { Mistake } from './mistake.ts';

export async function explainPair(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { ...fileOptions, model: { type: 'string' }, pair: { type: 'string' } } });
  const [leftId, rightId, more] = (values.pair ?? '').split(',').map((id) => id.trim());
  if (!leftId || !rightId || more !== undefined) throw new Mistake('say --pair <id of the left record>,<id of the right record>');
  await inWords(async () => {
    const records = await loadRecords(values);
    const one = records.ids.indexOf(leftId);
    const other = records.ids.indexOf(rightId, records.right > 0 ? records.left : 0);
    if (one < 0 || one >= records.left) throw new Mistake(`there is no record "${leftId}" in ${values.left}`);
    if (other < 0) throw new Mistake(`there is no record "${rightId}" in ${values.right ?? values.left}`);
    const linked = link(records, { model: values.model ? parseModel(readJson(values.model)) : null, say });
    for (const line of waterfall(records, linked.explain(one, other), one, other)) process.stdout.write(`${line}\n`);
  });
}
