// A record of a child: missing, found or sighted. Its kind, owner, place and status; never the child's whole file.
import type { Reference, RecordKind } from '../../kernel/reference.ts';
import type { OfficeId, RecordId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

/** Status words of each kind of record (MWCD SOP 2016 vocabulary: missing, traced, found/recovered). Derived from the diary, stored for lists. */
export const missingStatuses = [
  'reported',
  'fir-registered',
  'under-investigation',
  'with-anti-trafficking',
  'traced',
  'produced',
  'restored',
  'in-care',
  'closed',
  'false-report',
] as const;
export const foundStatuses = ['unidentified', 'match-proposed', 'identity-confirmed', 'restored', 'in-care', 'closed'] as const;
export const sightingStatuses = ['open', 'answered'] as const;
export type RecordStatus = (typeof missingStatuses)[number] | (typeof foundStatuses)[number] | (typeof sightingStatuses)[number];

/** What a role must be let do to read records of a kind: also their names and photographs, wherever these are shown. */
export const readPermissions = { missing: 'missingReport.read', found: 'foundChild.read', sighting: 'sighting.read' } as const;
export const recordKinds = Object.keys(readPermissions) as RecordKind[];

export type ChildRecord = {
  id: RecordId;
  kind: RecordKind;
  reference: Reference;
  status: RecordStatus;
  officeId: OfficeId;
  districtCode: string;
  stateCode: string;
  /** Last seen, found, or sighted. */
  happenedAt: Instant;
  openedAt: Instant;
  closedAt: Instant | null;
  /** Counts changes of the description: an edit based on an older one is stale. */
  version: number;
  matchedAt: Instant | null;
  /** The version last compared with every open record of the other side. */
  matchedVersion: number | null;
};

export type NewRecord = Pick<ChildRecord, 'kind' | 'officeId' | 'districtCode' | 'stateCode' | 'happenedAt'> & {
  status: RecordStatus;
  reporterKey?: string | null;
};

/** Where a record's page is on the desk. */
export function recordPath(record: Pick<ChildRecord, 'kind' | 'reference'>): string {
  const folder = { missing: 'missing', found: 'found', sighting: 'sightings' }[record.kind];
  return `/${folder}/${record.reference}`;
}

/** The stated purpose, carried from page to page of one record so that it is asked once. */
export function purposeSuffix(query: Readonly<Record<string, string>>): string {
  return query.purpose ? `?purpose=${encodeURIComponent(query.purpose)}` : '';
}
