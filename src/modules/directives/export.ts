// Compliance for machines, version 1: CSV and JSON with the same columns in the same order, a row for each place and point. Columns are only ever added at the end.
import type { Instant } from '../../kernel/time.ts';
import { csvText } from '../../platform/csv.ts';
import type { Compliance, PlaceRow } from './compliance.ts';
import { type Cell, FEW } from './small-cells.ts';
import type { Directive } from './directive.ts';

export const columns = ['place', 'name', 'reached', 'acknowledged', 'silentSince', 'point', 'what', 'period', 'asked', 'done', 'doneLate', 'notApplicable',
  'notYet', 'late', 'figure', 'duty', 'posts', 'vacant', 'casesDone', 'casesDoneLate', 'casesOpen', 'casesLate'] as const; // prettier-ignore
export type ExportRow = Record<(typeof columns)[number], string | number | null>;

const noPoint = { point: null, what: null, period: null, asked: null, done: null, doneLate: null, notApplicable: null, notYet: null, late: null, figure: null,
  duty: null, posts: null, vacant: null, casesDone: null, casesDoneLate: null, casesOpen: null, casesLate: null } as const; // prettier-ignore

/** `<5` for a few, to whoever may not see the children; then the other counts are multiples of five. */
const cell = (count: Cell | undefined): string | number | null => (count === 'few' ? `<${FEW}` : (count ?? null));

function rowsOf({ place, name, reached, points, posts, cases }: PlaceRow, shown: Compliance['shown']): ExportRow[] {
  const { offices, acknowledged, silentSince } = reached;
  const head = { place, name, reached: offices, acknowledged, silentSince };
  if (shown.length === 0) return [{ ...head, ...noPoint }];
  return shown.map(({ point, period }) => {
    const counts = points.get(point.id);
    const held = posts.get(point.id);
    const kept = cases.get(point.id);
    return {
      ...head,
      point: point.position,
      what: point.what,
      period,
      asked: counts?.offices ?? null,
      done: counts?.done ?? null,
      doneLate: counts?.doneLate ?? null,
      notApplicable: counts?.notApplicable ?? null,
      notYet: counts?.notYet ?? null,
      late: counts?.late ?? null,
      figure: counts?.figure ?? null,
      duty: point.setsDuty,
      posts: held?.posts ?? null,
      vacant: held?.vacant ?? null,
      casesDone: cell(kept?.met),
      casesDoneLate: cell(kept?.metLate),
      casesOpen: cell(kept?.open),
      casesLate: cell(kept?.late),
    };
  });
}

/** By place, in the order of the page. */
export function exportRows({ rows, shown }: Compliance): ExportRow[] {
  return rows.flatMap((row) => rowsOf(row, shown));
}

export function asCsv(compliance: Compliance): string {
  return csvText(columns, exportRows(compliance));
}

export function asJson(directive: Directive, compliance: Compliance, at: Instant): unknown {
  const { id, title, authority, dated, number, confidence } = directive;
  return { version: 1, at, directive: { id, title, authority, dated, number, confidence }, rows: exportRows(compliance) };
}
