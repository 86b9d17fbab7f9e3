// Filling the matcher's copy of the register: every open record once, then what was committed since. A record that faults is told and passed over.
import type { RecordId } from '../../../kernel/ids.ts';
import type { RecordKind } from '../../../kernel/reference.ts';
import type { Context } from '../../../platform/context.ts';
import { type Description, readDescriptions } from '../../children/index.ts';
import {
  type Finder,
  type FinderEntry,
  type Places,
  addEntry,
  closeInFinder,
  entryOf,
  isClosed,
  settleFinder,
  startFinder,
} from '../finding/finder.ts';
import { type IdTable, countIds, keepId, numberOf, startIds } from '../finding/id-table.ts';
import { prepareRecord } from './prepared-records.ts';
import { type RegisterRow, type Snapshot, changedBetween, openRecordsAfter, snapshotNow } from './register-store.ts';

/** Missing reports, or what they are compared with. `late`: added since the lists of names were made; `gone`: numbers of closed records. */
export type Side = { finder: Finder; ids: IdTable; late: number; gone: number };

export type Register = {
  missing: Side;
  others: Side;
  /** What was committed at the last look. */
  seen: Snapshot;
  /** Something was taken in halfway: to be made anew. */
  torn: boolean;
};

/** Records passed over, each with the transaction that changed it last: told once, and tried again once it changes. Outlives a copy. */
export type PassedOver = Map<RecordId, string>;

const ROWS_AT_ONCE = 500;
/** Names noted beside the lists cost a little each until the lists are made anew, which takes a second per million records. */
const MOST_LATE = 2000;
const LATE_SHARE = 0.05;
/** Closed records keep their numbers: once they are the larger part the copy is made anew. */
const MOST_GONE = 20_000;

const startSide = (): Side => ({ finder: startFinder(), ids: startIds(), late: 0, gone: 0 });
const sideOf = (register: Register, kind: RecordKind): Side => (kind === 'missing' ? register.missing : register.others);

function drop(side: Side, id: RecordId): void {
  const number = numberOf(side.ids, id);
  if (number < 0 || isClosed(side.finder, number)) return;
  closeInFinder(side.finder, number);
  side.gone++;
}

type Described = { row: RegisterRow; description: Description | undefined };

async function readDescribed(context: Context, rows: readonly RegisterRow[]): Promise<Described[]> {
  const open = rows.filter(({ closedAt }) => closedAt === null);
  const descriptions = await readDescriptions(
    context,
    open.map(({ id }) => id),
  );
  return rows.map((row) => ({ row, description: row.closedAt === null ? descriptions.get(row.id) : undefined }));
}

type Filling = { register: Register; passed: PassedOver; places: Places };

function passOver({ passed }: Filling, context: Context, { id, changedIn }: RegisterRow, fault: unknown): void {
  passed.set(id, changedIn);
  context.tools.passedOver(id, fault);
}

/** Waits for nothing: no fault of the database can leave it half done. Rows taken once more change nothing. */
function take(filling: Filling, context: Context, described: readonly Described[]): void {
  const { register, passed, places } = filling;
  for (const { row, description } of described) {
    const side = sideOf(register, row.kind);
    drop(side, row.id);
    if (passed.get(row.id) === row.changedIn) continue;
    passed.delete(row.id);
    if (!description) continue;
    let entry: FinderEntry;
    try {
      entry = entryOf(prepareRecord(row, description), places);
    } catch (fault) {
      passOver(filling, context, row, fault);
      continue;
    }
    addWhole(filling, context, row, entry);
  }
}

/** A fault here leaves numbers out of step: this question fails, the next makes the copy anew and passes the record over. */
function addWhole(filling: Filling, context: Context, row: RegisterRow, entry: FinderEntry): void {
  const { register } = filling;
  const side = sideOf(register, row.kind);
  register.torn = true;
  try {
    addEntry(side.finder, entry);
    keepId(side.ids, row.id);
  } catch (fault) {
    passOver(filling, context, row, fault);
    throw fault;
  }
  side.late++;
  register.torn = false;
}

function settleSide(side: Side): void {
  settleFinder(side.finder);
  side.late = 0;
}

/** Reads every open record, some hundred at a time: what is held besides the copy itself stays small. */
export async function loadRegister(context: Context, passed: PassedOver, places: Places): Promise<Register> {
  const register: Register = { missing: startSide(), others: startSide(), seen: await snapshotNow(context), torn: false };
  let after: RecordId | null = null;
  for (;;) {
    const rows: RegisterRow[] = await openRecordsAfter(context, after, ROWS_AT_ONCE);
    take({ register, passed, places }, context, await readDescribed(context, rows));
    if (rows.length < ROWS_AT_ONCE) break;
    after = rows.at(-1)!.id;
  }
  settleSide(register.missing);
  settleSide(register.others);
  return register;
}

/**
 * Some hundred at a time, since an import may have changed a million. The snapshot is taken before the first: what is committed while the pages are read
 * is not in it, and is read at the next look. `changed` is told of every record read anew.
 */
export async function takeChanges(context: Context, filling: Filling, changed: (id: RecordId) => void): Promise<void> {
  const { register } = filling;
  const until = await snapshotNow(context);
  let after: RegisterRow | null = null;
  for (;;) {
    const rows: RegisterRow[] = await changedBetween(context, { since: register.seen, until, after }, ROWS_AT_ONCE);
    for (const row of rows) changed(row.id);
    take(filling, context, await readDescribed(context, rows));
    if (rows.length < ROWS_AT_ONCE) break;
    after = rows.at(-1)!;
  }
  register.seen = until;
  for (const side of [register.missing, register.others])
    if (side.late > Math.max(MOST_LATE, countIds(side.ids) * LATE_SHARE)) settleSide(side);
}

function isSpent({ missing, others }: Register): boolean {
  return [missing, others].some(({ gone, ids }) => gone > MOST_GONE && gone * 2 > countIds(ids));
}

/** Whether the copy can be brought up to date, rather than be made anew. */
export function isUsable(register: Register): boolean {
  return !register.torn && !isSpent(register);
}
