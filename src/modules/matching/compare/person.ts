// The shared shape of every comparison of people's names: likeness, how common the name is, and the sentence.
import type { NameBearer } from '../../children/index.ts';
import { type Aspect, type AspectResult, known, unknown } from '../aspect.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { type Level, type NameLevel, bitsOf, names, worth } from '../weights.ts';
import { commonness, likeness } from './alike.ts';

/** How many times oftener a chance likeness of this level is than the same name itself. Levels not listed do not depend on the name. */
const commonnessFactor: Partial<Record<NameLevel, number>> = { same: 1, part: 2, close: 6 };

/** Compares what both records call one person. Facts: the two names as written, and of how many people one sounds so. */
export function comparePerson(
  aspect: Aspect & keyof typeof worth,
  bearer: NameBearer,
  missing: Prepared,
  found: Prepared,
  context: ScoreContext,
): AspectResult {
  const best = likeness(missing.names[bearer], found.names[bearer]);
  if (best === null) return unknown(aspect);
  const { level: code, one, other } = best;
  const table: Level = names[bearer][code];
  const facts = { missing: one.text, found: other.text };
  const factor = commonnessFactor[code];
  if (factor === undefined) return known(aspect, bitsOf(table), code, facts);
  const shared = one.tokens.length <= other.tokens.length ? one : other;
  const share = Math.min(table.u, commonness(shared, context.frequencies) * factor);
  const bits = Math.min(worth[aspect].most, bitsOf({ m: table.m, u: share }));
  const written = code === 'same' && one.text === other.text;
  return known(aspect, bits, written ? 'sameWritten' : code === 'same' ? 'sameSound' : code, {
    ...facts,
    oneIn: Math.round(1 / share),
  });
}
