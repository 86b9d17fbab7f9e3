// The question put to the officer: same, not the same, can't tell yet; why; and if it was answered, how to take the answer back.
import { Button } from '../../../web/components/button.tsx';
import { Checkboxes } from '../../../web/components/checkboxes.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { ButtonRow } from '../../../web/components/link-button.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { type FormState, typedIn } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { Office } from '../../officers/index.ts';
import type { Aspect } from '../aspect.ts';
import type { Candidate } from '../candidate.ts';
import { MOST_REASON } from '../form.ts';
import { askOffice } from '../words.ts';
import { speaksAgainst } from './why.tsx';

/** `sighting`: what was seen is not a child in hand, so nobody can be the same. `seen`: the last judgement, as the page shows it. */
export type JudgementFormProps = { view: View; candidate: Candidate; form: FormState; seen: string; sighting?: boolean };

/**
 * `another`: a pair in which the found child is already judged the same as another missing child. `contested`: a pair stands beside
 * this one, or the Committee took it back: then no answer is put forward. `followUp`: the sighting's own page, where it is answered,
 * if the officer may open it; else `holder`, the office that answers it.
 */
type Asked = JudgementFormProps & { another: string | null; contested: boolean; followUp: string | null; holder: Office | undefined };

/** What may have decided: first what speaks against, then what nobody knows and asking would tell, then what agrees, the strongest first. */
function citable({ comparison: { aspects, helpMost } }: Candidate): Aspect[] {
  const strongest = aspects
    .filter(({ outcome }) => outcome !== 'unknown')
    .toSorted((one, other) => Math.abs(other.bits) - Math.abs(one.bits));
  const asked = aspects.filter(({ aspect, outcome }) => outcome === 'unknown' && aspect === helpMost?.aspect);
  const [against, agreeing] = [strongest.filter(speaksAgainst), strongest.filter((result) => !speaksAgainst(result))];
  return [...against, ...asked, ...agreeing].map(({ aspect }) => aspect);
}

export function JudgementForm({ view, candidate, form, sighting = false, another, contested, seen, followUp, holder }: Asked) {
  const seenBefore = typedIn(form, 'seen');
  return (
    <section class="judgement" aria-labelledby="judgement">
      <h2 id="judgement">{view.t('match-review.judge.title')}</h2>
      <ErrorSummary view={view} form={form} />
      {seenBefore && seenBefore !== seen ? (
        <p>
          <a href={`/matches/${candidate.id}`}>{view.t('match-review.judge.openAgain')}</a>
        </p>
      ) : null}
      <Form view={view} action={`/matches/${candidate.id}`}>
        <TextArea
          view={view}
          form={form}
          name="reason"
          label={view.t('match-review.judge.reason')}
          hint={view.t('match-review.judge.reasonHint')}
          rows={2}
          maxLength={MOST_REASON}
        />
        <Checkboxes
          view={view}
          form={form}
          name="cited"
          label={view.t('match-review.judge.cited')}
          hint={view.t('match-review.judge.citedHint')}
          options={citable(candidate).map((aspect) => ({ value: aspect, label: view.t(`matching.aspect.${aspect}`) }))}
          inline
        />
        {another ? (
          <Checkboxes
            view={view}
            form={form}
            name="both"
            label={view.t('match-review.judge.another')}
            options={[{ value: 'yes', label: view.t('match-review.judge.both') }]}
          />
        ) : null}
        <Hidden name="seen" value={seenBefore || seen} />
        <ButtonRow>
          {sighting ? null : (
            <Button kind={contested ? 'secondary' : 'primary'} name="verdict" value="same" hotkey="y">
              {view.t('match-review.judge.same')}
            </Button>
          )}
          <Button kind="secondary" name="verdict" value="different" hotkey="n">
            {view.t('match-review.judge.different')}
          </Button>
          <Button kind="secondary" name="verdict" value="unsure" hotkey="u">
            {view.t('match-review.judge.unsure')}
          </Button>
        </ButtonRow>
      </Form>
      {followUp && sighting ? (
        <p>
          <a href={followUp}>{view.t('match-review.followUp')}</a>
        </p>
      ) : null}
      <p class="quiet-text">
        {view.t(
          sighting
            ? followUp
              ? 'matching.error.sightingIsNobody'
              : 'match-review.judge.sightingElsewhere'
            : 'match-review.judge.afterwards',
        )}{' '}
        {sighting && !followUp ? askOffice(view, holder) : null}
      </p>
    </section>
  );
}

export function ReversalForm({ view, candidate, form, seen }: JudgementFormProps) {
  return (
    <section class="reversal" aria-labelledby="reversal">
      <h2 id="reversal">{view.t('match-review.reverse.title')}</h2>
      <ErrorSummary view={view} form={form} />
      <Form view={view} action={`/matches/${candidate.id}/reverse`}>
        <TextArea
          view={view}
          form={form}
          name="reason"
          label={view.t('match-review.reverse.reason')}
          hint={view.t('match-review.reverse.hint')}
          rows={2}
          maxLength={MOST_REASON}
        />
        <Hidden name="seen" value={typedIn(form, 'seen') || seen} />
        <Button kind="secondary">{view.t('match-review.reverse.button')}</Button>
      </Form>
    </section>
  );
}
