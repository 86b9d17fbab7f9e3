// SQL of foster families: names and addresses sealed, read in their district alone.
import { sql } from 'kysely';
import { newId } from '../../../kernel/ids.ts';
import { milliseconds } from '../../../kernel/time.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import type { FosterFamily } from './family.ts';
import type { FamilyDraft } from './form.ts';

type Row = Omit<FosterFamily, 'words'> & { wordsSealed: Buffer };
const columns = sql`f.id, f.kind, f.own_children, f.words_sealed, o.name as registered_by,
  (select count(*)::int from care_arrangement a where a.family_id = f.id and a.placed_at is not null and a.ended_at is null) as children`;

function familyOf({ tools }: Context, { wordsSealed, ...row }: Row): FosterFamily {
  return { ...row, words: JSON.parse(tools.unseal(wordsSealed)) as FosterFamily['words'] };
}

export async function families(context: Context): Promise<FosterFamily[]> {
  const { rows } =
    await sql<Row>`select ${columns} from foster_family f join officer o on o.id = f.registered_by order by f.registered_at desc, f.id limit 300`.execute(
      context.db,
    );
  return rows.map((row) => familyOf(context, row));
}

/** Held: of two children placed at once in the last place of a family the second finds it full. */
export async function readFamily(context: Context, id: string, held: 'held' | 'read' = 'read'): Promise<FosterFamily | undefined> {
  if (held === 'held') await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 20))`.execute(context.db);
  const { rows } =
    await sql<Row>`select ${columns} from foster_family f join officer o on o.id = f.registered_by where f.id = ${id}`.execute(context.db);
  return rows[0] && familyOf(context, rows[0]);
}

export async function insertFamily(context: Context, officer: OfficerActor, { kind, ownChildren, ...words }: FamilyDraft): Promise<string> {
  const id = newId<'family'>(milliseconds(context.now));
  await sql`insert into foster_family (id, kind, office_id, district_code, own_children, words_sealed, registered_by, registered_at)
    values (${id}, ${kind}, ${officer.officeId}, ${officer.districtCode}, ${ownChildren}, ${context.tools.seal(JSON.stringify(words))}, ${officer.officerId}, ${context.now})`.execute(
    context.db,
  );
  return id;
}
