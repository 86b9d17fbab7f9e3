// The children of a drive or of a raid, one a line: what was done in time, with which measures, where the child is.
import type { ComponentChildren } from 'preact';
import { dayOf } from '../../../kernel/time.ts';
import { formatDay } from '../../../platform/i18n/index.ts';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import type { Line } from '../lines.ts';
import type { Timing } from '../standing.ts';

type Props = { view: View; caption: string; lines: readonly Line[]; readsPlans: boolean; after?: (line: Line) => ComponentChildren };

/** "In time", "Late", or "by 11 Jan 2026" where it is still to be done. */
export function TimingWords({ view, timing: { state, dueAt } }: { view: View; timing: Timing }) {
  const { t } = view;
  const words = t(`drives.timing.${state}`);
  const by = dueAt && (state === 'running' || state === 'overdue') ? `, ${t('drives.by', { day: formatDay(view, dayOf(dueAt)) })}` : '';
  return state === 'late' || state === 'overdue' ? <span class="late-word">{words + by}</span> : <>{words + by}</>;
}

export function ChildrenTable({ view, caption, lines, readsPlans, after }: Props) {
  const { t } = view;
  const ofPlans = readsPlans ? ['plan', 'approved', 'measures', 'twoMonths', 'sixMonths'] : [];
  const columns = ['reference', 'name', 'district', 'production', ...ofPlans, 'where'];
  return (
    <Table
      caption={caption}
      captionUnseen
      columns={[...columns.map((name) => ({ label: t(`drives.column.${name}`) })), ...(after ? [{ label: t('drives.column.act') }] : [])]}
      rows={lines.map((line) => ({ id: line.id, cells: [...cellsOf(view, line, readsPlans), ...(after ? [after(line)] : [])] }))}
      empty={<p>{t('drives.noneSeen')}</p>}
    />
  );
}

function cellsOf(view: View, { reference, name, districtName, standing }: Line, readsPlans: boolean) {
  const { t } = view;
  const timing = (of: 'production' | 'plan' | 'twoMonths' | 'sixMonths') => <TimingWords view={view} timing={standing[of]} />;
  const measures = standing.measures.map((one) => t(`care-plans.measure.${one}`)).join(', ');
  return [
    <a href={`/found/${reference}`}>{reference}</a>,
    <bdi>{name}</bdi>,
    districtName,
    timing('production'),
    ...(readsPlans
      ? [timing('plan'), t(standing.approved ? 'drives.yes' : 'drives.no'), measures || '–', timing('twoMonths'), timing('sixMonths')]
      : []),
    standing.where === 'gone' ? <span class="late-word">{t('drives.where.gone')}</span> : t(`drives.where.${standing.where}`),
  ];
}
