// Pairs beside this one, of which not both can be true unless two of the records are one child's: how each stands, and what to do about it.
import type { View } from '../../../web/view.ts';
import { isLikely } from '../candidate.ts';
import type { Review } from '../review.ts';
import { percentOf } from '../words.ts';

/** Said before anything is judged: nobody should have to know that two pairs cannot both be 98 % likely. */
export function Rivals({ view, pair }: { view: View; pair: Review }) {
  const { rivals, another, found } = pair;
  const hidden = another !== null && !rivals.some(({ of, standing }) => of === 'found' && standing !== 'open');
  if (rivals.length === 0 && !hidden) return null;
  const { name: office = '', telephone } = found.office ?? {};
  return (
    <section class="rivals" aria-labelledby="rivals">
      <h2 id="rivals">{view.t('match-review.rivals.title')}</h2>
      <ul>
        {rivals.map(({ id, of, standing, probability }) => (
          <li key={id}>
            {view.t(`match-review.rivals.${of}.${standing}`, { percent: percentOf(probability) })}{' '}
            <a href={`/matches/${id}`}>{view.t('match-review.rivals.open')}</a>
          </li>
        ))}
        {hidden ? (
          <li>
            {view.t('match-review.judge.another')}{' '}
            {telephone
              ? view.t('match-review.contradictions.call', { office, telephone })
              : view.t('match-review.contradictions.ask', { office })}
          </li>
        ) : null}
      </ul>
      <p>{view.t('match-review.rivals.do')}</p>
    </section>
  );
}

/** What stands beside the percent: never "almost certainly" where another pair fits too, or stands already. Null where none does. */
export function contestedInWords(view: View, { candidate: { standing, probability }, rivals: [beside] }: Review): string | null {
  if (!beside || !isLikely(probability) || (standing !== 'open' && standing !== 'unsure')) return null;
  return view.t(`match-review.rivals.fits.${beside.of}`);
}
