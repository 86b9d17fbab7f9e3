// Tells the stories of a fictional nation's missing and found children, the same for the same seed and day. Pure: no clock, no database.
import { type Day, milliseconds } from '../src/kernel/time.ts';
import { type HardCase, hardCaseAt, slotOf } from './children/cases.ts';
import { type TrueChild, drawChild, twinOf } from './children/child.ts';
import { foundSide } from './children/found.ts';
import { hour, presentOf } from './children/instants.ts';
import { missingSide } from './children/missing.ts';
import { type Plan, drawPlan, fixedDistricts, fixedYears } from './children/plan.ts';
import { sightingsOf } from './children/sightings.ts';
import type { ChildStory } from './children/story.ts';
import type { NoiseLevel } from './names/noise.ts';
import { officesIn } from './offices.ts';
import { type Random, seededRandom } from './random.ts';

export type * from './children/story.ts';
export { hardCases } from './children/cases.ts';

type Told = { missing: number; found: number; sightings: number };

/** Streams of one child: what is true of child and plan comes from `truth`, so that a second twin can tell the first one's story again. */
function truthOf(seed: string, index: number, hardCase: HardCase | null, now: number): { child: TrueChild; plan: Plan; random: Random } {
  const random = seededRandom(`${seed} truth`, index);
  const child = drawChild(random, { districts: fixedDistricts(hardCase), years: hardCase ? fixedYears[hardCase] : undefined });
  return { child, plan: drawPlan(random, child, { index, hardCase, slot: slotOf(index), now }), random };
}

/** The second twin: the first one's home, hour and station; an own name; still missing. */
function twinTruth(seed: string, index: number, now: number): { child: TrueChild; plan: Plan; random: Random } {
  const first = truthOf(seed, index - 1, 'twins-first', now);
  const child = twinOf(first.child, seededRandom(`${seed} twin`, index));
  const plan: Plan = {
    ...first.plan,
    index,
    hardCase: 'twins-second',
    ending: 'still-missing',
    interState: false,
    foundAt: null,
    foundDistrict: null,
    matchedAt: null,
  };
  return { child, plan, random: first.random };
}

/** The same child reported again at another station some hours later: one station traced the child, the other still searches. */
function againTruth(seed: string, index: number, now: number): { child: TrueChild; plan: Plan; random: Random } {
  const first = truthOf(seed, index - 1, 'reported-twice', now);
  const { child, plan, random } = first;
  const station = officesIn(plan.lastSeenDistrict.code, 'police-station').find(({ code }) => code !== plan.station.code) ?? plan.station;
  const untraced = { ending: 'still-missing', foundAt: null, foundDistrict: null, matchedAt: null } as const;
  return {
    child,
    random,
    plan: { ...plan, ...untraced, index, hardCase: 'reported-again', station, reportedAt: plan.reportedAt + 5 * hour },
  };
}

function tellChild(seed: string, index: number, now: number, told: Told, noise?: NoiseLevel): ChildStory {
  const hardCase = hardCaseAt(index);
  const twin = hardCase === 'twins-second';
  const again = hardCase === 'reported-again';
  const truth = twin ? twinTruth : again ? againTruth : null;
  const { child, plan, random: family } = truth ? truth(seed, index, now) : truthOf(seed, index, hardCase, now);
  const random = seededRandom(seed, index);
  // A twin's complaint is the first twin's: same stream, same index in its paper number.
  const complaintKey = `c${twin ? index - 1 : index}`;
  const missing =
    plan.ending === 'unclaimed'
      ? null
      : missingSide(random, family, child, plan, {
          number: told.missing++,
          complaintKey,
          familyNumber: twin || again ? index - 1 : index,
          childNumber: again ? index - 1 : index,
        });
  const found = plan.foundAt === null || plan.ending === 'traced' ? null : foundSide(random, child, plan, told.found++, noise);
  return {
    index,
    hardCase: plan.hardCase,
    ending: plan.ending,
    interState: plan.interState,
    missing,
    found,
    sightings: missing ? sightingsOf(random, child, plan, () => told.sightings++) : [],
    truth: missing && found ? { missingIndex: missing.number, foundIndex: found.number } : null,
  };
}

export type NationOptions = { seed: string; count: number; today: Day; noise?: NoiseLevel | undefined };

/**
 * `count` stories, one child each. The first n stories do not depend on `count`. `today` is the nation's present: everything happened
 * before eight in the morning of it. `noise`: how badly found children are described; by default some well, some badly.
 */
export function* generateChildren(options: NationOptions): Generator<ChildStory, void, void> {
  const now = milliseconds(presentOf(options.today));
  const told: Told = { missing: 0, found: 0, sightings: 0 };
  for (let index = 0; index < options.count; index++) yield tellChild(options.seed, index, now, told, options.noise);
}
