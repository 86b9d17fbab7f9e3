// Finds the very papers in which two sides differ, from a branch known to differ downwards, pure: one side tells of its branches, the other compares with
// its own and asks further. Either side may change meanwhile: what is found is true of the moment each branch was told, and the next exchange finds the rest.
import { type Leaf, type Summary, digits, sameSummary } from './tree.ts';

/** A branch of one station's tree; an empty prefix is the whole station. */
export type Spot = { station: string; prefix: string };
/** What a side tells of a branch: its leaves while they are few, else the sixteen branches below. */
export type Told = Spot & ({ leaves: Leaf[] } | { children: Summary[] });

/** In one message. */
export const MOST_SPOTS = 64;
export const MOST_LEAVES = 32;

/** Who lacks what. `version`: both have the paper, in other versions or with other contents. */
export type Difference = {
  paperKey: string;
  kind: 'missing-here' | 'missing-there' | 'version';
  here: number | null;
  there: number | null;
};

/** How a side looks up its own papers: memory answers at once, a database later. */
export type Side = {
  children(spots: readonly Spot[]): Promise<Summary[][]> | Summary[][];
  leaves(spots: readonly Spot[]): Promise<Leaf[][]> | Leaf[][];
};

export type Compared = { differences: Difference[]; narrow: Spot[] };

/** What this side says when asked about branches. */
export async function tell(side: Side, spots: readonly Spot[]): Promise<Told[]> {
  const children = await side.children(spots);
  const countOf = (at: number): number => children[at]!.reduce((sum, { count }) => sum + count, 0);
  const few = spots.filter((_, at) => countOf(at) <= MOST_LEAVES);
  const leaves = new Map((await side.leaves(few)).map((list, at) => [few[at]!, list]));
  return spots.map((spot, at) => {
    const list = leaves.get(spot);
    return list ? { ...spot, leaves: list } : { ...spot, children: children[at]! };
  });
}

/** What the other side told, against this side's own: the papers that differ, and the branches to ask about next. */
export async function compare(here: Side, told: readonly Told[]): Promise<Compared> {
  const withLeaves = told.filter((one) => 'leaves' in one);
  const withChildren = told.filter((one) => 'children' in one);
  const [ourLeaves, ourChildren] = [await here.leaves(withLeaves), await here.children(withChildren)];
  return {
    differences: withLeaves.flatMap(({ leaves }, at) => differences(ourLeaves[at]!, leaves)),
    narrow: withChildren.flatMap(({ station, prefix, children }, at) =>
      digits
        .filter((_, digit) => !sameSummary(ourChildren[at]![digit]!, children[digit]!))
        .map((digit) => ({ station, prefix: prefix + digit })),
    ),
  };
}

function differences(here: readonly Leaf[], there: readonly Leaf[]): Difference[] {
  const ours = new Map(here.map((leaf) => [leaf.paperKey, leaf]));
  const found: Difference[] = [];
  for (const { paperKey, sequence, digest } of there) {
    const own = ours.get(paperKey);
    ours.delete(paperKey);
    if (!own) found.push({ paperKey, kind: 'missing-here', here: null, there: sequence });
    else if (own.sequence !== sequence || own.digest !== digest)
      found.push({ paperKey, kind: 'version', here: own.sequence, there: sequence });
  }
  for (const { paperKey, sequence } of ours.values()) found.push({ paperKey, kind: 'missing-there', here: sequence, there: null });
  return found;
}

/** Asks the other side until nothing is left to ask; `messages` counts the questions. */
export async function narrow(
  here: Side,
  from: readonly Spot[],
  ask: (spots: readonly Spot[]) => Promise<Told[]>,
): Promise<{ differences: Difference[]; messages: number }> {
  const open = [...from];
  const found = new Map<string, Difference>();
  let messages = 0;
  while (open.length > 0) {
    messages += 1;
    const { differences, narrow } = await compare(here, await ask(open.splice(0, MOST_SPOTS)));
    for (const one of differences) found.set(one.paperKey, one);
    open.push(...narrow);
  }
  return { differences: [...found.values()], messages };
}

/** The papers the other side must send again: not those of which this side has a later version. */
export function toRequest(differences: readonly Difference[]): string[] {
  return differences.filter(({ here, there }) => there !== null && (here ?? 0) <= there).map(({ paperKey }) => paperKey);
}
