// `match weights`: says which pairs of a portal's register other weights would move and what they disable (--try), and has them serve (--serve), once that was read and --yes said.
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { servedWeights } from '../../src/modules/matching/weighing/served-weights.ts';
import {
  type Proposed,
  type WeightsChange,
  previousWeights,
  serveStored,
  servingRefused,
  silentAspects,
} from '../../src/modules/matching/weighing/serving.ts';
import { readWeights } from '../../src/modules/matching/weighing/stored-weights.ts';
import { type Trial, type Withdrawals, tryWeights, withdrawalsBy } from '../../src/modules/matching/weighing/weights-trial.ts';
import type { Weights } from '../../src/modules/matching/weighing/weights.ts';
import type { Context } from '../../src/platform/context.ts';
import { Mistake } from './mistake.ts';
import { openPortal } from './portal.ts';
import { print } from './say.ts';

const usualSample = '500';
const movesShown = 20;
/** Of the pairs that wait for an answer, the share that may be withdrawn without a word. */
const quietly = 0.1;
/** Bytes. Weights take some eight thousand. */
const largestFile = 1_000_000;

function ofFile(path: string): Proposed {
  let value: unknown;
  try {
    if (statSync(path).size > largestFile) throw new Mistake('too large for weights');
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Mistake(`${path}: ${(error as Error).message}`);
  }
  const { weights, made, faults } = readWeights(value);
  if (!weights) throw new Mistake(`${path} can not weigh anything:\n  ${faults.join('\n  ')}`);
  return { weights, made };
}

async function ofHistory(context: Context): Promise<Proposed> {
  const previous = await previousWeights(context);
  if (!previous) throw new Mistake('nothing was served before');
  if (previous.faults.length > 0) throw new Mistake(`what served before can not weigh any more:\n  ${previous.faults.join('\n  ')}`);
  return previous;
}

/** Null where only the portal can tell. */
function given(named: string): Proposed | null {
  if (named === 'previous') return null;
  return named === 'code' ? { weights: servedWeights, made: null } : ofFile(named);
}

function report(trial: Trial, weights: Weights): string[] {
  const counts = Map.groupBy(trial.moves, ({ from, to }) => `${from} to ${to}`);
  const silent = silentAspects(weights);
  return [
    `${trial.serving} -> ${weights.version}: ${trial.records} missing reports, ${trial.pairs} pairs compared, ${trial.moves.length} would move`,
    ...[...counts].map(([what, moves]) => `  ${what}: ${moves.length}`),
    silent.length > 0 ? `Disabled, neither for nor against: ${silent.join(', ')}` : 'No aspect is disabled.',
    ...trial.moves
      .slice(0, movesShown)
      .map((move) => `${move.before.toFixed(3)} -> ${move.after.toFixed(3)}\t${move.missingId}\t${move.foundId}`),
  ];
}

async function checkServable(context: Context, weights: Proposed): Promise<void> {
  const refused = await servingRefused(context, weights);
  const { version } = weights.weights;
  if (refused === 'servesNow') throw new Mistake(`${version} serves already`);
  if (refused === 'otherNumbers') throw new Mistake(`${version} was served with other numbers: give these another version`);
}

const toldWithdrawals = ({ waiting, withdrawn }: Withdrawals): string =>
  `Of ${waiting} pairs that wait for an answer, ${withdrawn} would be withdrawn unanswered.`;

/** More than a tenth of what waits goes only with the number said: a file of weights that silences the register looks like any other. */
function checkWithdrawals({ waiting, withdrawn }: Withdrawals, said: number): void {
  if (withdrawn <= quietly * waiting || said >= withdrawn) return;
  throw new Mistake(
    `not served: more than a tenth of what waits (${withdrawn} of ${waiting} pairs) would be withdrawn. If that is meant, say --withdraw ${withdrawn}`,
  );
}

function served(change: WeightsChange | null, { weights }: Proposed): string {
  return `${weights.version} serves. ${change?.records ?? 0} open records wait to be compared anew, by any worker. Back: --serve previous`;
}

/** A person's name or post, as it stands in the history of what served. */
function checkedWho(who: string | undefined): string {
  if (who === undefined || !/^[\p{L}\p{N} .,@'-]{1,100}$/u.test(who)) throw new Mistake('say --who: the name of whoever has them serve');
  return who;
}

export async function tryOrServeWeights(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      try: { type: 'string' },
      serve: { type: 'string' },
      who: { type: 'string' },
      yes: { type: 'boolean', default: false },
      database: { type: 'string' },
      sample: { type: 'string', default: usualSample },
      withdraw: { type: 'string', default: '0' },
    },
  });
  const { serve } = values;
  const named = serve ?? values.try;
  if (!named || (serve && values.try)) throw new Mistake('say --try weights.json, or --serve weights.json (or previous, or code)');
  const sample = Number(values.sample);
  if (!Number.isInteger(sample) || sample < 1) throw new Mistake(`--sample must be a whole number above 0, not "${values.sample}"`);
  const withdraw = Number(values.withdraw);
  if (!Number.isInteger(withdraw) || withdraw < 0) throw new Mistake(`--withdraw must be a whole number, not "${values.withdraw}"`);
  const who = serve ? checkedWho(values.who) : '';
  const told = given(named);
  const portal = openPortal(values.database);
  try {
    const weights = await portal.ask(async (context) => {
      const those = told ?? (await ofHistory(context));
      if (serve) await checkServable(context, those);
      print(report(await tryWeights(context, those.weights, sample), those.weights).join('\n'));
      const withdrawals = await withdrawalsBy(context, those.weights);
      print(toldWithdrawals(withdrawals));
      if (serve) checkWithdrawals(withdrawals, withdraw);
      return those;
    });
    if (!serve) return;
    if (!values.yes) return void print('Nothing was changed. To have them serve, say the same again with --yes.');
    const change = await portal.ask(async (context) => {
      await checkServable(context, weights);
      return serveStored(context, weights, who);
    });
    print(served(change, weights));
  } finally {
    await portal.close();
  }
}
