// What is said of guarded records: to their own office, whom it may let in; to the other, that there is a pair and whom to ask.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TELLS_LITTLE } from '../../../web/components/waterfall.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { recordPath } from '../../children/index.ts';
import type { Candidate } from '../candidate.ts';
import { MOST_REASON } from '../form.ts';
import type { HeldBack, Unseen } from '../guarded/guarded.ts';
import { askOffice, aspectsInWords, percentOf, probabilityInWords } from '../words.ts';
import { speaksAgainst } from './why.tsx';

/** On the guarded record's page: each look-alike whose office may not look, and the way to let it. */
export function HeldBackPanel({ view, held }: { view: View; held: readonly HeldBack[] }) {
  return (
    <section aria-labelledby="held-back">
      <h2 id="held-back">{view.t('match-review.guarded.title', { count: held.length })}</h2>
      <p>{view.t('match-review.guarded.text', { holds: held[0]?.holder ? 'no' : 'yes' })}</p>
      <ul>
        {held.map(({ candidate, other }) => (
          <li key={candidate.id}>
            {percentOf(candidate.probability)}, {other ? other.officeName : view.t('match-review.guarded.unnamed')}:{' '}
            <a href={`/matches/${candidate.id}/open`}>{view.t('match-review.guarded.decide')}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function OpenPage({ view, held, form }: { view: View; held: readonly HeldBack[]; form: FormState }) {
  const [{ candidate, own, other, holder }] = held as [HeldBack, ...HeldBack[]];
  return (
    <>
      <h1>{view.t('match-review.guarded.openTitle')}</h1>
      <p>
        <a href={recordPath(own)}>{own.reference}</a>
      </p>
      <p>{view.t('match-review.guarded.openText', { office: other?.officeName ?? view.t('match-review.guarded.unnamed') })}</p>
      <p>
        <strong>{percentOf(candidate.probability)}</strong>{' '}
        {view.t('match-review.sentence', { text: probabilityInWords(view, candidate.probability) })} {agreesInWords(view, candidate)}
      </p>
      {other ? <p>{askOffice(view, { name: other.officeName, telephone: other.officeTelephone })}</p> : null}
      {holder ? (
        <p>
          {view.t('match-review.guarded.askHolder')} {askOffice(view, holder)}
        </p>
      ) : null}
      <ErrorSummary view={view} form={form} />
      <Form view={view} action={`/matches/${candidate.id}/open`}>
        <TextArea
          view={view}
          form={form}
          name="reason"
          label={view.t('match-review.guarded.reason')}
          hint={view.t('match-review.guarded.reasonHint')}
          rows={2}
          maxLength={MOST_REASON}
        />
        <Button kind="primary">{view.t('match-review.guarded.open')}</Button>
      </Form>
    </>
  );
}

/** Which facts, never what they are: who decides has to know on what the two are thought to be one child, and may not see the other record. */
function agreesInWords(view: View, { comparison: { aspects } }: Candidate): string {
  const known = aspects.filter(({ outcome }) => outcome !== 'unknown').toSorted((one, other) => Math.abs(other.bits) - Math.abs(one.bits));
  const named = (results: typeof known) =>
    aspectsInWords(
      view,
      results.map(({ aspect }) => aspect),
    );
  const [agreeing, against] = [known.filter(({ bits }) => bits >= TELLS_LITTLE), known.filter(speaksAgainst)];
  return [
    agreeing.length > 0 ? view.t('match-review.guarded.agrees', { facts: named(agreeing) }) : null,
    against.length > 0 ? view.t('match-review.guarded.against', { facts: named(against) }) : null,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Its id is the record's reference, so that a duty can lead to it. No number, percent, place, office or reference of the other record: that it exists, and who watches over both (beside.ts says why that is told at all). */
export function UnseenNote({ view, unseen, link }: { view: View; unseen: readonly Unseen[]; link: boolean }) {
  if (unseen.length === 0) return null;
  return (
    <section class="asked-again" aria-labelledby="unseen">
      <h2 id="unseen">{view.t('match-review.unseen.title')}</h2>
      <ul>
        {unseen.map(({ own, elsewhere, ask }) => (
          <li key={own.id} id={link ? own.reference : undefined}>
            {link ? <a href={recordPath(own)}>{own.reference}</a> : null}{' '}
            {view.t(`match-review.unseen.${elsewhere ? 'elsewhere' : own.kind}`)} {askOffice(view, ask)}
          </li>
        ))}
      </ul>
    </section>
  );
}
