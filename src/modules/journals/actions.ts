// Writing an office's journal: append entries, then let the duties that follow catch up in the same transaction; and opening periods that are over.
import type { OfficeId } from '../../kernel/ids.ts';
import { dayOf, instantAt } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { periodsEnded } from './period.ts';
import { type AddressedEntry, type NewJournalEntry, appendEntries, beginJournals, holdJournals, noteOpened, takeWaiting } from './store.ts';

/** The kinds of office that keep a journal: those whose duties the running law reads from one. */
const kept = ['cwc', 'jjb', 'children-home'] as const;

export async function writeJournal(context: Context, officeId: OfficeId, ...entries: NewJournalEntry[]): Promise<string[]> {
  await holdJournals(context, [officeId]);
  const ids = await appendEntries(
    context,
    entries.map((entry) => ({ officeId, entry })),
  );
  await context.tools.projectJournals(context, [officeId]);
  return ids;
}

const PAGE = 100;

/**
 * Opens, for the next offices, each month, quarter and half-year that is over in India and not yet written: each once, at the midnight it ended,
 * however long no worker ran. Answers how many offices were looked at; 0 where nothing is left to do today.
 */
export async function openPeriods(context: Context, atMost = PAGE): Promise<number> {
  const today = dayOf(context.now);
  await beginJournals(context, kept, today);
  const waiting = await takeWaiting(context, today, atMost);
  const entries: AddressedEntry[] = waiting.flatMap(({ officeId, openedTo, closedOn }) =>
    periodsEnded(openedTo, closedOn !== null && closedOn < today ? closedOn : today).map(({ length, period, over }) => ({
      officeId,
      entry: { happening: 'office.periodEnded' as const, facts: { length, period }, happenedAt: instantAt(over) },
    })),
  );
  const officeIds = [...new Set(entries.map(({ officeId }) => officeId))];
  await holdJournals(context, officeIds);
  if (entries.length > 0) await appendEntries(context, entries);
  if (officeIds.length > 0) await context.tools.projectJournals(context, officeIds);
  await noteOpened(context, waiting.map(({ officeId }) => officeId), today); // prettier-ignore
  return waiting.length;
}
