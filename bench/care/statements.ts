// Which statements the database was busy with, dearest first: where to look when a page does not hold its goal.
import type pg from 'pg';

export async function printStatements(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ calls: string; mean: number; total: number; query: string }>(
    `select s.calls, s.mean_exec_time as mean, s.total_exec_time as total, s.query from pg_stat_statements s join pg_roles r on r.oid = s.userid
     where r.rolname = 'vatsalya_desk' order by s.total_exec_time desc limit 25`,
  );
  for (const { calls, mean, total, query } of rows)
    process.stderr.write(`${total.toFixed(0)} ms, ${calls} times ${mean.toFixed(2)} ms: ${query.replace(/\s+/g, ' ').slice(0, 400)}\n`);
}
