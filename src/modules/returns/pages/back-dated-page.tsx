// What was said long after, of one office: both days, and what had been frozen in between. Another office's list names no record.
import type { DiaryFact } from '../../../kernel/happenings.ts';
import type { Reference } from '../../../kernel/reference.ts';
import { formatMoment } from '../../../platform/i18n/index.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { periodInWords } from '../../journals/index.ts';
import { type BackDated, MARKED_DAYS, type Seal } from '../back-dated.ts';

export type BackDatedRow = BackDated<DiaryFact> & { reference: Reference | null; path: string | null };
export type BackDatedShown = { officeName: string; rows: readonly BackDatedRow[]; named: boolean; cut: boolean };

/** "child produced before the Committee: said on 12 Apr 2027, 10:00 that it happened on 30 Mar 2027, 09:00" */
export function saidSentence(view: View, { happening, enteredAt, recordedAt, happenedAt }: DiaryFact): string {
  const [what, happened] = [view.t(`law.happening.${happening}`), formatMoment(view, happenedAt)];
  if (!enteredAt) return view.t('returns.back.sentence', { what, said: formatMoment(view, recordedAt), happened });
  return view.t('returns.back.told', { what, said: formatMoment(view, enteredAt), here: formatMoment(view, recordedAt), happened });
}

export function marksOf(view: View, { days, seals }: Pick<BackDated<DiaryFact>, 'days' | 'seals'>): string {
  return [
    ...(days > MARKED_DAYS ? [view.t('returns.back.days', { count: days })] : []),
    ...seals.map((seal) => sealWords(view, seal)),
  ].join('; ');
}

function sealWords(view: View, { period, sealedAt }: Seal): string {
  const [words, at] = [periodInWords(view, period), formatMoment(view, sealedAt)];
  return period.includes('Q')
    ? view.t('returns.back.afterReturn', { period: words, at })
    : view.t('returns.back.afterMonth', { month: words, at });
}

export function BackDatedPage({ view, shown: { officeName, rows, named, cut } }: { view: View; shown: BackDatedShown }) {
  const { t } = view;
  return (
    <>
      <h1>{t('returns.back.title', { office: officeName })}</h1>
      <p>{t('returns.back.about', { days: MARKED_DAYS })}</p>
      {cut ? <p>{t('returns.back.cut', { count: rows.length })}</p> : null}
      <Table
        caption={t('returns.back.caption')}
        captionUnseen
        empty={<EmptyState view={view} title={t('returns.back.none')} text={t('returns.back.noneAbout')} />}
        columns={[
          { label: t('returns.column.what') },
          { label: t('returns.column.mark') },
          ...(named ? [{ label: t('returns.column.record') }] : []),
        ]}
        rows={rows.map((row) => ({
          id: row.entry.entryId,
          cells: [
            saidSentence(view, row.entry),
            <span class="late-word">{marksOf(view, row)}</span>,
            ...(named
              ? [
                  row.reference && row.path ? (
                    <a class="reference" href={row.path}>
                      {row.reference}
                    </a>
                  ) : (
                    '–'
                  ),
                ]
              : []),
          ],
        }))}
      />
    </>
  );
}

export function BackDatedPanel({ view, found }: { view: View; found: readonly BackDated<DiaryFact>[] }) {
  return (
    <section aria-labelledby="said-long-after">
      <h2 id="said-long-after">{view.t('returns.back.panel')}</h2>
      <ul>
        {found.map((one) => (
          <li key={one.entry.entryId}>
            {saidSentence(view, one.entry)} <span class="late-word">({marksOf(view, one)})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
