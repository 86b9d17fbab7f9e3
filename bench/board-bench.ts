// Figures of the Board's pages in the vault. Run: `npm run bench:board [-- --json] [-- --cases n]`.
import { parseArgs } from 'node:util';
import { printFigures } from '../scripts/figures.ts';
import { boardFigures } from './board/pages.ts';

const { values: options } = parseArgs({
  options: { cases: { type: 'string', default: '500' }, json: { type: 'boolean', default: false } },
});
printFigures(await boardFigures(Number(options.cases)), options.json);
