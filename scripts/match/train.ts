// `match train`: learns what each agreement is worth from the files themselves and keeps it, so that later runs weigh alike.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { link } from '../../src/linking/linking.ts';
import { fileOptions, inWords, loadRecords, say } from './load.ts';
import { Mistake } from './mistake.ts';

export async function trainOnFiles(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { ...fileOptions, out: { type: 'string' } } });
  const { out } = values;
  if (!out) throw new Mistake('--out is missing: say where to write the model');
  await inWords(async () => {
    const { model } = link(await loadRecords(values), { say });
    writeFileSync(out, `${JSON.stringify(model, null, 1)}\n`);
    say(`weights of ${Object.keys(model.fields).length} fields written to ${out}`);
  });
}
