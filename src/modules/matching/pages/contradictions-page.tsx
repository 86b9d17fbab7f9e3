// Status contradictions: one row for each two records that cannot both be right, with whom to ask.
import { formatAgo } from '../../../platform/i18n/index.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { recordPath } from '../../children/index.ts';
import type { Header } from '../contradictions/contradiction-store.ts';
import type { ContradictionRow, Contradictions } from '../contradictions/contradictions.ts';

const columns = ['open', 'other', 'shared', 'age', 'next'] as const;

export function ContradictionsPage({ view, contradictions }: { view: View; contradictions: Contradictions }) {
  const { rows, older } = contradictions;
  const title = view.t('match-review.contradictions.title');
  if (rows.length === 0)
    return (
      <>
        <h1>{title}</h1>
        <EmptyState view={view} title={title} text={view.t('match-review.contradictions.empty')} />
      </>
    );
  return (
    <>
      <h1>{title}</h1>
      <p>{view.t('match-review.contradictions.text')}</p>
      <Table
        caption={title}
        captionUnseen
        columns={columns.map((name) => ({ label: view.t(`match-review.contradictions.${name}`) }))}
        rows={rows.map((row) => ({ id: `${row.open.recordId} ${row.other.recordId}`, cells: cellsOf(view, row) }))}
      />
      {older ? <a href={`/contradictions?after=${older}`}>{view.t('match-review.contradictions.older')}</a> : null}
    </>
  );
}

function cellsOf(view: View, row: ContradictionRow) {
  const { open, other, shared, openedAt } = row;
  return [
    <Named view={view} header={open} />,
    <Named view={view} header={other} />,
    <>
      {shared.map((what) => view.t(`match-review.contradictions.shares.${what}`)).join(', ')}
      {shared.includes('fir') ? <p class="quiet-text">{view.t('match-review.contradictions.sameFir')}</p> : null}
    </>,
    <time dateTime={openedAt}>{formatAgo(view, openedAt, view.now)}</time>,
    <Next view={view} row={row} />,
  ];
}

/** Which record, how it stands, with whom; a link only where the officer may open it. */
function Named({ view, header }: { view: View; header: Header }) {
  const { kind, reference, status, officeName, visible } = header;
  return (
    <>
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
      {[open, other].map(({ recordId, officeName: office, officeTelephone: telephone }) => (
        <p key={recordId}>
          {telephone
            ? view.t('match-review.contradictions.call', { office, telephone })
            : view.t('match-review.contradictions.ask', { office })}
        </p>
      ))}
    </>
  );
}
