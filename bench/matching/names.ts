// How well names are heard across scripts: words of twelve languages and the spellings people gave them, each looked for among all words of its language.
import { type Figure, atLeast, atMost } from '../../scripts/figures.ts';
import { soundKeys, soundSimilarity, soundsOf } from '../../src/kernel/names/index.ts';
import { type Lexicon, type Part, hashOf, lexiconsIn, oneSpelling, partOf } from './lexicons.ts';
import { type NamePeer, namePeers } from './name-peers.ts';

/** `data`: folder of lexicons; without it there is nothing to measure. `part`: which words are asked for. */
export type NamesOptions = { data?: string | undefined; part?: Part };

const mostWords = 25_000;
const queries = 300;
const peerQueries = 50;

/** `right`: the word meant. `allRight`: every word that somebody spelled just so. */
type Search = { ask: string[]; among: string[]; right: number[]; allRight?: number[][] };
/** Shares of questions whose word is the first, or among ten: `strict` puts what is exactly as alike before it, `fair` in any order. */
type Recall = { fair1: number; fair10: number; strict1: number; strict10: number; any1: number };
const nothing: Recall = { fair1: 0, fair10: 0, strict1: 0, strict10: 0, any1: 0 };

/** How the words are compared; `least`: what is surely less alike need not be reckoned. */
type Comparer = { prepare: (word: string) => string; alike: (one: string, other: string, least: number) => number };

const ours: Comparer = {
  prepare: (word) =>
    soundsOf(word)
      .map(({ phonemes }) => phonemes)
      .join(''),
  alike: soundSimilarity,
};

/** Where the right one stands: how many are more alike, and how many exactly as alike, itself included. */
function placeOf({ alike }: Comparer, asked: string, among: readonly string[], right: number): { better: number; ties: number } {
  const mine = alike(asked, among[right]!, 0);
  let [better, ties] = [0, 0];
  for (const other of among) {
    const score = alike(asked, other, mine);
    if (score > mine) better++;
    else if (score === mine) ties++;
  }
  return { better, ties };
}

/** How likely the first is one of those that are right, ties in any order. */
function anyFirst({ alike }: Comparer, asked: string, among: readonly string[], right: readonly number[]): number {
  const mine = Math.max(...right.map((at) => alike(asked, among[at]!, 0)));
  let ties = 0;
  for (const other of among) {
    const score = alike(asked, other, mine);
    if (score > mine) return 0;
    if (score === mine) ties++;
  }
  return right.filter((at) => alike(asked, among[at]!, 0) === mine).length / ties;
}

function recallOf(comparer: Comparer, { ask, among, right, allRight }: Search, most: number): Recall {
  const ready = among.map(comparer.prepare);
  const n = Math.min(most, ask.length);
  const sum = { ...nothing };
  for (let at = 0; at < n; at++) {
    const asked = comparer.prepare(ask[at]!);
    const { better, ties } = placeOf(comparer, asked, ready, right[at]!);
    if (allRight) sum.any1 += anyFirst(comparer, asked, ready, allRight[at]!);
    sum.fair1 += better === 0 ? 1 / ties : 0;
    sum.fair10 += Math.max(0, Math.min(1, (10 - better) / ties));
    sum.strict1 += better + ties <= 1 ? 1 : 0;
    sum.strict10 += better + ties <= 10 ? 1 : 0;
  }
  return { fair1: sum.fair1 / n, fair10: sum.fair10 / n, strict1: sum.strict1 / n, strict10: sum.strict10 / n, any1: sum.any1 / n };
}

/** Both ways of asking: a Latin spelling among native words, a native word among Latin spellings. */
function searchesOf({ entries }: Lexicon, part: Part): { toNative: Search; toLatin: Search } {
  const inOrder = entries
    .map((entry) => ({ entry, part: partOf(entry.native), place: hashOf(`order ${entry.native}`) }))
    .toSorted((one, other) => one.place - other.place);
  const asked = inOrder.filter((word) => word.part === part).slice(0, queries);
  const rest = inOrder.filter((word) => !asked.includes(word)).slice(0, mostWords - asked.length);
  const all = [...asked, ...rest].map(({ entry }) => entry);
  const natives = all.map(({ native }) => native);
  const latins = all.map(oneSpelling);
  const spelled = new Map<string, number[]>();
  all.forEach(({ spellings }, at) => {
    for (const { latin } of spellings) spelled.set(latin, [...(spelled.get(latin) ?? []), at]);
  });
  const right = asked.map((_, at) => at);
  return {
    toNative: { ask: latins.slice(0, asked.length), among: natives, right, allRight: right.map((at) => spelled.get(latins[at]!)!) },
    toLatin: { ask: natives.slice(0, asked.length), among: latins, right },
  };
}

