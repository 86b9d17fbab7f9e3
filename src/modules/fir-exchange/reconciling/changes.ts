// What a round changes on a list: of what it finds and what stood, pure.
import type { Mismatch } from './mismatch.ts';
import type { Open } from './reconcile-store.ts';

export type Changes = {
  ended: Open[];
  moved: (Pick<Mismatch, 'paperKey' | 'stationId' | 'districtCode'> & { id: string })[];
  fresh: Mismatch[];
};

const key = ({ reason, subject }: Pick<Mismatch, 'reason' | 'subject'>): string => `${reason} ${subject}`;

/** The oldest of what is new first. */
export function changesOf(stood: readonly Open[], found: readonly Mismatch[]): Changes {
  const now = new Map(found.map((row) => [key(row), row]));
  const before = new Set(stood.map(key));
  const changes: Changes = { ended: [], moved: [], fresh: [...now.values()].filter((row) => !before.has(key(row))) };
  for (const row of stood) {
    const is = now.get(key(row));
    if (!is) changes.ended.push(row);
    else if (is.stationId !== row.stationId || is.districtCode !== row.districtCode || is.paperKey !== row.paperKey)
      changes.moved.push({ id: row.id, paperKey: is.paperKey, stationId: is.stationId, districtCode: is.districtCode });
  }
  changes.fresh.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : key(a) < key(b) ? -1 : 1));
  return changes;
}
