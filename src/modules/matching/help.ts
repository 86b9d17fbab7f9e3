// What single further fact would help most, and whom to ask for it.
import type { Aspect, AspectResult } from './aspect.ts';
import type { Prepared } from './prepare.ts';
import type { Weights } from './weighing/weights.ts';

/** `code` is a key of locales/<lang>/matching.json. */
export type Help = { readonly aspect: Aspect; readonly code: string };

type Askable = Exclude<Aspect, 'dates' | 'distance' | 'clothing' | 'build' | 'complexion'>;

/** Whether one record says something of the aspect. What nobody can be asked is left out. */
const says: Readonly<Record<Askable, (record: Prepared) => boolean>> = {
  name: (record) => record.names.child.length > 0,
  father: (record) => record.names.father.length > 0,
  mother: (record) => record.names.mother.length > 0,
  guardian: (record) => record.names.guardian.length > 0,
  sibling: (record) => record.names.sibling.length > 0,
  age: (record) => record.age !== null,
  sex: (record) => record.description.sex !== null,
  marks: (record) => record.description.marks.length > 0,
  language: (record) => record.description.languages.length > 0,
  place: (record) => record.homeWords.length > 0 || record.description.homeDistrict !== null,
  height: (record) => record.description.heightCentimetres !== null,
};

/** A fact one side already knows is worth more than one both lack: one question settles it. */
const bothLack = 0.5;

/** The unknown aspect with the most expected bits; the child's side is asked first. Null if nothing askable is unknown. */
export function mostHelpful(aspects: readonly AspectResult[], missing: Prepared, found: Prepared, weights: Weights): Help | null {
  let best: Help | null = null;
  let most = 0;
  for (const { aspect, outcome } of aspects) {
    if (outcome !== 'unknown' || !(aspect in says)) continue;
    const said = says[aspect as Askable];
    const [family, child] = [said(missing), said(found)];
    const expected = weights.averages[aspect] * (family || child ? 1 : bothLack);
    if (expected <= most) continue;
    most = expected;
    best = { aspect, code: `matching.help.${aspect}.${child ? 'askFamily' : 'askChild'}` };
  }
  return best;
}
