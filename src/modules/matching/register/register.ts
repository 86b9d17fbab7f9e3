// The matcher's own copy of the open register: each process that compares holds one in memory, filled at its first question and brought up to date before every one.
import type { RecordId } from '../../../kernel/ids.ts';
import type { RecordKind } from '../../../kernel/reference.ts';
import type { Context, Tools } from '../../../platform/context.ts';
import { type Description, readDescriptions } from '../../children/index.ts';
import type { ScoreContext } from '../context.ts';
import { type Finder, addToFinder, closeInFinder, findAmong, isClosed, settleFinder, startFinder } from '../finding/finder.ts';
import { type IdTable, countIds, idOf, keepId, numberOf, startIds } from '../finding/id-table.ts';
import type { Prepared } from '../prepare.ts';
import { prepareRecord } from './prepared-records.ts';
import { type RegisterRow, changedSince, horizonNow, linkedRecords, openRecordsAfter } from './register-store.ts';

/** Missing reports, or what they are compared with. `late`: added since the lists of names were made; `gone`: numbers of closed records. */
type Side = { finder: Finder; ids: IdTable; late: number; gone: number };

type Register = {
  missing: Side;
  others: Side;
  /** Transactions older than this have been read. */
  horizon: string;
  /** Of younger ones: in which transaction a record read already was changed, so that one kept open for long is not read over and over. */
  read: Map<RecordId, string>;
  /** Something was taken in halfway: to be made anew. */
  torn: boolean;
};

type Held = { register: Register | null; turn: Promise<unknown> };
const heldBy = new WeakMap<Tools, Held>();

const ROWS_AT_ONCE = 500;
/** Names noted beside the lists cost a little each until the lists are made anew, which takes a second per million records. */
const MOST_LATE = 2000;
const LATE_SHARE = 0.05;
/** Closed records keep their numbers: once they are the larger part the copy is made anew. */
const MOST_GONE = 20_000;

const startSide = (): Side => ({ finder: startFinder(), ids: startIds(), late: 0, gone: 0 });
const sideOf = (register: Register, kind: RecordKind): Side => (kind === 'missing' ? register.missing : register.others);

function isOpen({ finder, ids }: Side, id: RecordId): boolean {
  const number = numberOf(ids, id);
  return number >= 0 && !isClosed(finder, number);
}

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

/** Waits for nothing: no fault of the database can leave it half done. Rows taken once more change nothing. */
function take(register: Register, described: readonly Described[], score: ScoreContext): void {
  register.torn = true;
  for (const { row, description } of described) {
    const side = sideOf(register, row.kind);
    drop(side, row.id);
    if (!description) continue;
    addToFinder(side.finder, prepareRecord(row, description), score);
    keepId(side.ids, row.id);
    side.late++;
  }
  register.torn = false;
}

function settleSide(side: Side): void {
  settleFinder(side.finder);
  side.late = 0;
}

/** Reads every open record, some hundred at a time: what is held besides the copy itself stays small. */
async function load(context: Context, score: ScoreContext): Promise<Register> {
  const register: Register = {
    missing: startSide(),
    others: startSide(),
    horizon: await horizonNow(context),
    read: new Map(),
    torn: false,
  };
  let after: RecordId | null = null;
  for (;;) {
    const rows: RegisterRow[] = await openRecordsAfter(context, after, ROWS_AT_ONCE);
    take(register, await readDescribed(context, rows), score);
    if (rows.length < ROWS_AT_ONCE) break;
    after = rows.at(-1)!.id;
  }
  settleSide(register.missing);
  settleSide(register.others);
  return register;
}

/** `changed` is told of every record read anew. */
async function catchUpWithChanges(
  context: Context,
  register: Register,
  score: ScoreContext,
  changed: (id: RecordId) => void,
): Promise<void> {
  const { rows, horizon } = await changedSince(context, register.horizon);
  const unread = rows.filter(({ id, changedIn }) => register.read.get(id) !== changedIn);
  for (let at = 0; at < unread.length; at += ROWS_AT_ONCE) {
    const described = await readDescribed(context, unread.slice(at, at + ROWS_AT_ONCE));
    take(register, described, score);
    for (const { row } of described) changed(row.id);
  }
  register.read = new Map(rows.filter(({ changedIn }) => BigInt(changedIn) >= BigInt(horizon)).map(({ id, changedIn }) => [id, changedIn]));
  register.horizon = horizon;
  for (const side of [register.missing, register.others])
    if (side.late > Math.max(MOST_LATE, countIds(side.ids) * LATE_SHARE)) settleSide(side);
}

function isSpent({ missing, others }: Register): boolean {
  return [missing, others].some(({ gone, ids }) => gone > MOST_GONE && gone * 2 > countIds(ids));
}

/**
 * The copy as the database is now: whatever was committed before this call is in it. One call at a time brings it up to date, and each looks for
 * itself, since the look of the one before may be older than what the next must see. A look that fails leaves the copy as it was, to be looked after again.
 */
export async function currentRegister(context: Context, score: ScoreContext, changed: (id: RecordId) => void): Promise<Register> {
  // Row security would fill the copy with what one officer may see, and every later comparison of this process would miss the rest.
  if (context.actor.kind !== 'system' || context.door !== 'worker') throw new Error('the register is filled by the worker alone');
  const held = heldBy.get(context.tools) ?? { register: null, turn: Promise.resolve() };
  heldBy.set(context.tools, held);
  const work = async (): Promise<Register> => {
    const { register } = held;
    const known = register && !register.torn && !isSpent(register) ? register : await load(context, score);
    held.register = known;
    await catchUpWithChanges(context, known, score, changed);
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
  score: ScoreContext,
): Promise<Map<RecordId, RecordId[]>> {
  const linked = await linkedRecords(context, records);
  return new Map(
    records.map(({ id, kind, prepared }) => {
      const side = kind === 'missing' ? register.others : register.missing;
      const found = findAmong(side.finder, prepared, score).map((number) => idOf(side.ids, number));
      return [id, [...new Set([...(linked.get(id) ?? []), ...found])]];
    }),
  );
}

/** Those of the records of the other side that are open. */
export function openAmong(register: Register, kind: RecordKind, ids: readonly RecordId[]): RecordId[] {
  const side = kind === 'missing' ? register.others : register.missing;
  return ids.filter((id) => isOpen(side, id));
}
