// `npm run story:care`: a fresh portal on free ports (or --against a running one's), the story of a rescue drive played by its people.
import { parseArgs } from 'node:util';
import { systemClock } from '../src/kernel/time.ts';
import { type Figure, lineOf, printFigures } from './figures.ts';
import { startPortal } from './portal.ts';
import type { Doors } from './story/play.ts';
import { playCare } from './story/care.ts';

const { values: options } = parseArgs({
  options: {
    against: { type: 'string' }, // the citizen door's address; the desk door is the next port, as `npm start` opens them, unless --desk says
    desk: { type: 'string' },
    children: { type: 'string', default: '300' },
    json: { type: 'boolean', default: false },
  },
});

function doorsAt(citizen: string, desk: string | undefined): Doors {
  if (desk) return { citizen, desk };
  const next = new URL(citizen);
  next.port = String(Number(next.port) + 1);
  return { citizen, desk: next.origin };
}

async function main(): Promise<void> {
  const rows: Figure[] = [];
  const say = (row: Figure): void => {
    rows.push(row);
    if (!options.json) process.stdout.write(`${lineOf(row)}\n`);
  };
  const portal = options.against ? null : await startPortal({ children: Number(options.children), quiet: true });
  const doors = portal ? portal.urls : doorsAt(options.against!, options.desk);
  try {
    const played = await playCare(doors, systemClock(), say);
    if (options.json) printFigures(played, true);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    if (options.json) printFigures(rows, true);
    process.exitCode = 1;
  } finally {
    await portal?.stop();
  }
}

await main();
