// The matcher measured on an invented nation it was not taught on: is the true report among the first ten, and do the probabilities come true?
import { appendFileSync } from 'node:fs';
import { type Figure, atLeast, atMost, percentile } from '../../scripts/figures.ts';
import { evidenceClass, evidenceClasses } from '../../src/modules/matching/weighing/evidence-class.ts';
import { findAmong } from '../../src/modules/matching/finding/finder.ts';
import { calibrationError, reliability } from '../../src/modules/matching/learning/calibration.ts';
import { type Comparison, comparePair } from '../../src/modules/matching/score.ts';
import { servedWeights } from '../../src/modules/matching/weighing/served-weights.ts';
import { scriptOf } from '../../src/kernel/names/index.ts';
import type { NoiseLevel } from '../../seed/names/noise.ts';
import type { Prepared } from '../../src/modules/matching/prepare.ts';
import { type Nation, contextOf, finderOf, nation } from './nation.ts';
import { placeOf, recordPeers } from './nation-peers.ts';

/** `large`: a million records at the middle level; else 60,000 children at each. `misses`: a file for the pairs that were missed, each explained. */
export type NationFigureOptions = { large?: boolean; misses?: string | undefined };

const asked = 2_000;
const goals = { first: 0.96, ten: 0.99, error: 0.02, sure: 0.98 } as const;
const leastShown = 0.01;

/** Of one found child with a report in the register: where the true one stood (0 is first, -1 not found), and what kind of case it is. */
type Answer = { place: number; kinds: string[]; milliseconds: number; explained: string | null };
type Said = { probability: number; same: boolean; kind: string };

function scripts(record: Prepared): Set<string> {
  return new Set(record.description.names.filter(({ bearer }) => bearer === 'child').flatMap(({ text }) => text.split(' ').map(scriptOf)));
}

/** Evidence, time gone by, and whether the child's name stands in one script on both sides. */
function kindsOf(missing: Prepared, found: Prepared, comparison: Comparison): string[] {
  const days = found.day - missing.day;
  const theirs = scripts(missing);
  const kinds: string[] = [
    evidenceClass(comparison.aspects),
    days <= 30 ? 'within-a-month' : days <= 365 ? 'within-a-year' : 'years-apart',
  ];
  if (found.names.child.length > 0) kinds.push([...scripts(found)].some((script) => theirs.has(script)) ? 'one-script' : 'across-scripts');
  kinds.push(`language-${missing.description.languages[0] ?? 'unknown'}`);
  return kinds;
}

/** One missed pair as a person can read it: what both sides say, every level with its bits, and who stood before it. */
function explain(missing: Prepared, found: Prepared, comparison: Comparison, place: number): string {
  const told = ({ description, circumstances }: Prepared): string =>
    [
      circumstances.happenedOn,
      circumstances.districtCode,
      description.sex,
      ...description.names.map(({ bearer, text }) => `${bearer} ${text}`),
      ...description.homeWords,
      ...description.marks.map(({ kind, site, side }) => [kind, site, side].join(' ')),
    ].join('; ');
  const levels = comparison.aspects
    .filter(({ level }) => level !== null)
    .map(({ aspect, level, bits }) => `${aspect} ${level} ${bits.toFixed(1)}`);
  return [
    `place ${place < 0 ? 'none: not among those compared' : place + 1}, together ${comparison.totalBits.toFixed(1)} bits`,
    `  missing: ${told(missing)}`,
    `  found:   ${told(found)}`,
    `  ${levels.join(', ')}`,
  ].join('\n');
}

function ask(of: Nation): { answers: Answer[]; said: Said[] } {
  const context = contextOf(of, servedWeights);
  const finder = finderOf(of, context);
  const step = Math.max(1, Math.floor(of.found.length / asked));
  const answers: Answer[] = [];
  const said: Said[] = [];
  for (let f = 0; f < of.found.length; f += step) {
    const [found, truth] = [of.found[f]!, of.trueMissing[f]!];
    const start = performance.now();
    const scored = findAmong(finder, found, context)
      .map((number) => ({ number, comparison: comparePair(of.missing[number]!, found, context) }))
      .toSorted((a, b) => b.comparison.totalBits - a.comparison.totalBits);
    const milliseconds = performance.now() - start;
    for (const { number, comparison } of scored) {
      if (comparison.probability >= leastShown)
        said.push({ probability: comparison.probability, same: number === truth, kind: evidenceClass(comparison.aspects) });
    }
    if (truth < 0) continue;
    const place = scored.findIndex(({ number }) => number === truth);
    const comparison = comparePair(of.missing[truth]!, found, context);
    const explained = place >= 0 && place < 10 ? null : explain(of.missing[truth]!, found, comparison, place);
    answers.push({ place, kinds: kindsOf(of.missing[truth]!, found, comparison), milliseconds, explained });
  }
  return { answers, said };
}

function recall(answers: readonly Answer[], within: number): number {
  return answers.filter(({ place }) => place >= 0 && place < within).length / answers.length;
}

