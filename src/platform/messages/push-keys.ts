// The portal's keys towards push services (VAPID, RFC 8292): made once, the private one sealed. Devices are tied to the public one: other keys would lose them all.
import { sql } from 'kysely';
import webPush from 'web-push';
import type { Context } from '../context.ts';

export type PushKeys = { publicKey: string; privateKey: string };

/** Makes them if there are none. Of two workers that start together one makes them. */
export async function pushKeys(context: Context): Promise<PushKeys> {
  const { db, tools, now } = context;
  const made = webPush.generateVAPIDKeys();
  await sql`insert into push_key (public_key, private_sealed, made_at) values (${made.publicKey}, ${tools.seal(made.privateKey)}, ${now})
    on conflict do nothing`.execute(db);
  const { rows } = await sql<{ publicKey: string; privateSealed: Buffer }>`select public_key, private_sealed from push_key`.execute(db);
  return { publicKey: rows[0]!.publicKey, privateKey: tools.unseal(rows[0]!.privateSealed) };
}

/** What a browser ties a device to; null until a worker has started for the first time. */
export async function pushPublicKey({ db }: Context): Promise<string | null> {
  const { rows } = await sql<{ publicKey: string }>`select public_key from push_key`.execute(db);
  return rows[0]?.publicKey ?? null;
}
