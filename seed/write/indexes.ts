// Indexes are faster built once over all rows than kept with every row: taken off before a load, put back after it, in its transaction.
import type pg from 'pg';

/** Statements that undo each other. */
export type SetAside = { remove: string; restore: string };

/** Nearly nothing refers to an entry, and its ids come in no order: keys that lean on entries go too, so that its indexes can. */
const leanedOnLittle = 'diary_entry';

const leaning = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as remove,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as restore
  from pg_constraint where contype = 'f' and confrelid = $1::regclass order by oid`;

// What a foreign key leans on cannot go. A constraint goes as a constraint, any other index as an index.
const removable = `
  select case when c.oid is null then format('drop index %s', i.indexrelid::regclass)
      else format('alter table %s drop constraint %I', i.indrelid::regclass, c.conname) end as remove,
    case when c.oid is null then pg_get_indexdef(i.indexrelid)
      else format('alter table %s add constraint %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) end as restore
  from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
  where i.indrelid = any (select name::regclass from unnest($1::text[]) as name)
    and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = i.indexrelid)
  order by i.indrelid, i.indexrelid`;

export async function setIndexesAside(client: pg.Client, tables: readonly string[]): Promise<SetAside[]> {
  const keys = await setAside(client, leaning, leanedOnLittle);
  const indexes = await setAside(client, removable, tables);
  return [...indexes, ...keys]; // a key needs the index it leans on
}

async function setAside(client: pg.Client, found: string, among: unknown): Promise<SetAside[]> {
  const { rows } = await client.query<SetAside>(found, [among]);
  for (const { remove } of rows) await client.query(remove);
  return rows;
}

export async function restoreIndexes(client: pg.Client, aside: readonly SetAside[]): Promise<void> {
  for (const { restore } of aside) await client.query(restore);
}
