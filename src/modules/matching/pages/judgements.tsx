// Every judgement ever given on the pair, the newest first: nothing is written over, a reversal stands beside what it reversed.
import { formatWhen } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import type { Judgement } from '../candidate.ts';

export function Judgements({ view, judgements }: { view: View; judgements: readonly Judgement[] }) {
  if (judgements.length === 0) return null;
  return (
    <section class="judgements" aria-labelledby="judgements">
      <h2 id="judgements">{view.t('match-review.past.title')}</h2>
      <ol reversed>
        {judgements.toReversed().map((judgement) => (
          <li key={judgement.id}>
            <strong>{view.t(`match-review.verdict.${judgement.verdict}`)}</strong>
            <q dir="auto">{judgement.reason}</q>
            <span class="quiet-text">
              {view.t('match-review.past.by', {
                officer: judgement.officerName,
                office: judgement.officeName,
                when: formatWhen(view, judgement.judgedAt, view.now),
              })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
