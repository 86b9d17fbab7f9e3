// The portal's keys towards push services (VAPID, RFC 8292): made once, the private one sealed. Devices are tied to the public one: other keys would lose them all.
import { sql } from 'kysely';
import type { Context } from '../context.ts';

export type PushKeys = { publicKey: string; privateKey: string };

async function keptKeys({ db, tools }: Context): Promise<PushKeys | undefined> {
  const { rows } = await sql<{ publicKey: string; privateSealed: Buffer }>`select public_key, private_sealed from push_key`.execute(db);
  return rows[0] && { publicKey: rows[0].publicKey, privateKey: tools.unseal(rows[0].privateSealed) };
}

/** Makes them if there are none. Of two workers that start together one makes them. */
export async function pushKeys(context: Context): Promise<PushKeys> {
  const kept = await keptKeys(context);
  if (kept) return kept;
  const { default: webPush } = await import('web-push');
  const made = webPush.generateVAPIDKeys();
  await sql`insert into push_key (public_key, private_sealed, made_at) values (${made.publicKey}, ${context.tools.seal(made.privateKey)}, ${context.now})
    on conflict do nothing`.execute(context.db);
  return (await keptKeys(context))!;
}

/** What a browser ties a device to; null until a worker has started for the first time. */
export async function pushPublicKey({ db }: Context): Promise<string | null> {
  const { rows } = await sql<{ publicKey: string }>`select public_key from push_key`.execute(db);
  return rows[0]?.publicKey ?? null;
}
