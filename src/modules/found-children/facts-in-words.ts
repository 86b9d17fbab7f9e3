// What is known of a finding and of the report that went to the Committee, line by line: only what is known. For a page and for a paper alike.
import { formatMoment } from '../../platform/i18n/index.ts';
import type { View } from '../../web/view.ts';
import type { FoundChild } from './found-child.ts';
import type { ProductionReport } from './production-report.ts';

export type FactLine = { label: string; value: string };

const known = (view: View, under: string, lines: readonly (readonly [string, string | null | undefined])[]): FactLine[] =>
  lines.flatMap(([name, value]) => (value ? [{ label: view.t(`found-children.${under}.${name}`), value }] : []));

export function findingInWords(view: View, found: FoundChild): FactLine[] {
  const { t } = view;
  const told = (yes: boolean | null) => (yes === null ? null : t(yes ? 'found-children.yes' : 'found-children.no'));
  return known(view, 'field', [
    ['foundPlace', found.foundPlace],
    ['foundWith', found.foundWith],
    ['circumstances', found.circumstances],
    ['condition', found.condition],
    ['treatment', found.treatment],
    ['belongings', found.belongings],
    ['broughtBy', found.broughtBy && [t(`found-children.broughtBy.${found.broughtBy}`), found.broughtByName].filter(Boolean).join(', ')],
    ['allegationOfOffence', told(found.allegationOfOffence)],
    ['policeInformed', told(found.policeInformed)],
    ['effortsToTrace', found.effortsToTrace],
    ['closingReasons', found.closingReasons],
  ]);
}

/** Who produces the child, beside the name; then the parents; then the production. */
export function reportInWords(view: View, report: ProductionReport): { producer: FactLine[]; parents: FactLine[]; production: FactLine[] } {
  const coded = (name: string, value: string | null) => value && view.t(`found-children.form17.${name}.${value}`);
  return {
    producer: known(view, 'form17', [
      ['producerName', [report.producerName, report.producerDesignation, report.producerOrganisation].filter(Boolean).join(', ')],
      ['producerSex', coded('producerSex', report.producerSex)],
      ['producerAge', report.producerAge === null ? null : String(report.producerAge)],
      ['producerAddress', report.producerAddress],
      ['producerTelephone', report.producerTelephone],
    ]),
    parents: known(view, 'form17', [
      ['parentsAddress', report.parentsAddress],
      ['parentsTelephone', report.parentsTelephone],
      ['parentsOccupation', report.parentsOccupation],
    ]),
    production: known(view, 'form17', [
      ['caseNumber', report.caseNumber],
      ['producedIn', report.producedIn],
      ['homeReachedAt', report.homeReachedAt && formatMoment(view, report.homeReachedAt)],
      ['childSigned', coded('childSigned', report.childSigned)],
    ]),
  };
}
