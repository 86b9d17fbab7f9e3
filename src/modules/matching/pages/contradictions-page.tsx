// Status contradictions: one row for each two records that cannot both be right, with whom to ask.
import { ageOn } from '../../../kernel/age.ts';
import { dayOf } from '../../../kernel/time.ts';
import { formatAge, formatAgo, formatWhen } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { PersonName } from '../../../web/components/person-name.tsx';
import { Table } from '../../../web/components/table.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { type FormState, typedIn } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { recordPath } from '../../children/index.ts';
import type { Dismissal } from '../contradictions/contradiction-store.ts';
import type { ContradictionRow, Contradictions, Named as NamedRecord } from '../contradictions/contradictions.ts';
import { MOST_REASON } from '../form.ts';
import { askOffice, nameShown } from '../words.ts';

/** Of these it is known how the child's case went: that is what to ask. */
const ended: readonly string[] = ['traced', 'produced', 'restored', 'in-care', 'identity-confirmed', 'closed'];
const columns = ['open', 'other', 'shared', 'age', 'next'] as const;

type Props = { view: View; contradictions: Contradictions; form: FormState };

export function ContradictionsPage({ view, contradictions, form }: Props) {
  const { rows, older, dismissed } = contradictions;
  const title = view.t('match-review.contradictions.title');
  const explained = rows.find(
    ({ open, other }) => open.recordId === typedIn(form, 'openId') && other.recordId === typedIn(form, 'otherId'),
  );
  return (
    <>
      <h1>{title}</h1>
      {rows.length === 0 ? (
        <EmptyState view={view} title={title} text={view.t('match-review.contradictions.empty')} />
      ) : (
        <p>{view.t('match-review.contradictions.text')}</p>
      )}
      {explained ? <Explain view={view} row={explained} form={form} /> : <ErrorSummary view={view} form={form} />}
      {rows.length > 0 ? (
        <Table
          caption={title}
          captionUnseen
          columns={columns.map((name) => ({ label: view.t(`match-review.contradictions.${name}`) }))}
          rows={rows.map((row) => ({ id: `${row.open.recordId} ${row.other.recordId}`, cells: cellsOf(view, row) }))}
        />
      ) : null}
      {older ? <a href={`/contradictions?after=${older}`}>{view.t('match-review.contradictions.older')}</a> : null}
      <Dismissed view={view} dismissed={dismissed} />
    </>
  );
}

/** Why the two are two children: one form for the one row it was asked of. */
function Explain({ view, row: { open, other }, form }: { view: View; row: ContradictionRow; form: FormState }) {
  return (
    <section aria-labelledby="explain">
      <h2 id="explain">{view.t('match-review.contradictions.explain', { open: open.reference, other: other.reference })}</h2>
      <ErrorSummary view={view} form={form} />
      <Form view={view} action="/contradictions">
        <Hidden name="openId" value={open.recordId} />
        <Hidden name="otherId" value={other.recordId} />
        <TextArea
          view={view}
          form={form}
          name="reason"
          label={view.t('match-review.contradictions.reason')}
          hint={view.t('match-review.contradictions.reasonHint')}
          rows={2}
          maxLength={MOST_REASON}
        />
        <Button kind="secondary">{view.t('match-review.contradictions.dismiss')}</Button>
      </Form>
    </section>
  );
}

/** What was explained away, by whom and why: nothing leaves the list unseen. */
function Dismissed({ view, dismissed }: { view: View; dismissed: readonly Dismissal[] }) {
  if (dismissed.length === 0) return null;
  return (
    <section aria-labelledby="explained">
      <h2 id="explained">{view.t('match-review.contradictions.explained')}</h2>
      <ul>
        {dismissed.map(({ openId, openReference, otherId, cited, reason, dismissedAt, officerName: officer, officeName: office }) => (
          <li key={`${openId} ${otherId} ${dismissedAt}`}>
            <a href={recordPath({ kind: 'missing', reference: openReference })}>{openReference}</a>{' '}
            {cited.map((what) => view.t(`match-review.contradictions.shares.${what}`)).join(', ')}: <q dir="auto">{reason}</q>{' '}
            <span class="quiet-text">
              {view.t('match-review.past.by', { officer, office, when: formatWhen(view, dismissedAt, view.now) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function cellsOf(view: View, row: ContradictionRow) {
  const { open, other, shared, openedAt, more } = row;
  return [
    <Named view={view} header={open} />,
    <Named view={view} header={other} />,
    <>
      {shared.map((what) => view.t(`match-review.contradictions.shares.${what}`)).join(', ')}
      {more > 0 ? <p class="quiet-text">{view.t('match-review.contradictions.more', { count: more })}</p> : null}
      {shared.includes('fir') ? <p class="quiet-text">{view.t('match-review.contradictions.sameFir')}</p> : null}
    </>,
    <time dateTime={openedAt}>{formatAgo(view, openedAt, view.now)}</time>,
    <Next view={view} row={row} />,
  ];
}

/** Which record, how it stands, with whom; a link only where the officer may open it. */
function Named({ view, header }: { view: View; header: NamedRecord }) {
  const { kind, reference, status, officeName, visible, description } = header;
  const age = description?.age ? formatAge(view, ageOn(description.age, dayOf(view.now))) : null;
  return (
    <>
      {description ? (
        <>
          <PersonName view={view} name={nameShown(description)} /> {age}
          <br />
        </>
      ) : null}
      {visible ? <a href={recordPath({ kind, reference })}>{reference}</a> : reference}
      <br />
      {view.t(`match-review.side.${kind}`)}: {view.t(`children.status.${status}`)}
      <br />
      <span class="quiet-text">{officeName}</span>
    </>
  );
}

function Next({ view, row: { open, other, pairId } }: { view: View; row: ContradictionRow }) {
  if (pairId) return <a href={`/matches/${pairId}`}>{view.t('match-review.contradictions.judge')}</a>;
  return (
    <>
      {[open, other].map(({ recordId, kind, status, officeName: name, officeTelephone: telephone }) => (
        <p key={recordId}>
          {askOffice(view, { name, telephone })}
          <br />
          {view.t(`match-review.contradictions.question.${ended.includes(status) ? 'ended' : kind}`)}
        </p>
      ))}
      {open.kind === 'missing' && other.kind === 'missing' ? (
        <p>
          <a href={`/contradictions?open=${open.recordId}&other=${other.recordId}#explain`}>{view.t('match-review.contradictions.two')}</a>
        </p>
      ) : null}
    </>
  );
}
