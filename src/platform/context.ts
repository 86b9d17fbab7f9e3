// One request or job: who asks, when, over which transaction. Everything that touches data takes a Context first.
import { type Kysely, sql } from 'kysely';
import type { OfficeId, OfficerId, RecordId } from '../kernel/ids.ts';
import type { Clock, Instant } from '../kernel/time.ts';

export type Door = 'citizen' | 'desk' | 'exchange' | 'worker';

/** How far row security lets an actor see: set from the posting's role (officers/may.ts). */
export type Reach = 'none' | 'office' | 'district' | 'state' | 'nation';

export type OfficerActor = {
  kind: 'officer';
  officerId: OfficerId;
  name: string;
  postingId: string;
  role: string;
  officeId: OfficeId;
  officeName: string;
  officeKind: string;
  districtCode: string | null;
  stateCode: string | null;
  reach: Reach;
};
/** `reporterKey` is the keyed hash of a telephone proved by a one-time code; null before that. */
export type CitizenActor = { kind: 'citizen'; reporterKey: string | null };
/** `node`: at the door of machines, the police node whose signature held. */
export type SystemActor = { kind: 'system'; name: string; node?: string };
export type Actor = OfficerActor | CitizenActor | SystemActor;

export type Db = Kysely<Record<never, never>>;

/** Keeps the state tables of records in step with their diaries, inside the writing transaction. Wired by the apps, since the modules that derive state rank higher than the diary. */
export type Projection = (context: Context, recordIds: readonly RecordId[]) => Promise<void>;

/** The same for the duties of offices, which follow from their journals. */
export type JournalProjection = (context: Context, officeIds: readonly OfficeId[]) => Promise<void>;

/** What a door is built with; the same for all its requests. */
export type Tools = {
  db: Db;
  door: Door;
  clock: Clock;
  project: Projection;
  projectJournals: JournalProjection;
  may: (actor: Actor, permission: string) => boolean;
  /** Roles that may, for telling a refused officer whom to ask. */
  whoMay: (permission: string) => readonly string[];
  /** The installation's secret, for one-time codes and the like. Never logged, never stored. */
  secret: string;
  /** Keyed hash for telephones and the like; the key never leaves the platform. */
  keyedHash: (text: string) => string;
  seal: (text: string) => Buffer;
  unseal: (sealed: Buffer) => string;
  photographDirectory: string;
  /** Where officers open the desk, `https://host[:port]`: for links in messages. */
  deskOrigin: string;
  demo: boolean;
  /** Tells the log that work on a record faults and goes on without it: the record's id and the fault's class, never its words. */
  passedOver: (recordId: RecordId, fault: unknown) => void;
};

/** Why this request or job reads children's records: the page's audit name and the purpose stated for it. */
export type Ground = { name: string; purpose: string };

export type Context = {
  db: Db;
  now: Instant;
  actor: Actor;
  door: Door;
  requestId: string;
  ground: Ground;
  tools: Tools;
  /** What to undo outside the database (a file written) if the transaction leaves nothing. */
  onRollback(undo: () => Promise<void>): void;
};

/** What the caller of inContext must say. */
export type Asking = { actor: Actor; requestId: string; ground: Ground };

function settingsOf(actor: Actor): Record<string, string> {
  if (actor.kind === 'officer') {
    return {
      'app.reach': actor.reach,
      'app.role': actor.role,
      'app.office': actor.officeId,
      'app.officer': actor.officerId,
      'app.district': actor.districtCode ?? '',
      'app.state': actor.stateCode ?? '',
      'app.reporter': '',
      'app.node': '',
    };
  }
  const reporter = actor.kind === 'citizen' ? (actor.reporterKey ?? '') : '';
  return {
    'app.reach': 'none',
    'app.role': '',
    'app.office': '',
    'app.officer': '',
    'app.district': '',
    'app.state': '',
    'app.reporter': reporter,
    'app.node': actor.kind === 'system' ? (actor.node ?? '') : '',
  };
}

/** Runs `work` in one transaction that carries the actor to row security. A throw rolls everything back. */
export async function inContext<T>(tools: Tools, asking: Asking, work: (context: Context) => Promise<T>): Promise<T> {
  const undone: (() => Promise<void>)[] = [];
  const onRollback: Context['onRollback'] = (undo) => void undone.push(undo);
  try {
    return await tools.db.transaction().execute(async (db) => {
      const settings = Object.entries(settingsOf(asking.actor)).map(([name, value]) => sql`set_config(${name}, ${value}, true)`);
      await sql`select ${sql.join(settings)}`.execute(db);
      return work({ ...asking, db: db as Db, now: tools.clock(), door: tools.door, tools, onRollback });
    });
  } catch (error) {
    for (const undo of undone) await undo();
    throw error;
  }
}

/**
 * Without a transaction: each statement is its own, and row security is told of nobody. For the door of machines, whose role only looks senders up and
 * adds what came, so that a message costs it two journeys to the database and not nine.
 */
export function byStatements(tools: Tools, asking: Asking): Context {
  return { ...asking, db: tools.db, now: tools.clock(), door: tools.door, tools, onRollback: () => {} };
}

/** Raised to roll back a transaction whose answer is a refusal. Only `inContextUnless` sees it. */
class RolledBack extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super('rolled back');
    this.answer = answer;
  }
}

/** Like inContext, but an answer for which `undo` is true leaves nothing stored. */
export async function inContextUnless<T>(
  tools: Tools,
  asking: Asking,
  undo: (answer: T) => boolean,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  try {
    return await inContext(tools, asking, async (context) => {
      const answer = await work(context);
      if (undo(answer)) throw new RolledBack(answer);
      return answer;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.answer as T;
    throw error;
  }
}

/**
 * The same transaction, asked by a reporter who proved no telephone: what it stores belongs to `key`, which the caller makes up for
 * this one request. Without a key of its own row security would hide an anonymous report from the very transaction that writes it.
 */
export async function asReporter<Asked extends Context>(context: Asked, key: string): Promise<Asked> {
  await sql`select set_config('app.reporter', ${key}, true)`.execute(context.db);
  return { ...context, actor: { kind: 'citizen', reporterKey: key } };
}
