// `match learn`: the weights in the code with what officers' verdicts in a portal teach, as a file to try and to serve. Reads only; names nobody.
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { aspects } from '../../src/modules/matching/aspect.ts';
import type { ScoreContext } from '../../src/modules/matching/context.ts';
import { scoreContext } from '../../src/modules/matching/jobs.ts';
import { type HeldOut, heldOut } from '../../src/modules/matching/learning/held-out.ts';
import { type Others, fewest, objection, othersOf } from '../../src/modules/matching/learning/objection.ts';
import { type TeachingPairs, teachingPairs, whyNot } from '../../src/modules/matching/learning/teaching-pairs.ts';
import {
  type TeachingPair,
  calibrated,
  learnFromVerdicts,
  massesByClass,
  massesOf,
  mostPer,
} from '../../src/modules/matching/learning/verdicts.ts';
import { comparePair } from '../../src/modules/matching/score.ts';
import { type EvidenceClass, evidenceClasses } from '../../src/modules/matching/weighing/evidence-class.ts';
import { servedWeights } from '../../src/modules/matching/weighing/served-weights.ts';
import { type Made, readWeights } from '../../src/modules/matching/weighing/stored-weights.ts';
import type { Weights } from '../../src/modules/matching/weighing/weights.ts';
import { Mistake } from './mistake.ts';
import { checkOutputs, writeLines } from './outputs.ts';
import { openPortal } from './portal.ts';

const digits = 4;

function rounded<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'number' ? Number(one.toPrecision(digits)) : one))) as T;
}

const bitsOf = ({ m, u }: { m: number; u: number }): number => Math.log2(m / u);
const signed = (bits: number): string => `${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(2)}`;

/** Per aspect the level that moved furthest; aspects that hardly moved are left out. */
function moves(before: Weights, after: Weights): string[] {
  return aspects
    .map((aspect) => {
      const levels = Object.keys(before.levels[aspect]).map((name) => {
        const [was, is] = [before, after].map(({ levels: of }) => bitsOf(of[aspect][name]!));
        return { aspect, name, was: was!, is: is! };
      });
      return levels.toSorted((one, other) => Math.abs(other.is - other.was) - Math.abs(one.is - one.was))[0]!;
    })
    .filter(({ was, is }) => Math.abs(is - was) >= 0.01)
    .toSorted((one, other) => Math.abs(other.is - other.was) - Math.abs(one.is - one.was))
    .map(({ aspect, name, was, is }) => `  ${aspect} ${name}: ${signed(was)} -> ${signed(is)} bits`);
}

function lines(verdicts: readonly TeachingPair[], context: ScoreContext, after: Weights): string[] {
  const masses = massesOf(verdicts, 'calibration');
  const answered = verdicts.map(({ missing, found, same }, at) => ({
    comparison: comparePair(missing, found, context),
    same,
    mass: masses[at]!,
  }));
  const sums = massesByClass(answered);
  return evidenceClasses.map((name: EvidenceClass) => {
    const { same, different } = sums.get(name)!;
    const [was, is] = [context.weights.calibration[name], after.calibration[name]];
    const count = `${same.toFixed(0)} same, ${different.toFixed(0)} different`;
    if (Math.min(same, different) < calibrated.fewest) return `  ${name}: kept (${count}; ${calibrated.fewest} of each are needed)`;
    const line = ({ slope, offset }: typeof was): string => `${slope.toFixed(3)} of the bits for sameness, and ${offset.toFixed(2)}`;
    return `  ${name}: ${line(was)} -> ${line(is)} (${count})`;
  });
}

function told({ verdicts, leftOut }: TeachingPairs, made: Made): string[] {
  const counting = massesOf(verdicts, 'sameness').reduce((sum, mass, at) => sum + (verdicts[at]!.same ? mass : 0), 0);
  return [
    `${verdicts.length} verdicts used: ${made.confirmed} confirmed to be the same, ${made.different} different, by ${made.officers} officers of ${made.offices} offices`,
    `  the ${made.confirmed} count as ${counting.toFixed(1)} true pairs: at most ${mostPer.child} a child, ${mostPer.officer} an officer, ${mostPer.office} an office`,
    ...[...leftOut].map(([why, count]) => `  left out: ${count}, ${whyNot[why]}`),
  ];
}

function madeFrom(verdicts: readonly TeachingPair[], at: string): Made {
  const count = (of: (one: TeachingPair) => string): number => new Set(verdicts.map(of)).size;
  const confirmed = verdicts.filter(({ same }) => same).length;
  return {
    at,
    base: servedWeights.version,
    confirmed,
    different: verdicts.length - confirmed,
    children: count(({ foundId }) => foundId),
    officers: count(({ officer }) => officer),
    offices: count(({ office }) => office),
  };
}

function toldHeldOut({ verdicts, before, after }: HeldOut, whose = ''): string {
  const change = (name: 'logLoss' | 'calibrationError'): string => `${before[name].toFixed(4)} -> ${after[name].toFixed(4)}`;
  return `On verdicts ${whose}it was not taught by (n = ${verdicts}): log-loss ${change('logLoss')} bits, calibration error ${change('calibrationError')}`;
}

function toldOthers(others: Others): string[] {
  if (!others) return [`Without the office that gave most, fewer than ${fewest} verdicts of one kind are left`];
  return [toldHeldOut(others.asked, 'of the other offices '), toldHeldOut(others.alone, 'of the other offices, taught by these alone, ')];
}

export async function learnFromPortal(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { database: { type: 'string' }, out: { type: 'string' }, force: { type: 'boolean', default: false } },
  });
  const { out } = values;
  if (!out) throw new Mistake('say --out weights.json, and --database or DATABASE_URL');
  checkOutputs({ '--out': out }, {});
  const portal = openPortal(values.database);
  try {
    const { pairs, context, at } = await portal.ask(async (asked) => {
      const score = { ...(await scoreContext(asked)), weights: servedWeights };
      return { pairs: await teachingPairs(asked, score), context: score, at: asked.now };
    });
    const { verdicts } = pairs;
    const made = madeFrom(verdicts, at);
    process.stdout.write(`${told(pairs, made).join('\n')}\n`);
    if (verdicts.length === 0) throw new Mistake('there is nothing to learn from');
    const learned = rounded(learnFromVerdicts(verdicts, context));
    const mark = createHash('sha256').update(JSON.stringify(learned)).digest('hex').slice(0, 8);
    const weights = { ...learned, version: `${servedWeights.version}.verdicts-${mark}`, made };
    const { faults } = readWeights(weights);
    if (faults) throw new Error(`learned weights that can not weigh: ${faults.join('; ')}`);
    const held = heldOut(verdicts, context);
    const others = othersOf(verdicts, context);
    const moved = moves(servedWeights, learned);
    process.stdout.write(
      `${[`From ${servedWeights.version}:`, ...moved, ...(moved.length === 0 ? ['  no level moves'] : []), ...lines(verdicts, context, learned), toldHeldOut(held), ...toldOthers(others)].join('\n')}\n`,
    );
    const against = objection(verdicts, held, others);
    if (against && !values.force) throw new Mistake(`not written: ${against} (--force writes them all the same)`);
    await writeLines(out, [JSON.stringify(weights, null, 2)]);
    process.stdout.write(`${weights.version} written to ${out}. Try it: npm run match -- weights --try ${out}\n`);
  } finally {
    await portal.close();
  }
}