const fewestOfAKind = 20;

function rowsByKind(id: string, answers: readonly Answer[]): Figure[] {
  const kinds = [...new Set(answers.flatMap((answer) => answer.kinds))].toSorted();
  return kinds.flatMap((kind) => {
    const those = answers.filter((answer) => answer.kinds.includes(kind));
    if (those.length < fewestOfAKind) return [];
    return [
      atMost(`${id}.${kind}.recallAt1`, recall(those, 1), 'share', those.length, null),
      atMost(`${id}.${kind}.recallAt10`, recall(those, 10), 'share', those.length, null),
    ];
  });
}

function rowsOfProbability(id: string, said: readonly Said[], wanted: boolean): Figure[] {
  const sure = said.filter(({ probability }) => probability >= 0.99);
  const right = sure.filter(({ same }) => same).length / Math.max(1, sure.length);
  const error = calibrationError(said);
  const rows = [
    atMost(`${id}.calibrationError`, error, 'share', said.length, wanted ? goals.error : null),
    wanted
      ? atLeast(`${id}.trueAt99`, right, 'share', sure.length, goals.sure)
      : atMost(`${id}.trueAt99`, right, 'share', sure.length, null),
  ];
  for (const name of evidenceClasses) {
    const those = said.filter(({ kind }) => kind === name);
    rows.push(atMost(`${id}.calibrationError.${name}`, calibrationError(those), 'share', those.length, null));
  }
  reliability(said).forEach((band, at) => {
    const row = atMost(`${id}.seenWhenSaid0.${at}`, band.seen, 'share', band.pairs, null);
    rows.push({ ...row, peer: { name: 'said', value: Math.round(band.said * 1000) / 1000 } });
  });
  return rows;
}

function figuresOf(level: NoiseLevel, children: number, misses?: string): Figure[] {
  const of = nation({ seed: 'measured and never taught', count: children, noise: level });
  const id = `nation.${level}.${of.missing.length + of.found.length}`;
  const { answers, said } = ask(of);
  if (misses) appendFileSync(misses, answers.flatMap(({ explained }) => (explained ? [`${id} ${explained}\n`] : [])).join(''));
  const times = answers.map((answer) => answer.milliseconds);
  const wanted = children >= largeNation; // the goals are for a million records
  const [first, ten, n] = [recall(answers, 1), recall(answers, 10), answers.length];
  return [
    wanted ? atLeast(`${id}.recallAt1`, first, 'share', n, goals.first) : atMost(`${id}.recallAt1`, first, 'share', n, null),
    wanted ? atLeast(`${id}.recallAt10`, ten, 'share', n, goals.ten) : atMost(`${id}.recallAt10`, ten, 'share', n, null),
    ...rowsByKind(id, answers),
    ...rowsOfProbability(id, said, wanted),
    atMost(`${id}.p50`, percentile(times, 0.5), 'ms', n, null),
    atMost(`${id}.p95`, percentile(times, 0.95), 'ms', n, null),
  ];
}

const peerNation = 12_000;
const peerAsked = 300;

/** Ours and the peers on the same reports and the same children: few enough that a peer may look at every report. */
function peerFigures(): Figure[] {
  const of = nation({ seed: 'measured beside peers', count: peerNation, noise: 'middle' });
  const context = contextOf(of, servedWeights);
  const finder = finderOf(of, context);
  const known = of.trueMissing.flatMap((truth, f) => (truth >= 0 ? [{ truth, found: of.found[f]! }] : []));
  const cases = known.filter((_, at) => at % Math.ceil(known.length / peerAsked) === 0);
  const id = `nation.middle.${of.missing.length + of.found.length}`;
  const ours = cases.map(({ truth, found }) => {
    const scored = findAmong(finder, found, context).map((number) => ({
      number,
      bits: comparePair(of.missing[number]!, found, context).totalBits,
    }));
    return scored.toSorted((a, b) => b.bits - a.bits).findIndex(({ number }) => number === truth);
  });
  const share = (places: readonly number[], within: number): number =>
    places.filter((place) => place >= 0 && place < within).length / places.length;
  return recordPeers(of).flatMap((peer) => {
    const theirs = cases.map(({ truth, found }) => placeOf(peer.ask(found), truth));
    return [1, 10].map((within): Figure => {
      const row = atMost(`${id}.recallAt${within} beside ${peer.id}`, share(ours, within), 'share', cases.length, null);
      return { ...row, peer: { name: peer.id, value: Math.round(share(theirs, within) * 1000) / 1000 } };
    });
  });
}

const smallNation = 60_000;
/** Children whose reports and found records together are a million. */
const largeNation = 862_000;

export function nationFigures({ large, misses }: NationFigureOptions): Figure[] {
  if (large) return figuresOf('middle', largeNation, misses);
  return [...(['low', 'middle', 'high'] as const).flatMap((level) => figuresOf(level, smallNation, misses)), ...peerFigures()];
}
