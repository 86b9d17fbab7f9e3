// Figures of the matcher. Run: `npm run bench:matching [-- --json] [-- --large] [-- --only linking|linking-small|million|names|nation|portal|ranking|ranking-peers|rank-text] [-- --data folder-of-lexicons] [-- --children n] [-- --misses file] [-- --people 300000]`.
import { parseArgs } from 'node:util';
import { type Figure, printFigures } from '../scripts/figures.ts';
import { catchUpFigures } from './matching/catch-up.ts';
import { linkingFigures } from './matching/linking.ts';
import { smallFigures } from './matching/small-registers.ts';
import { millionFigures } from './matching/million.ts';
import { namesFigures } from './matching/names.ts';
import { nationFigures } from './matching/nation-figures.ts';
import { rankTextFigures } from './matching/rank-text.ts';
import { rankingFigures } from './matching/ranking.ts';
import { verdictFigures } from './matching/verdict-figures.ts';
import { rankingPeerFigures } from './matching/ranking-peers.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    only: { type: 'string' },
    data: { type: 'string' },
    misses: { type: 'string' },
    children: { type: 'string' },
    people: { type: 'string', default: '1000000' },
  },
});

const parts: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = {
  linking: () => linkingFigures(options),
  'linking-small': () => smallFigures(),
  million: () => (options.large || options.only ? millionFigures(Number(options.people)) : []),
  names: () => namesFigures(options),
  nation: () => nationFigures(options),
  portal: () => catchUpFigures(options.children === undefined ? undefined : Number(options.children)),
  ranking: () => rankingFigures(options),
  'ranking-peers': () => rankingPeerFigures(options.data, options.large || options.only ? 1_000_000 : 100_000),
  'rank-text': () => rankTextFigures(options),
  verdicts: () => verdictFigures(),
};

const rows: Figure[] = [];
for (const [name, figures] of Object.entries(parts))
  if (options.only === undefined || options.only === name) rows.push(...(await figures()));
printFigures(rows, options.json);
