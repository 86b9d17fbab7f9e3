// SQL of which photographs look alike: kept as one is added, read for the officer who has the record.
import { sql } from 'kysely';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { ALIKE, type Look } from '../../../platform/photographs/index.ts';

export async function keepLook(context: Context, photographId: string, { tones, edges }: Look): Promise<void> {
  await sql`select keep_look(${photographId}, ${tones}::bit(64), ${edges}::bit(64), ${ALIKE.tones}, ${ALIKE.edges}, ${context.now})`.execute(
    context.db,
  );
}

export type Likeness = {
  photographId: string;
  /** Null: a record the officer may not see. */
  otherRecordId: RecordId | null;
  /** It stood on a public notice that is over. */
  recalled: boolean;
  /** Bits that differ, of 128. */
  apart: number;
};

/** The nearest first. */
export async function likenessesOf(context: Context, recordId: RecordId): Promise<Likeness[]> {
  const { rows } = await sql<Likeness>`select photograph_id, other_record_id, recalled, apart from likenesses_of(${recordId})`.execute(
    context.db,
  );
  return rows;
}
