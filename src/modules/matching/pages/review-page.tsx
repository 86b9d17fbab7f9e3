// Match review: is this the same child? Both side by side, how surely in words, why row by row, what to ask next, and the judgement.
import { LinkButton } from '../../../web/components/link-button.tsx';
import { VisibilityNote } from '../../../web/components/visibility-note.tsx';
import { type FormState, typedIn } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { recordPath } from '../../children/index.ts';
import type { Place, Review } from '../review.ts';
import { percentOf, surpriseInWords } from '../words.ts';
import { BothRecords, Particulars } from './both-records.tsx';
import { lastSeen } from '../candidate.ts';
import { JudgementForm, ReversalForm } from './judgement-form.tsx';
import { AskedAgainNote, ChangedSinceNote, Judgements, TakenBackNote } from './judgements.tsx';
import { NextSteps } from './next-steps.tsx';
import { ClosedToo, Rivals, isConfirmed, standInWords } from './rivals.tsx';
import { TwoPeople } from './two-people.tsx';
import { Why } from './why.tsx';

export type ReviewPageProps = { view: View; pair: Review; mayJudge: boolean; whoMay: string[]; form: FormState; reversing: boolean };

export function ReviewPage({ view, pair, mayJudge, whoMay, form, reversing }: ReviewPageProps) {
  const { candidate, missing, found, place, judgements } = pair;
  const asked = answerAsked({ view, pair, mayJudge, reversing });
  const words = standInWords(view, pair);
  return (
    <div class="review">
      <h1>{view.t('match-review.title')}</h1>
      <PlaceInList view={view} place={place} opens={place.anchor.id === found.record.id ? found.opens : missing.opens} />
      {candidate.standing === 'open' ? null : (
        <p class="standing">{view.t(`match-review.standing.${isConfirmed(pair) ? 'confirmed' : candidate.standing}`)}</p>
      )}
      <ChangedSinceNote view={view} changed={pair.changedSince} />
      <TakenBackNote view={view} takenBack={pair.takenBack} />
      <NextPair view={view} pair={pair} mayJudge={mayJudge} />
      <AskedAgainNote view={view} asked={pair.askedAgain} />
      <Jumps view={view} pair={pair} asked={asked} />
      <div class="review-columns">
        <div>
          <BothRecords view={view} missing={missing} found={found} />
          <p class="score">
            <strong class="percent">{percentOf(candidate.probability)}</strong> <strong>{words}</strong>{' '}
            {pair.rivals.length === 0 && !pair.takenBack && !isConfirmed(pair) ? surpriseInWords(view, candidate.comparison, found) : null}
          </p>
          <Rivals view={view} pair={pair} judged={asked === 'reversal' || asked === 'decided'} />
          <ClosedToo view={view} pair={pair} />
          <NextSteps view={view} pair={pair} toJudge={asked === 'judgement'} />
          <Why view={view} comparison={candidate.comparison} missing={missing} found={found} />
          <Particulars view={view} missing={missing} found={found} />
        </div>
        <aside>
          <TwoPeople view={view} second={pair.second} />
          <Answer view={view} pair={pair} asked={asked} whoMay={whoMay} form={typedFor(asked, reversing, form)} />
          {isOfAnother(asked, reversing) ? <TypedElsewhere view={view} form={form} /> : null}
          <Judgements view={view} judgements={judgements} />
        </aside>
      </div>
      <VisibilityNote
        view={view}
        to={[...new Set([missing, found].flatMap(({ office }) => office?.name ?? []))]}
        you={view.officer?.role ?? ''}
      />
    </div>
  );
}

/** "1 of 6 candidates for MC-BR-2026-000877-T", with the way to the next. */
function PlaceInList({ view, place, opens }: { view: View; place: Place; opens: boolean }) {
  const { anchor, index, total, previous, next } = place;
  return (
    <nav class="review-place" aria-label={view.t('match-review.place.label')}>
      {previous ? (
        <a rel="prev" href={`/matches/${previous}`}>
          {view.t('match-review.place.previous')}
        </a>
      ) : null}
      <span>
        {view.t('match-review.place.position', { index, total })}{' '}
        {opens ? <a href={recordPath(anchor)}>{anchor.reference}</a> : anchor.reference}
      </span>
      {next ? (
        <a rel="next" href={`/matches/${next}`}>
          {view.t('match-review.place.next')}
        </a>
      ) : null}
    </nav>
  );
}

