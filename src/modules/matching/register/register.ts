// The matcher's own copy of the open register: each process that compares holds one in memory, filled before its first question and brought up to date before every one.
import type { RecordId } from '../../../kernel/ids.ts';
import type { RecordKind } from '../../../kernel/reference.ts';
import type { Context, Tools } from '../../../platform/context.ts';
import { type Places, findAmong, isClosed } from '../finding/finder.ts';
import { idOf, numberOf } from '../finding/id-table.ts';
import type { Prepared } from '../prepare.ts';
import { type PassedOver, type Register, type Side, isUsable, loadRegister, takeChanges } from './filling.ts';
import { linkedRecords } from './register-store.ts';

/** `turn`: whoever brings the copy up to date; `loading`: the first reading under way, if any. */
type Held = { register: Register | null; passed: PassedOver; turn: Promise<unknown>; loading: Promise<void> | null };
const heldBy = new WeakMap<Tools, Held>();

function heldFor(tools: Tools): Held {
  const held = heldBy.get(tools) ?? { register: null, passed: new Map(), turn: Promise.resolve(), loading: null };
  heldBy.set(tools, held);
  return held;
}

function isOpen({ finder, ids }: Side, id: RecordId): boolean {
  const number = numberOf(ids, id);
  return number >= 0 && !isClosed(finder, number);
}

/**
 * Done once there is a copy to bring up to date; `load` makes it, in a transaction of its own, for all who wait. Asked before a transaction is opened:
 * those that wait inside one, each with a connection and the lock on the weights, would stop the whole worker, and whoever has other weights serve.
 */
export async function whenLoaded(tools: Tools, load: () => Promise<void>): Promise<void> {
  const held = heldFor(tools);
  if (held.register && isUsable(held.register)) return;
  held.loading ??= load().finally(() => (held.loading = null));
  await held.loading;
}

/**
 * The copy as the database is now: whatever was committed before this call is in it. One call at a time brings it up to date, and each looks for
 * itself, since the look of the one before may be older than what the next must see. A look that fails leaves the copy as it was, to be looked after again.
 */
export async function currentRegister(context: Context, places: Places, changed: (id: RecordId) => void): Promise<Register> {
  // Row security would fill the copy with what one officer may see, and every later comparison of this process would miss the rest.
  if (context.actor.kind !== 'system' || context.door !== 'worker') throw new Error('the register is filled by the worker alone');
  const held = heldFor(context.tools);
  const work = async (): Promise<Register> => {
    const { register, passed } = held;
    const known = register && isUsable(register) ? register : await loadRegister(context, passed, places);
    held.register = known;
    await takeChanges(context, { register: known, passed, places }, changed);
    return known;
  };
  const turn = held.turn.then(work, work);
  held.turn = turn.catch(() => {});
  return turn;
}

/** By record: open ones of the other side worth comparing with it in full, at most some three hundred, without repeats. */
export async function findCandidates(
  context: Context,
  register: Register,
  records: readonly { id: RecordId; kind: RecordKind; prepared: Prepared }[],
  places: Places,
): Promise<Map<RecordId, RecordId[]>> {
  const linked = await linkedRecords(context, records);
  return new Map(
    records.map(({ id, kind, prepared }) => {
      const side = kind === 'missing' ? register.others : register.missing;
      const found = findAmong(side.finder, prepared, places).map((number) => idOf(side.ids, number));
      return [id, [...new Set([...(linked.get(id) ?? []), ...found])]];
    }),
  );
}

/** Records worth comparing in full with a description of a missing child that stands in no record. */
export function findLike({ others }: Register, sought: Prepared, places: Places): RecordId[] {
  return findAmong(others.finder, sought, places).map((number) => idOf(others.ids, number));
}

/** Those of the records of the other side that are open. */
export function openAmong(register: Register, kind: RecordKind, ids: readonly RecordId[]): RecordId[] {
  const side = kind === 'missing' ? register.others : register.missing;
  return ids.filter((id) => isOpen(side, id));
}
