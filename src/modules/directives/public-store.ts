// SQL of what everybody may read: directives meant for the public, and how the addressees of each State stand. No office is named.
import { sql } from 'kysely';
import type { Day } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';

export type PublicStanding = {
  stateCode: string | null;
  /** Null: the row of who was reached and who acknowledged. */
  pointId: string | null;
  offices: number;
  acknowledged: number;
  done: number;
  doneLate: number;
  notApplicable: number;
  late: number;
};

export async function publicStanding(
  context: Context,
  directiveId: string,
  wanted: readonly { pointId: string; period: Day }[],
): Promise<PublicStanding[]> {
  const { rows } =
    await sql<PublicStanding>`select * from directive_standing(${directiveId}, ${wanted.map(({ pointId }) => pointId)}::uuid[],
    ${wanted.map(({ period }) => period)}::date[], ${context.now})`.execute(context.db);
  return rows;
}
