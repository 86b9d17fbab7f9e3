// The life of one case as a row of messages: each step tells the next one when it is asked, with the moments of that hour.
import { conditions, foundCircumstances, foundPlaces } from '../../seed/children/words.ts';
import { officesIn } from '../../seed/offices.ts';
import { type State, districtsOf } from '../../seed/places/places.ts';
import type { Random } from '../../seed/random.ts';
import type { PaperOf } from '../message.ts';
import { type Body, type Place, before, childBody, drawCircumstance, firBody, missingBody, text } from './bodies.ts';
import { drawChildren } from './child.ts';

/** A message without what the outbox adds: id, node, sequence, moment sent. */
export type Draft = { type: string; eventAt: string; paper: PaperOf | null; body: Body };
export type Step = (now: Date) => Draft;

export type Desk = {
  random: Random;
  state: State;
  /** The next free number of a station's papers of a kind and year. */
  number(station: string, kind: PaperOf['kind'], year: number): string;
  languages: ReadonlySet<string>;
  /** Counts families, for a telephone of their own. */
  family(): number;
};

export function drawPlace({ random, state }: Desk): Place {
  const district = random.pick(districtsOf(state.code));
  const station = random.pick(officesIn(district.code, 'police-station'));
  return { state: state.code, district: district.code, station: station.code };
}

function paperAt(desk: Desk, place: Place, kind: PaperOf['kind'], at: Date): PaperOf {
  const year = at.getUTCFullYear();
  return { kind, ...place, year, number: desk.number(place.station, kind, year) };
}

type Missing = { place: Place; kind: 'fir' | 'zero-fir'; from: PaperOf | null };

/** An FIR of one or several children, and what follows: described anew, handed over, traced, closed. */
export function missingCase(
  desk: Desk,
  { place, kind, from }: Missing = { place: drawPlace(desk), kind: 'fir', from: null },
): { paper: () => PaperOf; steps: Step[] } {
  const { random, languages } = desk;
  const circumstance = drawCircumstance(random);
  const count = random.chance(0.15) ? random.integer(2, 3) : 1;
  const family = desk.family();
  let paper: PaperOf | null = null;
  let children = drawChildren(random, desk.state, count, new Date('2026-01-01T00:00:00Z'));
  const own = (): PaperOf => paper!;
  // Each step happened less long ago than the one before it: the order of a case is right however fast the node tells.
  const steps: Step[] = [
    (now) => {
      const registeredAt = before(now, from ? 15 : 30);
      children = drawChildren(random, desk.state, count, now);
      paper = paperAt(desk, place, kind, registeredAt);
      const told = { registeredAt, seenAt: before(registeredAt, random.integer(60, 2000)), place, children, circumstance, family };
      return { type: 'FIR.registered', eventAt: text(registeredAt), paper, body: firBody(random, told, languages, from) };
    },
  ];
  const child = random.integer(1, count);
  if (random.chance(0.4))
    steps.push((now) => {
      const anew = {
        ...children[child - 1]!,
        complexion: random.pick(['fair', 'wheatish', 'dusky']),
        clothing: `${children[child - 1]!.clothing}, a school bag`,
      };
      children[child - 1] = anew;
      const body = { child: missingBody(anew, child, circumstance, languages) };
      return { type: 'MissingPerson.updated', eventAt: text(before(now, 10)), paper: own(), body };
    });
  if (kind === 'zero-fir') return { paper: own, steps };
  if (random.chance(0.12)) steps.push((now) => handedOver(desk, own(), circumstance, now));
  if (random.chance(0.5)) {
    steps.push((now) => traced(desk, own(), child, now));
    if (count === 1 && random.chance(0.5)) steps.push((now) => closed(own(), now));
  }
  return { paper: own, steps };
}

function handedOver(_desk: Desk, paper: PaperOf, circumstance: string, now: Date): Draft {
  const unit = officesIn(paper.district, 'anti-trafficking-unit')[0]!;
  const why: Body =
    circumstance === 'trafficking-suspected'
      ? { reason: 'trafficking-suspected' }
      : { reason: 'other', words: 'The station asks the unit for help.' };
  const at = text(before(now, 8));
  return { type: 'Case.transferredToAHTU', eventAt: at, paper, body: { transferredAt: at, unit: unit.code, ...why } };
}

function traced({ random }: Desk, paper: PaperOf, childNumber: number, now: Date): Draft {
  const at = text(before(now, 5));
  const body = {
    childNumber,
    tracedAt: at,
    condition: 'alive',
    place: random.pick(foundPlaces),
    district: paper.district,
    tracedBy: 'Station staff',
    inCareOf: 'police',
  };
  return { type: 'MissingPerson.traced', eventAt: at, paper, body };
}

function closed(paper: PaperOf, now: Date): Draft {
  const at = text(before(now, 1));
  return { type: 'Case.closed', eventAt: at, paper, body: { closedAt: at, outcome: 'recovered' } };
}

/** A Zero FIR, sent on to the station of the place, registered there anew; then the first station says as what. */
export function zeroCase(desk: Desk): Step[] {
  const first = missingCase(desk, { place: drawPlace(desk), kind: 'zero-fir', from: null });
  const to = drawPlace(desk);
  let carried: PaperOf | null = null;
  let second: Step[] = [];
  const sent = (now: Date, more: Body): Draft => {
    const at = text(before(now, second.length === 0 ? 20 : 1));
    return { type: 'FIR.zeroTransferred', eventAt: at, paper: first.paper(), body: { transferredAt: at, to: { ...to }, ...more } };
  };
  return [
    first.steps[0]!,
    (now) => sent(now, {}),
    (now) => {
      const anew = missingCase(desk, { place: to, kind: 'fir', from: first.paper() });
      second = anew.steps;
      const draft = second[0]!(now);
      carried = draft.paper;
      return draft;
    },
    (now) =>
      sent(now, { registeredAs: { ...carried! }, registeredAt: text(before(now, 1)), reason: 'The place of the occurrence is there.' }),
  ];
}

/** A child in hand whose family nobody knows, in the general diary. */
export function unidentifiedCase(desk: Desk): Step[] {
  const { random, languages } = desk;
  const place = drawPlace(desk);
  return [
    (now) => {
      const foundAt = before(now, random.integer(10, 200));
      const [child] = drawChildren(random, desk.state, 1, now);
      const seen = { ...child!, born: null, father: null, mother: null, name: random.chance(0.6) ? child!.name : null };
      const described = { ...childBody(seen, 1, languages), ageBasis: 'apparent', condition: random.pick(conditions) };
      const home = officesIn(place.district, 'children-home')[0]!;
      const body = {
        foundAt: text(foundAt),
        place: random.pick(foundPlaces),
        district: place.district,
        circumstances: random.pick(foundCircumstances),
        broughtBy: random.pick(['police', 'railway-police', 'childline', 'citizen']),
        keptAt: home.code,
        children: [described],
      };
      return { type: 'UnidentifiedChild.found', eventAt: text(foundAt), paper: paperAt(desk, place, 'general-diary', now), body };
    },
  ];
}

/** Yesterday, in India, was a day with none at this station. */
export function nilReport(desk: Desk): Step[] {
  const place = drawPlace(desk);
  return [
    (now) => {
      const day = new Date(now.getTime() + 330 * 60_000 - 86_400_000).toISOString().slice(0, 10);
      return {
        type: 'Station.nilReport',
        eventAt: text(before(now, 1)),
        paper: null,
        body: { station: { ...place }, day, reason: 'no-case' },
      };
    },
  ];
}
