// The same child described by two people: the family at a station, and whoever takes the child in somewhere else, sometime later.
import { type Age, ageFromBirth, ageInYears } from '../../src/kernel/age.ts';
import { type Day, daysBetween } from '../../src/kernel/time.ts';
import { type Description, type GivenName, type Mark, emptyDescription } from '../../src/modules/children/description.ts';
import { type NoiseLevel, type NoiseRates, noiseRates, noisyName } from '../names/noise.ts';
import { type Script, scriptOfLanguage, scripts } from '../names/script.ts';
import { nativeScript, writeName } from '../names/names.ts';
import { petNameOf } from '../names/pet-names.ts';
import { type District, type State } from '../places/places.ts';
import { type Random, draw, weighted } from '../random.ts';
import { type TrueChild, birthDayOf } from './child.ts';
import { heightAt } from './growth.ts';
import { clothes, colours, footwear, landmarks, repeated } from './words.ts';

/** The script an office of the State writes a name in: half the registers are kept in Latin letters. */
function deskScript(random: Random, state: State): Script {
  return random.chance(0.5) ? 'Latn' : scriptOfLanguage(state.desk);
}

function clothingOf(random: Random): string {
  return `${random.pick(colours)} ${random.pick(clothes)}, ${random.pick(footwear)}`;
}

function missingNames(random: Random, child: TrueChild, everyScript: boolean): GivenName[] {
  const rates = noiseRates.low;
  const script = deskScript(random, child.state);
  const names: GivenName[] = [{ bearer: 'child', text: noisyName(random, child.name, script, rates), alias: false }];
  const also: Script[] = everyScript
    ? scripts.filter((one) => ['Latn', 'Deva', nativeScript(child.name), 'Beng'].includes(one) && one !== script)
    : [];
  if (!everyScript && random.chance(0.3)) also.push(script === 'Latn' ? nativeScript(child.name) : 'Latn');
  for (const one of also) names.push({ bearer: 'child', text: writeName(child.name, one), alias: true });
  if (random.chance(0.2))
    names.push({ bearer: 'child', text: petNameOf(child.family.language, child.sex, child.petName, script), alias: true });
  if (random.chance(0.93)) names.push({ bearer: 'father', text: noisyName(random, child.family.father, script, rates), alias: false });
  if (random.chance(0.7)) names.push({ bearer: 'mother', text: noisyName(random, child.family.mother, script, rates), alias: false });
  if (random.chance(0.25)) names.push({ bearer: 'sibling', text: noisyName(random, child.sibling, script, rates), alias: false });
  return names;
}

function distinctNames(names: GivenName[]): GivenName[] {
  return names.filter((name, at) => names.findIndex((other) => other.bearer === name.bearer && other.text === name.text) === at);
}

function missingAge(random: Random, child: TrueChild, on: Day): { birthDate: Day | null; age: Age } {
  const birth = birthDayOf(child, on);
  if (random.chance(0.4)) return { birthDate: birth, age: ageFromBirth(birth, on) };
  const years = Math.max(
    0,
    Math.min(17, Math.floor(child.ageDays / 365.25 + (random.chance(0.25) ? random.normal() * noiseRates.low.ageError : 0))),
  );
  return { birthDate: null, age: ageInYears(years, years, on, 'told') };
}

/** What the family says on the day of the report. */
export function missingDescription(random: Random, child: TrueChild, on: Day, everyScript = false): Description {
  const height = heightAt(child.ageDays / 30.44, child.sex, child.heightBuild) + Math.round(random.normal() * 3);
  return {
    ...emptyDescription,
    ...missingAge(random, child, on),
    names: distinctNames(missingNames(random, child, everyScript)),
    sex: child.third ? 'third' : child.sex,
    heightCentimetres: random.chance(0.6) ? { low: height - 3, high: height + 3 } : null,
    complexion: random.chance(0.8) ? child.complexion : null,
    build: random.chance(0.7) ? child.build : null,
    languages: child.languages,
    marks: child.marks.filter(() => random.chance(0.8)),
    clothing: random.chance(0.8) ? clothingOf(random) : null,
    disability: child.disability,
    homeWords: homeWords(random, child.home),
    homeDistrict: child.home.code,
  };
}

function homeWords(random: Random, home: District): string[] {
  const name = home.nativeName && random.chance(0.3) ? home.nativeName : home.name;
  return random.chance(0.3) ? [name, random.pick(landmarks)] : [name];
}

const levels = weighted<NoiseLevel>([
  ['low', 40],
  ['middle', 40],
  ['high', 20],
]);

