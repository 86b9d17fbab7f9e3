// `match train`: learns what each agreement is worth from the files themselves and keeps it, so that later runs weigh alike.
import { parseArgs } from 'node:util';
import { link } from '../../src/linking/linking.ts';
import { fileOptions, inWords, loadRecords } from './load.ts';
import { say } from './say.ts';
import { Mistake } from './mistake.ts';
import { checkOutputs, writeLines } from './outputs.ts';

export async function trainOnFiles(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { ...fileOptions, out: { type: 'string' } } });
  const { out } = values;
  if (!out) throw new Mistake('--out is missing: say where to write the model');
  checkOutputs({ '--out': out }, { '--left': values.left, '--right': values.right, '--mapping': values.mapping });
  await inWords(async () => {
    const { model } = link(await loadRecords(values), { say });
    await writeLines(out, [JSON.stringify(model, null, 1)]);
    say(`weights of ${Object.keys(model.fields).length} fields written to ${out}`);
  });
}
