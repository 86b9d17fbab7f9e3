// The shared shape of every comparison of people's names: likeness, how common the name is, and the sentence.
import { isCallName } from '../../../kernel/names/index.ts';
import type { NameBearer } from '../../children/index.ts';
import { type Aspect, type AspectResult, unknown, weigh } from '../aspect.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { nameFrequency } from '../weighing/weights.ts';
import { commonness, likeness } from './alike.ts';

/** Compares what both records call one person. Facts: the two names as written, and of how many people one sounds so; `limit`: whether the number is but an end: the name may be rarer, or commoner. */
export function comparePerson(aspect: Aspect, bearer: NameBearer, missing: Prepared, found: Prepared, context: ScoreContext): AspectResult {
  const best = likeness(missing.names[bearer], found.names[bearer]);
  if (best === null) return unknown(aspect);
  const { level, one, other } = best;
  const facts = { missing: one.text, found: other.text };
  if (
    level === 'different' &&
    aspect === 'name' &&
    [one, other].some(({ tokens }) => tokens.length === 1 && isCallName(tokens[0]!.phonemes))
  )
    return weigh(context.weights, aspect, { level: 'callName', facts });
  const factor = context.weights.nameChance[level];
  if (factor === undefined) return weigh(context.weights, aspect, { level, facts });
  const shared = one.tokens.length <= other.tokens.length ? one : other;
  const { u } = context.weights.levels[aspect][level]!;
  const common = commonness(shared, context.frequencies);
  const chance = Math.min(u, common * factor);
  const atMost = common <= nameFrequency.lowest && chance < u;
  const atLeast = common >= nameFrequency.highest || chance >= u;
  const limit = atMost ? 'rarer' : atLeast ? 'commoner' : 'none';
  const code = level !== 'same' ? level : one.text === other.text ? 'sameWritten' : 'sameSound';
  return weigh(context.weights, aspect, { level, chance, code, facts: { ...facts, oneIn: Math.round(1 / chance), limit } });
}
