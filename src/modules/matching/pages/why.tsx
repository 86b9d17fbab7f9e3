// Why: what agrees, what contradicts, what is not known, one row for each aspect with its sentence, from where every pair starts to where this one ends.
import { Icon } from '../../../web/components/icon.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { TELLS_LITTLE, Waterfall } from '../../../web/components/waterfall.tsx';
import type { View } from '../../../web/view.ts';
import type { AspectResult } from '../aspect.ts';
import type { Side } from '../review.ts';
import type { Comparison } from '../score.ts';
import { aliasesOf, aspectSentence, aspectsInWords, percentOf, populationOf } from '../words.ts';

type Props = { view: View; comparison: Comparison; missing: Side; found: Side };

/** Bits: nothing that agrees makes the same child sixteen times likelier. */
const RARE = 4;

/** Little is known on both sides: no name was compared, and nothing rare agrees. */
function isThin({ aspects, tooThin }: Comparison): boolean {
  const named = aspects.some(({ aspect, outcome }) => aspect === 'name' && outcome !== 'unknown');
  return tooThin || (!named && !aspects.some(({ bits }) => bits >= RARE));
}

export function Why({ view, comparison, missing, found }: Props) {
  const { aspects, priorBits, totalBits, probability } = comparison;
  const spoken = (result: AspectResult) => sentenceOf(view, result, { missing, found });
  const known = aspects.filter(({ outcome }) => outcome !== 'unknown').toSorted((one, other) => other.bits - one.bits);
  const unknown = aspects.filter(({ outcome }) => outcome === 'unknown');
  return (
    <section class="why-match" aria-labelledby="why">
      <h2 id="why">{view.t('match-review.why.title')}</h2>
      <Tally view={view} comparison={comparison} />
      <Contradictions view={view} against={known.filter(speaksAgainst)} spoken={spoken} />
      {isThin(comparison) ? (
        <EmptyState view={view} title={view.t('match-review.tooThin')} text={view.t('matching.summary.tooThin')} />
      ) : null}
      <p class="quiet-text">{view.t('match-review.why.bars')}</p>
      <Waterfall
        view={view}
        prior={priorBits}
        final={totalBits}
        priorWords={view.t('matching.summary.startsAt', { population: populationOf(comparison) })}
        finalWords={percentOf(probability)}
        rows={known.map((result) => ({
          label: view.t(`matching.aspect.${result.aspect}`),
          sentence: spoken(result),
          weight: result.bits,
        }))}
      />
      {unknown.length > 0 ? (
        <p class="quiet-text">
          {view.t('match-review.why.unknown', {
            aspects: aspectsInWords(
              view,
              unknown.map(({ aspect }) => aspect),
            ),
          })}
        </p>
      ) : null}
    </section>
  );
}

/** At a glance: how many aspects agree, how many contradict, how many nobody knows. */
function Tally({ view, comparison }: { view: View; comparison: Comparison }) {
  const outcomes = { agree: 'agrees', disagree: 'differs', unknown: 'unknown' } as const;
  return (
    <ul class="plain tally">
      {(['agree', 'disagree', 'unknown'] as const).map((outcome) => (
        <li key={outcome} class={outcomes[outcome]}>
          <Icon name={outcomes[outcome]} />
          {view.t(`match-review.tally.${outcome}`, {
            count: comparison.aspects.filter((result) => outcomeSaid(result) === outcome).length,
          })}
        </li>
      ))}
    </ul>
  );
}

/** The sentence; where a pet name or another alias was compared, which it was: the heading names the child otherwise. */
function sentenceOf(view: View, result: AspectResult, { missing, found }: Pick<Props, 'missing' | 'found'>): string {
  const sentence = aspectSentence(view, result, { seen: found.record.kind === 'sighting' });
  if (result.aspect !== 'name' || result.outcome === 'unknown') return sentence;
  const { facts } = result.sentence;
  const names = [
    ...aliasesOf(missing.description).filter((name) => name === facts['missing']),
    ...aliasesOf(found.description).filter((name) => name === facts['found']),
  ];
  return names.length > 0 ? `${sentence} (${view.t('match-review.homeName', { names: [...new Set(names)].join(', ') })})` : sentence;
}

const growthThatDoesNotFit = ['matching.height.unlikely', 'matching.height.shrunk'];

/**
 * What tells next to nothing either way is neither an agreement nor a contradiction to an officer; but a child who shrank, or grew seven centimetres in
 * a day, is to be looked at however little heights, often guessed, weigh.
 */
function outcomeSaid({ outcome, bits, sentence }: AspectResult): AspectResult['outcome'] | 'little' {
  if (growthThatDoesNotFit.includes(sentence.code)) return 'disagree';
  return outcome !== 'unknown' && Math.abs(bits) < TELLS_LITTLE ? 'little' : outcome;
}

export function speaksAgainst(result: AspectResult): boolean {
  return outcomeSaid(result) === 'disagree';
}

type Against = { view: View; against: readonly AspectResult[]; spoken: (result: AspectResult) => string };

/** Bits: eight times less likely. */
const CONTRADICTS = -3;

/** How far and how long ago is no slip of anybody's pen, unless a day lies before another it cannot lie before: there is nothing to look at. */
export function canBeChecked({ aspect, bits }: AspectResult): boolean {
  return aspect !== 'distance' && (aspect !== 'dates' || bits <= CONTRADICTS);
}

/** Said before the rows, in words: nobody should have to find the bars that point the other way. */
function Contradictions({ view, against, spoken }: Against) {
  const look = against.some(canBeChecked) ? 'yes' : 'no';
  const said = against.map((result) => `${view.t(`matching.aspect.${result.aspect}`)}: ${spoken(result)}`);
  return (
    <p class={against.length > 0 ? 'against' : undefined}>
      <strong>{view.t('match-review.why.contradictions', { count: against.length, look })}</strong> {said.join('; ')}
    </p>
  );
}
