// Which turns of a paper are taken at once: so few that no paper keeps a worker from the others, and nothing said once more that is said over again behind it. Pure.

/** What a message says whole: of which children, and (`place`) where they were last seen. */
export type Outline = { type: string; children: readonly number[]; place: boolean };
/** `again`: it took effect before, and is said once more because what came before it changed. */
type Turn = { stored: { row: number }; again: boolean };

/** Of the new ones the first, so many; the next transaction takes the rest, and says once more what stands behind them. */
export function fewEnough<T extends Turn>(turns: readonly T[], most: number): T[] {
  const left = new Set(turns.filter(({ again }) => !again).slice(most));
  return turns.filter((turn) => !left.has(turn));
}

/** In parts of at most so many bytes, as they are stored, one after another; what is larger alone is a part of its own. */
export function inParts<T extends { stored: { bytes: number } }>(turns: readonly T[], mostBytes: number): T[][] {
  const parts: T[][] = [];
  let left = 0;
  for (const turn of turns) {
    if (parts.length === 0 || turn.stored.bytes > left) [left] = [mostBytes, parts.push([])];
    left -= turn.stored.bytes;
    parts.at(-1)!.push(turn);
  }
  return parts;
}

const PAPER = 0;

/** Without what is said once more of children of whom the same is said once more behind it: only the last of it stays. */
export function lastSaid<T extends Turn>(turns: readonly T[], outlines: ReadonlyMap<number, Outline>): T[] {
  const later = new Map<number, { place: boolean }>();
  const isOver = (turn: T): boolean => {
    const said = turn.again ? outlines.get(turn.stored.row) : undefined; // a new one may yet be refused
    if (!said) return false;
    const isOfPaper = said.type !== 'MissingPerson.updated';
    const [about, place] = isOfPaper ? [[PAPER, ...said.children], true] : [said.children, said.place];
    const over = about.every((child) => later.has(child) && (later.get(child)!.place || !place));
    for (const child of about) later.set(child, { place: place || later.get(child)?.place === true });
    return over;
  };
  const over = new Set(turns.toReversed().filter(isOver));
  return turns.filter((turn) => !over.has(turn));
}
