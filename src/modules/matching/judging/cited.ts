// What a judgement rested on: a print of what each record said of every fact, and which facts decided. A "no" is asked again only once one of these changed.
import { createHash } from 'node:crypto';
import { type Circumstances, type Description, type NameBearer, namesOf } from '../../children/index.ts';
import { type Aspect, type AspectResult, aspects } from '../aspect.ts';

/** What each side said, as a print (null: nothing), and the bits the fact counted. A print, because a judgement is kept when the child's words are not. */
export type Said = { readonly missing: string | null; readonly found: string | null; readonly bits: number };
export type Evidence = Readonly<Partial<Record<Aspect, Said>>>;

/** Bits by which a pair must have grown where no fact was ticked, only a reason written: the reason may rest on anything. */
const WORTH_ASKING_AGAIN = 1;
/** From so many bits on (eight times likelier) a fact nobody knew before is a new reason to ask, whatever was ticked. */
const STRONG = 3;

type Reading = (description: Description, circumstances: Circumstances) => unknown;
const names =
  (bearer: NameBearer): Reading =>
  (description) =>
    namesOf(description, bearer).toSorted();

/** The fields a fact is read from; empty lists and nulls say nothing. */
const fieldsOf: Readonly<Record<Aspect, Reading>> = {
  name: names('child'),
  father: names('father'),
  mother: names('mother'),
  guardian: names('guardian'),
  sibling: names('sibling'),
  age: ({ age, birthDate }) => birthDate ?? age,
  sex: ({ sex }) => sex,
  marks: ({ marks }) => marks.map(({ kind, site, side }) => `${kind} ${site} ${side}`).toSorted(),
  language: ({ languages }) => languages.toSorted(),
  place: ({ homeWords, homeDistrict }) => [...homeWords, ...(homeDistrict ? [homeDistrict] : [])].toSorted(),
  distance: (_, { districtCode }) => districtCode,
  height: ({ heightCentimetres }) => heightCentimetres,
  dates: (_, { happenedOn }) => happenedOn,
  clothing: ({ clothing }) => clothing,
  build: ({ build }) => build,
  complexion: ({ complexion }) => complexion,
};

export type Described = { readonly description: Description; readonly circumstances: Circumstances };

/** 64 bits, salted with the pair: the same name leaves another print on another pair. */
function printOf(candidateId: string, aspect: Aspect, { description, circumstances }: Described): string | null {
  const said = fieldsOf[aspect](description, circumstances);
  if (said === null || (Array.isArray(said) && said.length === 0)) return null;
  return createHash('sha256')
    .update(`${candidateId} ${aspect} ${JSON.stringify(said)}`)
    .digest('hex')
    .slice(0, 16);
}

export function evidenceOf(candidateId: string, missing: Described, found: Described, results: readonly AspectResult[]): Evidence {
  return Object.fromEntries(
    results.map(({ aspect, bits }) => [
      aspect,
      { missing: printOf(candidateId, aspect, missing), found: printOf(candidateId, aspect, found), bits },
    ]),
  );
}

/** The facts of which one record or the other says something else now. Facts the judgement kept nothing of count as unknown then. */
export function changedSince(then: Evidence, now: Evidence): Aspect[] {
  return aspects.filter((aspect) => {
    const [before, after] = [then[aspect], now[aspect]];
    return after !== undefined && ((before?.missing ?? null) !== after.missing || (before?.found ?? null) !== after.found);
  });
}

const bitsIn = (evidence: Evidence, aspect: Aspect): number => evidence[aspect]?.bits ?? 0;
const totalOf = (evidence: Evidence): number => aspects.reduce((sum, aspect) => sum + bitsIn(evidence, aspect), 0);
const wasKnown = (said: Said | undefined): boolean => Boolean(said && said.missing !== null && said.found !== null);

export type Cited = { readonly verdict: 'different' | 'unsure'; readonly cited: readonly Aspect[]; readonly evidence: Evidence };

/**
 * The facts for which a judged pair is worth asking about again; none: the judgement stands. A "no" asks again of a cited fact that changed and
 * speaks no more against than it did; "can't tell" of a cited fact that changed at all. Beside that only a strong fact nobody knew before.
 */
export function askedAgainFor({ verdict, cited, evidence: then }: Cited, now: Evidence): Aspect[] {
  if (Object.keys(then).length === 0) return []; // judged before evidence was kept: nothing can be said to have changed
  const changed = changedSince(then, now);
  const whole = cited.length === 0 && totalOf(now) - totalOf(then) >= WORTH_ASKING_AGAIN;
  return changed.filter((aspect) => {
    const noWeaker = bitsIn(now, aspect) >= bitsIn(then, aspect);
    const newlyStrong = !wasKnown(then[aspect]) && bitsIn(now, aspect) >= STRONG;
    return whole || newlyStrong || (cited.includes(aspect) && (verdict === 'unsure' || noWeaker));
  });
}
