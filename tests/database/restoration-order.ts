// A signed order of restoration in the Committee's register, for tests of what follows it: how it comes about is the register's own matter.
import { sql } from 'kysely';
import { newId } from '../../src/kernel/ids.ts';
import type { Instant } from '../../src/kernel/time.ts';
import type { Nation, Who } from './tools.ts';

/** Answers its number, `<number>/<year>`. */
export async function orderRestoration(
  { admin, officer, clock }: Nation,
  recordId: string,
  { committee, number, madeAt = clock.now }: { committee: Who; number: number; madeAt?: Instant },
): Promise<string> {
  const { officeId, officerId } = officer(committee);
  await sql`insert into committee_order (id, record_id, cwc_id, year, number, type, language, text, least_signers, suitable_by, drafted_by, drafted_at, made_at)
    values (${newId()}, ${recordId}, ${officeId}, 2026, ${number}, 'restoration', 'en', 'Goes home.', 3, 'home-visit', ${officerId}, ${madeAt}, ${madeAt})`.execute(
    admin,
  );
  return `${number}/2026`;
}
