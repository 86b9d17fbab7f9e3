// Learns the weights officers' pairs are scored by from invented nations, and writes them: chance from random pairs, sameness by expectation-maximisation, calibration from answered pairs of other nations.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Nation, contextOf, finderOf, nation } from '../bench/matching/nation.ts';
import { seededRandom } from '../seed/random.ts';
import { firstWeights } from '../src/modules/matching/weighing/first-weights.ts';
import { type Answered, calibrationError, fitCalibration } from '../src/modules/matching/learning/calibration.ts';
import { learnChance, type Pair } from '../src/modules/matching/learning/chance.ts';
import { type Case, learnSameness } from '../src/modules/matching/learning/expectation.ts';
import { findAmong } from '../src/modules/matching/finding/finder.ts';
import { learnedWeights } from '../src/modules/matching/weighing/learned-weights.ts';
import { comparePair } from '../src/modules/matching/score.ts';
import { printOf } from '../src/modules/matching/weighing/versions.ts';
import type { Weights } from '../src/modules/matching/weighing/weights.ts';

const { values: options } = parseArgs({
  options: {
    children: { type: 'string', default: '60000' },
    large: { type: 'string', default: '400000' },
    only: { type: 'string' },
    version: { type: 'string', default: 'learned' },
    out: { type: 'string', default: 'src/modules/matching/weighing/learned-weights.ts' },
  },
});

const randomPairs = 300_000;
const asked = 3_000;
const rounds = 6;
const reach = { names: 50, keys: 50 };
/** The first weights, set by people who know the field, count as so many true pairs: an invented nation must not make any slip unthinkable. */
const caution = 200;

function drawPairs({ missing, found, trueMissing }: Nation): Pair[] {
  const random = seededRandom('random pairs', 0);
  const pairs: Pair[] = [];
  while (pairs.length < randomPairs) {
    const [f, m] = [random.integer(0, found.length - 1), random.integer(0, missing.length - 1)];
    if (trueMissing[f] !== m) pairs.push({ missing: missing[m]!, found: found[f]! });
  }
  return pairs;
}

type Asked = Case & { truth: number };

/** Found children, spread over the nation, with what the index finds for each. `truth`: which of the others, or -1. */
function drawCases(of: Nation, count: number): Asked[] {
  const { missing, found, trueMissing } = of;
  const context = contextOf(of, firstWeights);
  const finder = finderOf(of, context);
  const step = Math.max(1, Math.floor(found.length / count));
  const cases: Asked[] = [];
  for (let f = 0; f < found.length && cases.length < count; f += step) {
    const numbers = findAmong(finder, found[f]!, context, reach);
    cases.push({ found: found[f]!, others: numbers.map((m) => missing[m]!), truth: numbers.indexOf(trueMissing[f]!) });
  }
  return cases;
}

function answer(cases: readonly Asked[], context: ReturnType<typeof contextOf>): Answered[] {
  return cases.flatMap(({ found, others, truth }) =>
    others.map((missing, at) => ({ comparison: comparePair(missing, found, context), same: at === truth })),
  );
}

function tell(name: string, answered: readonly Answered[]): void {
  const pairs = answered
    .map(({ comparison, same }) => ({ probability: comparison.probability, same }))
    .filter(({ probability }) => probability >= 0.01);
  const sure = pairs.filter(({ probability }) => probability >= 0.99);
  const right = sure.filter(({ same }) => same).length;
  console.log(
    `${name}: calibration error ${calibrationError(pairs).toFixed(4)} over ${pairs.length} pairs; at 0.99 and more ${right} of ${sure.length} true`,
  );
}

const widest = 120;

/** As the house writes objects: what fits stands on one line. Three digits are more than the data knows. */
function written(value: unknown, indent = ''): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(3)));
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `[${value.map((one) => written(one)).join(', ')}]`;
  const entries = Object.entries(value as object).map(
    ([key, inner]) => `${/^\w+$/.test(key) ? key : `'${key}'`}: ${written(inner, `${indent}  `)}`,
  );
  const line = `{ ${entries.join(', ')} }`;
  if (line.length + indent.length <= widest && !line.includes('\n') && (line.match(/\{/g) ?? []).length === 1) return line;
  return `{\n${entries.map((entry) => `${indent}  ${entry},\n`).join('')}${indent}}`;
}

function learn(): Weights {
  const taught = nation({ seed: 'weights are learned here', count: Number(options.children) });
  let weights: Weights = { ...firstWeights, version: options.version };
  weights = learnChance(drawPairs(taught), contextOf(taught, weights));
  const cases = drawCases(taught, asked);
  console.log(`${cases.length} found children, ${cases.filter(({ truth }) => truth >= 0).length} with their report among the candidates`);
  weights = learnSameness(cases, contextOf(taught, weights), rounds, caution);
  tell('taught', answer(cases, contextOf(taught, weights)));
  return weights;
}

// `--only calibration`: what was learned stays, and only the lines of the evidence classes are drawn anew.
const known = options.only === 'calibration' ? { ...learnedWeights, version: options.version } : learn();
let weights: Weights = { ...known, calibration: firstWeights.calibration };
/** Registers of two sizes, so that the line holds for a State and for the nation. */
const registers = [Number(options.children), Number(options.large)].map((count, at) => {
  const other = nation({ seed: `calibration is fitted here ${at}`, count });
  return { other, cases: drawCases(other, asked) };
});
const tellAll = (when: string): void =>
  registers.forEach(({ other, cases: those }) =>
    tell(`${other.missing.length} reports, ${when}`, answer(those, contextOf(other, weights))),
  );
tellAll('before calibration');
weights = {
  ...weights,
  calibration: fitCalibration(registers.flatMap(({ other, cases: those }) => answer(those, contextOf(other, weights)))),
};
tellAll('after');
weights = { ...weights, version: `${options.version}-${printOf(weights)}` };
const text = written(weights);
writeFileSync(
  options.out,
  `// Written by scripts/learn-weights.ts from ${options.children} invented children; not by hand.\nimport type { Weights } from './weights.ts';\n\nexport const learnedWeights: Weights = ${text};\n`,
);