/** Judged: the way to the next pair, so that nobody has to find back to the list. */
function NextPair({ view, pair: { candidate, nextWaiting }, mayJudge }: Pick<ReviewPageProps, 'view' | 'pair' | 'mayJudge'>) {
  if (!mayJudge || candidate.standing === 'open') return null;
  return (
    <p>
      <a href={nextWaiting ? `/matches/${nextWaiting}` : '/matches'}>
        {view.t(nextWaiting ? 'match-review.place.nextWaiting' : 'match-review.place.noneWaiting')}
      </a>
    </p>
  );
}

/** On a narrow screen the page is long: the ways to its parts, the question first. */
function Jumps({ view, pair, asked }: Pick<ReviewPageProps, 'view' | 'pair'> & { asked: Asked }) {
  const parts = [
    ...(asked === 'judgement' || asked === 'reversal' ? [asked] : []),
    'why',
    'particulars',
    ...(pair.judgements.length > 0 ? ['judgements'] : []),
  ];
  return (
    <nav class="jumps" aria-label={view.t('match-review.jump.label')}>
      {parts.map((part) => (
        <a key={part} href={`#${part}`}>
          {view.t(`match-review.jump.${part}`)}
        </a>
      ))}
    </nav>
  );
}

type Asked = 'decided' | 'committee' | 'nothing' | 'closed' | 'judgement' | 'reversal';

/** What the officer may do now: judge, take back, answer for the Committee, or only read. */
function answerAsked({ view, pair, mayJudge, reversing }: Omit<ReviewPageProps, 'whoMay' | 'form'>): Asked {
  const { candidate, missing, found, second } = pair;
  if (second?.state === 'confirmed') return view.may('identity.confirm') ? 'reversal' : 'decided';
  if (isForCommittee(view, pair)) return 'committee';
  if (!mayJudge) return 'nothing';
  if (missing.record.closedAt !== null || found.record.closedAt !== null) return 'closed';
  return candidate.standing === 'same' || (reversing && wasJudged(pair)) ? 'reversal' : 'judgement';
}

/** What was typed was sent to the other of the two forms: the pair was judged, or opened again, since the page was drawn. */
function isOfAnother(asked: Asked, reversing: boolean): boolean {
  return (asked === 'reversal' && !reversing) || (asked === 'judgement' && reversing);
}

/** A reason given for one act is never put into the form of another; what was refused is still said. */
function typedFor(asked: Asked, reversing: boolean, form: FormState): FormState {
  return isOfAnother(asked, reversing) ? { values: {}, errors: form.errors } : form;
}

function TypedElsewhere({ view, form }: { view: View; form: FormState }) {
  const typed = typedIn(form, 'reason');
  if (!typed) return null;
  return (
    <p>
      {view.t('match-review.typed')} <q dir="auto">{typed}</q>
    </p>
  );
}

function wasJudged({ candidate: { standing } }: Review): boolean {
  return standing !== 'open' && standing !== 'withdrawn';
}

function Answer({ view, pair, asked, whoMay, form }: Omit<ReviewPageProps, 'mayJudge' | 'reversing'> & { asked: Asked }) {
  const { candidate, found } = pair;
  if (asked === 'reversal') return <ReversalForm view={view} candidate={candidate} form={form} seen={lastSeen(pair.judgements)} />;
  if (asked === 'committee') return <CommitteeAnswers view={view} pair={pair} />;
  if (asked === 'decided') return <p class="quiet-text">{view.t('matching.error.identityDecided')}</p>;
  if (asked === 'nothing') return <p class="quiet-text">{view.t('match-review.whoMay', { roles: whoMay.join(', ') })}</p>;
  if (asked === 'closed') return <p class="quiet-text">{view.t('matching.error.closed')}</p>;
  return (
    <>
      <JudgementForm
        view={view}
        candidate={candidate}
        form={form}
        sighting={found.record.kind === 'sighting'}
        followUp={found.opens ? recordPath(found.record) : null}
        holder={found.office}
        another={pair.another}
        contested={pair.rivals.length > 0 || pair.takenBack !== null}
        seen={lastSeen(pair.judgements)}
      />
      {wasJudged(pair) ? <a href={`/matches/${candidate.id}/reverse`}>{view.t('match-review.reverse.title')}</a> : null}
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
