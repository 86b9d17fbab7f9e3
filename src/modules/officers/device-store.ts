// SQL of the devices alerts are pushed to.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { isUuid, newId } from '../../kernel/ids.ts';
import type { OfficerId } from '../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { PushDevice } from '../../platform/messages/index.ts';

/** `endpointHash`: by which a browser knows itself in the list. `locale`: the language its officer read when it was added. */
export type KeptDevice = { id: string; endpointHash: string; browser: string; locale: string; addedAt: Instant };

/** The oldest first. For whoever tells an officer something: `id` is the `to` of a message of the channel `push`. */
export async function devicesOf(context: Context, officerId: OfficerId): Promise<KeptDevice[]> {
  const { rows } = await sql<KeptDevice>`select id, endpoint_hash, browser, locale, added_at from push_device
    where officer_id = ${officerId} order by added_at, id`.execute(context.db);
  return rows;
}

/** A browser is one device: turned on again, by the same officer or by the next at that machine, it is that officer's. Answers its new id. */
export async function keepDevice(
  context: Context,
  officerId: OfficerId,
  { device, browser, locale }: { device: PushDevice; browser: string; locale: string },
): Promise<string> {
  const { tools, now } = context;
  const id = newId<'device'>(milliseconds(now));
  const hash = createHash('sha256').update(device.endpoint).digest('hex');
  await sql`insert into push_device (id, officer_id, endpoint_hash, device_sealed, browser, locale, added_at)
    values (${id}, ${officerId}, ${hash}, ${tools.seal(JSON.stringify(device))}, ${browser}, ${locale}, ${now})
    on conflict on constraint push_device_once do update set id = excluded.id, officer_id = excluded.officer_id,
      device_sealed = excluded.device_sealed, browser = excluded.browser, locale = excluded.locale, added_at = excluded.added_at`.execute(
    context.db,
  );
  return id;
}

/** Removes one of an officer's own; another's is left alone. */
export async function removeDevice(context: Context, officerId: OfficerId, id: string): Promise<void> {
  await sql`delete from push_device where officer_id = ${officerId} and id = ${id}`.execute(context.db);
}

/** Whoever leaves a browser ends its device, also one that an officer there before left on. `id` is what that browser alone was given. */
export async function endDeviceOfBrowser(context: Context, id: string | undefined): Promise<void> {
  if (id && isUuid(id)) await sql`delete from push_device where id = ${id}`.execute(context.db);
}

/** For the carrier: what a message to the device is made with, if it is still on and its officer's account is not closed. */
export async function readDevice(context: Context, id: string): Promise<PushDevice | undefined> {
  const { rows } = await sql<{ deviceSealed: Buffer }>`select d.device_sealed from push_device d
    join officer f on f.id = d.officer_id and f.closed_at is null where d.id = ${id}`.execute(context.db);
  return rows[0] && (JSON.parse(context.tools.unseal(rows[0].deviceSealed)) as PushDevice);
}

/** For the carrier: its push service says the device is gone. */
export async function forgetDevice(context: Context, id: string): Promise<void> {
  await sql`delete from push_device where id = ${id}`.execute(context.db);
}
