// Two people decide that two records are one child: who said it first, and who says it second or is waited for.
import { formatWhen } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import type { Second } from '../review.ts';

export function TwoPeople({ view, second }: { view: View; second: Second | null }) {
  if (!second) return null;
  const { first, state, officer, office, committee } = second;
  const when = formatWhen(view, second.at, view.now);
  const judged = { officer: first.officerName, office: first.officeName, when: formatWhen(view, first.judgedAt, view.now) };
  const who = [officer, office].filter(Boolean).join(', ');
  return (
    <section class="two-people" aria-labelledby="two-people">
      <h2 id="two-people">{view.t('match-review.two.title')}</h2>
      <ol>
        <li>{view.t('match-review.two.first', judged)}</li>
        <li>{view.t(`match-review.two.${state}`, { who, when, committee: committee ?? view.t('match-review.two.committee') })}</li>
      </ol>
    </section>
  );
}