function foundNames(random: Random, child: TrueChild, where: State, rates: NoiseRates, years: number): GivenName[] {
  if (years < 2 || random.chance(rates.unknown)) return [];
  const script = random.chance(rates.otherScript) ? random.pick(scripts) : deskScript(random, where);
  const called = random.chance(rates.nickname)
    ? petNameOf(child.family.language, child.sex, child.petName, script)
    : noisyName(random, child.name, script, rates);
  const names: GivenName[] = [{ bearer: 'child', text: called, alias: false }];
  if (years < 4) return names;
  if (!random.chance(rates.parentUnknown))
    names.push({ bearer: 'father', text: noisyName(random, child.family.father, script, rates), alias: false });
  if (!random.chance(Math.min(0.9, rates.parentUnknown + 0.25))) {
    names.push({ bearer: 'mother', text: noisyName(random, child.family.mother, script, rates), alias: false });
  }
  if (random.chance(0.2)) names.push({ bearer: 'sibling', text: noisyName(random, child.sibling, script, rates), alias: false });
  return names;
}

function seenMark(random: Random, mark: Mark, rates: NoiseRates): Mark {
  if (!mark.side || !random.chance(rates.sideSwapped)) return mark;
  return { ...mark, side: mark.side === 'left' ? 'right' : 'left' };
}

function apparentAge(random: Random, years: number, on: Day, rates: NoiseRates): Age {
  const told = years >= 7 && random.chance(0.3);
  const guess = Math.max(0, years + random.normal() * (told ? 0.7 : rates.ageError));
  const low = Math.max(0, Math.floor(guess - (told ? 0 : 1)));
  return ageInYears(Math.min(17, low), Math.min(18, Math.floor(guess + (told ? 0 : 1))), on, told ? 'told' : 'apparent');
}

function foundHomeWords(random: Random, child: TrueChild, rates: NoiseRates, years: number): string[] {
  if (years < 4 || random.chance(0.3 + rates.unknown)) return [];
  const words = random.chance(0.6) ? [noisyPlace(random, child.home.name, rates)] : [];
  return random.chance(0.5) ? [...words, random.pick(landmarks)] : words;
}

function noisyPlace(random: Random, name: string, rates: NoiseRates): string {
  return noisyName(random, { language: 'hi', words: [{ native: null, latin: [name], carrier: null }] }, 'Latn', rates);
}

/** What the person who takes the child in sees and hears, `where` it happens. `lastSeenOn` fixes the child's true age. */
export function foundDescription(
  random: Random,
  child: TrueChild,
  where: State,
  on: Day,
  lastSeenOn: Day,
  level?: NoiseLevel,
): Description {
  const rates = noiseRates[level ?? draw(random, levels)];
  const ageDays = daysBetween(birthDayOf(child, lastSeenOn), on);
  const years = ageDays / 365.25;
  const height = heightAt(ageDays / 30.44, child.sex, child.heightBuild) + Math.round(random.normal() * rates.heightError);
  return {
    ...emptyDescription,
    names: distinctNames(foundNames(random, child, where, rates, years)),
    sex: child.third && random.chance(0.5) ? 'third' : child.sex,
    age: apparentAge(random, years, on, rates),
    heightCentimetres: random.chance(0.75) ? { low: height - 1, high: height + 1 } : null,
    complexion: random.chance(0.85) ? (random.chance(0.8) ? child.complexion : random.pick(['fair', 'wheatish', 'dusky'] as const)) : null,
    build: random.chance(0.8) ? (random.chance(0.7) ? child.build : 'thin') : null,
    languages: years < 2 ? [] : random.chance(0.8) ? child.languages : ['hi'],
    marks: child.marks.filter(() => !random.chance(rates.markLost)).map((mark) => seenMark(random, mark, rates)),
    clothing: clothingOf(random),
    disability: child.disability && random.chance(0.7) ? child.disability : null,
    homeWords: foundHomeWords(random, child, rates, years),
    wordsRepeated: random.chance(years < 6 ? 0.4 : 0.1) ? random.pick(repeated) : null,
  };
}

/** What a passer-by sees: sex, rough age, clothes. */
export function sightingDescription(random: Random, child: TrueChild, on: Day, years: number): Description {
  const guess = Math.max(0, Math.floor(years + random.normal() * 2));
  const age = ageInYears(Math.max(0, Math.min(17, guess) - 1), Math.min(18, guess + 2), on, 'apparent');
  return {
    ...emptyDescription,
    sex: random.chance(0.9) ? child.sex : null,
    age,
    complexion: random.chance(0.4) ? child.complexion : null,
    clothing: clothingOf(random),
  };
}
