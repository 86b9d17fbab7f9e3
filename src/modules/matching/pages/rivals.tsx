// Pairs beside this one, of which not both can be true unless two of the records are one child's: how each stands, and what to do about it.
import type { View } from '../../../web/view.ts';
import { recordPath } from '../../children/index.ts';
import type { Rival } from '../beside.ts';
import type { Review } from '../review.ts';
import { askOffice, percentOf, probabilityInWords } from '../words.ts';

/** The Committee has decided who the child is. */
export function isConfirmed({ second }: Review): boolean {
  return second?.state === 'confirmed';
}

/**
 * Said before anything is judged: nobody should have to know that two pairs cannot both be 98 % likely. Once the Committee has confirmed this one, only of
 * what somebody judged: that others fit was for it to weigh. `judged`: this pair is, so nobody is told to judge it.
 */
export function Rivals({ view, pair, judged }: { view: View; pair: Review; judged: boolean }) {
  const rivals = isConfirmed(pair) ? pair.rivals.filter(({ standing }) => standing === 'same' || standing === 'confirmed') : pair.rivals;
  if (rivals.length === 0) return null;
  return (
    <section class="rivals" aria-labelledby="rivals">
      <h2 id="rivals">{view.t('match-review.rivals.title')}</h2>
      <ul>
        {rivals.map((rival) => (
          <li key={rival.opened?.id ?? rival.of}>
            {rival.opened ? <Opened view={view} rival={rival} /> : hiddenInWords(view, pair, rival)}
          </li>
        ))}
      </ul>
      <p>{view.t(`match-review.rivals.${judged ? 'doJudged' : rivals.some(({ opened }) => opened) ? 'do' : 'doHidden'}`)}</p>
    </section>
  );
}

/** A closed case of the same telephone or FIR: the child of one of the two may be home already, or be another of the family. */
export function ClosedToo({ view, pair: { closed, missing } }: { view: View; pair: Review }) {
  if (closed.length === 0) return null;
  return (
    <section class="rivals" aria-labelledby="closed-too">
      <h2 id="closed-too">{view.t('match-review.closedToo.title')}</h2>
      <ul>
        {closed.map(({ recordId, ofId, kind, reference, status, shared }) => (
          <li key={`${recordId} ${ofId}`}>
            <a href={recordPath({ kind, reference })}>{reference}</a> ({view.t(`children.status.${status}`)}):{' '}
            {view.t(`match-review.closedToo.${ofId === missing.record.id ? 'missing' : 'found'}`, {
              what: shared.map((what) => view.t(`match-review.contradictions.shares.${what}`)).join(', '),
            })}
          </li>
        ))}
      </ul>
      <p>{view.t('match-review.closedToo.do')}</p>
    </section>
  );
}

function Opened({ view, rival: { of, standing, opened } }: { view: View; rival: Rival }) {
  const { id, probability } = opened!;
  const judged = standing === 'same' || standing === 'confirmed' ? standing : 'open';
  return (
    <>
      {view.t(`match-review.rivals.${of}.${judged}`, { percent: percentOf(probability) })}{' '}
      <a href={`/matches/${id}`}>{view.t('match-review.rivals.open')}</a>
    </>
  );
}

/** That there is one, how it stands, and with whom to speak: the Committee that confirmed it, else the office that holds what both pairs share. */
function hiddenInWords(view: View, { missing, found, committee }: Review, { of, standing, committee: by }: Rival): string {
  const holds = (of === 'found' ? found : missing).office;
  const asked = standing === 'confirmed' && committee ? committee : holds;
  const said = view.t(`match-review.rivals.hidden.${of}.${standing}`, { committee: by || committee?.name || '' });
  return [said, askOffice(view, asked)].filter(Boolean).join(' ');
}

/** What stands beside the percent: once the Committee confirmed the pair, that its decision stands, not the percent; never "almost certainly" where another pair fits too or stands already, nor once the Committee took it back. */
export function standInWords(view: View, pair: Review): string {
  const {
    candidate: { probability },
    rivals: [beside],
    takenBack,
  } = pair;
  if (isConfirmed(pair)) return view.t('match-review.confirmed.words');
  if (beside) return view.t(`match-review.rivals.fits.${beside.of}.${beside.standing}`);
  if (takenBack) return view.t('match-review.takenBack.words');
  return view.t('match-review.sentence', { text: probabilityInWords(view, probability) });
}
