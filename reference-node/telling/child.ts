// An invented child of the State as its family tells of it at a station: names in the State's script or in Latin letters, with a clerk's slips.
import { type PersonName, drawChildName, drawFamily, nativeScript, writeName } from '../../seed/names/names.ts';
import { noiseRates, noisyName } from '../../seed/names/noise.ts';
import { petNameOf } from '../../seed/names/pet-names.ts';
import { type Script, scriptOfLanguage, scriptOfText } from '../../seed/names/script.ts';
import { heightAt } from '../../seed/children/growth.ts';
import { clothes, colours, disabilities, footwear } from '../../seed/children/words.ts';
import type { State } from '../../seed/places/places.ts';
import { type Random, draw, weighted } from '../../seed/random.ts';

export type NameSaid = { text: string; script: Script };
export type MarkSaid = { kind: string; site: string; side?: string };
export type Child = {
  name: NameSaid | null;
  alias: NameSaid | null;
  father: NameSaid | null;
  mother: NameSaid | null;
  informant: NameSaid;
  sex: 'female' | 'male';
  ageYears: number;
  /** The papers of some children are at hand. */
  born: string | null;
  height: { low: number; high: number } | null;
  complexion: string | null;
  build: string | null;
  languages: string[];
  marks: MarkSaid[];
  clothing: string;
  disability: string | null;
};

const ages = weighted<readonly [low: number, high: number]>([
  [[1, 5], 6],
  [[6, 11], 12],
  [[12, 14], 22],
  [[15, 17], 60],
]);
/** Marks whose place says itself, and which sides they have. */
const marks: readonly MarkSaid[] = [
  { kind: 'scar', site: 'forehead' },
  { kind: 'scar', site: 'hand', side: 'right' },
  { kind: 'burn', site: 'forearm', side: 'left' },
  { kind: 'mole', site: 'chin' },
  { kind: 'mole', site: 'cheek', side: 'left' },
  { kind: 'tattoo', site: 'forearm', side: 'right' },
  { kind: 'birthmark', site: 'back' },
  { kind: 'pierced-nose', site: 'face' },
];

/** Half the registers are kept in Latin letters, half in what the State's offices write. */
function said(random: Random, person: PersonName, state: State): NameSaid {
  const script = random.chance(0.5) ? 'Latn' : scriptOfLanguage(state.desk);
  const text = noisyName(random, person, script, noiseRates.low);
  return { text, script: scriptOfText(text) };
}

function birthOf(random: Random, ageYears: number, now: Date): string {
  const days = Math.floor((ageYears + random.next() * 0.9) * 365.25);
  return new Date(now.getTime() - (days + 1) * 86_400_000).toISOString().slice(0, 10);
}

/** Children of one family share its names. */
export function drawChildren(random: Random, state: State, count: number, now: Date): Child[] {
  const language = draw(random, weighted(state.names));
  const family = drawFamily(random, language);
  const [father, mother] = [said(random, family.father, state), said(random, family.mother, state)];
  return Array.from({ length: count }, () => {
    const sex = random.chance(0.7) ? ('female' as const) : ('male' as const);
    const person = drawChildName(random, family, sex);
    const name = said(random, person, state);
    const [low, high] = draw(random, ages);
    const ageYears = random.integer(low, high);
    const tall = heightAt(ageYears * 12 + 6, sex, random.normal());
    const other = name.script === 'Latn' ? nativeScript(person) : 'Latn';
    const pet = petNameOf(language, sex, random.integer(0, 999), name.script);
    const also = random.chance(0.25) ? writeName(person, other) : pet;
    return {
      name,
      alias: random.chance(0.4) && also !== name.text ? { text: also, script: scriptOfText(also) } : null,
      father: random.chance(0.9) ? father : null,
      mother: random.chance(0.7) ? mother : null,
      informant: random.chance(0.5) ? mother : father,
      sex,
      ageYears,
      born: random.chance(0.4) ? birthOf(random, ageYears, now) : null,
      height: random.chance(0.6) ? { low: tall - 3, high: tall + 3 } : null,
      complexion: random.chance(0.8) ? random.pick(['fair', 'wheatish', 'dusky', 'dark']) : null,
      build: random.chance(0.7) ? random.pick(['thin', 'medium', 'stout']) : null,
      languages: [...new Set([state.desk, random.pick(state.spoken)])],
      marks: marks.filter(() => random.chance(0.12)).slice(0, 3),
      clothing: `${random.pick(colours)} ${random.pick(clothes)}, ${random.pick(footwear)}`,
      disability: random.chance(0.05) ? random.pick(disabilities) : null,
    };
  });
}
