// An acronym officers speak, spelled out on hover, on long press and in print.
import type { View } from '../view.ts';

export type AcronymOf = 'fir' | 'cwc' | 'jjb' | 'cci' | 'ahtu' | 'dcpu' | 'sjpu' | 'ps' | 'rpf' | 'grp' | 'sop';

export function Acronym({ view, of }: { view: View; of: AcronymOf }) {
  return <abbr title={view.t(`web.acronym.${of}.full`)}>{view.t(`web.acronym.${of}.short`)}</abbr>;
}
