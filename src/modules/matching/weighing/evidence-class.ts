// How much two records say of one another: rich, one name, or no name. Each class is calibrated for itself, since each errs in its own way.
import type { AspectResult } from '../aspect.ts';

export const evidenceClasses = ['two-names', 'one-name', 'no-name'] as const;
export type EvidenceClass = (typeof evidenceClasses)[number];

const personal: ReadonlySet<string> = new Set(['name', 'father', 'mother', 'guardian']);

/** A name of a person, known on both sides. */
export function isPersonal({ aspect, outcome }: AspectResult): boolean {
  return personal.has(aspect) && outcome !== 'unknown';
}

/** By how many persons' names are known on both sides: the child's, and the parents' or guardian's. */
export function evidenceClass(results: readonly AspectResult[]): EvidenceClass {
  const known = results.filter(isPersonal).length;
  return known >= 2 ? 'two-names' : known === 1 ? 'one-name' : 'no-name';
}
