// SQL of officers' pictures of their signatures. One that an order was signed with stays as it was; another is another row.
import { sql } from 'kysely';
import { type OfficerId, newId } from '../../../kernel/ids.ts';
import { milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';

/** In the place of the one before. `png`: as `renderSignature` made it. */
export async function keepSignature(context: Context, officerId: OfficerId, png: Buffer): Promise<void> {
  await removeSignature(context, officerId);
  const sealed = context.tools.seal(png.toString('base64'));
  await sql`insert into officer_signature (id, officer_id, picture_sealed, kept_at)
    values (${newId<'signature'>(milliseconds(context.now))}, ${officerId}, ${sealed}, ${context.now})`.execute(context.db);
}

/** From now on nothing is signed with it. */
export async function removeSignature(context: Context, officerId: OfficerId): Promise<void> {
  await sql`update officer_signature set removed_at = ${context.now} where officer_id = ${officerId} and removed_at is null`.execute(
    context.db,
  );
}

/** The id of the one this officer signs with now; null: none. */
export async function signatureOf(context: Context, officerId: OfficerId): Promise<string | null> {
  const { rows } = await sql<{
    id: string;
  }>`select id from officer_signature where officer_id = ${officerId} and removed_at is null`.execute(context.db);
  return rows[0]?.id ?? null;
}

/** Pictures as PNG by id, of those row security lets the asker see: the own, and those beneath an order that may be read. */
export async function signaturePictures(context: Context, ids: readonly string[]): Promise<Map<string, Buffer>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; sealed: Buffer }>`select id, picture_sealed as sealed from officer_signature
    where id = any (${[...ids]}::uuid[])`.execute(context.db);
  return new Map(rows.map(({ id, sealed }) => [id, Buffer.from(context.tools.unseal(sealed), 'base64')]));
}
