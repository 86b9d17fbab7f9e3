// SQL of the signed list of what may be shown: what is live, the one list, and its head alone.
import { sql } from 'kysely';
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { Manifest } from './manifest.ts';

export async function livePublicIds(context: Context): Promise<string[]> {
  const { rows } = await sql<{ publicId: string }>`select public_id from public_notice where not gone and expires_at > ${context.now}
    order by public_id`.execute(context.db);
  return rows.map(({ publicId }) => publicId);
}

export async function writeManifest(context: Context, { madeAt, publicIds, signature }: Manifest): Promise<void> {
  await sql`insert into notice_manifest (made_at, public_ids, signature) values (${madeAt}, ${publicIds as string[]}, ${signature})
    on conflict (the_one) do update set made_at = excluded.made_at, public_ids = excluded.public_ids, signature = excluded.signature`.execute(
    context.db,
  );
}

export async function manifestHead(context: Context): Promise<{ madeAt: Instant; signature: Buffer } | undefined> {
  const { rows } = await sql<{ madeAt: Instant; signature: Buffer }>`select made_at, signature from notice_manifest`.execute(context.db);
  return rows[0];
}

export async function readManifest(context: Context): Promise<Manifest | undefined> {
  const { rows } = await sql<Manifest>`select made_at, public_ids, signature from notice_manifest`.execute(context.db);
  return rows[0];
}
