// A record's candidates on its own page: best first, in words, each with how it stands, and when the record was last compared.
import { formatWhen } from '../../../platform/i18n/index.ts';
import { PersonName } from '../../../web/components/person-name.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import type { ChildRecord } from '../../children/index.ts';
import type { Candidate } from '../candidate.ts';
import type { Cautions, Listed } from '../waiting.ts';
import { nameShown, percentOf } from '../words.ts';
import type { Unseen } from '../guarded/guarded.ts';
import { UnseenNote } from './guarded.tsx';
import { listedInWords } from './listed-words.ts';

export type CandidateRow = { candidate: Candidate; other: Listed };
export type CandidatesPanelProps = { view: View; record: ChildRecord; rows: CandidateRow[]; cautions: Cautions; unseen: readonly Unseen[] };

export function CandidatesPanel({ view, record, rows, cautions, unseen }: CandidatesPanelProps) {
  const columns = ['child', 'reference', 'place', 'probability', 'standing'].map((name) => ({
    label: view.t(`match-review.panel.${name}`),
  }));
  return (
    <section aria-labelledby="candidates">
      <h2 id="candidates">{view.t('match-review.panel.title', { count: rows.length })}</h2>
      <Table
        caption={view.t('match-review.panel.title', { count: rows.length })}
        captionUnseen
        columns={columns}
        rows={rows.map((row) => ({ id: row.candidate.id, cells: cellsOf(view, row, cautions) }))}
        empty={unseen.length > 0 ? null : <p>{view.t(`match-review.panel.empty.${record.kind}`)}</p>}
      />
      <UnseenNote view={view} unseen={unseen} link={false} />
      <p class="quiet-text">
        {comparedInWords(view, record)} {pairComparedInWords(view, record, rows)}
      </p>
    </section>
  );
}

/** A record changed since it was compared says so: what is listed above may rest on what it said before. */
function comparedInWords(view: View, { matchedAt, matchedVersion, version }: ChildRecord): string {
  if (matchedAt === null) return view.t('match-review.panel.notCompared');
  const when = formatWhen(view, matchedAt, view.now);
  return view.t(matchedVersion === version ? 'match-review.panel.compared' : 'match-review.panel.changedSince', { when });
}

/** A score newer than the record's own comparison came of the other record's: said, so that the two times do not contradict each other. */
function pairComparedInWords(view: View, { matchedAt }: ChildRecord, rows: readonly CandidateRow[]): string | null {
  const newest = rows
    .map(({ candidate }) => candidate.computedAt)
    .toSorted()
    .at(-1);
  if (newest === undefined || matchedAt === null || newest <= matchedAt) return null;
  return view.t('match-review.panel.pairCompared', { when: formatWhen(view, newest, view.now) });
}

function cellsOf(view: View, { candidate, other }: CandidateRow, cautions: Cautions) {
  return [
    <a href={`/matches/${candidate.id}`}>
      <PersonName view={view} name={nameShown(other.description)} />
    </a>,
    other.record.reference,
    other.district ? `${other.district.name}, ${other.district.stateName}` : '',
    `${percentOf(candidate.probability)} · ${listedInWords(view, candidate, cautions)}`,
    view.t(`match-review.standing.${candidate.standing}`),
  ];
}
