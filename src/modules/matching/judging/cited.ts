// What a judgement rested on: a print of what each record said of every fact, and which facts decided. A "no" is asked again only once one of these changed.
import { keyedHash } from '../../../platform/credentials/index.ts';
import { type Circumstances, type Description, type NameBearer, namesOf } from '../../children/index.ts';
import { type Aspect, type AspectResult, aspects } from '../aspect.ts';
import { homeUnstated } from '../compare/place.ts';

/**
 * What each side said, as a print (null: nothing), the level it fell on (null: unknown) and the bits it counted. A print, because a judgement is
 * kept when the child's words are not.
 */
export type Said = { readonly missing: string | null; readonly found: string | null; readonly level: string | null; readonly bits: number };
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
  place: ({ homeWords, homeDistrict }, circumstances) => {
    const home = homeDistrict ?? homeUnstated(circumstances);
    return [...homeWords, ...(home ? [home] : [])].toSorted();
  },
  distance: (_, { districtCode }) => districtCode,
  height: ({ heightCentimetres }) => heightCentimetres,
  dates: (_, { happenedOn }) => happenedOn,
  clothing: ({ clothing }) => clothing,
  build: ({ build }) => build,
  complexion: ({ complexion }) => complexion,
};

export type Described = { readonly description: Description; readonly circumstances: Circumstances };

/**
 * Keyed with the installation's secret: the values are short (a sex, a district, a common name), and with the pair's id alone whoever holds a
 * copy of the database could try them all. `mark` says which key made a print.
 */
export type PrintKey = { readonly secret: string; readonly mark: string };

export function printKeyOf({ secret }: { readonly secret: string }): PrintKey {
  return { secret, mark: keyedHash(secret, 'judgement-mark', '').slice(0, 8) };
}

/** The key's mark and 64 bits, bound to pair and fact: the same name leaves another print on another pair. */
function printOf({ secret, mark }: PrintKey, of: string, said: unknown): string | null {
  if (said === null || (Array.isArray(said) && said.length === 0)) return null;
  return `${mark}.${keyedHash(secret, 'judgement', `${of} ${JSON.stringify(said)}`).slice(0, 16)}`;
}

export type Pair = { readonly candidateId: string; readonly missing: Described; readonly found: Described };

export function evidenceOf(key: PrintKey, { candidateId, missing, found }: Pair, results: readonly AspectResult[]): Evidence {
  return Object.fromEntries(
    results.map(({ aspect, level, bits }) => {
      const print = ({ description, circumstances }: Described) =>
        printOf(key, `${candidateId} ${aspect}`, fieldsOf[aspect](description, circumstances));
      return [aspect, { missing: print(missing), found: print(found), level, bits }];
    }),
  );
}

/**
 * Whether one side says something else. Prints of two keys cannot be compared (the secret was changed since): then only what is known now and
 * was not, or no longer, counts as changed. `changedSince` adds the level.
 */
function saysElse(before: string | null, after: string | null): boolean {
  if (before === null || after === null) return before !== after;
  return sameKey(before, after) && before !== after;
}

function sameKey(before: string | null, after: string | null): boolean {
  return before === null || after === null || before.split('.')[0] === after.split('.')[0];
}

/**
 * The facts of which one record or the other says something else now. Facts the judgement kept nothing of count as unknown then. After the secret
 * was changed a fact has changed if its comparison fell on another level: were every print taken for another, every "no" would be asked again
 * at once; were none, a corrected father's name would ask nobody.
 */
export function changedSince(then: Evidence, now: Evidence): Aspect[] {
  return aspects.filter((aspect) => {
    const [before, after] = [then[aspect], now[aspect]];
    if (after === undefined) return false;
    const { missing = null, found = null, level = null } = before ?? {};
    const comparable = sameKey(missing, after.missing) && sameKey(found, after.found);
    return saysElse(missing, after.missing) || saysElse(found, after.found) || (!comparable && level !== after.level);
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
