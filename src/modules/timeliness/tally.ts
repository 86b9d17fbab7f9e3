// Entries of a month held against its hours.
import type { UploadOffice } from '../../law/index.ts';
import type { Limit } from './limits.ts';

/** Entries of one happening at a place, by step of lag: as many entries as buckets, in the same order. */
export type Tally = {
  place: string;
  stateCode: string | null;
  kind: UploadOffice;
  happening: string;
  buckets: readonly number[];
  entries: readonly number[];
};

/** `inTime` and `timed` of those entries that are held to hours. */
export type CountRow = { place: string; kind: UploadOffice; bucket: number; entries: number; timed: number; inTime: number };

/** Only happenings that `limits` names. */
export function heldTo(limits: readonly Limit[], tallies: readonly Tally[]): CountRow[] {
  const limitOf = new Map(limits.map((limit) => [`${limit.happening} ${limit.officeKind} ${limit.stateCode}`, limit]));
  return tallies.flatMap(({ place, stateCode, kind, happening, buckets, entries }) => {
    const limit = limitOf.get(`${happening} ${kind} ${stateCode}`) ?? limitOf.get(`${happening} ${kind} null`);
    if (!limit) return [];
    return buckets.map((bucket, at) => {
      const count = entries[at]!;
      const inTime = limit.bucket !== null && bucket <= limit.bucket ? count : 0;
      return { place, kind, bucket, entries: count, timed: limit.bucket === null ? 0 : count, inTime };
    });
  });
}
