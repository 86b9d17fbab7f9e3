// Drives for machines, version 1: a row for each place of the figures, or for each child the reader sees. Columns are only ever added at the end.
import { csvText } from '../../platform/csv.ts';
import { type Cell, FEW } from '../directives/index.ts';
import { measures } from '../care-plans/index.ts';
import type { Figures } from './answer.ts';
import { type Told, figures as allFigures } from './figure.ts';
import type { Line } from './lines.ts';

const placeColumns = ['state', 'district', 'name', ...allFigures] as const;

/** `<5` for a few, to whoever may not see the children; then the other counts are multiples of five. */
const cell = (count: Cell): string | number => (count === 'few' ? `<${FEW}` : count);

export function figuresAsCsv({ rows, total }: Figures): string {
  const row = (told: Told, state: string, district: string, name: string) => ({
    state,
    district,
    name,
    ...(Object.fromEntries(allFigures.map((figure) => [figure, cell(told.of(figure))])) as Record<
      (typeof allFigures)[number],
      string | number
    >),
  });
  return csvText(placeColumns, [...rows.map((one) => row(one, one.stateCode, one.place, one.name)), row(total, '', '', '')]);
}

const childColumns = ['reference', 'district', 'production', 'producedAt', 'producedDue', 'plan', 'planDue', 'approved', ...measures, 'where', 'twoMonths',
  'sixMonths', 'lostTouch'] as const; // prettier-ignore

/** No name leaves with the table. What of a plan the reader may not read stays empty. */
export function childrenAsCsv(lines: readonly Line[], readsPlans: boolean): string {
  return csvText(
    childColumns,
    lines.map(
      ({ reference, districtName, standing: { production, plan, approved, measures: given, where, twoMonths, sixMonths, lostTouch } }) => ({
        reference,
        district: districtName,
        production: production.state,
        producedAt: production.doneAt,
        producedDue: production.dueAt,
        plan: readsPlans ? plan.state : null,
        planDue: readsPlans ? plan.dueAt : null,
        approved: readsPlans ? yes(approved) : null,
        ...(Object.fromEntries(measures.map((one) => [one, readsPlans ? yes(given.includes(one)) : null])) as Record<
          (typeof measures)[number],
          string | null
        >),
        where,
        twoMonths: readsPlans ? twoMonths.state : null,
        sixMonths: readsPlans ? sixMonths.state : null,
        lostTouch: yes(lostTouch),
      }),
    ),
  );
}

const yes = (is: boolean): string => (is ? 'yes' : 'no');
