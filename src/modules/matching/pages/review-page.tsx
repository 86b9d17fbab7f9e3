// Match review: is this the same child? Both side by side, how surely in words, why row by row, what to ask next, and the judgement.
import { LinkButton } from '../../../web/components/link-button.tsx';
import { VisibilityNote } from '../../../web/components/visibility-note.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { recordPath } from '../../children/index.ts';
import type { Place, Review } from '../review.ts';
import { percentOf, probabilityInWords, surpriseInWords } from '../words.ts';
import { BothRecords, Particulars } from './both-records.tsx';
import { lastSeen } from '../candidate.ts';
import { JudgementForm, ReversalForm } from './judgement-form.tsx';
import { AskedAgainNote, Judgements } from './judgements.tsx';
import { NextSteps } from './next-steps.tsx';
import { TwoPeople } from './two-people.tsx';
import { Why } from './why.tsx';

export type ReviewPageProps = { view: View; pair: Review; mayJudge: boolean; whoMay: string[]; form: FormState; reversing: boolean };

export function ReviewPage({ view, pair, mayJudge, whoMay, form, reversing }: ReviewPageProps) {
  const { candidate, missing, found, place, judgements } = pair;
  return (
    <div class="review">
      <h1>{view.t('match-review.title')}</h1>
      <PlaceInList view={view} place={place} />
      {candidate.standing === 'open' ? null : <p class="standing">{view.t(`match-review.standing.${candidate.standing}`)}</p>}
      <AskedAgainNote view={view} asked={pair.askedAgain} />
      <div class="review-columns">
        <div>
          <BothRecords view={view} missing={missing} found={found} />
          <p class="score">
            <strong class="percent">{percentOf(candidate.probability)}</strong>{' '}
            <strong>{probabilityInWords(view, candidate.probability)}.</strong> {surpriseInWords(view, candidate.comparison, found)}
          </p>
          <NextSteps view={view} pair={pair} />
          <Why view={view} comparison={candidate.comparison} />
          <Particulars view={view} missing={missing} found={found} />
        </div>
        <aside>
          <TwoPeople view={view} second={pair.second} />
          <Answer view={view} pair={pair} mayJudge={mayJudge} whoMay={whoMay} form={form} reversing={reversing} />
          <Judgements view={view} judgements={judgements} />
        </aside>
      </div>
      <VisibilityNote view={view} to={[missing.office?.name ?? '', found.office?.name ?? '']} you={view.officer?.role ?? ''} />
    </div>
  );
}

/** "1 of 6 candidates for MC-BR-2026-000877-T", with the way to the next. */
function PlaceInList({ view, place }: { view: View; place: Place }) {
  const { anchor, index, total, previous, next } = place;
  return (
    <nav class="review-place" aria-label={view.t('match-review.place.label')}>
      {previous ? (
        <a rel="prev" href={`/matches/${previous}`}>
          {view.t('match-review.place.previous')}
        </a>
      ) : null}
      <span>
        {view.t('match-review.place.position', { index, total })} <a href={recordPath(anchor)}>{anchor.reference}</a>
      </span>
      {next ? (
        <a rel="next" href={`/matches/${next}`}>
          {view.t('match-review.place.next')}
        </a>
      ) : null}
    </nav>
  );
}

/** What the officer may do now: judge, take back, or be told who may. */
function Answer({ view, pair, mayJudge, whoMay, form, reversing }: ReviewPageProps) {
  const { candidate, missing, found, second } = pair;
  if (second?.state === 'confirmed') return <Decided view={view} candidate={candidate} form={form} />;
  if (isForCommittee(view, pair)) return <CommitteeAnswers view={view} pair={pair} />;
  if (!mayJudge) return <p class="quiet-text">{view.t('match-review.whoMay', { roles: whoMay.join(', ') })}</p>;
  if (missing.record.closedAt !== null || found.record.closedAt !== null)
    return <p class="quiet-text">{view.t('matching.error.closed')}</p>;
  const judged = candidate.standing !== 'open' && candidate.standing !== 'withdrawn';
  if (judged && (candidate.standing === 'same' || reversing)) return <ReversalForm view={view} candidate={candidate} form={form} />;
  return (
    <>
      <JudgementForm
        view={view}
        candidate={candidate}
        form={form}
        sighting={found.record.kind === 'sighting'}
        another={pair.another}
        seen={lastSeen(pair.judgements)}
      />
      {judged ? <a href={`/matches/${candidate.id}/reverse`}>{view.t('match-review.reverse.title')}</a> : null}
    </>
  );
}

/** The pair waits for the Committee of whoever reads: they answer it, on their own page. */
function isForCommittee(view: View, { second }: Review): boolean {
  return second?.state === 'asked' && view.may('identity.confirm') && view.officer?.office === second.committee;
}

function CommitteeAnswers({ view, pair: { candidate, found } }: { view: View; pair: Review }) {
  return (
    <section class="judgement" aria-labelledby="committee-answers">
      <h2 id="committee-answers">{view.t('match-review.committee.title')}</h2>
      <p>{view.t('match-review.committee.text')}</p>
      <LinkButton kind="primary" href={`/cwc/${found.record.reference}/identity?candidate=${candidate.id}`}>
        {view.t('match-review.committee.answer')}
      </LinkButton>
    </section>
  );
}

/** The Committee confirmed the pair: only the Committee splits it again. */
function Decided({ view, candidate, form }: Pick<ReviewPageProps, 'view' | 'form'> & { candidate: Review['candidate'] }) {
  if (view.may('identity.confirm')) return <ReversalForm view={view} candidate={candidate} form={form} />;
  return <p class="quiet-text">{view.t('matching.error.identityDecided')}</p>;
}
