// SQL of officers' passkeys.
import { sql } from 'kysely';
import type { OfficerId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Passkey } from '../../platform/credentials/index.ts';

export type KeptPasskey = Passkey & { officerId: OfficerId; addedAt: Instant };
type Row = Omit<KeptPasskey, 'publicKey'> & { publicKey: Buffer };

const columns = sql`p.credential_id as id, p.officer_id, p.public_key, p.counter, p.transports, p.added_at`;
const kept = (row: Row): KeptPasskey => ({ ...row, publicKey: row.publicKey.toString('base64url') });

/** The oldest first. */
export async function passkeysOf(context: Context, officerId: OfficerId): Promise<KeptPasskey[]> {
  const { rows } = await sql<Row>`select ${columns} from passkey p where p.officer_id = ${officerId} order by p.added_at`.execute(
    context.db,
  );
  return rows.map(kept);
}

/** One passkey of an account that is not closed, held until the transaction ends: its counter must not be checked twice at once. */
export async function lockPasskey(context: Context, id: string): Promise<KeptPasskey | undefined> {
  const { rows } = await sql<Row>`select ${columns} from passkey p join officer f on f.id = p.officer_id and f.closed_at is null
    where p.credential_id = ${id} for update of p`.execute(context.db);
  return rows.map(kept)[0];
}

export async function insertPasskey(
  context: Context,
  officerId: OfficerId,
  { id, publicKey, counter, transports }: Passkey,
): Promise<void> {
  await sql`insert into passkey (credential_id, officer_id, public_key, counter, transports, added_at)
    values (${id}, ${officerId}, ${Buffer.from(publicKey, 'base64url')}, ${counter}, ${transports}, ${context.now})
    on conflict (credential_id) do nothing`.execute(context.db);
}

export async function writeCounter(context: Context, { id, counter }: Passkey): Promise<void> {
  await sql`update passkey set counter = ${counter} where credential_id = ${id}`.execute(context.db);
}

/** Removes one of an officer's own; another's is left alone. */
export async function removePasskey(context: Context, officerId: OfficerId, id: string): Promise<void> {
  await sql`delete from passkey where officer_id = ${officerId} and credential_id = ${id}`.execute(context.db);
}
