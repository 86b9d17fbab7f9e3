// A pair in words: how probable, how surprising, each aspect's sentence, and each side's particulars. Nobody should need statistics to act.
import { ageOn } from '../../kernel/age.ts';
import { scriptOf, toLatin } from '../../kernel/names/index.ts';
import { dayOf } from '../../kernel/time.ts';
import { formatAge, formatDay, languageName } from '../../platform/i18n/index.ts';
import type { NameShown } from '../../web/components/person-name.tsx';
import type { View } from '../../web/view.ts';
import { type Description, type Mark, namesOf } from '../children/index.ts';
import type { Office } from '../officers/index.ts';
import type { Aspect, AspectResult } from './aspect.ts';
import type { Help } from './help.ts';
import type { Side } from './review.ts';
import type { Comparison } from './score.ts';

/** From this probability on, in these words (`match-review.chance.*`). The last always applies. */
const wordsFrom = [
  [0.95, 'almostCertain'],
  [0.8, 'veryLikely'],
  [0.5, 'likely'],
  [0.2, 'possible'],
  [0, 'slight'],
] as const;

export function probabilityInWords(view: View, probability: number): string {
  const shown = Math.round(probability * 100) / 100; // the words agree with the percent beside them
  const [, word] = wordsFrom.find(([from]) => shown >= from)!;
  return view.t(`match-review.chance.${word}`);
}

/** "89 %", never 0 or 100: nothing here is certain. */
export function percentOf(probability: number): string {
  return `${Math.max(1, Math.min(99, Math.round(probability * 100)))} %`;
}

/** "Telephone Kozhikode: …", or whom to ask where no telephone is known. Null for the officer's own office: nobody telephones oneself. */
export function askOffice(view: View, office: Pick<Office, 'name' | 'telephone'> | null | undefined): string | null {
  if (!office || office.name === view.officer?.office) return null;
  const { name, telephone } = office;
  return telephone
    ? view.t('match-review.contradictions.call', { office: name, telephone })
    : view.t('match-review.contradictions.ask', { office: name });
}

/** More than this says no more: there are not that many children it could be. */
const MOST_SAID = 10_000_000;

/** "Of 170,000 other found girls, one might fit as well by chance": never as a proof, and not said at all where another pair fits too. */
export function surpriseInWords(view: View, comparison: Comparison, found: Side): string {
  const who = found.record.kind === 'sighting' ? 'seen' : 'found';
  return view.t(`match-review.surprise.${who}`, { n: Math.min(comparison.oneInN, MOST_SAID), sex: found.description.sex ?? 'unknown' });
}

/** Children among whom the one is sought, as the prior has it. */
export function populationOf(comparison: Comparison): number {
  return Number((2 ** -comparison.priorBits + 1).toPrecision(2));
}

/** "9" or "9–10" of each side, from the two ends the comparer keeps. */
function rangesIn(facts: AspectResult['sentence']['facts']): Record<string, string> {
  const range = (side: string) => {
    const [low, high] = [facts[`${side}Low`], facts[`${side}High`]];
    return low === high ? String(low) : `${String(low)}–${String(high)}`;
  };
  return { missing: range('missing'), found: range('found') };
}

/** The comparer's own sentence in the reader's language. `seen`: of a sighting, nobody was found. */
export function aspectSentence(view: View, { aspect, sentence }: AspectResult, { seen }: { seen: boolean }): string {
  const facts = Object.entries(sentence.facts).map(([name, value]) => {
    const spoken = aspect === 'language' && typeof value === 'string' ? languageName(view.locale, value) : value;
    return [name, typeof spoken === 'boolean' ? String(spoken) : spoken] as const;
  });
  const about = { seen: seen ? 'yes' : 'no', limit: 'none' };
  return view.t(sentence.code, { ...about, ...Object.fromEntries(facts), ...(aspect === 'age' ? rangesIn(sentence.facts) : {}) });
}

/** What to ask and whom: of a sighting no child is there to be asked, only whoever saw it. */
export function helpInWords(view: View, { aspect, code }: Help, found: Pick<Side, 'record'>): string {
  const ofChild = code.endsWith('askChild');
  return found.record.kind === 'sighting' && ofChild
    ? view.t('match-review.askWitness', { what: view.t(`matching.aspect.${aspect}`) })
    : view.t(code);
}

export function aspectsInWords(view: View, aspects: readonly Aspect[]): string {
  return aspects.map((aspect) => view.t(`matching.aspect.${aspect}`)).join(', ');
}

/** A name as given, with Latin letters behind it where it is written in another script. */
export function nameInBoth(name: string): string {
  const foreign = name.split(/\s+/).some((word) => word !== '' && !['latin', 'other'].includes(scriptOf(word)));
  return foreign ? `${name} · ${toLatin(name)}` : name;
}

/** What a child is also called. A pet name may be the one that was compared, so it stands beside the name. */
export function aliasesOf(description: Description): string[] {
  return namesOf(description, 'child').slice(1);
}

/** As the shared components show it: the name as given, and its Latin reading where that differs. */
export function nameShown(description: Description): NameShown {
  const given = namesOf(description, 'child')[0] ?? null;
  return { given, latin: given && nameInBoth(given) !== given ? toLatin(given) : null };
}

/** "FIR 212/2025, PS Sonepur, Saran, Bihar"; the district is not said twice where the office is named after it. */
export function sourceOf(view: View, { fir, office, district }: Side): string {
  const named = district !== undefined && office?.name.includes(district.name);
  const place = district ? (named ? district.stateName : `${district.name}, ${district.stateName}`) : null;
  return [fir ? view.t('match-review.fir', { number: fir }) : null, office?.name, place].filter(Boolean).join(', ');
}

/** "8 when lost, 9–10 now" */
export function ageThenAndNow(view: View, side: Side): string | null {
  const { age } = side.description;
  if (!age) return null;
  const then = formatAge(view, ageOn(age, dayOf(side.record.happenedAt)));
  const now = formatAge(view, ageOn(age, dayOf(view.now)));
  const basis = view.t(`web.age.basis.${age.basis}`);
  return view.t(`match-review.age.${side.record.kind}`, { before: then, now, basis, grown: then === now ? 'no' : 'yes' });
}

/** "Photograph of Mar 2024 · about 7 then", so that two pictures years apart are not compared as if taken today. */
export function photographCaption(view: View, side: Side): string {
  const { photograph, description } = side;
  if (!photograph?.takenOn) return view.t('match-review.photograph.undated');
  const on = formatDay(view, photograph.takenOn);
  const age = description.age ? formatAge(view, ageOn(description.age, photograph.takenOn)) : null;
  return age ? view.t('match-review.photograph.dated', { on, age }) : view.t('match-review.photograph.datedOnly', { on });
}

export function markInWords(view: View, mark: Mark): string {
  const kind = mark.kind.replace(/-(.)/, (_, letter: string) => letter.toUpperCase());
  const words = view.t('match-review.mark', { kind, site: mark.site ?? 'none', side: mark.side ?? 'none' });
  return mark.text ? `${words} (${mark.text})` : words;
}
