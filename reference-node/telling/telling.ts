// What the stations of a State tell, one message after another: new cases, and the next step of those under way; the same for the same seed.
import { stateOf } from '../../seed/places/places.ts';
import { type Random, seededRandom } from '../../seed/random.ts';
import type { PaperOf } from '../message.ts';
import { type Desk, type Draft, type Step, missingCase, nilReport, unidentifiedCase, zeroCase } from './cases.ts';

const FIRST_NUMBER = 7001;
const MOST_UNDER_WAY = 40;
const DAY = 86_400_000;

export type Telling = { next(now: Date): Draft; history(count: number): Generator<Draft> };

/** `papers`: how many each station has told before, so that a node that is started again goes on counting. */
export function tellState(about: {
  state: string;
  seed: string;
  told: number;
  numbers: Map<string, number>;
  languages: ReadonlySet<string>;
}): Telling {
  const random = seededRandom(`reference node ${about.state} ${about.seed}`, about.told);
  const { numbers } = about;
  let family = about.told;
  const desk: Desk = {
    random,
    state: stateOf(about.state),
    languages: about.languages,
    family: () => family++,
    number(station: string, kind: PaperOf['kind'], year: number) {
      const row = `${station} ${kind} ${year}`;
      const count = numbers.get(row) ?? 0;
      numbers.set(row, count + 1);
      return String(FIRST_NUMBER + count);
    },
  };
  const underWay: Step[][] = [];
  return {
    next(now) {
      const steps =
        underWay.length > 0 && (underWay.length >= MOST_UNDER_WAY || random.chance(0.5)) ? random.pick(underWay) : openCase(desk, underWay);
      const draft = steps.shift()!(now);
      if (steps.length === 0) underWay.splice(underWay.indexOf(steps), 1);
      return draft;
    },
    *history(count) {
      for (let at = 0; at < count; at++) yield* oldCase(random, desk);
    },
  };
}

function openCase(desk: Desk, underWay: Step[][]): Step[] {
  const point = desk.random.next();
  const steps =
    point < 0.72 ? missingCase(desk).steps : point < 0.82 ? zeroCase(desk) : point < 0.94 ? unidentifiedCase(desk) : nilReport(desk);
  underWay.push(steps);
  return steps;
}

/** A case of 2020 to 2025, told whole: its steps lie days apart. */
function* oldCase(random: Random, desk: Desk): Generator<Draft> {
  let at = Date.UTC(2020, 0, 1) + random.next() * 5.9 * 365.25 * DAY;
  for (const step of missingCase(desk).steps) {
    yield step(new Date(at));
    at += random.next() * 20 * DAY;
  }
}
