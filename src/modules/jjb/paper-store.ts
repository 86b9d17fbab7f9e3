// SQL of what is written in a case: papers sealed under its key, the bench that sat, the entries of its diary, and the duties that follow.
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import { sealUnder, unsealUnder } from '../../platform/credentials/index.ts';
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { ConflictFacts } from '../../kernel/happenings/conflict.ts';
import type { ConflictEntry, Said, Side } from './step.ts';

export type Paper = {
  id: string;
  kind: string;
  side: Side;
  happenedAt: Instant;
  recordedAt: Instant;
  byOfficer: string;
  byOffice: string;
  bench: readonly string[];
  /** Null once destroyed. */
  said: Said | null;
};
export type NewPaper = {
  id: string;
  proceedingId: string;
  kind: string;
  side: Side;
  happenedAt: Instant;
  said: Said;
  bench: readonly string[];
};

export const newPaperId = (context: Context): string => newId<'conflictPaper'>(milliseconds(context.now));

export async function insertPaper(context: Context, key: Buffer, paper: NewPaper, officer: OfficerActor): Promise<void> {
  const sealed = sealUnder(key, paper.id, JSON.stringify(paper.said));
  await sql`insert into conflict.paper (id, proceeding_id, kind, side, happened_at, recorded_at, by_officer, by_office, words_sealed)
    values (${paper.id}, ${paper.proceedingId}, ${paper.kind}, ${paper.side}, ${paper.happenedAt}, ${context.now}, ${officer.officerId}, ${officer.officeId}, ${sealed})`.execute(
    context.db,
  );
  if (paper.bench.length > 0)
    await sql`insert into conflict.paper_bench select ${paper.id}, ${paper.proceedingId}, sat from unnest(${paper.bench as string[]}::uuid[]) as seat (sat)`.execute(
      context.db,
    );
}

/** In the order they happened; those the reader may see. */
export async function papersOf(context: Context, proceedingId: string, key: Buffer | null): Promise<Paper[]> {
  const { rows } = await sql<
    Omit<Paper, 'said'> & { wordsSealed: Buffer | null }
  >`select a.id, a.kind, a.side, a.happened_at, a.recorded_at, o.name as by_officer, f.name as by_office, a.words_sealed,
      array(select s.name from conflict.paper_bench b join officer s on s.id = b.officer_id where b.paper_id = a.id order by s.name) as bench
    from conflict.paper a join officer o on o.id = a.by_officer join office f on f.id = a.by_office
    where a.proceeding_id = ${proceedingId} order by a.happened_at, a.recorded_at`.execute(context.db);
  return rows.map(({ wordsSealed, ...paper }) => ({
    ...paper,
    said: key && wordsSealed ? (JSON.parse(unsealUnder(key, paper.id, wordsSealed)) as Said) : null,
  }));
}

/** Held until the transaction ends: nobody derives duties from a diary another is adding to. */
export async function holdDiary(context: Context, proceedingId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${proceedingId}, 11))`.execute(context.db);
}

export async function appendEntries(
  context: Context,
  proceedingId: string,
  entries: readonly ConflictEntry[],
  { happenedAt, paperId }: { happenedAt: Instant; paperId: string | null },
): Promise<void> {
  const officer = context.actor.kind === 'officer' ? context.actor : null;
  for (const { happening, facts, corrects } of entries)
    await sql`insert into conflict.entry (id, proceeding_id, happening, facts, happened_at, recorded_at, by_officer, by_office, corrects, paper_id)
      values (${newId<'conflictEntry'>(milliseconds(context.now))}, ${proceedingId}, ${happening}, ${JSON.stringify(facts)}::jsonb, ${happenedAt}, ${context.now},
        ${officer?.officerId ?? null}, ${officer?.officeId ?? null}, ${corrects ?? null}, ${paperId})`.execute(context.db);
}

export async function diaryOf(context: Context, proceedingId: string): Promise<DiaryFact<keyof ConflictFacts>[]> {
  const { rows } = await sql<
    DiaryFact<keyof ConflictFacts>
  >`select e.id as entry_id, e.happening, e.facts, e.happened_at, null as entered_at, e.recorded_at, e.by_office,
      e.corrects from conflict.entry e where e.proceeding_id = ${proceedingId} order by e.sequence`.execute(context.db);
  return rows;
}
