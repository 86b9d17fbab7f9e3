// Every judgement ever given on the pair, the newest first: nothing is written over, a reversal stands beside what it reversed.
import { formatWhen } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import type { AskedAgain, ChangedSince } from '../judging/asked-again.ts';
import type { Judgement } from '../candidate.ts';
import type { TakenBack } from '../judging/judgement-store.ts';
import { aspectsInWords } from '../words.ts';

export function Judgements({ view, judgements }: { view: View; judgements: readonly Judgement[] }) {
  if (judgements.length === 0) return null;
  return (
    <section class="judgements" aria-labelledby="judgements">
      <h2 id="judgements">{view.t('match-review.past.title')}</h2>
      <ol reversed>
        {judgements.toReversed().map((judgement) => (
          <li key={judgement.id}>
            <strong>{view.t(`match-review.verdict.${judgement.verdict}`)}</strong>
            {judgement.cited.length > 0 ? (
              <span>{view.t('match-review.past.because', { facts: aspectsInWords(view, judgement.cited) })}</span>
            ) : null}
            {judgement.reason ? <q dir="auto">{judgement.reason}</q> : null}
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

/** "Asked again": who said no, on what ground, and what of it changed since. Nobody should judge a pair twice without being told. */
export function AskedAgainNote({ view, asked }: { view: View; asked: AskedAgain | null }) {
  if (!asked) return null;
  const { judgement, changed } = asked;
  const { verdict, cited, reason } = judgement;
  const said = {
    verdict,
    officer: judgement.officerName,
    office: judgement.officeName,
    when: formatWhen(view, judgement.judgedAt, view.now),
  };
  return (
    <section class="asked-again" aria-labelledby="asked-again">
      <h2 id="asked-again">{view.t('match-review.again.title')}</h2>
      <p>
        {view.t('match-review.again.said', said)}{' '}
        {cited.length > 0 ? view.t('match-review.past.because', { facts: aspectsInWords(view, cited) }) : null}
        {reason ? <q dir="auto">{reason}</q> : null}
      </p>
      <p>
        {changed.length > 0
          ? view.t('match-review.again.changed', { facts: aspectsInWords(view, changed) })
          : view.t('match-review.again.unchanged')}
      </p>
    </section>
  );
}

/** A judged pair whose records say more by now: nobody should take for judged what was written later. */
export function ChangedSinceNote({ view, changed }: { view: View; changed: ChangedSince | null }) {
  if (!changed) return null;
  const { aspects, sides, pictures } = changed;
  const what = [
    ...(aspects.length > 0 ? [aspectsInWords(view, aspects)] : sides.map((side) => view.t(`match-review.since.${side}`))),
    ...(pictures ? [view.t('match-review.since.picture')] : []),
  ];
  return (
    <p class="asked-again">
      <strong>{view.t('match-review.since.changed', { what: what.join(', ') })}</strong> {view.t('match-review.since.notJudged')}
    </p>
  );
}

/** The Committee had confirmed the two to be one child and found that wrong: said before anything of the score, which knows nothing of it. */
export function TakenBackNote({ view, takenBack }: { view: View; takenBack: TakenBack | null }) {
  if (!takenBack) return null;
  return (
    <p class="asked-again">
      <strong>{takenBackInWords(view, takenBack)}</strong> <q dir="auto">{takenBack.reason}</q>
    </p>
  );
}

export function takenBackInWords(view: View, { officeName: committee, judgedAt }: TakenBack): string {
  return view.t('match-review.takenBack.said', { committee, when: formatWhen(view, judgedAt, view.now) });
}
