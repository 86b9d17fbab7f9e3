// SQL of objections: said by anybody through a function that lets nobody read, answered by the office that holds the child.
import { sql } from 'kysely';
import { type OfficeId, type RecordId, newId } from '../../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { ObjectionDraft, objectionKinds } from './form.ts';

type Kind = (typeof objectionKinds)[number];

export async function insertObjection(context: Context, publicId: string, code: string, draft: ObjectionDraft): Promise<boolean> {
  const { seal } = context.tools;
  const { rows } = await sql<{
    taken: boolean;
  }>`select object_to_notice(${newId(milliseconds(context.now))}, ${code}, ${publicId}, ${draft.kind}, ${seal(draft.words)},
    ${draft.contact ? seal(draft.contact) : null}, ${context.now}) as taken`.execute(context.db);
  return rows[0]!.taken;
}

/** What whoever has the code may know. */
export type Followed = {
  kind: Kind;
  saidAt: Instant;
  dueAt: Instant;
  answeredAt: Instant | null;
  answer: 'withdrawn' | 'stands' | null;
  answerWords: string | null;
  officeName: string;
  officerName: string | null;
};

export async function followObjection(context: Context, code: string): Promise<Followed | undefined> {
  const { rows } = await sql<Followed>`select * from objection_of(${code})`.execute(context.db);
  return rows[0];
}

export type Objection = {
  id: string;
  recordId: RecordId;
  kind: Kind;
  saidAt: Instant;
  dueAt: Instant;
  words: string;
  contact: string | null;
};
type Row = Omit<Objection, 'words' | 'contact'> & { wordsSealed: Buffer; contactSealed: Buffer | null };

/** Those nobody answered of the records the officer sees, soonest due first; or one of them. */
export async function openObjections(context: Context, id: string | null = null): Promise<Objection[]> {
  const { rows } = await sql<Row>`select id, record_id, kind, said_at, due_at, words_sealed, contact_sealed from notice_objection
    where answered_at is null and (${id}::uuid is null or id = ${id}) order by due_at limit 200`.execute(context.db);
  const { unseal } = context.tools;
  return rows.map(({ wordsSealed, contactSealed, ...one }) => ({
    ...one,
    words: unseal(wordsSealed),
    contact: contactSealed && unseal(contactSealed),
  }));
}

export async function writeAnswer(
  context: Context,
  id: string,
  answer: 'withdrawn' | 'stands',
  words: string,
  officerId: string,
): Promise<boolean> {
  const done =
    await sql`update notice_objection set answered_at = ${context.now}, answer = ${answer}, answer_words = ${words}, answered_by = ${officerId}
    where id = ${id} and answered_at is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}

export type Untold = { id: string; recordId: RecordId; reference: string; kind: Kind; officeId: OfficeId; districtCode: string };

/** Those their office has not been told of; each is handed out once. */
export async function takeUntold(context: Context): Promise<Untold[]> {
  const { rows } =
    await sql<Untold>`update notice_objection o set told_at = ${context.now} from record r where r.id = o.record_id and o.told_at is null
    returning o.id, o.record_id, r.reference, o.kind, r.office_id, r.district_code`.execute(context.db);
  return rows;
}

/** Those whose day is over without an answer; each is handed out once. */
export async function takeLate(context: Context): Promise<Untold[]> {
  const { rows } =
    await sql<Untold>`update notice_objection o set alarmed_at = ${context.now} from record r where r.id = o.record_id and o.answered_at is null
    and o.alarmed_at is null and o.due_at <= ${context.now} returning o.id, o.record_id, r.reference, o.kind, r.office_id, r.district_code`.execute(
      context.db,
    );
  return rows;
}

/** Those answered of which somebody may still be told; each is handed out once. */
export async function takeAnswered(context: Context): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`update notice_objection set settled_at = ${context.now} where answered_at is not null and settled_at is null returning id`.execute(
    context.db,
  );
  return rows.map(({ id }) => id);
}
