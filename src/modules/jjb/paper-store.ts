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
  /** Null: members named in it have yet to sign; it has no effect so far. */
  madeAt: Instant | null;
  withdrawnAt: Instant | null;
  bench: readonly Seat[];
  /** Null once destroyed. */
  said: Said | null;
};
/** `signedAt` null: sat at a hearing, or has yet to sign an order. */
export type Seat = { officerId: string; name: string; signedAt: Instant | null; textHash: string | null };
export type NewPaper = {
  id: string;
  proceedingId: string;
  kind: string;
  side: Side;
  happenedAt: Instant;
  said: Said;
  bench: readonly string[];
  /** An order, which each of its bench signs: whoever writes it signs it with that. */
  signed: boolean;
};

export const newPaperId = (context: Context): string => newId<'conflictPaper'>(milliseconds(context.now));

/** Answers whether it is made: an order is not, while others named in it have yet to sign. */
export async function insertPaper(context: Context, key: Buffer, paper: NewPaper, officer: OfficerActor): Promise<boolean> {
  const sealed = sealUnder(key, paper.id, JSON.stringify(paper.said));
  await sql`insert into conflict.paper (id, proceeding_id, kind, side, happened_at, recorded_at, by_officer, by_office, words_sealed, made_at)
    values (${paper.id}, ${paper.proceedingId}, ${paper.kind}, ${paper.side}, ${paper.happenedAt}, ${context.now}, ${officer.officerId}, ${officer.officeId}, ${sealed},
      ${paper.signed ? null : context.now})`.execute(context.db);
  if (paper.bench.length > 0)
    await sql`insert into conflict.paper_bench (paper_id, proceeding_id, officer_id)
      select ${paper.id}, ${paper.proceedingId}, sat from unnest(${paper.bench as string[]}::uuid[]) as seat (sat)`.execute(context.db);
  return paper.signed ? signPaper(context, paper.id, officer.officerId, officer.name) : true;
}

/** Of this officer, if named and not signed yet. Answers whether the paper is made by it: theirs was the last. */
export async function signPaper(context: Context, paperId: string, officerId: string, consent: string): Promise<boolean> {
  await sql`update conflict.paper_bench b set signed_at = ${context.now}, consent = ${consent}, text_hash = sha256(a.words_sealed)
    from conflict.paper a where a.id = b.paper_id and b.paper_id = ${paperId} and b.officer_id = ${officerId} and b.signed_at is null`.execute(context.db);
  const { numAffectedRows } = await sql`update conflict.paper a set made_at = ${context.now} where a.id = ${paperId} and a.made_at is null and a.withdrawn_at is null
    and not exists (select from conflict.paper_bench b where b.paper_id = a.id and b.signed_at is null)`.execute(context.db);
  return numAffectedRows === 1n;
} // prettier-ignore

/** False if it was made or withdrawn meanwhile. */
export async function withdrawPaper(context: Context, paperId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update conflict.paper set withdrawn_at = ${context.now}
    where id = ${paperId} and made_at is null and withdrawn_at is null`.execute(context.db);
  return numAffectedRows === 1n;
}

export type ToSign = { proceedingId: string; paperId: string; kind: string; year: number; number: number };

/** Orders that wait for this member's own signature, the oldest first. */
export async function papersToSign(context: Context, officerId: string, atMost: number): Promise<ToSign[]> {
  const { rows } = await sql<ToSign>`select a.proceeding_id, a.id as paper_id, a.kind, p.year, p.number from conflict.paper a
    join conflict.paper_bench b on b.paper_id = a.id join conflict.proceeding p on p.id = a.proceeding_id
    where a.made_at is null and a.withdrawn_at is null and b.officer_id = ${officerId} and b.signed_at is null order by a.recorded_at limit ${atMost}`.execute(
    context.db,
  );
  return rows;
}

/** In the order they happened; those the reader may see. */
export async function papersOf(context: Context, proceedingId: string, key: Buffer | null): Promise<Paper[]> {
  const { rows } = await sql<
    Omit<Paper, 'said'> & { wordsSealed: Buffer | null }
  >`select a.id, a.kind, a.side, a.happened_at, a.recorded_at, o.name as by_officer, f.name as by_office, a.words_sealed, a.made_at, a.withdrawn_at,
      coalesce((select json_agg(json_build_object('officerId', s.id, 'name', s.name, 'signedAt', b.signed_at, 'textHash', encode(b.text_hash, 'hex')) order by s.name)
        from conflict.paper_bench b join officer s on s.id = b.officer_id where b.paper_id = a.id), '[]') as bench
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
