// Who waits for a call, soonest due first.
import { formatDeadline, formatMoment } from '../../../platform/i18n/index.ts';
import { Table } from '../../../web/components/table.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import { standingOf } from '../check.ts';
import type { DeskCheck } from '../check-store.ts';

function childInWords(view: View, { told }: DeskCheck): string {
  const sex = view.t(`children.sex.${told.sex ?? 'unknown'}`);
  return told.ageFrom === undefined ? sex : view.t('checks.desk.child', { sex, years: told.ageFrom });
}

function dueInWords(view: View, check: DeskCheck) {
  const { state, due } = standingOf(check, view.now);
  return <WordStatus kind={state === 'overdue' ? 'late' : 'waiting'}>{formatDeadline(view, due, view.now)}</WordStatus>;
}

export function ListPage({ view, checks }: { view: View; checks: readonly DeskCheck[] }) {
  const { t } = view;
  return (
    <>
      <h1>{t('checks.desk.title')}</h1>
      <p>{t('checks.desk.about')}</p>
      <Table
        caption={t('checks.desk.title')}
        captionUnseen
        columns={['code', 'due', 'child', 'asked', 'pairs'].map((name) => ({ label: t(`checks.desk.column.${name}`) }))}
        rows={checks.map((check) => ({
          id: check.id,
          cells: [
            <a href={`/checks/${check.id}`}>{check.code}</a>,
            dueInWords(view, check),
            childInWords(view, check),
            formatMoment(view, check.askedAt),
            t('checks.desk.pairs', { count: check.pairs }),
          ],
        }))}
        empty={<p>{t('checks.desk.empty')}</p>}
      />
    </>
  );
}
