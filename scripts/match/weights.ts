// `match weights`: says which pairs of a portal's register other weights would move, and what they disable, before they serve. Changes nothing.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openTools } from '../../src/apps/tools.ts';
import { newId } from '../../src/kernel/ids.ts';
import { silentAspects } from '../../src/modules/matching/weighing/serving.ts';
import { servedWeights } from '../../src/modules/matching/weighing/served-weights.ts';
import { type Trial, tryWeights } from '../../src/modules/matching/weighing/weights-trial.ts';
import type { Weights } from '../../src/modules/matching/weighing/weights.ts';
import { readConfig } from '../../src/platform/config.ts';
import { inContext } from '../../src/platform/context.ts';
import { Mistake } from './mistake.ts';

const usualSample = '500';
const movesShown = 20;

/** What the weights that serve have and the file lacks, as paths. */
function lacking(served: unknown, proposed: unknown, path = ''): string[] {
  if (typeof served !== 'object' || served === null) return typeof served === typeof proposed ? [] : [path];
  if (typeof proposed !== 'object' || proposed === null) return [path];
  return Object.entries(served).flatMap(([key, value]) =>
    lacking(value, (proposed as Record<string, unknown>)[key], path ? `${path}.${key}` : key),
  );
}

function readWeights(path: string): Weights {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Mistake(`${path}: ${(error as Error).message}`);
  }
  const missing = lacking(servedWeights, read);
  if (missing.length > 0) throw new Mistake(`${path} says nothing of ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ', …' : ''}`);
  return read as Weights;
}

function report(trial: Trial, proposed: Weights): string[] {
  const counts = Map.groupBy(trial.moves, ({ from, to }) => `${from} to ${to}`);
  const silent = silentAspects(proposed);
  return [
    `${servedWeights.version} -> ${proposed.version}: ${trial.records} missing reports, ${trial.pairs} pairs compared, ${trial.moves.length} would move`,
    ...[...counts].map(([what, moves]) => `  ${what}: ${moves.length}`),
    silent.length > 0 ? `Disabled, neither for nor against: ${silent.join(', ')}` : 'No aspect is disabled.',
    ...trial.moves
      .slice(0, movesShown)
      .map((move) => `${move.before.toFixed(3)} -> ${move.after.toFixed(3)}\t${move.missingId}\t${move.foundId}`),
  ];
}

export async function dryRunWeights(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { try: { type: 'string' }, database: { type: 'string' }, sample: { type: 'string', default: usualSample } },
  });
  const database = values.database ?? process.env['DATABASE_URL'];
  if (!values.try || !database)
    throw new Mistake('say --try weights.json, and --database or DATABASE_URL: the worker door’s address of the portal');
  const proposed = readWeights(values.try);
  const { tools, close } = openTools('worker', readConfig({ ...process.env, DATABASE_URL: database }), database);
  const asking = {
    actor: { kind: 'system', name: 'weights' },
    requestId: newId(),
    ground: { name: 'matching.weights', purpose: 'duty' },
  } as const;
  try {
    const trial = await inContext(tools, asking, (context) => tryWeights(context, proposed, Number(values.sample)));
    process.stdout.write(`${report(trial, proposed).join('\n')}\n`);
  } finally {
    await close();
  }
}
