// Work within a transaction that may fault without taking the rest of it along: one thing that cannot be done holds up nothing behind it.
import { sql } from 'kysely';
import type { Context } from './context.ts';

/** What faults is undone, and the transaction goes on: answers the fault, null where there was none. */
export async function undoneIfFaulty({ db }: Pick<Context, 'db'>, work: () => Promise<void>): Promise<unknown> {
  await sql`savepoint undone`.execute(db);
  try {
    await work();
    await sql`release savepoint undone`.execute(db);
    return null;
  } catch (fault) {
    await sql`rollback to savepoint undone`.execute(db);
    return fault;
  }
}
