// `npm run bench:exchange`: figures of the FIR exchange. `--only digests` measures a part alone.
import { parseArgs } from 'node:util';
import { type Figure, printFigures } from '../scripts/figures.ts';
import { digestFigures } from './exchange/digests.ts';
import { storedDigestFigures } from './exchange/digests-stored.ts';
import { settlingFigures } from './exchange/settling.ts';

const parts: Readonly<Record<string, () => Promise<Figure[]>>> = {
  digests: digestFigures,
  'digests-stored': storedDigestFigures,
  settling: settlingFigures,
};

const { values: options } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean', default: false } } });
const chosen = Object.entries(parts).filter(([name]) => options.only === undefined || options.only === name);
if (chosen.length === 0) throw new Error(`--only is one of ${Object.keys(parts).join(', ')}`);
const rows: Figure[] = [];
for (const [, measure] of chosen) rows.push(...(await measure()));
printFigures(rows, options.json);
