// A play: steps whose effects are seen through a door, one figure each; the first that is not seen ends it.
import { type Figure, atMost } from '../figures.ts';
import { type Page, type Person, words } from './person.ts';

export type Doors = { citizen: string; desk: string };
export type Play = { rows: Figure[]; step(id: string, who: Person, work: () => Promise<boolean>): Promise<void> };

export function play(say: (row: Figure) => void): Play {
  const rows: Figure[] = [];
  return {
    rows,
    async step(id, who, work) {
      const started = performance.now();
      const seen = await work();
      const row: Figure = { ...atMost(id, performance.now() - started, 'ms', 1, null), holds: seen };
      rows.push(row);
      say(row);
      if (!seen) throw new Error(`not seen: ${id}\n${seenBy(who)}`);
    },
  };
}

/** What the person had before them when a step failed. */
function seenBy(person: Person): string {
  const page = person.looksAt();
  return `${person.name} at ${page.url}, status ${page.status}: ${words(page).slice(0, 1500)}`;
}

export const has = (page: Page, ...texts: string[]): boolean => texts.every((text) => words(page).includes(text));

/** Opened afresh after the deed: the deed is believed when a page says so. */
export async function says(person: Person, path: string, ...texts: string[]): Promise<boolean> {
  const page = await person.open(path);
  return page.status === 200 && has(page, ...texts);
}
