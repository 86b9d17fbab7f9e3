// Makes a record ready for comparison once, so that a pair costs microseconds: names heard, ages and days as numbers, clothes as words.
import { type HeardName, type SoundToken, cleanName, hearName } from '../../kernel/names/index.ts';
import { oneWordNames } from '../../kernel/place-names/other-names.ts';
import { type Age, ageFromBirth } from '../../kernel/age.ts';
import { type Day, daysBetween } from '../../kernel/time.ts';
import type { Circumstances, Description, NameBearer } from '../children/index.ts';
import { type ClothingWord, clothingWords } from './compare/clothing-words.ts';
import { ageErrors } from './weighing/weights.ts';

/** One way a person is called: as written, the words that tell (or all, if none does), and all words run together. */
export type PreparedName = { readonly text: string; readonly tokens: readonly SoundToken[]; readonly joined: string };

/** Years on the day of the record; `deviation` in years before the range itself is counted. */
export type PreparedAge = { readonly low: number; readonly high: number; readonly deviation: number };

export type Prepared = {
  readonly description: Description;
  readonly circumstances: Circumstances;
  /** Days since 1970 of `circumstances.happenedOn`. */
  readonly day: number;
  readonly names: Readonly<Record<NameBearer, readonly PreparedName[]>>;
  readonly age: PreparedAge | null;
  readonly homeWords: readonly SoundToken[];
  readonly clothing: ReadonlySet<ClothingWord>;
};

const mostVariants = 6;
const mostWords = 5;
const mostHomeWords = 10;
/** The nation shares its names: what was heard once is kept, up to so many spellings. */
const mostKept = 20_000;
const epoch = '1970-01-01' as Day;

export function prepareTokens(text: string, tokens: readonly SoundToken[]): PreparedName {
  const telling = tokens.filter((token) => !token.weak);
  const kept = (telling.length > 0 ? telling : tokens).slice(0, mostWords);
  return {
    text,
    tokens: kept,
    joined: tokens
      .slice(0, mostWords)
      .map((token) => token.phonemes)
      .join(''),
  };
}

const kept = new Map<string, HeardName>();

function hear(text: string): HeardName {
  const known = kept.get(text);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const heard = hearName(text);
  kept.set(text, heard);
  return heard;
}

function prepareNames(description: Description): Prepared['names'] {
  const all: Record<NameBearer, PreparedName[]> = { child: [], father: [], mother: [], guardian: [], sibling: [] };
  for (const { bearer, text } of description.names) {
    if (all[bearer].length >= mostVariants) continue;
    const heard = hear(text);
    const several = heard.variants.length > 1;
    for (const tokens of heard.variants) {
      const written = several ? tokens.map((token) => token.text).join(' ') : cleanName(text).trim();
      all[bearer].push(prepareTokens(written, tokens));
    }
    const parent = bearer === 'child' && heard.relative !== null ? hear(heard.relative).variants[0] : undefined;
    if (parent) all.father.push(prepareTokens(heard.relative!, parent));
  }
  return all;
}

function prepareAge(description: Description, on: Day): PreparedAge | null {
  const age: Age | null = description.birthDate === null ? description.age : ageFromBirth(description.birthDate, on);
  if (age === null || !Number.isFinite(age.lowMonths + age.highMonths)) return null;
  const drift = daysBetween(age.on, on) / 365.2425;
  const low = Math.max(0, age.lowMonths / 12 + drift);
  const high = Math.max(low, (age.highMonths + 1) / 12 + drift);
  const middle = Math.min(20, (low + high) / 2);
  return { low, high, deviation: ageErrors.basisYears[age.basis] + ageErrors.growth[age.basis] * middle };
}

/** Words around a place that name no place. */
const placeless = new Set(
  `a an at the of by with in on near behind opposite beside front village town city gaon gram big small old new temple mandir masjid mosque
   church gurdwara dargah school college market bazar bazaar station railway rail line bus stand road bridge highway river canal pond tank well
   mill factory sugar brick kiln hospital nagar ke paas ka ki peeche samne
   गांव गाँव ग्राम शहर के पास का की में पीछे सामने मंदिर मस्जिद स्टेशन बाजार बाज़ार स्कूल अस्पताल नदी तालाब पुल मिल`.split(/\s+/),
);

const keptPlaces = new Map<string, readonly SoundToken[]>();

/** The words of a place, and what else it is called in one word. */
function hearPlace(text: string): readonly SoundToken[] {
  const known = keptPlaces.get(text);
  if (known) return known;
  if (keptPlaces.size >= mostKept) keptPlaces.clear();
  const tokens = [text, ...oneWordNames(text)].flatMap((name) => hear(name).variants.flat());
  keptPlaces.set(text, tokens);
  return tokens;
}

function prepareHomeWords(words: readonly string[]): SoundToken[] {
  const tokens = words.slice(0, mostHomeWords).flatMap(hearPlace);
  return tokens.filter((token) => token.phonemes.length > 2 && !placeless.has(token.text.toLowerCase())).slice(0, mostHomeWords);
}

/** Work is bounded whatever the text holds. Prepare each record once and keep the result with it. */
export function prepare(description: Description, circumstances: Circumstances): Prepared {
  return {
    description,
    circumstances,
    day: daysBetween(epoch, circumstances.happenedOn),
    names: prepareNames(description),
    age: prepareAge(description, circumstances.happenedOn),
    homeWords: prepareHomeWords(description.homeWords),
    clothing: clothingWords(description.clothing),
  };
}