/** Share of true pairs with a key in common, and of all pairs: the first says what is found, the second what looking costs. */
function keyRows(language: string, { ask, among }: Search): Figure[] {
  const keys = among.map((word) => new Set(soundKeys(word)));
  let [found, met] = [0, 0];
  ask.forEach((word, at) => {
    const own = soundKeys(word);
    if (own.some((key) => keys[at]!.has(key))) found++;
    for (const others of keys) if (own.some((key) => others.has(key))) met++;
  });
  return [
    atMost(`names.${language}.keyRecall`, found / ask.length, 'share', ask.length, null),
    atMost(`names.${language}.keyReach`, met / (ask.length * among.length), 'share of all pairs', ask.length, null),
  ];
}

type Measured = { language: string; n: number; toNative: Recall; toLatin: Recall; peers: Map<NamePeer, Recall> };

function measure(lexicon: Lexicon, part: Part): { measured: Measured; keys: Figure[] } {
  const { toNative, toLatin } = searchesOf(lexicon, part);
  const peers = new Map(namePeers.map((peer) => [peer, recallOf(peer, toNative, peerQueries)] as const));
  const measured = {
    language: lexicon.language,
    n: toNative.ask.length,
    toNative: recallOf(ours, toNative, queries),
    toLatin: recallOf(ours, toLatin, queries),
    peers,
  };
  return { measured, keys: keyRows(lexicon.language, toNative) };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function languageRows({ language, n, toNative, toLatin, peers }: Measured): Figure[] {
  const [peer, its] = [...peers][0]!;
  const row = (id: string, value: number): Figure => atMost(`names.${language}.${id}`, value, 'share', n, null);
  return [
    { ...row('toNative.recallAt1', toNative.fair1), peer: { name: peer.id, value: rounded(its.fair1) } },
    row('toNative.recallAt1.strict', toNative.strict1),
    row('toNative.recallAt1.anySpelledSo', toNative.any1),
    {
      ...atLeast(`names.${language}.toNative.recallAt10`, toNative.fair10, 'share', n, 0.98),
      peer: { name: peer.id, value: rounded(its.fair10) },
    },
    row('toNative.recallAt10.strict', toNative.strict10),
    row('toLatin.recallAt1', toLatin.fair1),
    row('toLatin.recallAt10', toLatin.fair10),
  ];
}

function meanRows(all: readonly Measured[]): Figure[] {
  const mean = (of: (one: Measured) => number): number => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  const n = all.reduce((sum, one) => sum + one.n, 0);
  const reported = (id: string, value: number, count = n): Figure => atMost(`names.mean.${id}`, value, 'share', count, null);
  return [
    atLeast(
      'names.mean.toNative.recallAt1',
      mean((one) => one.toNative.fair1),
      'share',
      n,
      0.95,
    ),
    reported(
      'toNative.recallAt1.strict',
      mean((one) => one.toNative.strict1),
    ),
    reported(
      'toNative.recallAt1.anySpelledSo',
      mean((one) => one.toNative.any1),
    ),
    atLeast(
      'names.mean.toNative.recallAt10',
      mean((one) => one.toNative.fair10),
      'share',
      n,
      0.985,
    ),
    reported(
      'toNative.recallAt10.strict',
      mean((one) => one.toNative.strict10),
    ),
    reported(
      'toLatin.recallAt1',
      mean((one) => one.toLatin.fair1),
    ),
    reported(
      'toLatin.recallAt10',
      mean((one) => one.toLatin.fair10),
    ),
    ...namePeers.flatMap((peer) => [
      reported(`toNative.${peer.id}.recallAt1`, mean((one) => one.peers.get(peer)!.fair1), all.length * peerQueries), // prettier-ignore
      reported(`toNative.${peer.id}.recallAt10`, mean((one) => one.peers.get(peer)!.fair10), all.length * peerQueries), // prettier-ignore
    ]),
  ];
}

/** Pairs compared in a second on one thread: every word asked for with every word of one language, nothing passed over. */
function speedRow(lexicon: Lexicon): Figure {
  const { ask, among } = searchesOf(lexicon, 'tune').toNative;
  const asked = ask.slice(0, 60).map(ours.prepare);
  const words = among.map(ours.prepare);
  const round = (): void => {
    for (const one of asked) for (const other of words) soundSimilarity(one, other);
  };
  round();
  const start = performance.now();
  round();
  const pairs = asked.length * words.length;
  return atMost('names.pairsPerSecond', pairs / (performance.now() - start) / 1000, 'million', pairs, null);
}

export function namesFigures({ data, part = 'held' }: NamesOptions): Figure[] {
  if (data === undefined) return [];
  const lexicons = lexiconsIn(data);
  const all = lexicons.map((lexicon) => measure(lexicon, part));
  return [
    ...all.flatMap(({ measured, keys }) => [...languageRows(measured), ...keys]),
    ...meanRows(all.map(({ measured }) => measured)),
    speedRow(lexicons.find(({ language }) => language === 'hi') ?? lexicons[0]!),
  ];
}
