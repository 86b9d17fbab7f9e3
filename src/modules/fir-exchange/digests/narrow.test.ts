// The tree and the narrowing: what differs is found whole and exactly, in few messages, also while both sides change.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Side, type Spot, narrow, tell, toRequest } from './narrow.ts';
import { type Leaf, type StationSummary, emptyDigest, leafHash, placeOf, rootOf, sameSummary, treeOf } from './tree.ts';

const digestOf = (text: string): string => placeOf(text);
const paper = (number: number, sequence = 1): Leaf => ({
  paperKey: `WB/WB-HWH/PS-WB-HWH-1/fir/2026/${number}`,
  sequence,
  digest: digestOf(`${number} ${sequence}`),
});
const papers = (count: number): Map<string, Leaf> =>
  new Map(Array.from({ length: count }, (_, at) => [paper(at).paperKey, paper(at)] as const));

function sideOf(station: () => Map<string, Leaf>): Side {
  const tree = () => treeOf(station().values());
  return {
    children: (spots) => spots.map(({ prefix }) => tree().children(prefix)),
    leaves: (spots) => spots.map(({ prefix }) => tree().leaves(prefix)),
  };
}

/** A side whose papers stand still: its tree is made once. */
function still(leaves: Map<string, Leaf>): Side {
  const tree = treeOf(leaves.values());
  return {
    children: (spots) => spots.map(({ prefix }) => tree.children(prefix)),
    leaves: (spots) => spots.map(({ prefix }) => tree.leaves(prefix)),
  };
}

const whole: Spot[] = [{ station: 'PS-WB-HWH-1', prefix: '' }];

