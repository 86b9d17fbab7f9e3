// `npm run fir-history -- --file x.ndjson[.gz] or x.csv[.gz] --node police-WB`: a police system's past, brought by whoever runs the portal, beside its database.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inTwo } from '../src/apps/projections.ts';
import { openTools } from '../src/apps/tools.ts';
import { type Summary, bringHistory } from '../src/modules/fir-exchange/index.ts';
import { readConfig } from '../src/platform/config.ts';

const usage =
  'npm run fir-history -- --file x.ndjson[.gz]|x.csv[.gz] --node police-WB [--database url]   DATABASE_URL: the worker’s address; SECRET as the portal’s';

const { values } = parseArgs({ options: { file: { type: 'string' }, node: { type: 'string' }, database: { type: 'string' } } });
const url = values.database ?? process.env['DATABASE_URL'];
if (!values.file || !values.node || !url) {
  console.error(usage);
  process.exit(2);
}
const rejectsPath = `${values.file}.rejects.tsv`;
const HEAD = 'line\treason\tpath\n';

/** Rejects of lines that were never kept are read again: a run that was killed wrote them too early. */
function keepRejectsUpTo(line: number): void {
  const rows = existsSync(rejectsPath) ? readFileSync(rejectsPath, 'utf8').split('\n').slice(1) : [];
  const kept = rows.filter((row) => row !== '' && Number(row.split('\t')[0]) <= line);
  writeFileSync(rejectsPath, HEAD + kept.map((row) => `${row}\n`).join(''));
}

const say = ({ lines, refused, kept, settled, seconds }: Summary): string =>
  `${lines} lines read, ${refused} refused, ${kept} new messages kept, ${settled} settled, ${seconds.toFixed(0)} s (${(settled / Math.max(seconds, 0.001)).toFixed(0)} a second)`;

const SAY_SECONDS = 10;
let saidAt = 0;
/** Of the file when the first batch of this run was done: what lies before it an earlier run kept. */
let firstShare: number | undefined;
function timeLeft({ share, seconds }: Summary): string {
  const done = share - firstShare!;
  return done <= 0 ? 'time left not known yet' : `about ${Math.ceil((((1 - share) / done) * seconds) / 60)} minutes left`;
}

const config = readConfig({ ...process.env, DATABASE_URL: url });
const { tools, close } = openTools('worker', config, url);
let faults = 0;
try {
  const summary = await bringHistory(tools, {
    path: values.file,
    node: values.node,
    inTwo,
    onBegin(linesKept) {
      keepRejectsUpTo(linesKept);
      if (linesKept > 0) console.error(`Goes on after line ${linesKept}.`);
    },
    onRejects: (rejects) => appendFileSync(rejectsPath, rejects.map(({ line, reason, path }) => `${line}\t${reason}\t${path}\n`).join('')),
    onProgress(summary) {
      firstShare ??= summary.share;
      if (summary.seconds - saidAt < SAY_SECONDS) return;
      saidAt = summary.seconds;
      console.error(`${say(summary)}; ${Math.round(summary.share * 100)} % of the file, ${timeLeft(summary)}`);
    },
    onFault: () => void (faults += 1),
  });
  console.log(say(summary));
  if (summary.refused > 0) console.log(`What was refused, and why: ${rejectsPath}`);
  if (faults > 0) console.log(`${faults} faults: their messages are tried again by the worker, then wait in quarantine.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await close();
}
