// What every story does: a fresh portal on free ports (or a running one's doors), its people play, and each step is told as it ends.
import { parseArgs } from 'node:util';
import { type Figure, lineOf, printFigures } from '../figures.ts';
import { startPortal } from '../portal.ts';
import type { Doors } from './play.ts';

/** Answers the figures of all steps; throws at the first effect that is not observed. */
export type Story = (doors: Doors, say: (row: Figure) => void) => Promise<Figure[]>;

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

export async function tell(play: Story): Promise<void> {
  const rows: Figure[] = [];
  const say = (row: Figure): void => {
    rows.push(row);
    if (!options.json) process.stdout.write(`${lineOf(row)}\n`);
  };
  const portal = options.against ? null : await startPortal({ children: Number(options.children), quiet: true });
  const doors = portal ? portal.urls : doorsAt(options.against!, options.desk);
  try {
    const played = await play(doors, say);
    if (options.json) printFigures(played, true);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    if (options.json) printFigures(rows, true);
    process.exitCode = 1;
  } finally {
    await portal?.stop();
  }
}
