// When the law changes (a period, a duty whose clock begins to run) the duties of every record are worked out again, in the background, page by page; when
// a calendar changes, those of its State that are counted in working days.
import { createHash } from 'node:crypto';
import { type Rule, countsWorkingDays, runningLaw } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import { calendarPrints } from '../calendars/index.ts';
import { peekRecords } from '../children/index.ts';
import { holdDiaries, readDiaries } from '../diary/index.ts';
import { noteCalendars, noteDone, recordsAfter, serveVersion, takePart, yieldToOfficers } from './law-change-store.ts';
import { projectObligations } from './projection.ts';

/** Raise it when a diary is read otherwise than before, or more of it is stored, or stored duties would go on saying what it said. */
const READING = 4;
const PAGE = 100;
const PART = 1_000;

/** These decide no stored duty: whom it is shown to, on what paper, on whose word. */
const undeciding: ReadonlySet<string> = new Set(['examples', 'citation', 'confidence', 'form', 'told']);

export function lawVersion(rules: readonly Rule[]): string {
  const deciding = rules.map((rule) => Object.entries(rule).filter(([name]) => !undeciding.has(name)));
  return createHash('sha256')
    .update(JSON.stringify([READING, deciding]))
    .digest('hex')
    .slice(0, 16);
}

/** Called when a worker starts: the law it was built with is the one stored duties shall follow. */
export async function serveLaw(context: Context, rules: readonly Rule[] = runningLaw, partSize = PART): Promise<void> {
  await serveVersion(context, lawVersion(rules), partSize);
}

/** `places`: whose calendar changed; null where the law itself did, and every record is walked. */
export type LawProgress = { version: string; places: readonly string[] | null; records: number; finished: boolean };

/**
 * The next page, in the caller's transaction: what is done stays done if the worker stops, and done again it changes nothing. Null where nothing is
 * left to do here. Fails with a lock timeout where somebody's work is in the way; the caller asks again.
 */
export async function projectNextPage(
  context: Context,
  rules: readonly Rule[] = runningLaw,
  atMost = PAGE,
  partSize = PART,
): Promise<LawProgress | null> {
  const version = lawVersion(rules);
  const inWorkingDays = rules.filter((rule) => rule.record !== 'office' && countsWorkingDays(rule)).map(({ id }) => id);
  if (inWorkingDays.length > 0) await noteCalendars(context, version, await calendarPrints(context), partSize);
  const part = await takePart(context, version);
  if (!part) return null;
  const page = await recordsAfter(context, part, atMost, inWorkingDays);
  await yieldToOfficers(context);
  await holdDiaries(context, page);
  await projectObligations(context, await peekRecords(context, page), await readDiaries(context, page), rules);
  return { version, places: part.places, ...(await noteDone(context, part, page, page.length < atMost)) };
}

const isLockTimeout = (fault: unknown): boolean => (fault as { code?: unknown }).code === '55P03';

/**
 * Page after page until nothing is left to take here. One that gave way to whoever was at work on its records (an officer, or another work of the worker) is
 * taken up again at once: it was turned away after it had waited for them, and waits again.
 */
export async function followLaw(
  nextPage: () => Promise<LawProgress | null>,
  goOn: () => boolean,
  onProgress: (progress: LawProgress) => void,
): Promise<void> {
  while (goOn()) {
    const progress = await nextPage().catch((fault: unknown) => {
      if (isLockTimeout(fault)) return 'gave-way' as const;
      throw fault;
    });
    if (progress === null) return;
    if (progress !== 'gave-way') onProgress(progress);
  }
}
