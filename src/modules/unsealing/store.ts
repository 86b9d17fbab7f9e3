// SQL of requests to open a sealed class. Who sees one, and who may answer it, row security says.
import { sql } from 'kysely';
import { type RecordId, newId } from '../../kernel/ids.ts';
import { milliseconds } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import { type Purpose, type SealedClass, type Unsealing, openUntil } from './unsealing.ts';

type Row = Omit<Unsealing, 'need' | 'because'> & { needSealed: Buffer; becauseSealed: Buffer | null };

const columns = sql`u.id, u.record_id, u.class, u.purpose, u.need_sealed, u.asked_by, a.name as asked_by_name, u.asked_office, f.name as asked_office_name, u.asked_at,
  u.answer, u.because_sealed, b.name as answered_by_name, g.name as answered_office_name, u.answered_at, u.open_until`;
const unsealings = sql`unsealing u join officer a on a.id = u.asked_by join office f on f.id = u.asked_office
  left join officer b on b.id = u.answered_by left join office g on g.id = u.answered_office`;

function opened({ tools }: Context, { needSealed, becauseSealed, ...row }: Row): Unsealing {
  return { ...row, need: tools.unseal(needSealed), because: becauseSealed && tools.unseal(becauseSealed) };
}

/** Undefined where the same officer has asked for the same already, and nobody has answered. */
export async function insertAsking(
  context: Context,
  officer: OfficerActor,
  { recordId, of, purpose, need }: { recordId: RecordId; of: SealedClass; purpose: Purpose; need: string },
): Promise<string | undefined> {
  const id = newId<'unsealing'>(milliseconds(context.now));
  const done = await sql`insert into unsealing (id, record_id, class, purpose, need_sealed, asked_by, asked_office, asked_at)
    values (${id}, ${recordId}, ${of}, ${purpose}, ${context.tools.seal(need)}, ${officer.officerId}, ${officer.officeId}, ${context.now})
    on conflict do nothing`.execute(context.db);
  return done.numAffectedRows === 1n ? id : undefined;
}

/** The latest first. The caller has read the record. */
export async function askingsOf(context: Context, recordId: RecordId): Promise<Unsealing[]> {
  const { rows } =
    await sql<Row>`select ${columns} from ${unsealings} where u.record_id = ${recordId} order by u.asked_at desc limit 50`.execute(
      context.db,
    );
  return rows.map((row) => opened(context, row));
}

/** Those that wait and this officer may answer, the longest waiting first. */
export async function askingsToAnswer(context: Context, officer: OfficerActor): Promise<Unsealing[]> {
  const { rows } = await sql<Row>`select ${columns} from ${unsealings} where u.answer is null and u.asked_office <> ${officer.officeId}
    order by u.asked_at limit 100`.execute(context.db);
  return rows.map((row) => opened(context, row));
}

export async function readAsking(context: Context, id: string): Promise<Unsealing | undefined> {
  const { rows } = await sql<Row>`select ${columns} from ${unsealings} where u.id = ${id}`.execute(context.db);
  return rows[0] && opened(context, rows[0]);
}

/** False where it was answered meanwhile, or is not this officer's to answer. */
export async function answerAsking(
  context: Context,
  officer: OfficerActor,
  id: string,
  { answer, because }: { answer: 'agreed' | 'refused'; because?: string | undefined },
): Promise<boolean> {
  const until = answer === 'agreed' ? openUntil(context.now) : null;
  const done =
    await sql`update unsealing set answer = ${answer}, because_sealed = ${because ? context.tools.seal(because) : null}, answered_by = ${officer.officerId},
      answered_office = ${officer.officeId}, answered_at = ${context.now}, open_until = ${until} where id = ${id} and answer is null`.execute(
      context.db,
    );
  return done.numAffectedRows === 1n;
}

export type Grant = { class: SealedClass; purpose: Purpose };

/** What stands open to this officer, in the office that asked, at this moment. */
export async function grantsTo(context: Context, officer: OfficerActor, recordId: RecordId): Promise<Grant[]> {
  const { rows } =
    await sql<Grant>`select distinct u.class, u.purpose from unsealing u where u.record_id = ${recordId} and u.asked_by = ${officer.officerId}
    and u.asked_office = ${officer.officeId} and u.answer = 'agreed' and u.open_until > ${context.now}`.execute(context.db);
  return rows;
}
