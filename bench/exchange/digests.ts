// Figures of the digests: in how many messages, and seconds, papers that differ are found among a million in one tree and among a million of a State's stations.
import { hash } from 'node:crypto';
import { type Figure, atMost } from '../../scripts/figures.ts';
import { type Side, type Spot, narrow, tell } from '../../src/modules/fir-exchange/digests/narrow.ts';
import { type Leaf, type Tree, rootOf, sameSummary, treeOf } from '../../src/modules/fir-exchange/digests/tree.ts';

const PAPERS = 1_000_000;
const STATIONS = 2_400;
const MOST_MESSAGES = 20;

const leaf = (station: string, number: number, sequence = 1): Leaf => ({
  paperKey: `WB/WB-HWH/${station}/fir/2026/${number}`,
  sequence,
  digest: hash('sha256', `${number} ${sequence}`),
});

function leavesOf(stations: number): Map<string, Leaf[]> {
  const each = Math.floor(PAPERS / stations);
  const codes = Array.from({ length: stations }, (_, at) => `PS-WB-${at}`);
  return new Map(codes.map((station) => [station, Array.from({ length: each }, (_, number) => leaf(station, number))]));
}

const forest = (leaves: ReadonlyMap<string, Leaf[]>): Map<string, Tree> =>
  new Map(Array.from(leaves, ([station, list]) => [station, treeOf(list)]));

function sideOf(trees: ReadonlyMap<string, Tree>): Side {
  return {
    children: (spots) => spots.map(({ station, prefix }) => trees.get(station)!.children(prefix)),
    leaves: (spots) => spots.map(({ station, prefix }) => trees.get(station)!.leaves(prefix)),
  };
}

/** The first message is of the stations' roots; then those that differ are narrowed. */
async function exchange(here: ReadonlyMap<string, Tree>, there: ReadonlyMap<string, Tree>): Promise<{ found: number; messages: number }> {
  const roots = (trees: ReadonlyMap<string, Tree>) => Array.from(trees, ([station, tree]) => ({ station, ...tree.summary() }));
  const [ours, theirs] = [roots(here), roots(there)];
  if (sameSummary(rootOf(ours), rootOf(theirs))) return { found: 0, messages: 1 };
  const from = ours.filter((one, at) => !sameSummary(one, theirs[at]!)).map(({ station }): Spot => ({ station, prefix: '' }));
  const { differences, messages } = await narrow(sideOf(here), from, async (spots) => tell(sideOf(there), spots));
  return { found: differences.length, messages: messages + 1 };
}

async function figuresOf(name: string, stations: number): Promise<Figure[]> {
  const leaves = leavesOf(stations);
  const began = performance.now();
  const here = forest(leaves);
  const seconds = (performance.now() - began) / 1000;
  const rows = [atMost(`digests.${name}.build`, seconds, 's', PAPERS, null)];
  for (const k of [1, 100]) {
    const changed = new Map(leaves);
    for (let at = 0; at < k; at++) {
      const station = `PS-WB-${(at * 7919) % stations}`;
      const list = [...changed.get(station)!];
      const number = (at * 104_729 + 17) % list.length;
      list[number] = leaf(station, number, 2);
      changed.set(station, list);
    }
    const there = new Map(
      Array.from(changed, ([station, list]) => [station, list === leaves.get(station) ? here.get(station)! : treeOf(list)]),
    );
    const { found, messages } = await exchange(here, there);
    rows.push(atMost(`digests.${name}.${k}.messages`, messages, 'messages', PAPERS, k === 1 ? MOST_MESSAGES : null));
    rows.push(atMost(`digests.${name}.${k}.notFound`, k - found, 'papers', k, 0));
  }
  return rows;
}

export async function digestFigures(): Promise<Figure[]> {
  return [...(await figuresOf('oneTree', 1)), ...(await figuresOf('stations', STATIONS))];
}
