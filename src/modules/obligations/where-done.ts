// Where at the desk each duty is done: the page the "Do it" link leads to.
import type { RecordKind, Reference } from '../../kernel/reference.ts';
import { recordPath } from '../children/index.ts';

export type DutyPlace = { ruleId: string; recordKind: RecordKind; reference: Reference };

/** Where the police’s own system and what it says stand on the record's page, with the answers there are. */
const policePanel = (reference: Reference): string => `/missing/${reference}#police-system`;

/** The Committee's file of the child; and the visit after restoration, which the child protection unit writes. */
const file = (reference: Reference): string => `/cwc/${reference}/file`;
const followUp = (reference: Reference): string => `/cwc/${reference}/follow-up`;

/** A case under the POCSO Act, on a page of its own. */
const offence = (reference: Reference): string => `/found/${reference}/offence`;

/** A rule that is not here is done on the record's own page. The Committee works from its cause list. */
const pages: Readonly<Record<string, (reference: Reference) => string>> = {
  M01: (reference) => `/missing/${reference}/fir`,
  M05: (reference) => `/missing/${reference}/risk`,
  M06: (reference) => `/missing/${reference}/forward`,
  M07: (reference) => `/missing/${reference}/agencies`,
  M09: (reference) => `/missing/${reference}/legal-services`,
  M10: (reference) => `/missing/${reference}/hue-and-cry`,
  M11: (reference) => `/missing/${reference}/transfer`,
  M12: (reference) => `/missing/${reference}/transfer`,
  M13: (reference) => `/missing/${reference}/progress`,
  M15: (reference) => `/missing/${reference}/produced`,
  F01: (reference) => `/found/${reference}/information`,
  F04: (reference) => `/found/${reference}/production-report`,
  I06: (reference) => `/residents/${reference}/told`,
  'I06.2': (reference) => `/residents/${reference}/told`,
  'I06.3': (reference) => `/residents/${reference}/told`,
  F08: offence,
  'F08.2': offence,
  F09: offence,
  F10: offence,
  'F10.2': offence,
  'F10.3': offence,
  F05: (reference) => `/found/${reference}/unfit-report`,
  'F05.2': () => '/cwc',
  F06: (reference) => `/cwc/${reference}/ratify`,
  C01: () => '/cwc',
  C02: file,
  C05: file,
  C06: (reference) => `/cwc/${reference}/certificate`,
  C15: (reference) => `/cwc/${reference}/schedule`,
  'C15.2': file,
  'C15.3': file,
  C16: (reference) => `/cwc/${reference}/order?type=placement-review`,
  C17: () => '/cwc',
  C18: (reference) => `/cwc/${reference}/order?type=transfer`,
  'C18.2': (reference) => `/cwc/${reference}/sent`,
  C20: followUp,
  'C20.2': followUp,
  'C20.6': followUp,
  'J05.2': file,
  P01: () => '/alerts',
  P02: (reference) => `/matches#${reference}`,
  P04: () => '/cwc',
  P05: (reference) => `/missing/${reference}/traced`,
  P06: () => '/cwc',
  P07: (reference) => `/missing/${reference}/close`,
  P09: policePanel,
  P10: policePanel,
  P11: policePanel,
  P12: policePanel,
  P13: () => '/exchange/reconciliation',
};

export function whereDone({ ruleId, recordKind, reference }: DutyPlace): string {
  return pages[ruleId]?.(reference) ?? recordPath({ kind: recordKind, reference });
}

export type Recorder = 'committee' | 'portal';

/** Duties kept by an act that somebody else writes down. */
const recorders: Readonly<Record<string, Recorder>> = { F03: 'committee', 'I06.4': 'portal', P03: 'portal' };

export function recordedBy(ruleId: string): Recorder | null {
  return recorders[ruleId] ?? null;
}
