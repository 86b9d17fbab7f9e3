// Figures of the obligations. Run: `npm run bench:obligations [-- --json] [-- --only oracle|fold|lag|tick|alerts|rebuild] [-- --children n]`.
import { parseArgs } from 'node:util';
import { type Figure, printFigures } from '../scripts/figures.ts';
import { fanOutFigures } from './messages/fan-out.ts';
import { foldFigures } from './obligations/fold.ts';
import { lagFigures } from './obligations/lag.ts';
import { oracleFigures } from './obligations/oracle.ts';
import { rebuildFigures } from './obligations/rebuild.ts';
import { tickFigures } from './obligations/tick.ts';

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string' }, children: { type: 'string' } },
});

const parts: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = {
  oracle: oracleFigures,
  fold: foldFigures,
  lag: lagFigures,
  tick: tickFigures,
  alerts: () => fanOutFigures(),
  rebuild: () => rebuildFigures(options.children === undefined ? undefined : Number(options.children)),
};

const rows: Figure[] = [];
for (const [name, figures] of Object.entries(parts))
  if (options.only === undefined || options.only === name) rows.push(...(await figures()));
printFigures(rows, options.json);
