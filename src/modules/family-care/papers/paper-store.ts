// SQL of papers. Answers are only ever added, each sealed; of a field the latest stands.
import { sql } from 'kysely';
import { type RecordId, newId } from '../../../kernel/ids.ts';
import { milliseconds } from '../../../kernel/time.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import type { KeptPaper, PaperAnswer } from './paper.ts';
import type { PaperKind } from './paper-fields.ts';

const columns = sql`p.id, p.kind, p.family_id, p.arrangement_id as placing_id, p.record_id, p.version, p.begun_at, b.name as begun_by, p.submitted_at,
  (select o.name from officer o where o.id = p.submitted_by) as submitted_by`;
const kept = sql`care_paper p join officer b on b.id = p.begun_by`;

export type PaperOwner = { familyId: string } | { placingId: string; recordId: RecordId };

/** Of a family, or of all placings of a child, the newest first. */
export async function papersOf(context: Context, owner: { familyId: string } | { recordId: RecordId }): Promise<KeptPaper[]> {
  const whose = 'familyId' in owner ? sql`p.family_id = ${owner.familyId}` : sql`p.record_id = ${owner.recordId}`;
  const { rows } =
    await sql<KeptPaper>`select ${columns} from ${kept} where ${whose} order by p.begun_at desc, p.id desc limit 200`.execute(context.db);
  return rows;
}

/** Held: of two workers who save at once the second is shown what the first wrote. */
export async function readPaper(context: Context, id: string, held: 'held' | 'read' = 'read'): Promise<KeptPaper | undefined> {
  if (held === 'held') await sql`select 1 from care_paper where id = ${id} for update`.execute(context.db);
  const { rows } = await sql<KeptPaper>`select ${columns} from ${kept} where p.id = ${id}`.execute(context.db);
  return rows[0];
}

/** The one begun already, or a new one. */
export async function beginPaper(context: Context, officer: OfficerActor, kind: PaperKind, owner: PaperOwner): Promise<string> {
  const id = newId<'paper'>(milliseconds(context.now));
  const { familyId = null, placingId = null, recordId = null } = owner as Partial<Record<'familyId' | 'placingId' | 'recordId', string>>;
  const { rows } = await sql<{ id: string }>`with begun as (
      insert into care_paper (id, kind, family_id, arrangement_id, record_id, office_id, begun_by, begun_at)
      values (${id}, ${kind}, ${familyId}, ${placingId}, ${recordId}, ${officer.officeId}, ${officer.officerId}, ${context.now}) on conflict do nothing returning id)
    select id from begun union all select id from care_paper where kind = ${kind} and coalesce(arrangement_id, family_id) = ${placingId ?? familyId}::uuid and submitted_at is null limit 1`.execute(
    context.db,
  );
  return rows[0]?.id ?? id;
}

/** As they stood at a version. */
export async function answersAt(context: Context, paperId: string, version: number): Promise<Map<string, PaperAnswer>> {
  const { rows } = await sql<
    Omit<PaperAnswer, 'value'> & { sealed: Buffer }
  >`select distinct on (a.field) a.field, a.sealed, o.name as by, a.at
    from care_paper_answer a join officer o on o.id = a.by_officer where a.paper_id = ${paperId} and a.version <= ${version} order by a.field, a.version desc`.execute(
    context.db,
  );
  return new Map(rows.map(({ sealed, ...row }) => [row.field, { ...row, value: context.tools.unseal(sealed) }]));
}

export async function addAnswers(
  context: Context,
  officer: OfficerActor,
  paper: KeptPaper,
  answers: readonly { field: string; value: string }[],
): Promise<void> {
  const version = paper.version + 1;
  await sql`update care_paper set version = ${version} where id = ${paper.id}`.execute(context.db);
  for (const { field, value } of answers)
    await sql`insert into care_paper_answer (paper_id, field, version, sealed, by_officer, at)
      values (${paper.id}, ${field}, ${version}, ${context.tools.seal(value)}, ${officer.officerId}, ${context.now})`.execute(context.db);
}

export async function submitPaper(context: Context, officer: OfficerActor, paperId: string): Promise<void> {
  await sql`update care_paper set submitted_at = ${context.now}, submitted_by = ${officer.officerId} where id = ${paperId}`.execute(
    context.db,
  );
}