describe('the tree', () => {
  it('does not depend on the order in which papers came, and tells a version, a content and a paper apart', () => {
    const root = treeOf(papers(100).values()).summary();
    expect(treeOf([...papers(100).values()].toReversed()).summary()).toEqual(root);
    const others = [
      papers(99),
      papers(100).set(paper(7).paperKey, paper(7, 2)),
      papers(100).set(paper(7).paperKey, { ...paper(7), digest: digestOf('else') }),
    ];
    for (const other of others) expect(sameSummary(treeOf(other.values()).summary(), root)).toBe(false);
  });

  it('is what the contract says in words: hashes of leaves, one after another, in order of place', () => {
    const leaves = [...papers(3).values()].toSorted((a, b) => (placeOf(a.paperKey) < placeOf(b.paperKey) ? -1 : 1));
    const joined = Buffer.concat(leaves.map(leafHash)).toString('latin1');
    expect(treeOf(leaves).summary()).toEqual({ count: 3, digest: hashOfBytes(joined) });
    expect(treeOf([]).summary()).toEqual({ count: 0, digest: emptyDigest });
    expect(emptyDigest).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('has branches that together are the whole', () => {
    const tree = treeOf(papers(1000).values());
    const children = tree.children('');
    expect(children.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
    expect(tree.children('a')[3]).toEqual(tree.summary('a3'));
    expect(tree.leaves('a3').every(({ paperKey }) => placeOf(paperKey).startsWith('a3'))).toBe(true);
  });

  it('of a State stands over its stations in any order, and a station without papers is as if not named', () => {
    const station = (code: string, count: number): StationSummary => ({ station: code, ...treeOf(papers(count).values()).summary() });
    const [one, two, none] = [station('PS-A', 3), station('PS-B', 4), station('PS-C', 0)];
    expect(rootOf([one, two])).toEqual(rootOf([none, two, one]));
    expect(rootOf([one, two]).digest).not.toBe(
      rootOf([
        { ...one, station: 'PS-B' },
        { ...two, station: 'PS-A' },
      ]).digest,
    );
  });
});

describe('narrowing', () => {
  const changed: readonly [what: string, change: (there: Map<string, Leaf>) => unknown, expected: object][] = [
    ['nothing', () => {}, []],
    ['a paper missing here', (there) => there.set('new', { ...paper(0), paperKey: 'new' }), [['new', 'missing-here']]],
    ['a paper missing there', (there) => there.delete(paper(5).paperKey), [[paper(5).paperKey, 'missing-there']]],
    ['a later version there', (there) => there.set(paper(6).paperKey, paper(6, 2)), [[paper(6).paperKey, 'version']]],
    [
      'the same version with another content',
      (there) => there.set(paper(8).paperKey, { ...paper(8), digest: digestOf('else') }),
      [[paper(8).paperKey, 'version']],
    ],
  ];
  it.each(changed)('finds %s', async (_, change, expected) => {
    const there = papers(1500);
    change(there);
    const found = await narrow(still(papers(1500)), whole, async (spots) => tell(still(there), spots));
    expect(found.differences.map(({ paperKey, kind }) => [paperKey, kind])).toEqual(expected);
    expect(found.messages).toBeLessThanOrEqual(4);
  });

  it.each([1, 7, 64, 500])('finds %i differences among 5,000, no more and no fewer', async (k) => {
    const there = papers(5_000);
    const differing = Array.from({ length: k }, (_, at) => paper((at * 7) % 5_000));
    for (const [at, leaf] of differing.entries()) {
      if (at % 3 === 0) there.delete(leaf.paperKey);
      else if (at % 3 === 1) there.set(leaf.paperKey, { ...leaf, sequence: 2 });
      else there.set(`${leaf.paperKey}x`, { ...leaf, paperKey: `${leaf.paperKey}x` });
    }
    const { differences, messages } = await narrow(still(papers(5_000)), whole, async (spots) => tell(still(there), spots));
    const expected = differing.map(({ paperKey }, at) => (at % 3 === 2 ? `${paperKey}x` : paperKey));
    expect(differences.map(({ paperKey }) => paperKey).toSorted()).toEqual(expected.toSorted());
    expect(messages).toBeLessThanOrEqual(5 + Math.ceil((k * 3) / 64));
  });

  it('ends while both sides change at every message, and what stands still is found all the same', async () => {
    const [here, there] = [papers(1500), papers(1500)];
    there.delete(paper(11).paperKey);
    let round = 0;
    const { differences, messages } = await narrow(
      sideOf(() => here),
      whole,
      async (spots) => {
        round += 1;
        here.set(`here ${round}`, { ...paper(0), paperKey: `here ${round}` });
        there.set(`there ${round}`, { ...paper(0), paperKey: `there ${round}` });
        return tell(
          sideOf(() => there),
          spots,
        );
      },
    );
    expect(differences.map(({ paperKey }) => paperKey)).toContain(paper(11).paperKey);
    const strange = differences.filter(({ paperKey }) => paperKey !== paper(11).paperKey);
    expect(strange.every(({ paperKey }) => /^(here|there) \d+$/.test(paperKey))).toBe(true);
    expect(messages).toBeLessThanOrEqual(20);
  });

  it('asks again for what is missing or older here, not for what is later here', async () => {
    const there = papers(50);
    there.delete(paper(1).paperKey);
    there.set('new', { ...paper(0), paperKey: 'new' });
    there.set(paper(2).paperKey, paper(2, 5));
    const here = papers(50).set(paper(3).paperKey, paper(3, 4));
    const { differences } = await narrow(still(here), whole, async (spots) => tell(still(there), spots));
    expect(toRequest(differences).toSorted()).toEqual([paper(2).paperKey, 'new'].toSorted());
  });

  it('would not find what a broken digest hides: the control', async () => {
    const blind = (side: Side): Side => ({
      ...side,
      children: async (spots) => (await side.children(spots)).map((list) => list.map(({ count }) => ({ count, digest: emptyDigest }))),
    });
    const there = papers(1500).set(paper(6).paperKey, paper(6, 2));
    const found = await narrow(blind(still(papers(1500))), whole, async (spots) => tell(blind(still(there)), spots));
    expect(found.differences).toEqual([]);
  });
});

function hashOfBytes(latin: string): string {
  return createHash('sha256').update(latin, 'latin1').digest('hex');
}
