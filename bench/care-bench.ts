// What the pages of care cost at the nation's size. Run: `npm run bench:care [-- --json] [-- --children n] [-- --homes n] [-- --data folder] [-- --only words] [-- --statements]`.
import { parseArgs } from 'node:util';
import { type Figure, atMost, printFigures } from '../scripts/figures.ts';
import { openNation } from './care/nation.ts';
import { pageFigures } from './care/pages.ts';
import { printStatements } from './care/statements.ts';

const { values: options } = parseArgs({
  options: {
    children: { type: 'string', default: '250000' },
    homes: { type: 'string', default: '3010' },
    /** Kept there and opened again the next time: the fill takes longer than all the rest. */
    data: { type: 'string' },
    only: { type: 'string', default: '' },
    statements: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const children = Number(options.children);
const nation = await openNation({ children, homes: Number(options.homes), data: options.data, statements: options.statements });
const figures: Figure[] = [];
try {
  if (nation.loadSeconds !== null) figures.push(atMost(`care: ${children} children filled`, nation.loadSeconds, 's', 1, null));
  figures.push(...(await pageFigures(nation, options.only)));
  if (options.statements) await printStatements(nation.client);
} finally {
  await nation.stop();
}
printFigures(figures, options.json);
