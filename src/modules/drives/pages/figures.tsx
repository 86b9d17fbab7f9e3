// The answer first: how many children, how many in time, with which measures, where they are now; then the same by place.
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { measures } from '../../care-plans/index.ts';
import { type Cell, FEW } from '../../directives/index.ts';
import { placeName } from '../../places/index.ts';
import type { Figures } from '../answer.ts';
import { timed } from '../figure.ts';
import { timings, whereabouts } from '../standing.ts';

export function said({ t }: View, cell: Cell): string {
  return cell === 'few' ? t('drives.few', { count: FEW }) : String(cell);
}

type Props = { view: View; figures: Figures };

export function FigureTables({ view, figures }: Props) {
  const { t } = view;
  const { total } = figures;
  const { area } = figures;
  if (total.of('children') === 0) return <p>{t('drives.noChildren')}</p>;
  const shown = (names: readonly string[], of: string) => names.filter((name) => total.of(`${of}.${name}`) !== 0);
  return (
    <>
      {area.level === 'nation' ? null : (
        <p class="quiet-text">{t(`drives.ofArea.${area.level}`, { place: placeName(view, { code: area.code, name: area.code }) })}</p>
      )}
      <p class="drive-answer">
        {t('drives.answer', {
          children: said(view, total.of('children')),
          inTime: said(view, total.of('production.in-time')),
          plans: said(view, total.of('plan.in-time')),
          restored: said(view, total.of('where.restored')),
          homes: said(view, total.of('where.home')),
          lost: said(view, total.of('lost-touch')),
        })}
      </p>
      <Table
        caption={t('drives.timed.title')}
        columns={[{ label: t('drives.timed.what') }, ...timings.map((state) => ({ label: t(`drives.timing.${state}`), numeric: true }))]}
        rows={timed.map((of) => ({
          id: of,
          cells: [t(`drives.timed.${of}`), ...timings.map((state) => said(view, total.of(`${of}.${state}`)))],
        }))}
      />
      <p>{t('drives.approved', { count: said(view, total.of('plan.approved')) })}</p>
      <div class="drive-columns">
        <Table
          caption={t('drives.measures.title')}
          columns={[{ label: t('drives.measures.kind') }, { label: t('drives.children'), numeric: true }]}
          rows={measures.map((one) => ({ id: one, cells: [t(`care-plans.measure.${one}`), said(view, total.of(`measure.${one}`))] }))}
        />
        <Table
          caption={t('drives.where.title')}
          columns={[{ label: t('drives.where.place') }, { label: t('drives.children'), numeric: true }]}
          rows={shown(whereabouts, 'where').map((one) => ({
            id: one,
            cells: [t(`drives.where.${one}`), said(view, total.of(`where.${one}`))],
          }))}
        />
      </div>
      {figures.exact ? null : <p class="quiet-text">{t('drives.inFives', { few: FEW })}</p>}
    </>
  );
}

const byPlace = ['children', 'production.in-time', 'plan.in-time', 'plan.approved', 'where.restored', 'where.home', 'lost-touch'] as const;

export function PlaceTable({ view, figures: { rows } }: Props) {
  const { t } = view;
  if (rows.length < 2) return null;
  return (
    <Table
      caption={t('drives.byPlace.title')}
      columns={[
        { label: t('drives.byPlace.district') },
        ...byPlace.map((figure) => ({ label: t(`drives.byPlace.${figure}`), numeric: true })),
      ]}
      rows={rows.map((row) => ({
        id: row.place,
        cells: [
          `${row.name}, ${placeName(view, { code: row.stateCode, name: row.stateCode })}`,
          ...byPlace.map((figure) => said(view, row.of(figure))),
        ],
      }))}
    />
  );
}
