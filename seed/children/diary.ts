// Writes a seeded diary: what happened when, and how long it took until somebody recorded it. The lag is the story.
import type { DiaryFact, Happening, HappeningFacts } from '../../src/kernel/happenings.ts';
import { type Random, draw, weighted } from '../random.ts';
import { instant, minute } from './instants.ts';

/** Minutes between happening and record: most within the hour, some days, a few a week and more. */
const lags = weighted<readonly [low: number, high: number]>([
  [[2, 60], 62],
  [[60, 720], 22],
  [[720, 3 * 1440], 12],
  [[3 * 1440, 11 * 1440], 4],
]);

export function drawLag(random: Random): number {
  const [low, high] = draw(random, lags);
  return (low + random.next() * (high - low)) * minute;
}

/** Offices are not alike: some have somebody who enters at once, some wait for the one who can. How much of a usual lag an office takes. */
const paces = [0.25, 0.5, 0.8, 1, 1, 1.2, 1.6, 2.5] as const;

function paceOf(office: string | null): number {
  if (office === null) return 1;
  let sum = 0;
  for (let at = 0; at < office.length; at++) sum = (sum * 31 + office.charCodeAt(at)) >>> 0;
  return paces[sum % paces.length]!;
}

/** `lag` absent: as people are. `last`: not before anything already recorded (a record is closed after what led to it). */
type Manner = { by: string | null; lag?: number; last?: boolean; corrects?: string };

export type DiaryWriter = {
  /** Milliseconds. Nothing is written that would be recorded after `now`; returns the entry's id, or null if nothing was written. */
  write<H extends Happening>(happening: H, facts: HappeningFacts[H], happened: number, manner: Manner): string | null;
  /** In the order recorded. */
  entries(): DiaryFact[];
};

type Draft = {
  entryId: string;
  happening: Happening;
  facts: object;
  happened: number;
  recorded: number;
  by: string | null;
  corrects: string | null;
};

/** `extraLag` milliseconds on top of each lag that people cause. The first entry opens the record: nothing is recorded before it. */
export function startDiary(random: Random, about: { prefix: string; now: number; extraLag: number }): DiaryWriter {
  const drafts: Draft[] = [];
  let latest = 0;
  return {
    write(happening, facts, happened, manner) {
      const opening = drafts[0]?.recorded ?? 0;
      const lag = manner.lag ?? drawLag(random) * paceOf(manner.by) + about.extraLag;
      const wished = Math.max(happened + lag, opening, manner.last ? latest : 0);
      if (happened > about.now || (drafts.length > 0 && wished > about.now)) return null;
      const recorded = Math.min(wished, about.now);
      latest = Math.max(latest, recorded);
      const entryId = `${about.prefix}-${drafts.length + 1}`;
      drafts.push({ entryId, happening, facts, happened, recorded, by: manner.by, corrects: manner.corrects ?? null });
      return entryId;
    },
    entries: () => drafts.toSorted((one, other) => one.recorded - other.recorded).map(entryOf),
  };
}

function entryOf(draft: Draft): DiaryFact {
  return {
    entryId: draft.entryId,
    happening: draft.happening,
    facts: draft.facts,
    happenedAt: instant(draft.happened),
    enteredAt: null,
    recordedAt: instant(draft.recorded),
    byOffice: draft.by,
    corrects: draft.corrects,
  } as DiaryFact;
}
