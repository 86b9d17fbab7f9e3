// The answer about a drive on paper: the same figures, in the reader's language, of the part of the nation the reader may read.
import { dayOf } from '../../kernel/time.ts';
import { formatDay, formatMoment } from '../../platform/i18n/index.ts';
import type { Document } from '../../platform/documents/index.ts';
import type { View } from '../../web/view.ts';
import { measures } from '../care-plans/index.ts';
import { type Cell, FEW } from '../directives/index.ts';
import { placeName } from '../places/index.ts';
import type { Figures } from './answer.ts';
import type { Drive } from './drive.ts';
import { timed } from './figure.ts';
import { timings, whereabouts } from './standing.ts';

export function paperOf(view: View, drive: Drive, { total, rows, exact }: Figures): Omit<Document, 'printed'> {
  const { t } = view;
  const said = (cell: Cell): string => (cell === 'few' ? t('drives.few', { count: FEW }) : String(cell));
  const counted = (names: readonly string[], of: string, words: string) =>
    names.map((name) => [t(`${words}.${name}`), said(total.of(`${of}.${name}`))]);
  return {
    form: null,
    title: t('drives.paper.title', { name: drive.name }),
    reference: drive.orderNumber,
    date: drive.countedAt ? formatMoment(view, drive.countedAt) : formatDay(view, dayOf(view.now)),
    parties: [
      { role: t('drives.field.orderAuthority'), name: drive.orderAuthority },
      { role: t('drives.field.states'), name: drive.states.map((code) => placeName(view, { code, name: code })).join(', ') },
    ],
    body: [
      { kind: 'paragraph', text: t('drives.fromTo', { from: formatDay(view, drive.fromOn), to: formatDay(view, drive.toOn) }) },
      {
        kind: 'paragraph',
        text: t('drives.paper.children', {
          children: said(total.of('children')),
          lost: said(total.of('lost-touch')),
          approved: said(total.of('plan.approved')),
        }),
      },
      {
        kind: 'table',
        columns: [t('drives.timed.what'), ...timings.map((state) => t(`drives.timing.${state}`))],
        rows: timed.map((of) => [t(`drives.timed.${of}`), ...timings.map((state) => said(total.of(`${of}.${state}`)))]),
      },
      {
        kind: 'table',
        columns: [t('drives.measures.kind'), t('drives.children')],
        rows: counted(measures, 'measure', 'care-plans.measure'),
      },
      { kind: 'table', columns: [t('drives.where.place'), t('drives.children')], rows: counted(whereabouts, 'where', 'drives.where') },
      {
        kind: 'table',
        columns: [t('drives.byPlace.district'), t('drives.children'), t('drives.byPlace.where.restored'), t('drives.byPlace.where.home')],
        rows: rows.map((row) => [row.name, said(row.of('children')), said(row.of('where.restored')), said(row.of('where.home'))]),
      },
      ...(exact ? [] : [{ kind: 'paragraph' as const, text: t('drives.inFives', { few: FEW }) }]),
    ],
  };
}
