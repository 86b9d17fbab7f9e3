// What is owed on the children: worked out by the portal's own projection for one child of each shape, and the same for all of that shape.
import type pg from 'pg';
import type { RecordId } from '../../src/kernel/ids.ts';
import { newId } from '../../src/kernel/ids.ts';
import { inContext, type Tools } from '../../src/platform/context.ts';

const mapped = (column: string): string =>
  `case ${column} when t.home_id then c.home_id when t.cwc_id then c.cwc_id when t.dcpu_id then c.dcpu_id else ${column} end`;

const duties = `
  with shape as (select distinct on (shape) * from child order by shape, n),
    entry as (select e.id, t.shape, t.n, p.place from shape t cross join generate_series(1, 25) as p (place) join diary_entry e on e.id = pg_temp.id_of(t.at, 'e' || t.n || '-' || p.place))
  insert into obligation (record_id, rule_id, trigger_entry_id, trigger, actor, office_id, started_at, due_at, warn_at, late_after, escalates_at, escalates_to, variant,
      journey_minutes, extended_months, extended_to, suspended_minutes, suspended_at, ending, ended_at, ended_by_entry_id, next_at)
    select c.id, o.rule_id, pg_temp.id_of(c.at, 'e' || c.n || '-' || b.place), o.trigger, o.actor, ${mapped('o.office_id')}, o.started_at, o.due_at, o.warn_at, o.late_after,
      o.escalates_at, o.escalates_to, o.variant, o.journey_minutes, o.extended_months, o.extended_to, o.suspended_minutes, o.suspended_at, o.ending, o.ended_at,
      case when e.place is not null then pg_temp.id_of(c.at, 'e' || c.n || '-' || e.place) end, o.next_at
    from shape t join obligation o on o.record_id = t.id join entry b on b.id = o.trigger_entry_id left join entry e on e.id = o.ended_by_entry_id
      join child c on c.shape = t.shape and c.n <> t.n`;
const matters = `
  with shape as (select distinct on (shape) * from child order by shape, n)
  insert into matter (record_id, number, office_id, started_on, ended_on, ended_how, without_parents)
    select c.id, m.number, ${mapped('m.office_id')}, m.started_on, m.ended_on, m.ended_how, m.without_parents
    from shape t join matter m on m.record_id = t.id join child c on c.shape = t.shape and c.n <> t.n`;

export async function fillDuties(client: pg.Client, worker: Tools): Promise<void> {
  const { rows } = await client.query<{ id: RecordId }>('select distinct on (shape) id from child order by shape, n');
  const asking = { actor: { kind: 'system', name: 'bench' }, requestId: newId(), ground: { name: 'bench', purpose: 'care' } } as const;
  const ids = rows.map(({ id }) => id);
  await inContext(worker, asking, async (context) => worker.project(context, ids));
  await client.query(duties);
  await client.query(matters);
}
