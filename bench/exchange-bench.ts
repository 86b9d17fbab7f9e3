// `npm run bench:exchange`: figures of the FIR exchange. `--only digests` measures a part alone.
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type Figure, printFigures } from '../scripts/figures.ts';
import { digestFigures } from './exchange/digests.ts';
import { storedDigestFigures } from './exchange/digests-stored.ts';
import { historyFigures } from './exchange/history.ts';
import { reconcilingFigures } from './exchange/reconciling.ts';
import { settlingFigures } from './exchange/settling.ts';
import { sustainedFigures } from './exchange/sustained.ts';
import { visibleFigures } from './exchange/visible.ts';

const parts: Readonly<Record<string, () => Promise<Figure[]>>> = {
  digests: digestFigures,
  'digests-stored': storedDigestFigures,
  reconciling: reconcilingFigures,
  settling: settlingFigures,
  sustained: sustainedFigures,
  visible: visibleFigures,
  history: historyFigures,
};

const { values: options } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean', default: false } } });
const chosen = Object.entries(parts).filter(([name]) => options.only === undefined || options.only === name);
if (chosen.length === 0) throw new Error(`--only is one of ${Object.keys(parts).join(', ')}`);
const rows: Figure[] = [];
for (const [name, measure] of chosen) {
  const before = loadavg()[0]!;
  rows.push(...(await measure()));
  process.stderr.write(
    `${name}: ${availableParallelism()} processors, load ${before.toFixed(1)} before and ${loadavg()[0]!.toFixed(1)} after\n`,
  );
}
printFigures(rows, options.json);
process.exit();
