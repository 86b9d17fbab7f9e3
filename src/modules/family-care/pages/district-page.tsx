// Care in families of one district: what should stop, what is due this quarter and what is late and why, what waits for a decision.
import { formatDay } from '../../../platform/i18n/index.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { LinkButton } from '../../../web/components/link-button.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { StopSign } from '../../../law/index.ts';
import type { Due } from '../payments/payment.ts';
import { type Placing, stateOf } from '../placings/placing.ts';
import { DueWord, StateWord, periodInWords, rupees } from './words.tsx';

export type DistrictRow = { placing: Placing; reference: string; name: string };
export type DistrictDue = DistrictRow & { due: Due };
export type DistrictSign = DistrictRow & { signs: readonly StopSign[] };
type Props = {
  view: View;
  title: string;
  dues: readonly DistrictDue[];
  signs: readonly DistrictSign[];
  waiting: readonly DistrictRow[];
  running: number;
};

function Child({ row, view }: { row: DistrictRow; view: View }) {
  return (
    <>
      <a href={`/found/${row.reference}/family-care/placings/${row.placing.id}`}>
        <bdi>{row.name}</bdi>
      </a>{' '}
      <span class="quiet-text">
        {row.reference}, {view.t(`family-care.kind.${row.placing.kind}`)}
      </span>
    </>
  );
}

const columnsOf = ({ t }: View, ...names: string[]) =>
  names.map((name) => ({ label: t(`family-care.column.${name}`), numeric: name === 'amount' }));

export function DistrictPage({ view, title, dues, signs, waiting, running }: Props) {
  const { t } = view;
  const overdue = dues.filter(({ due }) => due.state === 'overdue').length;
  return (
    <>
      <h1>{title}</h1>
      <p>{t('family-care.district.totals', { running, due: dues.length, overdue, waiting: waiting.length })}</p>
      <p>
        <LinkButton href="/family-care/families">{t('family-care.families.title')}</LinkButton>
      </p>
      {signs.length > 0 ? (
        <Table
          caption={t('family-care.signs.title')}
          columns={columnsOf(view, 'child', 'sign')}
          rows={signs.map((row) => ({
            id: row.placing.id,
            cells: [
              <Child view={view} row={row} />,
              <WordStatus kind="late">{row.signs.map((sign) => t(`family-care.sign.${sign}`)).join('; ')}</WordStatus>,
            ],
          }))}
        />
      ) : null}
      <Table
        caption={t('family-care.dues.title')}
        columns={columnsOf(view, 'child', 'period', 'amount', 'stands')}
        rows={dues.map((row) => ({
          id: `${row.placing.id} ${row.due.period}`,
          cells: [
            <Child view={view} row={row} />,
            periodInWords(view, row.due.period),
            rupees(row.due.amount),
            <DueWord view={view} due={row.due} />,
          ],
        }))}
        empty={<EmptyState view={view} title={t('family-care.dues.none')} text={t('family-care.dues.empty')} />}
      />
      {waiting.length > 0 ? (
        <Table
          caption={t('family-care.waiting.title')}
          columns={columnsOf(view, 'child', 'appliedOn', 'stands')}
          rows={waiting.map((row) => ({
            id: row.placing.id,
            cells: [
              <Child view={view} row={row} />,
              formatDay(view, row.placing.appliedOn),
              <StateWord view={view} state={stateOf(row.placing)} />,
            ],
          }))}
        />
      ) : null}
    </>
  );
}
