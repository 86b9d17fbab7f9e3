// `npm run test:faults [-- --only shuffles|fold|whole|kills|controls] [--rounds n] [--json]`: everything goes wrong that may between police nodes and the portal, and nothing is lost, doubled or believed unsigned.
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { systemClock } from '../src/kernel/time.ts';
import { controlsSeen, foldedSet, killed, shuffled, wholeSet } from '../tests/exchange/faults/figures.ts';
import { faultNation } from '../tests/exchange/faults/nation.ts';
import { type Figure, printFigures } from './figures.ts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
/** Of each part's own number of rounds so many: fewer for a look, more for a night. */
const rounds = (usual: number): number => (options.rounds === undefined ? usual : Number(options.rounds));
const wholeMessages = options.rounds === undefined ? 50_000 : 2_000;
const seed = Number(options.seed);

type Part = (durable: Awaited<ReturnType<typeof faultNation>>, fast: Awaited<ReturnType<typeof faultNation>>) => Promise<Figure[]>;
const now = systemClock();
const started = performance.now();
const say = (line: string): void => void process.stderr.write(`${Math.round((performance.now() - started) / 1000)} s: ${line}\n`);
const parts: Readonly<Record<string, Part>> = {
  shuffles: (_durable, fast) => shuffled(fast, { orders: rounds(200), messages: 200, seed, now, say }),
  fold: async (_durable, fast) => foldedSet(fast, { orders: rounds(200), messages: wholeMessages, seed, now, say }),
  controls: (durable, fast) => controlsSeen({ durable, fast }, { seed, now, say }),
  kills: (durable) => killed(durable, { kills: rounds(100), messages: 2_000, seed, now, say }),
  whole: (durable) => wholeSet(durable, { messages: wholeMessages, seed, now, say }),
};

const chosen = Object.entries(parts).filter(([name]) => options.only === undefined || options.only === name);
if (chosen.length === 0) throw new Error(`--only is one of ${Object.keys(parts).join(', ')}`);
const [durable, fast] = [await faultNation({ durable: true }), await faultNation({ durable: false })];
const rows: Figure[] = [];
try {
  process.stderr.write(`${availableParallelism()} processors, load ${loadavg()[0]!.toFixed(1)} before\n`);
  for (const [name, part] of chosen) {
    const began = performance.now();
    say(`${name} begins`);
    rows.push(...(await part(durable, fast)));
    process.stderr.write(`${name}: ${Math.round((performance.now() - began) / 1000)} s, load ${loadavg()[0]!.toFixed(1)}\n`);
  }
} finally {
  await Promise.all([durable.stop(), fast.stop()]);
}
printFigures(rows, options.json);
process.exit();
