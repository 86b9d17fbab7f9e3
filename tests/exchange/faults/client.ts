// A police node of fault tests as its own process: sends the parcels of a file that grows, and writes down each receipt before it forgets the parcel. Killed and started again, it sends what has no receipt.
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { KeyObject } from 'node:crypto';
import { type Door, openDoor } from '../../../reference-node/door.ts';
import { fetchPortalKeys } from '../../../reference-node/keys.ts';
import type { Parcel } from './faulty-set.ts';
import { keyFor } from './keys.ts';

/** What was answered, by the parcel's place in the file. `receipt` is absent where the door refused the signature. */
export type Receipted = {
  parcel: number;
  receipt?: { deliveryId: string; messages: { position: number; messageId?: string; state: string }[] };
};

/** The last line of a file of parcels: no more will come. */
export const END = 'end';
const LANES = 4;
const LOOK_MILLISECONDS = 20;

/** Whole lines alone: one that was being written when its writer was killed is none. */
export function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
}

export function receiptedIn(journal: string): Receipted[] {
  return linesOf(journal).flatMap((line) => {
    try {
      return [JSON.parse(line) as Receipted];
    } catch {
      return []; // cut off, and written on by the next
    }
  });
}

async function portalKeys(url: string): Promise<ReadonlyMap<string, KeyObject>> {
  for (;;) {
    try {
      return await fetchPortalKeys(url);
    } catch {
      await pause(100);
    }
  }
}

async function main(url: string, parcels: string, journal: string): Promise<void> {
  const keys = await portalKeys(url);
  const file = openSync(journal, 'a');
  writeSync(file, '\n');
  const done = new Set(receiptedIn(journal).map(({ parcel }) => parcel));
  const begun = new Set(done);
  const note = (one: Receipted): void => {
    writeSync(file, `${JSON.stringify(one)}\n`);
    fsyncSync(file);
    done.add(one.parcel);
  };
  const doorOf = (parcel: Parcel): Door => openDoor(url, keyFor(parcel), keys, () => performance.timeOrigin + performance.now());
  let [all, read]: [string[], number] = [[], 0];
  const lane = async (): Promise<void> => {
    for (;;) {
      const { size } = statSync(parcels);
      if (size !== read) [all, read] = [linesOf(parcels), size];
      const next = all.findIndex((line, at) => line !== END && !begun.has(at));
      if (next < 0) {
        if (all.at(-1) === END) return;
        await pause(LOOK_MILLISECONDS);
        continue;
      }
      begun.add(next);
      const parcel = JSON.parse(all[next]!) as Parcel;
      await deliver(doorOf(parcel), parcel, next, note);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  closeSync(file);
}

/** Until it has its signed receipt, or is refused for its signature. */
async function deliver(door: Door, parcel: Parcel, at: number, note: (one: Receipted) => void): Promise<void> {
  for (;;) {
    const answer = await door.post('/v1/messages', Buffer.from(parcel.body), parcel.type).catch(() => null);
    if (answer?.status === 202 && answer.doubt === null)
      return note({ parcel: at, receipt: answer.body as NonNullable<Receipted['receipt']> });
    if (answer?.status === 401 && parcel.forged) return note({ parcel: at });
    await pause(LOOK_MILLISECONDS);
  }
}

if (process.argv[1] === import.meta.filename) {
  process.on('disconnect', () => process.exit(1));
  const [url, parcels, journal] = process.argv.slice(2);
  await main(url!, parcels!, journal!);
  process.exit(0);
}
