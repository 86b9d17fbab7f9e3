// SQL of the attendance sheet: stays and absences that touch a month.
import { sql } from 'kysely';
import { type Instant, addMonths, instantAt } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { AwaySpan, Span } from './sheet.ts';

const borders = (month: string): [Instant, Instant] => [instantAt(`${month}-01` as never), instantAt(addMonths(`${month}-01` as never, 1))];

export async function staysIn(context: Context, officeId: string, month: string): Promise<Span[]> {
  const [from, until] = borders(month);
  const { rows } = await sql<Span>`select record_id, admission_number, admitted_at, left_at from residence
    where office_id = ${officeId} and admitted_at < ${until} and (left_at is null or left_at >= ${from})
    order by length(admission_number), admission_number limit 500`.execute(context.db);
  return rows;
}

export async function awayIn(context: Context, officeId: string, month: string): Promise<AwaySpan[]> {
  const [from, until] = borders(month);
  const { rows } = await sql<AwaySpan>`select record_id, kind, from_at, back_at from home_absence
    where office_id = ${officeId} and from_at < ${until} and (back_at is null or back_at >= ${from})`.execute(context.db);
  return rows;
}
