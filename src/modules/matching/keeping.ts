// Keeping scored pairs: storing them, letting each office in to the other's side of a pair, and telling both. All of them at once.
import type { OfficeId, RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { type LiveNews, announce } from '../../platform/live.ts';
import { type Access, type ChildRecord, endAccesses, shareRecords } from '../children/index.ts';
import { type DiaryEntry, type NewEntry, writeDiaries } from '../diary/index.ts';
import { guardedAmong, openingsOf } from './guarded/guarded-store.ts';
import { type KnownPair, type ScoredPair, saveCandidates, unpaired } from './store.ts';

export type { KnownPair } from './store.ts';
export type PairKey = `${RecordId}/${RecordId}`;

export function pairKey(missingId: RecordId, foundId: RecordId): PairKey {
  return `${missingId}/${foundId}`;
}

type Sides = Pick<ScoredPair, 'missingId' | 'foundId'>;
type Proposed = { id: string; band: 'likely' | 'possible' };
type HeldBack = { recordId: RecordId; entry: Extract<NewEntry, { happening: 'match.heldBack' }> };
type Records = ReadonlyMap<RecordId, ChildRecord>;

const byId = (records: readonly ChildRecord[]): Records => new Map(records.map((record) => [record.id, record]));

/** Each office to the other's record; of a guarded one the database lets in nobody (`share_records`). */
function accessesOf(pair: Sides, records: Records): Access[] {
  const [missing, found] = [records.get(pair.missingId)!, records.get(pair.foundId)!];
  return [
    { recordId: missing.id, officeId: found.officeId },
    { recordId: found.id, officeId: missing.officeId },
  ];
}

const inBoth = ({ missingId, foundId }: Sides, entry: NewEntry): DiaryEntry[] => [
  { recordId: missingId, entry },
  { recordId: foundId, entry },
];

/** Of each guarded side that its own office has not opened to the other: what its diary says, which starts the duty to decide on that. */
async function heldBack(context: Context, asked: readonly (Proposed & Sides)[], records: Records): Promise<HeldBack[]> {
  const between = asked.filter(({ missingId, foundId }) => records.get(missingId)!.officeId !== records.get(foundId)!.officeId);
  const guarded = await guardedAmong(context, [...new Set(between.flatMap(({ missingId, foundId }) => [missingId, foundId]))]);
  if (guarded.size === 0) return [];
  const opened = new Set((await openingsOf(context, between.map(({ id }) => id))).map((one) => `${one.candidateId} ${one.recordId}`)); // prettier-ignore
  return between.flatMap(({ id, band, missingId, foundId }) =>
    [missingId, foundId]
      .filter((side) => guarded.has(side) && !opened.has(`${id} ${side}`))
      .map((recordId): HeldBack => ({ recordId, entry: { happening: 'match.heldBack', facts: { candidate: id, band } } })),
  );
}

/**
 * In both diaries. That of the side whose other one is held back says no more than "possible": its office may not learn how likely, and nobody owes a
 * judgement of what they may not look at (`opened-news.ts` says the rest once it is opened to them).
 */
function proposedIn({ id, band, missingId, foundId }: Proposed & Sides, held: readonly HeldBack[]): DiaryEntry[] {
  const isHeld = (side: RecordId) => held.some(({ recordId, entry }) => recordId === side && entry.facts.candidate === id);
  const told = (recordId: RecordId, other: RecordId): DiaryEntry => ({
    recordId,
    entry: { happening: 'match.proposed', facts: { candidate: id, band: isHeld(other) ? 'possible' : band } },
  });
  return [told(missingId, foundId), told(foundId, missingId)];
}

/** To each office how many pairs are new to it. */
function newsOf(asked: readonly Sides[], records: Records): LiveNews[] {
  const counts = new Map<OfficeId, number>();
  for (const { missingId, foundId } of asked)
    for (const office of new Set([records.get(missingId)!.officeId, records.get(foundId)!.officeId]))
      counts.set(office, (counts.get(office) ?? 0) + 1);
  return [...Map.groupBy(counts, ([, count]) => count)].map(([count, offices]) => ({
    kind: 'match',
    offices: offices.map(([office]) => office),
    count,
  }));
}

/**
 * Stores pairs and returns how many officers were newly asked about. The caller holds the diaries of `held` and read them since: of a record closed
 * meanwhile nothing is kept.
 */
export async function keepPairs(
  context: Context,
  pairs: readonly ScoredPair[],
  known: ReadonlyMap<PairKey, KnownPair>,
  held: readonly ChildRecord[],
): Promise<number> {
  const records = byId(held);
  const isOpen = (id: RecordId): boolean => records.get(id)?.closedAt === null;
  const open = pairs.filter(({ missingId, foundId }) => isOpen(missingId) && isOpen(foundId));
  const stored = new Map((await saveCandidates(context, open)).map((one) => [pairKey(one.missingId, one.foundId), one]));
  const outcomes = open.map((pair) => {
    const key = pairKey(pair.missingId, pair.foundId);
    return { pair, before: known.get(key), ...stored.get(key)! };
  });
  const withdrawn = outcomes.filter(({ before, standing }) => before?.standing === 'open' && standing === 'withdrawn');
  const asked = outcomes.filter(
    ({ pair, before, standing, inserted }) =>
      standing === 'open' &&
      pair.band !== 'weak' &&
      (inserted || before !== undefined) &&
      !(before?.standing === 'open' && before.band === pair.band),
  );
  await tellWithdrawn(context, withdrawn, held);
  const asking = asked.map(({ pair: { missingId, foundId, band }, id }) => {
    return { id, missingId, foundId, band: band === 'likely' ? ('likely' as const) : ('possible' as const) };
  });
  const shut = await heldBack(context, asking, records);
  const proposed = asking.flatMap((pair) => proposedIn(pair, shut));
  await shareRecords(
    context,
    asked.flatMap(({ pair }) => accessesOf(pair, records)),
    'match',
  );
  await writeDiaries(context, [...proposed, ...shut]);
  await announce(
    context,
    ...newsOf(
      asked.map(({ pair }) => pair),
      records,
    ),
  );
  return asked.length;
}

/** Nobody can judge these pairs any more: both diaries say so, which ends the duty to look at them, and neither office is let in by them. */
export async function tellWithdrawn(
  context: Context,
  pairs: readonly (Sides & { id: string })[],
  held: readonly ChildRecord[],
): Promise<void> {
  if (pairs.length === 0) return;
  const records = byId(held);
  await writeDiaries(
    context,
    pairs.flatMap((pair) => inBoth(pair, { happening: 'match.withdrawn', facts: { candidate: pair.id } })),
  );
  const ended = await unpaired(
    context,
    pairs.flatMap((pair) => accessesOf(pair, records)),
  );
  await endAccesses(context, ended, 'match');
}
