// Figures of the matcher. Run: `npm run bench:matching [-- --json] [-- --large]`.
import { parseArgs } from 'node:util';
import { printFigures } from '../scripts/figures.ts';
import { linkingFigures } from './matching/linking.ts';

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, large: { type: 'boolean', default: false } },
});

printFigures([...(await linkingFigures(options))], options.json);
