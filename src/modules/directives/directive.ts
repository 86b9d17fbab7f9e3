// A directive: what an authority tells offices to do, entered once; its kinds, its addressees, and what one may become of it.
import type { Day, Instant } from '../../kernel/time.ts';
import type { OfficeKind } from '../officers/index.ts';
import type { Term } from './term.ts';

export const directiveKinds = ['court-order', 'advisory', 'sop', 'guideline'] as const;
export type DirectiveKind = (typeof directiveKinds)[number];

/** How far the source was confirmed, in the words of the law here (law/rule.ts). Who enters a directive always has a source, so none is "ours". */
export const sourceTags = ['C', 'C-f', 'C-n', 'M'] as const;
export type SourceTag = (typeof sourceTags)[number];

/** Known from a report or from memory: then the text kept here is a summary, and the page says so. */
export function isSummary(tag: SourceTag): boolean {
  return tag === 'C-n' || tag === 'M';
}

export const audiences = ['public', 'offices'] as const;
export type Audience = (typeof audiences)[number];

/** Kinds of office that can be told to do something, by the level they stand at. Those who audit are told nothing. */
export const kindsByLevel = {
  nation: ['national-nodal', 'ministry'],
  state: ['state-nodal'],
  district: [
    'district-nodal',
    'police-station',
    'railway-post',
    'juvenile-police-unit',
    'anti-trafficking-unit',
    'cwc',
    'jjb',
    'dcpu',
    'children-home',
    'conflict-home',
    'legal-services',
  ],
} as const satisfies Record<string, readonly OfficeKind[]>;
export const addressableKinds = [...kindsByLevel.nation, ...kindsByLevel.state, ...kindsByLevel.district] as const;
export type AddressableKind = (typeof addressableKinds)[number];

/** Whom it is addressed to: these kinds of office, everywhere or only in these States and districts (codes). */
export type Addressees = { officeKinds: readonly AddressableKind[]; inStates: readonly string[]; inDistricts: readonly string[] };

export type Directive = Addressees & {
  id: string;
  kind: DirectiveKind;
  title: string;
  authority: string;
  dated: Day;
  number: string | null;
  text: string;
  /** Where the paper is: an address, or its number in a file. */
  original: string | null;
  confidence: SourceTag;
  audience: Audience;
  /** Null: the nation's. */
  stateCode: string | null;
  /** Null while a draft. */
  issuedAt: Instant | null;
};

/** `officeKind` null: every addressee. `setsDuty`: the row of the law it becomes. `figure`: what is counted, where an answer holds a figure. */
export type Point = Term & {
  id: string;
  position: number;
  what: string;
  officeKind: AddressableKind | null;
  figure: string | null;
  setsDuty: string | null;
};

export const endings = ['superseded', 'withdrawn'] as const;
/** `other`: the directive on the far side of the link. */
export type Ended = { how: (typeof endings)[number]; reason: string; endedAt: Instant; otherId: string | null; otherTitle: string | null };
