// Figures of the register of homes. Run: `npm run bench:homes [-- --json] [-- --homes n] [-- --residents n]`.
import { parseArgs } from 'node:util';
import { printFigures } from '../scripts/figures.ts';
import { homesFigures } from './homes/register.ts';

const { values: options } = parseArgs({
  options: {
    homes: { type: 'string', default: '3010' },
    residents: { type: 'string', default: '250000' },
    json: { type: 'boolean', default: false },
  },
});
printFigures(await homesFigures(Number(options.homes), Number(options.residents)), options.json);
