// Logins for the four doors on a server we administer (bundled, demonstration, tests). In production each door is given its own URL.
import { createHmac } from 'node:crypto';
import pg from 'pg';
import { scramVerifier } from './scram.ts';

export const doors = ['citizen', 'desk', 'exchange', 'worker'] as const;
export type DoorUrls = Record<(typeof doors)[number], string>;

/** The URL each door connects with, derived from the administrator's URL and password. Changes nothing. */
export function doorUrls(adminUrl: string): DoorUrls {
  const urlOf = (door: string): string => {
    const url = new URL(adminUrl);
    url.username = `vatsalya_${door}`;
    url.password = doorPassword(adminUrl, door);
    return url.href;
  };
  return { citizen: urlOf('citizen'), desk: urlOf('desk'), exchange: urlOf('exchange'), worker: urlOf('worker') };
}

/** Lets the door roles, made by the first migration, log in with the derived passwords. Safe to repeat. */
export async function grantDoorLogins(adminUrl: string): Promise<DoorUrls> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'vatsalya doors' });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ rolname: string }>(`select rolname from pg_roles where rolname like 'vatsalya\\_%'`);
    const missing = doors.filter((door) => !rows.some(({ rolname }) => rolname === `vatsalya_${door}`));
    if (missing.length > 0) throw new Error(`The database has no role for: ${missing.join(', ')}. Run the migrations first.`);
    for (const door of doors) {
      const verifier = scramVerifier(doorPassword(adminUrl, door));
      await client.query(`alter role vatsalya_${door} login password '${verifier}'`);
    }
  } finally {
    await client.end();
  }
  return doorUrls(adminUrl);
}

function doorPassword(adminUrl: string, door: string): string {
  const { password } = new URL(adminUrl);
  if (password === '')
    throw new Error('The administrator URL carries no password, so the doors can have no derived ones: give each its own URL.');
  return createHmac('sha256', decodeURIComponent(password)).update(`vatsalya door ${door}`).digest('base64url');
}
