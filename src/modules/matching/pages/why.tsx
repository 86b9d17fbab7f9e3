// Why: what agrees, what contradicts, what is not known, one row for each aspect with its sentence, from where every pair starts to where this one ends.
import { Icon } from '../../../web/components/icon.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { TELLS_LITTLE, Waterfall } from '../../../web/components/waterfall.tsx';
import type { View } from '../../../web/view.ts';
import type { AspectResult } from '../aspect.ts';
import type { Comparison } from '../score.ts';
import { aspectSentence, aspectsInWords, percentOf, populationOf } from '../words.ts';

export function Why({ view, comparison }: { view: View; comparison: Comparison }) {
  const { aspects, priorBits, totalBits, probability, tooThin } = comparison;
  const known = aspects.filter(({ outcome }) => outcome !== 'unknown').toSorted((one, other) => other.bits - one.bits);
  const unknown = aspects.filter(({ outcome }) => outcome === 'unknown');
  return (
    <section class="why-match" aria-labelledby="why">
      <h2 id="why">{view.t('match-review.why.title')}</h2>
      <Tally view={view} comparison={comparison} />
      <Contradictions view={view} against={known.filter(speaksAgainst)} />
      {tooThin ? <EmptyState view={view} title={view.t('match-review.tooThin')} text={view.t('matching.summary.tooThin')} /> : null}
      <p class="quiet-text">{view.t('match-review.why.bars')}</p>
      <Waterfall
        view={view}
        prior={priorBits}
        final={totalBits}
        priorWords={view.t('matching.summary.startsAt', { population: populationOf(comparison) })}
        finalWords={percentOf(probability)}
        rows={known.map((result) => rowOf(view, result))}
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

function rowOf(view: View, result: AspectResult) {
  return { label: view.t(`matching.aspect.${result.aspect}`), sentence: aspectSentence(view, result), weight: result.bits };
}

/** What tells next to nothing either way is neither an agreement nor a contradiction to an officer. */
function outcomeSaid({ outcome, bits }: AspectResult): AspectResult['outcome'] | 'little' {
  return outcome !== 'unknown' && Math.abs(bits) < TELLS_LITTLE ? 'little' : outcome;
}

export function speaksAgainst(result: AspectResult): boolean {
  return outcomeSaid(result) === 'disagree';
}

/** Said before the rows, in words: nobody should have to find the bars that point the other way. */
function Contradictions({ view, against }: { view: View; against: readonly AspectResult[] }) {
  const said = against.map((result) => `${view.t(`matching.aspect.${result.aspect}`)}: ${aspectSentence(view, result)}`);
  return (
    <p class={against.length > 0 ? 'against' : undefined}>
      <strong>{view.t('match-review.why.contradictions', { count: against.length })}</strong> {said.join('; ')}
    </p>
  );
}
