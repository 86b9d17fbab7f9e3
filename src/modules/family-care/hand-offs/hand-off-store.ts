// SQL of what was handed on: the file as given out, sealed, with its digest.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type RecordId, newId } from '../../../kernel/ids.ts';
import { milliseconds } from '../../../kernel/time.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import type { AnswerDraft } from './form.ts';
import type { HandOff, Portal } from './hand-off.ts';

const columns = sql`h.id, h.portal, h.purpose, encode(h.digest, 'hex') as digest, m.name as made_by, h.made_at, h.reference_back, h.answered_on::text,
  (select o.name from officer o where o.id = h.answered_by) as answered_by`;

export async function handOffsOf(context: Context, recordId: RecordId): Promise<HandOff[]> {
  const { rows } =
    await sql<HandOff>`select ${columns} from care_hand_off h join officer m on m.id = h.made_by where h.record_id = ${recordId} order by h.made_at desc, h.id`.execute(
      context.db,
    );
  return rows;
}

export async function insertHandOff(
  context: Context,
  officer: OfficerActor,
  recordId: RecordId,
  { portal, purpose, file }: { portal: Portal; purpose: string; file: string },
): Promise<string> {
  const id = newId<'handOff'>(milliseconds(context.now));
  await sql`insert into care_hand_off (id, record_id, portal, purpose, file_sealed, digest, made_by, made_at)
    values (${id}, ${recordId}, ${portal}, ${purpose}, ${context.tools.seal(file)}, ${createHash('sha256').update(file, 'utf8').digest()}, ${officer.officerId}, ${context.now})`.execute(
    context.db,
  );
  return id;
}

export async function fileKept(context: Context, recordId: RecordId, id: string): Promise<{ portal: Portal; text: string } | undefined> {
  const { rows } = await sql<{
    portal: Portal;
    fileSealed: Buffer;
  }>`select portal, file_sealed from care_hand_off where id = ${id} and record_id = ${recordId}`.execute(context.db);
  return rows[0] && { portal: rows[0].portal, text: context.tools.unseal(rows[0].fileSealed) };
}

/** False if it was answered meanwhile. */
export async function writeAnswer(
  context: Context,
  officer: OfficerActor,
  id: string,
  { referenceBack, answeredOn }: AnswerDraft,
): Promise<boolean> {
  const done =
    await sql`update care_hand_off set reference_back = ${referenceBack}, answered_on = ${answeredOn}, answered_by = ${officer.officerId}, answered_at = ${context.now}
    where id = ${id} and answered_at is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}
